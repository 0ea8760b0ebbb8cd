"""Number of the execution environments of a function.

AWS starts an environment for each invocation that finds none free, and ends idle ones. MiniStack keeps
the first one of each function forever. Each is a process of 70 MB, and more processes than cores are no faster.

With this gap closed, an invocation waits for one of three environments. Another one starts if all are
busy for two seconds, as they may wait for each other. All end if they are idle.
"""

import threading
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from patching import register, replaces, uses

POOL_SIZE = 3
MAX_WAIT = 2.0
"""Seconds after which a function gets one more environment."""
IDLE_TIMEOUT = 20.0
"""Seconds after which an idle environment ends."""

key_of = uses(lambda_runtime, "_worker_key")
lock = uses(lambda_runtime, "_lock")
pools = uses(lambda_runtime, "_workers")

released: dict[str, threading.Condition] = defaultdict(threading.Condition)
started: dict[str, float] = defaultdict(float)
"""Times of the last start of an environment beyond the pool size, by function."""


@replaces(lambda_svc, "acquire_worker")
def acquire_worker(acquire: Callable, name: str, config: dict, code: bytes, qualifier: str = "$LATEST") -> tuple:
    """Return a free environment, or a new one."""
    key = key_of(name, config, qualifier)
    since = time.monotonic()
    with released[key]:
        while is_busy(key):
            wait = max(since, started[key]) + MAX_WAIT - time.monotonic()
            if wait <= 0:
                started[key] = time.monotonic()
                break
            released[key].wait(wait)
        return acquire(name, config, code, qualifier=qualifier)


def is_busy(key: str) -> bool:
    """Return True if a function has a full pool of environments, and none is free."""
    with lock:
        pool = pools.get(key, [])
        return len(pool) >= POOL_SIZE and all(worker.in_use for worker in pool)


@replaces(lambda_svc, "release_worker")
def release_worker(release: Callable, worker: Any) -> None:
    """Return an environment to those that are free."""
    release(worker)
    if worker:
        worker.last_used = time.time()
        key = key_of(worker.func_name, worker.config, worker.config.get("Version", "$LATEST"))
        with released[key]:
            released[key].notify()


@replaces(lambda_runtime, "reap_idle_workers")
def end_idle(_: Callable, seconds: float = IDLE_TIMEOUT) -> int:
    """End the environments that are idle for some seconds; their number."""
    now = time.time()
    with lock:
        idle = {each for pool in pools.values() for each in pool if not each.in_use and now - each.last_used >= seconds}
        for pool in pools.values():
            pool[:] = [worker for worker in pool if worker not in idle]
    lambda_runtime.kill_workers(idle)
    return len(idle)


def end_idle_ones() -> None:
    """End idle environments, as long as the emulator runs."""
    while True:
        time.sleep(IDLE_TIMEOUT / 4)
        lambda_runtime.reap_idle_workers()


register(lambda: threading.Thread(target=end_idle_ones, daemon=True).start(), __name__)
