"""Mappings of integrations with HTTP backends, and of those without a backend.

AWS maps the request and the answer. MiniStack returns the answer of an HTTP backend unchanged, and the template of a
response if there is no backend.
"""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from botocore.awsrequest import AWSRequest
from ministack.services import apigateway_v1

from patching import replaces

from ._integration import ask_http, integrate
from ._mappings import Answer


@replaces(apigateway_v1, "_invoke_http_proxy_v1")
async def invoke_http(pass_on: Callable, integration: dict, *rest: Any) -> Any:
    """Answer by an HTTP backend."""
    if integration["type"] == "HTTP_PROXY":
        return await pass_on(integration, *rest)
    body = rest[3]
    return await asyncio.to_thread(integrate, ask_http, integration, body)


def ask_mock(integration: dict, request: AWSRequest) -> Answer:
    """Return the status that the template of the request contains."""
    return Answer(int(json.loads(request.data)["statusCode"]), {}, b"")


@replaces(apigateway_v1, "_invoke_mock_v1")
def invoke_mock(_: Callable, integration: dict) -> Any:
    """Answer without a backend."""
    return integrate(ask_mock, integration, b"")
