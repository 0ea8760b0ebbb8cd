"""REST APIs: their resources in CloudFormation and the control plane."""

import json
import time
import uuid
from typing import Any

from ministack.core import x509_utils
from ministack.core.responses import AccountRegionScopedDict
from ministack.services import apigateway, apigateway_v1

from .hooks import Attributes, Properties, also_apply, original, register

CERTIFICATE_DAYS = 365

certificates = AccountRegionScopedDict()
"""The client certificates, by id."""


def make_certificate(description: str) -> dict:
    """A client certificate as API Gateway creates it, without its private key."""
    pem, _ = x509_utils.generate_ca("Amazon.com", "ApiGateway", CERTIFICATE_DAYS)
    now = time.time()
    certificate = {
        "clientCertificateId": uuid.uuid4().hex[:6],
        "description": description,
        "pemEncodedCertificate": pem,
        "createdDate": now,
        "expirationDate": now + CERTIFICATE_DAYS * 86_400,
    }
    certificates[certificate["clientCertificateId"]] = certificate
    return certificate


def client_certificate() -> None:
    """AWS creates client certificates. MiniStack does not support them. No HTTP integration presents it here."""
    original(x509_utils, "generate_ca")

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        identifier = make_certificate(properties.get("Description", ""))["clientCertificateId"]
        return identifier, {"ClientCertificateId": identifier}

    def attributes(identifier: str, properties: Properties) -> Attributes:
        certificates[identifier]["description"] = properties.get("Description", "")
        return {"ClientCertificateId": identifier}

    register(
        "AWS::ApiGateway::ClientCertificate",
        create,
        lambda identifier, properties: certificates.pop(identifier, None),
        attributes,
    )


def certificate_request(method: str, parts: list[str], data: dict) -> tuple[int, dict, bytes]:
    """Answer for `/clientcertificates`."""
    answer, identifier = apigateway_v1._v1_response, parts[1] if len(parts) > 1 else None
    if identifier is None:
        if method == "POST":
            return answer(make_certificate(data.get("description", "")), 201)
        return answer({"item": list(certificates.values())})
    if identifier not in certificates:
        return apigateway_v1._v1_error("NotFoundException", "Invalid Client Certificate identifier", 404)
    if method == "DELETE":
        certificates.pop(identifier)
        return 202, {}, b""
    return answer(certificates[identifier])


def without_value(answer: tuple[int, dict, bytes]) -> tuple[int, dict, bytes]:
    """An answer whose API keys have no value."""
    status, headers, body = answer
    document = json.loads(body)
    for key in document.get("item", [document]):
        key.pop("value", None)
    return status, headers, json.dumps(document).encode()


def control_plane() -> None:
    """AWS flushes the caches of a stage, returns the value of an API key only on request, and has
    client certificates. MiniStack lacks these calls, and always returns the value."""
    handle = original(apigateway_v1, "handle_request")
    flushed = original(apigateway_v1, "_authorizer_cache")

    async def handle_request(method: str, path: str, headers: dict, body: bytes, query: dict) -> Any:
        parts = [part for part in path.strip("/").split("/") if part]
        if method == "DELETE" and len(parts) == 6 and parts[2] == "stages" and parts[4] == "cache":
            if parts[3] not in apigateway_v1._stages_v1.get(parts[1], {}):
                return apigateway_v1._v1_error("NotFoundException", "Invalid stage identifier specified", 404)
            if parts[5] == "authorizers":
                for key in [key for key in flushed if key[2] == parts[1] and key[4] == parts[3]]:
                    del flushed[key]
            return 202, {}, b""
        if parts[:1] == ["clientcertificates"]:
            return certificate_request(method, parts, json.loads(body or b"{}"))
        answer = await handle(method, path, headers, body, query)
        if parts[:1] == ["apikeys"] and method == "GET" and answer[0] == 200:
            name = "includeValue" if len(parts) > 1 else "includeValues"
            if apigateway_v1._qp(query, name) != "true":
                return without_value(answer)
        return answer

    handle_any = original(apigateway, "handle_request")

    async def handle_any_request(method: str, path: str, *rest: Any) -> Any:
        rest_api = path.startswith("/clientcertificates")
        return await (handle_request if rest_api else handle_any)(method, path, *rest)

    apigateway_v1.handle_request = handle_request
    apigateway.handle_request = handle_any_request


STAGE_PROPERTIES = {
    "AccessLogSetting": "accessLogSettings",
    "CacheClusterEnabled": "cacheClusterEnabled",
    "CacheClusterSize": "cacheClusterSize",
    "ClientCertificateId": "clientCertificateId",
}


def camel_case(value: Any) -> Any:
    """A CloudFormation value with the names of the service's API."""
    if isinstance(value, dict):
        return {name[:1].lower() + name[1:]: inner for name, inner in value.items()}
    return value


def dropped_properties() -> None:
    """AWS applies these properties of APIs, stages, methods and usage plans. MiniStack's
    CloudFormation drops them, or stores a usage plan's limits for methods under unused names."""
    apis, stages = original(apigateway_v1, "_rest_apis"), original(apigateway_v1, "_stages_v1")
    resources, plans = original(apigateway_v1, "_resources"), original(apigateway_v1, "_usage_plans")

    def apply_to_api(api: str, properties: Properties) -> None:
        if "ApiKeySourceType" in properties:
            apis[api]["apiKeySource"] = properties["ApiKeySourceType"]
        if "DisableExecuteApiEndpoint" in properties:
            apis[api]["disableExecuteApiEndpoint"] = properties["DisableExecuteApiEndpoint"]

    def apply_to_stage(stage: str, properties: Properties) -> None:
        record = stages[properties["RestApiId"]][stage]
        for name, field in STAGE_PROPERTIES.items():
            if name in properties:
                record[field] = camel_case(properties[name])

    def apply_to_method(physical_id: str, properties: Properties) -> None:
        method = resources[properties["RestApiId"]][properties["ResourceId"]]["resourceMethods"]
        integration = properties.get("Integration") or {}
        if "ContentHandling" in integration:
            method[properties["HttpMethod"]]["methodIntegration"]["contentHandling"] = integration[
                "ContentHandling"
            ]

    def apply_to_plan(plan: str, properties: Properties) -> None:
        for stage in plans[plan]["apiStages"]:
            stage["throttle"] = {
                path: camel_case(limits) for path, limits in (stage["throttle"] or {}).items()
            }

    also_apply("AWS::ApiGateway::RestApi", apply_to_api)
    also_apply("AWS::ApiGateway::Stage", apply_to_stage)
    also_apply("AWS::ApiGateway::Method", apply_to_method)
    also_apply("AWS::ApiGateway::UsagePlan", apply_to_plan)


def resource_policy() -> None:
    """AWS evaluates the resource policy of an API for every call. MiniStack does so only for methods
    without authorization or with IAM authorization. With a user pool the policy must allow the
    call; with a Lambda authorizer it must not deny it.
    https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html"""
    authorize = original(apigateway_v1, "_authorize_request_v1")
    policy_error = original(apigateway_v1, "_anonymous_policy_error")

    async def authorize_by_policy(api: str, stage: str, method: dict, *rest: Any) -> Any:
        verb, path, account, region = rest[0], rest[1], rest[-2], rest[-1]
        kind = (method.get("authorizationType") or "NONE").upper()
        denied = None
        if kind in ("COGNITO_USER_POOLS", "CUSTOM"):
            denied = policy_error(api, stage, verb, path, account, region)
        if denied and kind == "CUSTOM" and "explicit deny" not in denied.message:
            denied = None
        if denied and kind == "CUSTOM":
            return denied, None
        error, context = await authorize(api, stage, method, *rest)
        return (error or denied, None) if error or denied else (None, context)

    apigateway_v1._authorize_request_v1 = authorize_by_policy


def close() -> None:
    """Apply the patches of this module."""
    client_certificate()
    control_plane()
    dropped_properties()
    resource_policy()
