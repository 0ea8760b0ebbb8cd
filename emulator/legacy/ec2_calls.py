"""EC2 operations, and CloudFormation types that only call them."""

import re

from ministack.services import ec2
from ministack.services.cloudformation import provisioners

from .hooks import Attributes, Properties, accepted, original, register


def call(operation: str, properties: Properties) -> str:
    """Call an EC2 operation as its query API would, and return the answer's XML."""
    parameters = {
        name: [str(value)] for name, value in properties.items() if not isinstance(value, (list, dict))
    }
    return accepted(original(ec2, operation)(parameters))


def element(xml: str, name: str) -> str:
    """The text of an element of an EC2 answer."""
    return re.search(f"<{name}>([^<]*)</{name}>", xml).group(1)


def tag(physical_id: str, properties: Properties) -> None:
    """Give a resource the tags of its template."""
    original(provisioners, "_ec2_apply_tags")(physical_id, properties)


def wire(resource_type: str, operations: str, id_element: str, attribute: str) -> None:
    """Implement a type that MiniStack's CloudFormation lacks by the operations of its EC2 API."""
    create_operation, delete_operation = f"_create_{operations}", f"_delete_{operations}"
    id_parameter = id_element[0].upper() + id_element[1:]
    for operation in (create_operation, delete_operation):
        original(ec2, operation)

    def attributes(physical_id: str, properties: Properties) -> Attributes:
        tag(physical_id, properties)
        return {attribute: physical_id}

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        physical_id = element(call(create_operation, properties), id_element)
        return physical_id, attributes(physical_id, properties)

    def delete(physical_id: str, properties: Properties) -> None:
        call(delete_operation, {id_parameter: physical_id})

    register(resource_type, create, delete, attributes)
