"""Workbooks of Excel: sheets of typed cells, merged ranges, and the cells whose formulas failed."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rsnms.domain.extras import need
from rsnms.rosters import failed_xls, failed_xlsx
from rsnms.rosters.problems import RosterError
from rsnms.rosters.sheet import Broken, Merge, Sheet, Source

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
Failed = Mapping[tuple[int, int], Broken]


def read_excel(path: Path) -> Source:
    """Read a workbook.

    Raises:
        RosterError: it is no workbook, is damaged or protected by a password.
        LibraryMissingError: the reader is not installed.
    """
    calamine = need("python_calamine")
    with path.open("rb") as file:
        start = file.read(4)
    if start not in (_ZIP, _OLE):
        raise RosterError.of("not-a-workbook", file=path.name)
    if start == _OLE and _ENCRYPTED in path.read_bytes():
        raise RosterError.of("password", file=path.name)
    try:
        with path.open("rb") as file, calamine.CalamineWorkbook.from_object(file) as book:
            failed = _failed(path, start, [about.name for about in book.sheets_metadata])
            shown: list[Sheet] = []
            hidden: list[Sheet] = []
            for about in book.sheets_metadata:
                if about.typ == calamine.SheetTypeEnum.WorkSheet:
                    visible = about.visible == calamine.SheetVisibleEnum.Visible
                    sheet = _sheet(book.get_sheet_by_name(about.name), failed.get(about.name, {}))
                    (shown if visible else hidden).append(sheet)
    except calamine.PasswordError:
        raise RosterError.of("password", file=path.name) from None
    except (calamine.CalamineError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise RosterError.of("damaged", file=path.name, reason=str(error)) from None
    return Source(path.name, tuple(shown), tuple(hidden))


def _failed(path: Path, start: bytes, names: list[str]) -> Mapping[str, Failed]:
    if start == _ZIP:
        return failed_xlsx.failed_cells(path)
    return dict(zip(names, failed_xls.failed_cells(path), strict=False))


def _sheet(sheet: Any, failed: Failed) -> Sheet:
    top, left = sheet.start or (0, 0)
    rows = sheet.to_python(skip_empty_area=True)
    width = len(rows[0]) if rows else 0
    rows += [[""] * width for _ in range(max((row for row, _ in failed), default=0) - top - len(rows))]
    for (row, column), broken in failed.items():
        if row > top and 0 <= column - 1 - left < width:
            rows[row - 1 - top][column - 1 - left] = broken
    merges = tuple(
        Merge(first_row + 1, first_column + 1, last_row + 1, last_column + 1)
        for (first_row, first_column), (last_row, last_column) in sheet.merged_cell_ranges or ()
    )
    return Sheet(sheet.name, rows, top + 1, left + 1, merges)
