"""A function that a debugger can connect to.

It has one environment, so that every invocation stops at a breakpoint. The environment starts with the
deployment and does not end when it is idle, and an invocation has no time limit.
"""

import contextlib
import os
import threading
import time
from collections.abc import Callable
from typing import Any

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from . import apply, replaces, uses

DAY = 86_400
INTERVAL = 0.5

key_of = uses(lambda_runtime, "_worker_key")
lock = uses(lambda_runtime, "_lock")
pools = uses(lambda_runtime, "_workers")
functions = uses(lambda_svc, "_functions")
ensure_spawned = uses(lambda_runtime, "ensure_spawned")

inspected: dict[str, str] = {}
"""Addresses of the debugger by the service name of the function, the only one."""
turn = threading.Lock()


def service_name(config: dict) -> Any:
    """Return the name that a function has in its logs."""
    return config.get("Environment", {}).get("Variables", {}).get("POWERTOOLS_SERVICE_NAME")


@replaces(lambda_svc, "acquire_worker")
def acquire_worker(acquire: Callable, name: str, config: dict, code: bytes, qualifier: str = "$LATEST") -> Any:
    """Wait for the only environment of the inspected function."""
    address = inspected.get(service_name(config))
    if not address:
        return acquire(name, config, code, qualifier=qualifier)
    with turn:
        while is_busy(key_of(name, config, qualifier)):
            time.sleep(INTERVAL / 10)
        options = f"{os.environ.get('NODE_OPTIONS', '')} --inspect={address}"
        variables = {**config["Environment"]["Variables"], "NODE_OPTIONS": options}
        debugged = {**config, "Timeout": DAY, "Environment": {"Variables": variables}}
        return acquire(name, debugged, code, qualifier=qualifier)


def is_busy(key: str) -> bool:
    """Return True if an environment of a function is in use."""
    with lock:
        return any(worker.in_use for worker in pools.get(key, []))


def keep_started() -> None:
    """Start the environment again when the function's code was replaced, as long as the emulator runs."""
    while True:
        time.sleep(INTERVAL)
        for _, function in list(functions.all_items()):
            config, code = function["config"], function.get("code_zip")
            name = config["FunctionName"]
            if not code or service_name(config) not in inspected or is_busy(key_of(name, config, "$LATEST")):
                continue
            # The first invocation reports the error of code that does not start.
            with contextlib.suppress(Exception):
                worker, _ = lambda_svc.acquire_worker(name, config, code)
                try:
                    ensure_spawned(worker)
                finally:
                    lambda_svc.release_worker(worker)


def inspect(name: str, port: int) -> None:
    """Let a debugger connect to the function with a service name. Call it after the gaps are closed."""
    inspected[name] = f"127.0.0.1:{port}"
    apply(__name__)
    threading.Thread(target=keep_started, daemon=True).start()
