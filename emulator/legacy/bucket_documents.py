"""Configuration of buckets: from the form of CloudFormation to that of the S3 API."""

from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from .hooks import Properties, accepted

NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/"


def xml(value: Any) -> str:
    """A nested dictionary as XML elements; a list repeats its element."""
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
    """The properties that are listed in `names`, under their names in the S3 API."""
    return {api_name: properties[name] for name, api_name in names.items() if name in properties}


def lifecycle_rule(rule: Properties) -> dict[str, Any]:
    """A `LifecycleConfiguration` rule in the form of the S3 API."""
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
    """A `ReplicationConfiguration` rule in the form of the S3 API."""
    return {("ID" if name == "Id" else name): value for name, value in rule.items()}
