"""Integrations of REST APIs with HTTP backends.

AWS maps the request and the answer. MiniStack returns the answer of the backend unchanged.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from ministack.services import apigateway_v1

from patching import replaces

from ._integration import ask_http, integrate


@replaces(apigateway_v1, "_invoke_http_proxy_v1")
async def invoke_http(pass_on: Callable, integration: dict, *rest: Any) -> Any:
    """Answer by an HTTP backend."""
    if integration["type"] == "HTTP_PROXY":
        return await pass_on(integration, *rest)
    body = rest[3]
    return await asyncio.to_thread(integrate, ask_http, integration, body)
