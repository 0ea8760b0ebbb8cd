import gzip
import zlib
from collections.abc import Callable

import pytest
from rest_api import RestApi, proxy_of, public_function, rest_api
from server import Aws, unique

LARGE = bytes(10 * 1024 * 1024)


@pytest.fixture(scope="module")
def api(aws: Aws) -> RestApi:
    """An API that accepts compressed bodies, and whose function returns the size of the body."""
    function = public_function(aws, "return { statusCode: 200, body: String((event.body ?? '').length) };")
    settings = {"Name": unique("api"), "MinimumCompressionSize": 100}
    more = {"Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": settings}}
    return rest_api(aws, "/orders", proxy_of(function), {"HttpMethod": "POST"}, more)


def send(api: RestApi, body: bytes, encoding: str | None = None) -> tuple[int, bytes]:
    answer = api.call("/orders", "POST", {"Content-Encoding": encoding} if encoding else {}, body)
    return answer.status, answer.body


@pytest.mark.parametrize(("encoding", "compress"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_function_receives_a_compressed_body_decompressed(
    api: RestApi, encoding: str, compress: Callable[[bytes], bytes]
) -> None:
    assert send(api, compress(b"x" * 99), encoding) == (200, b"99")


@pytest.mark.parametrize(
    ("body", "encoding", "status"),
    [
        (LARGE + b"x", None, 413),
        (gzip.compress(LARGE + b"x"), "gzip", 413),
        (b"no gzip", "gzip", 400),
        (b"{}", "br", 415),
    ],
)
def test_a_body_that_is_too_large_or_cannot_be_decompressed_is_rejected(
    api: RestApi, body: bytes, encoding: str | None, status: int
) -> None:
    assert send(api, body, encoding)[0] == status


@pytest.mark.control
def test_a_function_receives_other_bodies_as_they_are(api: RestApi) -> None:
    assert [send(api, b"abc"), send(api, b"abc", "identity")] == [(200, b"3"), (200, b"3")]
