"""Integrations of REST APIs with AWS services.

AWS calls a service under the integration's role, renders templates, maps parameters, and selects a response by its
pattern. MiniStack answers 504 for most services, does not check the role, and renders some variables of some templates.
"""

import asyncio
import functools
import json
import os
from collections.abc import Callable
from typing import Any

import botocore.session
from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from ministack.core import lambda_runtime
from ministack.core.responses import get_account_id, get_region
from ministack.services import apigateway_v1, iam

from gaps._grants import denied_by_policy, report_denial
from patching import replaces, uses

from ._integration import ask_http, integrate
from ._mappings import Answer

parse_uri = uses(apigateway_v1, "_parse_service_integration_uri")
function_credentials = uses(lambda_runtime, "execution_credentials")
roles = uses(iam, "_roles")
model_of = functools.cache(botocore.session.get_session().get_service_model)


def session_of(role_arn: str) -> Credentials:
    """Return a session of an integration's role.

    Raises PermissionError if API Gateway may not assume the role. It names neither the ARN nor the account of a source
    when it assumes one, so that a condition on them refuses API Gateway.
    """
    role = roles.get((role_arn or "").rpartition("/")[2])
    trust = json.loads(role["AssumeRolePolicyDocument"]) if role else {"Statement": []}
    policy = {"Statement": [{"Resource": "*", **statement} for statement in trust["Statement"]]}
    if denied_by_policy(policy, "apigateway.amazonaws.com", "sts:AssumeRole", role_arn):
        raise PermissionError(f"API Gateway may not assume '{role_arn}'")
    holder = f"arn:aws:lambda:{get_region()}:{get_account_id()}:function:BackplaneAssumeRoleSession"
    session = {"FunctionArn": holder, "FunctionName": "BackplaneAssumeRoleSession", "Role": role_arn}
    return Credentials(*function_credentials(session).values())


def ask_service(integration: dict, request: AWSRequest) -> Answer:
    """Send a request to an AWS service, signed by the role of the integration."""
    role = integration["credentials"]
    region, service, kind, rest = parse_uri(request.url)
    model = model_of(service)
    if kind == "action":
        request.headers["X-Amz-Target"] = f"{model.metadata['targetPrefix']}.{rest}"
        rest = ""
    request.url = f"http://127.0.0.1:{os.environ['GATEWAY_PORT']}/{rest}"
    signer = S3SigV4Auth if service == "s3" else SigV4Auth
    signer(session_of(role), model.signing_name, region).add_auth(request)
    answer = ask_http(integration, request)
    if answer.status == 403:
        report_denial(role, "the call of its integration", integration["uri"])
    return answer


@replaces(apigateway_v1, "_invoke_lambda_custom_v1")
@replaces(apigateway_v1, "_invoke_sqs_v1")
async def invoke_service(
    _: Callable, integration: dict, *rest: Any, authorizer_context: Any = None, **scope: Any
) -> Any:
    """Answer by an AWS service."""
    body = rest[7]
    return await asyncio.to_thread(integrate, ask_service, integration, body, authorizer_context)
