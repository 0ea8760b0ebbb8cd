"""Calls with several entries.

On AWS, `sns:Publish` allows `PublishBatch` as well, and there is no action of that name. MiniStack requires
a permission with the name of the call.
"""

from collections.abc import Callable
from typing import Any

from ministack.core import iam_actions

from patching import replaces

ACTIONS = {"sns:PublishBatch": "sns:Publish"}
"""Actions that allow a call, if their names differ."""


@replaces(iam_actions, "extract_iam_action")
def action_of(extract: Callable, *request: Any) -> str | None:
    """Return the action that a request requires."""
    action = extract(*request)
    return ACTIONS.get(action, action)
