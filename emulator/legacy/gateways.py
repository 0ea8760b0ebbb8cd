"""Gateways of a VPC: CloudFormation types that MiniStack supports in its EC2 API only."""

from ministack.services import ec2

from .ec2_calls import call, element, tag, wire
from .hooks import Attributes, Properties, original, register, register_rule


def gateways() -> None:
    """AWS creates these. MiniStack's CloudFormation does not support the types. They forward no packets here."""
    wire("AWS::EC2::NatGateway", "nat_gateway", "natGatewayId", "NatGatewayId")
    wire("AWS::EC2::VPNGateway", "vpn_gateway", "vpnGatewayId", "VPNGatewayId")
    wire("AWS::EC2::CustomerGateway", "customer_gateway", "customerGatewayId", "CustomerGatewayId")
    wire("AWS::EC2::VPNConnection", "vpn_connection", "vpnConnectionId", "VpnConnectionId")
    wire("AWS::EC2::EgressOnlyInternetGateway", "egress_only_igw", "egressOnlyInternetGatewayId", "Id")


def elastic_ip() -> None:
    """AWS allocates an address, and `Ref` returns it. MiniStack's CloudFormation does not support the type."""
    addresses = original(ec2, "_addresses")

    def allocation(address: str) -> str:
        return next(key for key, value in addresses.items() if value["PublicIp"] == address)

    def attributes(address: str, properties: Properties) -> Attributes:
        tag(allocation(address), properties)
        return {"AllocationId": allocation(address), "PublicIp": address}

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        address = element(call("_allocate_address", properties), "publicIp")
        return address, attributes(address, properties)

    def delete(address: str, properties: Properties) -> None:
        call("_release_address", {"AllocationId": allocation(address)})

    register("AWS::EC2::EIP", create, delete, attributes)


def route_propagation() -> None:
    """AWS propagates the routes of a virtual private gateway. MiniStack's CloudFormation does not support this."""

    def switch(operation: str, properties: Properties) -> None:
        for table in properties["RouteTableIds"]:
            call(operation, {"RouteTableId": table, "GatewayId": properties["VpnGatewayId"]})

    register_rule(
        "AWS::EC2::VPNGatewayRoutePropagation",
        "propagation",
        lambda properties: switch("_enable_vgw_route_propagation", properties),
        lambda properties: switch("_disable_vgw_route_propagation", properties),
    )


def vpn_route() -> None:
    """AWS routes a static range over the VPN. MiniStack's CloudFormation does not support this."""
    register_rule(
        "AWS::EC2::VPNConnectionRoute",
        "vpnroute",
        lambda properties: call("_create_vpn_connection_route", properties),
        lambda properties: call("_delete_vpn_connection_route", properties),
    )


def close() -> None:
    """Apply the patches of this module."""
    gateways()
    elastic_ip()
    route_propagation()
    vpn_route()
