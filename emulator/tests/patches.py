"""MiniStack with the patches of the folder `upstream`."""

import functools
import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "upstream"


@functools.cache
def by_gap() -> dict[str, Path]:
    """The patches by the names of their gaps, such as `sns.fifo_topic`."""
    return {path.stem.replace("-", ".", 1): path for path in sorted(FOLDER.glob("*.patch"))}


def copy_of_ministack(folder: Path) -> Path:
    """Copy the installed package into a folder."""
    spec = importlib.util.find_spec("ministack")
    shutil.copytree(spec.submodule_search_locations[0], folder / "ministack")
    return folder


def apply(patch: Path, folder: Path, *options: str) -> None:
    """Apply a patch to a copy of the package."""
    # No repository above the folder may change what the paths of the patch mean.
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(folder.parent)}
    command = ["git", "apply", "--whitespace=error-all", *options, str(patch)]
    applied = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert applied.returncode == 0, applied.stderr
