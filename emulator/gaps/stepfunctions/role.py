"""The role of a state machine.

AWS invokes the functions of a workflow under the role of its state machine, and fails the task if the
permission is missing. MiniStack invokes any function.
"""

import contextvars
from collections.abc import Callable
from typing import Any

from ministack.services import lambda_svc, stepfunctions

from gaps._grants import denied_to_role
from patching import replaces, uses

machines = uses(stepfunctions, "_state_machines")
function_of = uses(lambda_svc, "_get_func_record_for_ref")
execution_error = uses(stepfunctions, "_ExecutionError")

machine: contextvars.ContextVar[str] = contextvars.ContextVar("machine")


@replaces(stepfunctions, "_execute_task")
def execute_task(execute: Callable, state: dict, data: Any, execution: dict, context: dict) -> Any:
    """Execute a task under the role of its state machine."""
    machine.set(execution["stateMachineArn"])
    return execute(state, data, execution, context)


@replaces(stepfunctions, "_call_lambda")
def call_lambda(call: Callable, reference: str, event: Any) -> Any:
    """Invoke a function that the role may invoke."""
    role, configuration = machines[machine.get()]["roleArn"], function_of(reference)[1]
    if configuration and (denied := denied_to_role(role, "lambda:InvokeFunction", configuration["FunctionArn"])):
        raise execution_error("Lambda.AWSLambdaException", denied)
    return call(reference, event)
