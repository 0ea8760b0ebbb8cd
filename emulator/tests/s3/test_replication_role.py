import pytest
from server import REGION, Aws, eventually, unique

READ, WRITE = "s3:GetObjectVersionForReplication", "s3:ReplicateObject"


def bucket(aws: Aws) -> str:
    name = unique("bucket")
    aws("s3").create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    aws("s3").put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    return name


def replicate(aws: Aws, *actions: str) -> tuple[str, str]:
    """Write an object into a bucket that is replicated under a role with these actions; both buckets."""
    source, target = bucket(aws), bucket(aws)
    role = aws.role("s3.amazonaws.com", *((action, "*") for action in actions))
    rule = {"Status": "Enabled", "Prefix": "", "Destination": {"Bucket": f"arn:aws:s3:::{target}"}}
    configuration = {"Role": role, "Rules": [rule]}
    aws("s3").put_bucket_replication(Bucket=source, ReplicationConfiguration=configuration)
    aws("s3").put_object(Bucket=source, Key="key", Body=b"body")
    return source, target


def status(aws: Aws, source: str) -> str | None:
    found = aws("s3").head_object(Bucket=source, Key="key").get("ReplicationStatus")
    return None if found == "PENDING" else found


@pytest.mark.control
def test_an_object_is_replicated_by_a_role_with_both_permissions(aws: Aws) -> None:
    _, target = replicate(aws, READ, WRITE)

    assert eventually(lambda: aws("s3").list_objects_v2(Bucket=target)["KeyCount"])


@pytest.mark.parametrize("action", [READ, WRITE])
def test_an_object_is_not_replicated_by_a_role_with_only_one_permission(aws: Aws, action: str) -> None:
    source, target = replicate(aws, action)

    assert eventually(lambda: status(aws, source)) == "FAILED"
    assert not aws("s3").list_objects_v2(Bucket=target)["KeyCount"]
