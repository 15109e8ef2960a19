"""Workbooks made for tests."""

from datetime import date
from pathlib import Path

import xlsxwriter
import xlwt


def write_xlsx(path: Path, rows, *, sheet="Реестр", top=0, left=0, more=None, merges=()) -> Path:
    """Write rows from a cell on; ``more`` holds further sheets by name, ``merges`` ranges with their texts."""
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for name, its_rows, first_row, first_column in (
            (sheet, rows, top, left),
            *((name, its_rows, 0, 0) for name, its_rows in (more or {}).items()),
        ):
            page = book.add_worksheet(name)
            for row, cells in enumerate(its_rows, first_row):
                for column, cell in enumerate(cells, first_column):
                    if isinstance(cell, date):
                        page.write_datetime(row, column, cell, day)
                    elif isinstance(cell, str) and cell.startswith("="):
                        page.write_formula(row, column, cell, None, "#N/A")
                    elif cell is not None:
                        page.write(row, column, cell)
            if name == sheet:
                for merge, text in merges:
                    page.merge_range(merge, text)
    return path


NOT_AVAILABLE = 42
"""The code of #N/A in old workbooks."""


def write_xls(path: Path, rows, *, sheet="Реестр", top=0, left=0) -> Path:
    book = xlwt.Workbook()
    page = book.add_sheet(sheet)
    day = xlwt.easyxf(num_format_str="dd.mm.yyyy")
    for row, cells in enumerate(rows, top):
        for column, cell in enumerate(cells, left):
            if isinstance(cell, date):
                page.write(row, column, cell, day)
            elif isinstance(cell, str) and cell.startswith("#"):
                page.row(row).set_cell_error(column, NOT_AVAILABLE)
            elif cell is not None:
                page.write(row, column, cell)
    book.save(str(path))
    return path
