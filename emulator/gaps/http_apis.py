"""HTTP APIs: where they answer."""

import os

from ministack.services import apigateway

from .hooks import Attributes, Properties, also_apply, original


def endpoint() -> None:
    """AWS gives an API a host name that resolves; MiniStack's, `<id>.execute-api.localhost`, does so
    on some machines only. The same API answers under a path, on the address the emulator listens on."""
    apis = original(apigateway, "_apis")

    def apply(api: str, properties: Properties) -> Attributes | None:
        if properties.get("ProtocolType", "HTTP") != "HTTP":
            return None
        address = f"http://127.0.0.1:{os.environ['GATEWAY_PORT']}/_aws/execute-api/{api}"
        apis[api]["apiEndpoint"] = address
        return {"ApiEndpoint": address}

    also_apply("AWS::ApiGatewayV2::Api", apply)


def close() -> None:
    """Close the gaps of this module."""
    endpoint()
