import base64
import json

import pytest
from botocore.exceptions import ClientError
from server import Aws, unique

TOKEN = {"claimsToAddOrOverride": {"shop": "open"}}
ADD_CLAIM = f"event.response.claimsAndScopeOverrideDetails = {{ accessTokenGeneration: {json.dumps(TOKEN)} }}"


class Pool:
    """A user pool with a trigger, one client and one user."""

    def __init__(self, aws: Aws, trigger: str) -> None:
        self.aws, self.cognito = aws, aws("cognito-idp")
        self.function = aws.function(trigger)
        config = {"PreTokenGenerationConfig": {"LambdaArn": self.function, "LambdaVersion": "V2_0"}}
        pool = self.cognito.create_user_pool(PoolName=unique("pool"), LambdaConfig=config)["UserPool"]
        self.arn, self.id = pool["Arn"], pool["Id"]
        client = self.cognito.create_user_pool_client(
            UserPoolId=self.id, ClientName="client", ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH"]
        )
        self.client = client["UserPoolClient"]["ClientId"]
        self.cognito.admin_create_user(UserPoolId=self.id, Username="user")
        self.cognito.admin_set_user_password(UserPoolId=self.id, Username="user", Password="Pass-word1", Permanent=True)

    def allow(self, source: str) -> None:
        """Let user pools with this ARN invoke the trigger."""
        self.aws.allow_invocation(self.function, "cognito-idp", source)

    def sign_in(self) -> dict:
        """Sign in; the claims of the access token."""
        user = {"USERNAME": "user", "PASSWORD": "Pass-word1"}
        answer = self.cognito.initiate_auth(AuthFlow="USER_PASSWORD_AUTH", ClientId=self.client, AuthParameters=user)
        claims = answer["AuthenticationResult"]["AccessToken"].split(".")[1]
        return json.loads(base64.urlsafe_b64decode(claims + "=="))


def test_a_pool_without_the_permission_issues_no_token(aws: Aws) -> None:
    pool = Pool(aws, f"{ADD_CLAIM}; return event;")
    with pytest.raises(ClientError, match="UnexpectedLambdaException"):
        pool.sign_in()


def test_the_permission_for_another_pool_is_not_enough(aws: Aws) -> None:
    pool = Pool(aws, f"{ADD_CLAIM}; return event;")
    pool.allow(f"{pool.arn}2")
    with pytest.raises(ClientError, match="UnexpectedLambdaException"):
        pool.sign_in()


def test_a_trigger_that_fails_issues_no_token(aws: Aws) -> None:
    pool = Pool(aws, "throw new Error('closed');")
    pool.allow(pool.arn)
    with pytest.raises(ClientError, match="UserLambdaValidationException"):
        pool.sign_in()


@pytest.mark.control
def test_a_pool_with_the_permission_adds_the_claims_of_the_trigger(aws: Aws) -> None:
    pool = Pool(aws, f"{ADD_CLAIM}; return event;")
    pool.allow(pool.arn)
    assert pool.sign_in()["shop"] == "open"
