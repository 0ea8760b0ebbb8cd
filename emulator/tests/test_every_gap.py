from pathlib import Path

import pytest
from server import Server

import gaps

HERE = Path(__file__).parent


@pytest.mark.parametrize("gap", gaps.names())
def test_every_gap_has_tests(gap: str) -> None:
    service, name = gap.split(".")
    assert (HERE / service / f"test_{name}.py").exists()


def test_an_unknown_gap_cannot_be_left_open(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="invalid choice: 'sns"), Server(tmp_path, "--without", "sns.fifo"):
        pass
