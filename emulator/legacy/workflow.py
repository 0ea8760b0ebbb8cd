"""State machines: the end of an execution, and task tokens."""

import json
import threading
from typing import Any

from ministack.core import iam_actions
from ministack.services import stepfunctions

from .hooks import original


def ended_execution() -> None:
    """On AWS, an aborted or timed-out execution keeps its status. MiniStack changes it to FAILED, with
    a second event, if the task that was running fails later."""
    fail = original(stepfunctions, "_fail_execution")

    def fail_running(execution: dict, error: str, cause: str) -> None:
        if execution["status"] == "RUNNING":
            fail(execution, error, cause)

    stepfunctions._fail_execution = fail_running


def task_token_owner() -> None:
    """To answer a task token, AWS requires the permission on the state machine that issued it.
    MiniStack requires it on every resource (`*`)."""
    execute = original(stepfunctions, "_execute_task")
    invoke = original(stepfunctions, "_invoke_with_callback")
    resource_of = original(iam_actions, "extract_resource_arn")
    running = threading.local()
    owners: dict[str, str] = {}

    def execute_task(state: dict, data: Any, execution: dict, context: dict) -> Any:
        running.machine = execution["stateMachineArn"]
        return execute(state, data, execution, context)

    def invoke_with_callback(resource: str, data: Any, token: str, state: dict) -> Any:
        owners[token] = running.machine
        return invoke(resource, data, token, state)

    def extract_resource_arn(
        service: str, method: str, path: str, headers: dict, body: bytes, *rest: Any
    ) -> str:
        if service == "states" and b'"taskToken"' in body:
            return owners.get(json.loads(body)["taskToken"], "*")
        return resource_of(service, method, path, headers, body, *rest)

    stepfunctions._execute_task = execute_task
    stepfunctions._invoke_with_callback = invoke_with_callback
    iam_actions.extract_resource_arn = extract_resource_arn


def close() -> None:
    """Apply the patches of this module."""
    ended_execution()
    task_token_owner()
