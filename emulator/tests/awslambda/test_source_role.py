import pytest
from server import Aws, DeploymentFailedError, policy_of, unique
from table_stream import READ, TableStream


def test_a_function_reads_a_stream_only_if_its_role_may_do_all_that_it_takes(aws: Aws) -> None:
    role = aws.role("lambda.amazonaws.com", *((action, "*") for action in READ[:-1]))

    with pytest.raises(DeploymentFailedError):
        TableStream(aws, "", role)

    assert any(role in line and "dynamodb:GetRecords" in line for line in aws.server.lines("DENIED"))


def test_a_function_reads_a_stream_only_if_the_permissions_boundary_of_its_role_allows_it(aws: Aws) -> None:
    role = aws.role("lambda.amazonaws.com", *((action, "*") for action in READ))
    boundary = policy_of((action, "*") for action in READ[:-1])
    policy = aws("iam").create_policy(PolicyName=unique("boundary"), PolicyDocument=boundary)["Policy"]
    aws("iam").put_role_permissions_boundary(RoleName=role.split("/")[-1], PermissionsBoundary=policy["Arn"])

    with pytest.raises(DeploymentFailedError):
        TableStream(aws, "", role)
