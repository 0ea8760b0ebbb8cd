"""Resource policy of an API.

AWS evaluates it for every call: with a user pool it must allow the call, with a Lambda authorizer it must not deny it.
MiniStack evaluates it only for methods without authorization or with that of IAM.

https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
"""

from collections.abc import Callable
from typing import Any

from ministack.services import apigateway_v1

from patching import replaces, uses

policy_error = uses(apigateway_v1, "_anonymous_policy_error")


@replaces(apigateway_v1, "_authorize_request_v1")
async def authorize(check: Callable, api: str, stage: str, method: dict, *rest: Any) -> tuple[Any, dict | None]:
    """Return the error of the policy or the authorizer, or the values of the authorizer."""
    verb, path, *_, account, region = rest
    kind = method["authorizationType"]
    by_authorizer = kind in ("COGNITO_USER_POOLS", "CUSTOM")
    denied = policy_error(api, stage, verb, path, account, region) if by_authorizer else None
    if denied and kind == "CUSTOM" and "explicit deny" in denied.message:
        return denied, None
    error, values = await check(api, stage, method, *rest)
    if not error and kind == "COGNITO_USER_POOLS":
        error = denied
    return error, None if error else values
