"""Expiry and backups of a table.

AWS expires items and keeps backups as the template specifies. MiniStack's CloudFormation drops both properties.
"""

from ministack.services import dynamodb

from patching import uses
from patching.resources import Properties, accepted, also_applies

UPDATES = {
    "TimeToLiveSpecification": uses(dynamodb, "_update_ttl"),
    "PointInTimeRecoverySpecification": uses(dynamodb, "_update_continuous_backups"),
}


@also_applies("AWS::DynamoDB::Table")
def apply(table: str, properties: Properties) -> None:
    """Apply both properties by the calls of the service."""
    for name, update in UPDATES.items():
        if name in properties:
            accepted(update({"TableName": table, name: properties[name]}))
