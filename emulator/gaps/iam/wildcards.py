"""Wildcards of policies.

Those of AWS match any characters. Those of MiniStack do not match line breaks, so no pattern matches a key that
contains one.
"""

import functools
import re
from collections.abc import Callable

from ministack.core import iam_evaluator

from patching import replaces


@functools.cache
def across_lines(pattern: re.Pattern) -> re.Pattern:
    """The pattern, with a dot that matches line breaks too."""
    return re.compile(pattern.pattern, pattern.flags | re.DOTALL)


@replaces(iam_evaluator, "_fnmatch_compile")
def compile_pattern(compile_lines: Callable, pattern: str, ignore_case: bool) -> re.Pattern:
    """Compile a pattern with wildcards that match any characters."""
    return across_lines(compile_lines(pattern, ignore_case))
