"""``rsnms chart``: who is who in a system, and who coordinates whom."""

from typing import Annotated

import typer

from rsnms.cli.options import LangOption, OutOption, PoliciesOption, VersionOption, note, write_out
from rsnms.domain.system import Relation
from rsnms.reports.chart import ChartFormat


def chart(
    policy: Annotated[str, typer.Argument(help="The policy, such as ru/volgograd.")],
    on: VersionOption = None,
    output: Annotated[ChartFormat, typer.Option("--format", help="Format of the chart.")] = ChartFormat.SVG,
    relations: Annotated[
        list[Relation] | None, typer.Option("--relation", help="Only lines of this relation; all by default.")
    ] = None,
    out: OutOption = None,
    folders: PoliciesOption = None,
    lang: LangOption = "ru",
) -> None:
    """Draw the subjects of a policy on their levels, and who coordinates whom."""
    from rsnms.policy.loading import load_policies
    from rsnms.policy.stated import NOT_SPECIFIED
    from rsnms.reports.chart import chart as draw

    jurisdiction = load_policies(*(folders or []))[policy]
    shown = jurisdiction.on(on) if on else jurisdiction.latest
    if not shown.subjects:
        note(f"{policy}: {NOT_SPECIFIED.in_(lang)}")
    write_out(draw(shown, output, relations, lang), out)
