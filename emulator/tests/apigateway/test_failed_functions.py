from rest_api import proxy_of, public_function, rest_api
from server import Aws


def test_a_function_that_throws_is_answered_without_its_stack_trace(aws: Aws) -> None:
    api = rest_api(aws, "/orders", proxy_of(public_function(aws, "throw new Error('secret');")))

    answer = api.call("/orders")
    assert (answer.status, answer.document) == (502, {"message": "Internal server error"})
    assert answer.headers["x-amzn-ErrorType"] == "InternalServerErrorException"


def test_a_function_that_throws_is_answered_with_the_response_of_the_api(aws: Aws) -> None:
    response = {
        "Type": "AWS::ApiGateway::GatewayResponse",
        "Properties": {
            "RestApiId": {"Ref": "Api"},
            "ResponseType": "DEFAULT_5XX",
            "ResponseTemplates": {"application/json": '{"title":"Failed"}'},
        },
    }
    deployment = {
        "Type": "AWS::ApiGateway::Deployment",
        "Properties": {"RestApiId": {"Ref": "Api"}},
        "DependsOn": ["Method", "Failed"],
    }
    integration = proxy_of(public_function(aws, "throw new Error('secret');"))
    api = rest_api(aws, "/orders", integration, more={"Failed": response, "Deployment": deployment})

    answer = api.call("/orders")
    assert (answer.status, answer.document) == (502, {"title": "Failed"})
