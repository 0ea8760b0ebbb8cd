"""REST APIs: methods in an OpenAPI document."""

import re

PLACES = {"path": "path", "query": "querystring", "header": "header"}

SCHEMA = re.compile(r"#/(?:components/schemas|definitions)/([\w.~-]+)")


def model_of(content: dict) -> str | None:
    """The model that a media type's schema names."""
    match = SCHEMA.fullmatch(((content or {}).get("schema") or {}).get("$ref", ""))
    return match.group(1) if match else None


def models_of(contents: dict | None) -> dict[str, str]:
    """The models by media type."""
    named = {media_type: model_of(content) for media_type, content in (contents or {}).items()}
    return {media_type: model for media_type, model in named.items() if model}


def request_of(operation: dict) -> dict:
    """Requirements of a method for its request."""
    parameters = operation.get("parameters") or []
    models = models_of((operation.get("requestBody") or {}).get("content"))
    for body in [p for p in parameters if p.get("in") == "body" and model_of(p)]:
        models |= dict.fromkeys(operation.get("consumes") or ["application/json"], model_of(body))
    return {
        "operationName": operation.get("operationId", ""),
        "requestModels": models,
        "requestParameters": {
            f"method.request.{PLACES[p['in']]}.{p['name']}": bool(p.get("required"))
            for p in parameters
            if p.get("in") in PLACES
        },
    }


def response_of(operation: dict, response: dict) -> dict:
    """Answer of a method with one status."""
    models = models_of(response.get("content"))
    if model_of(response):
        models |= dict.fromkeys(operation.get("produces") or ["application/json"], model_of(response))
    headers = response.get("headers") or {}
    return {
        "responseModels": models,
        "responseParameters": {f"method.response.header.{name}": True for name in headers},
    }
