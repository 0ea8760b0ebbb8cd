"""Patches for MiniStack. The tests of their gaps run against MiniStack with all of them, see `conftest.py`."""

from pathlib import Path

import patches
import pytest

import gaps


@pytest.fixture(scope="module")
def ministack_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return patches.copy_of_ministack(tmp_path_factory.mktemp("ministack"))


@pytest.mark.parametrize("gap", patches.by_gap())
def test_a_patch_applies_alone(ministack_copy: Path, gap: str) -> None:
    patches.apply(patches.by_gap()[gap], ministack_copy, "--check")


@pytest.mark.parametrize("gap", patches.by_gap())
def test_a_patch_closes_a_gap_and_refers_to_the_documentation(gap: str) -> None:
    assert gap in gaps.names()
    header = patches.by_gap()[gap].read_text().split("\ndiff --git ")[0]
    assert "\nAWS: " in header
    assert "\nhttps://docs.aws.amazon.com/" in header
    assert "\nMiniStack: " in header
