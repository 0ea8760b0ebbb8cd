"""Records that the transforming function could not process.

If the function throws or marks a record as `ProcessingFailed`, AWS writes the record under the error
prefix. MiniStack delivers it untransformed in the first case and loses it in the second.
"""

import base64
import contextvars
import json
import time
from collections.abc import Callable
from typing import Any

from ministack.services import firehose, lambda_svc

from patching import replaces, uses

deliver_record = uses(firehose, "_deliver_to_s3")

Reasons = dict[str, dict[str, str]]

MARKED = {"errorCode": "Lambda.ProcessingFailedStatus", "errorMessage": "ProcessingFailed status set for record"}

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
    reason = MARKED
    if outcome.get("error"):
        reason = {"errorCode": "Lambda.FunctionError", "errorMessage": json.dumps(outcome.get("body"))}
        outcome = {"body": {"records": [{**record, "result": "ProcessingFailed"} for record in event["records"]]}}
    body = outcome.get("body")
    records = body.get("records", []) if isinstance(body, dict) else []
    reasons.update({record["recordId"]: reason for record in records if record.get("result") == "ProcessingFailed"})
    return outcome


def write_failure(stream: dict, configuration: dict, data: bytes, reason: dict[str, str]) -> None:
    """Write a record with the reason of its failure under the error prefix."""
    prefix = configuration.get("ErrorOutputPrefix") or f"{configuration.get('Prefix', '')}processing-failed/"
    target = {
        "BucketARN": configuration["BucketARN"],
        "CustomTimeZone": configuration.get("CustomTimeZone"),
        "Prefix": prefix.replace("!{firehose:error-output-type}", "processing-failed"),
    }
    now = {"arrivalTimestamp": int(time.time() * 1000), "attemptEndingTimestamp": int(time.time() * 1000)}
    document = {"attemptsMade": 1, **now, **reason, "rawData": base64.b64encode(data).decode()}
    deliver_record(stream, {"config": target}, (json.dumps(document) + "\n").encode())
