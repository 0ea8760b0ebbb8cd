"""Tables: properties that MiniStack's CloudFormation drops."""

from ministack.services import dynamodb

from .hooks import Properties, accepted, also_apply, original


def table_properties() -> None:
    """AWS expires items and keeps backups as the template specifies. MiniStack's CloudFormation drops both."""
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
    """Apply the patches of this module."""
    table_properties()
