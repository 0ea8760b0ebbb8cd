"""Answers to a task token.

AWS requires the permission on the state machine that issued the token. MiniStack requires it on every resource (`*`).
"""

import json
from collections.abc import Callable
from typing import Any

from ministack.core import iam_actions
from ministack.services import stepfunctions

from patching import replaces

from .role import machine

issuers: dict[str, str] = {}
"""State machines by the tokens that they issued."""


@replaces(stepfunctions, "_invoke_with_callback")
def invoke_with_callback(invoke: Callable, resource: str, data: Any, token: str, state: dict) -> Any:
    """Invoke a function that answers a token later."""
    issuers[token] = machine.get()
    return invoke(resource, data, token, state)


@replaces(iam_actions, "extract_resource_arn")
def resource_of(extract: Callable, service: str, *call: Any) -> Any:
    """Return the resource that a call needs a permission on."""
    _, _, _, body, *_ = call
    if service == "states" and b'"taskToken"' in body:
        return issuers.get(json.loads(body)["taskToken"], "*")
    return extract(service, *call)
