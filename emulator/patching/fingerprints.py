"""Fingerprints of the parts of MiniStack that gaps rest on."""

import hashlib
import inspect
import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[1] / "fingerprints.json"

_known: dict[str, str] = json.loads(FILE.read_text()) if FILE.exists() else {}
_seen: dict[str, str] = {}


class MiniStackChangedError(RuntimeError):
    """MiniStack is not the version that the gaps were written for."""


def fingerprint(value: Any) -> str:
    """The first half of the SHA-256 of the source of a function or class, of a string, or of a type's name."""
    if inspect.isfunction(value) or inspect.isclass(value):
        text = inspect.getsource(value)
    else:
        text = value if isinstance(value, str) else type(value).__name__
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def gap_that_asks() -> str:
    """The gap whose import reaches this function."""
    modules = (frame.frame.f_globals.get("__name__", "") for frame in inspect.stack(context=0))
    return next((name.removeprefix("gaps.") for name in modules if name.startswith("gaps.")), "a gap")


def uses(holder: Any, name: str) -> Any:
    """A function, class or value of MiniStack that a gap calls or reads, as MiniStack has it.

    Raises MiniStackChangedError if it does not exist or its fingerprint is not the known one.
    """
    owner = f"{holder.__module__}.{holder.__qualname__}" if inspect.isclass(holder) else holder.__name__
    place = f"{owner}.{name}"
    if not hasattr(holder, name):
        raise MiniStackChangedError(
            f"{place} does not exist in this version of MiniStack: adapt the gap {gap_that_asks()} or delete it."
        )
    return check_value(place, getattr(holder, name))


def check_value(place: str, value: Any) -> Any:
    """Return a value of MiniStack if its fingerprint is the known one."""
    _seen[place] = fingerprint(value)
    if _known.get(place) != _seen[place]:
        raise MiniStackChangedError(
            f"{place} is not as it was when the gap {gap_that_asks()} was written. Compare the two versions, "
            "run the gap's tests, then run `npm run emulator:fingerprints`."
        )
    return value
