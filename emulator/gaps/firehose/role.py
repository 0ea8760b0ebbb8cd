"""The roles of a delivery stream.

AWS reads, transforms, converts and writes under the roles of the source, the destination and the
schema, and delivers nothing if one of the permissions is missing. MiniStack does not check them.
"""

import contextvars
from collections.abc import Callable

from ministack.core.responses import get_account_id, get_region
from ministack.services import firehose

from gaps._grants import denied_to_role
from patching import replaces

role: contextvars.ContextVar[str | None] = contextvars.ContextVar("delivery_role", default=None)


@replaces(firehose, "_deliver_records_to_s3")
def deliver(deliver_records: Callable, stream: dict, destination: dict, records: list) -> None:
    """Deliver records if the roles may read, transform and convert them."""
    configuration = destination["config"]
    if not (may_read(stream) and may_transform(configuration) and may_convert(configuration)):
        return
    token = role.set(configuration["RoleARN"])
    try:
        deliver_records(stream, destination, records)
    finally:
        role.reset(token)


@replaces(firehose, "_put_s3_object")
def put(put_object: Callable, bucket: str, key: str, body: bytes) -> None:
    """Write an object if the role may."""
    writer = role.get()
    if writer is None or not denied_to_role(writer, "s3:PutObject", f"arn:aws:s3:::{bucket}/{key}"):
        put_object(bucket, key, body)


def may_read(stream: dict) -> bool:
    """Return True if the role of the source may read the data stream."""
    source = stream.get("kinesis_source")
    return not source or not denied_to_role(source["RoleARN"], "kinesis:GetRecords", source["KinesisStreamARN"])


def may_transform(configuration: dict) -> bool:
    """Return True if the role of the destination may invoke the transforming functions."""
    return not any(
        denied_to_role(configuration["RoleARN"], "lambda:InvokeFunction", parameter["ParameterValue"])
        for processor in (configuration.get("ProcessingConfiguration") or {}).get("Processors") or []
        for parameter in processor.get("Parameters") or []
        if parameter["ParameterName"] == "LambdaArn"
    )


def may_convert(configuration: dict) -> bool:
    """Return True if the role of the schema may read the Glue table with its database and catalog."""
    schema = (configuration.get("DataFormatConversionConfiguration") or {}).get("SchemaConfiguration")
    if not schema:
        return True
    glue = f"arn:aws:glue:{schema.get('Region') or get_region()}:{schema.get('CatalogId') or get_account_id()}"
    database, table = schema["DatabaseName"], schema["TableName"]
    tables = (f"{glue}:catalog", f"{glue}:database/{database}", f"{glue}:table/{database}/{table}")
    return not denied_to_role(schema["RoleARN"], "glue:GetTableVersions", *tables)
