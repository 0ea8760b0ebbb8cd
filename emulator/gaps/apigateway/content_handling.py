"""Conversion of the body for a method's backend.

AWS converts the body between binary and text as the template specifies. MiniStack's CloudFormation drops the property.
"""

from ministack.services import apigateway_v1

from patching import uses
from patching.resources import Properties, also_applies

resources = uses(apigateway_v1, "_resources")


@also_applies("AWS::ApiGateway::Method")
def apply(method: str, properties: Properties) -> None:
    """Set the property of the method's integration."""
    handling = properties.get("Integration", {}).get("ContentHandling")
    if handling:
        methods = resources[properties["RestApiId"]][properties["ResourceId"]]["resourceMethods"]
        methods[properties["HttpMethod"]]["methodIntegration"]["contentHandling"] = handling
