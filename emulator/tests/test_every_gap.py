from pathlib import Path

import pytest

import gaps

HERE = Path(__file__).parent


@pytest.mark.parametrize("gap", gaps.names())
def test_every_gap_has_tests(gap: str) -> None:
    service, name = gap.split(".")
    assert (HERE / service / f"test_{name}.py").exists()
