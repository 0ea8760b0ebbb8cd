"""Address of an HTTP API.

The host name of an API on AWS resolves. MiniStack's, `<id>.execute-api.localhost`, resolves on some machines only.
The API is also available under a path of the emulator's address.
"""

import os

from ministack.services import apigateway

from patching import uses
from patching.resources import Attributes, Properties, also_applies

apis = uses(apigateway, "_apis")


@also_applies("AWS::ApiGatewayV2::Api")
def apply(api: str, properties: Properties) -> Attributes:
    """Set the address under the path."""
    address = f"http://127.0.0.1:{os.environ['GATEWAY_PORT']}/_aws/execute-api/{api}"
    apis[api]["apiEndpoint"] = address
    return {"ApiEndpoint": address}
