from rest_api import RestApi
from server import Aws, unique


def test_a_parameter_can_contain_a_slash(aws: Aws) -> None:
    gateway = aws("apigateway")
    api = gateway.create_rest_api(name=unique("api"))["id"]
    parent = gateway.get_resources(restApiId=api)["items"][0]["id"]
    for part in ("orders", "{id}", "invoice"):
        parent = gateway.create_resource(restApiId=api, parentId=parent, pathPart=part)["id"]
        place = {"restApiId": api, "resourceId": parent, "httpMethod": "GET"}
        gateway.put_method(**place, authorizationType="NONE")
        gateway.put_integration(**place, type="MOCK", requestTemplates={"application/json": '{"statusCode":200}'})
        gateway.put_integration_response(**place, statusCode="200", responseTemplates={"application/json": f'"{part}"'})
    gateway.create_deployment(restApiId=api, stageName="v1")

    answers = [RestApi(aws, api).call(path).document for path in ("/orders/1/invoice", "/orders/1%2Finvoice")]
    assert answers == ["invoice", "{id}"]
