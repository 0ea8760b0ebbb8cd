import json

from held_function import HOLD, HeldFunction
from server import Aws, eventually
from table_stream import TableStream

LOG_IDS = "const ids = event.Records.map((record) => record.dynamodb.Keys.id.S); console.log(`[${ids}]`);"


def test_a_batch_is_discarded_after_its_retries(aws: Aws) -> None:
    stream = TableStream(aws, f"{LOG_IDS} throw new Error('never')", MaximumRetryAttempts=2)

    stream.put("first")

    [written] = eventually(stream.set_aside)
    assert json.loads(written)["requestContext"]["condition"] == "RetryAttemptsExhausted"
    assert stream.log().count("[first]") == 3


def test_a_failed_batch_is_bisected_until_only_the_failing_record_is_set_aside(aws: Aws) -> None:
    fail = "if (ids.includes('bad')) throw new Error('bad');"
    mapping = {"MaximumRetryAttempts": 1, "BisectBatchOnFunctionError": True}
    stream = TableStream(aws, f"{LOG_IDS} {fail}", **mapping)

    stream.put("one", "bad", "two", "three")

    [written] = eventually(stream.set_aside)
    assert json.loads(written)["DDBStreamBatchInfo"]["batchSize"] == 1
    eventually(lambda: "[two,three]" in stream.log())


def test_a_batch_continues_from_the_first_record_that_the_function_reports(aws: Aws) -> None:
    report = """
    const bad = event.Records.find((record) => record.dynamodb.Keys.id.S === 'bad');
    return { batchItemFailures: bad ? [{ itemIdentifier: bad.dynamodb.SequenceNumber }] : [] };
    """
    mapping = {"FunctionResponseTypes": ["ReportBatchItemFailures"], "MaximumRetryAttempts": 2}
    stream = TableStream(aws, f"{LOG_IDS} {report}", **mapping)

    stream.put("one", "bad")

    [written] = eventually(stream.set_aside)
    assert json.loads(written)["DDBStreamBatchInfo"]["batchSize"] == 1
    assert eventually(stream.log).count("one") == 1


def test_a_record_that_fails_without_a_limit_of_retries_is_not_overtaken(aws: Aws) -> None:
    fail = (
        "globalThis.tries = (globalThis.tries ?? 0) + 1; if (ids.includes('bad') && tries < 4) throw new Error('bad');"
    )
    stream = TableStream(aws, f"{LOG_IDS} {fail} console.log(`processed ${{ids}};`)", BisectBatchOnFunctionError=True)

    stream.put("bad", "next")

    eventually(lambda: "processed next;" in stream.log() or "processed bad,next;" in stream.log())
    assert "processed bad" in stream.log().split("processed next;")[0]


def test_records_that_are_too_old_are_discarded_before_their_retries_are_exhausted(aws: Aws) -> None:
    mapping = {"MaximumRetryAttempts": 1000, "MaximumRecordAgeInSeconds": 1}
    stream = TableStream(aws, "throw new Error('never')", **mapping)

    stream.put("old")

    [written] = eventually(stream.set_aside)
    assert json.loads(written)["requestContext"]["condition"] == "MaxRecordAgeExceeded"


def test_a_slow_reader_of_a_stream_does_not_delay_a_queue(aws: Aws) -> None:
    stream = TableStream(aws, LOG_IDS + HOLD)
    reader = HeldFunction(aws, stream.function)
    queue, source = aws.queue()
    consumer = aws.function("console.log('consumed')")
    aws("lambda").create_event_source_mapping(FunctionName=consumer, EventSourceArn=source)

    with reader.held():
        stream.put("slow")
        eventually(reader.environments)
        aws("sqs").send_message(QueueUrl=queue, MessageBody="message")

        eventually(lambda: "consumed" in aws.log_of(consumer))
