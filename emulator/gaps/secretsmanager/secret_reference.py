"""The reference to a secret in a template.

On AWS, `Ref` of a secret is its ARN, which policies use. In MiniStack it is the name.
"""

from typing import Any

from ministack.services import secretsmanager

from patching import register, uses
from patching.resources import Attributes, handler_of

resolve = uses(secretsmanager, "_resolve")
handler = handler_of("AWS::SecretsManager::Secret")


def name_of(arn: str) -> Any:
    """The name of a secret by its ARN; the ARN if the secret does not exist."""
    return resolve(arn)[0] or arn


def by_arn(result: tuple[str, Attributes]) -> tuple[str, Attributes]:
    """The result of a creation or update, with the ARN as the physical id."""
    return result[1]["Arn"], result[1]


create, update, delete = handler["create"], handler["update"], handler["delete"]
references = {
    "create": lambda *arguments: by_arn(create(*arguments)),
    "update": lambda arn, *rest: by_arn(update(name_of(arn), *rest)),
    "delete": lambda arn, properties: delete(name_of(arn), properties),
}
register(lambda: handler.update(references), __name__)
