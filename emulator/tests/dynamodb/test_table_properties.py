from server import Aws


def table(**properties: object) -> dict:
    return {
        "Type": "AWS::DynamoDB::Table",
        "Properties": {
            "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
            **properties,
        },
    }


def test_items_expire_by_the_attribute_of_the_template(aws: Aws) -> None:
    expiry = {"AttributeName": "expiresAt", "Enabled": True}
    name = aws.deploy({"Table": table(TimeToLiveSpecification=expiry)}, {"Name": {"Ref": "Table"}})["Name"]

    described = aws("dynamodb").describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    assert described == {"TimeToLiveStatus": "ENABLED", "AttributeName": "expiresAt"}


def test_backups_are_kept_after_an_update_that_asks_for_them(aws: Aws) -> None:
    backups = {"PointInTimeRecoveryEnabled": True}
    deployed = aws.deploy({"Table": table()}, {"Name": {"Ref": "Table"}})
    aws.deploy({"Table": table(PointInTimeRecoverySpecification=backups)}, stack=deployed["stack"])

    described = aws("dynamodb").describe_continuous_backups(TableName=deployed["Name"])
    recovery = described["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]
    assert recovery["PointInTimeRecoveryStatus"] == "ENABLED"
