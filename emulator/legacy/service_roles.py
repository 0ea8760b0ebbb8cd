"""Authorization of services by their roles. MiniStack allows everything."""

from typing import Any

from ministack.services import s3

from .grants import denied_to_role
from .hooks import original


def replication_role() -> None:
    """AWS replicates objects under the bucket's replication role. MiniStack does not check the role."""
    destination_of = original(s3, "_replication_destination")

    def replication_destination(bucket: str, key: str, rule: dict, role: str):
        target = destination_of(bucket, key, rule, role)
        if target and (
            denied_to_role(role, "s3:GetObjectVersionForReplication", f"arn:aws:s3:::{bucket}/{key}")
            or denied_to_role(role, "s3:ReplicateObject", f"arn:aws:s3:::{target[0]}/{key}")
        ):
            return None
        return target

    s3._replication_destination = replication_destination


def close() -> None:
    """Apply the patches of this module."""
    replication_role()
