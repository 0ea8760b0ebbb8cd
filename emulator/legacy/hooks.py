"""Access to the parts of MiniStack that the patches replace; each is checked to exist."""

import uuid
from collections.abc import Callable
from typing import Any

from ministack.services.cloudformation import provisioners

Properties = dict[str, Any]
Attributes = dict[str, Any]
Create = Callable[[str, Properties, str], tuple[str, Attributes]]
Delete = Callable[[str, Properties], Any]


class MiniStackChangedError(RuntimeError):
    """MiniStack is not the version that the patches were written for."""


def expect(found: bool, place: str) -> None:
    """Fail the start unless MiniStack's code is as a patch expects it."""
    if not found:
        raise MiniStackChangedError(
            f"'{place}' is not as it was in MiniStack 1.5.33. Install the version that "
            "emulator/requirements.txt pins, or adapt emulator/gaps to the new one."
        )


def original(module: Any, name: str) -> Any:
    """The function or value that a patch replaces or calls."""
    expect(hasattr(module, name), f"{module.__name__}.{name}")
    return getattr(module, name)


def handler_of(resource_type: str) -> dict[str, Any]:
    """The CloudFormation handler of a type that MiniStack supports."""
    handler = original(provisioners, "_RESOURCE_HANDLERS").get(resource_type)
    expect(bool(handler) and "create" in handler, f"the handler of {resource_type}")
    return handler


def register(
    resource_type: str,
    create: Create,
    delete: Delete,
    attributes: Callable[[str, Properties], Attributes] = lambda physical_id, properties: {},
) -> None:
    """Add a type to CloudFormation; an update keeps the resource and its physical id.

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
    """Add a type to CloudFormation that is not a resource of its own but a rule in another resource.

    An update removes the old rule and adds the new one under the same physical id. With another id,
    CloudFormation would delete the old rule again, and with it a new rule of the same content.
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
    """Apply properties after the create and update of a type that drops them.

    The result of `apply` is added to the attributes of the resource.
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
    """The body of a service's answer; an error fails the CloudFormation resource."""
    status, _, body = response
    text = body.decode() if isinstance(body, bytes) else body
    if status >= 400:
        raise ValueError(text)
    return text
