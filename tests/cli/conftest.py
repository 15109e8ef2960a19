import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run() -> Run:
    """Run the real command, as a user would, wherever the test says."""

    def run(*arguments: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [str(Path(sys.executable).with_name("rsnms")), *map(str, arguments)]
        variables = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", **environment}
        return subprocess.run(
            command, cwd=cwd, env=variables, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120
        )

    return run


@pytest.fixture(scope="session")
def examples() -> Path:
    return EXAMPLES
