"""The role of a bucket's replication.

AWS replicates an object if the role may read it and write the replica. MiniStack does not check the role.
"""

from collections.abc import Callable
from typing import Any

from ministack.services import s3

from gaps._grants import denied_to_role
from patching import replaces


@replaces(s3, "_replication_destination")
def destination(find: Callable, bucket: str, key: str, rule: dict, role: str) -> Any:
    """Find the destination of an object, if the role may replicate the object to it."""
    target = find(bucket, key, rule, role)
    if target and (
        denied_to_role(role, "s3:GetObjectVersionForReplication", f"arn:aws:s3:::{bucket}/{key}")
        or denied_to_role(role, "s3:ReplicateObject", f"arn:aws:s3:::{target[0]}/{key}")
    ):
        return None
    return target
