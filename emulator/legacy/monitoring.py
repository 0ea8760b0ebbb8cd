"""Alarms that MiniStack cannot evaluate."""

from .hooks import Attributes, Properties, handler_of
from .inert import inert_handler


def metric_math() -> None:
    """AWS evaluates an alarm over several metrics. MiniStack refuses its template; here it is inert."""
    handler = handler_of("AWS::CloudWatch::Alarm")
    evaluated, inert = handler.copy(), inert_handler("AWS::CloudWatch::Alarm")

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        kind = inert if "Metrics" in properties else evaluated
        return kind["create"](logical_id, properties, stack)

    def update(
        alarm: str, old: Properties, new: Properties, stack: str, logical_id: str
    ) -> tuple[str, Attributes]:
        if "Metrics" not in old and "Metrics" not in new:
            return evaluated["update"](alarm, old, new, stack, logical_id)
        delete(alarm, old)
        return create(logical_id, new, stack)

    def delete(alarm: str, properties: Properties) -> None:
        kind = inert if "Metrics" in properties else evaluated
        kind["delete"](alarm, properties)

    handler.update(create=create, update=update, update_with_logical_id=True, delete=delete)


def close() -> None:
    """Apply the patches of this module."""
    metric_math()
