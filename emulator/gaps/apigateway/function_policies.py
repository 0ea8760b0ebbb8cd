"""Policies of the functions that an API invokes.

AWS answers 500 if the policy of a method's function, or of an authorizer's, does not let the API invoke it. MiniStack
invokes it.
"""

from collections.abc import Callable
from typing import Any

from ministack.core.responses import get_account_id, get_region
from ministack.services import apigateway_v1

from gaps._grants import denied_to_invoke
from patching import replaces, uses

from .request_id import current

reference_of = uses(apigateway_v1, "_extract_lambda_ref_from_integration_uri")
gateway_error = uses(apigateway_v1, "_gw_error")


def denied(uri: str, part: str) -> bool:
    """Return True if the policy of a function does not let a part of the API invoke it."""
    source = f"arn:aws:execute-api:{get_region()}:{get_account_id()}:{current.get()['api_id']}/{part}"
    return bool(denied_to_invoke("apigateway.amazonaws.com", reference_of(uri), source))


@replaces(apigateway_v1, "_invoke_lambda_proxy_v1")
async def invoke_function(invoke: Callable, integration: dict, *rest: Any, **scope: Any) -> Any:
    """Invoke the function of a method."""
    call = current.get()
    if denied(integration["uri"], f"{call['stage_name']}/{call['method']}{call['resource_path']}"):
        return gateway_error("API_CONFIGURATION_ERROR", "Internal server error")
    return await invoke(integration, *rest, **scope)


@replaces(apigateway_v1, "_invoke_authorizer_lambda")
async def invoke_authorizer(invoke: Callable, authorizer: dict, *rest: Any) -> Any:
    """Invoke the function of an authorizer; None fails the call."""
    if denied(authorizer["authorizerUri"], f"authorizers/{authorizer['id']}"):
        return None
    return await invoke(authorizer, *rest)
