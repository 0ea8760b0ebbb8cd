"""The changes that gaps make to MiniStack in memory: registered when a gap is imported, then applied."""

import functools
from collections.abc import Callable
from typing import Any

from .fingerprints import uses

__all__ = ["apply", "edits", "register", "replaces", "uses"]

_changes: dict[str, list[Callable[[], None]]] = {}


def register(change: Callable[[], None], gap: str) -> None:
    """Add a change to a gap, the module of that name."""
    _changes.setdefault(gap, []).append(change)


def apply(gap: str) -> None:
    """Make the changes of a gap."""
    for change in _changes[gap]:
        change()


def replaces(holder: Any, name: str) -> Callable[[Callable], Callable]:
    """Replace a function of a module or class; the decorated one gets the function it replaces first.

    If several gaps replace the same function, the last one that is applied is called first.
    """
    uses(holder, name)

    def decorate(replacement: Callable) -> Callable:
        def change() -> None:
            replaced = getattr(holder, name)

            @functools.wraps(replaced)
            def call(*arguments: Any, **options: Any) -> Any:
                return replacement(replaced, *arguments, **options)

            setattr(holder, name, call)

        register(change, replacement.__module__)
        return replacement

    return decorate


def edits(holder: Any, name: str) -> Callable[[Callable[[Any], Any]], Callable[[Any], Any]]:
    """Replace a value of a module, such as a script, by what the decorated function makes of it."""
    uses(holder, name)

    def decorate(edit: Callable[[Any], Any]) -> Callable[[Any], Any]:
        register(lambda: setattr(holder, name, edit(getattr(holder, name))), edit.__module__)
        return edit

    return decorate
