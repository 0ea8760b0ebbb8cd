import pytest
from botocore.exceptions import ClientError
from server import Aws


def secret(**properties: str) -> dict:
    generated = {"GenerateSecretString": {"PasswordLength": 20}}
    return {"Secret": {"Type": "AWS::SecretsManager::Secret", "Properties": generated | properties}}


def test_ref_is_the_arn_before_and_after_an_update(aws: Aws) -> None:
    outputs = {"Ref": {"Ref": "Secret"}, "Arn": {"Fn::GetAtt": ["Secret", "Arn"]}}
    deployed = aws.deploy(secret(), outputs)
    assert deployed["Ref"] == deployed["Arn"]
    secrets = aws("secretsmanager")
    value = secrets.get_secret_value(SecretId=deployed["Ref"])["SecretString"]

    assert aws.deploy(secret(Description="updated"), outputs, deployed["stack"]) == deployed
    assert secrets.describe_secret(SecretId=deployed["Ref"])["Description"] == "updated"
    assert secrets.get_secret_value(SecretId=deployed["Ref"])["SecretString"] == value

    aws("cloudformation").delete_stack(StackName=deployed["stack"])
    aws("cloudformation").get_waiter("stack_delete_complete").wait(
        StackName=deployed["stack"], WaiterConfig={"Delay": 1}
    )
    with pytest.raises(ClientError):
        secrets.get_secret_value(SecretId=deployed["Arn"])
