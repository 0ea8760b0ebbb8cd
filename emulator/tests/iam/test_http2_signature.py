import json

from server import Aws, unique

PUT = """
const { KinesisClient, PutRecordCommand } = require('@aws-sdk/client-kinesis');
const record = { StreamName: event.stream, Data: Buffer.from('1'), PartitionKey: '1' };
return (await new KinesisClient({}).send(new PutRecordCommand(record))).ShardId;
"""


def test_a_function_puts_a_record_over_http2(aws: Aws) -> None:
    stream = unique("stream")
    aws("kinesis").create_stream(StreamName=stream, ShardCount=1)
    role = aws.role("lambda.amazonaws.com", ("kinesis:PutRecord", "*"))
    function = aws.function(PUT, role)
    answer = aws("lambda").invoke(FunctionName=function, Payload=json.dumps({"stream": stream}))
    assert json.load(answer["Payload"]) == "shardId-000000000000"
