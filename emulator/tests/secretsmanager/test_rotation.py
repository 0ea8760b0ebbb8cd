import pytest
from botocore.exceptions import ClientError
from server import Aws, DeploymentFailedError, eventually, unique

ROTATE = """
const sdk = require('@aws-sdk/client-secrets-manager');
const client = new sdk.SecretsManagerClient({});
const { SecretId, ClientRequestToken } = event;
const versions = (await client.send(new sdk.DescribeSecretCommand({ SecretId }))).VersionIdsToStages;
const current = Object.keys(versions).find((version) => versions[version].includes('AWSCURRENT'));
if (event.Step === 'createSecret') await client.send(new sdk.PutSecretValueCommand(
    { SecretId, ClientRequestToken, SecretString: 'new', VersionStages: ['AWSPENDING'] }));
if (event.Step === 'finishSecret') await client.send(new sdk.UpdateSecretVersionStageCommand(
    { SecretId, VersionStage: 'AWSCURRENT', MoveToVersionId: ClientRequestToken, RemoveFromVersionId: current }));
"""


class Rotation:
    """A secret, and the function that rotates it."""

    def __init__(self, aws: Aws) -> None:
        self.aws, self.secrets = aws, aws("secretsmanager")
        self.arn = self.secrets.create_secret(Name=unique("secret"), SecretString="old")["ARN"]
        self.function = aws.function(ROTATE, aws.role("lambda.amazonaws.com", ("secretsmanager:*", "*")))

    def allow(self) -> None:
        """Let the service invoke the function for this secret."""
        self.aws.allow_invocation(self.function, "secretsmanager", self.arn)

    def schedule(self) -> str:
        """Deploy a schedule; its stack."""
        properties = {"SecretId": self.arn, "RotationLambdaARN": self.function}
        schedule = {"Type": "AWS::SecretsManager::RotationSchedule", "Properties": properties}
        return self.aws.deploy({"Schedule": schedule})["stack"]


def test_a_rotation_calls_the_function_of_the_schedule_for_each_step(aws: Aws) -> None:
    rotation = Rotation(aws)
    rotation.allow()
    rotation.schedule()
    rotation.secrets.rotate_secret(SecretId=rotation.arn)
    eventually(lambda: rotation.secrets.get_secret_value(SecretId=rotation.arn)["SecretString"] == "new")


def test_a_schedule_fails_without_the_permission_to_invoke_the_function(aws: Aws) -> None:
    with pytest.raises(DeploymentFailedError, match="cannot invoke the specified Lambda function"):
        Rotation(aws).schedule()


def test_a_rotation_fails_without_the_permission_to_invoke_the_function(aws: Aws) -> None:
    rotation = Rotation(aws)
    with pytest.raises(ClientError, match="AccessDeniedException"):
        rotation.secrets.rotate_secret(SecretId=rotation.arn, RotationLambdaARN=rotation.function)


def test_a_secret_without_its_schedule_is_not_rotated(aws: Aws) -> None:
    rotation = Rotation(aws)
    rotation.allow()
    stack = rotation.schedule()
    aws.deploy({"Topic": {"Type": "AWS::SNS::Topic"}}, stack=stack)
    assert not rotation.secrets.describe_secret(SecretId=rotation.arn).get("RotationEnabled")
