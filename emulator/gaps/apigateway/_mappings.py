"""Mappings of a REST API's requests to those of a backend, and of the backend's answers."""

import re
import time
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

from botocore.awsrequest import AWSRequest
from ministack.services import apigateway_v1

from patching import uses

from ._templates import Supported, render

header_of = uses(apigateway_v1, "_header_ci")
key_value_of = uses(apigateway_v1, "_api_key_from_request")
key_of = uses(apigateway_v1, "_resolve_api_key")


@dataclass
class Answer:
    """Answer of a backend."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def context_of(call: dict, authorizer: dict | None) -> Supported:
    """Return $context of a call."""
    key = key_of(key_value_of(call["headers"])) or {}
    return Supported(
        authorizer=authorizer,
        extendedRequestId=call["request_id"],
        identity=Supported(apiKeyId=key.get("id", "")),
        requestId=call["request_id"],
        requestTimeEpoch=int(time.time() * 1000),
        responseOverride={},
    )


def value_of(source: str, request: dict, context: dict, answer: Answer | None = None) -> str | None:
    """Return the value of a parameter mapping; None if the backend did not send the header."""
    if source.startswith("'"):
        return source[1:-1]
    place, _, name = source.rpartition(".")
    if source.startswith("context."):
        return str(reduce(lambda value, part: value[part], source.split(".")[1:], context))
    if place == "method.request.path":
        return str(request["path_params"][name])
    if place == "method.request.header":
        return str(header_of(request["headers"], name))
    if answer and place == "integration.response.header":
        return answer.headers.get(name)
    raise NotImplementedError(f"The emulator does not support the mapping of '{source}'")


def segment(value: str) -> str:
    """Encode a value as one segment of a path."""
    encoded = urllib.parse.quote(value, safe="", errors="replace")
    return encoded if encoded.strip(".") else encoded.replace(".", "%2E")


def outgoing(integration: dict, call: dict, context: dict, body: bytes) -> AWSRequest:
    """Return the request to the backend."""
    content_type = header_of(call["headers"], "content-type") or "application/json"
    template = integration["requestTemplates"].get(content_type.split(";")[0].strip().lower())
    uri, headers = integration["uri"], {"Content-Type": content_type}
    for target, source in integration["requestParameters"].items():
        place, _, name = target.rpartition(".")
        value = value_of(source, call, context) or ""
        if place == "integration.request.path":
            uri = uri.replace(f"{{{name}}}", segment(value))
        elif place == "integration.request.header":
            headers[name.title()] = value
        else:
            raise NotImplementedError(f"The emulator does not support the mapping to '{target}'")
    data = body if template is None else render(template, body, context)
    return AWSRequest(integration["httpMethod"], uri, headers, data)


def incoming(integration: dict, call: dict, context: dict, answer: Answer) -> tuple[int, dict, bytes]:
    """Return the answer for the client, by the response whose pattern matches the status of the backend."""
    responses = integration["integrationResponses"].values()
    selected = [each for each in responses if re.fullmatch(each["selectionPattern"] or "", str(answer.status))]
    response = (selected or [each for each in responses if not each["selectionPattern"]])[0]
    template = response["responseTemplates"].get("application/json")
    if template is not None:
        body = render(template, answer.body, context)
    elif response["contentHandling"] == "CONVERT_TO_BINARY":
        body = answer.body
    else:
        body = answer.body.decode("utf-8", "replace").encode()
    headers = {"Content-Type": "application/json"}
    for target, source in response["responseParameters"].items():
        value = value_of(source, call, context, answer)
        if value is not None:
            headers[target.removeprefix("method.response.header.").title()] = value
    status = int(context["responseOverride"].get("status") or response["statusCode"])
    return status, headers, b"" if status == 204 else body
