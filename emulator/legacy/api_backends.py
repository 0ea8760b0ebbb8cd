"""Backends of a REST API's integrations: functions and HTTP endpoints."""

import asyncio
import http.client
import json
import urllib.parse

from ministack.core.arn import execute_api_arn
from ministack.services import apigateway_v1, lambda_svc

from .api_call import Call
from .api_mapping import Answer, Outgoing
from .grants import denied_by_policy, denied_to_role
from .hooks import original

reference_of = original(apigateway_v1, "_extract_lambda_ref_from_integration_uri")
call_function = original(apigateway_v1, "_call_lambda_raw")
function_of = original(lambda_svc, "_get_func_record_for_ref_in_scope")


class BackendError(Exception):
    """A backend that cannot be called, or does not answer."""

    def __init__(self, response_type: str, message: str, reason: str) -> None:
        super().__init__(reason)
        self.response_type = response_type
        self.message = message


def misconfigured(reason: str) -> BackendError:
    """The error for an integration that is configured wrongly."""
    return BackendError("API_CONFIGURATION_ERROR", "Internal server error", reason)


def send(
    host: str, port: int | None, seconds: float, secure: bool, method: str, target: str, sent: Outgoing
) -> Answer:
    """Send one HTTP request."""
    connection_type = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = connection_type(host, port, timeout=seconds)
    try:
        headers = {name: value.encode("utf-8") for name, value in sent.headers.items()}
        connection.request(method, target, body=sent.body or None, headers=headers)
        response = connection.getresponse()
        return Answer(response.status, response.read(), dict(response.getheaders()))
    except TimeoutError as error:
        raise BackendError("INTEGRATION_TIMEOUT", "Endpoint request timed out", str(error)) from error
    except (OSError, http.client.HTTPException) as error:
        message = "Network error communicating with endpoint"
        raise BackendError("INTEGRATION_FAILURE", message, f"{host}: {error}") from error
    finally:
        connection.close()


def seconds_of(integration: dict) -> float:
    """The time-out of an integration."""
    return int(integration.get("timeoutInMillis") or 29000) / 1000


def target_of(path: str, query: list[tuple[str, str]], *more: str) -> str:
    """A path with its query string."""
    parts = [*more, urllib.parse.urlencode(query, quote_via=urllib.parse.quote)]
    return "?".join(filter(None, (path or "/", "&".join(filter(None, parts)))))


async def ask_http(integration: dict, call: Call, sent: Outgoing) -> Answer:
    """Call an HTTP endpoint."""
    url = urllib.parse.urlsplit(sent.uri)
    if not url.hostname or "{" in url.path:
        raise misconfigured(f"'{sent.uri}' is no address")
    sent.headers |= {
        "User-Agent": f"AmazonAPIGateway_{call.request['api_id']}",
        "x-amzn-apigateway-api-id": call.request["api_id"],
    }
    method = integration.get("httpMethod") or call.method
    target = target_of(url.path, sent.query, url.query)
    secure = url.scheme == "https"
    return await asyncio.to_thread(
        send, url.hostname, url.port, seconds_of(integration), secure, method, target, sent
    )


def may_invoke(integration: dict, call: Call, function: dict, configuration: dict, region: str) -> bool:
    """Return True if the integration's role, or else the function's policy, lets the API invoke the function."""
    arn, role = configuration["FunctionArn"], integration.get("credentials")
    if role:
        return not denied_to_role(role, "lambda:InvokeFunction", arn)
    api, stage, path = (call.request[name] for name in ("api_id", "stage_name", "resource_path"))
    source = execute_api_arn(region, call.account, api, stage, call.method, path)
    return not denied_by_policy(
        function["policy"], "apigateway.amazonaws.com", "lambda:InvokeFunction", arn, source
    )


async def ask_function(integration: dict, call: Call, sent: Outgoing) -> Answer:
    """Invoke a function with the mapped body as its event."""
    reference = reference_of(sent.uri)
    _, region = apigateway_v1.find_api_scope(call.request["api_id"])
    function, configuration, _ = function_of(reference, account_id=call.account, region=region)
    if not function or not may_invoke(integration, call, function, configuration, region):
        raise misconfigured(f"{reference} does not exist, or the API may not invoke it")
    try:
        event = json.loads(sent.body or b"{}")
    except ValueError as error:
        raise misconfigured(f"the event is no JSON: {error}") from error
    result, failed = await call_function(reference, event, account_id=call.account, region=region)
    if failed or result.get("throttle"):
        raise BackendError("INTEGRATION_FAILURE", "Internal server error", failed or "throttled")
    body = result.get("body")
    content = (
        body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    )
    thrown = body.get("errorMessage") or "" if result.get("error") and isinstance(body, dict) else ""
    return Answer(200, content, {"Content-Type": "application/json"}, outcome=thrown or "200")
