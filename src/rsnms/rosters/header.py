"""The header of a sheet: where it is, what its columns hold, and where the data begins.

The header is the row that shows the most known headings, wherever it stands. Headings of several rows are read where
cells are merged: "Стаж" above "педагогический" and "по специальности" makes two headings.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rsnms.rosters.addresses import Address
from rsnms.rosters.headings import Headings, Meaning, States
from rsnms.rosters.known_columns import Column
from rsnms.rosters.problems import RosterError
from rsnms.rosters.sheet import Merge, Sheet, blank
from rsnms.rosters.spelling import words

SEARCHED_ROWS = 200
"""The header is looked for in so many rows; further down it has to be stated."""
ENOUGH = 2
"""A row with fewer known headings is the header only where no other row, on no other sheet, has any."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a sheet: its place in the rows, its letters, its heading and what it holds."""

    index: int
    letters: str | None
    text: str
    meaning: Meaning | None = None

    def at(self, row: int, sheet: str | None) -> Address:
        """The address of the column's cell in a row."""
        return Address(row, self.letters, self.text, sheet)

    def __str__(self) -> str:
        return f"{self.letters} «{self.text}»" if self.letters else f"«{self.text}»"


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a sheet: its last row (0 where a dataframe names its columns) and its headings."""

    sheet: Sheet
    row: int
    headings: tuple[Heading, ...]

    @property
    def known(self) -> int:
        """How many different headings are known; none where they speak of nothing but names and remarks."""
        meanings = {words(heading.text): heading.meaning for heading in self.headings if heading.meaning is not None}
        stated = {meaning.fact.name for meaning in meanings.values() if isinstance(meaning, States)}
        others = [meaning for meaning in meanings.values() if not isinstance(meaning, States)]
        useful = stated or any(meaning not in (Column.PERSONAL, Column.UNUSED) for meaning in others)
        return len(stated) + len(others) if useful else 0

    @property
    def width(self) -> int:
        """How many cells a row needs to reach the last heading."""
        return max((heading.index for heading in self.headings), default=-1) + 1


def find_header(sheet: Sheet, known: Headings) -> Header | None:
    """Find the header of a sheet; ``None`` where no row looks like one.

    Raises:
        RosterError: several rows have equally many known headings and differ.
    """
    if sheet.headings is not None:
        return _named(sheet, known)
    rows = range(sheet.first_row, min(sheet.last_row, sheet.first_row + SEARCHED_ROWS - 1) + 1)
    headers = [
        header
        for row in rows
        if (header := _at(sheet, row, known, by_letters=False)).known and not _goes_on(sheet, header)
    ]
    most = max((header.known for header in headers), default=0)
    best = [header for header in headers if header.known == most]
    if not best or (most < ENOUGH and len(best) > 1):
        return None
    if len({tuple(words(heading.text) for heading in header.headings) for header in best}) > 1:
        raise RosterError.of("several-headers", candidates=", ".join(str(header.row) for header in best))
    return _at(sheet, best[0].row, known)


def header_at(sheet: Sheet, row: int, known: Headings) -> Header:
    """Read the header in a row that somebody has named; merged cells may carry it further down.

    Raises:
        RosterError: the row is empty.
    """
    if sheet.headings is not None:
        return _named(sheet, known)
    bottom = max([row, *(merge.bottom for merge in sheet.merges if merge.top <= row <= merge.bottom)])
    header = _at(sheet, bottom, known)
    if not header.headings:
        raise RosterError.of("empty-header", row=str(row))
    return header


def _named(sheet: Sheet, known: Headings) -> Header:
    named = enumerate(sheet.headings or ())
    return Header(sheet, 0, tuple(Heading(index, None, text, known.meaning(text)) for index, text in named))


def _at(sheet: Sheet, row: int, known: Headings, *, by_letters: bool = True) -> Header:
    return Header(sheet, row, tuple(_headings(sheet, row, known, by_letters)))


def _headings(sheet: Sheet, row: int, known: Headings, by_letters: bool) -> Iterator[Heading]:
    merges = [merge for merge in sheet.merges if merge.top <= row and merge.bottom >= row - 1]
    for index in range(len(sheet.row(row))):
        column = sheet.first_column + index
        merge = _covering(merges, row, column)
        own = _text(sheet, merge.top, merge.left) if merge else _text(sheet, row, column)
        if not own:
            continue
        wide = _covering(merges, (merge.top if merge else row) - 1, column)
        above = _text(sheet, wide.top, wide.left) if wide and wide.right > wide.left else ""
        candidates = [f"{above}: {own}", f"{own} {above}", own] if above and above != own else [own]
        meanings = {text: known.meaning(text, sheet.letters(index) if by_letters else None) for text in candidates}
        text = next((text for text, meaning in meanings.items() if meaning is not None), own)
        yield Heading(index, sheet.letters(index), text, meanings[text])


def _covering(merges: list[Merge], row: int, column: int) -> Merge | None:
    inside = (merge for merge in merges if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right)
    return next(inside, None)


def _text(sheet: Sheet, row: int, column: int) -> str:
    cells, index = sheet.row(row), column - sheet.first_column
    cell = cells[index] if 0 <= index < len(cells) else None
    return "" if blank(cell) else " ".join(str(cell).split())


def _goes_on(sheet: Sheet, header: Header) -> bool:
    """Whether merged headings carry the header on to the next row."""
    columns = {sheet.first_column + heading.index for heading in header.headings if heading.meaning is not None}
    return any(
        merge.top <= header.row < merge.bottom and columns & set(range(merge.left, merge.right + 1))
        for merge in sheet.merges
    )
