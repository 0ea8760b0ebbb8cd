"""Behaviour of AWS that MiniStack lacks: one module for each gap, in a package for each service.

A module's docstring describes the behaviour of AWS and that of MiniStack. A module whose name begins
with an underscore is shared by the gaps beside it, and is none itself.
"""

import importlib
import pkgutil
from collections.abc import Collection

import patching


def names() -> list[str]:
    """Return the names of all gaps, such as `stepfunctions.time_out`, in the order of their application."""
    found = (module.name.removeprefix(f"{__name__}.") for module in pkgutil.walk_packages(__path__, f"{__name__}."))
    return sorted(name for name in found if "." in name and "._" not in name)


def load() -> None:
    """Import every gap, which checks the parts of MiniStack that it rests on."""
    for name in names():
        importlib.import_module(f"{__name__}.{name}")


def close(without: Collection[str] = ()) -> None:
    """Apply the gaps except those named. Call it once, before the server starts."""
    load()
    for name in names():
        if name not in without:
            patching.apply(f"{__name__}.{name}")
