"""Servers that the tests call: MiniStack with the gaps closed, as it is, and with the patches of `upstream`."""

import os
import re
import subprocess
import sys
from pathlib import Path

import patches
import pytest
from botocore.exceptions import ClientError
from server import FAILS, PASSES, UNKNOWN, Aws, DeploymentFailedError, Server, timeouts
from xdist.scheduler import LoadScopeScheduling

import gaps

FAILURES = (AssertionError, ClientError, DeploymentFailedError, pytest.fail.Exception)
BARE = pytest.mark.xfail(reason="MiniStack behaves as AWS does: delete this gap", raises=FAILURES, strict=True)
ABLATED = pytest.mark.xfail(reason="its gap is open", raises=FAILURES, strict=False)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--without", choices=gaps.names(), help="run against the emulator without one gap")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    fixture = next((name for name in ("aws", "ministack") if name in metafunc.fixturenames), None)
    if not fixture:
        return
    if metafunc.config.getoption("without"):
        servers = [pytest.param("ablated", marks=ABLATED)]
    elif metafunc.definition.get_closest_marker("control"):
        servers = ["closed", "bare"]
    else:
        servers = ["closed", pytest.param("bare", marks=BARE)]
    test = metafunc.definition.path
    if servers[0] == "closed" and f"{test.parent.name}.{test.stem.removeprefix('test_')}" in patches.by_gap():
        servers.append("patched")
    metafunc.parametrize(fixture, servers, indirect=True, scope="session")


def pytest_runtest_setup(item: pytest.Item) -> None:
    failure = item.get_closest_marker("xfail")
    expected = PASSES if not failure else FAILS if failure.kwargs["strict"] else UNKNOWN
    vars(timeouts).update(vars(expected))


class ByServer(LoadScopeScheduling):
    """Lets one process run the tests of a server, and those of a file with servers of its own."""

    def _split_scope(self, nodeid: str) -> str:
        server = re.search(r"\[(closed|bare|patched)", nodeid)
        return server[1] if server else nodeid.split("::", maxsplit=1)[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByServer:
    return ByServer(config, log)


@pytest.fixture(scope="session")
def patched_ministack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a MiniStack with all patches."""
    folder = patches.copy_of_ministack(tmp_path_factory.mktemp("ministack"))
    for patch in patches.by_gap().values():
        patches.apply(patch, folder)
    return folder


def environment_of(request: pytest.FixtureRequest) -> dict[str, str]:
    """The environment of a process that imports MiniStack, with the patches if the test asks for them."""
    if request.param != "patched":
        return dict(os.environ)
    return {**os.environ, "PYTHONPATH": str(request.getfixturevalue("patched_ministack"))}


@pytest.fixture(scope="session")
def aws(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    without = request.config.getoption("without")
    options = {"closed": [], "ablated": ["--without", without]}.get(request.param, ["--bare"])
    folder = tmp_path_factory.mktemp("emulator")
    with Server(folder, *options, environment=environment_of(request)) as server:
        yield Aws(server)


@pytest.fixture(scope="session")
def ministack(request: pytest.FixtureRequest):
    """Run a script beside MiniStack's modules; what it prints."""
    without = request.config.getoption("without")
    close = {"closed": "gaps.close()", "ablated": f"gaps.close(['{without}'])"}.get(request.param, "")
    environment = environment_of(request)

    def run(script: str) -> str:
        command = [sys.executable, "-c", f"import gaps; {close}\n{script}"]
        package = Path(gaps.__file__).parents[1]
        return subprocess.run(command, cwd=package, env=environment, capture_output=True, text=True, check=True).stdout

    return run
