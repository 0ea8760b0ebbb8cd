"""The policy of a secret as a resource of a template.

AWS attaches it to the secret. MiniStack has the calls, but not the type.
"""

import json

from ministack.services import secretsmanager

from patching import uses
from patching.resources import Properties, accepted, adds

put_policy = uses(secretsmanager, "_put_resource_policy")
delete_policy = uses(secretsmanager, "_delete_resource_policy")


def put(secret: str, properties: Properties) -> None:
    """Attach the policy."""
    accepted(put_policy({"SecretId": secret, "ResourcePolicy": json.dumps(properties["ResourcePolicy"])}))


adds(
    "AWS::SecretsManager::ResourcePolicy",
    lambda properties: properties["SecretId"],
    lambda secret, properties: delete_policy({"SecretId": secret}),
    put,
)
