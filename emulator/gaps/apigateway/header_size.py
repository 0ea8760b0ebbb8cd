"""Limit of a request's headers.

AWS rejects more than 10,240 bytes of request line and headers. MiniStack has no limit.

https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
"""

from collections.abc import Callable
from typing import Any

from ministack import app

from patching import replaces, uses

parse = uses(app, "_parse_execute_api_url")

MAX_BYTES = 10_240
TOO_LARGE = 431, {"Content-Type": "application/json"}, b'{"message":"Request Header Fields Too Large"}'


@replaces(app, "_handle_execute_api_request")
async def handle(answer: Callable, host: str, path: str, method: str, headers: dict, *rest: Any, **raw: str) -> Any:
    """Reject a call whose headers are too large."""
    size = sum(len(value) for value in (*raw.values(), *headers.values()))
    if size > MAX_BYTES and parse(host, path):
        return TOO_LARGE
    return await answer(host, path, method, headers, *rest, **raw)
