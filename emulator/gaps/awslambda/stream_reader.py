"""Readers of the streams of tables.

AWS reads each stream independently of other sources. It retries a failed batch, bisects it and at last
sends it to the failure destination, as its mapping specifies; if the function reports failed records,
only those from the first one on. Records that are too old go there without an invocation.

MiniStack reads all sources one after another, retries a failed batch forever, and treats a batch with
reported records as processed.
"""

import contextvars
import json
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from ministack.core.concurrency import esm_wake
from ministack.services import lambda_svc

from patching import replaces, uses

PAUSE = 0.2
"""Seconds between two attempts; AWS backs off further."""

uses(lambda_svc, "_send_ddb_stream_failure_record")

current: contextvars.ContextVar[dict | None] = contextvars.ContextVar("current", default=None)
"""The mapping that a thread reads for."""

lock = threading.Lock()
reading: dict[str, bool] = {}
"""Mappings that a thread reads for, by identifier; true if there may be records that it has not seen."""


@replaces(lambda_svc, "_iter_all_esms")
def iterate(every: Callable, *scope: Any) -> Iterator[tuple]:
    """Iterate over the mapping of this thread, or over all mappings."""
    mapping = current.get()
    return (found for found in every() if mapping is None or found[2] is mapping)


@replaces(lambda_svc, "_poll_dynamodb_streams")
def poll(read: Callable) -> bool:
    """Let a thread read each stream, if none does."""
    for _, _, mapping in lambda_svc._iter_all_esms():
        identifier = mapping["UUID"]
        if ":dynamodb:" not in mapping["EventSourceArn"]:
            continue
        with lock:
            busy = identifier in reading
            reading[identifier] = busy
        if not busy:
            threading.Thread(target=read_stream, args=(read, mapping), daemon=True).start()
    return False


def read_stream(read: Callable[[], bool], mapping: dict) -> None:
    """Read the stream of a mapping to its end."""
    current.set(mapping)
    try:
        while read():
            pass
    finally:
        with lock:
            unseen = reading.pop(mapping["UUID"])
        if unseen:
            esm_wake.set()


@replaces(lambda_svc, "_execute_function")
def execute_function(execute: Callable, function: dict, event: Any) -> dict:
    """Invoke a function; deliver a batch of a stream as its mapping specifies."""
    mapping = current.get()
    if mapping is None:
        return execute(function, event)
    scope = contextvars.copy_context()
    scope.run(current.set, None)
    return scope.run(Delivery(execute, mapping, function).deliver, event["Records"])


class Delivery:
    """Delivery of records to the function of a mapping."""

    def __init__(self, execute: Callable, mapping: dict, function: dict) -> None:
        self.execute, self.mapping, self.function = execute, mapping, function
        self.retries = int(mapping.get("MaximumRetryAttempts", -1))
        self.bisects = str(mapping.get("BisectBatchOnFunctionError", False)).lower() == "true"
        self.maximum_age = float(mapping.get("MaximumRecordAgeInSeconds", -1))

    def deliver(self, records: list[dict]) -> dict:
        """Deliver a batch until its records are processed or discarded; a result with an error stops the stream."""
        result: dict = {"body": None}
        for attempt in range(self.retries + 1 if self.retries >= 0 else 1):
            time.sleep(PAUSE if attempt else 0)
            records = self.without_old(records)
            if not records:
                return {"body": None}
            result = self.execute(self.function, {"Records": records})
            records = self.failed(records, result)
            if not records:
                return result
            if self.bisects and len(records) > 1:
                half = len(records) // 2
                first = self.deliver(records[:half])
                return first if first.get("error") else self.deliver(records[half:])
        if self.retries < 0:
            return result | {"error": True}
        self.discard(records, result, "RetryAttemptsExhausted")
        return {"body": None}

    def without_old(self, records: list[dict]) -> list[dict]:
        """Discard the records that are too old; the others."""
        if self.maximum_age < 0:
            return records
        oldest = time.time() - self.maximum_age
        old = [record for record in records if record["dynamodb"]["ApproximateCreationDateTime"] < oldest]
        if old:
            self.discard(old, {}, "MaxRecordAgeExceeded")
        return records[len(old) :]

    def failed(self, records: list[dict], result: dict) -> list[dict]:
        """Return the records from the first one on that was not processed."""
        if result.get("error"):
            return records
        if "ReportBatchItemFailures" not in self.mapping.get("FunctionResponseTypes", []):
            return []
        body = result.get("body")
        body = json.loads(body) if isinstance(body, str) and body else body
        numbers = [record["dynamodb"]["SequenceNumber"] for record in records]
        failures = [failure["itemIdentifier"] for failure in (body or {}).get("batchItemFailures") or []]
        positions = [numbers.index(number) if number in numbers else 0 for number in failures]
        return records[min(positions) :] if positions else []

    def discard(self, records: list[dict], result: dict, condition: str) -> None:
        """Send records to the failure destination."""
        stream = self.mapping["EventSourceArn"]
        lambda_svc._send_ddb_stream_failure_record(self.mapping, self.function, records, stream, result, condition)
