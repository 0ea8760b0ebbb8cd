import pytest
from botocore.exceptions import ClientError
from server import Aws, unique


def test_a_policy_of_a_template_denies_what_the_policies_of_a_user_allow(aws: Aws) -> None:
    arn = aws("secretsmanager").create_secret(Name=unique("secret"), SecretString="value")["ARN"]
    user = aws.user(("secretsmanager:*", "*"))("secretsmanager")
    user.get_secret_value(SecretId=arn)
    deny = {"Effect": "Deny", "Principal": "*", "Action": "secretsmanager:GetSecretValue", "Resource": "*"}
    properties = {"SecretId": arn, "ResourcePolicy": {"Version": "2012-10-17", "Statement": [deny]}}
    stack = aws.deploy({"Policy": {"Type": "AWS::SecretsManager::ResourcePolicy", "Properties": properties}})["stack"]
    with pytest.raises(ClientError, match="AccessDenied"):
        user.get_secret_value(SecretId=arn)

    topic = {"Type": "AWS::SNS::Topic"}
    aws.deploy({"Topic": topic}, stack=stack)
    user.get_secret_value(SecretId=arn)
