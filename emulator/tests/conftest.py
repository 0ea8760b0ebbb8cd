"""Servers that the tests call: MiniStack with the gaps closed, and MiniStack as it is."""

import pytest
from botocore.exceptions import ClientError
from server import Aws, DeploymentFailedError, Server

import gaps

BARE = pytest.mark.xfail(
    reason="MiniStack behaves as AWS does: delete this gap",
    raises=(AssertionError, ClientError, DeploymentFailedError),
    strict=True,
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--without", choices=gaps.names(), help="run against the emulator without one gap")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "aws" not in metafunc.fixturenames:
        return
    control = metafunc.definition.get_closest_marker("control") is not None
    bare = pytest.param("bare", marks=() if control else BARE)
    ablated = metafunc.config.getoption("without") is not None
    metafunc.parametrize("aws", ["closed"] if ablated else ["closed", bare], indirect=True, scope="session")


@pytest.fixture(scope="session")
def aws(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    without = request.config.getoption("without")
    options = ["--bare"] if request.param == "bare" else ["--without", without] if without else []
    with Server(tmp_path_factory.mktemp("emulator"), *options) as server:
        yield Aws(server)
