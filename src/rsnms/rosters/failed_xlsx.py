"""Cells of an ``.xlsx`` whose formulas have no value. The reader of workbooks shows them as empty.

Only cells that end in an error (``t="e"``) and formulas for which the file keeps no value are looked for.
"""

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path, PurePosixPath

from rsnms.rosters.sheet import Broken, column_number

Place = tuple[int, int]
"""A row and a column, counted from 1."""

_CHUNK = 1 << 20
_SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^>/])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_REFERENCE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>([^<]*)")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")


def failed_cells(path: Path) -> dict[str, dict[Place, Broken]]:
    """The cells without a value, by sheet.

    Raises:
        zipfile.BadZipFile: the file is no archive.
        KeyError: the archive is no workbook.
    """
    with zipfile.ZipFile(path) as archive:
        parts = {part: name for name, part in _parts(archive)}
        return {name: dict(_in_part(archive, part)) for part, name in parts.items() if part in archive.namelist()}


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    relations = {
        about["Id"]: about["Target"]
        for about in map(_attributes, _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels").decode()))
    }
    for about in map(_attributes, _SHEET.findall(archive.read("xl/workbook.xml").decode())):
        target = next((relations.get(value) for key, value in about.items() if key.endswith(":id")), None)
        if target:
            part = PurePosixPath(target) if target.startswith("/") else PurePosixPath("/xl") / target
            yield about["name"], str(part).lstrip("/")


def _attributes(text: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(text)}


def _in_part(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[Place, Broken]]:
    waiting = b""
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            waiting += chunk
            end = waiting.rfind(b"<row")
            if end > 0:
                yield from _in_cells(waiting[:end])
                waiting = waiting[end:]
    yield from _in_cells(waiting)


def _in_cells(data: bytes) -> Iterator[tuple[Place, Broken]]:
    if b't="e"' not in data and b"<f" not in data and b":f" not in data:
        return
    for attributes, content in _CELL.findall(data):
        value = _VALUE.search(content)
        failed = b't="e"' in attributes
        valued = value is not None and (value[1] or b't="str"' in attributes)
        if failed or (not valued and _FORMULA.search(content)):
            reference = _REFERENCE.search(attributes)
            if reference:
                code = value[1].decode() if failed and value else ""
                yield (int(reference[2]), column_number(reference[1].decode())), Broken(code)
