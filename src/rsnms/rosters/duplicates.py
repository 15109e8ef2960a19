"""Rows that seem to be one person: equal ids, or equal СНИЛС, which is compared and never shown."""

from collections.abc import Iterable, Iterator, Sequence

from rsnms.rosters.cells import shown
from rsnms.rosters.header import Heading
from rsnms.rosters.personal import snils_digits
from rsnms.rosters.persons import Person
from rsnms.rosters.problems import Problem
from rsnms.rosters.sheet import blank


def equal(code: str, keys: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """A problem for each key that several rows share."""
    rows: dict[str, list[int]] = {}
    for row, key in keys:
        rows.setdefault(key, []).append(row)
    yield from (Problem(code, rows=tuple(same)) for same in rows.values() if len(same) > 1)


def equal_snils(persons: Sequence[Person], column: Heading) -> Iterator[Problem]:
    """Rows with one СНИЛС, and rows whose СНИЛС has a wrong form."""
    known: list[tuple[int, str]] = []
    wrong: list[int] = []
    for person in persons:
        cell = person.cell(column.index)
        digits = snils_digits(shown(cell))
        if digits:
            known.append((person.row, digits))
        elif not blank(cell):
            wrong.append(person.row)
    yield from equal("duplicate-snils", known)
    if wrong:
        yield Problem("wrong-snils", rows=tuple(wrong))


def holds_snils(persons: Sequence[Person], column: Heading) -> bool:
    """Whether most of what stands in a column are СНИЛС."""
    texts = [shown(cell) for person in persons if not blank(cell := person.cell(column.index))]
    return 2 * sum(snils_digits(text) is not None for text in texts) > len(texts)
