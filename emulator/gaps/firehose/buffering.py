"""Buffering of the records of a data stream.

AWS collects records for the interval or up to the size of the destination's buffering hints, transforms
them together, and writes one Parquet object for each partition. MiniStack delivers each record at once,
as an object of its own, and answers the writer of the record after the delivery.

With this gap closed, a minute of the interval takes one second: AWS allows no interval of less than a
minute for partitions, and nobody waits so long for a demonstration or a test.
"""

import contextvars
import threading
from collections import defaultdict
from collections.abc import Callable

from ministack.services import firehose

from patching import replaces, uses

streams = uses(firehose, "_streams")
transform = uses(firehose, "_apply_lambda_processors")
convert = uses(firehose, "_convert_to_parquet")
deliver_record = uses(firehose, "_deliver_to_s3")
record_id = uses(firehose, "_record_id")
delivery_error = uses(firehose, "_DeliveryError")

Records = list[tuple[str, bytes]]

SPEED = 60
"""Seconds of an interval that take one second."""

lock = threading.Lock()
buffers: dict[str, Records] = {}
"""Records that wait for their delivery, by the identifier of their destination."""


@replaces(firehose, "ingest_from_kinesis_source")
def ingest(_: Callable, source: str, records: list[tuple[str, bytes]]) -> None:
    """Buffer records of a data stream for each delivery stream that reads from it."""
    for stream in list(streams.values()):
        if (stream["kinesis_source"] or {}).get("KinesisStreamARN") == source:
            for destination in stream["destinations"]:
                buffer(stream, destination, [(record_id(), data) for _, data in records])


def buffer(stream: dict, destination: dict, records: Records) -> None:
    """Add records to the buffer of a destination; deliver the buffer after its interval, or if it is full."""
    hints = destination["config"].get("BufferingHints", {})
    with lock:
        waiting = buffers.setdefault(destination["id"], [])
        first = not waiting
        waiting.extend(records)
        full = sum(len(data) for _, data in waiting) >= int(hints.get("SizeInMBs", 5)) * 2**20
    if first or full:
        seconds = 0 if full else int(hints.get("IntervalInSeconds", 300)) / SPEED
        timer = threading.Timer(seconds, contextvars.copy_context().run, (flush, stream, destination))
        timer.daemon = True
        timer.start()


def flush(stream: dict, destination: dict) -> None:
    """Deliver the buffer of a destination."""
    with lock:
        records = buffers.pop(destination["id"], [])
    if records:
        firehose._deliver_records_to_s3(stream, destination, records)


@replaces(firehose, "_deliver_records_to_s3")
def deliver(_: Callable, stream: dict, destination: dict, records: Records) -> None:
    """Transform records together, and write those of a partition together."""
    keys: dict[str, dict[str, str]] = {}
    partitions: dict[tuple, list[bytes]] = defaultdict(list)
    for record, data in firehose._apply_lambda_processors(stream, destination, records, partition_sink=keys):
        partitions[tuple(keys.get(record, {}).items())].append(data)
    for partition, rows in partitions.items():
        write(stream, destination, dict(partition), rows)


def write(stream: dict, destination: dict, partition: dict[str, str], rows: list[bytes]) -> None:
    """Write rows as one Parquet object; if one of them cannot be converted, each as an object of its own."""
    configuration = destination["config"]
    try:
        body = convert(configuration.get("DataFormatConversionConfiguration") or {}, b"\n".join(rows))
    except delivery_error:
        for row in rows:
            deliver_record(stream, destination, row, partition)
        return
    converted = {**configuration, "DataFormatConversionConfiguration": None, "FileExtension": ".parquet"}
    deliver_record(stream, {"config": converted}, body, partition)
