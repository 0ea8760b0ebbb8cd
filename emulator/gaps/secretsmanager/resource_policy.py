"""The policy of a secret as a resource of a template.

AWS attaches it to the secret. MiniStack has the calls, but not the type.
"""

import json

from ministack.services import secretsmanager

from patching import uses
from patching.resources import Attributes, Properties, accepted, adds

put_policy = uses(secretsmanager, "_put_resource_policy")
delete_policy = uses(secretsmanager, "_delete_resource_policy")


def put(secret: str, properties: Properties) -> Attributes:
    """Attach the policy."""
    accepted(put_policy({"SecretId": secret, "ResourcePolicy": json.dumps(properties["ResourcePolicy"])}))
    return {}


def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
    """Attach the policy; its id is that of the secret."""
    return properties["SecretId"], put(properties["SecretId"], properties)


adds(
    "AWS::SecretsManager::ResourcePolicy",
    create,
    lambda secret, properties: delete_policy({"SecretId": secret}),
    put,
)
