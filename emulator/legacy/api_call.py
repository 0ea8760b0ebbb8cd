"""A call of a REST API, with the values that templates, mappings and gateway responses can refer to."""

import contextvars
import datetime
import time
from typing import Any

from ministack.core import iam_evaluator
from ministack.services import apigateway_v1

from .hooks import original
from .java import JavaMap, java

request_origin = original(iam_evaluator, "_request_origin")


class Call:
    """One call of a stage."""

    def __init__(self, request: dict, method: str, path: str, body: bytes, account: str) -> None:
        self.request = request
        self.method = method
        self.path = path
        self.body = body
        self.account = account
        self.headers: dict = request["headers"]
        self.query: dict = request["query_params"]
        self.key: dict | None = None
        self.authorizer: dict | None = None
        self.resource_id = ""
        self.started = time.time()
        self._context: JavaMap | None = None

    @property
    def api(self) -> dict:
        """The API."""
        return apigateway_v1._rest_apis.get(self.request["api_id"]) or {}

    @property
    def stage(self) -> dict:
        """The stage."""
        return self.request["stage"] or {}

    @property
    def path_parameters(self) -> dict:
        """The path's parameters, decoded."""
        return self.request["path_params"]

    def header(self, name: str) -> str:
        """A header of the request; empty without one."""
        return apigateway_v1._header_ci(self.headers, name)

    def content_type(self) -> str:
        """The media type of the request's body."""
        return (self.header("content-type") or "application/json").split(";")[0].strip().lower()

    def accepted_type(self) -> str:
        """The media type that decides whether the answer is binary: the first that is accepted."""
        return (self.header("accept") or "application/json").split(",")[0].split(";")[0].strip().lower()

    def is_binary(self, media_type: str) -> bool:
        """Return True if the API treats a media type as binary."""
        return apigateway_v1._media_type_matches(media_type, self.api.get("binaryMediaTypes"))

    @property
    def address(self) -> str:
        """The source address of the connection; X-Forwarded-For is ignored."""
        return (request_origin.get() or ("127.0.0.1",))[0]

    def identity(self) -> dict:
        """$context.identity."""
        caller = apigateway_v1._iam_caller_identity(self.headers, self.query) or {}
        key = self.key or {}
        return {
            **caller,
            "sourceIp": self.address,
            "userAgent": self.header("user-agent"),
            "apiKey": key.get("value"),
            "apiKeyId": key.get("id"),
        }

    @property
    def context(self) -> JavaMap:
        """$context, which templates can change."""
        if self._context is None:
            self._context = self._describe()
        if self.authorizer is not None:
            self._context["authorizer"] = java(self.authorizer)
        return self._context

    def _describe(self) -> JavaMap:
        api, stage = self.request["api_id"], self.request["stage_name"]
        moment = datetime.datetime.fromtimestamp(self.started, datetime.timezone.utc)
        return java(
            {
                "accountId": self.account,
                "apiId": api,
                "deploymentId": self.stage.get("deploymentId"),
                "domainName": self.header("host"),
                "domainPrefix": self.header("host").split(".")[0],
                "extendedRequestId": self.request["request_id"],
                "httpMethod": self.method,
                "identity": self.identity(),
                "path": f"/{stage}{self.path}",
                "protocol": "HTTP/1.1",
                "requestId": self.request["request_id"],
                "requestTime": moment.strftime("%d/%b/%Y:%H:%M:%S +0000"),
                "requestTimeEpoch": int(self.started * 1000),
                "resourceId": self.resource_id,
                "resourcePath": self.request["resource_path"],
                "stage": stage,
                "requestOverride": {"header": {}, "querystring": {}, "path": {}},
                "responseOverride": {"header": {}},
            }
        )

    def variable(self, path: str) -> Any:
        """A member of $context by its dotted name; nothing if it is absent."""
        value: Any = self.context
        for name in path.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        return value


current: contextvars.ContextVar[Call] = contextvars.ContextVar("call")
"""The call that is being answered."""


def known_call() -> None:
    """Records the resource, the caller and the API key of a call as MiniStack finds them."""
    execute = original(apigateway_v1, "_execute_in_scope")
    authorize = original(apigateway_v1, "_authorize_request_v1")
    check_key = original(apigateway_v1, "_check_api_key")
    build_event = original(apigateway_v1, "_build_lambda_event_v1")

    async def execute_call(
        request: dict, api: str, stage: str, method: str, path: str, headers: dict, body: bytes, *rest: Any
    ) -> Any:
        request["stage"] = apigateway_v1._stages_v1.get(api, {}).get(stage) or {}
        request["call"] = Call(request, method, path, body, rest[1])
        current.set(request["call"])
        return await execute(request, api, stage, method, path, headers, body, *rest)

    async def authorize_call(*arguments: Any) -> Any:
        call = current.get()
        call.resource_id = arguments[5]["id"]
        error, call.authorizer = await authorize(*arguments)
        return error, call.authorizer

    def check_call_key(*arguments: Any) -> Any:
        error, current.get().key = check_key(*arguments)
        return error, current.get().key

    def build_call_event(*arguments: Any, **options: Any) -> dict:
        event = build_event(*arguments, **options)
        call = current.get()
        context = event["requestContext"]
        context["requestId"] = context["extendedRequestId"] = call.request["request_id"]
        context["identity"]["sourceIp"] = call.address
        if call.key:
            context["identity"] |= {"apiKey": call.key["value"], "apiKeyId": call.key["id"]}
        return event

    apigateway_v1._execute_in_scope = execute_call
    apigateway_v1._authorize_request_v1 = authorize_call
    apigateway_v1._check_api_key = check_call_key
    apigateway_v1._build_lambda_event_v1 = build_call_event


def close() -> None:
    """Apply the patches of this module."""
    known_call()
