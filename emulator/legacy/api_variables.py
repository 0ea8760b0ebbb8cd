"""The variables of a REST API's templates: $input, $util, $context and $stageVariables."""

import base64
import json
import urllib.parse
from typing import Any

from . import json_path
from .java import JavaMap, java, text
from .vtl import RefusedInputError

ESCAPES = {"\b": "\\b", "\n": "\\n", "\t": "\\t", "\f": "\\f", "\r": "\\r"}
PUNCTUATION = "'\"\\/"


def refuse_constant(name: str) -> None:
    """Refuse NaN and Infinity, which Python accepts as JSON."""
    raise ValueError(f"{name} is no JSON")


def parse(document: str) -> Any:
    """A parsed JSON text, with objects and arrays that behave as Java's."""
    return java(json.loads(document, parse_constant=refuse_constant))


def json_text(value: Any) -> str:
    """A value as JSON, in one line."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def escape_java_script(value: Any) -> str:
    """Escape quotes, backslash, slash, control and non-ASCII characters, as Apache's StringEscapeUtils does."""

    def escape(character: str) -> str:
        if character in PUNCTUATION:
            return "\\" + character
        if " " <= character <= "~":
            return character
        units = character.encode("utf-16-be", "surrogatepass").hex().upper()
        return ESCAPES.get(character) or "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))

    return "".join(map(escape, text(value)))


class Util:
    """$util."""

    escapeJavaScript = staticmethod(escape_java_script)  # noqa: N815
    parseJson = staticmethod(lambda document: parse(text(document)))  # noqa: N815

    @staticmethod
    def base64Encode(value: Any) -> str:  # noqa: N802
        return base64.b64encode(text(value).encode("utf-8", "replace")).decode()

    @staticmethod
    def base64Decode(value: Any) -> str:  # noqa: N802
        return base64.b64decode(text(value)).decode("utf-8", "replace")

    @staticmethod
    def urlEncode(value: Any) -> str:  # noqa: N802
        return urllib.parse.quote_plus(text(value), safe="*").replace("~", "%7E")

    @staticmethod
    def urlDecode(value: Any) -> str:  # noqa: N802
        return urllib.parse.unquote_plus(text(value))


class Input:
    """$input: the body, and the request's parameters."""

    def __init__(self, body: str, path: dict, querystring: dict, header: dict) -> None:
        self.body = body
        self._parameters = java({"path": path, "querystring": querystring, "header": header})
        self._document: Any = None

    def document(self) -> Any:
        """The body as JSON; an empty object if there is none."""
        if self._document is None:
            try:
                self._document = parse(self.body) if self.body.strip() else JavaMap()
            except (ValueError, RecursionError):
                raise RefusedInputError("Could not parse request body into json") from None
        return self._document

    def path(self, path: str) -> Any:
        """Value of a JSONPath in the body, as an object."""
        return java(json_path.find(self.document(), path))

    def json(self, path: str) -> str:
        """Value of a JSONPath in the body, as JSON; an empty text if it is absent."""
        value = json_path.find(self.document(), path)
        return json_text("" if value is None else value)

    def params(self, name: str | None = None) -> Any:
        """A parameter of the path, the query string or the headers, in this order; all without a name."""
        if name is None:
            return self._parameters
        for place in ("path", "querystring"):
            if name in self._parameters[place]:
                return self._parameters[place][name]
        headers = self._parameters["header"]
        return next((value for key, value in headers.items() if key.lower() == name.lower()), "")
