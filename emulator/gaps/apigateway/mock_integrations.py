"""Integrations of REST APIs without a backend.

AWS renders the templates of the request and of the response. MiniStack returns the template.
"""

import json
from collections.abc import Callable
from typing import Any

from botocore.awsrequest import AWSRequest
from ministack.services import apigateway_v1

from patching import replaces

from ._integration import integrate
from ._mappings import Answer


def ask_nobody(integration: dict, request: AWSRequest) -> Answer:
    """Return the status that the template of the request contains."""
    return Answer(int(json.loads(request.data)["statusCode"]), {}, b"")


@replaces(apigateway_v1, "_invoke_mock_v1")
def invoke_mock(_: Callable, integration: dict) -> Any:
    """Answer without a backend."""
    return integrate(ask_nobody, integration, b"")
