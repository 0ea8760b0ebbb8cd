"""Policies of the functions that an API invokes.

AWS answers 500 if the policy of a method's function, or of an authorizer's, does not let the API invoke it. MiniStack
invokes it.
"""

from collections.abc import Callable
from typing import Any

from ministack.services import apigateway_v1, lambda_svc

from gaps._grants import denied_by_policy
from patching import replaces, uses

from ._call import current

reference_of = uses(apigateway_v1, "_extract_lambda_ref_from_integration_uri")
function_of = uses(lambda_svc, "_get_func_record_for_ref")
gateway_error = uses(apigateway_v1, "_gw_error")


def may_invoke(uri: str, source: str) -> bool:
    """Return True if the policy of a function lets a part of the API invoke it, or if there is no such function."""
    function, configuration, _ = function_of(reference_of(uri))
    if not function:
        return True
    action, arn = "lambda:InvokeFunction", configuration["FunctionArn"]
    return not denied_by_policy(function["policy"], "apigateway.amazonaws.com", action, arn, source)


@replaces(apigateway_v1, "_invoke_lambda_proxy_v1")
async def invoke_function(invoke: Callable, integration: dict, *rest: Any, **scope: Any) -> Any:
    """Invoke the function of a method."""
    if may_invoke(integration["uri"], current.get().method_source):
        return await invoke(integration, *rest, **scope)
    return gateway_error("API_CONFIGURATION_ERROR", "Internal server error")


@replaces(apigateway_v1, "_invoke_authorizer_lambda")
async def invoke_authorizer(invoke: Callable, authorizer: dict, *rest: Any) -> Any:
    """Invoke the function of an authorizer; None fails the call."""
    if may_invoke(authorizer["authorizerUri"], current.get().source(f"authorizers/{authorizer['id']}")):
        return await invoke(authorizer, *rest)
    return None
