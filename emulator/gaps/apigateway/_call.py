"""The call of a REST API that is being answered."""

import contextvars
from dataclasses import dataclass
from typing import Any


@dataclass
class Call:
    """A call of a stage."""

    request: dict[str, Any]
    """MiniStack's description: the API, the stage, the id, headers and parameters of the request."""
    method: str
    account: str
    region: str


current: contextvars.ContextVar[Call] = contextvars.ContextVar("call")
"""The call that is being answered."""
