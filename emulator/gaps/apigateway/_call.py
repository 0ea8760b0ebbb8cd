"""The call of a REST API that is being answered."""

import contextvars
from dataclasses import dataclass
from typing import Any

from ministack.core.responses import get_account_id, get_region


@dataclass
class Call:
    """A call of a stage."""

    request: dict[str, Any]
    """MiniStack's description: the API, the stage, the id, headers and parameters of the request."""
    method: str

    def source(self, path: str) -> str:
        """The ARN of a part of the API, by which policies name it."""
        return f"arn:aws:execute-api:{get_region()}:{get_account_id()}:{self.request['api_id']}/{path}"

    @property
    def method_source(self) -> str:
        """The ARN of the method."""
        return self.source(f"{self.request['stage_name']}/{self.method}{self.request['resource_path']}")


current: contextvars.ContextVar[Call] = contextvars.ContextVar("call")
"""The call that is being answered."""
