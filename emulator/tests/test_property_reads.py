import pytest
from server import Aws, Server


@pytest.fixture(scope="module")
def unread(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The properties of a stack that were not read."""
    folder = tmp_path_factory.mktemp("tracked")
    report = folder / "unread.txt"
    with Server(folder, "--track-properties", str(report)) as server:
        aws = Aws(server)
        role = aws.role("firehose.amazonaws.com")
        bucket = {"VersioningConfiguration": {"Status": "Enabled", "Undocumented": {"Nested": 1}}}
        encrypted = {"StreamEncryption": {"EncryptionType": "KMS", "KeyId": "alias/aws/kinesis"}, "ShardCount": 1}
        destination = {"BucketARN": "arn:aws:s3:::bucket", "RoleARN": role, "Prefix": "events/"}
        aws.deploy(
            {
                "Bucket": {"Type": "AWS::S3::Bucket", "Properties": bucket},
                "Encrypted": {"Type": "AWS::Kinesis::Stream", "Properties": encrypted},
                "Named": {"Type": "AWS::Kinesis::Stream", "Properties": {"Name": "named", "ShardCount": 1}},
                "Delivery": {
                    "Type": "AWS::KinesisFirehose::DeliveryStream",
                    "Properties": {"ExtendedS3DestinationConfiguration": destination},
                },
                "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "topic"}},
            }
        )
        return report.read_text().splitlines()


def test_a_property_that_no_resource_of_a_type_reads_is_listed_without_its_parts(unread: list[str]) -> None:
    assert [line for line in unread if "Kinesis::" in line] == ["AWS::Kinesis::Stream StreamEncryption"]


def test_an_unread_part_of_a_property_is_listed_by_its_path(unread: list[str]) -> None:
    assert [line for line in unread if "S3" in line] == ["AWS::S3::Bucket VersioningConfiguration.Undocumented"]


def test_a_property_that_a_service_keeps_to_read_later_is_not_listed(unread: list[str]) -> None:
    assert [line for line in unread if "Firehose" in line or "SNS" in line] == []
