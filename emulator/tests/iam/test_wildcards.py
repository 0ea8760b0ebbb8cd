from server import Aws, unique


def test_a_wildcard_matches_a_key_with_a_line_break(aws: Aws) -> None:
    bucket = unique("bucket")
    aws("s3").create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    aws.user(("s3:PutObject", f"arn:aws:s3:::{bucket}/*"))("s3").put_object(Bucket=bucket, Key="a\nb", Body=b"")
