"""Description of a stack while it is created, updated or deleted.

Deployments end on AWS after minutes, so its clients ask for the status every five seconds. Here they end after
milliseconds: the answer waits for the end, at most as long as a client waits for an answer.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

from ministack.services import cloudformation
from ministack.services.cloudformation import handlers

from patching import replaces, uses

MAX_WAIT_SECONDS = 15
find_stack = uses(handlers, "_resolve_stack")


@replaces(cloudformation, "handle_request")
async def answer(handle: Callable, method: str, path: str, headers: dict, body: bytes, query_params: dict) -> Any:
    """Answer a request, DescribeStacks of one stack only when its status is final."""
    request = parse_qs(body.decode(errors="replace"))
    name = request.get("StackName")
    if request.get("Action") == ["DescribeStacks"] and name:
        end = time.monotonic() + MAX_WAIT_SECONDS
        while time.monotonic() < end and is_under_way(find_stack(name[0])):
            await asyncio.sleep(0.02)
    return await handle(method, path, headers, body, query_params)


def is_under_way(stack: dict | None) -> bool:
    """Return True if an operation on a stack has not ended. One that only has a change set waits for nothing."""
    status = stack["StackStatus"] if stack else ""
    return bool(status.endswith("_IN_PROGRESS") and status != "REVIEW_IN_PROGRESS")
