"""Write the fingerprints anew, after every gap was checked against a new version of MiniStack."""

import importlib

import gaps

from . import fingerprints


def load() -> None:
    """Import all that rests on MiniStack."""
    gaps.load()
    importlib.import_module("patching.inspected_function")
    importlib.import_module("patching.kept_data")
    importlib.import_module("patching.property_reads")


fingerprints.write(load)
