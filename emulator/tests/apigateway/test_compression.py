import gzip

from rest_api import MOCK, rest_api
from server import Aws, unique

TEXT = '"' + 100 * "x" + '"'


def test_a_large_answer_is_compressed_for_a_client_that_accepts_it(aws: Aws) -> None:
    mock = {**MOCK, "IntegrationResponses": [{"StatusCode": "200", "ResponseTemplates": {"application/json": TEXT}}]}
    settings = {"Name": unique("api"), "MinimumCompressionSize": 100}
    more = {"Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": settings}}
    api = rest_api(aws, "/orders", mock, more=more)

    compressed = api.call("/orders", headers={"Accept-Encoding": "br, gzip"})
    assert compressed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(compressed.body).decode() == TEXT
    assert api.call("/orders").body.decode() == TEXT
    small = api.call("/nothing", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in small.headers
