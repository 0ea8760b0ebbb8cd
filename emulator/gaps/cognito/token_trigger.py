"""The pre-token-generation trigger of a user pool.

AWS issues no token if the pool may not invoke the trigger, or if the trigger fails. MiniStack does not check the
permission, and issues the token without the trigger's claims if it fails.
"""

import os
from collections.abc import Callable
from typing import Any

from ministack.core.responses import error_response_json
from ministack.services import cognito

from gaps._grants import denied_to_invoke
from patching import register, replaces, uses

pools = uses(cognito, "_user_pools")
pool_arn = uses(cognito, "_pool_arn")

# Makes MiniStack raise a RuntimeError if the trigger fails.
register(lambda: os.environ.update(MINISTACK_COGNITO_PRETOKEN_STRICT="1"), __name__)


@replaces(cognito, "_apply_pretoken_trigger")
def apply(apply_trigger: Callable, pool_id: str, claims: dict, **rest: Any) -> Any:
    """Apply the trigger if the function's policy lets the pool invoke it."""
    triggers = (pools.get(pool_id) or {}).get("LambdaConfig") or {}
    reference = triggers.get("PreTokenGenerationConfig", {}).get("LambdaArn") or triggers.get("PreTokenGeneration")
    if reference and denied_to_invoke("cognito-idp.amazonaws.com", reference, pool_arn(pool_id)):
        raise PermissionError("PreTokenGeneration invocation failed due to error AccessDeniedException.")
    return apply_trigger(pool_id=pool_id, claims=claims, **rest)


@replaces(cognito, "_run_idp_handler")
def answer(run: Callable, *arguments: Any) -> Any:
    """Answer a call with an error if its trigger failed."""
    try:
        return run(*arguments)
    except PermissionError as error:
        return error_response_json("UnexpectedLambdaException", str(error), 400)
    except RuntimeError as error:
        return error_response_json("UserLambdaValidationException", str(error), 400)
