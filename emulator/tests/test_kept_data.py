import urllib.request
from pathlib import Path

import pytest
from server import Aws, Server

TABLE = {
    "Type": "AWS::DynamoDB::Table",
    "Properties": {
        "TableName": "orders",
        "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}, {"AttributeName": "version", "KeyType": "RANGE"}],
        "AttributeDefinitions": [
            {"AttributeName": "id", "AttributeType": "S"},
            {"AttributeName": "version", "AttributeType": "N"},
            {"AttributeName": "owner", "AttributeType": "S"},
        ],
        "GlobalSecondaryIndexes": [
            {
                "IndexName": "owners",
                "KeySchema": [{"AttributeName": "owner", "KeyType": "HASH"}],
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
        "BillingMode": "PAY_PER_REQUEST",
        "StreamSpecification": {"StreamViewType": "NEW_AND_OLD_IMAGES"},
    },
}
BUCKET = {
    "Type": "AWS::S3::Bucket",
    "Properties": {"VersioningConfiguration": {"Status": "Enabled"}},
}
POOL = {"Type": "AWS::Cognito::UserPool", "Properties": {"UserPoolName": "customers"}}
STACK = {"Table": TABLE, "Bucket": BUCKET, "Pool": POOL}
OUTPUTS = {"Bucket": {"Ref": "Bucket"}, "Pool": {"Ref": "Pool"}, "Stream": {"Fn::GetAtt": ["Table", "StreamArn"]}}
ITEM = {"id": {"S": "1"}, "version": {"N": "2"}, "owner": {"S": "ann"}, "raw": {"B": b"\x00\xff"}}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """The file that a run was kept in, and a user of that run."""
    folder = tmp_path_factory.mktemp("kept")
    with Server(folder, "--keep", str(folder / "data.json")) as server:
        aws = Aws(server)
        created = aws.deploy(STACK, OUTPUTS, name="data")
        user = aws("cognito-idp").admin_create_user(UserPoolId=created["Pool"], Username="ann")["User"]
        aws("dynamodb").put_item(TableName="orders", Item=ITEM)
        for body in (b"first", b"\x89PDF"):
            aws("s3").put_object(Bucket=created["Bucket"], Key="a/b.pdf", Body=body, ContentType="application/pdf")
        urllib.request.urlopen(urllib.request.Request(f"{server.address}/_platform/keep", method="POST")).close()
    return {"file": folder / "data.json", "user": user["Attributes"]}


@pytest.fixture(scope="module")
def later(kept: dict, tmp_path_factory: pytest.TempPathFactory):
    """A later run that begins with the data, and the outputs of its stack."""
    with Server(tmp_path_factory.mktemp("later"), "--from", str(kept["file"])) as server:
        aws = Aws(server)
        yield aws, aws.deploy(STACK, OUTPUTS, name="data")


def test_a_table_begins_with_its_items_and_indexes(later: tuple[Aws, dict]) -> None:
    dynamodb = later[0]("dynamodb")
    assert dynamodb.scan(TableName="orders")["Items"] == [ITEM]
    query = {"KeyConditionExpression": "#o = :o", "ExpressionAttributeNames": {"#o": "owner"}}
    owned = dynamodb.query(
        TableName="orders", IndexName="owners", ExpressionAttributeValues={":o": {"S": "ann"}}, **query
    )
    assert owned["Items"] == [ITEM]
    assert dynamodb.describe_table(TableName="orders")["Table"]["ItemCount"] == 1


def test_no_reader_of_the_stream_sees_the_items(later: tuple[Aws, dict]) -> None:
    aws, outputs = later
    streams = aws("dynamodbstreams")
    shards = streams.describe_stream(StreamArn=outputs["Stream"])["StreamDescription"]["Shards"]
    iterators = [
        streams.get_shard_iterator(
            StreamArn=outputs["Stream"], ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON"
        )
        for shard in shards
    ]
    assert [streams.get_records(ShardIterator=each["ShardIterator"])["Records"] for each in iterators] == [[]]


def test_a_bucket_begins_with_its_objects_and_their_versions(later: tuple[Aws, dict]) -> None:
    aws, outputs = later
    s3, bucket = aws("s3"), outputs["Bucket"]
    document = s3.get_object(Bucket=bucket, Key="a/b.pdf")
    assert (document["Body"].read(), document["ContentType"]) == (b"\x89PDF", "application/pdf")
    found = s3.list_object_versions(Bucket=bucket)["Versions"]
    bodies = [
        s3.get_object(Bucket=bucket, Key=each["Key"], VersionId=each["VersionId"])["Body"].read() for each in found
    ]
    assert bodies == [b"\x89PDF", b"first"]


def test_a_user_keeps_its_id(kept: dict, later: tuple[Aws, dict]) -> None:
    aws, outputs = later
    user = aws("cognito-idp").admin_get_user(UserPoolId=outputs["Pool"], Username="ann")
    assert user["UserAttributes"] == kept["user"]


def test_an_update_of_a_resource_does_not_bring_the_data_back(later: tuple[Aws, dict]) -> None:
    aws, outputs = later
    aws("dynamodb").delete_item(TableName="orders", Key={"id": ITEM["id"], "version": ITEM["version"]})
    expiring = {"TimeToLiveSpecification": {"AttributeName": "expires", "Enabled": True}}
    changed = {**TABLE, "Properties": {**TABLE["Properties"], **expiring}}
    aws.deploy({**STACK, "Table": changed}, OUTPUTS, stack=outputs["stack"])
    assert aws("dynamodb").scan(TableName="orders")["Items"] == []


def test_a_full_disk_is_reported(tmp_path: Path) -> None:
    with (
        Server(tmp_path, "--keep", "/dev/full/data.json") as server,
        pytest.raises(urllib.error.HTTPError, match="507"),
    ):
        urllib.request.urlopen(urllib.request.Request(f"{server.address}/_platform/keep", method="POST"))
