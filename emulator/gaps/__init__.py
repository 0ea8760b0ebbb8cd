"""Behaviour of AWS that MiniStack lacks: one module for each gap, in a folder for each service.

A module's docstring describes the behaviour of AWS and that of MiniStack. A module whose name begins
with an underscore is shared by the gaps beside it, and is none itself.
"""

import importlib
from collections.abc import Collection
from pathlib import Path

import patching


def names() -> list[str]:
    """Return the names of all gaps, such as `stepfunctions.time_out`, in the order of their application."""
    return sorted(f"{module.parent.name}.{module.stem}" for module in Path(__file__).parent.glob("*/[!_]*.py"))


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
