"""Size and compression of a request's body.

AWS rejects a body over 10 MB, and decompresses a body if the API has a minimum size for compression. MiniStack passes
every body on unchanged.
"""

import zlib
from collections.abc import Callable
from typing import Any

from ministack.services import apigateway_v1

from patching import replaces, uses

apis = uses(apigateway_v1, "_rest_apis")
stages = uses(apigateway_v1, "_stages_v1")
header_of = uses(apigateway_v1, "_header_ci")
gateway_error = uses(apigateway_v1, "_gw_error")

MAX_BYTES = 10 * 1024 * 1024
WINDOWS = {"gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


@replaces(apigateway_v1, "_execute_in_scope")
async def execute(run: Callable, request: dict, api: str, stage: str, *call: Any) -> Any:
    """Answer a call with its body as its method receives it."""
    method, path, headers, body, *rest = call
    request["stage"] = stages.get(api, {}).get(stage, {})
    encoding = header_of(headers, "content-encoding").lower()
    if encoding not in ("", "identity") and apis[api]["minimumCompressionSize"] is not None:
        if encoding not in WINDOWS:
            return gateway_error("UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type")
        try:
            body = zlib.decompressobj(WINDOWS[encoding]).decompress(body, MAX_BYTES + 1)
        except zlib.error:
            return gateway_error("BAD_REQUEST_BODY", "Invalid request body")
    if len(body) > MAX_BYTES:
        return gateway_error("REQUEST_TOO_LARGE", "Request Too Long")
    return await run(request, api, stage, method, path, headers, body, *rest)
