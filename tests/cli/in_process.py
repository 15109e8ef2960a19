"""The command within the process of the tests: as a user runs it, without the time that Python needs to start."""

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

from rsnms.cli.app import main


def call(*arguments: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``rsnms`` in a folder."""
    command = ["rsnms", *map(str, arguments)]
    out, err, code = io.StringIO(), io.StringIO(), 0
    variables = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", **environment}
    with (
        patch.object(sys, "argv", command),
        patch.dict(os.environ, variables),
        contextlib.chdir(cwd),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return subprocess.CompletedProcess(command, code, out.getvalue(), err.getvalue())
