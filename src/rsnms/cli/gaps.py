"""``rsnms gaps``: what a policy leaves open."""

from typing import Annotated

import typer

from rsnms.cli.options import FINDINGS, LangOption, PoliciesOption, VersionOption, note, show_listing
from rsnms.reports.listing import ListFormat


def gaps(
    policy: Annotated[str, typer.Argument(help="The policy, such as ru/volgograd.")],
    on: VersionOption = None,
    folders: PoliciesOption = None,
    output: Annotated[ListFormat, typer.Option("--format", help="Format of the output.")] = ListFormat.TABLE,
    lang: LangOption = "ru",
) -> None:
    """Find what nobody performs, coordinates or approves, and who has no functions. Exit code 1 when there is some."""
    from rsnms.policy.loading import load_policies
    from rsnms.reports.gaps import gaps_listing, gaps_summary, gaps_table
    from rsnms.survey.gaps import gaps as gaps_of

    jurisdiction = load_policies(*(folders or []))[policy]
    found = gaps_of(jurisdiction.on(on) if on else jurisdiction.latest)
    if output in (ListFormat.JSON, ListFormat.CSV):
        show_listing(gaps_listing(found, lang), output)
    elif found:
        show_listing(gaps_table(found, lang), output)
    note(gaps_summary(policy, found, lang))
    if found:
        raise typer.Exit(FINDINGS)
