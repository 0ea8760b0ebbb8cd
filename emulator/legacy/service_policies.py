"""Authorization of services by the policies of resources. MiniStack allows these services."""

from typing import Any

from ministack.core.arn import execute_api_arn
from ministack.services import apigateway_v1, lambda_svc

from .grants import denied_by_policy, denied_to_role
from .hooks import original


def api_permission() -> None:
    """AWS answers 500 if a function's policy does not let the API invoke it. MiniStack invokes it."""
    invoke = original(apigateway_v1, "_invoke_lambda_proxy_v1")
    reference_of = original(apigateway_v1, "_extract_lambda_ref_from_integration_uri")
    function_of = original(lambda_svc, "_get_func_record_for_ref_in_scope")
    gateway_error = original(apigateway_v1, "_gw_error")

    async def invoke_if_allowed(integration: dict, api: str, stage: str, *rest: Any, **scope: Any) -> Any:
        _, resource, _, method, *_ = rest
        account, region = scope["owner_account_id"], scope["owner_region"]
        function, configuration, _ = function_of(
            reference_of(integration.get("uri", "")), account_id=account, region=region
        )
        if function:
            source = execute_api_arn(region, account, api, stage, method, resource["path"])
            denied = denied_by_policy(
                function["policy"],
                "apigateway.amazonaws.com",
                "lambda:InvokeFunction",
                configuration["FunctionArn"],
                source,
            )
            if denied:
                return gateway_error("API_CONFIGURATION_ERROR", "Internal server error")
        return await invoke(integration, api, stage, *rest, **scope)

    apigateway_v1._invoke_lambda_proxy_v1 = invoke_if_allowed


def authorizer_permission() -> None:
    """AWS answers 500 if neither the authorizer's role nor the policy of its function lets the API
    invoke it. MiniStack invokes it."""
    invoke = original(apigateway_v1, "_invoke_authorizer_lambda")
    reference_of = original(apigateway_v1, "_extract_lambda_ref_from_integration_uri")
    function_of = original(lambda_svc, "_get_func_record_for_ref_in_scope")

    async def invoke_if_allowed(authorizer: dict, event: dict, account: str, region: str) -> Any:
        function, configuration, _ = function_of(
            reference_of(authorizer.get("authorizerUri", "")), account_id=account, region=region
        )
        if not function:
            return None
        arn, role = configuration["FunctionArn"], authorizer.get("authorizerCredentials")
        action, service = "lambda:InvokeFunction", "apigateway.amazonaws.com"
        source = f"{event['methodArn'].split('/')[0]}/authorizers/{authorizer['id']}"
        denied = (
            denied_to_role(role, action, arn)
            if role
            else denied_by_policy(function["policy"], service, action, arn, source)
        )
        return None if denied else await invoke(authorizer, event, account, region)

    apigateway_v1._invoke_authorizer_lambda = invoke_if_allowed


def close() -> None:
    """Apply the patches of this module."""
    api_permission()
    authorizer_permission()
