"""Ablation: every gap in turn is left open, and its tests must notice.

python -m tests.ablate [gap ...]     exits with 1 if the tests of a gap pass without it
"""

import subprocess
import sys
from pathlib import Path

import gaps

PACKAGE = Path(__file__).parents[1]


def noticed(gap: str) -> bool:
    """Return True if a test of the gap fails without it."""
    service, name = gap.split(".")
    test = f"tests/{service}/test_{name}.py"
    command = [sys.executable, "-m", "pytest", "--without", gap, "--tb=short", test]
    run = subprocess.run(command, cwd=PACKAGE, stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode:
        sys.exit(run.stdout)
    return "xfailed" in run.stdout


def main() -> int:
    """Ablate the gaps that are named, or all of them."""
    unnoticed = 0
    chosen = sys.argv[1:] or gaps.names()
    for gap in chosen:
        result = noticed(gap)
        unnoticed += not result
        print(f"{'noticed' if result else 'NOT NOTICED'}  {gap}", flush=True)
    print(f"{len(chosen) - unnoticed} of {len(chosen)} gaps are noticed by their tests")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
