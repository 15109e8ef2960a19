"""``python -m benchmarks [--quick] [--write] [SECTION…]`` from the root of the repository."""

import argparse
from importlib import import_module
from pathlib import Path

from rich.console import Console

from benchmarks.machine import described, load_now
from benchmarks.report import Goal, Table, goals_table, markdown, show

SECTIONS = (
    "import_time",
    "one_person",
    "million_rows",
    "million_people",
    "roster_file",
    "choice",
    "schedule",
    "municipality",
    "proofs",
)
README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def main() -> None:
    """Measure, print the tables, and write them into the README when asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="How fast rsnms is, next to its peers.")
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"of {', '.join(SECTIONS)}; all by default")
    parser.add_argument("--quick", action="store_true", help="small and few: to see that everything runs")
    parser.add_argument("--write", action="store_true", help=f"write the tables into {README.name}")
    asked = parser.parse_args()
    sections = asked.sections or list(SECTIONS)
    if unknown := [name for name in sections if name not in SECTIONS]:
        parser.error(f"no section {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
    if asked.write and (asked.quick or asked.sections):
        parser.error("only the figures of a whole run go into the README")
    load = load_now()
    tables = _measured(sections, quick=asked.quick)
    if asked.write:
        _write(described(load), tables)


def _measured(sections: list[str], *, quick: bool) -> list[Table]:
    """The tables of the sections, each printed as soon as it is there, and the goals first in the list."""
    console = Console()
    tables: list[Table] = []
    goals: list[Goal] = []
    for name in sections:
        with console.status(f"{name} …"):
            result = import_module(f"benchmarks.{name}").measure(quick=quick)
        for table in result.tables:
            show(table, console)
        tables += result.tables
        goals += result.goals
    if goals and not quick:
        show(goals_table(goals), console)
        tables.insert(0, goals_table(goals))
    return tables


def _write(machine: str, tables: list[Table]) -> None:
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    figures = "\n\n".join((machine, *map(markdown, tables)))
    README.write_text(f"{before}{BEGIN}\n{figures}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
