"""From rows of cells to facts of persons: every column read for its fact, then what several cells say together."""

from collections.abc import Iterator, Mapping, Sequence

from rsnms.domain.fact import Fact
from rsnms.rosters.addresses import Address
from rsnms.rosters.cell_problems import Bad, CellProblem
from rsnms.rosters.cells import CellReader, shown
from rsnms.rosters.columns import Columns
from rsnms.rosters.consistency import apply_checks, checks
from rsnms.rosters.deriving import NameReader
from rsnms.rosters.header import Header, Heading
from rsnms.rosters.mapping import RosterMapping
from rsnms.rosters.persons import Person
from rsnms.rosters.problems import Problem
from rsnms.rosters.sheet import blank
from rsnms.rosters.titles import TitleReader, category_beside


def read_facts(
    persons: Sequence[Person], header: Header, columns: Columns, facts: Mapping[str, Fact], mapping: RosterMapping
) -> Iterator[Problem]:
    """Fill in the facts and errors of persons; what was not read as it stands is noted."""
    sheet = header.sheet.name
    readable = _in_place(persons, header)
    texts: dict[str, str] = {}
    posts: list[TitleReader] = []
    for name, (heading, states) in columns.facts.items():
        fact, category = states.fact, facts.get(category_beside(name) or "")
        reader = CellReader(fact, states.unit, mapping.separators.get(name), mapping.values_of(fact), texts)
        if category is None:
            _read_column(readable, fact, reader, heading, sheet)
        else:
            posts.append(TitleReader(reader, category, heading, sheet))
            _read_column(readable, fact, posts[-1], heading, sheet)
    _refuse_rivals(readable, columns, sheet)
    yield from _complete_from_posts(readable, posts, columns)
    yield from _complete_from_names(readable, columns, facts, mapping, sheet)
    headings = {name: heading for name, (heading, _) in columns.facts.items()}
    stated = {name: states.fact for name, (_, states) in columns.facts.items()}
    found = checks(facts.values(), stated, columns.as_of)
    for person in readable:
        apply_checks(found, person, headings, sheet)


def _in_place(persons: Sequence[Person], header: Header) -> Sequence[Person]:
    """The persons whose cells stand below their headings; in a CSV a separator too many or too few shifts a row."""
    sheet, width = header.sheet, header.width
    if not sheet.ragged:
        return persons
    reach = max(width, len(sheet.row(header.row)))
    for person in persons:
        if len(person.cells) < width or not all(map(blank, person.cells[reach:])):
            words = {"cells": str(len(person.cells)), "headings": str(width)}
            person.errors.append(CellProblem(Bad("wrong-width", words=words), Address(person.row, sheet=sheet.name)))
            person.shifted = True
    return [person for person in persons if not person.shifted]


def _read_column(
    persons: Sequence[Person], fact: Fact, reader: CellReader | TitleReader, heading: Heading, sheet: str | None
) -> None:
    index, name, read = heading.index, fact.name, reader.read
    for person in persons:
        reading = read(person.cells[index])
        if isinstance(reading, Bad):
            person.errors.append(CellProblem(reading, heading.at(person.row, sheet), fact))
        elif reading is not None:
            person.facts[name] = reading


def _refuse_rivals(persons: Sequence[Person], columns: Columns, sheet: str | None) -> None:
    for rivals in columns.rivals.values():
        fact = rivals[0][1].fact
        for person in persons:
            stated = [heading for heading, _ in rivals if not blank(person.cells[heading.index])]
            if stated:
                other = next(heading for heading, _ in rivals if heading is not stated[0])
                bad = Bad.of("two-columns", fact, shown(person.cells[stated[0].index]))
                addresses = [heading.at(person.row, sheet) for heading in (stated[0], other)]
                person.errors.append(CellProblem(bad, addresses[0], fact, addresses[1]))


def _complete_from_posts(persons: Sequence[Person], posts: list[TitleReader], columns: Columns) -> Iterator[Problem]:
    for reader in posts:
        category = columns.facts.get(reader.category.name)
        for person in persons:
            reader.complete(person, category[0] if category else None)
        if reader.taken:
            yield Problem("category-from-post", rows=tuple(reader.taken))


def _complete_from_names(
    persons: Sequence[Person],
    columns: Columns,
    facts: Mapping[str, Fact],
    mapping: RosterMapping,
    sheet: str | None,
) -> Iterator[Problem]:
    for target, source in mapping.derive.items():
        if source not in columns.facts:
            continue
        reader = NameReader(facts[target], facts[source], columns.facts[source][0], sheet)
        for person in persons:
            reader.complete(person)
        if reader.taken:
            words = {"fact": reader.fact.title, "source": reader.source.title}
            yield Problem("derived", words, tuple(reader.taken))
