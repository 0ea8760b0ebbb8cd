import base64
import json

import pytest
from delivery_stream import DeliveryStream
from server import Aws, eventually


@pytest.mark.parametrize(
    ("record", "code"),
    [("throw", "Lambda.FunctionError"), ("refuse", "Lambda.ProcessingFailedStatus")],
)
def test_a_record_that_fails_is_written_under_the_error_prefix(aws: Aws, record: str, code: str) -> None:
    stream = DeliveryStream(aws)

    stream.put(record)

    [written] = eventually(lambda: stream.objects("errors/processing-failed/"))
    failure = json.loads(written)
    assert (failure.get("errorCode"), base64.b64decode(failure["rawData"])) == (code, record.encode())
    assert not stream.rows()
