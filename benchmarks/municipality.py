"""The plan of a municipality through the command line: routes over shared seats, mentors, methodists, the request."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from examples.make_municipality import write_municipality

from benchmarks.peak_memory import Run, run
from benchmarks.report import Goal, Result, Table

POLICY, ON = "ru/volgograd", "2025-01-13"
SIZES = (1_000, 5_000)
CATALOGUE = Path(__file__).parent.parent / "examples" / "catalogue.csv"
GOAL_SECONDS = 120


def measure(*, quick: bool) -> Result:
    """Run ``rsnms plan`` on made-up educators, every size in turn."""
    sizes = (50, 100) if quick else SIZES
    rows, seconds = [], 0.0
    with TemporaryDirectory() as folder:
        for size in sizes:
            place = Path(folder) / str(size)
            write_municipality(place, people=size)
            measured, planned = _run(place, size)
            seconds = measured.seconds
            closed, left = _counted(planned)
            rows.append(
                (
                    f"{size:,}",
                    f"{measured.seconds:.1f}",
                    f"{measured.processor_seconds:.1f}",
                    f"{measured.processor_seconds / size * 1e3:.1f}",
                    f"{measured.megabytes:.0f}",
                    f"{closed:,}",
                    f"{left:,}",
                    f"{len(planned['pairs']):,}",
                    f"{sum(line['seats'] for line in planned['request']):,}",
                )
            )
    table = Table(
        f"A municipality of {sizes[-1]:,} educators and 413 offers",
        (
            *("people", "seconds", "processor, s", "ms a person", "peak memory, MB"),
            *("deficits closed", "left open", "mentees", "seats requested"),
        ),
        tuple(rows),
        (
            f"`rsnms plan --policy {POLICY} --on {ON} --format json`, the whole process, once: four in five people "
            "have results of diagnostics; the data is made by `examples/make_municipality.py` and `make_catalogue.py`.",
            "Seats are shared: whoever has more severe deficits chooses first. Every route of the run is proven best.",
        ),
    )
    goal = Goal(f"the plan of {sizes[-1]:,} educators", GOAL_SECONDS, seconds, " s")
    return Result((table,), (goal,))


def _run(place: Path, size: int) -> tuple[Run, dict]:
    out = place / "plan.json"
    command = ["plan", "--policy", POLICY, "--on", ON, "--catalogue", str(CATALOGUE), "--format", "json"]
    sources = ["--roster", str(place / "educators.csv"), "--diagnoses", str(place / "diagnoses.csv")]
    measured = run([sys.executable, "-m", "rsnms.cli.app", *command, *sources, "--out", str(out)])
    planned = json.loads(out.read_text(encoding="utf-8"))
    if len(planned["routes"]) != size:
        raise AssertionError(f"{len(planned['routes'])} routes for {size} people")
    if unproven := [route["person"] for route in planned["routes"] if not route["proven"]]:
        raise AssertionError(f"routes that are not proven: {len(unproven)}")
    return measured, planned


def _counted(planned: dict) -> tuple[int, int]:
    """Deficits closed and left open."""
    left = sum(len(route["uncovered"]) for route in planned["routes"])
    return sum(len(route["deficits"]) for route in planned["routes"]) - left, left
