"""The elements of a policy as a list, each with its clause, and what to say where there are none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rsnms.domain.text import Lang, Text
from rsnms.policy.model import Policy
from rsnms.policy.stated import NOT_SPECIFIED
from rsnms.reports.listing import Column, Listing, Row
from rsnms.reports.names import LEVELS, kind_words
from rsnms.rules.narrative import MODALITIES, clause_words
from rsnms.rules.wording import capitalised
from rsnms.survey.record import Record
from rsnms.survey.records import is_below

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text as Styled

_COLUMNS = (
    Column("kind", Text("Что это", "Kind"), 18),
    Column("id", Text("Имя", "Id"), 28),
    Column("clause", Text("Пункт", "Clause"), 12),
    Column("item", Text("Позиция", "Item"), 8),
    Column("title", Text("Название", "Title"), 60),
    Column("subject", Text("Чьё", "Whose"), 30),
    Column("level", Text("Уровень", "Level"), 16),
    Column("modality", Text("Сила", "Modality"), 16),
    Column("activity", Text("Вид деятельности", "Activity"), 30),
    Column("sort", Text("Разновидность", "Sort"), 16),
    Column("within", Text("Часть чего", "Part of"), 24),
    Column("subjects", Text("Кого касается", "Concerns"), 30),
    Column("cited", Text("Пункты условий", "Clauses of conditions"), 16),
    Column("reading", Text("Чтение", "Reading"), 60),
    Column("act", Text("Акт", "Act"), 20),
    Column("origin", Text("Где указано", "Stated by"), 20),
    Column("inherited_from", Text("Унаследовано от", "Inherited from"), 20),
)
_FOR_MACHINES = {"sort", "within", "subjects", "cited", "act", "origin"}
_HEADINGS = (Text("Пункт", "Clause"), Text("Что это", "Kind"), Text("Название", "Title"), Text("Чьё", "Whose"))
_WHOSE = 30
"""Characters of the narrowest column."""
_READING = Text("чтение", "reading")
_ACTIVITY = Text("деятельность", "activity")
_ITEM = Text("поз.", "item")
_FROM = Text("из", "from")


def records_listing(found: Iterable[Record], policy: Policy, lang: Lang = "ru") -> Listing:
    """The elements with everything known about each, for machines, Markdown and sheets."""
    return Listing(_COLUMNS, [_row(record, policy, lang) for record in found], lang)


def for_readers(listing: Listing) -> Listing:
    """The listing of elements without the columns that are for machines, or empty throughout."""
    shown = [
        index
        for index, column in enumerate(listing.columns)
        if column.key not in _FOR_MACHINES and any(row.cells[index] for row in listing.rows)
    ]
    rows = [replace(row, cells=[row.cells[index] for index in shown]) for row in listing.rows]
    return replace(listing, columns=[listing.columns[index] for index in shown or range(5)], rows=rows)


def _row(record: Record, policy: Policy, lang: Lang) -> Row:
    cells = (
        kind_words(record.kind, lang),
        record.id,
        record.clause or "",
        str(record.item or ""),
        record.title.in_(lang),
        _subject(_whose(record), policy),
        LEVELS[record.level].in_(lang) if record.level else "",
        MODALITIES[record.modality].in_(lang) if record.modality else "",
        _activity(record, policy, lang),
        record.sort or "",
        record.within or "",
        ", ".join(_subject(subject, policy) for subject in record.subjects),
        ", ".join(record.cited),
        record.reading or "",
        record.act or "",
        record.origin,
        record.inherited_from or "",
    )
    return Row(record.as_record(lang), cells)


def records_table(found: Iterable[Record], policy: Policy, lang: Lang = "ru") -> "Table":
    """The elements for the terminal: the clause first, what explains an element dim below its title."""
    from rich.table import Table

    table = Table(*(heading.in_(lang) for heading in _HEADINGS))
    table.columns[2].ratio, table.columns[3].max_width = 1, _WHOSE
    for record in found:
        table.add_row(*(_stacked(lines) for lines in _cells(record, policy, lang)))
    return table


def _cells(record: Record, policy: Policy, lang: Lang) -> Iterator[Sequence[str]]:
    """The cells of a record in the order of the headings, line by line."""
    yield record.clause or "", f"{_ITEM.in_(lang)} {record.item}" if record.item else ""
    yield kind_words(record.kind, lang), MODALITIES[record.modality].in_(lang) if record.modality else ""
    activity = _activity(record, policy, lang)
    inherited = f", {_FROM.in_(lang)} {record.inherited_from}" if record.inherited_from else ""
    yield (
        record.title.in_(lang),
        f"{_ACTIVITY.in_(lang)}: {activity}" if activity else "",
        f"{_READING.in_(lang)}: {record.reading}" if record.reading else "",
        f"{record.id}{inherited}",
    )
    yield _subject(_whose(record), policy), LEVELS[record.level].in_(lang) if record.level else ""


def _stacked(lines: Sequence[str]) -> "Styled":
    """The first line plain, the others dim below it."""
    from rich.text import Text as Styled

    below = [Styled(line, style="dim") for line in lines[1:] if line]
    return Styled("\n").join([Styled(lines[0]), *below] if lines[0] else below)


def _whose(record: Record) -> str | None:
    """The subject that an element belongs to; of a subject the one of which it is part."""
    return record.within if record.kind == "subject" else record.subject


def _subject(id_: str | None, policy: Policy) -> str:
    return policy.subjects[id_].title if id_ is not None else ""


def _activity(record: Record, policy: Policy, lang: Lang) -> str:
    return policy.activities[record.activity].title.in_(lang) if record.activity else ""


def nothing_found(policy: Policy, clause: str | None, lang: Lang = "ru") -> str:
    """What to say where no element is found: not specified, and of a clause without a norm why it has none."""
    said = [f"{policy.id}: {NOT_SPECIFIED.in_(lang)}"]
    for listed in policy.clauses:
        if clause is not None and listed.no_norm is not None and is_below(listed.clause, clause):
            none = "no norm" if lang == "en" else "нормы нет"
            said.append(f"{capitalised(clause_words(listed.clause, lang))}: {none}, {listed.no_norm}")
    return "\n".join(said)
