"""Validation of requests.

AWS validates the requests of a method by its validator. MiniStack's CloudFormation makes an id that its API does not
know, and drops the method's reference to it.
"""

from ministack.services import apigateway_v1

from patching import uses
from patching.resources import Properties, also_applies

validators = uses(apigateway_v1, "_request_validators")
resources = uses(apigateway_v1, "_resources")


@also_applies("AWS::ApiGateway::RequestValidator")
def keep(validator: str, properties: Properties) -> None:
    """Create or change the validator of the API."""
    validators.setdefault(properties["RestApiId"], {})[validator] = {
        "id": validator,
        "name": properties.get("Name", ""),
        "validateRequestBody": properties.get("ValidateRequestBody", False),
        "validateRequestParameters": properties.get("ValidateRequestParameters", False),
    }


@also_applies("AWS::ApiGateway::Method")
def refer(physical_id: str, properties: Properties) -> None:
    """Set the validator of the method."""
    methods = resources[properties["RestApiId"]][properties["ResourceId"]]["resourceMethods"]
    methods[properties["HttpMethod"]]["requestValidatorId"] = properties.get("RequestValidatorId")
