"""Network ACLs and security group rules as separate resources."""

from ministack.services import ec2
from ministack.services.cloudformation import provisioners

from .ec2_calls import call, wire
from .hooks import Properties, original, register_rule


def network_acl() -> None:
    """AWS filters traffic by ACL. MiniStack stores ACLs and filters nothing, because there is no network."""
    wire("AWS::EC2::NetworkAcl", "network_acl", "networkAclId", "Id")


def network_acl_entry() -> None:
    """The rules of an ACL are resources. MiniStack's CloudFormation does not support them."""

    def apply(operation: str, properties: Properties) -> None:
        call(operation, {**properties, "Egress": str(properties.get("Egress", False)).lower()})

    register_rule(
        "AWS::EC2::NetworkAclEntry",
        "aclentry",
        lambda properties: apply("_create_network_acl_entry", properties),
        lambda properties: apply("_delete_network_acl_entry", properties),
    )


def subnet_association() -> None:
    """AWS associates the subnet with the ACL. MiniStack's operation for that loses the subnet."""
    acls = original(ec2, "_network_acls")

    def put(properties: Properties) -> None:
        subnet = properties["SubnetId"]
        acls[properties["NetworkAclId"]]["Associations"].append(
            {"NetworkAclAssociationId": f"aclassoc-{subnet.removeprefix('subnet-')}", "SubnetId": subnet}
        )

    def remove(properties: Properties) -> None:
        for acl in acls.values():
            acl["Associations"] = [a for a in acl["Associations"] if a["SubnetId"] != properties["SubnetId"]]

    register_rule("AWS::EC2::SubnetNetworkAclAssociation", "aclassoc", put, remove)


def security_group_rule(resource_type: str, side: str) -> None:
    """The rules of a group are resources. MiniStack's CloudFormation does not support them."""
    permissions = original(provisioners, "_ec2_sg_permissions")
    groups = original(ec2, "_security_groups")

    def put(properties: Properties) -> None:
        groups[properties["GroupId"]][side] += permissions([properties])

    def remove(properties: Properties) -> None:
        rules = groups.get(properties["GroupId"], {}).get(side, [])
        for permission in permissions([properties]):
            if permission in rules:
                rules.remove(permission)

    register_rule(resource_type, "sgr", put, remove)


def close() -> None:
    """Apply the patches of this module."""
    network_acl()
    network_acl_entry()
    subnet_association()
    security_group_rule("AWS::EC2::SecurityGroupIngress", "IpPermissions")
    security_group_rule("AWS::EC2::SecurityGroupEgress", "IpPermissionsEgress")
