"""From the bytes of a file to a text that YAML can be read from."""

import os
import re
from collections.abc import Iterator
from pathlib import Path as FilePath

import yaml

from rsnms.domain.text import Text
from rsnms.policy.problems import Place, Problem

MAX_BYTES = 2_000_000
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line of YAML."""


def shown_file(path: FilePath | str) -> str:
    """The name of a file or folder in messages; bytes that are no UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_text(path: FilePath, shown: str, problems: list[Problem], *, plain: bool = False) -> str | None:
    """Read a UTF-8 text; ``None`` where ``problems`` then say why there is none. A plain one may hold any character.

    Raises:
        OSError: the file cannot be read.
    """
    if path.stat().st_size > MAX_BYTES:
        limit = Text(f"{MAX_BYTES // 10**6} МБ", f"{MAX_BYTES // 10**6} MB")
        problems.append(Problem("too-large", Place(shown), expected=limit))
        return None
    text = _decoded(path.read_bytes(), shown, problems)
    stray = list(_stray_characters(text, shown)) if text and not plain else []
    problems += stray
    return None if stray else text


def _decoded(raw: bytes, file: str, problems: list[Problem]) -> str | None:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw[:4]:
        problems.append(Problem("not-utf8", Place(file), found="UTF-16"))
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8").split("\n")
        place = Place(file, len(before), len(before[-1]) + 1)
        is_mixed = any(not line.isascii() for line in before)
        found = Text("смесь кодировок", "a mix of encodings") if is_mixed else "Windows-1251"
        problems.append(Problem("not-utf8", place, found=found))
        return None


_CONTROL = yaml.reader.Reader.NON_PRINTABLE


def _stray_characters(text: str, file: str) -> Iterator[Problem]:
    """Control characters, and white space other than blanks before a line, which only looks like indentation."""
    for number, line in enumerate(LINE_BREAK.split(text), 1):
        if control := _CONTROL.search(line):
            place = Place(file, number, control.start() + 1)
            yield Problem("control-character", place, found=f"U+{ord(control[0]):04X}")
            continue
        indentation = line[: len(line) - len(line.lstrip())]
        odd = next((column for column, character in enumerate(indentation, 1) if character != " "), None)
        if odd and line.strip():
            yield Problem("tab" if line[odd - 1] == "\t" else "odd-space", Place(file, number, odd))
