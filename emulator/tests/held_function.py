"""A function whose invocations last until a test releases them."""

import contextlib
from collections.abc import Iterator

from server import Aws

HOLD = """
const fs = require('node:fs');
const held = `${require('node:os').tmpdir()}/held/${process.env.AWS_LAMBDA_FUNCTION_NAME}`;
fs.mkdirSync(`${held}/${process.pid}`, { recursive: true });
while (!fs.existsSync(`${held}/released`)) await new Promise((resolve) => setTimeout(resolve, 20));
"""
"""Code that begins the body of a handler."""


class HeldFunction:
    """A function whose handler begins with `HOLD`."""

    def __init__(self, aws: Aws, function: str) -> None:
        self.arn = function
        self.folder = aws.server.log.parent / "tmp" / "held" / function.rsplit(":", 1)[-1]

    def environments(self) -> int:
        """The number of environments that an invocation began in."""
        return len([path for path in self.folder.glob("*") if path.name.isdigit()])

    def release(self) -> None:
        """End the invocations under way, and hold no later ones."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "released").touch()

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """A context at whose end the invocations are released."""
        try:
            yield
        finally:
            self.release()
