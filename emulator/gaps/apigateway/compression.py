"""Compression of answers.

AWS compresses an answer from the API's minimum size on, if the client accepts that. MiniStack stores the size and
compresses nothing.
"""

import gzip
from collections.abc import Callable
from typing import Any

from ministack.services import apigateway_v1

from patching import replaces, uses

apis = uses(apigateway_v1, "_rest_apis")
header_of = uses(apigateway_v1, "_header_ci")


@replaces(apigateway_v1, "_handle_execute_in_scope")
async def handle(answer: Callable, api: str, stage: str, method: str, path: str, headers: dict, *rest: Any) -> tuple:
    """Compress the answer if it is large enough."""
    status, answer_headers, body = await answer(api, stage, method, path, headers, *rest)
    size = apis.get(api, {}).get("minimumCompressionSize")
    accepts_gzip = "gzip" in header_of(headers, "accept-encoding")
    is_compressed = bool(header_of(answer_headers, "content-encoding"))
    if size is None or is_compressed or not accepts_gzip or not body or len(body) < int(size):
        return status, answer_headers, body
    return status, {**answer_headers, "Content-Encoding": "gzip"}, gzip.compress(body)
