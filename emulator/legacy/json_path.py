"""JSONPath for templates and parameter mappings of REST APIs."""

import re
from typing import Any

STEP = re.compile(
    r"""\.(?P<deep>\.)?(?P<name>[^.\[\]()\s]+)(?P<call>\(\))?
      | (?P<from>\.\.)?\[\s*(?:'(?P<single>[^']*)'|"(?P<double>[^"]*)"|(?P<index>-?\d+)|(?P<all>\*))\s*\]""",
    re.VERBOSE,
)


def children(node: Any) -> list:
    """The direct members of a value."""
    if isinstance(node, dict):
        return list(node.values())
    return list(node) if isinstance(node, list) else []


def descendants(node: Any) -> list:
    """A value and all values inside it."""
    return [node, *(inner for child in children(node) for inner in descendants(child))]


def select(nodes: list, key: str | int | None) -> list:
    """The members of the values with that name or index; all members if none is given."""
    if key is None:
        return [child for node in nodes for child in children(node)]
    if isinstance(key, int):
        return [n[key] for n in nodes if isinstance(n, list) and -len(n) <= key < len(n)]
    return [node[key] for node in nodes if isinstance(node, dict) and key in node]


def find(document: Any, path: str) -> Any:
    """Value of a path in a document: None if it is absent, a list if the path can match several."""
    path = path.strip()
    if not path.startswith("$"):
        raise ValueError(f"'{path}' is no JSONPath: it starts with no $")
    nodes, several, position = [document], False, 1
    while position < len(path):
        step = STEP.match(path, position)
        if not step:
            raise ValueError(f"'{path}' is no JSONPath that is known here, from '{path[position:]}'")
        position = step.end()
        if step["call"]:
            nodes = [len(node) for node in nodes if isinstance(node, list | dict)]
            continue
        if step["deep"] or step["from"]:
            nodes, several = [inner for node in nodes for inner in descendants(node)], True
        everything = step["all"] or step["name"] == "*"
        several = several or bool(everything)
        key = step["name"] or step["single"] or step["double"] or ""
        nodes = select(nodes, None if everything else int(step["index"]) if step["index"] else key)
    if several:
        return nodes
    return nodes[0] if nodes else None
