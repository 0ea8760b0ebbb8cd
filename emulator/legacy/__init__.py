"""Behaviour of AWS that MiniStack 1.5.33 lacks: one function for each patch.

The docstring of each function describes the behaviour of AWS and that of MiniStack. The function
changes MiniStack in memory, never on disk, and fails the start if the code that it changes does not exist.
"""

from . import (
)

MODULES = (
)


def close_all() -> None:
    """Apply every patch. Call it once, before the server starts."""
    for module in MODULES:
        module.close()
