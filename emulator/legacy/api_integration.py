"""REST APIs: integrations that are not proxies."""

import re
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from ministack.services import apigateway_v1

from .api_answers import respond
from .api_backends import BackendError, ask_function, ask_http
from .api_call import Call, current
from .api_mapping import Answer, Outgoing, outgoing, request_template, variables
from .api_services import ask_service
from .grants import denied_to_role
from .hooks import original
from .vtl import RefusedInputError, TemplateFailedError, render

gateway_error = original(apigateway_v1, "_gw_error")


def misconfigured() -> Any:
    """The answer of an API that is configured wrongly."""
    return gateway_error("API_CONFIGURATION_ERROR", "Internal server error")


def report(call: Call, error: Exception) -> None:
    """Print the reason why an integration does not work to standard error."""
    where = f"{call.method} {call.request['resource_path']}"
    print(f"INTEGRATION of {where}: {type(error).__name__}: {error}", file=sys.stderr, flush=True)


Ask = Callable[[dict, Call, Outgoing], Awaitable[Answer]]


async def integrate(integration: dict, call: Call, ask: Ask) -> Any:
    """Map the request, call the backend, and map its answer."""
    try:
        answer = await ask(integration, call, outgoing(integration, call))
        return respond(integration, call, answer)
    except RefusedInputError as error:
        return gateway_error("BAD_REQUEST_BODY", str(error))
    except BackendError as error:
        report(call, error)
        return gateway_error(error.response_type, error.message)
    except (TemplateFailedError, ValueError, KeyError, TypeError, AttributeError) as error:
        report(call, error)
        return misconfigured()


def answer_of_mock(integration: dict, call: Call) -> Any:
    """The backend of a mock integration: returns the status in its request template."""
    try:
        body = outgoing(integration, call).body.decode("utf-8", "replace")
        match = re.search(r'["\']?statusCode["\']?\s*:\s*["\']?(\d{3})', body)
        if request_template(integration, call) is None or not match:
            return gateway_error("DEFAULT_5XX", "Internal server error")
        return respond(integration, call, Answer(int(match.group(1)), b"{}"))
    except RefusedInputError as error:
        return gateway_error("BAD_REQUEST_BODY", str(error))
    except TemplateFailedError:
        return misconfigured()


def backends() -> None:
    """AWS calls any service under the integration's role, renders every template, maps parameters
    and headers, and selects a response by its pattern. MiniStack answers 504 for most services,
    renders some variables of some templates, and returns the answers of HTTP backends unchanged."""
    pass_through = original(apigateway_v1, "_invoke_http_proxy_v1")
    parse_uri = original(apigateway_v1, "_parse_service_integration_uri")
    original(apigateway_v1, "_invoke_lambda_custom_v1")
    original(apigateway_v1, "_invoke_mock_v1")

    async def invoke_service(integration: dict, *rest: Any, **scope: Any) -> Any:
        service = (parse_uri(integration.get("uri", "")) or ("", ""))[1]
        ask = ask_function if service in ("lambda", "") else ask_service
        return await integrate(integration, current.get(), ask)

    async def invoke_http(integration: dict, *rest: Any) -> Any:
        if integration.get("type") == "HTTP":
            return await integrate(integration, current.get(), ask_http)
        answer = await pass_through(integration, *rest)
        if isinstance(answer, apigateway_v1._GatewayError):
            return gateway_error("INTEGRATION_FAILURE", "Network error communicating with endpoint")
        return answer

    apigateway_v1._invoke_lambda_custom_v1 = invoke_service
    apigateway_v1._invoke_http_proxy_v1 = invoke_http
    apigateway_v1._invoke_mock_v1 = lambda integration: answer_of_mock(integration, current.get())


def queue_integration() -> None:
    """AWS renders all templates of an integration with SQS, and sends the message under its role.
    MiniStack renders some variables, and does not check the role."""
    invoke = original(apigateway_v1, "_invoke_sqs_v1")
    original(apigateway_v1, "_render_request_template_v1")

    def render_template(template: str, body: str, parameters: dict, context: Any = None) -> str:
        return render(template, variables(current.get(), body))

    async def invoke_sqs(integration: dict, *rest: Any, **scope: Any) -> Any:
        region, _, _, path = apigateway_v1._parse_service_integration_uri(integration["uri"])
        queue = f"arn:aws:sqs:{region}:{path.strip('/').replace('/', ':')}"
        role = integration.get("credentials")
        if not role or denied_to_role(role, "sqs:SendMessage", queue):
            return misconfigured()
        try:
            return await invoke(integration, *rest, **scope)
        except RefusedInputError as error:
            return gateway_error("BAD_REQUEST_BODY", str(error))
        except TemplateFailedError:
            return misconfigured()

    apigateway_v1._render_request_template_v1 = render_template
    apigateway_v1._invoke_sqs_v1 = invoke_sqs


def unmapped_media_type() -> None:
    """AWS refuses a media type without a template, depending on `passthroughBehavior`: NEVER refuses
    always, WHEN_NO_TEMPLATES if there is a template for another type. MiniStack supports NEVER
    only, and only if there is a template."""
    original(apigateway_v1, "_check_passthrough_behavior")

    def check_passthrough_behavior(integration: dict, headers: dict) -> Any:
        behavior = integration.get("passthroughBehavior") or "WHEN_NO_MATCH"
        if integration.get("type") not in ("AWS", "HTTP", "MOCK") or behavior == "WHEN_NO_MATCH":
            return None
        if behavior == "WHEN_NO_TEMPLATES" and not integration.get("requestTemplates"):
            return None
        if request_template(integration, current.get()) is not None:
            return None
        return gateway_error("UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type")

    apigateway_v1._check_passthrough_behavior = check_passthrough_behavior


def close() -> None:
    """Apply the patches of this module."""
    backends()
    queue_integration()
    unmapped_media_type()
