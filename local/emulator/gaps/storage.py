"""Buckets and tables: properties that MiniStack's CloudFormation drops."""

from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from ministack.core.responses import get_account_id, get_region
from ministack.services import dynamodb, s3

from .hooks import Properties, accepted, also_apply, original

NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/"


def xml(value: Any) -> str:
    """The elements of a nested dictionary; a list repeats its element."""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, dict):
        return escape(str(value))
    return "".join(
        f"<{name}>{xml(item)}</{name}>"
        for name, items in value.items()
        for item in (items if isinstance(items, list) else [items])
    )


def put(operation: Callable, bucket: str, root: str, content: dict[str, Any]) -> None:
    """Call an S3 operation that takes a configuration document."""
    accepted(operation(bucket, f'<{root} xmlns="{NAMESPACE}">{xml(content)}</{root}>'.encode()))


def renamed(properties: Properties, names: dict[str, str]) -> dict[str, Any]:
    """The properties present among `names`, under the names the S3 API has for them."""
    return {api_name: properties[name] for name, api_name in names.items() if name in properties}


def lifecycle_rule(rule: Properties) -> dict[str, Any]:
    """A `LifecycleConfiguration` rule as the S3 API spells it."""
    condition = {
        "Prefix": rule.get("Prefix", ""),
        **renamed(
            rule,
            {
                "TagFilters": "Tag",
                "ObjectSizeGreaterThan": "ObjectSizeGreaterThan",
                "ObjectSizeLessThan": "ObjectSizeLessThan",
            },
        ),
    }
    expiration = renamed(
        rule,
        {
            "ExpirationInDays": "Days",
            "ExpirationDate": "Date",
            "ExpiredObjectDeleteMarker": "ExpiredObjectDeleteMarker",
        },
    )
    transition_names = {"TransitionInDays": "Days", "TransitionDate": "Date", "StorageClass": "StorageClass"}
    noncurrent_names = {
        "TransitionInDays": "NoncurrentDays",
        "NewerNoncurrentVersions": "NewerNoncurrentVersions",
        "StorageClass": "StorageClass",
    }
    return {
        **renamed(rule, {"Id": "ID", "Status": "Status"}),
        "Filter": condition if len(condition) == 1 else {"And": condition},
        **({"Expiration": expiration} if expiration else {}),
        "Transition": [renamed(t, transition_names) for t in rule.get("Transitions", [])],
        "NoncurrentVersionTransition": [
            renamed(t, noncurrent_names) for t in rule.get("NoncurrentVersionTransitions", [])
        ],
        **renamed(
            rule,
            {
                "NoncurrentVersionExpiration": "NoncurrentVersionExpiration",
                "AbortIncompleteMultipartUpload": "AbortIncompleteMultipartUpload",
            },
        ),
    }


def replication_rule(rule: Properties) -> dict[str, Any]:
    """A `ReplicationConfiguration` rule as the S3 API spells it."""
    return {("ID" if name == "Id" else name): value for name, value in rule.items()}


def bucket_configuration(bucket: str, properties: Properties) -> None:
    """AWS applies all of a bucket's properties.

    MiniStack drops these; without the tags, CDK's `autoDeleteObjects` refuses to delete.
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
    """Apply the dropped properties after the bucket's own create and update."""
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
    """AWS encrypts a `aws:kms` write that names no key, as CDK's of an asset, with the key it
    manages itself, `aws/s3`; MiniStack refuses the write."""
    resolve = original(s3, "_resolve_sse_write_headers")
    key_header = "x-amz-server-side-encryption-aws-kms-key-id"

    def resolve_with_managed_key(headers: dict[str, str], bucket: str):
        if headers.get("x-amz-server-side-encryption") == "aws:kms" and not headers.get(key_header):
            alias = f"arn:aws:kms:{get_region()}:{get_account_id()}:alias/aws/s3"
            headers = {**headers, key_header: alias}
        return resolve(headers, bucket)

    s3._resolve_sse_write_headers = resolve_with_managed_key


def table_properties() -> None:
    """AWS expires items and keeps backups as the template says; MiniStack's CloudFormation drops both."""
    update_ttl = original(dynamodb, "_update_ttl")
    update_backups = original(dynamodb, "_update_continuous_backups")

    def apply(table: str, properties: Properties) -> None:
        for update, name in (
            (update_ttl, "TimeToLiveSpecification"),
            (update_backups, "PointInTimeRecoverySpecification"),
        ):
            if name in properties:
                accepted(update({"TableName": table, name: properties[name]}))

    also_apply("AWS::DynamoDB::Table", apply)


def close() -> None:
    """Close the gaps of this module."""
    bucket_properties()
    managed_key()
    table_properties()
