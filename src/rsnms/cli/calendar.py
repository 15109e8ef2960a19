"""``rsnms calendar``: what is due in a window of days, as a table or a calendar file."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rsnms.cli.options import LangOption, OutOption, PoliciesOption, a_day, note, show_listing


class Format(StrEnum):
    """Formats of a plan."""

    TABLE = "table"
    ICS = "ics"
    JSON = "json"
    CSV = "csv"
    MD = "md"


def calendar(
    policy: Annotated[str, typer.Argument(help="The policy, such as ru/volgograd.")],
    first: Annotated[date, typer.Option("--from", parser=a_day, metavar="DATE", help="The first day.")],
    last: Annotated[date, typer.Option("--to", parser=a_day, metavar="DATE", help="The last day.")],
    output: Annotated[
        Format | None, typer.Option("--format", help="Format of the result; table, or ics where --out ends so.")
    ] = None,
    out: OutOption = None,
    remind: Annotated[
        int | None, typer.Option("--remind", min=0, max=366, metavar="DAYS", help="Remind so many days before.")
    ] = None,
    folders: PoliciesOption = None,
    lang: LangOption = "ru",
) -> None:
    """List what is due from one day to another; with --out plan.ics also write a calendar file.

    What has no calendar date is named on standard error.
    """
    from rsnms.monitoring.plan import plan
    from rsnms.policy.loading import load_policies
    from rsnms.reports.calendar import plan_ics, plan_listing, plan_summary, plan_table, undated_lines
    from rsnms.reports.listing import ListFormat

    if last < first:
        raise typer.BadParameter(f"the last day {last} precedes the first, {first}", param_hint="--to")
    found = plan(load_policies(*(folders or []))[policy], first, last)
    as_file = output is None and out is not None and out.suffix.lower() == ".ics"
    if output is Format.ICS or as_file:
        _write_ics(plan_ics(found, lang, remind_days=remind), out)
    if output is not Format.ICS:
        form = ListFormat(output or Format.TABLE)
        listing = plan_table if form in (ListFormat.TABLE, ListFormat.MD) else plan_listing
        show_listing(listing(found, lang), form, None if as_file else out)
    for line in undated_lines(found, lang):
        note(line)
    note(plan_summary(found, lang))


def _write_ics(content: bytes, out: Path | None) -> None:
    """Write a calendar file; its lines end as the format asks, whatever the system."""
    if out is None:
        typer.echo(content, nl=False)
    else:
        out.write_bytes(content)
