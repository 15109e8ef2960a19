"""CSV: the encoding and the separator are decided by what the file holds, or not at all."""

import codecs
import csv
import re
from collections.abc import Callable, Iterable
from io import StringIO

from rsnms.rosters.problems import RosterError
from rsnms.rosters.sheet import Sheet

DELIMITERS = (";", ",", "\t")
_STATED = re.compile(r'"?sep=([;,\t|])"?\r?\n')
"""The first line by which Excel is told the separator."""
_SAMPLE = 200
"""Records looked at to decide the separator."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FOREIGN = re.compile(r"[^\x00-\x7fА-Яа-яЁё№«»—–…“”„’‘•°§\u00a0]")
_RUSSIAN = re.compile(r"[А-Яа-яЁё]")
_CASE_TURNED = re.compile(r"[а-яё][А-ЯЁ]")
"""A capital after a small letter is rare in Russian, and everywhere in another Cyrillic encoding read as this one."""


def read_delimited(
    raw: bytes,
    file: str,
    knows: Callable[[str], bool],
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Sheet:
    """Read a CSV file; ``knows`` tells whether a cell is a known heading, which decides between separators.

    Rows are numbered as a spreadsheet numbers them: a record with line breaks in its cells is one row.

    Raises:
        RosterError: the encoding or the separator is undecided, or quotes do not match.
    """
    text = _decoded(raw, file, encoding)
    delimiter = delimiter or _decided(text, file, knows)
    return Sheet(None, _records(text, delimiter, file), ragged=True)


def _decoded(raw: bytes, file: str, encoding: str | None) -> str:
    if encoding is not None:
        try:
            return raw.decode(encoding).removeprefix("\ufeff")
        except (UnicodeDecodeError, LookupError):
            raise RosterError.of("wrong-encoding", file=file, encoding=encoding) from None
    marked = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    for name in [marked] if marked else ["utf-8", "cp1251"]:
        try:
            text = raw.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and (name != "cp1251" or _is_russian(text)):
            return text
    raise RosterError.of("encoding", file=file)


def _is_russian(text: str) -> bool:
    russian, foreign = len(_RUSSIAN.findall(text)), len(_FOREIGN.findall(text))
    return 0 < russian >= foreign * 50 and len(_CASE_TURNED.findall(text)) * 20 <= russian


def _decided(text: str, file: str, knows: Callable[[str], bool]) -> str:
    """The separator under which some row shows the most known headings, else the one that makes an even table."""
    stated = _STATED.match(text)
    if stated:
        return stated[1]
    samples = {delimiter: _sample(text, delimiter) for delimiter in DELIMITERS}
    scores = {delimiter: _most(map(knows, row) for row in rows) for delimiter, rows in samples.items()}
    best = [delimiter for delimiter, score in scores.items() if score == max(scores.values())]
    if len(best) == 1:
        return best[0]
    even = [delimiter for delimiter in best if _is_even(samples[delimiter])]
    if len(even) == 1:
        return even[0]
    if not any(delimiter in text for delimiter in best):
        return best[0]
    raise RosterError.of("delimiter", file=file)


def _sample(text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append(row)
            if len(rows) == _SAMPLE:
                break
    except csv.Error:
        return rows
    return rows


def _most(rows: Iterable[Iterable[bool]]) -> int:
    return max((sum(row) for row in rows), default=0)


def _is_even(rows: list[list[str]]) -> bool:
    widths = {len(row) for row in rows if row}
    return len(widths) == 1 and widths != {1}


def _records(text: str, delimiter: str, file: str) -> list[list[str]]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    while True:
        line = reader.line_num + 1
        try:
            rows.append(next(reader))
        except StopIteration:
            return rows
        except csv.Error:
            raise RosterError.of("csv-quotes", file=file, line=str(line)) from None
