from rest_api import MOCK, rest_api
from server import Aws


def test_a_call_with_too_large_headers_is_rejected(aws: Aws) -> None:
    api = rest_api(aws, "/orders", MOCK)

    statuses = [api.call("/orders", headers={"Note": "x" * size}).status for size in (9_000, 10_240)]
    assert statuses == [200, 431]


def test_a_call_with_a_too_long_path_is_rejected(aws: Aws) -> None:
    assert rest_api(aws, "/orders", MOCK).call(f"/orders?note={'x' * 10_240}").status == 431
