"""REST APIs: the gateway's own answers."""

import re
from typing import Any

from ministack.services import apigateway_v1

from .api_call import Call
from .hooks import original
from .java import text

VARIABLE = re.compile(rb"\$(?:\{context\.([\w.]+)\}|context\.(\w+(?:\.\w+)*))")


def gateway_variables() -> None:
    """AWS renders every variable of the context in the headers and templates of a gateway response.
    MiniStack renders six in templates and one in headers."""
    respond = original(apigateway_v1, "_gateway_error_response")
    request_value = original(apigateway_v1, "_gateway_request_value")

    def gateway_error_response(error: Any, request: dict) -> tuple[int, dict, bytes]:
        status, headers, body = respond(error, request)
        call: Call | None = request.get("call")

        def value_of(match: re.Match) -> bytes:
            value = call.variable((match.group(1) or match.group(2)).decode()) if call else None
            return text("" if value is None else value).encode("utf-8", "replace")

        once = {name.lower(): (name, value) for name, value in headers.items()}
        return status, dict(once.values()), VARIABLE.sub(value_of, body)

    def gateway_request_value(source: str, request: dict) -> str | None:
        call: Call | None = request.get("call")
        if call and source.startswith("context.") and source != "context.requestId":
            value = call.variable(source.removeprefix("context."))
            return None if value is None else text(value)
        return request_value(source, request)

    apigateway_v1._gateway_error_response = gateway_error_response
    apigateway_v1._gateway_request_value = gateway_request_value


def close() -> None:
    """Apply the patches of this module."""
    gateway_variables()
