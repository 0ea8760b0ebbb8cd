import pytest
from server import Aws, DeploymentFailedError
from table_stream import READ, TableStream


def test_a_function_reads_a_stream_only_if_its_role_may_do_all_that_it_takes(aws: Aws) -> None:
    role = aws.role("lambda.amazonaws.com", *((action, "*") for action in READ[:-1]))

    with pytest.raises(DeploymentFailedError):
        TableStream(aws, "", role)

    assert any(role in line and "dynamodb:GetRecords" in line for line in aws.server.lines("DENIED"))
