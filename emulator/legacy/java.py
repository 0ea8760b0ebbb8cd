"""Values of templates that behave as Java's do."""

import re
from typing import Any

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can hold and UTF-8 cannot."""


class JavaMap(dict):
    """A JSON object, as Java prints it."""

    def __missing__(self, key: object) -> None:
        return None

    def __str__(self) -> str:
        return "{" + ", ".join(f"{key}={text(value)}" for key, value in self.items()) + "}"


class JavaList(list):
    """A JSON array, as Java prints it."""

    def __getitem__(self, index: Any) -> Any:
        return super().__getitem__(index) if 0 <= index < len(self) else None

    def __str__(self) -> str:
        return "[" + ", ".join(text(value) for value in self) + "]"


def text(value: Any) -> str:
    """A value as a template prints it."""
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def java(value: Any) -> Any:
    """A JSON value with objects and arrays that behave as Java's."""
    if isinstance(value, dict):
        return JavaMap((key, java(inner)) for key, inner in value.items())
    if isinstance(value, list | tuple):
        return JavaList(java(inner) for inner in value)
    if isinstance(value, str) and LONE_SURROGATE.search(value):
        return value.encode("utf-8", "replace").decode()
    return value


def replacement(pattern: str) -> Any:
    """Java's replacement text: `$1` is a group, and a backslash escapes the next character."""
    parts = re.findall(r"\\(.)|\$(\d)|([^\\$]+)", pattern, re.DOTALL)
    return lambda match: "".join(
        match.group(int(g)) or "" if g else literal + plain for literal, g, plain in parts
    )


def split(value: str, pattern: str) -> JavaList:
    """Java's split, which drops empty parts at the end."""
    parts = re.split(pattern, value)
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return JavaList(parts)


def put(container: Any, key: Any, value: Any) -> Any:
    """Java's put and set, which return the old value."""
    old, container[key] = container[key], value
    return old


STRING_METHODS = {
    "length": len,
    "isEmpty": lambda s: not s,
    "equals": lambda s, other: s == other,
    "equalsIgnoreCase": lambda s, other: s.lower() == str(other).lower(),
    "contains": lambda s, part: part in s,
    "startsWith": lambda s, part: s.startswith(part),
    "endsWith": lambda s, part: s.endswith(part),
    "indexOf": lambda s, part: s.find(part),
    "lastIndexOf": lambda s, part: s.rfind(part),
    "charAt": lambda s, index: s[index],
    "substring": lambda s, start, end=None: s[start:end],
    "concat": lambda s, other: s + other,
    "replace": lambda s, old, new: s.replace(old, new),
    "replaceAll": lambda s, pattern, new: re.sub(pattern, replacement(new), s),
    "replaceFirst": lambda s, pattern, new: re.sub(pattern, replacement(new), s, count=1),
    "matches": lambda s, pattern: re.fullmatch(pattern, s) is not None,
    "split": split,
    "trim": lambda s: s.strip(),
    "toLowerCase": lambda s: s.lower(),
    "toUpperCase": lambda s: s.upper(),
    "toString": lambda s: s,
}
COLLECTION_METHODS = {"size": len, "isEmpty": lambda c: not c, "toString": text}
LIST_METHODS = COLLECTION_METHODS | {
    "get": lambda items, index: items[index],
    "contains": lambda items, item: item in items,
    "add": lambda items, item: items.append(item) is None,
    "set": put,
}
MAP_METHODS = COLLECTION_METHODS | {
    "get": lambda m, key: m[key],
    "put": put,
    "putAll": lambda m, other: m.update(other),
    "containsKey": lambda m, key: key in m,
    "keySet": lambda m: JavaList(m),
    "values": lambda m: JavaList(m.values()),
    "entrySet": lambda m: JavaList(JavaMap(key=key, value=value) for key, value in m.items()),
    "remove": lambda m, key: m.pop(key, None),
}
METHODS = {str: STRING_METHODS, JavaList: LIST_METHODS, JavaMap: MAP_METHODS}
