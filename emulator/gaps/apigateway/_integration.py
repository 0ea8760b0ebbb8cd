"""Integrations of REST APIs that map requests and answers."""

import functools
import sys
from collections.abc import Callable
from typing import Any

from botocore.awsrequest import AWSRequest
from botocore.exceptions import BotoCoreError, ConnectTimeoutError, ReadTimeoutError
from botocore.httpsession import URLLib3Session
from ministack.services import apigateway_v1

from patching import uses

from ._mappings import Answer, context_of, incoming, outgoing
from .request_id import current

Ask = Callable[[dict, AWSRequest], Answer]

gateway_error = uses(apigateway_v1, "_gw_error")
session = functools.cache(lambda seconds: URLLib3Session(timeout=seconds))

FAILURES = {
    (ReadTimeoutError, ConnectTimeoutError): ("INTEGRATION_TIMEOUT", "Endpoint request timed out"),
    BotoCoreError: ("INTEGRATION_FAILURE", "Network error communicating with endpoint"),
    Exception: ("API_CONFIGURATION_ERROR", "Internal server error"),
}
"""The gateway response for each error, and its message; the first that matches."""


def ask_http(integration: dict, request: AWSRequest) -> Answer:
    """Send a request to an HTTP backend."""
    answer = session(integration["timeoutInMillis"] / 1000).send(request.prepare())
    return Answer(answer.status_code, answer.headers, answer.content)


def integrate(ask: Ask, integration: dict, body: bytes, authorizer: dict | None = None) -> Any:
    """Map the request, ask the backend, and map its answer."""
    call = current.get()
    try:
        context = context_of(call, authorizer)
        answer = ask(integration, outgoing(integration, call, context, body))
        return incoming(integration, call, context, answer)
    except Exception as error:
        where = f"{call['method']} {call['resource_path']}"
        reason = " ".join(str(error).splitlines())
        print(f"INTEGRATION of {where}: {type(error).__name__}: {reason}", file=sys.stderr, flush=True)
        return gateway_error(*next(answer for kind, answer in FAILURES.items() if isinstance(error, kind)))
