import tempfile

import duckdb
from server import REGION, Aws, eventually, unique

TRANSFORM = """
return { records: event.records.map(({ recordId, data }) => {
  const text = Buffer.from(data, 'base64').toString();
  if (text.includes('throw')) throw new Error('not transformable');
  if (text.includes('refuse')) return { recordId, result: 'ProcessingFailed', data };
  return { recordId, result: 'Ok', data, metadata: { partitionKeys: { day: '21' } } };
}) };
"""
ACTIONS = ("kinesis:GetRecords", "lambda:InvokeFunction", "glue:GetTableVersions", "s3:PutObject")


class DeliveryStream:
    """A delivery stream that reads a data stream, transforms and converts records, and writes them to a bucket."""

    def __init__(self, aws: Aws, *, without: str | None = None, transform: str = TRANSFORM) -> None:
        self.aws = aws
        self.name = unique("delivery")
        self.role = aws.role("firehose.amazonaws.com", *((action, "*") for action in ACTIONS if action != without))
        aws("s3").create_bucket(Bucket=self.name, CreateBucketConfiguration={"LocationConstraint": REGION})
        aws("kinesis").create_stream(StreamName=self.name, ShardCount=1)
        eventually(lambda: self.source()["StreamStatus"] == "ACTIVE")
        self.create_table()
        aws("firehose").create_delivery_stream(
            DeliveryStreamName=self.name,
            DeliveryStreamType="KinesisStreamAsSource",
            KinesisStreamSourceConfiguration={"KinesisStreamARN": self.source()["StreamARN"], "RoleARN": self.role},
            ExtendedS3DestinationConfiguration={
                "RoleARN": self.role,
                "BucketARN": f"arn:aws:s3:::{self.name}",
                "BufferingHints": {"IntervalInSeconds": 60, "SizeInMBs": 64},
                "Prefix": "rows/day=!{partitionKeyFromLambda:day}/",
                "ErrorOutputPrefix": "errors/!{firehose:error-output-type}/",
                "DynamicPartitioningConfiguration": {"Enabled": True},
                "ProcessingConfiguration": self.processing(aws.function(transform)),
                "DataFormatConversionConfiguration": self.conversion(),
            },
        )

    def source(self) -> dict:
        return self.aws("kinesis").describe_stream(StreamName=self.name)["StreamDescription"]

    def create_table(self) -> None:
        glue = self.aws("glue")
        glue.create_database(DatabaseInput={"Name": self.name})
        columns = [{"Name": "id", "Type": "string"}, {"Name": "amount", "Type": "int"}]
        glue.create_table(
            DatabaseName=self.name, TableInput={"Name": "rows", "StorageDescriptor": {"Columns": columns}}
        )

    def processing(self, function: str) -> dict:
        parameters = [{"ParameterName": "LambdaArn", "ParameterValue": function}]
        return {"Enabled": True, "Processors": [{"Type": "Lambda", "Parameters": parameters}]}

    def conversion(self) -> dict:
        return {
            "Enabled": True,
            "InputFormatConfiguration": {"Deserializer": {"OpenXJsonSerDe": {}}},
            "OutputFormatConfiguration": {"Serializer": {"ParquetSerDe": {}}},
            "SchemaConfiguration": {"RoleARN": self.role, "DatabaseName": self.name, "TableName": "rows"},
        }

    def put(self, *records: str) -> None:
        entries = [{"PartitionKey": "key", "Data": record.encode()} for record in records]
        self.aws("kinesis").put_records(StreamName=self.name, Records=entries)

    def objects(self, prefix: str) -> list[bytes]:
        s3 = self.aws("s3")
        found = s3.list_objects_v2(Bucket=self.name, Prefix=prefix).get("Contents", [])
        return [s3.get_object(Bucket=self.name, Key=each["Key"])["Body"].read() for each in found]

    def rows(self) -> list[list[str]]:
        """The ids of the rows in each object."""
        return [sorted(ids(body)) for body in self.objects("rows/day=21/")]


def ids(parquet: bytes) -> list[str]:
    with tempfile.NamedTemporaryFile() as file, duckdb.connect() as connection:
        file.write(parquet)
        file.flush()
        return [row[0] for row in connection.read_parquet(file.name).fetchall()]
