"""DynamoDB streams: what happens to a batch that its function fails on."""

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
    """The records that are still to be processed: all of a failed batch, or those from the first
    that the function reports."""
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
    """One mapping's way of delivering records to its function."""

    def __init__(self, execute: Any, discard: Any, mapping: dict, function: dict) -> None:
        self.execute = execute
        self.discard = discard
        self.mapping = mapping
        self.function = function
        self.retries = int(mapping.get("MaximumRetryAttempts", -1))
        self.bisects = str(mapping.get("BisectBatchOnFunctionError", False)).lower() == "true"

    def deliver(self, records: list[dict]) -> dict:
        """Deliver a batch until nothing of it is left; the result says whether the stream goes on."""
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
    """AWS repeats, splits and at last sets aside a failing batch as its mapping says, and only the
    records after the first one reported; MiniStack repeats any failing batch for ever, and takes
    one of which records are reported as processed."""
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
    """AWS writes a batch that it gives up on to the bucket of the failure destination, with the
    records themselves; MiniStack knows queues and topics as destinations only."""
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
    """Close the gaps of this module."""
    set_aside_in_s3()
    failed_batches()
