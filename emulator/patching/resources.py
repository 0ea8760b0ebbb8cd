"""Changes to the resource types that MiniStack's CloudFormation knows."""

from collections.abc import Callable
from typing import Any

from ministack.services.cloudformation import provisioners

from . import register, uses
from .fingerprints import MiniStackChangedError, check_value

Properties = dict[str, Any]
Attributes = dict[str, Any]
Identify = Callable[[Properties], str]
Delete = Callable[[str, Properties], Any]
Apply = Callable[[str, Properties], Attributes | None]

_handlers = uses(provisioners, "_RESOURCE_HANDLERS")


def handler_of(resource_type: str) -> dict[str, Any]:
    """Return MiniStack's functions that create, update and delete a resource of a type."""
    if resource_type not in _handlers:
        raise MiniStackChangedError(f"MiniStack does not have the resource type {resource_type} any more.")
    handler: dict[str, Any] = _handlers[resource_type]
    for name, function in handler.items():
        check_value(f"{resource_type} {name}", function)
    return handler


def adds(resource_type: str, identify: Identify, delete: Delete, apply: Apply) -> None:
    """Add a type. An update keeps the physical id; `apply` is called after the creation and each update."""

    def applied(physical_id: str, properties: Properties) -> tuple[str, Attributes]:
        return physical_id, apply(physical_id, properties) or {}

    handler = {
        "create": lambda name, properties, stack: applied(identify(properties), properties),
        "update": lambda physical_id, old, new, stack: applied(physical_id, new),
        "delete": delete,
    }
    register(lambda: _handlers.update({resource_type: handler}), apply.__module__)


def also_applies(resource_type: str) -> Callable[[Apply], Apply]:
    """Apply properties that MiniStack drops, after the creation and each update of a resource of a type.

    The result of the decorated function is added to the attributes of the resource.
    """
    handler = handler_of(resource_type)

    def decorate(apply: Apply) -> Apply:
        def change() -> None:
            create, update = handler["create"], handler.get("update")

            def extended(result: tuple[str, Attributes], properties: Properties) -> tuple[str, Attributes]:
                physical_id, attributes = result
                return physical_id, {**attributes, **(apply(physical_id, properties) or {})}

            handler["create"] = lambda name, properties, stack: extended(create(name, properties, stack), properties)
            if update:
                handler["update"] = lambda name, old, new, *rest: extended(update(name, old, new, *rest), new)

        register(change, apply.__module__)
        return apply

    return decorate


def accepted(response: tuple[int, Any, bytes | str]) -> str:
    """Return the body of a service's answer; an error fails the resource."""
    status, _, body = response
    text = body.decode() if isinstance(body, bytes) else body
    if status >= 400:
        raise ValueError(text)
    return text
