"""Rosters: people of a policy written the way personnel departments write them, and what should be read from that."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from rsnms.domain.fact import About, Atom, Fact, FactType
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.rosters.headings import Headings, States, headings_of
from rsnms.rosters.spelling import spellings
from rsnms.testing.aimed_people import Person, people, policy_people
from rsnms.testing.drawing import Unprinted, integer, pick, policy_of

ID = "Таб. №"
"""The heading of the column with ids."""
_FEWEST_COLUMNS, _MOST_COLUMNS = 2, 8
_FLAWED = 6
"""One cell in so many is flawed where flaws are wanted."""
_FLAWS = {
    FactType.BOOLEAN: "возможно",
    FactType.INTEGER: "много",
    FactType.NUMBER: "много",
    FactType.DATE: "31.02.2024",
    FactType.DURATION: "давно",
    FactType.CHOICE: "не разобрать",
    FactType.CHOICES: "не разобрать",
}
"""Cells that state no value of a fact; of free texts there are none."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """A cell that states no value of its fact: the row's index from 0, the fact, and the cell."""

    row: int
    fact: str
    cell: str


@dataclass(frozen=True, slots=True, repr=False)
class RosterFile:
    """A roster: its cells, and what :func:`rsnms.read_roster` should read from them."""

    facts: tuple[Fact, ...]
    """The policy's whole vocabulary of persons: what to read the roster with."""
    headings: tuple[str, ...]
    """The first one is that of the ids."""
    rows: tuple[tuple[str, ...], ...]
    people: tuple[Mapping[str, Atom], ...]
    """The facts that each row states, flawed cells left out: those of :attr:`rsnms.rosters.roster.Row.facts`."""
    flaws: tuple[Flaw, ...]
    as_of: date
    """The day for which the people were made; they are free of contradictions on it."""

    def __repr__(self) -> str:
        return f"RosterFile(headings={self.headings}, rows={self.rows}, flaws={self.flaws}, as_of={self.as_of!r})"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002 - the protocol of printers
        printer.text(repr(self))

    @property
    def records(self) -> list[dict[str, str | None]]:
        """The rows by heading, for a dataframe; an empty cell is ``None``."""
        return [{head: cell or None for head, cell in zip(self.headings, row, strict=True)} for row in self.rows]

    def csv(self, delimiter: str = ";") -> str:
        """The roster as the text of a CSV file."""
        text = StringIO(newline="")
        csv.writer(text, delimiter=delimiter).writerows([self.headings, *self.rows])
        return text.getvalue()

    def write(self, folder: str | Path) -> Path:
        """Write ``roster.csv`` into a folder; return its path.

        Raises:
            OSError: the file cannot be written.
        """
        path = Path(folder) / "roster.csv"
        path.write_text(self.csv(), encoding="utf-8", newline="")
        return path


def rosters(
    policy: Policy | Jurisdiction,
    eligibility: str | None = None,
    *,
    on: date | None = None,
    flawed: bool = False,
    most: int = 5,
) -> st.SearchStrategy[RosterFile]:
    """Rosters of one to ``most`` people, readable by :func:`rsnms.read_roster`, with two to eight columns of facts.

    Args:
        policy: its vocabulary makes the columns.
        eligibility: with it the people lie at its thresholds, and the columns are those it asks about; without it
            they are any people.
        on: the day for which the facts hold, by default 01.01.2024, or the first day on which the policy applies.
        flawed: whether some cells state no value of their fact; :attr:`RosterFile.flaws` names them.
        most: how many people there are at most.

    Raises:
        UnknownNameError: the policy has no such eligibility.
        NotInForceError: no act is in force on that day.
    """
    version, day = policy_of(policy, on)
    if eligibility is None:
        persons = people(version, on=day)
    else:
        persons = policy_people(version, eligibility, on=day, by_days=False)
    return _rosters(Unprinted(_Columns.of(version)), persons, day, flawed, most)


@dataclass(frozen=True)
class _Columns:
    """The facts that rosters have columns for, each with the headings under which it and no other fact is found."""

    facts: tuple[Fact, ...]
    headings: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, policy: Policy) -> "_Columns":
        facts = tuple(policy.facts_about(About.PERSON).values())
        known = Headings(facts)
        found = {fact.name: tuple(_own_headings(fact, known)) for fact in facts}
        return cls(facts, {name: headings for name, headings in found.items() if headings})

    def of_people(self, people: Sequence[Person]) -> list[Fact]:
        """The columns of a roster: those of facts that somebody states, and as many as make a header of two."""
        stated = dict.fromkeys(name for person in people for name in person)
        known = [name for name in (*stated, *self.headings) if name in self.headings]
        chosen = list(dict.fromkeys(known))[: max(_FEWEST_COLUMNS, min(len(stated), _MOST_COLUMNS))]
        return [fact for fact in self.facts if fact.name in chosen]


def _own_headings(fact: Fact, known: Headings) -> Iterator[str]:
    """The headings in words under which a fact and no other is found."""
    return (one for one in headings_of(fact) if one != fact.name and known.meaning(one) == States(fact))


@st.composite
def _rosters(
    draw: st.DrawFn, known: Unprinted[_Columns], persons: st.SearchStrategy[Person], on: date, flawed: bool, most: int
) -> RosterFile:
    columns = known.of
    drawn = [draw(persons) for _ in range(draw(integer(1, most)))]
    facts = columns.of_people(drawn)
    atoms = [{fact.name: fact.atom(one[fact.name]) for fact in facts if fact.name in one} for one in drawn]
    rows, flaws = [], []
    for number, person in enumerate(atoms):
        cells = [f"п{number + 1}"]
        for fact in facts:
            cell = written(draw, fact, person[fact.name]) if fact.name in person else ""
            if flawed and fact.type in _FLAWS and draw(integer(0, _FLAWED - 1)) == _FLAWED - 1:
                cell = _FLAWS[fact.type]
                flaws.append(Flaw(number, fact.name, cell))
            cells.append(cell)
        rows.append(tuple(cells))
    for flaw in flaws:
        atoms[flaw.row].pop(flaw.fact, None)
    headings = (ID, *(pick(draw, columns.headings[fact.name]) for fact in facts))
    return RosterFile(columns.facts, headings, tuple(rows), tuple(atoms), tuple(flaws), on)


def written(draw: st.DrawFn, fact: Fact, atom: Atom) -> str:
    """An atom the way somebody may write it into a cell."""
    match fact.type, atom:
        case FactType.BOOLEAN, _:
            return pick(draw, ("да", "+", "имеется") if atom else ("нет", "-", "НЕТ"))
        case FactType.DATE, date():
            return pick(draw, (f"{atom:%d.%m.%Y}", atom.isoformat()))
        case FactType.DURATION, int():
            years, months = divmod(atom, 12)
            return pick(draw, (f"{years} лет {months} мес.", f"{atom} мес.", f"{years} г. {months} м."))
        case FactType.NUMBER, float():
            return f"{atom:.6f}".rstrip("0").rstrip(".").replace(".", pick(draw, (",", ".")))
        case FactType.CHOICE, str():
            return pick(draw, _spellings(fact, atom))
        case _, frozenset():
            return pick(draw, ("; ", ";")).join(pick(draw, _spellings(fact, one)) for one in sorted(atom)) or "нет"
    return str(atom)


def _spellings(fact: Fact, member: str) -> Sequence[str]:
    return tuple(_known_spellings(fact, member)) if fact.type.is_listed else (member,)


def _known_spellings(fact: Fact, member: str) -> Iterator[str]:
    """The title and the id of a listed value; the id alone where others share the title."""
    value = fact.value(member)
    if value is not None and spellings(fact).meant(value.title.ru) == (member,):
        yield value.title.ru
    yield member
