"""Logs of an invocation.

AWS answers as soon as the handler returns, and keeps every line of its log. MiniStack waits 50 ms for
a first line, and loses lines that come later.
"""

import contextlib
import queue
from collections.abc import Callable
from typing import Any

from ministack.core import lambda_runtime

from patching import edits, replaces

END_OF_LOG = "-- end of the log of an invocation --"

TIMEOUT = 1.0
"""Seconds after which a log without an end, as of a worker that was killed, is taken as it is."""

WRITER = "const _realStdoutWrite = process.stdout.write.bind(process.stdout);"

WRITER_THAT_ENDS_THE_LOG = f"""
const _answer = process.stdout.write.bind(process.stdout);
const _realStdoutWrite = (line) => {{
  if (!line.includes('"status":"ready"')) process.stderr.write("{END_OF_LOG}\\n");
  return _answer(line);
}};
"""


@edits(lambda_runtime, "_NODEJS_WORKER_SCRIPT")
def mark_end(script: str) -> str:
    """Let the Node worker mark the end of an invocation's log before it answers."""
    return script.replace(WRITER, WRITER_THAT_ENDS_THE_LOG)


@replaces(lambda_runtime.Worker, "_drain_stderr_bounded")
def drain_to_end(drain: Callable, worker: Any) -> str:
    """Read the log of a Node worker until its end."""
    if not worker.config.get("Runtime", "").startswith("nodejs"):
        return drain(worker)
    lines: list[str] = []
    with contextlib.suppress(queue.Empty):
        while (line := worker._stderr_queue.get(timeout=TIMEOUT)) != END_OF_LOG:
            lines.append(line)
    return "\n".join(lines)
