import json
from typing import Any

import pytest
from rest_api import RestApi
from server import Aws, unique

SCHEMA = {
    "type": "object",
    "required": ["lines"],
    "additionalProperties": False,
    "properties": {
        "note": {"type": ["string", "null"], "maxLength": 3},
        "lines": {"items": {"type": "object", "required": ["sku", "quantity"]}},
    },
}


@pytest.fixture(scope="module")
def api(aws: Aws) -> RestApi:
    """An API that validates the body and one parameter of a request."""
    gateway = aws("apigateway")
    api = gateway.create_rest_api(name=unique("api"))["id"]
    place = {
        "restApiId": api,
        "resourceId": gateway.get_resources(restApiId=api)["items"][0]["id"],
        "httpMethod": "POST",
    }
    gateway.create_model(restApiId=api, name="Order", contentType="application/json", schema=json.dumps(SCHEMA))
    validator = gateway.create_request_validator(
        restApiId=api, name="all", validateRequestBody=True, validateRequestParameters=True
    )
    gateway.put_method(
        **place,
        authorizationType="NONE",
        requestValidatorId=validator["id"],
        requestModels={"application/json": "Order"},
        requestParameters={"method.request.header.Key": True},
    )
    gateway.put_integration(**place, type="MOCK")
    template = '{"errors":"$context.error.validationErrorString"}'
    for kind in ("BAD_REQUEST_BODY", "BAD_REQUEST_PARAMETERS"):
        gateway.put_gateway_response(restApiId=api, responseType=kind, responseTemplates={"application/json": template})
    gateway.create_deployment(restApiId=api, stageName="v1")
    return RestApi(aws, api)


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        ({}, '[object has missing required properties (["lines"])]'),
        (
            {"lines": [], "b": 1, "a": 1},
            '[object instance has properties which are not allowed by the schema: ["a", "b"]]',
        ),
        ({"lines": [{"sku": "CUP"}]}, '[object has missing required properties (["quantity"])]'),
        ([], '[instance type (array) does not match any allowed primitive type (allowed: ["object"])]'),
        (
            {"lines": [], "note": 1},
            '[instance type (integer) does not match any allowed primitive type (allowed: ["null", "string"])]',
        ),
        ({"lines": [], "note": "long"}, '[instance value ("long") does not satisfy the schema]'),
    ],
)
def test_a_response_has_the_reasons_why_a_body_is_rejected(api: RestApi, body: Any, errors: str) -> None:
    answer = api.call("/", "POST", {"Key": "1"}, json.dumps(body).encode())
    assert (answer.status, answer.document) == (400, {"errors": errors})


@pytest.mark.parametrize("body", [b"{", b"[" * 100_000], ids=["not JSON", "too deep"])
def test_a_response_has_the_reason_why_a_body_cannot_be_read(api: RestApi, body: bytes) -> None:
    answer = api.call("/", "POST", {"Key": "1"}, body)
    assert answer.document == {"errors": "Invalid request body"}


def test_a_response_has_the_names_of_missing_parameters(api: RestApi) -> None:
    answer = api.call("/", "POST", body=b'{"lines":[]}')
    assert answer.document == {"errors": "Missing required request parameters: [Key]"}
