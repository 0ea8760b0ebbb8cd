from rest_api import proxy_of, public_function, rest_api
from server import Aws


def test_a_function_and_the_client_receive_the_same_id(aws: Aws) -> None:
    body = "return { statusCode: 200, body: event.requestContext.requestId };"
    api = rest_api(aws, "/orders", proxy_of(public_function(aws, body)))

    answer = api.call("/orders")
    assert answer.body.decode() == answer.headers["x-amzn-RequestId"]
