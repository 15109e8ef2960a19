"""``rsnms rate``: routes rated by a repeated diagnostics."""

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
from rsnms.cli.route_inputs import InstrumentOption, note_other_policies
from rsnms.reports.listing import ListFormat


def rate(
    routes: Annotated[Path, typer.Argument(help="Routes in JSON, as rsnms route and rsnms plan write them.")],
    diagnoses: Annotated[Path, typer.Argument(help="Results of diagnostics, the repeated ones among them.")],
    policy: PolicyOption,
    on: OnOption = None,
    instrument: InstrumentOption = None,
    output: Annotated[ListFormat, typer.Option("--format", help="Format of the list.")] = ListFormat.TABLE,
    out: OutOption = None,
    folders: PoliciesOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when rows do not count.")] = False,
    lang: LangOption = "ru",
) -> None:
    """Rate routes at their end: which deficits the repeated diagnostics finds closed, lessened, or as they were.

    Results count that are later than the day on which a route was made.
    """
    from rsnms.policy.loading import load_policies
    from rsnms.reports.routes.changes import ratings_listing, ratings_summary
    from rsnms.routes.diagnostics.deficits import PersonDeficits, find_deficits
    from rsnms.routes.diagnostics.diagnoses import read_diagnoses
    from rsnms.routes.planning.rating import rate_route
    from rsnms.routes.planning.saved import read_routes

    day = on or today()
    applying = load_policies(*(folders or []))[policy].on(day)
    saved = read_routes(routes)
    note_other_policies(saved, applying, lang)
    read = read_diagnoses(diagnoses, applying, instrument=instrument)
    for said in (*read.problems, *read.notes):
        note(said.text(lang))
    found = {one.person: one for one in find_deficits(read.results, day)}
    ratings = [rate_route(one, found.get(one.person or "", PersonDeficits(one.person or "", ()))) for one in saved]
    show_listing(ratings_listing(ratings, applying, lang), output, out)
    note(ratings_summary(ratings, lang))
    if strict and read.problems:
        raise typer.Exit(FINDINGS)
