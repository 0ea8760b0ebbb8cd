"""Targets of the patches in MiniStack, each checked to exist."""

import uuid
from collections.abc import Callable
from typing import Any

from ministack.services.cloudformation import provisioners

Properties = dict[str, Any]
Attributes = dict[str, Any]
Create = Callable[[str, Properties, str], tuple[str, Attributes]]
Delete = Callable[[str, Properties], Any]


class MiniStackChangedError(RuntimeError):
    """MiniStack is not the version the gaps were written for."""


def expect(found: bool, place: str) -> None:
    """Fail the start unless a place that a gap changes is as the gap expects it."""
    if not found:
        raise MiniStackChangedError(
            f"'{place}' is not as it was in MiniStack 1.5.33. Install the version that "
            "emulator/requirements.txt pins, or adapt emulator/gaps to the new one."
        )


def original(module: Any, name: str) -> Any:
    """The function or value that a gap is about to replace or call."""
    expect(hasattr(module, name), f"{module.__name__}.{name}")
    return getattr(module, name)


def handler_of(resource_type: str) -> dict[str, Any]:
    """The CloudFormation handler of a type that MiniStack knows."""
    handler = original(provisioners, "_RESOURCE_HANDLERS").get(resource_type)
    expect(bool(handler) and "create" in handler, f"the handler of {resource_type}")
    return handler


def register(
    resource_type: str,
    create: Create,
    delete: Delete,
    attributes: Callable[[str, Properties], Attributes] = lambda physical_id, properties: {},
) -> None:
    """Teach CloudFormation a type; an update keeps the resource and its physical id.

    `attributes` also applies the properties that can change.
    """
    provisioners._RESOURCE_HANDLERS[resource_type] = {
        "create": create,
        "update": lambda physical_id, old, new, stack: (physical_id, attributes(physical_id, new)),
        "delete": delete,
    }


def register_rule(
    resource_type: str,
    prefix: str,
    put: Callable[[Properties], Any],
    remove: Callable[[Properties], Any],
) -> None:
    """Teach CloudFormation a type that is no resource of its own but a rule kept by another one.

    An update takes the old rule away and puts the new one, under the same physical id: with a new
    one CloudFormation would remove the old rule once more, and with it a new one that looks alike.
    """

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        put(properties)
        physical_id = f"{prefix}-{uuid.uuid4().hex[:17]}"
        return physical_id, {"Id": physical_id}

    def update(physical_id: str, old: Properties, new: Properties, stack: str) -> tuple[str, Attributes]:
        remove(old)
        put(new)
        return physical_id, {"Id": physical_id}

    provisioners._RESOURCE_HANDLERS[resource_type] = {
        "create": create,
        "update": update,
        "delete": lambda physical_id, properties: remove(properties),
    }


def also_apply(resource_type: str, apply: Callable[[str, Properties], Attributes | None]) -> None:
    """After a type's own create and update, apply properties that they drop.

    What `apply` returns is added to the resource's attributes.
    """
    handler = handler_of(resource_type)

    def extended(result: tuple[str, Attributes], properties: Properties):
        physical_id, attributes = result
        return physical_id, {**attributes, **(apply(physical_id, properties) or {})}

    create = handler["create"]
    handler["create"] = lambda logical_id, properties, stack: extended(
        create(logical_id, properties, stack), properties
    )
    if "update" in handler:
        update = handler["update"]
        handler["update"] = lambda physical_id, old, new, *rest: extended(
            update(physical_id, old, new, *rest), new
        )


def accepted(response: tuple[int, Any, bytes | str]) -> str:
    """The body of a service's answer; a refusal fails the CloudFormation resource."""
    status, _, body = response
    text = body.decode() if isinstance(body, bytes) else body
    if status >= 400:
        raise ValueError(text)
    return text
