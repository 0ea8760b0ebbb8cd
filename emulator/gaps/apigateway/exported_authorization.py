"""Authorization in an exported document.

AWS exports user pools and the methods that they or IAM authorize. MiniStack exports only Lambda authorizers and
API keys.
"""

from collections.abc import Callable
from typing import Any

from ministack.services import apigateway_v1

from patching import replaces, uses

resources = uses(apigateway_v1, "_resources")
authorizers = uses(apigateway_v1, "_authorizers_v1")

HEADER = {"type": "apiKey", "name": "Authorization", "in": "header"}
SIGNED = {**HEADER, "x-amazon-apigateway-authtype": "awsSigv4"}


def scheme_of(authorizer: dict, include_authorizer: bool) -> dict[str, Any]:
    """Return the security scheme of a user pool."""
    header = authorizer["identitySource"].removeprefix("method.request.header.")
    scheme = {**HEADER, "name": header, "x-amazon-apigateway-authtype": "cognito_user_pools"}
    if include_authorizer:
        extension = {"type": "cognito_user_pools", "providerARNs": authorizer["providerARNs"]}
        scheme["x-amazon-apigateway-authorizer"] = extension
    return scheme


@replaces(apigateway_v1, "_build_api_export")
def export(build: Callable, api: str, stage: str, kind: str, integrations: bool, include: bool) -> dict[str, Any]:
    """Return the document with the schemes, and with the security of the methods."""
    document: dict[str, Any] = build(api, stage, kind, integrations, include)
    place = document["components"] if kind == "oas30" else document
    schemes = place.setdefault("securitySchemes" if kind == "oas30" else "securityDefinitions", {})
    for resource in resources[api].values():
        for verb, method in resource["resourceMethods"].items():
            name = "sigv4"
            if method["authorizationType"] == "AWS_IAM":
                schemes[name] = SIGNED
            elif method["authorizationType"] == "COGNITO_USER_POOLS":
                authorizer = authorizers[api][method["authorizerId"]]
                name = authorizer["name"]
                schemes[name] = scheme_of(authorizer, include)
            else:
                continue
            operation = document["paths"][resource["path"]][verb.lower()]
            others = operation.get("security", [{}])[0]
            operation["security"] = [{name: method["authorizationScopes"], **others}]
    return document
