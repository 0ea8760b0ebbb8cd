import pytest
from botocore.exceptions import ClientError
from server import Aws, unique


def test_a_fifo_topic_of_a_template_accepts_only_messages_with_a_group(aws: Aws) -> None:
    properties = {"TopicName": f"{unique('topic')}.fifo", "FifoTopic": True, "ContentBasedDeduplication": True}
    topic = aws.deploy({"Topic": {"Type": "AWS::SNS::Topic", "Properties": properties}}, {"Arn": {"Ref": "Topic"}})
    sns = aws("sns")

    published = sns.publish(TopicArn=topic["Arn"], Message="first", MessageGroupId="group")
    assert "SequenceNumber" in published
    with pytest.raises(ClientError, match="MessageGroupId"):
        sns.publish(TopicArn=topic["Arn"], Message="second")
