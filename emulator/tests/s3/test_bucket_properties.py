from server import Aws, eventually


def bucket(**properties: object) -> dict:
    return {
        "Type": "AWS::S3::Bucket",
        "Properties": {"VersioningConfiguration": {"Status": "Enabled"}, **properties},
    }


def test_a_bucket_has_the_tags_of_the_template(aws: Aws) -> None:
    tags = [{"Key": "stage", "Value": "local"}]
    name = aws.deploy({"Bucket": bucket(Tags=tags)}, {"Name": {"Ref": "Bucket"}})["Name"]
    assert aws("s3").get_bucket_tagging(Bucket=name)["TagSet"] == tags


def test_objects_are_replicated_until_an_update_removes_the_rule(aws: Aws) -> None:
    role = aws.role("s3.amazonaws.com", ("s3:*", "*"))
    replica = {"Bucket": {"Fn::GetAtt": ["Replica", "Arn"]}}
    rule = {"Id": "invoices", "Status": "Enabled", "Filter": {"Prefix": "invoices/"}, "Destination": replica}
    source = bucket(ReplicationConfiguration={"Role": role, "Rules": [rule]})
    outputs = {"Source": {"Ref": "Source"}, "Replica": {"Ref": "Replica"}}
    deployed = aws.deploy({"Source": source, "Replica": bucket()}, outputs)
    s3 = aws("s3")

    def put_and_replicated(key: str) -> bool:
        s3.put_object(Bucket=deployed["Source"], Key=key, Body=b"1")
        try:
            return eventually(lambda: "Contents" in s3.list_objects_v2(Bucket=deployed["Replica"], Prefix=key), 2)
        except AssertionError:
            return False

    assert put_and_replicated("invoices/1")
    assert not put_and_replicated("labels/1")
    aws.deploy({"Source": bucket(), "Replica": bucket()}, outputs, deployed["stack"])
    assert not put_and_replicated("invoices/2")
