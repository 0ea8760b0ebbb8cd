"""Resource types that need a network to have an effect.

AWS creates them. MiniStack has no network, and its CloudFormation refuses a template with one of these
types. Here each has an id and attributes, and no effect. Every other unknown type still fails the stack.
"""

import hashlib
import uuid

from patching.resources import Attributes, Properties, adds

DIGITS = 17

TYPES: dict[str, tuple[str, dict[str, str]]] = {
    "AWS::ApiGateway::ClientCertificate": ("{digits}", {}),
    "AWS::EC2::EIP": ("203.0.113.{octet}", {"AllocationId": "eipalloc-{digits}", "PublicIp": "{id}"}),
    "AWS::EC2::FlowLog": ("fl-{digits}", {"Id": "{id}"}),
    "AWS::EC2::NatGateway": ("nat-{digits}", {"NatGatewayId": "{id}"}),
    "AWS::EC2::NetworkAcl": ("acl-{digits}", {"Id": "{id}"}),
    "AWS::EC2::NetworkAclEntry": ("acle-{digits}", {"Id": "{id}"}),
    "AWS::EC2::SecurityGroupIngress": ("sgr-{digits}", {"Id": "{id}"}),
    "AWS::EC2::SubnetNetworkAclAssociation": ("aclassoc-{digits}", {"AssociationId": "{id}"}),
}
"""Physical id and attributes of each type."""


def add(resource_type: str, physical_id: str, attributes: dict[str, str]) -> None:
    """Add an inert type."""

    def identify(properties: Properties) -> str:
        generated = uuid.uuid4()
        return physical_id.format(digits=generated.hex[:DIGITS], octet=1 + generated.int % 254)

    def attributes_of(given_id: str, properties: Properties) -> Attributes:
        digits = hashlib.sha256(given_id.encode()).hexdigest()[:DIGITS]
        return {name: value.format(id=given_id, digits=digits) for name, value in attributes.items()}

    adds(resource_type, identify, lambda physical_id, properties: None, attributes_of)


for name, (physical_id, attributes) in TYPES.items():
    add(name, physical_id, attributes)
