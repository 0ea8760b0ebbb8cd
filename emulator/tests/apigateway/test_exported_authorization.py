import json
from typing import Any

import pytest
from server import Aws, unique

POOL = "arn:aws:cognito-idp:eu-central-1:000000000000:userpool/eu-central-1_customers"


class Api:
    """An API whose root has one method, deployed as the stage `v1`."""

    def __init__(self, aws: Aws) -> None:
        self.gateway = aws("apigateway")
        created = self.gateway.create_rest_api(name=unique("api"))
        self.id = created["id"]
        self.root = self.gateway.get_resources(restApiId=self.id)["items"][0]["id"]

    def export(self, kind: str, **method: Any) -> dict:
        place = {"restApiId": self.id, "resourceId": self.root, "httpMethod": "GET"}
        self.gateway.put_method(**place, **method)
        self.gateway.put_integration(**place, type="MOCK")
        self.gateway.create_deployment(restApiId=self.id, stageName="v1")
        parameters = {"extensions": "integrations,authorizers"}
        exported = self.gateway.get_export(restApiId=self.id, stageName="v1", exportType=kind, parameters=parameters)
        return json.loads(exported["body"].read())


def test_a_method_that_a_user_pool_authorizes_is_exported_with_the_pool(aws: Aws) -> None:
    api = Api(aws)
    authorizer = api.gateway.create_authorizer(
        restApiId=api.id,
        name="customers",
        type="COGNITO_USER_POOLS",
        providerARNs=[POOL],
        identitySource="method.request.header.Token",
    )
    exported = api.export(
        "oas30",
        authorizationType="COGNITO_USER_POOLS",
        authorizerId=authorizer["id"],
        authorizationScopes=["orders/write"],
        apiKeyRequired=True,
    )

    assert exported["paths"]["/"]["get"].get("security") == [{"customers": ["orders/write"], "api_key": []}]
    assert exported["components"]["securitySchemes"]["customers"] == {
        "type": "apiKey",
        "name": "Token",
        "in": "header",
        "x-amazon-apigateway-authtype": "cognito_user_pools",
        "x-amazon-apigateway-authorizer": {"type": "cognito_user_pools", "providerARNs": [POOL]},
    }


@pytest.mark.parametrize(
    ("kind", "schemes"), [("oas30", ["components", "securitySchemes"]), ("swagger", ["securityDefinitions"])]
)
def test_a_method_that_iam_authorizes_is_exported_with_its_signature(aws: Aws, kind: str, schemes: list[str]) -> None:
    exported = Api(aws).export(kind, authorizationType="AWS_IAM")

    assert exported["paths"]["/"]["get"].get("security") == [{"sigv4": []}]
    for name in schemes:
        exported = exported[name]
    assert exported["sigv4"]["x-amazon-apigateway-authtype"] == "awsSigv4"
