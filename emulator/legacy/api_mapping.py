"""Mapping of requests and answers by the integrations of a REST API: parameters, templates, binary content."""

import base64
import urllib.parse
from dataclasses import dataclass, field
from typing import Any

from . import json_path
from .api_call import Call
from .api_variables import Input, Util, json_text, parse
from .java import java, text
from .vtl import render


@dataclass
class Answer:
    """Answer of a backend."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)
    outcome: str = ""
    """Text that the patterns of the integration responses match; the status by default."""


@dataclass
class Outgoing:
    """Request to a backend."""

    uri: str
    body: bytes
    headers: dict[str, str]
    query: list[tuple[str, str]]


def first(value: Any) -> Any:
    """The value of a parameter, or the first of several."""
    return value[0] if isinstance(value, list) and value else value


def of_body(body: bytes, path: str) -> str | None:
    """A body, or the part of it that a JSONPath selects, as text."""
    if not path:
        return body.decode("utf-8", "replace")
    try:
        value = json_path.find(parse(body.decode("utf-8", "replace")), f"${path}")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, str) or value is None else json_text(value)


def source_value(source: str, call: Call, answer: Answer | None = None) -> str | list[str] | None:
    """Value of the source of a parameter mapping, or None if it is absent."""
    if len(source) > 1 and source[0] == source[-1] == "'":
        return source[1:-1]
    place, _, name = source.partition(".")
    if place == "context":
        value = call.variable(name)
        return None if value is None else text(value)
    if place == "stageVariables":
        return (call.stage.get("variables") or {}).get(name)
    kind, _, name = name.partition(".")[2].partition(".")
    if answer:
        named = [value for header, value in answer.headers.items() if header.lower() == name.lower()]
        return (
            of_body(answer.body, source[len("integration.response.body") :])
            if kind == "body"
            else first(named)
        )
    if kind == "body":
        return of_body(call.body, source[len("method.request.body") :])
    if kind == "path":
        return call.path_parameters.get(name)
    if kind in ("querystring", "multivaluequerystring"):
        value = call.query.get(name)
        return value if kind.startswith("multi") else first(value)
    return call.header(name) or None


def variables(call: Call, body: str) -> dict[str, Any]:
    """The variables of a template that maps a body."""
    query = {name: first(value) for name, value in call.query.items()}
    headers = {name: first(value) for name, value in call.headers.items()}
    return {
        "input": Input(body, call.path_parameters, query, headers),
        "util": Util(),
        "context": call.context,
        "stageVariables": java(call.stage.get("variables") or {}),
    }


def request_template(integration: dict, call: Call) -> str | None:
    """The template for the media type of the request; if it has none, the template for JSON."""
    for media_type, template in (integration.get("requestTemplates") or {}).items():
        if media_type.split(";")[0].strip().lower() == call.content_type():
            return template
    return None


def from_base64(body: bytes) -> bytes:
    """The bytes of a base64 text; raises ValueError if it is not base64."""
    return base64.b64decode(b"".join(body.split()), validate=True)


def for_backend(body: bytes, handling: str | None, is_binary: bool) -> bytes:
    """A request's body after `contentHandling`."""
    if handling == "CONVERT_TO_TEXT" and is_binary:
        return base64.b64encode(body)
    return from_base64(body) if handling == "CONVERT_TO_BINARY" and not is_binary else body


def for_client(body: bytes, handling: str | None, is_binary: bool, wants_binary: bool) -> bytes:
    """The body of an answer after `contentHandling`, or else after the client's Accept header.
    https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
    """
    to_binary = handling == "CONVERT_TO_BINARY" or (not handling and wants_binary)
    if is_binary:
        return body if to_binary else base64.b64encode(body)
    return from_base64(body) if to_binary else body.decode("utf-8", "replace").encode()


def request_body(integration: dict, call: Call) -> bytes:
    """The body for the backend."""
    binary = call.is_binary(call.content_type())
    handling = integration.get("contentHandling")
    body = for_backend(call.body or b"", handling, binary)
    template = request_template(integration, call)
    if template is None:
        return body
    rendered = render(template, variables(call, body.decode("utf-8", "replace")))
    return rendered.encode("utf-8", "replace")


def in_path(value: str) -> str:
    """A value encoded as one segment of a path."""
    encoded = urllib.parse.quote(value, safe="", errors="replace")
    return encoded.replace(".", "%2E") if value in (".", "..") else encoded


def one_line(value: str) -> str:
    """A header value without line breaks."""
    return " ".join(value.splitlines())


def outgoing(integration: dict, call: Call) -> Outgoing:
    """The request to the backend. The template is rendered first, because it can override parameters."""
    body = request_body(integration, call)
    places: dict[str, dict[str, Any]] = {"path": {}, "querystring": {}, "header": {}}
    for target, source in (integration.get("requestParameters") or {}).items():
        place, _, name = target.removeprefix("integration.request.").partition(".")
        value = source_value(source, call)
        if value is not None and place in places:
            places[place][name] = value
    for place, overrides in call.context["requestOverride"].items():
        places.setdefault(place, {}).update(overrides)
    uri = integration.get("uri") or ""
    for name, value in places["path"].items():
        uri = uri.replace("{" + name + "}", in_path(text(first(value))))
    for name, value in (call.stage.get("variables") or {}).items():
        uri = uri.replace("${stageVariables." + name + "}", value)
    headers = {
        "Content-Type": call.header("content-type") or "application/json",
        "Accept": "application/json",
    }
    for name, value in places["header"].items():
        headers = {key: kept for key, kept in headers.items() if key.lower() != name.lower()}
        headers[name] = one_line(text(first(value)))
    query = [
        (name, text(item))
        for name, value in places["querystring"].items()
        for item in (value if isinstance(value, list) else [value])
    ]
    return Outgoing(uri, body, headers, query)
