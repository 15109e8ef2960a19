"""``rsnms compare``: two policies side by side."""

from typing import Annotated

import typer

from rsnms.cli.options import LangOption, PoliciesOption, VersionOption, note, show_listing, write_out
from rsnms.reports.listing import ListFormat
from rsnms.survey.matched import Aspect


def compare(
    policy: Annotated[str, typer.Argument(help="The policy, such as ru/volgograd.")],
    other: Annotated[str, typer.Argument(help="The policy it is compared with, such as ru/leningrad.")],
    on: VersionOption = None,
    kinds: Annotated[list[Aspect] | None, typer.Option("--kind", help="Only this; all by default.")] = None,
    folders: PoliciesOption = None,
    output: Annotated[ListFormat, typer.Option("--format", help="Format of the output.")] = ListFormat.TABLE,
    lang: LangOption = "ru",
) -> None:
    """Compare two policies: what both have, what only one has, and where thresholds differ."""
    from rsnms.policy.loading import load_policies
    from rsnms.reports.comparison import comparison_flat, comparison_json, comparison_summary, comparison_tables
    from rsnms.survey.comparison import compare as compare_policies

    tree = load_policies(*(folders or []))
    jurisdictions = (tree[policy], tree[other])
    one, two = (jurisdiction.on(on) if on else jurisdiction.latest for jurisdiction in jurisdictions)
    comparison, aspects = compare_policies(one, two), list(dict.fromkeys(kinds or Aspect))
    match output:
        case ListFormat.JSON:
            write_out(comparison_json(comparison, aspects, lang), None)
        case ListFormat.CSV:
            show_listing(comparison_flat(comparison, aspects), output)
        case ListFormat.MD:
            tables = comparison_tables(comparison, (one, two), aspects, lang)
            write_out("\n".join(f"## {title}\n\n{listing.markdown()}" for title, listing in tables), None)
        case ListFormat.TABLE:
            from rich.console import Console

            console = Console()
            for title, listing in comparison_tables(comparison, (one, two), aspects, lang):
                table = listing.table()
                table.title = title
                console.print(table)
    for line in comparison_summary(comparison, aspects, lang):
        note(line)
