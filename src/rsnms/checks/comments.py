"""The comments of a YAML text, told from the ``#`` that stand inside quoted, plain and block texts; and these texts."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from rsnms.policy.encoding import LINE_BREAK

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
"""Only its scanner is used, which makes tokens and no objects."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, from its ``#`` to the end of the line; line and column count from 1."""

    line: int
    column: int
    text: str
    is_alone: bool
    """Whether nothing else stands on its line."""


def comments(text: str) -> Iterator[Comment]:
    """The comments of a text, in order; none where it is not YAML."""
    try:
        inside = [(words, end) for _, words, end in _scalars(text)]
    except yaml.YAMLError:
        return
    begins = [begin for begin, _ in inside]
    start = 0
    for number, line in enumerate(LINE_BREAK.split(text), 1):
        for sign in _SIGN.finditer(line):
            at = bisect_right(begins, start + sign.start()) - 1
            if at < 0 or inside[at][1] <= start + sign.start():
                before = line[: sign.start()]
                yield Comment(number, sign.start() + 1, line[sign.start() :], not before.strip())
                break
        start += len(line)
        ended = LINE_BREAK.match(text, start)
        start = ended.end() if ended else start


def last_lines(text: str) -> dict[int, int]:
    """Of each line on which a text of several lines begins, the line on which it ends; nothing where it is not YAML."""
    try:
        inside = list(_scalars(text))
    except yaml.YAMLError:
        return {}
    ends = [ended.end() for ended in LINE_BREAK.finditer(text)]
    found: dict[int, int] = {}
    for begin, _, end in inside:
        first = bisect_right(ends, begin) + 1
        last = bisect_right(ends, begin + len(text[begin:end].rstrip())) + 1
        if last > first:
            found[first] = max(last, found.get(first, last))
    return found


_SIGN = re.compile(r"(?:(?<=[ \t])|^)#")


def _scalars(text: str) -> Iterator[tuple[int, int, int]]:
    """Where texts begin, where their words do, and where they end; a block text has none on the line of its sign."""
    for token in yaml.scan(text, Loader=_Loader):
        if not isinstance(token, yaml.ScalarToken) or token.start_mark is None or token.end_mark is None:
            continue
        begin, end = token.start_mark.index, token.end_mark.index
        words = begin
        if token.style in ("|", ">"):
            header = LINE_BREAK.search(text, begin, end)
            words = header.end() if header else end
        yield begin, words, end
