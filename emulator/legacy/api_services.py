"""Backends of a REST API's integrations: AWS services."""

import asyncio
import functools
import hashlib
import json
import os
import time
import urllib.parse
from typing import Any

import botocore.session
from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import UnknownServiceError
from ministack.core.arn import execute_api_arn
from ministack.services import apigateway_v1, iam, sts

from .api_backends import misconfigured, seconds_of, send, target_of
from .api_call import Call
from .api_mapping import Answer, Outgoing
from .grants import denied_by_policy, denied_to_role, refuse
from .hooks import original

parse_uri = original(apigateway_v1, "_parse_service_integration_uri")
register_session = original(sts, "register_session")
roles = original(iam, "_roles")

SERVICE_NAMES = {"states": "stepfunctions", "monitoring": "cloudwatch", "email": "ses"}
"""Names of services in botocore that differ from those in the addresses of integrations."""

SESSION_SECONDS = 3600

KEY_BYTES = 1024

LONG_KEY = b"<Error><Code>KeyTooLongError</Code><Message>Your key is too long</Message></Error>"

NO_KEY = b"<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"


def role_session(role_arn: str, call: Call, region: str) -> Credentials:
    """A session of the integration's role; fails if API Gateway may not assume the role."""
    account, name = role_arn.split(":")[4], role_arn.rsplit("/", 1)[-1]
    role = roles.get_scoped(account, None, name)
    api = call.request["api_id"]
    trust = json.loads((role or {}).get("AssumeRolePolicyDocument") or "{}")
    statements = [{"Resource": "*", **statement} for statement in trust.get("Statement", [])]
    source = execute_api_arn(region, call.account, api, call.request["stage_name"], call.method, call.path)
    if denied_by_policy(
        {"Statement": statements}, "apigateway.amazonaws.com", "sts:AssumeRole", role_arn, source
    ):
        raise misconfigured(f"API Gateway may not assume '{role_arn}'")
    secret = hashlib.sha256(f"{api}:{role_arn}".encode()).hexdigest()
    key = f"ASIA{secret[:16].upper()}"
    session = {
        "Arn": f"arn:aws:sts::{account}:assumed-role/{name}/BackplaneAssumeRoleSession",
        "UserId": f"{role['RoleId']}:BackplaneAssumeRoleSession",
        "SecretAccessKey": secret,
        "SessionToken": secret[::-1],
        "Expiration": time.time() + SESSION_SECONDS,
    }
    register_session(key, session)
    return Credentials(key, secret, session["SessionToken"])


@functools.cache
def service_model(service: str) -> Any:
    """Service model of botocore."""
    try:
        return botocore.session.get_session().get_service_model(SERVICE_NAMES.get(service, service))
    except UnknownServiceError as error:
        raise misconfigured(str(error)) from error


def address_action(service: str, rest: str, sent: Outgoing) -> str:
    """Address a request to `action/Name` in the protocol of the service, and return its target."""
    action, _, parameters = rest.partition("&")
    metadata = service_model(service).metadata
    if metadata["protocol"] == "json":
        sent.headers["X-Amz-Target"] = f"{metadata['targetPrefix']}.{action}"
        return target_of("/", sent.query)
    query = [*sent.query, ("Action", action), ("Version", metadata["apiVersion"])]
    return target_of("/", query, parameters)


async def ask_service(integration: dict, call: Call, sent: Outgoing) -> Answer:
    """Call an AWS service, in this emulator, under the integration's role."""
    region, address, kind, rest = parse_uri(sent.uri)
    subdomain, _, service = address.rpartition(".")
    role = integration.get("credentials")
    if not role or kind not in ("path", "action") or "{" in rest:
        raise misconfigured(f"'{sent.uri}' with the role '{role}' is no integration with a service")
    method = integration.get("httpMethod") or call.method
    if kind == "action":
        target = address_action(service, rest, sent)
        method = "POST"
    else:
        path = "/".join(filter(None, (subdomain, rest.lstrip("/"))))
        if service == "s3" and len(urllib.parse.unquote_to_bytes(path.partition("/")[2])) > KEY_BYTES:
            return Answer(400, LONG_KEY, {"Content-Type": "application/xml"})
        target = target_of(f"/{path}", sent.query)
    port = int(os.environ["GATEWAY_PORT"])
    request = AWSRequest(method, f"http://127.0.0.1:{port}{target}", sent.headers, sent.body)
    metadata = service_model(service).metadata
    signing_name = metadata.get("signingName") or metadata["endpointPrefix"]
    signer = S3SigV4Auth if service == "s3" else SigV4Auth
    signer(role_session(role, call, region), signing_name, region).add_auth(request)
    sent.headers = {name: text_of(value) for name, value in request.headers.items()}
    answer = await asyncio.to_thread(
        send, "127.0.0.1", port, seconds_of(integration), False, method, target, sent
    )
    if service == "s3" and answer.status == 404 and method in ("GET", "HEAD"):
        return hidden_key(role, target, answer)
    if b"AccessDenied" in answer.body[:500]:
        refuse(role, f"{service} {kind}", rest)
    return answer


def text_of(value: str | bytes) -> str:
    """A header's value."""
    return value.decode() if isinstance(value, bytes) else value


def hidden_key(role: str, target: str, answer: Answer) -> Answer:
    """S3 answers 403 for a missing key if the role may not list the bucket. MiniStack answers 404."""
    bucket, _, key = target.partition("?")[0].lstrip("/").partition("/")
    conditions = {"s3:prefix": urllib.parse.unquote(key)}
    if denied_to_role(role, "s3:ListBucket", f"arn:aws:s3:::{bucket}", conditions=conditions):
        return Answer(403, NO_KEY, {"Content-Type": "application/xml"})
    return answer
