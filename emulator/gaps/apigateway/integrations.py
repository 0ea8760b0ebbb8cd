"""Backends of a REST API that are no functions.

AWS calls a service under the integration's role, renders templates, maps parameters, and selects a response by its
pattern. MiniStack answers 504 for most services, renders some variables of some templates, and returns the answers of
HTTP backends unchanged.
"""

import asyncio
import functools
import json
import sys
from collections.abc import Callable
from typing import Any

from botocore.awsrequest import AWSRequest
from botocore.exceptions import BotoCoreError, ConnectTimeoutError, ReadTimeoutError
from botocore.httpsession import URLLib3Session
from ministack.services import apigateway_v1

from gaps._grants import refuse
from patching import replaces, uses

from ._call import current
from ._mappings import Answer, context_of, incoming, outgoing
from ._services import address

Ask = Callable[[dict, AWSRequest], Answer]

gateway_error = uses(apigateway_v1, "_gw_error")
session = functools.cache(lambda seconds: URLLib3Session(timeout=seconds))

FAILURES: dict[type[Exception], tuple[str, str]] = {
    ReadTimeoutError: ("INTEGRATION_TIMEOUT", "Endpoint request timed out"),
    ConnectTimeoutError: ("INTEGRATION_TIMEOUT", "Endpoint request timed out"),
    BotoCoreError: ("INTEGRATION_FAILURE", "Network error communicating with endpoint"),
    Exception: ("API_CONFIGURATION_ERROR", "Internal server error"),
}
"""The gateway response for each error, and its message; the first that matches."""


def ask_http(integration: dict, request: AWSRequest) -> Answer:
    """Send a request to an HTTP backend."""
    answer = session(integration["timeoutInMillis"] / 1000).send(request.prepare())
    return Answer(answer.status_code, answer.headers, answer.content)


def ask_service(integration: dict, request: AWSRequest) -> Answer:
    """Send a request to an AWS service."""
    role = integration["credentials"]
    address(request, role)
    answer = ask_http(integration, request)
    if answer.status == 403:
        refuse(role, "the call of its integration", integration["uri"])
    return answer


def ask_nobody(integration: dict, request: AWSRequest) -> Answer:
    """Return the status that the template of a mock integration contains."""
    return Answer(int(json.loads(request.data)["statusCode"]), {}, b"")


def integrate(ask: Ask, integration: dict, body: bytes, authorizer: dict | None = None) -> Any:
    """Map the request, ask the backend, and map its answer."""
    call = current.get()
    try:
        context = context_of(call, authorizer)
        answer = ask(integration, outgoing(integration, call, context, body))
        return incoming(integration, call, context, answer)
    except Exception as error:
        where = f"{call.method} {call.request['resource_path']}"
        reason = " ".join(str(error).splitlines())
        print(f"INTEGRATION of {where}: {type(error).__name__}: {reason}", file=sys.stderr, flush=True)
        return gateway_error(*next(answer for kind, answer in FAILURES.items() if isinstance(error, kind)))


@replaces(apigateway_v1, "_invoke_lambda_custom_v1")
@replaces(apigateway_v1, "_invoke_sqs_v1")
async def invoke_service(
    _: Callable, integration: dict, *rest: Any, authorizer_context: dict | None = None, **scope: Any
) -> Any:
    """Answer by an AWS service."""
    body = rest[7]
    return await asyncio.to_thread(integrate, ask_service, integration, body, authorizer_context)


@replaces(apigateway_v1, "_invoke_http_proxy_v1")
async def invoke_http(pass_on: Callable, integration: dict, *rest: Any) -> Any:
    """Answer by an HTTP backend."""
    if integration["type"] == "HTTP_PROXY":
        return await pass_on(integration, *rest)
    body = rest[3]
    return await asyncio.to_thread(integrate, ask_http, integration, body)


@replaces(apigateway_v1, "_invoke_mock_v1")
def invoke_mock(_: Callable, integration: dict) -> Any:
    """Answer without a backend."""
    return integrate(ask_nobody, integration, b"")
