"""Servers that the tests call: MiniStack with the gaps closed, and MiniStack as it is."""

import subprocess
import sys
from pathlib import Path

import pytest
from botocore.exceptions import ClientError
from server import Aws, DeploymentFailedError, Server

import gaps

NOTICES = (AssertionError, ClientError, DeploymentFailedError, pytest.fail.Exception)
BARE = pytest.mark.xfail(reason="MiniStack behaves as AWS does: delete this gap", raises=NOTICES, strict=True)
ABLATED = pytest.mark.xfail(reason="its gap is open", raises=NOTICES, strict=False)


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
    metafunc.parametrize(fixture, servers, indirect=True, scope="session")


@pytest.fixture(scope="session")
def aws(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    without = request.config.getoption("without")
    options = {"closed": [], "bare": ["--bare"], "ablated": ["--without", without]}[request.param]
    with Server(tmp_path_factory.mktemp("emulator"), *options) as server:
        yield Aws(server)


@pytest.fixture(scope="session")
def ministack(request: pytest.FixtureRequest):
    """Run a script beside MiniStack's modules; what it prints."""
    without = request.config.getoption("without")
    close = {"closed": "gaps.close()", "bare": "", "ablated": f"gaps.close(['{without}'])"}[request.param]

    def run(script: str) -> str:
        command = [sys.executable, "-c", f"import gaps; {close}\n{script}"]
        package = Path(gaps.__file__).parents[1]
        return subprocess.run(command, cwd=package, capture_output=True, text=True, check=True).stdout

    return run
