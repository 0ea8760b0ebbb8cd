from server import Aws, eventually, never


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

    def put(key: str) -> None:
        s3.put_object(Bucket=deployed["Source"], Key=key, Body=b"1")

    def is_replicated(key: str) -> bool:
        return "Contents" in s3.list_objects_v2(Bucket=deployed["Replica"], Prefix=key)

    put("invoices/1")
    eventually(lambda: is_replicated("invoices/1"))
    put("labels/1")
    never(lambda: is_replicated("labels/1"))
    aws.deploy({"Source": bucket(), "Replica": bucket()}, outputs, deployed["stack"])
    put("invoices/2")
    never(lambda: is_replicated("invoices/2"))
