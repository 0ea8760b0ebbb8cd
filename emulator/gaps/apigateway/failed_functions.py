"""Answer of an API if its function throws.

AWS answers 502 with the API's DEFAULT_5XX response. MiniStack returns the error with its stack trace to the client.
"""

from collections.abc import Callable

from ministack.services import apigateway_v1

from patching import replaces, uses

from .request_id import current

GatewayError = uses(apigateway_v1, "_GatewayError")
respond = uses(apigateway_v1, "_gateway_error_response")


@replaces(apigateway_v1, "_lambda_proxy_response")
def proxy_response(response_of: Callable, result: dict) -> tuple[dict | None, str | None]:
    """Return the answer for the result of a function."""
    response, error = response_of(result)
    if error is None:
        return response, None
    failed = GatewayError("DEFAULT_5XX", "Internal server error", "InternalServerErrorException")
    _, headers, body = respond(failed, current.get())
    return {"statusCode": 502, "headers": headers, "body": body}, None
