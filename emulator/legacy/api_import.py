"""REST APIs: imports of OpenAPI documents."""

import json
from typing import Any

import yaml
from ministack.services import apigateway_v1

from .api_operations import SCHEMA, request_of, response_of
from .hooks import accepted, original

VERBS = ("get", "post", "put", "delete", "patch", "head", "options", "x-amazon-apigateway-any-method")

SETTINGS = {
    "x-amazon-apigateway-binary-media-types": "binaryMediaTypes",
    "x-amazon-apigateway-minimum-compression-size": "minimumCompressionSize",
    "x-amazon-apigateway-policy": "policy",
}


class Import:
    """The import of a document as a REST API."""

    def __init__(self, api: str, document: dict) -> None:
        self.api = api
        self.document = document
        self.schemes: dict = {}
        self.validators: dict[str, str] = {}

    def run(self) -> None:
        """Add the content of the document to the API."""
        api, document = apigateway_v1._rest_apis[self.api], self.document
        for extension, field in SETTINGS.items():
            if extension in document:
                api[field] = document[extension]
        if "x-amazon-apigateway-api-key-source" in document:
            api["apiKeySource"] = document["x-amazon-apigateway-api-key-source"]
        self.import_models()
        for name, settings in (document.get("x-amazon-apigateway-request-validators") or {}).items():
            made = apigateway_v1._create_request_validator(self.api, {"name": name, **settings})
            self.validators[name] = json.loads(accepted(made))["id"]
        for kind, response in (document.get("x-amazon-apigateway-gateway-responses") or {}).items():
            accepted(apigateway_v1._put_gateway_response(self.api, kind, response))
        self.schemes = apigateway_v1._import_security_schemes(self.api, document)
        for path, item in (document.get("paths") or {}).items():
            self.import_path(path, item)

    def import_models(self) -> None:
        """Add the models; they refer to each other by the API's address."""
        schemas = (self.document.get("components") or {}).get("schemas") or self.document.get("definitions")
        address = rf"https://apigateway.amazonaws.com/restapis/{self.api}/models/\1"
        for name, schema in (schemas or {}).items():
            model = {"name": name, "schema": SCHEMA.sub(address, json.dumps(schema))}
            accepted(apigateway_v1._create_model(self.api, model))

    def import_path(self, path: str, item: dict) -> None:
        """Add a path's resources and methods."""
        resources = apigateway_v1._resources[self.api]
        parent = next(r for r in resources.values() if r["path"] == "/")
        for part in filter(None, path.split("/")):
            known = (r for r in resources.values() if r["parentId"] == parent["id"] and r["pathPart"] == part)
            parent = (
                next(known, None)
                or resources[
                    json.loads(
                        accepted(apigateway_v1._create_resource(self.api, parent["id"], {"pathPart": part}))
                    )["id"]
                ]
            )
        shared = item.get("parameters") or []
        for verb in VERBS:
            if verb in item:
                operation = {**item[verb], "parameters": [*shared, *(item[verb].get("parameters") or [])]}
                self.import_method(parent["id"], "ANY" if verb.startswith("x-") else verb.upper(), operation)

    def import_method(self, resource: str, verb: str, operation: dict) -> None:
        """Add a method with its integration."""
        security = operation.get("security", self.document.get("security"))
        method = apigateway_v1._method_security(security, self.schemes) | request_of(operation)
        extension = "x-amazon-apigateway-request-validator"
        validator = operation.get(extension, self.document.get(extension))
        method["requestValidatorId"] = self.validators.get(validator)
        accepted(apigateway_v1._put_method(self.api, resource, verb, method))
        for status, response in (operation.get("responses") or {}).items():
            answer = response_of(operation, response)
            accepted(apigateway_v1._put_method_response(self.api, resource, verb, str(status), answer))
        integration = operation.get("x-amazon-apigateway-integration")
        if not integration:
            return
        kind = {"type": (integration.get("type") or "").upper() or None}
        upper = {
            name: integration[name].upper()
            for name in ("passthroughBehavior", "contentHandling")
            if name in integration
        }
        accepted(apigateway_v1._put_integration(self.api, resource, verb, {**integration, **kind, **upper}))
        for pattern, response in (integration.get("responses") or {}).items():
            answer = {**response, "selectionPattern": "" if pattern == "default" else pattern}
            status = str(response.get("statusCode", "200"))
            accepted(apigateway_v1._put_integration_response(self.api, resource, verb, status, answer))


def clear(api: str) -> None:
    """Remove everything from an API that an import adds."""
    resources = apigateway_v1._resources[api]
    for identifier in [r["id"] for r in resources.values() if r["path"] != "/"]:
        del resources[identifier]
    for root in resources.values():
        root["resourceMethods"] = {}
    stores = ("_models", "_authorizers_v1", "_gateway_responses", "_request_validators")
    for store in stores:
        getattr(apigateway_v1, store)[api] = {}


def read(body: bytes) -> dict:
    """A document in JSON or YAML."""
    document = yaml.safe_load(body)
    if not isinstance(document, dict) or not str(document.get("openapi", "2")).startswith(("2", "3.0")):
        raise ValueError("API Gateway imports Swagger 2.0 and OpenAPI 3.0 documents")
    return document


def imports() -> None:
    """AWS imports everything that an export contains, by CloudFormation and by API call. MiniStack
    imports by CloudFormation only, and only the type and the address of an integration."""
    original(apigateway_v1, "_import_rest_api")
    create = original(apigateway_v1, "_create_rest_api")
    view = original(apigateway_v1, "_rest_api_view")
    handle = original(apigateway_v1, "handle_request")

    def import_rest_api(document: dict, settings: dict | None = None) -> str:
        info = document.get("info") or {}
        named = {"name": str(info.get("title", "unnamed")), "version": str(info.get("version", ""))}
        api = json.loads(accepted(create({**named, **(settings or {})})))["id"]
        Import(api, document).run()
        return api

    async def handle_request(method: str, path: str, headers: dict, body: bytes, query: dict) -> Any:
        parts = [part for part in path.strip("/").split("/") if part]
        new = parts == ["restapis"] and method == "POST" and apigateway_v1._qp(query, "mode") == "import"
        put = len(parts) == 2 and parts[0] == "restapis" and method == "PUT"
        if not new and not put:
            return await handle(method, path, headers, body, query)
        if put and parts[1] not in apigateway_v1._rest_apis:
            return apigateway_v1._v1_error("NotFoundException", "Invalid API identifier specified", 404)
        try:
            document = read(body)
            if new:
                api = import_rest_api(document)
            else:
                api = parts[1]
                if apigateway_v1._qp(query, "mode") == "overwrite":
                    clear(api)
                Import(api, document).run()
        except (ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError) as error:
            return apigateway_v1._v1_error("BadRequestException", f"Invalid document: {error}", 400)
        return apigateway_v1._v1_response(view(apigateway_v1._rest_apis[api]), 201 if new else 200)

    apigateway_v1._import_rest_api = import_rest_api
    apigateway_v1.handle_request = handle_request


def close() -> None:
    """Apply the patches of this module."""
    imports()
