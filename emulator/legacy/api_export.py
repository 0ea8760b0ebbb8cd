"""REST APIs: exports as OpenAPI documents."""

import json
import re
from typing import Any

from ministack.services import apigateway_v1

from .hooks import original

MODEL_ADDRESS = re.compile(r"https://apigateway\.amazonaws\.com/restapis/[^/\"]+/models/([\w.~-]+)")

SIGNED = {
    "type": "apiKey",
    "name": "Authorization",
    "in": "header",
    "x-amazon-apigateway-authtype": "awsSigv4",
}


def user_pool_scheme(authorizer: dict, include: bool) -> dict:
    """The security scheme of a user pool."""
    header = authorizer["identitySource"].removeprefix("method.request.header.")
    scheme = {
        "type": "apiKey",
        "name": header,
        "in": "header",
        "x-amazon-apigateway-authtype": "cognito_user_pools",
    }
    if include:
        scheme["x-amazon-apigateway-authorizer"] = {
            "type": "cognito_user_pools",
            "providerARNs": authorizer["providerARNs"],
        }
    return scheme


def validator_names(api: str) -> dict[str, str]:
    """The names of the request validators, by id."""
    validators = apigateway_v1._request_validators.get(api, {})
    return {identifier: validator["name"] or identifier for identifier, validator in validators.items()}


def add_security(operation: dict, method: dict, schemes: dict, authorizers: dict, include: bool) -> None:
    """Add the authorization of a method."""
    kind = method.get("authorizationType")
    required = (operation.get("security") or [{}])[0]
    if kind == "AWS_IAM":
        schemes["sigv4"] = SIGNED
        required = {"sigv4": [], **required}
    elif kind == "COGNITO_USER_POOLS" and method.get("authorizerId") in authorizers:
        authorizer = authorizers[method["authorizerId"]]
        schemes[authorizer["name"]] = user_pool_scheme(authorizer, include)
        required = {authorizer["name"]: list(method.get("authorizationScopes") or []), **required}
    if required:
        operation["security"] = [required]


def add_settings(document: dict, api: str) -> None:
    """Add the settings of the whole API."""
    record = apigateway_v1._rest_apis[api]
    policy = record.get("policy")
    validators = apigateway_v1._request_validators.get(api, {})
    names = validator_names(api)
    settings = ("validateRequestBody", "validateRequestParameters")
    responses = {
        kind: {
            name: response[name]
            for name in ("statusCode", "responseParameters", "responseTemplates")
            if response.get(name) is not None
        }
        for kind, response in apigateway_v1._gateway_responses.get(api, {}).items()
    }
    extensions = {
        "request-validators": {names[i]: {s: v[s] for s in settings} for i, v in validators.items()},
        "gateway-responses": responses,
        "binary-media-types": record.get("binaryMediaTypes"),
        "minimum-compression-size": record.get("minimumCompressionSize"),
        "policy": json.loads(policy) if isinstance(policy, str) and policy else policy,
    }
    for name, value in extensions.items():
        if value not in (None, {}, [], ""):
            document[f"x-amazon-apigateway-{name}"] = value
    if record.get("apiKeySource", "HEADER") != "HEADER":
        document["x-amazon-apigateway-api-key-source"] = record["apiKeySource"]


def exports() -> None:
    """AWS exports user pools, methods with IAM authorization, request validators, gateway responses
    and the API's settings. MiniStack omits them."""
    build = original(apigateway_v1, "_build_api_export")

    def build_export(
        api: str, stage: str, kind: str, include_integrations: bool, include_authorizers: bool
    ) -> dict[str, Any]:
        container = "components/schemas" if kind == "oas30" else "definitions"
        plain = json.dumps(build(api, stage, kind, include_integrations, include_authorizers))
        document = json.loads(MODEL_ADDRESS.sub(rf"#/{container}/\1", plain))
        authorizers = apigateway_v1._authorizers_v1.get(api, {})
        schemes: dict[str, Any] = {}
        names = validator_names(api)
        for resource in apigateway_v1._resources.get(api, {}).values():
            for verb, method in resource["resourceMethods"].items():
                key = "x-amazon-apigateway-any-method" if verb == "ANY" else verb.lower()
                operation = document["paths"][resource["path"]][key]
                add_security(operation, method, schemes, authorizers, include_authorizers)
                if include_integrations and method.get("requestValidatorId") in names:
                    name = names[method["requestValidatorId"]]
                    operation["x-amazon-apigateway-request-validator"] = name
        if schemes and kind == "oas30":
            document["components"].setdefault("securitySchemes", {}).update(schemes)
        elif schemes:
            document.setdefault("securityDefinitions", {}).update(schemes)
        if include_integrations:
            add_settings(document, api)
        return document

    apigateway_v1._build_api_export = build_export


def close() -> None:
    """Apply the patches of this module."""
    exports()
