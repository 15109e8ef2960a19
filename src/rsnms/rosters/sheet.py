"""Sheets of cells, with rows and columns numbered as in the file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell whose formula ended in an error such as ``#N/A``, or whose value the file does not hold (no ``code``)."""

    code: str = ""

    def __str__(self) -> str:
        return self.code


Cell = None | str | bool | int | float | date | datetime | time | timedelta | Broken | tuple[str, ...]
"""What a cell holds, in the type in which the file holds it; a tuple is a list of a dataframe."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; rows and columns are numbered as in the file, both ends count."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells in rows. ``name`` is ``None`` where the file has no sheets."""

    name: str | None
    rows: Sequence[Sequence[Cell]]
    first_row: int = 1
    first_column: int = 1
    merges: tuple[Merge, ...] = ()
    ragged: bool = False
    """Whether rows keep their own lengths, so that a length tells of a separator too many or too few."""
    headings: tuple[str, ...] | None = None
    """The names of the columns where they do not stand in a row: of a dataframe."""

    def row(self, number: int) -> Sequence[Cell]:
        """The cells of a row by its number; none where the sheet does not reach so far."""
        index = number - self.first_row
        return self.rows[index] if 0 <= index < len(self.rows) else ()

    @property
    def last_row(self) -> int:
        """The number of the last row."""
        return self.first_row + len(self.rows) - 1

    def letters(self, index: int) -> str | None:
        """The letters of a column by its place in a row; ``None`` where columns have names alone."""
        return None if self.headings is not None else column_letters(self.first_column + index)


@dataclass(frozen=True, slots=True)
class Source:
    """What was opened: its sheets, and the names of those that are hidden."""

    name: str
    sheets: tuple[Sheet, ...]
    hidden: tuple[Sheet, ...] = field(default=())


def blank(cell: Cell) -> bool:
    """Whether a cell holds nothing that can be seen."""
    return (
        cell is None
        or cell == ""
        or (isinstance(cell, str) and not cell.replace("\u200b", "").replace("\ufeff", "").strip())
    )


def column_letters(number: int) -> str:
    """The letters of a column as spreadsheets write them: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column written in letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
