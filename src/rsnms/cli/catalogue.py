"""``rsnms catalogue``: catalogues of offers, from which routes are composed."""

import json
from pathlib import Path
from typing import Annotated

import typer

from rsnms.cli.options import (
    FINDINGS,
    LangOption,
    OnOption,
    PoliciesOption,
    note,
    show_listing,
    today,
    write_out,
)
from rsnms.reports.listing import ListFormat

app = typer.Typer(help="Catalogues of offers, from which routes are composed.", no_args_is_help=True)


@app.callback()
def catalogue() -> None:
    """Catalogues of offers, from which routes are composed."""


@app.command("check")
def check(
    file: Annotated[Path, typer.Argument(help="The catalogue: .yaml, .xlsx, .xls, .csv or .parquet.")],
    policy: Annotated[
        str | None,
        typer.Option(
            "--policy", "-p", metavar="ID", help="Gains name the competencies of this policy; federal ones by default."
        ),
    ] = None,
    on: OnOption = None,
    folders: PoliciesOption = None,
    output: Annotated[ListFormat, typer.Option("--format", help="Format of the output.")] = ListFormat.TABLE,
    lang: LangOption = "ru",
) -> None:
    """Count the offers of a catalogue by kind and list everything wrong with it. Exit code 1 when something is."""
    from rsnms.policy.loading import load_policies
    from rsnms.reports.catalogue import catalogue_listing, catalogue_summary
    from rsnms.routes.catalogue.catalogue import read_catalogue

    known = load_policies(*(folders or []))[policy].on(on or today()).competencies if policy else None
    read = read_catalogue(file, competencies=known)
    listing = catalogue_listing(read, lang)
    if output is ListFormat.JSON:
        problems = [problem.as_record(lang) for problem in (*read.problems, *read.notes)]
        record = {"offers": listing.records, "rejected": list(read.rejected), "problems": problems}
        write_out(json.dumps(record, ensure_ascii=False, indent=2), None)
    else:
        show_listing(listing, output)
        for problem in (*read.problems, *read.notes):
            note(problem.text(lang))
    note(catalogue_summary(read, lang))
    if read.problems:
        raise typer.Exit(FINDINGS)
