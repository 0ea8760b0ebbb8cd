"""Authorization, by IAM, of services that act on behalf of a caller."""

import sys

from ministack.core import iam_evaluator
from ministack.core.responses import get_account_id, get_region
from ministack.services import iam, lambda_svc

from patching import uses

EvalContext = uses(iam_evaluator, "EvalContext")
evaluate = uses(iam_evaluator, "evaluate")
evaluate_resource_policy = uses(iam_evaluator, "evaluate_resource_policy")
gather_role_policies = uses(iam_evaluator, "_gather_role_policies")
permissions_boundary = uses(iam_evaluator, "_permissions_boundary")
roles = uses(iam, "_roles")
function_of = uses(lambda_svc, "_get_func_record_for_ref")


def report_denial(principal: str, action: str, resource: str) -> str:
    """Print a denial to standard error, and return its text for the error of the service."""
    reason = f"{principal} is not authorized to perform: {action} on resource: {resource}"
    print(f"DENIED {reason}", file=sys.stderr, flush=True)
    return reason


def denied_to_role(role_arn: str, action: str, resource: str) -> str | None:
    """The reason why a role's policies and permissions boundary do not allow an action; None if they do."""
    account, name = role_arn.split(":")[4], role_arn.rsplit("/", 1)[-1]
    session = f"arn:aws:sts::{account}:assumed-role/{name}/service"
    context = EvalContext(session, "AssumedRole", account, action, resource, get_region())
    limits = permissions_boundary(roles, name, account)
    if evaluate(context, gather_role_policies(name, account), *limits).decision == "Allow":
        return None
    return report_denial(role_arn, action, resource)


def denied_by_policy(
    policy: str | dict | None, service: str, action: str, resource: str, source: str | None = None
) -> str | None:
    """The reason why a resource's policy does not let a service act, for a source if it names one; None if it does."""
    conditions = {"aws:sourcearn": source, "aws:sourceaccount": get_account_id()} if source else {}
    context = EvalContext("*", "Service", "", action, resource, get_region(), service_context=conditions)
    if evaluate_resource_policy(policy, context, service=service).decision == "Allow":
        return None
    return report_denial(f"{service} for {source}" if source else service, action, resource)


def denied_to_invoke(service: str, reference: str, source: str) -> str | None:
    """The reason why a function's policy does not let a service invoke it for a source; None if it does."""
    function, configuration, _ = function_of(reference)
    if not function:
        return None
    return denied_by_policy(function["policy"], service, "lambda:InvokeFunction", configuration["FunctionArn"], source)
