"""Authorization of Firehose by its roles. MiniStack allows everything."""

import threading

from ministack.core.responses import get_account_id, get_region
from ministack.services import firehose

from .grants import denied_to_role
from .hooks import original


def may_read(stream: dict) -> bool:
    """Return True if the role of the source may read the data stream."""
    source = stream.get("kinesis_source")
    return not source or not denied_to_role(
        source["RoleARN"], "kinesis:GetRecords", source["KinesisStreamARN"]
    )


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
    glue = (
        f"arn:aws:glue:{schema.get('Region') or get_region()}:{schema.get('CatalogId') or get_account_id()}"
    )
    database, table = schema["DatabaseName"], schema["TableName"]
    tables = (f"{glue}:catalog", f"{glue}:database/{database}", f"{glue}:table/{database}/{table}")
    return not denied_to_role(schema["RoleARN"], "glue:GetTableVersions", *tables)


def delivery_role() -> None:
    """AWS reads, transforms, converts and writes under the delivery stream's roles, and delivers
    nothing if one of the permissions is missing. MiniStack does not check them."""
    deliver = original(firehose, "_deliver_records_to_s3")
    put = original(firehose, "_put_s3_object")
    delivery = threading.local()

    def deliver_under_role(stream: dict, destination: dict, records: list[tuple[str, bytes]]) -> None:
        configuration = destination["config"]
        if not (may_read(stream) and may_transform(configuration) and may_convert(configuration)):
            return
        delivery.role = configuration["RoleARN"]
        try:
            deliver(stream, destination, records)
        finally:
            delivery.role = None

    def put_under_role(bucket: str, key: str, body: bytes) -> None:
        role = getattr(delivery, "role", None)
        if role is None or not denied_to_role(role, "s3:PutObject", f"arn:aws:s3:::{bucket}/{key}"):
            put(bucket, key, body)

    firehose._deliver_records_to_s3 = deliver_under_role
    firehose._put_s3_object = put_under_role


def close() -> None:
    """Apply the patches of this module."""
    delivery_role()
