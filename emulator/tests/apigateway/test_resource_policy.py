import pytest
from rest_api import MOCK, RestApi, invocation_of, part, public_function, rest_api
from server import Aws, unique

PASSWORD = "Correct-horse-4"


def statement(effect: str, resource: str) -> dict:
    return {"Effect": effect, "Principal": "*", "Action": "execute-api:Invoke", "Resource": resource}


ALL = statement("Allow", "execute-api:/*")
OTHER = statement("Allow", "execute-api:/v1/POST/*")
NOT_ORDERS = statement("Deny", "execute-api:/v1/GET/orders")


def api_of(aws: Aws, policy: list[dict], authorization: str, authorizer: dict) -> RestApi:
    document = {"Version": "2012-10-17", "Statement": policy}
    header = {"IdentitySource": "method.request.header.Authorization"}
    more = {
        "Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": unique("api"), "Policy": document}},
        "Authorizer": part("Authorizer", {"Name": "authorizer", **header, **authorizer}),
    }
    method = {"AuthorizationType": authorization, "AuthorizerId": {"Ref": "Authorizer"}}
    return rest_api(aws, "/orders", MOCK, method, more)


@pytest.fixture
def customer(aws: Aws) -> tuple[str, str]:
    """The ARN of a user pool, and the token of a customer."""
    cognito = aws("cognito-idp")
    pool = cognito.create_user_pool(PoolName=unique("pool"))["UserPool"]
    user = {"UserPoolId": pool["Id"], "Username": "ada"}
    cognito.admin_create_user(**user)
    cognito.admin_set_user_password(**user, Password=PASSWORD, Permanent=True)
    client = cognito.create_user_pool_client(
        UserPoolId=pool["Id"], ClientName="shop", ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH"]
    )
    tokens = cognito.admin_initiate_auth(
        UserPoolId=pool["Id"],
        ClientId=client["UserPoolClient"]["ClientId"],
        AuthFlow="ADMIN_USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": "ada", "PASSWORD": PASSWORD},
    )
    return pool["Arn"], tokens["AuthenticationResult"]["IdToken"]


@pytest.mark.parametrize("policy", [[OTHER], [ALL, NOT_ORDERS]])
def test_a_customer_whom_the_policy_does_not_allow_is_refused(
    aws: Aws, customer: tuple[str, str], policy: list[dict]
) -> None:
    pool, token = customer
    authorizer = {"Type": "COGNITO_USER_POOLS", "ProviderARNs": [pool]}
    apis = [api_of(aws, each, "COGNITO_USER_POOLS", authorizer) for each in ([ALL], policy)]

    assert [api.call("/orders", headers={"Authorization": token}).status for api in apis] == [200, 403]


def test_a_caller_whom_the_policy_denies_is_refused_before_the_authorizer_answers(aws: Aws) -> None:
    allow = "{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }"
    function = public_function(
        aws, f"return {{ principalId: 'a', policyDocument: {{ Version: '2012-10-17', Statement: [{allow}] }} }};"
    )
    authorizer = {"Type": "TOKEN", "AuthorizerUri": invocation_of(function)}
    apis = [api_of(aws, policy, "CUSTOM", authorizer) for policy in ([ALL], [OTHER], [ALL, NOT_ORDERS])]

    assert [api.call("/orders", headers={"Authorization": "a"}).status for api in apis] == [200, 200, 403]
