"""REST APIs: size limits of requests, and compression."""

import zlib
from typing import Any

from ministack.services import apigateway_v1

from .api_call import Call
from .hooks import original

BODY_BYTES = 10 * 1024 * 1024
GZIP_WINDOW = 16 + zlib.MAX_WBITS

gateway_error = original(apigateway_v1, "_gw_error")


def decompressed(body: bytes, encoding: str) -> bytes | None:
    """A decompressed body, cut one byte over the limit; None if it cannot be decompressed."""
    if encoding in ("", "identity"):
        return body
    try:
        return zlib.decompressobj(GZIP_WINDOW if encoding == "gzip" else zlib.MAX_WBITS).decompress(
            body, BODY_BYTES + 1
        )
    except zlib.error:
        return None


def body_size() -> None:
    """AWS refuses a body over 10 MB, and decompresses the body if the API has compression. MiniStack
    passes every body on unchanged."""
    execute = original(apigateway_v1, "_execute_in_scope")

    async def execute_within_limits(request: dict, *rest: Any) -> Any:
        call: Call = request["call"]
        *before, body, query, account, region = rest
        encoding = call.header("content-encoding").strip().lower()
        compresses = call.api.get("minimumCompressionSize") is not None
        if compresses and encoding not in ("", "identity", "gzip", "deflate"):
            return gateway_error("UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type")
        if compresses:
            body = decompressed(body or b"", encoding)
        if body is None:
            return gateway_error("BAD_REQUEST_BODY", "Invalid request body")
        if len(body) > BODY_BYTES:
            return gateway_error("REQUEST_TOO_LARGE", "Request Too Long")
        call.body = body
        return await execute(request, *before, body, query, account, region)

    apigateway_v1._execute_in_scope = execute_within_limits


def close() -> None:
    """Apply the patches of this module."""
    body_size()
