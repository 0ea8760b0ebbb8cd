"""Error messages of request validation in REST APIs."""

import json
from typing import Any

from ministack.services import apigateway_v1

from .hooks import original

VARIABLE = b"$context.error.validationErrorString"


def type_name(value: Any) -> str:
    """The name of the JSON type of a value in messages of API Gateway's validator."""
    names = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return names.get(type(value), "null")


def problems(schema: dict, value: Any, valid: Any) -> list[str]:
    """Reasons why a value does not match a schema, in the words of API Gateway's validator."""
    if valid(schema, value):
        return []
    allowed = schema.get("type", [])
    allowed = allowed if isinstance(allowed, list) else [allowed]
    if allowed and not valid({"type": allowed}, value):
        return [
            f"instance type ({type_name(value)}) does not match any allowed primitive type "
            f"(allowed: {json.dumps(sorted(allowed))})"
        ]
    found = []
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        if schema.get("additionalProperties") is False and (
            unknown := sorted(value.keys() - properties.keys())
        ):
            found.append(
                "object instance has properties which are not allowed by the schema: " + json.dumps(unknown)
            )
        if missing := sorted(set(schema.get("required", [])) - value.keys()):
            found.append(
                f"object has missing required properties ({json.dumps(missing, separators=(',', ':'))})"
            )
        for name in value.keys() & properties.keys():
            found += problems(properties[name], value[name], valid)
    if isinstance(value, list) and isinstance(schema.get("items"), dict):
        found += [problem for item in value for problem in problems(schema["items"], item, valid)]
    return found or [f"instance value ({json.dumps(value)}) does not satisfy the schema"]


def validation_error_string() -> None:
    """AWS renders `$context.error.validationErrorString` in the template of a gateway response, escaped
    for a JSON string. MiniStack leaves the name of the variable in the response."""
    check = original(apigateway_v1, "_check_request_validation")
    respond = original(apigateway_v1, "_gateway_error_response")
    schema_of = original(apigateway_v1, "_model_schema")
    schema_valid = original(apigateway_v1, "_json_schema_valid")

    def reason(method: dict, api: str, body: bytes, message: str) -> str:
        schema = schema_of(api, (method.get("requestModels") or {}).get("application/json"))
        try:
            document = json.loads(body)
        except (ValueError, TypeError):
            return message
        found = problems(schema, document, lambda part, value: schema_valid(part, value, schema))
        return f"[{', '.join(found)}]"

    def check_request_validation(
        method: dict, api: str, request: dict, headers: dict, body: bytes, query: dict
    ):
        error = check(method, api, request, headers, body, query)
        if error is not None:
            is_body = error.response_type == "BAD_REQUEST_BODY"
            request["validation_error"] = (
                reason(method, api, body, error.message) if is_body else error.message
            )
        return error

    def gateway_error_response(error: Any, request: dict) -> tuple[int, dict, bytes]:
        status, headers, body = respond(error, request)
        text = json.dumps(request.get("validation_error", ""))[1:-1]
        return status, headers, body.replace(VARIABLE, text.encode())

    apigateway_v1._check_request_validation = check_request_validation
    apigateway_v1._gateway_error_response = gateway_error_response


def close() -> None:
    """Apply the patches of this module."""
    validation_error_string()
