"""Time-out of an execution.

AWS ends an execution as TIMED_OUT after the machine's `TimeoutSeconds`, and sends an event to the
event bus. MiniStack does not support the time-out of a machine.
"""

import contextvars
import functools
import json
import threading
from collections.abc import Callable

from ministack.core.responses import now_iso
from ministack.services import stepfunctions

from patching import replaces, uses

executions = uses(stepfunctions, "_executions")
machines = uses(stepfunctions, "_state_machines")
add_event = uses(stepfunctions, "_add_event")
emit = uses(stepfunctions, "_emit_execution_status_event")
parsed = functools.cache(json.loads)


def time_out(execution: dict) -> None:
    """End an execution that is still running."""
    if execution["status"] == "RUNNING":
        execution.update(status="TIMED_OUT", stopDate=now_iso())
        add_event(execution, "ExecutionTimedOut", {"executionTimedOutEventDetails": {}})
        emit(execution)


@replaces(stepfunctions, "_run_execution")
def run_with_time_out(run: Callable, execution_arn: str) -> None:
    """Run an execution until its end or its time-out."""
    execution = executions.get(execution_arn)
    machine = machines.get(execution["stateMachineArn"]) if execution else None
    seconds = parsed(machine["definition"]).get("TimeoutSeconds") if machine else None
    if seconds is None:
        return run(execution_arn)
    timer = threading.Timer(seconds, contextvars.copy_context().run, (time_out, execution))
    timer.daemon = True
    timer.start()
    try:
        return run(execution_arn)
    finally:
        timer.cancel()
