"""How long it takes to import the library, and what comes with it."""

import subprocess
import sys
from functools import partial
from time import perf_counter

from benchmarks.report import Goal, Result, Table
from benchmarks.timing import medians

HEAVY = ("pydantic", "yaml", "durable_rules_engine", "narwhals", "polars", "pandas", "pyarrow", "ortools", "z3")
UNWANTED = ("pydantic", "polars", "pandas", "ortools", "z3")
"""Modules that a bare ``import rsnms`` must not load."""

BARE = "pass"
OURS = "import rsnms"
PROGRAMS = {
    "bare interpreter": BARE,
    OURS: OURS,
    "from rsnms import Educator, load_policies, decide": "from rsnms import Educator, load_policies, decide",
    "the same, five policies loaded": "from rsnms import Educator, decide, load_policies; load_policies()",
    "import pydantic; pydantic.BaseModel": "import pydantic; pydantic.BaseModel",
    "import polars": "import polars",
    "import openfisca_core.model_api": "import openfisca_core.model_api",
}
LIMIT_MS = 150


def measure(*, quick: bool) -> Result:
    """Start an interpreter for every program, many times in turns."""
    calls = {name: partial(_run, program) for name, program in PROGRAMS.items()}
    seconds = medians(calls, rounds=3 if quick else 25)
    bare = seconds["bare interpreter"]
    loaded = {name: _heavy_modules(program) for name, program in PROGRAMS.items()}
    unwanted = [name for name in loaded[OURS] if name in UNWANTED]
    if unwanted:
        raise AssertionError(f"{OURS} loads {', '.join(unwanted)}")
    rows = tuple(
        (name, f"{total * 1e3:.0f}", f"{max(total - bare, 0) * 1e3:.0f}", ", ".join(loaded[name]) or "none")
        for name, total in seconds.items()
    )
    table = Table(
        "Import",
        ("program", "whole process, ms", "above bare interpreter, ms", f"loaded of {', '.join(HEAVY)}"),
        rows,
        (
            "Median wall time of whole processes, file caches warm, byte code compiled, in turns. The run stops if "
            f"`{OURS}` loads any of {', '.join(UNWANTED)}.",
            "Names of `rsnms` are fetched from their modules when first used; the third row uses them. The peers stand "
            "here for scale: they do other things.",
        ),
    )
    goal = Goal("`python -c 'import rsnms'`, whole process", LIMIT_MS, seconds[OURS] * 1e3, " ms")
    return Result((table,), (goal,))


def _run(program: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)
    return perf_counter() - start


def _heavy_modules(program: str) -> list[str]:
    asked = f"{program}\nimport sys\nprint(*(name for name in {HEAVY!r} if name in sys.modules))"
    output = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout
    return output.split()
