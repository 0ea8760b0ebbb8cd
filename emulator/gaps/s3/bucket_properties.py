"""Tags and replication of a bucket.

AWS applies both from the template. MiniStack's CloudFormation drops them. Without the tags, CDK's
`autoDeleteObjects` refuses to delete objects.
"""

from ministack.services import s3

from patching import uses
from patching.resources import Properties, also_applies

tags = uses(s3, "_bucket_tags")
replications = uses(s3, "_bucket_replication")


@also_applies("AWS::S3::Bucket")
def apply(bucket: str, properties: Properties) -> None:
    """Store both as the calls of the service would."""
    tags[bucket] = {tag["Key"]: tag["Value"] for tag in properties.get("Tags", [])}
    if replication := properties.get("ReplicationConfiguration"):
        rules = [{"ID": rule.get("Id"), **rule} for rule in replication["Rules"]]
        replications[bucket] = {"Role": replication["Role"], "Rules": rules}
    else:
        replications.pop(bucket, None)
