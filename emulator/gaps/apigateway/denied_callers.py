"""Answer to a caller whose policies do not allow a method.

AWS answers with the API's ACCESS_DENIED response. MiniStack has another form for it.
"""

import json
from collections.abc import Callable
from typing import Any

from ministack import app
from ministack.core import iam_evaluator
from ministack.services import apigateway_v1

from patching import edits, replaces, uses

AuthError = uses(iam_evaluator, "AuthError")
respond = uses(apigateway_v1, "authentication_error_response")

CODE = "AccessDenied"


@edits(apigateway_v1, "_AUTHENTICATION_GATEWAY_ERRORS")
def responses(known: dict) -> dict:
    """Add the response to a denial."""
    return {**known, CODE: ("ACCESS_DENIED", "AccessDeniedException")}


@replaces(app, "_enforce_execute_api")
def enforce(
    check: Callable, api: str, stage: str, verb: str, path: str, headers: dict, query: dict, **rest: Any
) -> Any:
    """Return the answer to a call that is not allowed."""
    denied = check(api, stage, verb, path, headers, query, **rest)
    if denied and b"is not authorized to perform" in denied[2]:
        message = {name.lower(): value for name, value in json.loads(denied[2]).items()}["message"]
        return respond(api, stage, AuthError(CODE, message), headers, query) or denied
    return denied
