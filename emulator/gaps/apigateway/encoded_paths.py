"""Encoded characters in a path.

AWS matches the segments of a path before it decodes them, so a parameter can contain a slash. MiniStack decodes first,
so a path with `%2F` matches another resource.
"""

import contextvars
import urllib.parse
from collections.abc import Callable
from typing import Any

from ministack import app
from ministack.services import apigateway_v1

from patching import replaces, uses

parse = uses(app, "_parse_execute_api_url")

sent_path: contextvars.ContextVar[str | None] = contextvars.ContextVar("sent_path")
"""The path of the call below its stage, encoded; None if the host is a domain name of the API."""


@replaces(app, "_handle_execute_api_request")
async def handle(answer: Callable, host: str, *rest: Any, raw_path: str, **options: Any) -> Any:
    """Remember the path as the client sent it."""
    sent = parse(host, raw_path)
    sent_path.set(sent[2] if sent else None)
    return await answer(host, *rest, raw_path=raw_path, **options)


@replaces(apigateway_v1, "_match_resource_tree")
def match(find: Callable, api: str, decoded: list[str]) -> tuple[dict | None, dict]:
    """Find the resource for the segments of the path as the client sent it."""
    if (sent := sent_path.get()) is None:
        return find(api, decoded)
    return find(api, [urllib.parse.unquote(each, errors="replace") for each in sent.split("/") if each])
