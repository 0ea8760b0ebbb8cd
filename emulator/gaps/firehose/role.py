"""The roles of a delivery stream.

AWS reads, transforms, converts and writes under the roles of the source, the destination and the
schema, and delivers nothing if one of the permissions is missing. MiniStack does not check them.
"""

import contextvars
from collections.abc import Callable, Iterator

from ministack.core.responses import get_account_id, get_region
from ministack.services import firehose

from gaps._grants import denied_to_role
from patching import replaces

role: contextvars.ContextVar[str | None] = contextvars.ContextVar("delivery_role", default=None)


@replaces(firehose, "_deliver_records_to_s3")
def deliver(deliver_records: Callable, stream: dict, destination: dict, records: list) -> None:
    """Deliver records if the roles may read, transform and convert them."""
    configuration = destination["config"]
    if any(denied_to_role(*permission) for permission in required(stream, configuration)):
        return
    scope = contextvars.copy_context()
    scope.run(role.set, configuration["RoleARN"])
    scope.run(deliver_records, stream, destination, records)


@replaces(firehose, "_put_s3_object")
def put(put_object: Callable, bucket: str, key: str, body: bytes) -> None:
    """Write an object if the role may."""
    writer = role.get()
    if writer is None or not denied_to_role(writer, "s3:PutObject", f"arn:aws:s3:::{bucket}/{key}"):
        put_object(bucket, key, body)


def required(stream: dict, configuration: dict) -> Iterator[tuple[str, str, str]]:
    """Return the permissions to read, transform and convert records: each a role, an action and a resource."""
    if source := stream.get("kinesis_source"):
        yield source["RoleARN"], "kinesis:GetRecords", source["KinesisStreamARN"]
    for processor in (configuration.get("ProcessingConfiguration") or {}).get("Processors") or []:
        for parameter in processor.get("Parameters") or []:
            if parameter["ParameterName"] == "LambdaArn":
                yield configuration["RoleARN"], "lambda:InvokeFunction", parameter["ParameterValue"]
    if schema := (configuration.get("DataFormatConversionConfiguration") or {}).get("SchemaConfiguration"):
        glue = f"arn:aws:glue:{schema.get('Region') or get_region()}:{schema.get('CatalogId') or get_account_id()}"
        database, table = schema["DatabaseName"], schema["TableName"]
        for resource in ("catalog", f"database/{database}", f"table/{database}/{table}"):
            yield schema["RoleARN"], "glue:GetTableVersions", f"{glue}:{resource}"
