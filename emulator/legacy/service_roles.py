"""Authorization of services by their roles. MiniStack allows everything."""

from typing import Any

from ministack.services import lambda_svc, s3

from .grants import denied_to_role
from .hooks import Properties, handler_of, original


SOURCE_ACTIONS = {
    "sqs": ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
    "dynamodb": ("dynamodb:DescribeStream", "dynamodb:GetShardIterator", "dynamodb:GetRecords"),
    "kinesis": ("kinesis:DescribeStreamSummary", "kinesis:GetShardIterator", "kinesis:GetRecords"),
}
"""Actions that AWS requires of a function's role for an event source mapping, by the source's service."""


def event_source_role() -> None:
    """AWS creates an event source mapping only if the role may read the source. MiniStack always does."""
    handler = handler_of("AWS::Lambda::EventSourceMapping")
    create = handler["create"]
    function_of = original(lambda_svc, "_get_func_record_for_ref")

    def create_if_allowed(logical_id: str, properties: Properties, stack: str):
        _, configuration, _ = function_of(properties["FunctionName"])
        source = properties.get("EventSourceArn", "")
        for action in SOURCE_ACTIONS.get(source.split(":")[2] if source else "", ()):
            denied = denied_to_role(configuration["Role"], action, source)
            if denied:
                raise ValueError(f"The function's execution role does not have the permission: {denied}")
        return create(logical_id, properties, stack)

    handler["create"] = create_if_allowed


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
    event_source_role()
    replication_role()
