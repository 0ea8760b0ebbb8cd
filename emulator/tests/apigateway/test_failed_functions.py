from rest_api import gateway_response, proxy_of, public_function, rest_api
from server import Aws


def test_a_function_that_throws_is_answered_without_its_stack_trace(aws: Aws) -> None:
    api = rest_api(aws, "/orders", proxy_of(public_function(aws, "throw new Error('secret');")))

    answer = api.call("/orders")
    assert (answer.status, answer.document) == (502, {"message": "Internal server error"})
    assert answer.headers["x-amzn-ErrorType"] == "InternalServerErrorException"


def test_a_function_that_throws_is_answered_with_the_response_of_the_api(aws: Aws) -> None:
    failed = gateway_response("DEFAULT_5XX", '{"title":"Failed"}')
    integration = proxy_of(public_function(aws, "throw new Error('secret');"))
    api = rest_api(aws, "/orders", integration, more={"Failed": failed})

    answer = api.call("/orders")
    assert (answer.status, answer.document) == (502, {"title": "Failed"})
