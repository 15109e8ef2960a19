"""Cells of an ``.xls`` that hold an error. The reader of workbooks shows them as empty.

An ``.xls`` is a compound file whose stream ``Workbook`` is a sequence of records [MS-CFB, MS-XLS]. Three kinds of
records matter: where a sheet begins, a cell with an error, and a formula with an error as its result.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from rsnms.rosters.sheet import Broken

Place = tuple[int, int]
"""A row and a column, counted from 1."""

_FREE = 0xFFFFFFFA
"""Sector numbers from here on are marks: end of chain, free, and so on."""
_FORMULA, _BOUNDSHEET, _BOOLERR, _EOF, _BOF = 0x0006, 0x0085, 0x0205, 0x000A, 0x0809
_CODES = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def failed_cells(path: Path) -> list[dict[Place, Broken]]:
    """The cells with errors, sheet by sheet in the order of the workbook.

    Raises:
        ValueError: the file breaks off, or has no workbook stream of the usual form.
    """
    try:
        stream = _workbook_stream(path.read_bytes())
        starts = [
            struct.unpack_from("<I", stream, data)[0] for kind, data, _ in _records(stream, 0) if kind == _BOUNDSHEET
        ]
        return [dict(_in_sheet(stream, start)) for start in starts]
    except (struct.error, IndexError) as error:
        raise ValueError(str(error)) from None


def _in_sheet(stream: bytes, start: int) -> Iterator[tuple[Place, Broken]]:
    for kind, data, _ in _records(stream, start):
        if kind == _BOOLERR and stream[data + 7]:
            code = stream[data + 6]
        elif kind == _FORMULA and stream[data + 6] == 2 and stream[data + 12 : data + 14] == b"\xff\xff":
            code = stream[data + 8]
        else:
            continue
        row, column = struct.unpack_from("<HH", stream, data)
        yield (row + 1, column + 1), Broken(_CODES.get(code, "#?"))


def _records(stream: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place of the data and length of the records of a substream, nested ones (charts) included."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        depth += (kind == _BOF) - (kind == _EOF)
        yield kind, start + 4, length
        if depth <= 0:
            return
        start += 4 + length


def _workbook_stream(data: bytes) -> bytes:
    sector = 1 << struct.unpack_from("<H", data, 30)[0]
    fat_sectors, directory_start = struct.unpack_from("<I", data, 44)[0], struct.unpack_from("<I", data, 48)[0]
    table: list[int] = []
    for number in _fat_sectors(data, sector, fat_sectors):
        table += struct.unpack_from(f"<{sector // 4}I", data, (number + 1) * sector)
    directory = _chain(data, sector, table, directory_start)
    for entry in range(0, len(directory), 128):
        length = struct.unpack_from("<H", directory, entry + 64)[0]
        name = directory[entry : entry + max(length - 2, 0)].decode("utf-16-le", "replace")
        if name in ("Workbook", "Book"):
            start, size = struct.unpack_from("<II", directory, entry + 116)
            return _chain(data, sector, table, start)[:size]
    raise ValueError("no workbook stream")


def _fat_sectors(data: bytes, sector: int, count: int) -> list[int]:
    numbers = list(struct.unpack_from("<109I", data, 76))
    more = struct.unpack_from("<I", data, 68)[0]
    while more < _FREE and len(numbers) <= count + 109:
        block = struct.unpack_from(f"<{sector // 4}I", data, (more + 1) * sector)
        numbers += block[:-1]
        more = block[-1]
    return [number for number in numbers if number < _FREE][:count]


def _chain(data: bytes, sector: int, table: list[int], start: int) -> bytes:
    blocks: list[bytes] = []
    while start < _FREE and len(blocks) <= len(table):
        blocks.append(data[(start + 1) * sector : (start + 2) * sector])
        start = table[start]
    return b"".join(blocks)
