"""Policies of the queues and functions that are targets of rules.

AWS delivers the events of a rule only if the policy of the target lets EventBridge do so for that rule.
MiniStack always delivers.
"""

from collections.abc import Callable
from typing import Any

from ministack.services import eventbridge, sqs

from gaps._grants import denied_by_policy, denied_to_invoke
from patching import replaces, uses

queue_of = uses(sqs, "_queue_by_arn")

EVENTS = "events.amazonaws.com"


def denied(target: str, rule: str) -> str | None:
    """Return the reason why the policy of a target does not let a rule use it; None if it does, or has no policy."""
    service = target.split(":")[2]
    if service == "sqs" and (queue := queue_of(target)):
        return denied_by_policy(queue["attributes"].get("Policy"), EVENTS, "sqs:SendMessage", target, rule)
    return denied_to_invoke(EVENTS, target, rule) if service == "lambda" else None


@replaces(eventbridge, "_invoke_target")
def invoke_target(invoke: Callable, target: dict, event: dict, rule: dict, view: Any = None) -> None:
    """Deliver an event to a target whose policy allows it."""
    if not denied(target["Arn"], rule["Arn"]):
        invoke(target, event, rule, view)
