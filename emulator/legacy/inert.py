"""Resource types without an implementation."""

import re
import sys
import uuid

from ministack.core.responses import get_account_id, get_region
from ministack.services.cloudformation import changesets, provisioners

from .hooks import Attributes, Properties, expect, original

AWS_TYPE = re.compile(r"AWS::\w+::\w+")


class InertAttributes(dict):
    """Attributes of an inert resource: an ARN if the name ends in Arn, otherwise the physical id."""

    def __init__(self, resource_type: str, physical_id: str) -> None:
        arn = ":".join(
            ("arn:aws", resource_type.split("::")[1].lower(), get_region(), get_account_id(), physical_id)
        )
        super().__init__(Arn=arn, Id=physical_id, Name=physical_id)

    def __contains__(self, attribute: object) -> bool:
        return True

    def __missing__(self, attribute: str) -> str:
        return self["Arn"] if attribute.endswith("Arn") else self["Id"]


def announce(resource_type: str, logical_id: str, stack: str) -> None:
    """Print that a resource of the template has no effect."""
    print(f"INERT {resource_type} {logical_id} in {stack}", file=sys.stderr, flush=True)


def inert_handler(resource_type: str) -> dict:
    """A CloudFormation handler that records the resource and creates nothing."""

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        announce(resource_type, logical_id, stack)
        name = resource_type.split("::")[2]
        physical_id = str(
            properties.get("Name")
            or properties.get(f"{name}Name")
            or f"{stack}-{logical_id}-{uuid.uuid4().hex[:8]}"
        )
        return physical_id, InertAttributes(resource_type, physical_id)

    def update(physical_id: str, old: Properties, new: Properties, stack: str) -> tuple[str, Attributes]:
        return physical_id, InertAttributes(resource_type, physical_id)

    return {"create": create, "update": update, "delete": lambda physical_id, properties: None}


class HandlersOfEveryType(dict):
    """CloudFormation handlers by type, with an inert one for each AWS type that has none."""

    def __contains__(self, resource_type: object) -> bool:
        return super().__contains__(resource_type) or bool(AWS_TYPE.fullmatch(str(resource_type)))

    def __missing__(self, resource_type: str) -> dict:
        if not AWS_TYPE.fullmatch(resource_type):
            raise KeyError(resource_type)
        return inert_handler(resource_type)

    def get(self, resource_type: str, default=None):
        """Like `dict.get`, but finds a handler for every AWS type."""
        return self[resource_type] if resource_type in self else default


def unknown_types() -> None:
    """AWS creates every type. MiniStack refuses a whole template because of one unsupported type."""
    handlers = original(provisioners, "_RESOURCE_HANDLERS")
    expect(changesets._RESOURCE_HANDLERS is handlers, "changesets._RESOURCE_HANDLERS")
    provisioners._RESOURCE_HANDLERS = changesets._RESOURCE_HANDLERS = HandlersOfEveryType(handlers)


def close() -> None:
    """Apply the patches of this module."""
    unknown_types()
