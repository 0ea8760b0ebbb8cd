import time

import pytest
from delivery_stream import DeliveryStream
from server import Aws, eventually


def test_records_of_one_interval_are_written_as_one_object(aws: Aws) -> None:
    stream = DeliveryStream(aws)

    stream.put('{"id": "one", "amount": 1}', '{"id": "two", "amount": 2}')

    eventually(stream.rows)
    assert stream.rows() == [["one", "two"]]


@pytest.mark.control
def test_a_record_that_cannot_be_converted_does_not_affect_the_others_of_its_interval(aws: Aws) -> None:
    stream = DeliveryStream(aws)

    stream.put('{"id": "one", "amount": 1}', '{"id": "two", "amount": "many"}')

    eventually(lambda: stream.objects("errors/format-conversion-failed/"))
    assert eventually(stream.rows) == [["one"]]


def test_the_writer_of_a_record_does_not_wait_for_its_delivery(aws: Aws) -> None:
    stream = DeliveryStream(aws, transform="await new Promise((resolve) => setTimeout(resolve, 3000));")

    start = time.monotonic()
    stream.put('{"id": "one"}')

    assert time.monotonic() - start < 2
