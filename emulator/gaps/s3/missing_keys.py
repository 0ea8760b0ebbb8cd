"""Answers for keys that do not exist.

AWS answers 404 only to a caller who may list the bucket, and 403 to others. MiniStack answers 404 to everyone.
"""

from collections.abc import Callable
from typing import Any

from ministack.core import iam_evaluator, router
from ministack.core.responses import get_region
from ministack.services import s3

from patching import replaces, uses

enforce = uses(iam_evaluator, "enforce")
access_key_of = uses(router, "extract_access_key_id")
error = uses(s3, "_error")
buckets = uses(s3, "_buckets")


@replaces(s3, "_get_object")
@replaces(s3, "_head_object")
def answer(read: Callable, bucket: str, key: str, headers: Any = None, query: Any = None) -> tuple:
    """Answer 403 instead of 404 to a caller without `s3:ListBucket`."""
    result: tuple = read(bucket, key, headers, query)
    if result[0] != 404 or bucket not in buckets:
        return result
    caller = access_key_of(headers or {}, query)
    arn, prefix = f"arn:aws:s3:::{bucket}", {"s3:prefix": key}
    if enforce(caller, "s3:ListBucket", "s3", get_region(), resource_arn=arn, service_context=prefix):
        return error("AccessDenied", "Access Denied", 403, f"/{bucket}/{key}")
    return result
