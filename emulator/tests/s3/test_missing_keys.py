import pytest
from botocore.exceptions import ClientError
from server import Aws, unique


def answers(aws: Aws, *actions: str) -> set[str]:
    """The codes with which S3 answers calls for a key that does not exist, of a user with these permissions."""
    bucket = unique("bucket")
    aws("s3").create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    user = aws.user(*((action, f"arn:aws:s3:::{bucket}*") for action in actions))("s3")
    codes = set()
    for call in (user.get_object, user.head_object):
        with pytest.raises(ClientError) as error:
            call(Bucket=bucket, Key="missing")
        codes.add(error.value.response["Error"]["Code"])
    return codes


def test_a_caller_who_may_not_list_the_bucket_does_not_learn_that_a_key_is_missing(aws: Aws) -> None:
    assert answers(aws, "s3:GetObject") == {"AccessDenied", "403"}


@pytest.mark.control
def test_a_caller_who_may_list_the_bucket_learns_that_a_key_is_missing(aws: Aws) -> None:
    assert answers(aws, "s3:GetObject", "s3:ListBucket") == {"NoSuchKey", "404"}
