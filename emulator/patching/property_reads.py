"""Properties that templates set and the emulator never reads, found by tracking the reads."""

import copy
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ministack.services.cloudformation import stacks

from . import apply, replaces


class Tracked(dict):
    """A dictionary that remembers which of its keys were read; a copy reads all of them."""

    def __init__(self, values: dict) -> None:
        super().__init__({key: tracked(value) for key, value in values.items()})
        self.read: set[str] = set()

    def __deepcopy__(self, memo: dict) -> dict:
        return {key: copy.deepcopy(value, memo) for key, value in self.items()}


def remember(method: str, *, all_keys: bool) -> None:
    """Let a method of dictionaries remember the key that it reads, its first argument, or all keys."""
    original = getattr(dict, method)

    def call(values: Tracked, *arguments: Any) -> Any:
        values.read.update(values.keys() if all_keys else arguments[:1])
        return original(values, *arguments)

    setattr(Tracked, method, call)


for name in ("__getitem__", "get", "pop"):
    remember(name, all_keys=False)
for name in ("__iter__", "__or__", "copy", "items", "values"):
    remember(name, all_keys=True)


def tracked(value: Any) -> Any:
    """A value with tracked dictionaries."""
    if isinstance(value, dict):
        return Tracked(value)
    return [tracked(each) for each in value] if isinstance(value, list) else value


def parts(value: Any, path: str = "") -> Iterator[tuple[str, Tracked]]:
    """The tracked dictionaries in a value, each with the dotted path before its keys."""
    if isinstance(value, list):
        for each in value:
            yield from parts(each, path)
    elif isinstance(value, Tracked):
        yield path, value
        for key in value.keys():  # noqa: SIM118 (an iteration over the dictionary reads it)
            yield from parts(dict.__getitem__(value, key), f"{path}{key}.")


_found: dict[str, bool] = {}
_report = Path()


@replaces(stacks, "_provision_resource")
def provision(create: Callable, resource_type: str, logical_id: str, properties: dict, stack: str) -> Any:
    """Create a resource, and write the report again."""
    seen = Tracked(properties)
    result = create(resource_type, logical_id, seen, stack)
    watched = [(path, list(part.keys()), part.read, weakref.ref(part)) for path, part in parts(seen)]
    del seen
    for path, keys, read, part in watched:
        for key in keys:
            place = f"{resource_type} {path}{key}"
            # A dictionary that outlives the creation is in the state of the service, which reads it later.
            _found[place] = _found.get(place, False) or key in read or part() is not None
    unread = sorted(place for place, was_read in _found.items() if not was_read)
    _report.write_text("".join(f"{place}\n" for place in unread if place.rpartition(".")[0] not in unread))
    return result


def track(report: Path) -> None:
    """Write what no created resource of a type has read so far to a file: a type and a path in each line."""
    global _report  # noqa: PLW0603
    _report = report
    apply(__name__)
