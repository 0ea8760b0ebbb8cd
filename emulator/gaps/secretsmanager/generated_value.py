"""Punctuation in the value that CloudFormation generates for a secret.

AWS leaves it out if `ExcludePunctuation` is set. MiniStack ignores that property.
"""

import string
from collections.abc import Callable

from ministack.services.cloudformation import provisioners

from patching import replaces
from patching.resources import Properties


@replaces(provisioners, "_sm_secret_string")
def generate(generate_value: Callable, properties: Properties) -> str:
    """Generate the value without the excluded characters."""
    options = properties.get("GenerateSecretString") or {}
    if options.get("ExcludePunctuation"):
        excluded = options.get("ExcludeCharacters", "") + string.punctuation
        properties = {**properties, "GenerateSecretString": {**options, "ExcludeCharacters": excluded}}
    return generate_value(properties)
