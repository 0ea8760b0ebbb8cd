"""Policies of roles.

MiniStack parses every policy of a role twice for each call. With this gap closed, it parses a text once.
"""

import functools
from collections.abc import Callable

from ministack.core import iam_evaluator

from patching import replaces


@replaces(iam_evaluator, "parse_policy_document")
def parse(parse_document: Callable, document: str | dict) -> list:
    """Parse a policy, or return what was parsed from the same text."""
    return parse_once(parse_document, document) if isinstance(document, str) else parse_document(document)


@functools.lru_cache(maxsize=1024)
def parse_once(parse_document: Callable, document: str) -> list:
    """Parse the text of a policy."""
    return parse_document(document)
