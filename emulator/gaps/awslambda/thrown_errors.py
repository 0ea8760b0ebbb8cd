"""Errors that a function throws.

AWS reports a thrown error by its name, which Retry and Catch of Step Functions match, and keeps the
environment of the function. MiniStack names every error `Runtime.HandlerError` and ends the worker.
"""

from collections.abc import Callable
from typing import Any

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from patching import edits, replaces

FAILURE = "$failure"
"""The key under which the Node worker returns a thrown error as its result."""

DESCRIPTION = f"""
const _failure = (error) => ({{ "{FAILURE}": {{
  errorType: String(error?.name || "Error"),
  errorMessage: String(error?.message ?? error),
  trace: String(error?.stack || "").split("\\n"),
}} }});
"""

REPLIES = {
    'status: "error", error: String(err.message || err), trace: err.stack || ""': "err",
    'status: "error", error: e.message, trace: e.stack': "e",
}
"""Replies of the Node worker when a handler rejects and when it throws, with the name of their error."""


@edits(lambda_runtime, "_NODEJS_WORKER_SCRIPT")
def return_failures(script: str) -> str:
    """Let the worker return a thrown error as a result, as it is ended otherwise."""
    for reply, error in REPLIES.items():
        script = script.replace(reply, f'status: "ok", result: _failure({error})')
    return DESCRIPTION + script


@replaces(lambda_svc, "_execute_function_warm")
def execute_function(execute: Callable, function: dict, event: Any, request: str) -> dict:
    """Report a thrown error as the error of the invocation."""
    outcome: dict = execute(function, event, request)
    body = outcome.get("body")
    if not (isinstance(body, dict) and FAILURE in body):
        return outcome
    failure = body[FAILURE]
    log = "\n".join(filter(None, [outcome.get("log", ""), "Invoke Error", *failure["trace"]]))
    return {"body": failure, "error": True, "log": log}
