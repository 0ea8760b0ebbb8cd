from collections.abc import Iterator

import pytest
from held_function import HOLD, HeldFunction
from server import Aws, eventually, never


@pytest.fixture
def held(aws: Aws) -> Iterator[HeldFunction]:
    """A function that fails after it was released."""
    function = HeldFunction(aws, aws.function(f"{HOLD} throw new Error('too late');"))
    with function.held():
        yield function


def invoker(aws: Aws) -> str:
    return aws.role("states.amazonaws.com", ("lambda:InvokeFunction", "*"))


def branch(first: HeldFunction, second: str) -> dict:
    """A parallel branch of two tasks."""
    states = {
        "First": {
            "Type": "Task",
            "Resource": first.arn,
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Second"}],
            "End": True,
        },
        "Second": {"Type": "Task", "Resource": second, "End": True},
    }
    parallel = {"Type": "Parallel", "Branches": [{"StartAt": "First", "States": states}], "End": True}
    return {"StartAt": "Parallel", "States": {"Parallel": parallel}}


def test_no_task_of_a_branch_starts_after_the_end_of_the_execution(aws: Aws, held: HeldFunction) -> None:
    second = aws.function("console.log('invoked')")
    execution = aws.execution(branch(held, second), invoker(aws))

    eventually(held.environments)
    aws("stepfunctions").stop_execution(executionArn=execution)
    held.release()

    never(lambda: "invoked" in aws.log_of(second), after=0.5)


def test_no_task_of_a_branch_starts_after_the_time_out_of_the_execution(aws: Aws, held: HeldFunction) -> None:
    second = aws.function("console.log('invoked')")
    execution = aws.execution({"TimeoutSeconds": 1, **branch(held, second)}, invoker(aws))

    eventually(held.environments)
    assert aws.end_of(execution)["status"] == "TIMED_OUT"
    held.release()

    never(lambda: "invoked" in aws.log_of(second), after=0.5)


def test_an_execution_remains_aborted_if_its_task_fails_later(aws: Aws, held: HeldFunction) -> None:
    states = {"Task": {"Type": "Task", "Resource": held.arn, "End": True}}
    execution = aws.execution({"StartAt": "Task", "States": states}, invoker(aws))

    eventually(held.environments)
    aws("stepfunctions").stop_execution(executionArn=execution)
    held.release()

    never(lambda: aws.end_of(execution)["status"] != "ABORTED", after=0.5)
