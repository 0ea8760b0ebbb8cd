"""Write the fingerprints again, after every gap was checked against a new version of MiniStack."""

import importlib

import gaps

from . import fingerprints


def load() -> None:
    """Import all that rests on MiniStack."""
    gaps.load()
    for module in ("inspected_function", "kept_data", "property_reads"):
        importlib.import_module(f"patching.{module}")


fingerprints.write(load)
