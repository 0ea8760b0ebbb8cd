import json

from server import Aws, eventually, unique


def test_an_execution_ends_as_timed_out_after_the_seconds_of_its_machine(aws: Aws) -> None:
    definition = {
        "TimeoutSeconds": 1,
        "StartAt": "Wait",
        "States": {"Wait": {"Type": "Wait", "Seconds": 3, "End": True}},
    }
    states = aws("stepfunctions")
    machine = states.create_state_machine(
        name=unique("machine"),
        definition=json.dumps(definition),
        roleArn=aws.role("states.amazonaws.com"),
    )
    execution = states.start_execution(stateMachineArn=machine["stateMachineArn"])["executionArn"]

    def ended() -> str | None:
        status = states.describe_execution(executionArn=execution)["status"]
        return None if status == "RUNNING" else status

    assert eventually(ended) == "TIMED_OUT"
