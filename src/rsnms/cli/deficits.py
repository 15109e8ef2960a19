"""``rsnms deficits``: what diagnostics found."""

from pathlib import Path
from typing import Annotated

import typer

from rsnms.cli.options import (
    FINDINGS,
    LangOption,
    OnOption,
    OutOption,
    PoliciesOption,
    PolicyOption,
    note,
    show_listing,
    today,
)
from rsnms.reports.listing import ListFormat


def deficits(
    diagnoses: Annotated[Path, typer.Argument(help="Results of diagnostics: .xlsx, .xls, .csv or .parquet.")],
    policy: PolicyOption,
    on: OnOption = None,
    instrument: Annotated[
        str | None, typer.Option("--instrument", metavar="ID", help="The instrument of rows that name none.")
    ] = None,
    person: Annotated[list[str] | None, typer.Option("--person", metavar="ID", help="Only this person.")] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", help="The sheet of the workbook.")] = None,
    output: Annotated[ListFormat, typer.Option("--format", help="Format of the list.")] = ListFormat.TABLE,
    out: OutOption = None,
    folders: PoliciesOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when rows do not count.")] = False,
    lang: LangOption = "ru",
) -> None:
    """Find deficits: of each competency the latest result counts, by the cut points of its instrument.

    A deficit is no error: the exit code is 0. Rows that do not count are listed on standard error.
    """
    from rsnms.policy.loading import load_policies
    from rsnms.reports.deficits import deficits_listing, deficits_summary
    from rsnms.routes.diagnostics.deficits import find_deficits
    from rsnms.routes.diagnostics.diagnoses import read_diagnoses

    day = on or today()
    applying = load_policies(*(folders or []))[policy].on(day)
    read = read_diagnoses(diagnoses, applying, instrument=instrument, sheet=sheet)
    for said in (*read.problems, *read.notes):
        note(said.text(lang))
    found = [one for one in find_deficits(read.results, day) if not person or one.person in person]
    show_listing(deficits_listing(found, applying, lang), output, out)
    note(deficits_summary(found, lang))
    if strict and read.problems:
        raise typer.Exit(FINDINGS)
