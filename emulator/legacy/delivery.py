"""Firehose: records that the transforming function could not process."""

import base64
import json
import threading
import time
import uuid
from typing import Any

from ministack.services import firehose, lambda_svc

from .hooks import original


def failures(event: dict, outcome: dict) -> dict[str, dict[str, str]]:
    """Error code and message of each failed record, by its id: the function threw, or marked it as failed."""
    if outcome.get("error"):
        reason = {"errorCode": "Lambda.FunctionError", "errorMessage": json.dumps(outcome.get("body"))}
        return {record["recordId"]: reason for record in event["records"]}
    reason = {
        "errorCode": "Lambda.ProcessingFailedStatus",
        "errorMessage": "ProcessingFailed status set for record",
    }
    body = outcome.get("body")
    records = body.get("records", []) if isinstance(body, dict) else []
    return {record["recordId"]: reason for record in records if record.get("result") == "ProcessingFailed"}


def write_failure(stream: dict, destination: dict, data: bytes, reason: dict[str, str]) -> None:
    """Write a record that was not processed, with the reason, under the error prefix."""
    configuration = destination["config"]
    arrival = firehose._arrival_time(configuration)
    prefix = configuration.get("ErrorOutputPrefix") or f"{configuration.get('Prefix', '')}processing-failed/"
    key = (
        firehose._evaluate_prefix(prefix, arrival, error_type="processing-failed")
        + f"{stream['name']}-1-{firehose._java_time('yyyy-MM-dd-HH-mm-ss', arrival)}-{uuid.uuid4()}"
    )
    now = int(time.time() * 1000)
    document = {
        "attemptsMade": 1,
        "arrivalTimestamp": now,
        **reason,
        "attemptEndingTimestamp": now,
        "rawData": base64.b64encode(data).decode(),
    }
    bucket = firehose._s3_bucket_from_arn(configuration["BucketARN"])
    firehose._put_s3_object(bucket, key, (json.dumps(document) + "\n").encode())


def failed_transformation() -> None:
    """If the function throws or marks a record as `ProcessingFailed`, AWS writes the record under the
    error prefix. MiniStack delivers it untransformed in the first case and loses it in the second."""
    for helper in (
        "_arrival_time",
        "_evaluate_prefix",
        "_java_time",
        "_s3_bucket_from_arn",
        "_put_s3_object",
    ):
        original(firehose, helper)
    execute = original(lambda_svc, "_execute_function")
    deliver = original(firehose, "_deliver_records_to_s3")
    delivery = threading.local()

    def execute_function(function: dict, event: Any, *rest: Any, **options: Any) -> dict:
        outcome = execute(function, event, *rest, **options)
        if getattr(delivery, "failed", None) is None:
            return outcome
        failed = failures(event, outcome)
        delivery.failed.update(failed)
        if outcome.get("error"):
            return {"body": {"records": [{"recordId": key, "result": "ProcessingFailed"} for key in failed]}}
        return outcome

    def deliver_records(stream: dict, destination: dict, records: list[tuple[str, bytes]]) -> None:
        delivery.failed = {}
        try:
            deliver(stream, destination, records)
            failed = delivery.failed
        finally:
            delivery.failed = None
        for record_id, data in records:
            if record_id in failed:
                write_failure(stream, destination, data, failed[record_id])

    lambda_svc._execute_function = execute_function
    firehose._deliver_records_to_s3 = deliver_records


def close() -> None:
    """Apply the patches of this module."""
    failed_transformation()
