from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from rest_api import MOCK, gateway_response, rest_api
from server import REGION, Aws, unique

DENIED = gateway_response("ACCESS_DENIED", '{"title":"Denied","detail":$context.error.messageString}')


def test_a_caller_without_permission_gets_the_response_of_the_api(aws: Aws) -> None:
    api = rest_api(aws, "/orders", MOCK, {"AuthorizationType": "AWS_IAM"}, {"Denied": DENIED})
    iam = aws("iam")
    user = iam.create_user(UserName=unique("user"))["User"]
    key = iam.create_access_key(UserName=user["UserName"])["AccessKey"]

    request = AWSRequest("GET", f"{aws.server.address}/_aws/execute-api/{api.api}/v1/orders")
    credentials = Credentials(key["AccessKeyId"], key["SecretAccessKey"])
    SigV4Auth(credentials, "execute-api", REGION).add_auth(request)
    answer = api.call("/orders", headers=dict(request.headers))

    assert answer.status == 403
    assert answer.document.get("title") == "Denied"
    assert answer.document["detail"].startswith(f"User: {user['Arn']} is not authorized to perform: execute-api:Invoke")
    assert answer.headers["x-amzn-ErrorType"] == "AccessDeniedException"
