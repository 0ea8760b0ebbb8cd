"""Buckets: properties that MiniStack's CloudFormation drops, and the AWS managed key."""

from ministack.core.responses import get_account_id, get_region
from ministack.services import s3

from .bucket_documents import lifecycle_rule, put, renamed, replication_rule
from .hooks import Properties, also_apply, original


def bucket_configuration(bucket: str, properties: Properties) -> None:
    """AWS applies all of a bucket's properties.

    MiniStack drops these. Without the tags, CDK's `autoDeleteObjects` refuses to delete objects.
    """
    if tags := properties.get("Tags"):
        put(s3._put_bucket_tagging, bucket, "Tagging", {"TagSet": {"Tag": tags}})
    if encryption := properties.get("BucketEncryption"):
        rules = [
            renamed(
                rule,
                {
                    "ServerSideEncryptionByDefault": "ApplyServerSideEncryptionByDefault",
                    "BucketKeyEnabled": "BucketKeyEnabled",
                },
            )
            for rule in encryption["ServerSideEncryptionConfiguration"]
        ]
        put(s3._put_bucket_encryption, bucket, "ServerSideEncryptionConfiguration", {"Rule": rules})
    if lifecycle := properties.get("LifecycleConfiguration"):
        rules = [lifecycle_rule(rule) for rule in lifecycle["Rules"]]
        put(s3._put_bucket_lifecycle, bucket, "LifecycleConfiguration", {"Rule": rules})
    if replication := properties.get("ReplicationConfiguration"):
        rules = [replication_rule(rule) for rule in replication["Rules"]]
        put(
            s3._put_bucket_replication,
            bucket,
            "ReplicationConfiguration",
            {"Role": replication["Role"], "Rule": rules},
        )
    if ownership := properties.get("OwnershipControls"):
        put(s3._put_bucket_ownership_controls, bucket, "OwnershipControls", {"Rule": ownership["Rules"]})
    if logging := properties.get("LoggingConfiguration"):
        target = {
            "TargetBucket": logging.get("DestinationBucketName", bucket),
            "TargetPrefix": logging.get("LogFilePrefix", ""),
        }
        put(s3._put_bucket_logging, bucket, "BucketLoggingStatus", {"LoggingEnabled": target})


def bucket_properties() -> None:
    """Apply the dropped properties after a bucket is created or updated."""
    for configuration in (
        "tagging",
        "encryption",
        "lifecycle",
        "replication",
        "ownership_controls",
        "logging",
    ):
        original(s3, f"_put_bucket_{configuration}")
    also_apply("AWS::S3::Bucket", bucket_configuration)


def managed_key() -> None:
    """AWS encrypts an `aws:kms` write without a key, such as the CDK's upload of an asset, with its
    managed key `aws/s3`. MiniStack refuses the write."""
    resolve = original(s3, "_resolve_sse_write_headers")
    key_header = "x-amz-server-side-encryption-aws-kms-key-id"

    def resolve_with_managed_key(headers: dict[str, str], bucket: str):
        if headers.get("x-amz-server-side-encryption") == "aws:kms" and not headers.get(key_header):
            alias = f"arn:aws:kms:{get_region()}:{get_account_id()}:alias/aws/s3"
            headers = {**headers, key_header: alias}
        return resolve(headers, bucket)

    s3._resolve_sse_write_headers = resolve_with_managed_key


def close() -> None:
    """Apply the patches of this module."""
    bucket_properties()
    managed_key()
