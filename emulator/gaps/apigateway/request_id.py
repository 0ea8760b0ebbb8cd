"""Id of a request.

AWS gives a request one id: functions, templates and the client receive the same. MiniStack generates one for each.
"""

import contextvars
from collections.abc import Callable
from typing import Any

from ministack.services import apigateway_v1

from patching import replaces

HEADER = "x-amzn-RequestId"

current: contextvars.ContextVar[dict[str, Any]] = contextvars.ContextVar("call")
"""MiniStack's description of the call (API, stage, id, headers and parameters), and its method."""


@replaces(apigateway_v1, "_execute_in_scope")
async def execute(run: Callable, request: dict, api: str, stage: str, method: str, *rest: Any) -> Any:
    """Remember the call, and add its id to the answer."""
    request["method"] = method
    current.set(request)
    answer = await run(request, api, stage, method, *rest)
    if isinstance(answer, tuple):
        status, headers, body = answer
        return status, {**headers, HEADER: request["request_id"]}, body
    return answer


@replaces(apigateway_v1, "_build_lambda_event_v1")
def build_event(build: Callable, *arguments: Any, **options: Any) -> dict:
    """Return the event of a function with the id of the request."""
    event: dict = build(*arguments, **options)
    identifier = current.get()["request_id"]
    event["requestContext"].update(requestId=identifier, extendedRequestId=identifier)
    return event
