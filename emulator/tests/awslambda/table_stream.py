from server import Aws, unique

TABLE = {
    "Type": "AWS::DynamoDB::Table",
    "Properties": {
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
        "StreamSpecification": {"StreamViewType": "NEW_IMAGE"},
    },
}
READ = ("dynamodb:DescribeStream", "dynamodb:GetShardIterator", "dynamodb:GetRecords")


class TableStream:
    """A table whose stream a function reads."""

    def __init__(self, aws: Aws, body: str, role: str | None = None, **mapping: object) -> None:
        self.aws = aws
        self.bucket = unique("bucket")
        aws("s3").create_bucket(Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
        role = role or aws.role("lambda.amazonaws.com", *((action, "*") for action in READ))
        self.function = aws.function(body, role)
        properties = {
            "FunctionName": self.function,
            "EventSourceArn": {"Fn::GetAtt": ["Table", "StreamArn"]},
            "StartingPosition": "TRIM_HORIZON",
            "DestinationConfig": {"OnFailure": {"Destination": f"arn:aws:s3:::{self.bucket}"}},
            **mapping,
        }
        resources = {"Table": TABLE, "Reader": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": properties}}
        self.table = aws.deploy(resources, {"Table": {"Ref": "Table"}})["Table"]

    def put(self, *ids: str) -> None:
        """Write items, which are one batch of the stream."""
        puts = [{"Put": {"TableName": self.table, "Item": {"id": {"S": item}}}} for item in ids]
        self.aws("dynamodb").transact_write_items(TransactItems=puts)

    def log(self) -> str:
        """The log of the function."""
        return self.aws.log_of(self.function)

    def set_aside(self) -> list[bytes]:
        """The objects in the failure destination."""
        s3 = self.aws("s3")
        objects = s3.list_objects_v2(Bucket=self.bucket).get("Contents", [])
        return [s3.get_object(Bucket=self.bucket, Key=found["Key"])["Body"].read() for found in objects]
