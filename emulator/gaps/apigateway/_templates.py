"""Mapping templates of REST APIs, in Velocity, with the variables that templates of the platform use."""

import base64
import functools
import json
import urllib.parse
from typing import Any

import airspeed
from ministack.services import stepfunctions

from patching import uses

value_at = uses(stepfunctions, "_resolve_path")


class Supported(dict):
    """Members of a variable. A template that uses another member fails."""

    def __missing__(self, name: str) -> Any:
        """Fail loudly; the engine would print the name of the variable."""
        raise NotImplementedError(f"The emulator does not support '{name}' in templates and mappings")


UTIL = Supported(
    base64Encode=lambda text: base64.b64encode(text.encode("utf-8", "replace")).decode(),
    urlDecode=urllib.parse.unquote_plus,
)
parsed = functools.lru_cache(maxsize=64)(airspeed.Template)


def render(template: str, body: bytes, context: dict[str, Any]) -> bytes:
    """Render a template for a body; `context` is its $context, which it can change."""
    document = functools.cache(lambda: json.loads(body))

    def json_at(path: str) -> str:
        return json.dumps(value_at(path, document()), separators=(",", ":"), ensure_ascii=False)

    source = Supported(path=lambda path: value_at(path, document()), json=json_at)
    rendered = parsed(template).merge(Supported(context=context, input=source, util=UTIL))
    return rendered.encode("utf-8", "replace")
