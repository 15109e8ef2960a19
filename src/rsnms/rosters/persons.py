"""Which rows below the header are persons. What is not is passed over by a rule that says so, never silently."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rsnms.domain.fact import Atom
from rsnms.rosters.cell_problems import CellProblem
from rsnms.rosters.cells import shown
from rsnms.rosters.header import Header
from rsnms.rosters.problems import Problem
from rsnms.rosters.sheet import Cell, blank
from rsnms.rosters.spelling import phrase, words

_TOTALS = set(phrase("итого всего итог total"))
_FEWEST_NUMBERS = 3


@dataclass(slots=True)
class Person:
    """A row while it is being read: its number, its cells, and what is known by now."""

    row: int
    cells: Sequence[Cell]
    facts: dict[str, Atom] = field(default_factory=dict)
    errors: list[CellProblem] = field(default_factory=list)
    shifted: bool = False
    """Whether the row has too few or too many cells, so that any cell may stand in a wrong column."""

    def cell(self, index: int) -> Cell:
        """The cell at a place; ``None`` beyond the end of the row, and where nobody knows which cell it is."""
        return None if self.shifted or index >= len(self.cells) else self.cells[index]

    def fails(self, name: str) -> bool:
        """Whether an error already stands in the way of a fact."""
        return any(error.fact is not None and error.fact.name == name for error in self.errors)


def persons_below(header: Header) -> tuple[list[Person], list[Problem]]:
    """The rows of persons, and notes on the others: totals, numbers of columns, repetitions of the header.

    Rows without anything in them are passed over. A merged cell counts in each row that it covers.
    """
    sheet = header.sheet
    filled = _merged(header)
    kinds = _Kinds(header)
    passed: dict[str, list[int]] = {"total-row": [], "numbering-row": [], "repeated-header": []}
    persons: list[Person] = []
    first = header.row + 1 - sheet.first_row if header.row else 0
    for number, cells in enumerate(sheet.rows[max(first, 0) :], max(header.row + 1, sheet.first_row)):
        start = next((cell for cell in cells if cell is not None and cell != "" and not blank(cell)), None)
        if start is None:
            continue
        kind = kinds.of(start, cells, is_first=not persons)
        if kind:
            passed[kind].append(number)
        else:
            row = filled.get(number)
            persons.append(Person(number, [row.get(i, cell) for i, cell in enumerate(cells)] if row else cells))
    return persons, [Problem(code, rows=tuple(rows)) for code, rows in passed.items() if rows]


class _Kinds:
    """Tells rows that are no persons, mostly by their first cell."""

    def __init__(self, header: Header) -> None:
        self._header = {(heading.index, words(heading.text)) for heading in header.headings}
        self._headings = {said for _, said in self._header}
        self._starts: dict[str, str | None] = {}

    def of(self, start: Cell, cells: Sequence[Cell], *, is_first: bool) -> str | None:
        """What a row is instead of a person, ``None`` for a person; ``start`` is its first cell that is not blank."""
        if isinstance(start, str):
            if start not in self._starts:
                said = words(start)
                total, heading = said.partition(" ")[0] in _TOTALS, said in self._headings
                self._starts[start] = "total-row" if total else "repeated-header" if heading else None
            kind = self._starts[start]
            if kind == "total-row" or (kind and _said(cells) == self._header):
                return kind
        return "numbering-row" if is_first and _counts(cells) else None


def _said(cells: Sequence[Cell]) -> set[tuple[int, str]]:
    return {(index, words(shown(cell))) for index, cell in enumerate(cells) if not blank(cell)}


def _counts(cells: Sequence[Cell]) -> bool:
    numbers = [shown(cell) for cell in cells if not blank(cell)]
    return len(numbers) >= _FEWEST_NUMBERS and numbers == [str(number + 1) for number in range(len(numbers))]


def _merged(header: Header) -> dict[int, dict[int, Cell]]:
    """By row and place, the cells that a merged cell above covers."""
    sheet = header.sheet
    filled: dict[int, dict[int, Cell]] = {}
    for merge in sheet.merges:
        index = merge.left - sheet.first_column
        cells = sheet.row(merge.top)
        if merge.top > header.row and 0 <= index < len(cells):
            for row in range(merge.top + 1, merge.bottom + 1):
                filled.setdefault(row, {})[index] = cells[index]
    return filled


def beyond_headings(header: Header, persons: list[Person]) -> Iterator[Problem]:
    """A note on the columns that hold data without a heading."""
    named = {heading.index for heading in header.headings}
    width = max((len(person.cells) for person in persons), default=0)
    unnamed = [
        index
        for index in range(width)
        if index not in named and any(not blank(person.cell(index)) for person in persons)
    ]
    if unnamed:
        letters = [header.sheet.letters(index) or str(index + 1) for index in unnamed]
        yield Problem("no-heading", {"columns": ", ".join(letters)})
