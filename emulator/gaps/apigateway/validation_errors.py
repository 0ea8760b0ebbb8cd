"""Reasons of a request's rejection.

AWS renders `$context.error.validationErrorString` in the template of a gateway response, escaped for a JSON string.
MiniStack leaves the name of the variable in the response. Here the text is that of AWS for missing, unknown and
mistyped fields; other rules have a general one.
"""

import contextlib
import json
from collections.abc import Callable
from typing import Any

from ministack.services import apigateway_v1

from patching import replaces, uses

is_valid = uses(apigateway_v1, "_json_schema_valid")
schema_of = uses(apigateway_v1, "_model_schema")

VARIABLE = b"$context.error.validationErrorString"
TYPES = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}


def problems(schema: dict, value: Any) -> list[str]:
    """Return the reasons why a value does not match a schema."""
    if is_valid(schema, value, schema):
        return []
    allowed = schema.get("type", [])
    allowed = [allowed] if isinstance(allowed, str) else sorted(allowed)
    if allowed and not is_valid({"type": allowed}, value, {}):
        kind = TYPES.get(type(value), "null")
        return [f"instance type ({kind}) does not match any allowed primitive type (allowed: {json.dumps(allowed)})"]
    found: list[str] = []
    members: list[tuple[dict, Any]] = []
    if isinstance(value, dict):
        known = schema.get("properties", {})
        unknown = sorted(value.keys() - known.keys())
        missing = sorted(set(schema.get("required", ())) - value.keys())
        if unknown and schema.get("additionalProperties") is False:
            found.append(f"object instance has properties which are not allowed by the schema: {json.dumps(unknown)}")
        if missing:
            found.append(f"object has missing required properties ({json.dumps(missing, separators=(',', ':'))})")
        members = [(known[name], value[name]) for name in known if name in value]
    elif isinstance(value, list) and "items" in schema:
        members = [(schema["items"], item) for item in value]
    for part, inner in members:
        found += problems(part, inner)
    return found or [f"instance value ({json.dumps(value)}) does not satisfy the schema"]


@replaces(apigateway_v1, "_check_request_validation")
def check(find_error: Callable, method: dict, api: str, request: dict, headers: dict, body: bytes, query: dict) -> Any:
    """Return the error of an invalid request, with the reasons."""
    error = find_error(method, api, request, headers, body, query)
    if error is None:
        return None
    error.reasons = error.message
    if error.response_type == "BAD_REQUEST_BODY":
        schema = schema_of(api, method["requestModels"].get("application/json"))
        with contextlib.suppress(ValueError, RecursionError):
            error.reasons = f"[{', '.join(problems(schema, json.loads(body)))}]"
    return error


@replaces(apigateway_v1, "_gateway_error_response")
def respond(respond_to: Callable, error: Any, request: dict) -> tuple[int, dict, bytes]:
    """Render the reasons."""
    status, headers, body = respond_to(error, request)
    reasons = json.dumps(getattr(error, "reasons", ""))[1:-1]
    return status, headers, body.replace(VARIABLE, reasons.encode())
