"""REST APIs: validation, throttling, and answers to failures of functions."""

import json
from typing import Any

from ministack.services import apigateway_v1

from .hooks import Attributes, Properties, accepted, also_apply, handler_of, original, register


def request_validator() -> None:
    """AWS validates requests by the method's validator. MiniStack's CloudFormation returns an id that
    its API does not know, and drops the method's reference to it."""
    create_validator = original(apigateway_v1, "_create_request_validator")
    delete_validator = original(apigateway_v1, "_delete_request_validator")
    validators = original(apigateway_v1, "_request_validators")
    resources = original(apigateway_v1, "_resources")
    handler_of("AWS::ApiGateway::RequestValidator")

    def settings(properties: Properties) -> dict[str, bool]:
        return {
            "validateRequestBody": properties.get("ValidateRequestBody", False),
            "validateRequestParameters": properties.get("ValidateRequestParameters", False),
        }

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        body = {"name": properties.get("Name", logical_id), **settings(properties)}
        validator = json.loads(accepted(create_validator(properties["RestApiId"], body)))["id"]
        return validator, {"RequestValidatorId": validator}

    def attributes(validator: str, properties: Properties) -> Attributes:
        validators[properties["RestApiId"]][validator].update(settings(properties))
        return {"RequestValidatorId": validator}

    def delete(validator: str, properties: Properties) -> None:
        delete_validator(properties["RestApiId"], validator)

    def apply(physical_id: str, properties: Properties) -> None:
        if "RequestValidatorId" in properties:
            methods = resources[properties["RestApiId"]][properties["ResourceId"]]["resourceMethods"]
            methods[properties["HttpMethod"]]["requestValidatorId"] = properties["RequestValidatorId"]

    register("AWS::ApiGateway::RequestValidator", create, delete, attributes)
    also_apply("AWS::ApiGateway::Method", apply)


def method_throttling() -> None:
    """AWS throttles a method by its settings, in whose path `~1` stands for `/`. MiniStack looks for
    the plain path, does not find it, and applies the settings of the stage."""
    settings_of = original(apigateway_v1, "_method_throttle_settings")

    def method_throttle_settings(stage: dict, path: str, method: str) -> dict | None:
        escaped = f"/{path.replace('/', '~1')}/{method}"
        return (stage.get("methodSettings") or {}).get(escaped) or settings_of(stage, path, method)

    apigateway_v1._method_throttle_settings = method_throttle_settings


def failed_integration() -> None:
    """If a function throws, AWS answers 502 "Internal server error" in the form of the API's
    DEFAULT_5XX response. MiniStack returns the error with its stack to the client."""
    invoke = original(apigateway_v1, "_invoke_lambda_proxy_v1")
    response_of = original(apigateway_v1, "_lambda_proxy_response")
    respond = original(apigateway_v1, "_gateway_error_response")
    gateway_error = original(apigateway_v1, "_GatewayError")

    class FunctionThrewError(Exception):
        """The function of a method threw an error."""

    def lambda_proxy_response(result: dict) -> tuple[dict | None, str | None]:
        response, error = response_of(result)
        if error:
            raise FunctionThrewError
        return response, None

    async def invoke_lambda_proxy(*arguments: Any, **options: Any) -> Any:
        try:
            return await invoke(*arguments, **options)
        except FunctionThrewError:
            failed = gateway_error("DEFAULT_5XX", "Internal server error", "InternalServerErrorException")
            failed.default_status = 502
            return failed

    def gateway_error_response(error: Any, request: dict) -> tuple[int, dict, bytes]:
        status, headers, body = respond(error, request)
        return getattr(error, "default_status", status), headers, body

    apigateway_v1._lambda_proxy_response = lambda_proxy_response
    apigateway_v1._invoke_lambda_proxy_v1 = invoke_lambda_proxy
    apigateway_v1._gateway_error_response = gateway_error_response


def close() -> None:
    """Apply the patches of this module."""
    request_validator()
    method_throttling()
    failed_integration()
