"""``rsnms trace``: is every clause of the act covered by elements."""

import json
from pathlib import Path
from typing import Annotated

import typer

from rsnms.cli.options import FINDINGS, LangOption, PoliciesOption, VersionOption, note, show_listing, write_out
from rsnms.reports.listing import ListFormat


def trace(
    policy: Annotated[str, typer.Argument(help="The policy, such as ru/volgograd.")],
    on: VersionOption = None,
    text: Annotated[
        Path | None,
        typer.Option("--text", metavar="FILE", help="The act's text: clause numbers that the list lacks are found."),
    ] = None,
    clause: Annotated[str | None, typer.Option("--clause", help="Only this clause and those below it.")] = None,
    gaps: Annotated[bool, typer.Option("--gaps", help="Only clauses that are not covered.")] = False,
    folders: PoliciesOption = None,
    output: Annotated[ListFormat, typer.Option("--format", help="Format of the output.")] = ListFormat.TABLE,
    lang: LangOption = "ru",
) -> None:
    """Trace an act clause by clause to the elements that carry it. Exit code 1 when something is not covered."""
    from rsnms.policy.loading import load_policies
    from rsnms.reports.coverage import coverage_summary, coverage_table, missing_lines
    from rsnms.survey.act_text import missing_clauses, read_act
    from rsnms.survey.coverage import coverage

    jurisdiction = load_policies(*(folders or []))[policy]
    found = coverage(jurisdiction.on(on) if on else jurisdiction.latest)
    absent = missing_clauses(read_act(text), (traced.clause for traced in found.clauses)) if text else ()
    shown = found.below(clause) if clause else found.clauses
    shown = tuple(traced for traced in shown if traced in found.gaps) if gaps else shown
    table = coverage_table(shown, lang, in_full=clause is not None)
    if output is ListFormat.JSON:
        summary = {"policy": found.policy, "covered": found.covered, "total": found.total}
        missing = [{"number": one.number, "lines": list(one.lines)} for one in absent]
        whole = {**summary, "clauses": table.records, "not_listed": missing}
        write_out(json.dumps(whole, ensure_ascii=False, indent=2), None)
    else:
        show_listing(table, output)
    for line in missing_lines(absent, lang):
        note(line)
    note(coverage_summary(found, lang))
    if absent or not found.is_complete:
        raise typer.Exit(FINDINGS)
