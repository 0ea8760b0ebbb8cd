"""Records of a stream that a function could not process.

AWS writes them to the bucket that is the failure destination of the event source mapping. MiniStack
sends only their sequence numbers, and only to a queue or topic.
"""

import json
import time
import uuid
from collections.abc import Callable

from ministack.services import lambda_svc, s3

from patching import replaces, uses
from patching.resources import accepted

put_object = uses(s3, "_put_object")


@replaces(lambda_svc, "_send_ddb_stream_failure_record")
def discard(
    send: Callable, mapping: dict, function: dict, records: list, stream: str, result: dict, condition: str
) -> None:
    """Write the records to a bucket, or let MiniStack send a message."""
    target = mapping.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination", "")
    bucket = target.removeprefix("arn:aws:s3:::")
    if bucket == target:
        return send(mapping, function, records, stream, result, condition)
    moment = time.strftime("%Y/%m/%d/%Y-%m-%dT%H.%M.%S", time.gmtime())
    body = {
        "requestContext": {"condition": condition, "functionArn": mapping["FunctionArn"]},
        "DDBStreamBatchInfo": {"batchSize": len(records), "streamArn": stream},
        "payload": json.dumps({"Records": records}, default=str),
    }
    key = f"aws/lambda/{mapping['UUID']}/shard/{moment}-{uuid.uuid4()}"
    accepted(put_object(bucket, key, json.dumps(body).encode(), {}))
    return None
