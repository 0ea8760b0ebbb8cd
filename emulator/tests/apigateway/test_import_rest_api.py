import json

import pytest
from botocore.exceptions import ClientError
from server import Aws

INTEGRATION = {
    "type": "aws",
    "httpMethod": "POST",
    "uri": "arn:aws:apigateway:eu-central-1:kinesis:action/PutRecords",
    "requestTemplates": {"application/json": "$input.body"},
    "responses": {
        "default": {"statusCode": "200", "responseTemplates": {"application/json": "{}"}},
        "4\\d{2}": {"statusCode": "502"},
    },
}


def document(openapi: str) -> bytes:
    operation = {"security": [{"sigv4": [], "api_key": []}], "x-amazon-apigateway-integration": INTEGRATION}
    schemes = {
        "sigv4": {
            "type": "apiKey",
            "name": "Authorization",
            "in": "header",
            "x-amazon-apigateway-authtype": "awsSigv4",
        },
        "api_key": {"type": "apiKey", "name": "x-api-key", "in": "header"},
    }
    return json.dumps(
        {
            "openapi": openapi,
            "info": {"title": "imported", "version": "1"},
            "paths": {"/events": {"post": operation}},
            "components": {"securitySchemes": schemes},
        }
    ).encode()


def test_an_imported_api_has_the_methods_of_the_document(aws: Aws) -> None:
    gateway = aws("apigateway")
    imported = gateway.import_rest_api(body=document("3.0.1"))
    assert imported["name"] == "imported"

    resources = gateway.get_resources(restApiId=imported["id"], embed=["methods"])["items"]
    [method] = [resource["resourceMethods"]["POST"] for resource in resources if resource["path"] == "/events"]
    assert (method["authorizationType"], method["apiKeyRequired"]) == ("AWS_IAM", True)
    integration = method["methodIntegration"]
    assert (integration["type"], integration["uri"]) == ("AWS", INTEGRATION["uri"])
    assert integration["requestTemplates"] == INTEGRATION["requestTemplates"]
    patterns = {status: each["selectionPattern"] for status, each in integration["integrationResponses"].items()}
    assert patterns == {"200": "", "502": "4\\d{2}"}


def test_a_document_of_openapi_3_1_is_refused(aws: Aws) -> None:
    with pytest.raises(ClientError, match="BadRequestException"):
        aws("apigateway").import_rest_api(body=document("3.1.0"))
