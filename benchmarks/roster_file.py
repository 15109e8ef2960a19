"""A roster in a workbook to a workbook of results: seconds and peak memory of the command line, at several sizes."""

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import python_calamine
from examples.make_rosters import write_roster

from benchmarks.five import ON
from benchmarks.peak_memory import Run, run
from benchmarks.report import Result, Table

ELIGIBILITY = "regional-methodical-active"
POLICY = "ru/volgograd"
SIZES = (25_000, 50_000, 100_000)


def measure(*, quick: bool) -> Result:
    """Run the command on rosters of made-up people, every size in turn."""
    sizes = (200, 400) if quick else SIZES
    with TemporaryDirectory() as folder:
        rosters = {size: Path(folder) / f"{size}.xlsx" for size in sizes}
        for size, roster in rosters.items():
            write_roster(roster, people=size)
        runs = {size: [_run(roster, size) for _ in range(1 if quick else 3)] for size, roster in rosters.items()}
    rows = tuple(_row(size, of_size) for size, of_size in runs.items())
    largest = sizes[-1]
    table = Table(
        f"A roster of {largest:,} rows from .xlsx to .xlsx",
        ("rows", "seconds", "processor, s", "processor, µs a row", "peak memory, MB", "KB a row"),
        rows,
        (
            f"`rsnms eligible {ELIGIBILITY} ROSTER.xlsx --policy {POLICY} --on {ON} --format xlsx --out RESULT.xlsx`: "
            "the whole process from start to end, median of 3, on the columns that `examples/make_rosters.py` writes.",
            "Linear where the figures a row stay the same; the start of the process and the loading of the policies "
            "weigh most on the first line. Other work on the machine does not count in the processor time.",
        ),
    )
    return Result((table,))


def _run(roster: Path, size: int) -> Run:
    out = roster.with_name("result.xlsx")
    command = ["eligible", ELIGIBILITY, str(roster), "--policy", POLICY, "--on", str(ON), "--format", "xlsx"]
    measured = run([sys.executable, "-m", "rsnms.cli.app", *command, "--out", str(out)])
    written = _height(out)
    if written < size:
        raise AssertionError(f"{written} rows in the result of {size} people")
    out.unlink()
    return measured


def _height(workbook: Path) -> int:
    """The rows of the first sheet below its heading."""
    return python_calamine.CalamineWorkbook.from_path(workbook).get_sheet_by_index(0).total_height - 1


def _row(size: int, runs: list[Run]) -> tuple[str, ...]:
    seconds = median(run.seconds for run in runs)
    processor = median(run.processor_seconds for run in runs)
    megabytes = max(run.megabytes for run in runs)
    return (
        f"{size:,}",
        f"{seconds:.1f}",
        f"{processor:.1f}",
        f"{processor / size * 1e6:.0f}",
        f"{megabytes:.0f}",
        f"{megabytes / size * 1e3:.1f}",
    )
