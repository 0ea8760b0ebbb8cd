import json

import pytest
from server import Aws, eventually
from table_stream import TableStream


def test_a_batch_that_is_discarded_is_written_to_the_bucket_with_its_records(aws: Aws) -> None:
    stream = TableStream(aws, "throw new Error('never')", MaximumRecordAgeInSeconds=1)

    stream.put("lost")

    [written] = eventually(stream.set_aside)
    assert '"lost"' in json.loads(written)["payload"]


@pytest.mark.control
def test_a_queue_that_is_the_destination_receives_the_position_of_the_batch(aws: Aws) -> None:
    url, arn = aws.queue()
    destination = {"DestinationConfig": {"OnFailure": {"Destination": arn}}}
    stream = TableStream(aws, "throw new Error('never')", MaximumRecordAgeInSeconds=1, **destination)

    stream.put("lost")

    [message] = aws("sqs").receive_message(QueueUrl=url, WaitTimeSeconds=20)["Messages"]
    assert json.loads(message["Body"])["DDBStreamBatchInfo"]["batchSize"] == 1
