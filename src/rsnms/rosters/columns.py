"""Which columns of a sheet are read, for what, and which are not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rsnms.domain.text import Text
from rsnms.rosters.header import Header, Heading
from rsnms.rosters.headings import Ambiguous, Headings, States
from rsnms.rosters.known_columns import Column
from rsnms.rosters.personal import looks_personal
from rsnms.rosters.problems import Problem, RosterError
from rsnms.rosters.spelling import nearest, words
from rsnms.rules.wording import date_words


@dataclass(slots=True)
class Columns:
    """The columns that are read: of facts, by name; of ids and of СНИЛС; and what is wrong with the others."""

    facts: dict[str, tuple[Heading, States]] = field(default_factory=dict)
    rivals: dict[str, list[tuple[Heading, States]]] = field(default_factory=dict)
    """Facts with several columns: none of them is read."""
    id: Heading | None = None
    snils: Heading | None = None
    as_of: date | None = None
    """The day for which the roster was made, where somebody or a heading says so."""
    problems: list[Problem] = field(default_factory=list)


def choose_columns(header: Header, known: Headings, *, id_column: str | None, as_of: date | None) -> Columns:
    """Decide what each column is read for.

    Raises:
        RosterError: there is no column to take ids from by that name.
    """
    columns = Columns(as_of=as_of)
    stating = [(heading, heading.meaning) for heading in header.headings if isinstance(heading.meaning, States)]
    stating = _of_one_day(stating, columns)
    for heading, states in stating:
        columns.rivals.setdefault(states.fact.name, []).append((heading, states))
    columns.facts = {name: rivals[0] for name, rivals in columns.rivals.items() if len(rivals) == 1}
    columns.rivals = {name: rivals for name, rivals in columns.rivals.items() if len(rivals) > 1}
    for rivals in columns.rivals.values():
        shown = ", ".join(str(heading) for heading, _ in rivals)
        columns.problems.append(Problem("two-columns", {"fact": rivals[0][1].fact.title, "columns": shown}))
    columns.problems += _unread(header, known)
    _choose_id(header, id_column, columns)
    columns.snils = next(iter(_holding(header, Column.SNILS)), None)
    if not columns.facts and not columns.rivals:
        columns.problems.append(Problem("no-facts"))
    return columns


def _of_one_day(stating: list[tuple[Heading, States]], columns: Columns) -> list[tuple[Heading, States]]:
    """The columns stated for the day of the roster; where nobody has named it, the headings may, all together."""
    days = {states.on for _, states in stating if states.on}
    if columns.as_of is None and len(days) == 1:
        columns.as_of = days.pop()
    kept: list[tuple[Heading, States]] = []
    for heading, states in stating:
        if states.on in (None, columns.as_of):
            kept.append((heading, states))
        else:
            columns.problems.append(Problem("stated-for-another-day", _days(heading, states.on, columns.as_of)))
    return kept


def _days(heading: Heading, day: date | None, as_of: date | None) -> Mapping[str, str | Text]:
    unknown = Text("неизвестную дату", "an unknown day")
    shown = [Text(date_words(one), date_words(one, "en")) if one else unknown for one in (day, as_of)]
    return {"column": str(heading), "day": shown[0], "as_of": shown[1]}


def _unread(header: Header, known: Headings) -> Iterable[Problem]:
    for heading in header.headings:
        if heading.meaning is None:
            shown = heading.letters or "…" if looks_personal(heading.text) else str(heading)
            yield Problem("unknown-heading", {"column": shown}, nearest=known.nearest(heading.text))
        elif isinstance(heading.meaning, Ambiguous):
            titles = "; ".join(fact.title.ru for fact in heading.meaning.facts)
            yield Problem("ambiguous-heading", {"column": str(heading), "facts": titles})
    for code, column in (
        ("personal-columns", Column.PERSONAL),
        ("unused-columns", Column.UNUSED),
        ("ignored-columns", Column.IGNORED),
    ):
        dropped = _holding(header, column)
        if dropped:
            yield Problem(code, {"columns": ", ".join(map(str, dropped))})


def _holding(header: Header, column: Column) -> list[Heading]:
    return [heading for heading in header.headings if heading.meaning is column]


def _choose_id(header: Header, id_column: str | None, columns: Columns) -> None:
    if id_column is not None:
        columns.id = next((heading for heading in header.headings if words(heading.text) == words(id_column)), None)
        if columns.id is None:
            raise RosterError.of("no-id-column", column=id_column, nearest=_nearest(header, id_column))
        return
    ids = _holding(header, Column.ID)
    if len(ids) > 1:
        columns.problems.append(Problem("two-id-columns", {"columns": ", ".join(map(str, ids))}))
    elif ids:
        columns.id = ids[0]


def _nearest(header: Header, name: str) -> str | None:
    return nearest(name, {words(heading.text): heading.text for heading in header.headings})
