import time

from server import Aws


def parallel(function: str) -> dict:
    """A branch that waits two seconds before its task."""
    states = {
        "Wait": {"Type": "Wait", "Seconds": 2, "Next": "Task"},
        "Task": {"Type": "Task", "Resource": function, "End": True},
    }
    return {"Type": "Parallel", "Branches": [{"StartAt": "Wait", "States": states}], "End": True}


def invoker(aws: Aws) -> str:
    return aws.role("states.amazonaws.com", ("lambda:InvokeFunction", "*"))


def test_no_task_of_a_branch_starts_after_the_end_of_the_execution(aws: Aws) -> None:
    function = aws.function("console.log('invoked')")
    execution = aws.execution({"StartAt": "Parallel", "States": {"Parallel": parallel(function)}}, invoker(aws))

    time.sleep(0.5)
    aws("stepfunctions").stop_execution(executionArn=execution)
    time.sleep(3)

    assert "invoked" not in aws.log_of(function)


def test_no_task_of_a_branch_starts_after_the_time_out_of_the_execution(aws: Aws) -> None:
    function = aws.function("console.log('invoked')")
    definition = {"TimeoutSeconds": 1, "StartAt": "Parallel", "States": {"Parallel": parallel(function)}}
    execution = aws.execution(definition, invoker(aws))

    assert aws.end_of(execution)["status"] == "TIMED_OUT"
    time.sleep(2)
    assert "invoked" not in aws.log_of(function)


def test_an_execution_remains_aborted_if_its_task_fails_later(aws: Aws) -> None:
    function = aws.function("await new Promise((resolve) => setTimeout(resolve, 1000)); throw new Error('too late')")
    states = {"Task": {"Type": "Task", "Resource": function, "End": True}}
    execution = aws.execution({"StartAt": "Task", "States": states}, invoker(aws))

    time.sleep(0.5)
    aws("stepfunctions").stop_execution(executionArn=execution)
    time.sleep(2)

    assert aws.end_of(execution)["status"] == "ABORTED"
