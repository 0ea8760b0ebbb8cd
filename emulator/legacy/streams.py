"""DynamoDB streams: batches that a function fails to process."""

import json
import threading
import time
import uuid
from typing import Any

from ministack.services import lambda_svc, s3

from .hooks import accepted, original

PAUSE = 0.2
"""Seconds between two attempts; AWS backs off further."""


def failed_records(mapping: dict, records: list[dict], result: dict) -> list[dict]:
    """The records that remain to be processed: all records of a failed batch, or those from the first
    record on that the function reports as failed."""
    if result.get("error"):
        return records
    if "ReportBatchItemFailures" not in mapping.get("FunctionResponseTypes", []):
        return []
    body = result.get("body")
    body = json.loads(body) if isinstance(body, str) and body else body
    failures = (body or {}).get("batchItemFailures") or []
    numbers = [record["dynamodb"]["SequenceNumber"] for record in records]
    positions = [
        numbers.index(f["itemIdentifier"]) if f["itemIdentifier"] in numbers else 0 for f in failures
    ]
    return records[min(positions) :] if positions else []


class Delivery:
    """Delivery of records to the function of an event source mapping."""

    def __init__(self, execute: Any, discard: Any, mapping: dict, function: dict) -> None:
        self.execute = execute
        self.discard = discard
        self.mapping = mapping
        self.function = function
        self.retries = int(mapping.get("MaximumRetryAttempts", -1))
        self.bisects = str(mapping.get("BisectBatchOnFunctionError", False)).lower() == "true"

    def deliver(self, records: list[dict]) -> dict:
        """Deliver a batch until its records are processed or discarded; a result with an error stops the stream."""
        for attempt in range(self.retries + 1 if self.retries >= 0 else 1):
            time.sleep(PAUSE if attempt else 0)
            result = self.execute(self.function, {"Records": records})
            records = failed_records(self.mapping, records, result)
            if not records:
                return result
            if self.bisects and len(records) > 1:
                half = len(records) // 2
                first, second = self.deliver(records[:half]), self.deliver(records[half:])
                return first if first.get("error") else second
        if self.retries < 0:
            return result | {"error": True}
        self.discard(
            self.mapping,
            self.function,
            records,
            self.mapping["EventSourceArn"],
            result,
            "RetryAttemptsExhausted",
        )
        return {"body": None}


def failed_batches() -> None:
    """AWS retries a failed batch, bisects it and at last sends it to the failure destination, as its
    mapping specifies; if the function reports failed records, only those from the first one on.
    MiniStack retries a failed batch forever, and treats a batch with reported records as processed."""
    execute = original(lambda_svc, "_execute_function")
    discard = original(lambda_svc, "_send_ddb_stream_failure_record")
    poll = original(lambda_svc, "_poll_dynamodb_streams")
    mappings = original(lambda_svc, "_iter_all_esms")
    poller = threading.local()

    def poll_streams() -> bool:
        poller.active = True
        try:
            return poll()
        finally:
            poller.active = False

    def execute_function(function: dict, event: Any, *rest: Any, **options: Any) -> dict:
        if not getattr(poller, "active", False):
            return execute(function, event, *rest, **options)
        source, name = event["Records"][0]["eventSourceARN"], function["config"]["FunctionName"]
        mapping = next(
            m for _, _, m in mappings() if (m["EventSourceArn"], m["FunctionName"]) == (source, name)
        )
        poller.active = False
        try:
            return Delivery(execute, discard, mapping, function).deliver(event["Records"])
        finally:
            poller.active = True

    lambda_svc._poll_dynamodb_streams = poll_streams
    lambda_svc._execute_function = execute_function


def set_aside_in_s3() -> None:
    """AWS writes a batch whose retries are exhausted to the bucket of the failure destination, with
    the records themselves. MiniStack supports only queues and topics as destinations."""
    discard = original(lambda_svc, "_send_ddb_stream_failure_record")
    put = original(s3, "_put_object")

    def send_failure_record(
        mapping: dict, function: dict, records: list[dict], stream: str, result: dict, condition: str
    ) -> None:
        target = mapping.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination", "")
        bucket = target.removeprefix("arn:aws:s3:::")
        if bucket == target:
            return discard(mapping, function, records, stream, result, condition)
        moment = time.strftime("%Y/%m/%d/%Y-%m-%dT%H.%M.%S", time.gmtime())
        key = f"aws/lambda/{mapping['UUID']}/shard/{moment}-{uuid.uuid4()}"
        body = {
            "requestContext": {"condition": condition, "functionArn": mapping["FunctionArn"]},
            "DDBStreamBatchInfo": {"batchSize": len(records), "streamArn": stream},
            "payload": json.dumps({"Records": records}, default=str),
        }
        accepted(put(bucket, key, json.dumps(body).encode(), {}))

    lambda_svc._send_ddb_stream_failure_record = send_failure_record


def close() -> None:
    """Apply the patches of this module."""
    set_aside_in_s3()
    failed_batches()
