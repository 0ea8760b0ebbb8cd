import pytest
from server import Aws


def method(**integration: str) -> dict:
    return {
        "Type": "AWS::ApiGateway::Method",
        "Properties": {
            "RestApiId": {"Ref": "Api"},
            "ResourceId": {"Fn::GetAtt": ["Api", "RootResourceId"]},
            "HttpMethod": "POST",
            "AuthorizationType": "NONE",
            "Integration": {"Type": "MOCK", **integration},
        },
    }


@pytest.mark.parametrize("handling", ["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"])
def test_a_backend_receives_the_body_as_the_template_specifies(aws: Aws, handling: str) -> None:
    resources = {
        "Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": "api"}},
        "Method": method(ContentHandling=handling),
    }
    outputs = {"Api": {"Ref": "Api"}, "Resource": {"Fn::GetAtt": ["Api", "RootResourceId"]}}
    made = aws.deploy(resources, outputs)

    integration = aws("apigateway").get_integration(
        restApiId=made["Api"], resourceId=made["Resource"], httpMethod="POST"
    )
    assert integration.get("contentHandling") == handling
