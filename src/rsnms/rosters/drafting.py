"""A roster on its way from a source to facts: opened, located, its columns chosen, its cells read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rsnms.domain.fact import Fact
from rsnms.rosters.columns import Columns, choose_columns
from rsnms.rosters.files import open_source
from rsnms.rosters.header import Header
from rsnms.rosters.headings import Headings
from rsnms.rosters.location import locate
from rsnms.rosters.mapping import BY_LETTERS, RosterMapping, column_key, read_mapping
from rsnms.rosters.persons import Person, beyond_headings, persons_below
from rsnms.rosters.problems import Problem
from rsnms.rosters.reading import read_facts
from rsnms.rosters.sheet import Source


@dataclass(slots=True)
class Draft:
    """What was made of a source so far."""

    source: str
    header: Header
    columns: Columns
    persons: list[Person]
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks of a source; it prevails over what the mapping says."""

    facts: Sequence[Fact]
    mapping: RosterMapping = field(default_factory=RosterMapping)
    sheet: str | None = None
    header_row: int | None = None
    id_column: str | None = None
    as_of: date | None = None

    @classmethod
    def of(cls, facts: Sequence[Fact], mapping: RosterMapping | str | Path | None, **stated: object) -> "Request":
        """Make the request; a mapping is read where it is a file."""
        read = read_mapping(mapping, facts) if isinstance(mapping, str | Path) else mapping or RosterMapping()
        return cls(facts, read, **stated)  # type: ignore[arg-type]

    def headings(self) -> Headings:
        """The headings known to the vocabulary and the mapping."""
        return Headings(self.facts, self.mapping.column_facts(self.facts))

    def open(self, source: object) -> Source:
        """Open a source."""
        stated = self.mapping
        return open_source(source, self.headings().knows, encoding=stated.encoding, delimiter=stated.delimiter)

    def locate(self, source: Source) -> tuple[Header, list[Problem]]:
        """Find the roster in an open source."""
        sheet, row = self.sheet or self.mapping.sheet, self.header_row or self.mapping.header_row
        return locate(source, self.headings(), sheet=sheet, header_row=row)


def draft_roster(source: object, request: Request) -> Draft:
    """Read a source as far as facts and errors of rows.

    Raises:
        RosterError: it cannot be read, or it is undecided where the roster is.
        LibraryMissingError: the library that reads it is not installed.
    """
    opened = request.open(source)
    header, problems = request.locate(opened)
    mapping, known = request.mapping, request.headings()
    id_column, as_of = request.id_column or mapping.id_column, request.as_of or mapping.as_of
    columns = choose_columns(header, known, id_column=id_column, as_of=as_of)
    persons, notes = persons_below(header)
    draft = Draft(opened.name, header, columns, persons, [*problems, *columns.problems])
    draft.problems += [*_absent(mapping, header), *beyond_headings(header, persons), *notes]
    draft.problems += read_facts(persons, header, columns, {fact.name: fact for fact in request.facts}, mapping)
    return draft


def _absent(mapping: RosterMapping, header: Header) -> list[Problem]:
    present = {column_key(heading.text) for heading in header.headings}
    present |= {f"{BY_LETTERS}{heading.letters}" for heading in header.headings}
    missing = [column for column in mapping.columns if column_key(column) not in present]
    return [Problem("mapped-column-absent", {"column": column}) for column in missing]
