"""Signatures of requests over HTTP/2.

AWS verifies the `:authority` header, which SDKs sign on HTTP/2 (the Kinesis client does). MiniStack looks for a
header of that name, which the server has renamed to host.
"""

from collections.abc import Callable

from ministack.core import sigv4

from patching import replaces


@replaces(sigv4, "build_canonical_headers")
def build(build_headers: Callable, headers: dict, signed: str) -> str:
    """Build the canonical headers with the authority of the request."""
    return build_headers({**headers, ":authority": headers.get("host", "")}, signed)
