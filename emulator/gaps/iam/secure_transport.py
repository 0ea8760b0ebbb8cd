"""The condition `aws:SecureTransport`.

On AWS, clients use TLS, and `enforceSSL` policies deny other requests. Clients reach MiniStack over plain HTTP on
the loopback interface, so each of these policies would deny them. Here such requests count as secure.
"""

from collections.abc import Callable

from ministack import app

from patching import replaces


@replaces(app, "pin_request_origin")
def pin(pin_origin: Callable, source_address: str, secure: bool) -> None:
    """Count the request as secure."""
    pin_origin(source_address, True)
