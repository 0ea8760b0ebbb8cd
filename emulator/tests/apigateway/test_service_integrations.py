import json
from pathlib import Path

import pytest
from rest_api import Answer, RestApi, answers, rest_api
from server import REGION, Aws, unique

TEMPLATES = Path(__file__).parents[3] / "lib" / "api" / "integrations"
PDF = b"%PDF-\xff\xfe\x00"


@pytest.fixture
def bucket(aws: Aws) -> str:
    name = unique("bucket")
    aws("s3").create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    return name


def role(aws: Aws, *allow: tuple[str, str]) -> str:
    return aws.role("apigateway.amazonaws.com", *allow)


def reading(aws: Aws, bucket: str, credentials: str) -> RestApi:
    """Read a document from a bucket."""
    integration = {
        "Type": "AWS",
        "IntegrationHttpMethod": "GET",
        "Uri": f"arn:aws:apigateway:{REGION}:s3:path/{bucket}/documents/{{name}}",
        "Credentials": credentials,
        "RequestParameters": {"integration.request.path.name": "method.request.path.name"},
        **answers(
            {
                "StatusCode": "200",
                "SelectionPattern": "200",
                "ContentHandling": "CONVERT_TO_BINARY",
                "ResponseParameters": {
                    "method.response.header.ETag": "integration.response.header.ETag",
                    "method.response.header.Content-Type": "'application/pdf'",
                },
            },
            {"StatusCode": "404", "SelectionPattern": "400|404"},
            {"StatusCode": "502", "ResponseTemplates": {"application/json": '{"id":"$context.requestId"}'}},
        ),
    }
    return rest_api(aws, "/{name}", integration)


def may_read(aws: Aws, bucket: str) -> str:
    objects, listed = f"arn:aws:s3:::{bucket}/documents/*", f"arn:aws:s3:::{bucket}"
    return role(aws, ("s3:GetObject", objects), ("s3:ListBucket", listed))


def test_a_document_is_read_byte_for_byte(aws: Aws, bucket: str) -> None:
    aws("s3").put_object(Bucket=bucket, Key="documents/a.pdf", Body=PDF)

    answer = reading(aws, bucket, may_read(aws, bucket)).call("/a.pdf")
    assert (answer.status, answer.body, answer.headers["Content-Type"]) == (200, PDF, "application/pdf")
    assert answer.headers["ETag"]


@pytest.mark.parametrize("name", ["..", "%2e%2e", "..%2Fsecret", "%2F..%2Fsecret"])
def test_a_parameter_stays_inside_its_segment_of_the_path(aws: Aws, bucket: str, name: str) -> None:
    aws("s3").put_object(Bucket=bucket, Key="secret", Body=b"secret")
    everything = role(aws, ("s3:*", "*"))

    assert reading(aws, bucket, everything).call(f"/{name}").status == 404


def test_a_missing_key_is_reported_to_a_role_that_may_list(aws: Aws, bucket: str) -> None:
    assert reading(aws, bucket, may_read(aws, bucket)).call("/missing").status == 404


def test_a_role_without_the_permission_is_denied(aws: Aws, bucket: str) -> None:
    aws("s3").put_object(Bucket=bucket, Key="documents/a.pdf", Body=PDF)
    denied = role(aws, ("s3:GetObject", f"arn:aws:s3:::{bucket}/others/*"))

    answer = reading(aws, bucket, denied).call("/a.pdf")
    assert (answer.status, answer.document) == (502, {"id": answer.headers["x-amzn-RequestId"]})
    assert aws.server.lines(f"DENIED {denied}")


@pytest.mark.parametrize(
    "different",
    [
        {"Effect": "Deny"},
        {"Principal": {"Service": "events.amazonaws.com"}},
        {"Condition": {"ArnLike": {"aws:SourceArn": f"arn:aws:execute-api:{REGION}:000000000000:*"}}},
        {"Condition": {"StringEquals": {"aws:SourceAccount": "000000000000"}}},
    ],
)
def test_a_role_that_the_api_may_not_assume_is_not_used(aws: Aws, bucket: str, different: dict) -> None:
    aws("s3").put_object(Bucket=bucket, Key="documents/a.pdf", Body=PDF)
    arn = may_read(aws, bucket)
    principal = {"Service": "apigateway.amazonaws.com"}
    trust = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole", **different}
    name = arn.rsplit("/", 1)[1]
    aws("iam").update_assume_role_policy(RoleName=name, PolicyDocument=json.dumps({"Statement": [trust]}))

    assert reading(aws, bucket, arn).call("/a.pdf").status == 500


def test_an_image_is_stored_with_the_headers_of_the_mapping(aws: Aws, bucket: str) -> None:
    integration = {
        "Type": "AWS",
        "IntegrationHttpMethod": "PUT",
        "Uri": f"arn:aws:apigateway:{REGION}:s3:path/{bucket}/images/{{name}}",
        "Credentials": role(aws, ("s3:PutObject", f"arn:aws:s3:::{bucket}/images/*")),
        "PassthroughBehavior": "WHEN_NO_TEMPLATES",
        "RequestParameters": {
            "integration.request.path.name": "method.request.path.name",
            "integration.request.header.Content-Type": "method.request.header.Content-Type",
            "integration.request.header.Content-Disposition": "'attachment'",
        },
        **answers({"StatusCode": "204", "SelectionPattern": "200"}, {"StatusCode": "502"}),
    }
    api = rest_api(aws, "/{name}", integration, {"HttpMethod": "PUT"})

    answer = api.call("/a%2Fb", "PUT", {"Content-Type": "image/png"}, PDF)
    assert (answer.status, answer.body) == (204, b"")
    kept = aws("s3").get_object(Bucket=bucket, Key="images/a/b")
    assert (kept["Body"].read(), kept["ContentType"], kept["ContentDisposition"]) == (PDF, "image/png", "attachment")


@pytest.fixture
def stream(aws: Aws) -> str:
    name = unique("stream")
    aws("kinesis").create_stream(StreamName=name, ShardCount=1)
    return name


def recording(aws: Aws, stream: str, credentials: str) -> RestApi:
    """Record events, by the templates of the platform."""
    template = (TEMPLATES / "shop-events.request.vtl").read_text().replace("$streamName", stream)
    answer_template = (TEMPLATES / "shop-events.response.vtl").read_text()
    integration = {
        "Type": "AWS",
        "IntegrationHttpMethod": "POST",
        "Uri": f"arn:aws:apigateway:{REGION}:kinesis:action/PutRecords",
        "Credentials": credentials,
        "PassthroughBehavior": "NEVER",
        "RequestParameters": {"integration.request.header.Content-Type": "'application/x-amz-json-1.1'"},
        "RequestTemplates": {"application/json": template},
        **answers(
            {
                "StatusCode": "202",
                "SelectionPattern": "200",
                "ResponseTemplates": {"application/json": answer_template},
            },
            {"StatusCode": "503", "SelectionPattern": "400"},
            {"StatusCode": "502"},
        ),
    }
    return rest_api(aws, "/events", integration, {"HttpMethod": "POST"})


def record(api: RestApi, *pages: str, content_type: str = "application/json") -> Answer:
    document = {"events": [{"sessionId": "s-1", "page": page} for page in pages]}
    return api.call("/events", "POST", {"Content-Type": content_type}, json.dumps(document).encode())


def test_each_event_is_a_record_with_its_text_unchanged(aws: Aws, stream: str) -> None:
    arn = f"arn:aws:kinesis:{REGION}:000000000000:stream/{stream}"
    pages = ["it's", 'a "quote" and \\', '$util.urlDecode("%41") #set($x = 1) ##', "line\nbreak", "ü 😀 \u2028", ""]
    api = recording(aws, stream, role(aws, ("kinesis:PutRecords", arn)))

    answer = record(api, *pages)
    assert (answer.status, answer.document) == (202, {"accepted": len(pages)})

    kinesis = aws("kinesis")
    shard = kinesis.list_shards(StreamName=stream)["Shards"][0]["ShardId"]
    start = {"StreamName": stream, "ShardId": shard, "ShardIteratorType": "TRIM_HORIZON"}
    records = kinesis.get_records(ShardIterator=kinesis.get_shard_iterator(**start)["ShardIterator"])["Records"]
    kept = [json.loads(each["Data"]) for each in records]
    assert [(each["index"], each["event"]["page"]) for each in kept] == list(enumerate(pages))
    assert {(each["requestId"], each["shop"]) for each in kept} == {(answer.headers["x-amzn-RequestId"], "")}
    assert {each["PartitionKey"] for each in records} == {"s-1"}


def test_events_are_not_recorded_by_a_role_without_the_permission(aws: Aws, stream: str) -> None:
    assert record(recording(aws, stream, role(aws)), "/").status == 502


def queueing(aws: Aws, queue: str, action: str) -> RestApi:
    """Send messages to a queue, under a role that may perform one action."""
    integration = {
        "Type": "AWS",
        "IntegrationHttpMethod": "POST",
        "Uri": f"arn:aws:apigateway:{REGION}:sqs:path/000000000000/{queue}",
        "Credentials": role(aws, (action, f"arn:aws:sqs:{REGION}:000000000000:{queue}")),
        "RequestParameters": {"integration.request.header.Content-Type": "'application/x-www-form-urlencoded'"},
        "RequestTemplates": {"application/json": "Action=SendMessage&MessageBody=hello"},
        **answers({"StatusCode": "202", "SelectionPattern": "200"}, {"StatusCode": "502"}),
    }
    return rest_api(aws, "/messages", integration, {"HttpMethod": "POST"})


def test_a_message_is_sent_by_a_role_with_the_permission_only(aws: Aws) -> None:
    sqs, queue = aws("sqs"), unique("queue")
    address = sqs.create_queue(QueueName=queue)["QueueUrl"]

    apis = [queueing(aws, queue, action) for action in ("sqs:ReceiveMessage", "sqs:SendMessage")]
    assert [api.call("/messages", "POST").status for api in apis] == [502, 202]
    messages = sqs.receive_message(QueueUrl=address, MaxNumberOfMessages=10)["Messages"]
    assert [message["Body"] for message in messages] == ["hello"]
