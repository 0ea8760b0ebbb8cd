import urllib.request

from server import Aws

ROUTE = {"ApiId": {"Ref": "Api"}, "RouteKey": "GET /greeting", "Target": {"Fn::Sub": "integrations/${Integration}"}}


def test_the_address_of_an_api_answers_on_every_machine(aws: Aws) -> None:
    proxy = {
        "ApiId": {"Ref": "Api"},
        "IntegrationType": "AWS_PROXY",
        "IntegrationUri": aws.function("return 'hello';"),
        "PayloadFormatVersion": "2.0",
    }
    stage = {"ApiId": {"Ref": "Api"}, "StageName": "$default", "AutoDeploy": True}
    resources = {
        "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"Name": "greetings", "ProtocolType": "HTTP"}},
        "Integration": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": proxy},
        "Route": {"Type": "AWS::ApiGatewayV2::Route", "Properties": ROUTE},
        "Stage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": stage},
    }
    address = aws.deploy(resources, {"Address": {"Fn::GetAtt": ["Api", "ApiEndpoint"]}})["Address"]

    assert address.startswith(f"{aws.server.address}/")
    with urllib.request.urlopen(f"{address}/greeting") as answer:
        assert answer.read() == b"hello"
