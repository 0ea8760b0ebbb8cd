"""REST APIs: integration responses, which turn the answer of a backend into that of the API."""

import re
from typing import Any

from ministack.services import apigateway_v1

from .api_call import Call
from .api_mapping import Answer, for_client, one_line, source_value, variables
from .hooks import original
from .java import text
from .vtl import render

gateway_error = original(apigateway_v1, "_gw_error")

BODILESS = (204, 304)


def response_for(integration: dict, answer: Answer) -> dict | None:
    """The integration response with a pattern that matches the outcome, or else the one without a pattern."""
    responses = (integration.get("integrationResponses") or {}).values()
    outcome = answer.outcome or str(answer.status)
    for response in responses:
        pattern = response.get("selectionPattern")
        if pattern and re.fullmatch(pattern, outcome, re.DOTALL):
            return response
    return next((r for r in responses if not r.get("selectionPattern")), None)


def response_template(response: dict, call: Call) -> tuple[str, str | None]:
    """The media type of the answer, and its template."""
    templates = response.get("responseTemplates") or {}
    for media_type in (call.accepted_type(), "application/json", *templates):
        if media_type in templates:
            return media_type, templates[media_type]
    return "application/json", None


def respond(integration: dict, call: Call, answer: Answer) -> Any:
    """The answer of the API, from the answer of the backend."""
    response = response_for(integration, answer)
    if response is None:
        return gateway_error("DEFAULT_5XX", "Internal server error")
    media_type, template = response_template(response, call)
    if template is None:
        kinds = [value for name, value in answer.headers.items() if name.lower() == "content-type"]
        is_binary = any(call.is_binary(kind) for kind in kinds)
        wants_binary = call.is_binary(call.accepted_type())
        body = for_client(answer.body, response.get("contentHandling"), is_binary, wants_binary)
    else:
        given = variables(call, answer.body.decode("utf-8", "replace"))
        body = render(template, given).encode("utf-8", "replace")
    headers: dict[str, Any] = {"Content-Type": media_type}

    def set_header(name: str, value: str) -> None:
        for existing in [key for key in headers if key.lower() == name.lower()]:
            del headers[existing]
        headers[name] = one_line(value)

    for target, source in (response.get("responseParameters") or {}).items():
        value = source_value(source, call, answer)
        if value is not None and target.startswith("method.response.header."):
            set_header(target.removeprefix("method.response.header."), text(value))
    override = call.context["responseOverride"]
    for name, value in override["header"].items():
        set_header(name, text(value))
    status = int(override["status"] or response["statusCode"])
    return status, headers, b"" if status in BODILESS else body
