"""Environments of a function whose code or configuration is replaced.

AWS lets the invocations under way end in the environments of the old version, and starts environments
of the new version for all others. MiniStack ends all environments, with the invocations that run there,
and lets the caller wait for their end. An invocation that began before the change, but whose environment
starts after it, leaves an environment of the old version to later ones.
"""

import threading
from collections.abc import Callable, Iterable
from typing import Any

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from patching import replaces, uses

uses(lambda_runtime, "invalidate_worker")
key_of = uses(lambda_runtime, "_worker_key")
lock = uses(lambda_runtime, "_lock")
pools = uses(lambda_runtime, "_workers")

old: set[Any] = set()
"""Environments that end with their invocation."""


@replaces(lambda_runtime, "kill_workers")
def end_workers(kill: Callable, workers: Iterable[Any]) -> None:
    """End environments, without waiting for it: each when its invocation has ended."""
    with lock:
        busy = {worker for worker in workers if worker.in_use}
        old.update(busy)
    threading.Thread(target=kill, args=(set(workers) - busy,), daemon=True).start()


@replaces(lambda_svc, "acquire_worker")
def acquire_worker(acquire: Callable, name: str, config: dict, code: bytes, **options: Any) -> tuple:
    """Return an environment; one of an old version serves only this invocation."""
    worker, reason = acquire(name, config, code, **options)
    current = lambda_svc._functions.get(name)
    if current and config.get("Version") == "$LATEST" and worker.code_zip is not current["code_zip"]:
        old.add(worker)
        with lock:
            pool = pools.get(key_of(name, config, "$LATEST"), [])
            pool[:] = [each for each in pool if each is not worker]
    return worker, reason


@replaces(lambda_svc, "release_worker")
def release_worker(release: Callable, worker: Any) -> None:
    """Return an environment after an invocation, or end it."""
    release(worker)
    if worker in old:
        old.discard(worker)
        lambda_runtime.kill_workers([worker])
