"""What the commands about people share: a jurisdiction, an eligibility, and a roster read for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from rsnms.cli.options import is_terminal, note
from rsnms.domain.text import Lang, Text
from rsnms.policy.model import Jurisdiction
from rsnms.policy.stated import Eligibility
from rsnms.rosters.roster import Roster

RosterArgument = Annotated[Path, typer.Argument(help="The roster: .xlsx, .xls, .csv or .parquet.")]
EligibilityArgument = Annotated[str, typer.Argument(help="The eligibility, such as regional-methodical-active.")]
MappingOption = Annotated[
    Path | None, typer.Option("--mapping", "-m", metavar="FILE", help="A mapping file (see: rsnms roster map).")
]
SheetOption = Annotated[str | None, typer.Option("--sheet", help="The sheet of the workbook.")]
IdColumnOption = Annotated[str | None, typer.Option("--id-column", help="The heading of the column with ids.")]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question about the people of a roster."""

    jurisdiction: Jurisdiction
    eligibility: Eligibility
    roster: Roster
    on: date
    as_of: date


def inquire(
    eligibility: str,
    roster: Path,
    policy: str,
    on: date,
    *,
    as_of: date | None,
    folders: Iterable[Path],
    mapping: Path | None,
    sheet: str | None,
    id_column: str | None,
    lang: Lang,
) -> Inquiry:
    """Load the policy, read the roster with its vocabulary, and say on standard error what was found wrong in it."""
    from rsnms.policy.loading import load_policies
    from rsnms.rosters.roster import read_roster

    jurisdiction = load_policies(*folders)[policy]
    asked = jurisdiction.eligibility(eligibility, on)
    facts = list(jurisdiction.on(on).facts_about(asked.about).values())
    read = read_roster(roster, facts, mapping=mapping, sheet=sheet, id_column=id_column, as_of=as_of)
    report(read, lang)
    stated = as_of or read.as_of or on
    if stated > on:
        note(_later(stated, on, lang))
    return Inquiry(jurisdiction, asked, read, on, stated)


def report(roster: Roster, lang: Lang) -> None:
    """Say what is wrong with a roster and its cells."""
    from rsnms.rosters.problems import Severity

    for problem in roster.problems:
        note(_labelled(problem.text(lang), problem.severity is Severity.NOTE, lang))
    for error in roster.errors:
        note(error.text(lang))


def _labelled(text: str, is_note: bool, lang: Lang) -> str:
    if not is_note:
        return text
    return f"{'К сведению' if lang == 'ru' else 'Note'}: {text}"


def _later(stated: date, on: date, lang: Lang) -> str:
    from rsnms.rules.wording import date_words

    days = date_words(stated, lang), date_words(on, lang)
    if lang == "en":
        return f"The figures hold for {days[0]}, later than {days[1]}: durations that grow are not known for that day."
    return f"Сведения относятся к {days[0]}, позже {days[1]}: растущие сроки на этот день неизвестны."


T = TypeVar("T")
_DECIDING = Text("Проверка", "Deciding")
_LONG = 2_000
"""Rows from which on progress is shown."""


def with_progress(
    items: Iterable[T], total: int, lang: Lang, label: Text = _DECIDING, long: int = _LONG
) -> Iterator[T]:
    """Show progress on a terminal while many items are worked through, from ``long`` of them on."""
    if total < long or not is_terminal():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=label.in_(lang), total=total, console=Console(stderr=True))
