"""Whether the facts of one person fit together: nobody works before the age of 14 or is attested before birth.

Where two cells contradict each other nobody can tell which is wrong: both facts become unknown, both cells are named.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rsnms.domain.calendar import add_months, full_months
from rsnms.domain.fact import About, Fact, FactType, Grows, Holds, Since
from rsnms.domain.lifetime import BIRTH_DATE, EARLIEST_WORK, WORK_STARTED_ON
from rsnms.rosters.cell_problems import Bad, CellProblem
from rsnms.rosters.cells import shown
from rsnms.rosters.header import Heading
from rsnms.rosters.persons import Person


@dataclass(frozen=True, slots=True)
class Check:
    """A contradiction between two facts, or of one fact with the day of the roster."""

    code: str
    fact: Fact
    other: Fact | None
    contradicts: Callable[..., bool]


def checks(vocabulary: Iterable[Fact], stated: Mapping[str, Fact], as_of: date | None) -> list[Check]:
    """The checks between the facts that a roster states for a day; without the day some cannot be made."""
    found: list[Check] = []
    for fact in stated.values():
        side = fact.name[: -len(fact.name.rpartition(".")[2])]
        birth = stated.get(side + BIRTH_DATE)
        if birth is not None and fact.about in (About.PERSON, About.PAIR):
            found += _against_birth(fact, birth, as_of)
    for fact in vocabulary:
        found += _against_days(fact, stated, as_of)
    return sorted(found, key=lambda check: check.other is not None)


def _against_birth(fact: Fact, birth: Fact, as_of: date | None) -> Iterator[Check]:
    if fact == birth:
        if as_of is not None:
            yield Check("born-later", birth, None, lambda born: born > as_of)
    elif fact.name.endswith(WORK_STARTED_ON):
        yield Check("longer-than-life", fact, birth, lambda day, born: day < add_months(born, EARLIEST_WORK))
    elif fact.type is FactType.DATE:
        yield Check("before-birth", fact, birth, lambda day, born: day < born)
    elif isinstance(fact.movement, Grows) and as_of is not None:
        yield Check("longer-than-life", fact, birth, lambda months, born: _before_fourteen(months, born, as_of))


def _before_fourteen(months: int, born: date, as_of: date) -> bool:
    if months >= (as_of.year - 1) * 12:
        return True
    return add_months(as_of, -months) < add_months(born, EARLIEST_WORK)


def _against_days(fact: Fact, facts: Mapping[str, Fact], as_of: date | None) -> Iterator[Check]:
    match fact.movement:
        case Holds(start=str(start), until=str(until)) if start in facts and until in facts:
            yield Check("end-before-start", facts[until], facts[start], lambda end, begin: end < begin)
        case Since(start=start) if start in facts and fact.name in facts and as_of is not None:
            yield Check("disagrees-with-date", fact, facts[start], lambda months, day: _other_years(months, day, as_of))


def _other_years(months: int, day: date, as_of: date) -> bool:
    return day <= as_of and full_months(day, as_of) // 12 != months // 12


def apply_checks(found: Iterable[Check], person: Person, headings: Mapping[str, Heading], sheet: str | None) -> None:
    """Take out of a person's facts those that contradict each other, with an error for each."""
    for check in found:
        stated = person.facts.get(check.fact.name)
        other = person.facts.get(check.other.name) if check.other else None
        if stated is None or (check.other and other is None):
            continue
        if not check.contradicts(*([stated, other] if check.other else [stated])):
            continue
        pair = [fact for fact in (check.fact, check.other) if fact]
        cells = [headings[fact.name].at(person.row, sheet) for fact in pair]
        for fact, cell, rival in zip(pair, cells, [*cells[1:], cells[0]], strict=True):
            del person.facts[fact.name]
            found_here = shown(person.cell(headings[fact.name].index))
            other_cell = rival if rival is not cell else None
            person.errors.append(CellProblem(Bad.of(check.code, fact, found_here), cell, fact, other_cell))
