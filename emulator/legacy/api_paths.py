"""REST APIs: the paths of requests."""

import contextvars
import urllib.parse
from typing import Any

from ministack import app
from ministack.services import apigateway_v1

from .hooks import original

raw_path: contextvars.ContextVar[str | None] = contextvars.ContextVar("raw_path", default=None)
"""The path of the call below its stage, as it was sent."""


def path_as_sent() -> None:
    """AWS matches the segments of a path before it decodes them, so a parameter can contain a slash.
    MiniStack decodes first, so a path with `%2F` matches another resource."""
    handle = original(app, "_handle_execute_api_request")
    parse = original(app, "_parse_execute_api_url")
    match_tree = original(apigateway_v1, "_match_resource_tree")
    match_greedy = original(apigateway_v1, "_match_greedy_fallback")

    async def handle_knowing_path(host: str, *rest: Any, **options: Any) -> Any:
        sent = parse(host, options.get("raw_path") or "")
        raw_path.set(sent[2] if sent else None)
        return await handle(host, *rest, **options)

    def segments_of(decoded: list[str]) -> list[str]:
        sent = raw_path.get()
        if sent is None:
            return decoded
        return [urllib.parse.unquote(s, errors="replace") for s in sent.strip("/").split("/") if s]

    app._handle_execute_api_request = handle_knowing_path
    apigateway_v1._match_resource_tree = lambda api, segments: match_tree(api, segments_of(segments))
    apigateway_v1._match_greedy_fallback = lambda api, segments, method: match_greedy(
        api, segments_of(segments), method
    )


def close() -> None:
    """Apply the patches of this module."""
    path_as_sent()
