from server import Aws


def test_an_execution_ends_as_timed_out_after_the_seconds_of_its_machine(aws: Aws) -> None:
    definition = {
        "TimeoutSeconds": 1,
        "StartAt": "Wait",
        "States": {"Wait": {"Type": "Wait", "Seconds": 10, "End": True}},
    }
    execution = aws.execution(definition, aws.role("states.amazonaws.com"))

    assert aws.end_of(execution)["status"] == "TIMED_OUT"
