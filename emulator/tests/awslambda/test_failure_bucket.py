import json

from server import Aws, eventually
from table_stream import TableStream


def test_a_batch_that_is_discarded_is_written_to_the_bucket_with_its_records(aws: Aws) -> None:
    stream = TableStream(aws, "throw new Error('never')", MaximumRecordAgeInSeconds=1)

    stream.put("lost")

    [written] = eventually(stream.set_aside)
    assert '"lost"' in json.loads(written)["payload"]
