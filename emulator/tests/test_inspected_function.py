import concurrent.futures
import json
import socket
import urllib.request
from collections.abc import Iterator

import pytest
from server import Aws, Server, code_of, eventually

SERVICE = {"Variables": {"POWERTOOLS_SERVICE_NAME": "orders/inspected"}}


@pytest.fixture(scope="module")
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def inspecting(port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aws]:
    """An emulator that lets a debugger connect to the function."""
    folder = tmp_path_factory.mktemp("inspecting")
    with Server(folder, "--inspect", "orders/inspected", "--inspector-port", str(port)) as server:
        yield Aws(server)


@pytest.fixture(scope="module")
def function(inspecting: Aws) -> str:
    body = "await new Promise((resolve) => setTimeout(resolve, 1_500)); return process.pid;"
    inspecting.function("return 'other';", Environment={"Variables": {"POWERTOOLS_SERVICE_NAME": "orders/other"}})
    return inspecting.function(body, Environment=SERVICE, Timeout=1)


def target(port: int) -> dict | None:
    """The target that a debugger finds, if there is one."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as answer:
            return json.load(answer)[0]
    except OSError:
        return None


def test_a_debugger_finds_the_function_before_its_first_invocation(function: str, port: int) -> None:
    assert eventually(lambda: target(port))["title"].endswith("_worker.js")


def test_invocations_take_turns_in_one_environment_without_a_time_limit(inspecting: Aws, function: str) -> None:
    def invoke(_: int) -> bytes:
        return inspecting("lambda").invoke(FunctionName=function)["Payload"].read()

    with concurrent.futures.ThreadPoolExecutor() as pool:
        processes = set(pool.map(invoke, range(2)))
    assert len(processes) == 1
    assert int(processes.pop()) > 0


def test_a_debugger_finds_the_function_again_after_its_code_was_replaced(
    inspecting: Aws, function: str, port: int
) -> None:
    before = eventually(lambda: target(port))
    inspecting("lambda").update_function_code(FunctionName=function, ZipFile=code_of("return 'replaced';"))
    assert eventually(lambda: (target(port) or before)["id"] != before["id"])
    assert inspecting("lambda").invoke(FunctionName=function)["Payload"].read() == b'"replaced"'
