import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from rest_api import answers, rest_api
from server import Aws


@pytest.fixture
def backend() -> Iterator[str]:
    """An HTTP backend whose paths are what it does."""

    class Backend(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/slow":
                time.sleep(3)
            self.send_response(500 if self.path == "/broken" else 200)
            self.end_headers()
            self.wfile.write(b"of the backend")

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Backend)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/health", 200, b'{"status":"UP"}'),
        ("/broken", 503, b"of the backend"),
        ("/slow", 504, b'{"message":"Endpoint request timed out"}'),
    ],
)
def test_the_answer_of_an_http_backend_is_mapped(aws: Aws, backend: str, path: str, status: int, body: bytes) -> None:
    up = {"StatusCode": "200", "SelectionPattern": "200", "ResponseTemplates": {"application/json": '{"status":"UP"}'}}
    integration = {
        "Type": "HTTP",
        "IntegrationHttpMethod": "GET",
        "Uri": f"{backend}{path}",
        "TimeoutInMillis": 500 if path == "/slow" else 29_000,
        **answers(up, {"StatusCode": "503"}),
    }
    answer = rest_api(aws, "/provider", integration).call("/provider")
    assert (answer.status, answer.body) == (status, body)


@pytest.mark.control
def test_the_answer_of_an_http_proxy_is_returned_unchanged(aws: Aws, backend: str) -> None:
    integration = {"Type": "HTTP_PROXY", "IntegrationHttpMethod": "GET", "Uri": f"{backend}/broken"}
    answer = rest_api(aws, "/provider", integration).call("/provider")
    assert (answer.status, answer.body) == (500, b"of the backend")


@pytest.mark.parametrize(
    "mapping",
    [
        {"RequestParameters": {"integration.request.querystring.note": "'x'"}},
        {"RequestParameters": {"integration.request.header.note": "method.request.querystring.note"}},
    ],
)
def test_an_unsupported_mapping_fails_the_call(aws: Aws, backend: str, mapping: dict) -> None:
    integration = {"Type": "HTTP", "IntegrationHttpMethod": "GET", "Uri": backend, **mapping}
    assert rest_api(aws, "/provider", integration).call("/provider").status == 500
    assert "does not support the mapping" in aws.server.lines("INTEGRATION of GET /provider: NotImpl")[-1]


def test_a_backend_that_cannot_be_reached_is_an_integration_failure(aws: Aws) -> None:
    integration = {"Type": "HTTP", "IntegrationHttpMethod": "GET", "Uri": "http://127.0.0.1:1/"}
    assert rest_api(aws, "/provider", integration).call("/provider").status == 504


def test_a_template_with_an_unsupported_variable_fails_the_call(aws: Aws) -> None:
    template = {"application/json": '{"statusCode":200,"at":"$util.unknown()"}'}
    api = rest_api(aws, "/health", {"Type": "MOCK", "RequestTemplates": template, **answers({"StatusCode": "200"})})

    assert api.call("/health").status == 500
    assert "'unknown'" in aws.server.lines("INTEGRATION of GET /health")[-1]


def test_a_mock_selects_its_response_and_renders_the_template(aws: Aws) -> None:
    rendered = {"application/json": '#set($context.responseOverride.status = 207)\n{"id":"$context.requestId"}'}
    integration = {
        "Type": "MOCK",
        "RequestTemplates": {"application/json": '{"statusCode":204}'},
        **answers(
            {"StatusCode": "200"}, {"StatusCode": "204", "SelectionPattern": "204", "ResponseTemplates": rendered}
        ),
    }
    answer = rest_api(aws, "/health", integration).call("/health")
    assert (answer.status, answer.document) == (207, {"id": answer.headers["x-amzn-RequestId"]})
