import json

import pytest
from botocore.exceptions import ClientError
from server import Aws, unique


def deny_unless_secure(aws: Aws, bucket: str, secure: str) -> None:
    statement = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": f"arn:aws:s3:::{bucket}/*",
        "Condition": {"Bool": {"aws:SecureTransport": secure}},
    }
    aws("s3").put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))


def test_requests_on_the_loopback_interface_count_as_secure(aws: Aws) -> None:
    bucket = unique("bucket")
    aws("s3").create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    user = aws.user(("s3:*", "*"))("s3")
    deny_unless_secure(aws, bucket, "false")
    user.put_object(Bucket=bucket, Key="key", Body=b"")
    deny_unless_secure(aws, bucket, "true")
    with pytest.raises(ClientError, match="AccessDenied"):
        user.put_object(Bucket=bucket, Key="key", Body=b"")
