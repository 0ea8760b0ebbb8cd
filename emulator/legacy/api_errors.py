"""REST APIs: the gateway's own answers."""

import re
from typing import Any

from ministack import app
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


def denied_caller() -> None:
    """If a caller's policies do not allow a method, AWS answers in the form of the API's
    ACCESS_DENIED response. MiniStack uses a form of its own."""
    enforce = original(app, "_enforce_execute_api")
    authentication_error = original(apigateway_v1, "authentication_error_response")

    class Denied:
        """Error in the form of MiniStack's authentication errors."""

        code = "AccessDenied"

        def __init__(self, message: str) -> None:
            self.message = message

    def enforce_execute_api(
        api: str, stage: str, method: str, path: str, headers: dict, query: dict, **options: Any
    ) -> Any:
        denied = enforce(api, stage, method, path, headers, query, **options)
        kinds = {name.lower(): value for name, value in denied[1].items()} if denied else {}
        if kinds.get("x-amzn-errortype", "").startswith("AccessDenied") or (
            denied and b"not authorized to perform" in denied[2]
        ):
            return authentication_error(api, stage, Denied(message_of(denied[2])), headers, query) or denied
        return denied

    expected = original(apigateway_v1, "_AUTHENTICATION_GATEWAY_ERRORS")
    expected["AccessDenied"] = ("ACCESS_DENIED", "AccessDeniedException")
    app._enforce_execute_api = enforce_execute_api


def message_of(body: bytes) -> str:
    """The message of an error."""
    match = re.search(rb'"[Mm]essage"\s*:\s*"([^"]*)"', body)
    return match.group(1).decode() if match else "Forbidden"


def close() -> None:
    """Apply the patches of this module."""
    gateway_variables()
    denied_caller()
