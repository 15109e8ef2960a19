"""``rsnms eligible``: who of a roster is eligible, and why."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rsnms.cli.options import (
    FINDINGS,
    AsOfOption,
    LangOption,
    OnOption,
    OutOption,
    PoliciesOption,
    PolicyOption,
    fail,
    note,
    today,
    write_pieces,
)
from rsnms.cli.people import (
    EligibilityArgument,
    IdColumnOption,
    MappingOption,
    RosterArgument,
    SheetOption,
    inquire,
    with_progress,
)

if TYPE_CHECKING:
    from rsnms.rosters.decisions import RowDecision
    from rsnms.rules.judge import Verdict


class Format(StrEnum):
    """Formats of a result."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def eligible(
    eligibility: EligibilityArgument,
    roster: RosterArgument,
    policy: PolicyOption,
    on: OnOption = None,
    output: Annotated[Format, typer.Option("--format", help="Format of the result.")] = Format.TABLE,
    out: OutOption = None,
    as_of: AsOfOption = None,
    mapping: MappingOption = None,
    sheet: SheetOption = None,
    id_column: IdColumnOption = None,
    folders: PoliciesOption = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 when a cell or the roster has mistakes.")
    ] = False,
    lang: LangOption = "ru",
) -> None:
    """Decide for every row of a roster: verdict, ground, what is unmet and unknown, from when.

    Being ineligible is no error: the exit code is 0. Mistakes in the roster are listed on standard error.
    """
    from rsnms.reports.eligibility import as_csv, as_json, results_table, summary, write_xlsx
    from rsnms.rosters.decisions import decide_roster

    if output is Format.XLSX and out is None:
        fail("--format xlsx needs --out FILE")
    day = on or today()
    asked = inquire(
        eligibility,
        roster,
        policy,
        day,
        as_of=as_of,
        folders=folders or [],
        mapping=mapping,
        sheet=sheet,
        id_column=id_column,
        lang=lang,
    )
    counts: Counter[Verdict] = Counter()
    decided = decide_roster(asked.roster, asked.jurisdiction, eligibility, day, as_of=asked.as_of)
    results = with_progress(_counting(decided, counts), len(asked.roster.rows), lang)
    if output is Format.JSON:
        write_pieces(as_json(policy, eligibility, day, results, lang), out)
    elif output is Format.CSV:
        write_pieces(as_csv(results, lang), out)
    elif output is Format.XLSX and out is not None:
        title = f"{asked.eligibility.title.in_(lang)}, {policy}, {day:%d.%m.%Y}"
        write_xlsx(out, title, results, lang)
    else:
        from rich.console import Console

        table = results_table(results, lang)
        if out is None:
            Console().print(table)
        else:
            with out.open("w", encoding="utf-8") as file:
                Console(file=file, width=200).print(table)
    note(summary(counts, lang))
    if strict and (any(asked.roster.errors) or any(problem.severity == "error" for problem in asked.roster.problems)):
        raise typer.Exit(FINDINGS)


def _counting(results: "Iterator[RowDecision]", counts: "Counter[Verdict]") -> "Iterator[RowDecision]":
    for result in results:
        counts[result.decision.verdict] += 1
        yield result
