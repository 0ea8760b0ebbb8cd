"""User pools: federation, and triggers."""

from typing import Any

from ministack.services import cognito, lambda_svc

from .grants import denied_by_policy
from .hooks import Attributes, Properties, accepted, original, register


def identity_provider() -> None:
    """AWS lets users of another provider sign in. MiniStack has the API but no CloudFormation handler."""
    create_provider = original(cognito, "_create_identity_provider")
    update_provider = original(cognito, "_update_identity_provider")
    delete_provider = original(cognito, "_delete_identity_provider")

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        accepted(create_provider(properties))
        return properties["ProviderName"], {}

    def attributes(name: str, properties: Properties) -> Attributes:
        accepted(update_provider(properties))
        return {}

    def delete(name: str, properties: Properties) -> Any:
        return delete_provider(properties)

    register("AWS::Cognito::UserPoolIdentityProvider", create, delete, attributes)


def token_trigger() -> None:
    """AWS issues no token if the user pool may not invoke its pre-token-generation function. MiniStack
    invokes it. Here the token is issued without the claims that the function adds."""
    apply_trigger = original(cognito, "_apply_pretoken_trigger")
    pools = original(cognito, "_user_pools")
    arn_of = original(cognito, "_pool_arn")
    function_of = original(lambda_svc, "_get_func_record_for_ref")

    def apply_if_allowed(pool_id: str, claims: dict, **rest: Any) -> dict:
        triggers = (pools.get(pool_id) or {}).get("LambdaConfig") or {}
        settings = triggers.get("PreTokenGenerationConfig") or {}
        reference = settings.get("LambdaArn") or triggers.get("PreTokenGeneration")
        function, configuration, _ = function_of(reference) if reference else (None, None, None)
        if function and denied_by_policy(
            function["policy"],
            "cognito-idp.amazonaws.com",
            "lambda:InvokeFunction",
            configuration["FunctionArn"],
            arn_of(pool_id),
        ):
            return claims
        return apply_trigger(pool_id=pool_id, claims=claims, **rest)

    cognito._apply_pretoken_trigger = apply_if_allowed


def close() -> None:
    """Apply the patches of this module."""
    identity_provider()
    token_trigger()
