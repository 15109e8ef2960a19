"""``rsnms explain``: the whole decision about one person of a roster."""

from enum import StrEnum
from typing import Annotated

import typer

from rsnms.cli.options import AsOfOption, LangOption, OnOption, PoliciesOption, PolicyOption, fail, today, write_out
from rsnms.cli.people import (
    EligibilityArgument,
    IdColumnOption,
    MappingOption,
    RosterArgument,
    SheetOption,
    inquire,
)
from rsnms.domain.text import Lang


class Format(StrEnum):
    """Formats of an explanation."""

    TEXT = "text"
    JSON = "json"


def explain(
    eligibility: EligibilityArgument,
    roster: RosterArgument,
    policy: PolicyOption,
    row: Annotated[str, typer.Option("--row", metavar="ID", help="The person's id, or the number of the row.")],
    on: OnOption = None,
    output: Annotated[Format, typer.Option("--format", help="Format of the explanation.")] = Format.TEXT,
    as_of: AsOfOption = None,
    mapping: MappingOption = None,
    sheet: SheetOption = None,
    id_column: IdColumnOption = None,
    folders: PoliciesOption = None,
    lang: LangOption = "ru",
) -> None:
    """Explain the decision about one person: every condition, from when, what would do it, what to ask."""
    from rsnms.rosters.decisions import decide_row, find_rows

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
    found = find_rows(asked.roster, row)
    if not found:
        fail(_no_such_row(row, [each.id for each in asked.roster.rows], lang))
    for person in found:
        decision = decide_row(person, asked.jurisdiction, eligibility, day, as_of=asked.as_of).decision
        if output is Format.JSON:
            write_out(decision.to_json(lang), None)
        else:
            from rich.console import Console

            console = Console(highlight=False)
            console.print(decision.text(lang), markup=False)
            console.print(decision.tree(lang))


def _no_such_row(row: str, ids: list[str], lang: Lang) -> str:
    from rsnms.policy.problems import nearest

    guess = nearest(row, ids)
    if lang == "en":
        return f"The roster has no row '{row}'." + (f" Did you mean '{guess}'?" if guess else "")
    return f"В списке нет строки «{row}»." + (f" Возможно, «{guess}»." if guess else "")
