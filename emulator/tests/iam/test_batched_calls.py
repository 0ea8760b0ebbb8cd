import pytest
from botocore.exceptions import ClientError
from server import Aws, unique


def publish_batch(aws: Aws, action: str) -> dict:
    topic = aws("sns").create_topic(Name=unique("topic"))["TopicArn"]
    entries = [{"Id": "0", "Message": "message"}]
    return aws.user((action, topic))("sns").publish_batch(TopicArn=topic, PublishBatchRequestEntries=entries)


def test_who_may_publish_may_publish_a_batch(aws: Aws) -> None:
    assert len(publish_batch(aws, "sns:Publish")["Successful"]) == 1


def test_an_action_named_like_the_call_allows_nothing(aws: Aws) -> None:
    with pytest.raises(ClientError, match="sns:Publish "):
        publish_batch(aws, "sns:PublishBatch")
