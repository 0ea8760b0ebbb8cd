"""VPCs and subnets, and their flow logs."""

from ministack.services import ec2

from .ec2_calls import call, element, tag
from .hooks import Attributes, Properties, also_apply, original, register


def flow_log() -> None:
    """AWS writes flow logs. MiniStack's CloudFormation does not support them, and its API only stores
    their configuration. Nothing is logged."""

    def attributes(physical_id: str, properties: Properties) -> Attributes:
        tag(physical_id, properties)
        return {"Id": physical_id}

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        xml = call("_create_flow_logs", {**properties, "ResourceId.1": properties["ResourceId"]})
        physical_id = element(xml, "item")
        return physical_id, attributes(physical_id, properties)

    def delete(physical_id: str, properties: Properties) -> None:
        call("_delete_flow_logs", {"FlowLogId.1": physical_id})

    register("AWS::EC2::FlowLog", create, delete, attributes)


def vpc_attributes() -> None:
    """AWS returns these attributes of a VPC. MiniStack fails a stack that uses one."""
    also_apply(
        "AWS::EC2::VPC",
        lambda vpc, properties: {
            "CidrBlock": properties.get("CidrBlock", ""),
            "CidrBlockAssociations": [],
            "Ipv6CidrBlocks": ["2001:db8:1234:1a00::/56"],
        },
    )


def subnet_attributes() -> None:
    """AWS returns these attributes of a subnet. MiniStack fails a stack that uses one."""
    subnets = original(ec2, "_subnets")
    also_apply(
        "AWS::EC2::Subnet",
        lambda subnet, properties: {
            "VpcId": properties.get("VpcId", ""),
            "CidrBlock": properties.get("CidrBlock", ""),
            "Ipv6CidrBlocks": [properties["Ipv6CidrBlock"]] if "Ipv6CidrBlock" in properties else [],
            "AvailabilityZoneId": subnets[subnet].get("AvailabilityZoneId", ""),
            "NetworkAclAssociationId": f"aclassoc-{subnet.removeprefix('subnet-')}",
        },
    )


def close() -> None:
    """Apply the patches of this module."""
    flow_log()
    vpc_attributes()
    subnet_attributes()
