"""REST APIs for tests, and calls of them."""

import http.client
import json
from dataclasses import dataclass
from typing import Any

from server import REGION, Aws, unique

MOCK = {
    "Type": "MOCK",
    "RequestTemplates": {"application/json": '{"statusCode":200}'},
    "IntegrationResponses": [{"StatusCode": "200"}],
}
"""An integration that answers 200."""


@dataclass
class Answer:
    """The answer of an API."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def document(self) -> Any:
        """The body as JSON; fails the test if it is none."""
        try:
            return json.loads(self.body)
        except ValueError as error:
            raise AssertionError(f"{self.body!r} is no JSON") from error


@dataclass
class RestApi:
    """A stage of an API that has one method."""

    aws: Aws
    api: str

    def call(self, path: str, method: str = "GET", headers: dict | None = None, body: bytes | None = None) -> Answer:
        """Call the method; the path begins with a slash."""
        connection = http.client.HTTPConnection("127.0.0.1", self.aws.server.port)
        connection.request(method, f"/_aws/execute-api/{self.api}/v1{path}", body, headers or {})
        answer = connection.getresponse()
        result = Answer(answer.status, answer.headers, answer.read())
        connection.close()
        return result


def rest_api(aws: Aws, path: str, integration: dict, method: dict | None = None, more: dict | None = None) -> RestApi:
    """Deploy an API with a method at a path of one segment.

    `method` is merged into the properties of the method; `more` are resources to deploy with the API.
    """
    more = more or {}
    properties = {"HttpMethod": "GET", "AuthorizationType": "NONE", "Integration": integration, **(method or {})}
    resources = {
        "Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": unique("api")}},
        "Resource": part(
            "Resource", {"ParentId": {"Fn::GetAtt": ["Api", "RootResourceId"]}, "PathPart": path.strip("/")}
        ),
        "Method": part("Method", {"ResourceId": {"Ref": "Resource"}, **properties}),
        "Deployment": {**part("Deployment", {}), "DependsOn": ["Method", *more]},
        "Stage": part("Stage", {"DeploymentId": {"Ref": "Deployment"}, "StageName": "v1"}),
        **more,
    }
    return RestApi(aws, aws.deploy(resources, {"Id": {"Ref": "Api"}})["Id"])


def part(kind: str, properties: dict) -> dict:
    """A resource of the API."""
    return {"Type": f"AWS::ApiGateway::{kind}", "Properties": {"RestApiId": {"Ref": "Api"}, **properties}}


def gateway_response(kind: str, template: str) -> dict:
    """A gateway response of the API with a body of JSON."""
    return part("GatewayResponse", {"ResponseType": kind, "ResponseTemplates": {"application/json": template}})


def answers(*responses: dict) -> dict:
    """The responses of an integration."""
    return {"IntegrationResponses": list(responses)}


def invocation_of(function_arn: str) -> str:
    """The address of a function for an integration or authorizer."""
    return f"arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/{function_arn}/invocations"


def proxy_of(function_arn: str) -> dict:
    """The integration that passes requests to a function."""
    return {"Type": "AWS_PROXY", "IntegrationHttpMethod": "POST", "Uri": invocation_of(function_arn)}


def public_function(aws: Aws, body: str) -> str:
    """Create a function of a handler's body that every API may invoke; its ARN."""
    function = aws.function(body)
    aws.allow_invocation(function, "apigateway")
    return function
