"""Executions that were stopped or timed out.

On AWS, such an execution keeps its status, its history ends, and none of its tasks starts. MiniStack
continues the branches of a Parallel or Map state and the attempts of a task, and changes the status to
FAILED, with a second event, if the task that was running fails.
"""

import contextlib
from collections.abc import Callable

from ministack.services import stepfunctions

from patching import replaces


class ExecutionEndedError(SystemExit):
    """Ends the thread of a state, also that of a branch, without a message."""


@replaces(stepfunctions, "_add_event")
def add_event(add: Callable, execution: dict, event_type: str, details: dict | None = None) -> dict:
    """Add an event to the history of an execution; end the state that causes it if the execution has ended."""
    if execution["status"] != "RUNNING" and not event_type.startswith("Execution"):
        raise ExecutionEndedError
    return add(execution, event_type, details)


@replaces(stepfunctions, "_fail_execution")
def fail(fail_execution: Callable, execution: dict, error: str, cause: str) -> None:
    """Fail an execution that is running."""
    if execution["status"] == "RUNNING":
        fail_execution(execution, error, cause)


@replaces(stepfunctions, "_run_execution")
def run(run_execution: Callable, execution_arn: str) -> None:
    """Run an execution until its end."""
    with contextlib.suppress(ExecutionEndedError):
        run_execution(execution_arn)
