"""The data of a run in a file, and a later run that begins with it.

Kept are the items of tables, the objects of buckets and the users of user pools, by the names of their resources. They
are put into the resources when these are created, before anything can read a stream or send a notification.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ministack.core import persistence
from ministack.services import cognito, dynamodb, s3

from . import apply, uses
from .resources import Properties, also_applies

ASSET_BUCKET_PREFIX = "cdk-"
"""The prefix of the bucket for the CDK's assets."""
GENERATED = re.compile(r"-[0-9a-f]{13}$", re.IGNORECASE)
"""The end of a name that CloudFormation generated, which differs between two runs."""

encode = uses(persistence, "_json_default")
decode = uses(persistence, "_json_object_hook")
tables = uses(dynamodb, "_tables")
items_replaced = uses(dynamodb, "_items_replaced")
buckets = uses(s3, "_buckets")
versions = uses(s3, "_object_versions")
pools = uses(cognito, "_user_pools")

kept: dict[str, dict[str, Any]] = {"tables": {}, "buckets": {}, "users": {}}
"""The data that this run begins with. Each resource takes its own out when it is created."""


def stable_name(name: str) -> str:
    """Return the part of a resource's name that is the same in every run."""
    return GENERATED.sub("", name)


def objects_of(bucket: str) -> dict[str, Any]:
    """Return the objects of a bucket and their versions."""
    found = {key: value for (_, (holder, key)), value in list(versions._data.items()) if holder == bucket}
    objects = next(value["objects"] for (_, name), value in buckets._data.items() if name == bucket)
    return {"objects": objects, "versions": found}


def keep(file: Path) -> None:
    """Write the data of this run to a file, all or nothing."""
    data = {
        "tables": {stable_name(name): table["items"] for (_, _, name), table in tables.all_items()},
        "buckets": {
            stable_name(name): objects_of(name)
            for (_, name) in list(buckets._data)
            if not name.startswith(ASSET_BUCKET_PREFIX)
        },
        "users": {stable_name(pool["Name"]): pool["_users"] for _, pool in pools.all_items()},
    }
    draft = file.with_suffix(".draft")
    draft.write_text(json.dumps(data, default=encode))
    draft.replace(file)


def keeping(app: Callable, file: Path) -> Callable:
    """Return a server that also keeps the data when it is asked to, and answers any other request as before."""

    async def serve(scope: dict, receive: Callable, send: Callable) -> None:
        if scope["type"] != "http" or scope["path"] != "/_platform/keep":
            await app(scope, receive, send)
            return
        status, body = 200, b""
        try:
            keep(file)
        except OSError as error:
            status, body = 507, str(error.strerror).encode()
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": body})

    return serve


@also_applies("AWS::DynamoDB::Table")
def fill_table(name: str, properties: Properties) -> None:
    """Put the kept items into a table."""
    if items := kept["tables"].pop(stable_name(name), None):
        table = tables[name]
        table["items"].update(items)
        items_replaced(table)


@also_applies("AWS::S3::Bucket")
def fill_bucket(name: str, properties: Properties) -> None:
    """Put the kept objects into a bucket."""
    if content := kept["buckets"].pop(stable_name(name), None):
        buckets[name]["objects"].update(content["objects"])
        for key, value in content["versions"].items():
            versions[name, key] = value


@also_applies("AWS::Cognito::UserPool")
def fill_pool(pool: str, properties: Properties) -> None:
    """Put the kept users into a user pool, whose id is another one."""
    pools[pool]["_users"].update(kept["users"].pop(stable_name(pools[pool]["Name"]), {}))


def begin_with(file: Path) -> None:
    """Begin with the data of a file. Call it after the gaps are closed."""
    kept.update(json.loads(file.read_text(), object_hook=decode))
    apply(__name__)
