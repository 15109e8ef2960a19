"""Reading people from Excel, CSV, Parquet and dataframes: nothing is guessed, nothing is lost."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rsnms.domain.fact import Atom, Fact
from rsnms.rosters.cell_problems import CellProblem
from rsnms.rosters.cells import shown
from rsnms.rosters.drafting import Draft, Request, draft_roster
from rsnms.rosters.duplicates import equal, equal_snils, holds_snils
from rsnms.rosters.mapping import RosterMapping
from rsnms.rosters.problems import Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One person: the row of the file, an id, the facts that the row states, and the cells that are in error."""

    row: int
    id: str
    """From the id column, else the number of the row."""
    facts: Mapping[str, Atom]
    """Atoms by name; what is not stated, or is in error, is absent."""
    errors: tuple[CellProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of a source, in its order."""

    source: str
    sheet: str | None
    header_row: int
    """The last row of the header; 0 where a dataframe names its columns."""
    as_of: date | None
    """The day for which the figures hold, where it was stated or a heading says it."""
    columns: Mapping[str, str]
    """The headings that were read, with the names of their facts."""
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    has_ids: bool = False
    """Whether a column gives the ids; else they are the numbers of the rows."""

    @property
    def errors(self) -> Iterator[CellProblem]:
        """The cells in error of all rows."""
        return (error for row in self.rows for error in row.errors)


def read_roster(
    source: object,
    facts: Sequence[Fact],
    *,
    mapping: RosterMapping | str | Path | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    id_column: str | None = None,
    as_of: date | None = None,
) -> Roster:
    """Read the people of a file or a dataframe.

    ``facts`` is the vocabulary: give the whole of it, for a column of a fact outside it is an unknown column. A cell
    that states no value of its fact leaves the fact unknown with an error; its row is kept. What is left out, and why,
    stands in :attr:`Roster.problems`.

    Args:
        source: the path of an .xlsx, .xls, .csv or .parquet file, or a dataframe that narwhals knows.
        facts: the facts to look for.
        mapping: what settles open headings and values, or the path of its file.
        sheet: the sheet, where several hold rosters.
        header_row: the row of the headings, where it is not found.
        id_column: the heading of the column with ids.
        as_of: the day for which the figures hold; with it more contradictions are found.

    Raises:
        RosterError: the source cannot be read, or it is undecided where the roster is.
        LibraryMissingError: the library that reads it is not installed.
        MappingError: the mapping file has mistakes.
    """
    request = Request.of(facts, mapping, sheet=sheet, header_row=header_row, id_column=id_column, as_of=as_of)
    draft = draft_roster(source, request)
    ids, about_ids = _ids(draft, explicit=bool(request.id_column or request.mapping.id_column))
    rows = tuple(
        Row(person.row, id_, person.facts, tuple(person.errors)) for person, id_ in zip(draft.persons, ids, strict=True)
    )
    return Roster(
        source=draft.source,
        sheet=draft.header.sheet.name,
        header_row=draft.header.row,
        as_of=draft.columns.as_of,
        columns={heading.text: name for name, (heading, _) in draft.columns.facts.items()},
        rows=rows,
        problems=(*draft.problems, *about_ids, *_about_rows(draft, rows)),
        has_ids=draft.columns.id is not None and not any(problem.code == "id-is-snils" for problem in about_ids),
    )


def _ids(draft: Draft, *, explicit: bool) -> tuple[list[str], list[Problem]]:
    """The ids of the rows; СНИЛС are taken for ids only where somebody has named their column."""
    numbers = [str(person.row) for person in draft.persons]
    column = draft.columns.id
    if column is None:
        return numbers, []
    if not explicit and holds_snils(draft.persons, column):
        return numbers, [Problem("id-is-snils", {"column": str(column)})]
    stated = [shown(person.cell(column.index)) for person in draft.persons]
    ids = [id_ or number for id_, number in zip(stated, numbers, strict=True)]
    missing = tuple(person.row for person, id_ in zip(draft.persons, stated, strict=True) if not id_)
    problems = [Problem("missing-id", rows=missing)] if missing else []
    rows = [person.row for person in draft.persons]
    return ids, [*problems, *equal("duplicate-id", zip(rows, ids, strict=True))]


def _about_rows(draft: Draft, rows: Sequence[Row]) -> Iterator[Problem]:
    if draft.columns.snils is not None:
        yield from equal_snils(draft.persons, draft.columns.snils)
    silent = tuple(row.row for row in rows if not row.facts and not row.errors)
    if silent:
        yield Problem("says-nothing", rows=silent)
    if not rows:
        yield Problem("no-rows")
