"""The main jobs on the examples: who is eligible for the regional methodical active, why, and what would help; does
the system reach its indicators, and are its duties done; which route closes a person's deficits, and what a
municipality has to ask for.

Runs the same commands that a methodist would type.
"""

import shlex
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
QUESTION = "regional-methodical-active {roster} --policy ru/volgograd --on 2024-01-01"


PLANNED = (
    "--policy ru/volgograd --catalogue examples/catalogue.csv --diagnoses examples/municipality/diagnoses.csv "
    "--roster examples/municipality/educators.csv --on 2025-01-13"
)


def main() -> None:
    """Show the policies, decide the roster, explain one person, and write the result as a workbook."""
    roster = HERE / "roster.xlsx"
    result = HERE.parent / "out" / "result.xlsx"
    result.parent.mkdir(exist_ok=True)
    question = QUESTION.format(roster=shlex.quote(str(roster.relative_to(HERE.parent))))
    run("rsnms policies")
    run(f"rsnms eligible {question}")
    run(f"rsnms explain {question} --row 1016")
    run(f"rsnms eligible {question} --format xlsx --out {shlex.quote(str(result.relative_to(HERE.parent)))}")
    run("rsnms trace ru/volgograd --gaps")
    run("rsnms indicators examples/passport --policy ru/volgograd --on 2024-11-15 --indicator routes-built")
    run(f"rsnms route 20237 {PLANNED} --hours-a-month 40")
    run(f"rsnms plan {PLANNED} --until 2025-06-30 --list request")
    run(
        "rsnms audit examples/evidence/megion.csv --policy ru/yugra/megion --on 2024-11-15 --status overdue",
        findings=True,
    )
    print(f"\nРезультат записан: {result.relative_to(HERE.parent)}", flush=True)


def run(command: str, *, findings: bool = False) -> None:
    """Show a command and run it from the project's folder; one with ``findings`` exits with 1."""
    print(f"\n$ {command}", flush=True)
    program, *arguments = shlex.split(command)
    executable = Path(sys.executable).with_name(program)
    done = subprocess.run([str(executable), *arguments], cwd=HERE.parent, check=False)  # noqa: S603 - commands of this file
    if done.returncode != int(findings):
        sys.exit(f"{command} ended with {done.returncode}")


if __name__ == "__main__":
    main()
