"""The reference to a secret in a template.

On AWS, `Ref` of a secret is its ARN, which policies use. In MiniStack it is the name.
"""

from typing import Any

from ministack.services import secretsmanager

from patching import register, uses
from patching.resources import Attributes, handler_of

resolve = uses(secretsmanager, "_resolve")
handler = handler_of("AWS::SecretsManager::Secret")


def name_of(arn: str) -> str:
    """The name of a secret by its ARN; the ARN if the secret does not exist."""
    name: str | None = resolve(arn)[0]
    return name or arn


def refer_by_arn() -> None:
    """Return the ARN as the physical id of a secret."""
    create, update, delete = handler["create"], handler["update"], handler["delete"]

    def by_arn(result: tuple[str, Attributes]) -> tuple[str, Attributes]:
        return result[1]["Arn"], result[1]

    def update_by_arn(arn: str, *rest: Any) -> tuple[str, Attributes]:
        return by_arn(update(name_of(arn), *rest))

    handler["create"] = lambda *arguments: by_arn(create(*arguments))
    handler["update"] = update_by_arn
    handler["delete"] = lambda arn, properties: delete(name_of(arn), properties)


register(refer_by_arn, __name__)
