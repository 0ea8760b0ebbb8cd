import pytest
from server import Aws, DeploymentFailedError

ADDRESS = {"Address": {"Type": "AWS::EC2::EIP", "Properties": {"Domain": "vpc"}}}


def test_inert_resources_have_ids_and_the_declared_attributes(aws: Aws) -> None:
    allocation = {"Fn::GetAtt": ["Address", "AllocationId"]}
    gateway = {"Type": "AWS::EC2::NatGateway", "Properties": {"AllocationId": allocation}}
    deployed = aws.deploy(
        ADDRESS | {"Gateway": gateway},
        {
            "Allocation": allocation,
            "Address": {"Ref": "Address"},
            "PublicIp": {"Fn::GetAtt": ["Address", "PublicIp"]},
            "Gateway": {"Ref": "Gateway"},
        },
    )
    assert deployed["Allocation"].startswith("eipalloc-")
    assert deployed["PublicIp"] == deployed["Address"]
    assert deployed["Gateway"].startswith("nat-")


def test_a_template_may_have_a_client_certificate(aws: Aws) -> None:
    certificate = {"Type": "AWS::ApiGateway::ClientCertificate", "Properties": {"Description": "for the provider"}}
    assert aws.deploy({"Certificate": certificate}, {"Id": {"Ref": "Certificate"}})["Id"]


def test_an_update_keeps_the_attributes(aws: Aws) -> None:
    outputs = {"Allocation": {"Fn::GetAtt": ["Address", "AllocationId"]}, "Address": {"Ref": "Address"}}
    before = aws.deploy(ADDRESS, outputs)
    tagged = {"Address": {"Type": "AWS::EC2::EIP", "Properties": {"Tags": [{"Key": "a", "Value": "b"}]}}}
    assert aws.deploy(tagged, outputs, before["stack"]) == before


@pytest.mark.control
def test_an_attribute_that_is_not_declared_fails_the_stack(aws: Aws) -> None:
    with pytest.raises((DeploymentFailedError, aws("cloudformation").exceptions.ClientError)):
        aws.deploy(ADDRESS, {"Gateway": {"Fn::GetAtt": ["Address", "CarrierIp"]}})


@pytest.mark.control
@pytest.mark.parametrize("resource_type", ["AWS::EC2::TransitGateway", "AWS::SQS::Queues"])
def test_a_type_that_is_not_declared_fails_the_stack(aws: Aws, resource_type: str) -> None:
    with pytest.raises(aws("cloudformation").exceptions.ClientError, match="Unrecognized resource types"):
        aws.deploy({"Resource": {"Type": resource_type}})
