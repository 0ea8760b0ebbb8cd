"""Wildcards of policies.

Those of AWS match any characters. Those of MiniStack do not match line breaks, so no pattern matches a key that
contains one.
"""

import functools
import re
from collections.abc import Callable

from ministack.core import iam_evaluator

from patching import replaces


@replaces(iam_evaluator, "_fnmatch_compile")
@functools.cache
def compile_pattern(compile_for_lines: Callable, pattern: str, ignore_case: bool) -> re.Pattern:
    """Compile a pattern with wildcards that match any characters."""
    compiled = compile_for_lines(pattern, ignore_case)
    return re.compile(compiled.pattern, compiled.flags | re.DOTALL)
