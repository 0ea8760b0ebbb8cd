from rest_api import MOCK, rest_api
from server import Aws


def validator(**settings: bool) -> dict:
    return {"Type": "AWS::ApiGateway::RequestValidator", "Properties": {"RestApiId": {"Ref": "Api"}, **settings}}


def test_a_request_without_a_required_parameter_is_refused(aws: Aws) -> None:
    method = {
        "RequestValidatorId": {"Ref": "Validator"},
        "RequestParameters": {"method.request.querystring.limit": True},
    }
    more = {"Validator": validator(ValidateRequestParameters=True)}
    api = rest_api(aws, "/orders", MOCK, method, more)

    assert (api.call("/orders").status, api.call("/orders?limit=1").status) == (400, 200)


def test_a_body_that_its_model_does_not_allow_is_refused(aws: Aws) -> None:
    model = {"ContentType": "application/json", "RestApiId": {"Ref": "Api"}, "Name": "Order"}
    more = {
        "Validator": validator(ValidateRequestBody=True),
        "Model": {
            "Type": "AWS::ApiGateway::Model",
            "Properties": {**model, "Schema": {"type": "object", "required": ["sku"]}},
        },
    }
    method = {
        "HttpMethod": "POST",
        "RequestValidatorId": {"Ref": "Validator"},
        "RequestModels": {"application/json": {"Ref": "Model"}},
    }
    api = rest_api(aws, "/orders", MOCK, method, more)

    statuses = [api.call("/orders", "POST", body=body).status for body in (b'{"sku":1}', b"{}")]
    assert statuses == [200, 400]
