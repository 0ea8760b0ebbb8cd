"""The call of a REST API that is being answered."""

import contextvars
from typing import Any

from ministack.core.responses import get_account_id, get_region

current: contextvars.ContextVar[dict[str, Any]] = contextvars.ContextVar("call")
"""MiniStack's description of the call (API, stage, id, headers and parameters), and its method."""


def source(path: str) -> str:
    """The ARN of a part of the API, by which policies name it."""
    return f"arn:aws:execute-api:{get_region()}:{get_account_id()}:{current.get()['api_id']}/{path}"
