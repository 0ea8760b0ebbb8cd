"""An execution environment that fails to start.

On AWS, it fails the invocation that it was started for. MiniStack also ends the other environments of
the function, and with them the invocations that run there.
"""

from collections.abc import Callable
from typing import Any

from ministack.core import lambda_runtime

from patching import replaces, uses

kill_workers = uses(lambda_runtime, "kill_workers")


@replaces(lambda_runtime.Worker, "invoke")
def invoke(invoke_worker: Callable, worker: Any, *arguments: Any, **options: Any) -> dict:
    """Invoke a worker; if it does not start, fail only this invocation."""
    try:
        return invoke_worker(worker, *arguments, **options)
    except Exception as error:
        kill_workers([worker])
        return {"status": "error", "error": str(error)}
