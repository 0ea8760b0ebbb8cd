"""REST APIs: their resource policy."""

from typing import Any

from ministack.services import apigateway_v1

from .hooks import original


def resource_policy() -> None:
    """AWS evaluates the resource policy of an API for every call. MiniStack does so only for methods
    without authorization or with IAM authorization. With a user pool the policy must allow the
    call; with a Lambda authorizer it must not deny it.
    https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html"""
    authorize = original(apigateway_v1, "_authorize_request_v1")
    policy_error = original(apigateway_v1, "_anonymous_policy_error")

    async def authorize_by_policy(api: str, stage: str, method: dict, *rest: Any) -> Any:
        verb, path, account, region = rest[0], rest[1], rest[-2], rest[-1]
        kind = (method.get("authorizationType") or "NONE").upper()
        denied = None
        if kind in ("COGNITO_USER_POOLS", "CUSTOM"):
            denied = policy_error(api, stage, verb, path, account, region)
        if denied and kind == "CUSTOM" and "explicit deny" not in denied.message:
            denied = None
        if denied and kind == "CUSTOM":
            return denied, None
        error, context = await authorize(api, stage, method, *rest)
        return (error or denied, None) if error or denied else (None, context)

    apigateway_v1._authorize_request_v1 = authorize_by_policy


def close() -> None:
    """Apply the patches of this module."""
    resource_policy()
