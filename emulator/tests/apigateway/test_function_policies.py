import pytest
from rest_api import MOCK, RestApi, invocation_of, part, proxy_of, public_function, rest_api
from server import REGION, Aws

GREETS = "return { statusCode: 200, body: 'hello' };"
ALLOWS = """
  const statement = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: event.methodArn };
  return { principalId: 'partner', policyDocument: { Version: '2012-10-17', Statement: [statement] } };
"""


def authorized(aws: Aws, function: str) -> RestApi:
    """A mock that is behind an authorizer."""
    header = {"IdentitySource": "method.request.header.Authorization"}
    properties = {"Name": "authorizer", "Type": "TOKEN", "AuthorizerUri": invocation_of(function), **header}
    method = {"AuthorizationType": "CUSTOM", "AuthorizerId": {"Ref": "Authorizer"}}
    return rest_api(aws, "/orders", MOCK, method, {"Authorizer": part("Authorizer", properties)})


def allow(aws: Aws, function: str, source: str, service: str = "apigateway") -> None:
    aws.allow_invocation(function, service, f"arn:aws:execute-api:{REGION}:000000000000:{source}")


@pytest.mark.parametrize("source", ["{api}/v1/GET/shipments", "another/*/*/*", "{api}/authorizers/*"])
def test_a_function_that_another_part_may_invoke_is_not_invoked(aws: Aws, source: str) -> None:
    function = aws.function(GREETS)
    api = rest_api(aws, "/orders", proxy_of(function))
    allow(aws, function, source.format(api=api.api))

    assert api.call("/orders").status == 500
    assert aws.server.lines("DENIED apigateway.amazonaws.com for arn:aws:execute-api:")


def test_a_function_without_a_permission_is_not_invoked(aws: Aws) -> None:
    assert rest_api(aws, "/orders", proxy_of(aws.function(GREETS))).call("/orders").status == 500


def test_a_function_that_another_service_may_invoke_is_not_invoked(aws: Aws) -> None:
    function = aws.function(GREETS)
    api = rest_api(aws, "/orders", proxy_of(function))
    allow(aws, function, f"{api.api}/*/*/*", "events")

    assert api.call("/orders").status == 500


@pytest.mark.control
def test_a_function_that_the_method_may_invoke_answers(aws: Aws) -> None:
    function = aws.function(GREETS)
    api = rest_api(aws, "/orders", proxy_of(function))
    allow(aws, function, f"{api.api}/v1/GET/orders")

    assert api.call("/orders").body == b"hello"


def test_an_authorizer_without_a_permission_fails_the_call(aws: Aws) -> None:
    api = authorized(aws, aws.function(ALLOWS))
    assert api.call("/orders", headers={"Authorization": "token"}).status == 500


@pytest.mark.control
def test_an_authorizer_that_the_api_may_invoke_decides(aws: Aws) -> None:
    function = aws.function(ALLOWS)
    api = authorized(aws, function)
    allow(aws, function, f"{api.api}/authorizers/*")

    assert api.call("/orders", headers={"Authorization": "token"}).status == 200


@pytest.mark.control
def test_an_authorizer_that_denies_decides(aws: Aws) -> None:
    api = authorized(aws, public_function(aws, ALLOWS.replace("Allow", "Deny")))
    assert api.call("/orders", headers={"Authorization": "token"}).status == 403
