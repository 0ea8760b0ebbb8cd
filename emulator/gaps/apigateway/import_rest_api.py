"""Import of an OpenAPI document as a new API.

AWS imports what it exports. MiniStack imports by CloudFormation only, without the mappings of integrations. Here the
models, validators and gateway responses of a document are left out.
"""

from collections.abc import Callable
from typing import Any

from ministack.services import apigateway_v1

from patching import replaces, uses
from patching.resources import accepted

apis = uses(apigateway_v1, "_rest_apis")
view = uses(apigateway_v1, "_rest_api_view")
response = uses(apigateway_v1, "_v1_response")
error = uses(apigateway_v1, "_v1_error")
import_document = uses(apigateway_v1, "_import_rest_api")
put_integration = uses(apigateway_v1, "_put_integration")
put_integration_response = uses(apigateway_v1, "_put_integration_response")


@replaces(apigateway_v1, "_create_rest_api")
def create_rest_api(create: Callable, data: dict) -> Any:
    """Create an API from its settings or from a document."""
    version = str(data.get("openapi") or data.get("swagger") or "")
    if not version:
        return create(data)
    if not version.startswith(("2.0", "3.0")):
        return error("BadRequestException", f"Invalid OpenAPI version {version}: 2.0 and 3.0 are supported", 400)
    return response(view(apis[import_document(data)]), 201)


@replaces(apigateway_v1, "_import_operation")
def import_operation(add: Callable, api: str, resource: str, verb: str, operation: dict, *security: Any) -> None:
    """Add a method with the whole of its integration."""
    add(api, resource, verb, operation, *security)
    if not (integration := operation.get("x-amazon-apigateway-integration")):
        return
    accepted(put_integration(api, resource, verb, {**integration, "type": integration["type"].upper()}))
    for pattern, answer in integration.get("responses", {}).items():
        settings = {**answer, "selectionPattern": "" if pattern == "default" else pattern}
        accepted(put_integration_response(api, resource, verb, answer["statusCode"], settings))
