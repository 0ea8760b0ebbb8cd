"""Records that the transforming function could not process.

If the function throws or marks a record as `ProcessingFailed`, AWS writes the record under the error
prefix. MiniStack delivers it untransformed in the first case and loses it in the second.
"""

import base64
import contextvars
import json
import time
import uuid
from collections.abc import Callable
from typing import Any

from ministack.services import firehose, lambda_svc

from patching import replaces, uses

arrival_time = uses(firehose, "_arrival_time")
evaluate_prefix = uses(firehose, "_evaluate_prefix")
java_time = uses(firehose, "_java_time")
bucket_of = uses(firehose, "_s3_bucket_from_arn")
uses(firehose, "_put_s3_object")

Reasons = dict[str, dict[str, str]]

failed: contextvars.ContextVar[Reasons | None] = contextvars.ContextVar("failed", default=None)
"""Error code and message of each failed record of the transformation that runs, by the record's id."""


@replaces(firehose, "_apply_lambda_processors")
def transform(apply: Callable, stream: dict, destination: dict, records: list[tuple[str, bytes]], **sinks: Any) -> list:
    """Transform records, and write those that fail under the error prefix."""
    reasons: Reasons = {}
    scope = contextvars.copy_context()
    scope.run(failed.set, reasons)
    transformed: list = scope.run(apply, stream, destination, records, **sinks)
    for record, data in records:
        if record in reasons:
            write_failure(stream, destination["config"], data, reasons[record])
    return transformed


@replaces(lambda_svc, "_execute_function")
def execute_function(execute: Callable, function: dict, event: Any) -> dict:
    """Invoke a function; collect the records that a transformation fails for, and deliver none of them."""
    outcome: dict = execute(function, event)
    reasons = failed.get()
    if reasons is None:
        return outcome
    reasons.update(failures(event, outcome))
    if outcome.get("error"):
        return {"body": {"records": [{"recordId": record, "result": "ProcessingFailed"} for record in reasons]}}
    return outcome


def failures(event: dict, outcome: dict) -> Reasons:
    """Return the reason for each record that failed: the function threw, or marked it."""
    if outcome.get("error"):
        reason = {"errorCode": "Lambda.FunctionError", "errorMessage": json.dumps(outcome.get("body"))}
        return {record["recordId"]: reason for record in event["records"]}
    reason = {"errorCode": "Lambda.ProcessingFailedStatus", "errorMessage": "ProcessingFailed status set for record"}
    body = outcome.get("body")
    records = body.get("records", []) if isinstance(body, dict) else []
    return {record["recordId"]: reason for record in records if record.get("result") == "ProcessingFailed"}


def write_failure(stream: dict, configuration: dict, data: bytes, reason: dict[str, str]) -> None:
    """Write a record with the reason of its failure under the error prefix."""
    arrival = arrival_time(configuration)
    prefix = configuration.get("ErrorOutputPrefix") or f"{configuration.get('Prefix', '')}processing-failed/"
    name = f"{stream['name']}-1-{java_time('yyyy-MM-dd-HH-mm-ss', arrival)}-{uuid.uuid4()}"
    key = evaluate_prefix(prefix, arrival, error_type="processing-failed") + name
    now = {"arrivalTimestamp": int(time.time() * 1000), "attemptEndingTimestamp": int(time.time() * 1000)}
    document = {"attemptsMade": 1, **now, **reason, "rawData": base64.b64encode(data).decode()}
    firehose._put_s3_object(bucket_of(configuration["BucketARN"]), key, (json.dumps(document) + "\n").encode())
