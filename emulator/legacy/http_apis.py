"""HTTP APIs: their addresses."""

import os

from ministack.services import apigateway

from .hooks import Attributes, Properties, also_apply, original


def endpoint() -> None:
    """The host name of an API on AWS resolves. MiniStack's, `<id>.execute-api.localhost`, resolves on
    some machines only. The API is also available under a path of the emulator's address."""
    apis = original(apigateway, "_apis")

    def apply(api: str, properties: Properties) -> Attributes | None:
        if properties.get("ProtocolType", "HTTP") != "HTTP":
            return None
        address = f"http://127.0.0.1:{os.environ['GATEWAY_PORT']}/_aws/execute-api/{api}"
        apis[api]["apiEndpoint"] = address
        return {"ApiEndpoint": address}

    also_apply("AWS::ApiGatewayV2::Api", apply)


def close() -> None:
    """Apply the patches of this module."""
    endpoint()
