"""Values of API keys.

AWS returns the value of an API key only if the call asks for it. MiniStack always does.
"""

import json
from collections.abc import Callable

from ministack.services import apigateway_v1

from patching import replaces


@replaces(apigateway_v1, "handle_request")
async def handle_request(handle: Callable, method: str, path: str, headers: dict, body: bytes, query: dict) -> tuple:
    """Remove the values from the answer, unless the query includes them."""
    status, answer_headers, answer = await handle(method, path, headers, body, query)
    included = "true" in (*query.get("includeValue", ()), *query.get("includeValues", ()))
    if included or method != "GET" or not path.startswith("/apikeys") or status != 200:
        return status, answer_headers, answer
    document = json.loads(answer)
    for key in document.get("item", [document]):
        key.pop("value", None)
    return status, answer_headers, json.dumps(document).encode()
