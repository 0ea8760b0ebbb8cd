"""Network ACLs and security group rules as resources of their own."""

import uuid

from ministack.services import ec2
from ministack.services.cloudformation import provisioners

from .hooks import Attributes, Properties, original, register_replacing
from .network import call, wire


def network_acl() -> None:
    """AWS filters by ACL; MiniStack stores ACLs and filters nothing, as there is no network."""
    wire(
        "AWS::EC2::NetworkAcl",
        "_create_network_acl",
        "networkAclId",
        "_delete_network_acl",
        "NetworkAclId",
        "Id",
    )


def network_acl_entry() -> None:
    """AWS has the rules of an ACL as resources; MiniStack's CloudFormation does not know them."""

    def parameters(properties: Properties) -> Properties:
        egress = str(properties.get("Egress", False)).lower()
        return {**properties, "Egress": egress}

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        call("_create_network_acl_entry", parameters(properties))
        physical_id = f"aclentry-{uuid.uuid4().hex[:17]}"
        return physical_id, {"Id": physical_id}

    register_replacing(
        "AWS::EC2::NetworkAclEntry",
        create,
        lambda physical_id, properties: call("_delete_network_acl_entry", parameters(properties)),
    )


def subnet_association() -> None:
    """AWS moves a subnet to the ACL; MiniStack's own operation for it forgets which subnet."""
    original(ec2, "_network_acls")

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        association = f"aclassoc-{uuid.uuid4().hex[:17]}"
        ec2._network_acls[properties["NetworkAclId"]]["Associations"].append(
            {"NetworkAclAssociationId": association, "SubnetId": properties["SubnetId"]}
        )
        return association, {"AssociationId": association}

    def delete(association: str, properties: Properties) -> None:
        for acl in ec2._network_acls.values():
            acl["Associations"] = [
                a for a in acl["Associations"] if a["NetworkAclAssociationId"] != association
            ]

    register_replacing("AWS::EC2::SubnetNetworkAclAssociation", create, delete)


def security_group_rule(resource_type: str, side: str) -> None:
    """AWS has the rules of a group as resources; MiniStack's CloudFormation does not know them."""
    permissions = original(provisioners, "_ec2_sg_permissions")
    groups = original(ec2, "_security_groups")

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        groups[properties["GroupId"]][side] += permissions([properties])
        physical_id = f"sgr-{uuid.uuid4().hex[:17]}"
        return physical_id, {"Id": physical_id}

    def delete(physical_id: str, properties: Properties) -> None:
        group = groups.get(properties["GroupId"])
        for permission in permissions([properties]) if group else []:
            if permission in group[side]:
                group[side].remove(permission)

    register_replacing(resource_type, create, delete)


def close() -> None:
    """Close the gaps of this module."""
    network_acl()
    network_acl_entry()
    subnet_association()
    security_group_rule("AWS::EC2::SecurityGroupIngress", "IpPermissions")
    security_group_rule("AWS::EC2::SecurityGroupEgress", "IpPermissionsEgress")
