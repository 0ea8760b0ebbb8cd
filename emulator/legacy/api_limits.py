"""REST APIs: size limits of requests, and compression."""

import gzip
import json
import zlib
from typing import Any

from ministack import app
from ministack.services import apigateway_v1

from .api_call import Call
from .hooks import original

BODY_BYTES = 10 * 1024 * 1024
HEADER_BYTES = 10_240
"""Request line and header values together.
https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html"""

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


def header_size() -> None:
    """AWS refuses more than 10,240 bytes of request line and headers. MiniStack accepts 16 KiB, and
    its server answers 400 to more."""
    handle = original(app, "_handle_execute_api_request")
    parse = original(app, "_parse_execute_api_url")

    async def handle_within_limits(
        host: str, path: str, method: str, headers: dict, *rest: Any, **options: Any
    ):
        if parse(host, path):
            line = len(options.get("raw_path") or path) + len(options.get("raw_query_string") or "")
            if line + sum(len(value) for value in headers.values()) > HEADER_BYTES:
                body = json.dumps({"message": "Request Header Fields Too Large"}).encode()
                return 431, {"Content-Type": "application/json"}, body
        return await handle(host, path, method, headers, *rest, **options)

    app._handle_execute_api_request = handle_within_limits


def compression() -> None:
    """AWS compresses an answer from the API's minimum size on, if the client accepts that. MiniStack
    stores the setting and compresses nothing."""
    execute = original(apigateway_v1, "handle_execute")

    async def execute_compressing(api: str, *rest: Any) -> tuple[int, dict, Any]:
        status, headers, body = await execute(api, *rest)
        scope = apigateway_v1.find_api_scope(api)
        size = (
            (apigateway_v1._rest_apis.get_scoped(*scope, api) or {}).get("minimumCompressionSize")
            if scope
            else None
        )
        accepted = {
            part.split(";")[0].strip().lower()
            for part in apigateway_v1._header_ci(rest[3], "accept-encoding").split(",")
        }
        encoded = any(name.lower() == "content-encoding" for name in headers)
        if size is None or encoded or not isinstance(body, bytes) or not body or len(body) < int(size):
            return status, headers, body
        if "gzip" not in accepted:
            return status, headers, body
        return status, {**headers, "Content-Encoding": "gzip"}, gzip.compress(body)

    apigateway_v1.handle_execute = execute_compressing


def close() -> None:
    """Apply the patches of this module."""
    body_size()
    header_size()
    compression()
