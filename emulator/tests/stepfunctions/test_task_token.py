import json
import re

import boto3
import pytest
from botocore.exceptions import ClientError
from server import REGION, Aws, eventually


def test_a_role_with_the_permission_on_a_machine_answers_its_tokens_only(aws: Aws) -> None:
    function = aws.function("console.log(`token=${event.token}=`)")
    parameters = {"FunctionName": function, "Payload": {"token.$": "$$.Task.Token"}}
    resource = "arn:aws:states:::lambda:invoke.waitForTaskToken"
    task = {"Type": "Task", "Resource": resource, "Parameters": parameters, "End": True}
    invoker = aws.role("states.amazonaws.com", ("lambda:InvokeFunction", function))

    def tokens() -> set[str]:
        return set(re.findall("token=(.+?)=", aws.log_of(function)))

    def token_of_an_execution() -> tuple[str, str]:
        seen = tokens()
        execution = aws.execution({"StartAt": "Task", "States": {"Task": task}}, invoker)
        return execution, eventually(lambda: tokens() - seen).pop()

    def machine_of(execution: str) -> str:
        return aws("stepfunctions").describe_execution(executionArn=execution)["stateMachineArn"]

    allowed, token = token_of_an_execution()
    _, other_token = token_of_an_execution()
    states = boto3.Session(**credentials(aws, machine_of(allowed)), region_name=REGION).client(
        "stepfunctions", endpoint_url=aws.server.address
    )

    states.send_task_success(taskToken=token, output="1")
    with pytest.raises(ClientError, match="AccessDenied"):
        states.send_task_success(taskToken=other_token, output="1")

    assert aws.end_of(allowed)["status"] == "SUCCEEDED"


def credentials(aws: Aws, machine: str) -> dict[str, str]:
    role = aws.role("lambda.amazonaws.com", ("states:SendTaskSuccess", machine))
    trust = {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
    aws("iam").update_assume_role_policy(RoleName=role.rsplit("/", 1)[-1], PolicyDocument=policy)
    issued = aws("sts").assume_role(RoleArn=role, RoleSessionName="test")["Credentials"]
    return {
        "aws_access_key_id": issued["AccessKeyId"],
        "aws_secret_access_key": issued["SecretAccessKey"],
        "aws_session_token": issued["SessionToken"],
    }
