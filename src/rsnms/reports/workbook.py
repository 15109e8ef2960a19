"""Workbooks of several sheets with typed cells: numbers and dates as such, texts never as formulas."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from rsnms.domain.extras import need

Cell = str | int | Decimal | date | None
"""``None`` is an empty cell."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, the headings with their widths in characters, and rows of as many cells."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Iterable[Sequence[Cell]]


def write_workbook(path: Path, title: str, sheets: Iterable[Sheet]) -> None:
    """Write sheets with filters and frozen headings.

    Raises:
        LibraryMissingError: the library that writes workbooks is not installed.
        OSError: the file cannot be written.
    """
    xlsxwriter = need("xlsxwriter")
    with path.open("wb") as file, xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": title})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDEBF7"})
        text = book.add_format({"text_wrap": True, "valign": "top"})
        whole = book.add_format({"num_format": "#,##0", "valign": "top"})
        exact = book.add_format({"num_format": "#,##0.00", "valign": "top"})
        day = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"})
        for sheet in sheets:
            written = book.add_worksheet(sheet.name)
            written.freeze_panes(1, 0)
            for index, (heading, width) in enumerate(sheet.columns):
                written.set_column(index, index, width)
                written.write_string(0, index, heading, head)
            last = 0
            for last, row in enumerate(sheet.rows, 1):
                for index, cell in enumerate(row):
                    match cell:
                        case str():
                            written.write_string(last, index, cell, text)
                        case date():
                            written.write_datetime(last, index, cell, day)
                        case Decimal():
                            written.write_number(last, index, cell, exact)
                        case int():
                            written.write_number(last, index, cell, whole)
            written.autofilter(0, 0, max(last, 1), len(sheet.columns) - 1)
