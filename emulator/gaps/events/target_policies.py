"""Policies of the queues and functions that are targets of rules.

AWS delivers the events of a rule only if the policy of the target lets EventBridge do so for that rule.
MiniStack always delivers.
"""

from collections.abc import Callable
from typing import Any

from ministack.services import eventbridge, lambda_svc, sqs

from gaps._grants import denied_by_policy
from patching import replaces, uses

queue_of = uses(sqs, "_queue_by_arn")
function_of = uses(lambda_svc, "_get_func_record_for_ref")


def policy_of(target: str) -> tuple[str, Any] | None:
    """Return the action that a rule performs on its target and the target's policy; None if it has no policy."""
    service = target.split(":")[2]
    if service == "sqs" and (queue := queue_of(target)):
        return "sqs:SendMessage", queue["attributes"].get("Policy")
    if service == "lambda" and (function := function_of(target)[0]):
        return "lambda:InvokeFunction", function["policy"]
    return None


@replaces(eventbridge, "_invoke_target")
def invoke_target(invoke: Callable, target: dict, event: dict, rule: dict, view: Any = None) -> None:
    """Deliver an event to a target whose policy allows it."""
    found = policy_of(target["Arn"])
    if found:
        action, policy = found
        if denied_by_policy(policy, "events.amazonaws.com", action, target["Arn"], rule["Arn"]):
            return
    invoke(target, event, rule, view)
