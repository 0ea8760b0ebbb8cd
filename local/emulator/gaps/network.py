"""VPC resources: CloudFormation types that MiniStack's EC2 API has and its CloudFormation lacks."""

import re
import uuid

from ministack.services import ec2
from ministack.services.cloudformation import provisioners

from .hooks import Attributes, Properties, accepted, also_apply, original, register, register_replacing


def call(operation: str, properties: Properties) -> str:
    """Call an EC2 operation as its query API would, and return the answer's XML."""
    parameters = {
        name: [str(value)] for name, value in properties.items() if not isinstance(value, (list, dict))
    }
    return accepted(original(ec2, operation)(parameters))


def element(xml: str, name: str) -> str:
    """The text of an element of an EC2 answer."""
    return re.search(f"<{name}>([^<]*)</{name}>", xml).group(1)


def wire(
    resource_type: str, create: str, id_element: str, delete: str, id_parameter: str, attribute: str
) -> None:
    """AWS creates the type; MiniStack has its API but no CloudFormation handler: join them."""

    def attributes(physical_id: str, properties: Properties) -> Attributes:
        original(provisioners, "_ec2_apply_tags")(physical_id, properties)
        return {attribute: physical_id}

    def create_resource(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        physical_id = element(call(create, properties), id_element)
        return physical_id, attributes(physical_id, properties)

    for operation in (create, delete):
        original(ec2, operation)
    register(
        resource_type,
        create_resource,
        lambda physical_id, properties: call(delete, {id_parameter: physical_id}),
        attributes,
    )


def gateways() -> None:
    """NAT, VPN, customer and egress-only gateways, and VPN connections."""
    wire(
        "AWS::EC2::NatGateway",
        "_create_nat_gateway",
        "natGatewayId",
        "_delete_nat_gateway",
        "NatGatewayId",
        "NatGatewayId",
    )
    wire(
        "AWS::EC2::VPNGateway",
        "_create_vpn_gateway",
        "vpnGatewayId",
        "_delete_vpn_gateway",
        "VpnGatewayId",
        "VPNGatewayId",
    )
    wire(
        "AWS::EC2::CustomerGateway",
        "_create_customer_gateway",
        "customerGatewayId",
        "_delete_customer_gateway",
        "CustomerGatewayId",
        "CustomerGatewayId",
    )
    wire(
        "AWS::EC2::EgressOnlyInternetGateway",
        "_create_egress_only_igw",
        "egressOnlyInternetGatewayId",
        "_delete_egress_only_igw",
        "EgressOnlyInternetGatewayId",
        "Id",
    )
    wire(
        "AWS::EC2::VPNConnection",
        "_create_vpn_connection",
        "vpnConnectionId",
        "_delete_vpn_connection",
        "VpnConnectionId",
        "VpnConnectionId",
    )


def elastic_ip() -> None:
    """AWS's `Ref` of an elastic IP is the address; MiniStack has no such type."""

    def allocation(address: str) -> str:
        return next(key for key, value in ec2._addresses.items() if value["PublicIp"] == address)

    def attributes(address: str, properties: Properties) -> Attributes:
        provisioners._ec2_apply_tags(allocation(address), properties)
        return {"AllocationId": allocation(address), "PublicIp": address}

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        address = element(call("_allocate_address", properties), "publicIp")
        return address, attributes(address, properties)

    original(ec2, "_addresses")
    register(
        "AWS::EC2::EIP",
        create,
        lambda address, properties: call("_release_address", {"AllocationId": allocation(address)}),
        attributes,
    )


def route_propagation() -> None:
    """AWS propagates a virtual private gateway's routes; MiniStack's API records that, its CloudFormation does not."""

    def switch(operation: str, properties: Properties) -> None:
        for table in properties["RouteTableIds"]:
            call(operation, {"RouteTableId": table, "GatewayId": properties["VpnGatewayId"]})

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        switch("_enable_vgw_route_propagation", properties)
        physical_id = f"{logical_id}-{uuid.uuid4().hex[:8]}"
        return physical_id, {"Id": physical_id}

    register_replacing(
        "AWS::EC2::VPNGatewayRoutePropagation",
        create,
        lambda physical_id, properties: switch("_disable_vgw_route_propagation", properties),
    )


def vpn_route() -> None:
    """AWS routes a static range over the VPN; MiniStack's API records that, its CloudFormation does not."""

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        call("_create_vpn_connection_route", properties)
        return f"{properties['VpnConnectionId']}|{properties['DestinationCidrBlock']}", {}

    register_replacing(
        "AWS::EC2::VPNConnectionRoute",
        create,
        lambda physical_id, properties: call("_delete_vpn_connection_route", properties),
    )


def flow_log() -> None:
    """AWS writes flow logs; MiniStack records that one is wanted, by its API only. Nothing is ever logged."""

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        xml = call("_create_flow_logs", {**properties, "ResourceId.1": properties["ResourceId"]})
        physical_id = element(xml, "item")
        return physical_id, {"Id": physical_id}

    register(
        "AWS::EC2::FlowLog",
        create,
        lambda physical_id, properties: call("_delete_flow_logs", {"FlowLogId.1": physical_id}),
        lambda physical_id, properties: {"Id": physical_id},
    )


def vpc_attributes() -> None:
    """AWS answers these attributes of a VPC and a subnet; MiniStack fails the stack that asks."""
    also_apply(
        "AWS::EC2::VPC",
        lambda vpc, properties: {
            "CidrBlock": properties.get("CidrBlock", ""),
            "CidrBlockAssociations": [],
            "Ipv6CidrBlocks": ["2001:db8:1234:1a00::/56"],
        },
    )
    also_apply(
        "AWS::EC2::Subnet",
        lambda subnet, properties: {
            "VpcId": properties.get("VpcId", ""),
            "CidrBlock": properties.get("CidrBlock", ""),
            "Ipv6CidrBlocks": [properties["Ipv6CidrBlock"]] if "Ipv6CidrBlock" in properties else [],
            "AvailabilityZoneId": ec2._subnets[subnet].get("AvailabilityZoneId", ""),
            "NetworkAclAssociationId": f"aclassoc-{subnet.removeprefix('subnet-')}",
        },
    )


def close() -> None:
    """Close the gaps of this module."""
    gateways()
    elastic_ip()
    route_propagation()
    vpn_route()
    flow_log()
    vpc_attributes()
