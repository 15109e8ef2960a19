"""Comments that suppress findings (подавления), each with the reason for which it does.

``# rsnms: ignore RS101 — reason`` stands at the end of the line it is about or alone above it, ``# rsnms: ignore-file
RS103 — reason`` anywhere in its file. A text of several lines that begins on the line is meant as a whole. A comment
without a reason suppresses nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rsnms.checks.comments import Comment, comments, last_lines
from rsnms.policy.encoding import LINE_BREAK
from rsnms.policy.problems import Place

LINE, FILE = "ignore", "ignore-file"
"""What a comment may ask for."""
MARK = "rsnms:"


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that asks to leave findings out."""

    place: Place
    comment: str
    """The whole of it, from the ``#`` to the end of the line."""
    is_alone: bool
    """Whether nothing else stands on its line."""
    before: int
    """The column after the last character that stands before it on its line; 1 where it is alone."""
    word: str
    """What it asks for; rightly :data:`LINE` or :data:`FILE`."""
    named: tuple[tuple[str, int], ...]
    """The codes, and the column at which each stands."""
    reason: str
    line: int | None
    """The line that it is about; ``None`` for the whole file."""
    policy: str
    """The id of the jurisdiction in whose file it stands."""
    last: int | None = None
    """The last line that it is about, where a text of several lines begins on the first."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that it names."""
        return tuple(code for code, _ in self.named)

    @property
    def is_whole(self) -> bool:
        """Whether it suppresses at all: it asks for something there is, and gives a reason."""
        return self.word in (LINE, FILE) and bool(self.reason)

    def covers(self, code: str, place: Place) -> bool:
        """Whether it suppresses a finding."""
        is_about = self.line is None or self.line <= place.line <= (self.last or self.line)
        return is_about and place.file == self.place.file and self.is_whole and code in self.codes


def suppressions(text: str, file: str, policy: str) -> tuple[Suppression, ...]:
    """The suppressions that a file of a jurisdiction states, in order."""
    if MARK not in text:
        return ()
    lines = LINE_BREAK.split(text)
    found = list(comments(text))
    alone = {comment.line for comment in found if comment.is_alone}
    ends = last_lines(text)
    stated = _read(lines, Place(file), policy, alone, found)
    return tuple(one if one.line is None else replace(one, last=ends.get(one.line)) for one in stated)


_ASKED = re.compile(rf"#\s*{MARK}\s*(?P<word>[\w-]*)(?P<rest>.*)")
_REST = re.compile(r"(?P<codes>.*?)(?:(?:\s*(?:—|–|--|:)|\s+-\s)\s*(?P<reason>.*))?")
_CODE = re.compile(r"[^\s,;]+")


def _read(
    lines: Sequence[str], file: Place, policy: str, alone: set[int], found: Sequence[Comment]
) -> Iterator[Suppression]:
    for comment in found:
        asked = _ASKED.fullmatch(comment.text)
        rest = _REST.fullmatch(asked["rest"]) if asked else None
        if not asked or not rest:
            continue
        first = comment.column + asked.start("rest")
        named = tuple((code[0], first + code.start()) for code in _CODE.finditer(rest["codes"]))
        before = len(lines[comment.line - 1][: comment.column - 1].rstrip()) + 1
        about = _line_below(comment.line, lines, alone) if comment.is_alone else comment.line
        yield Suppression(
            replace(file, line=comment.line, column=comment.column),
            comment.text,
            comment.is_alone,
            before,
            asked["word"],
            named,
            (rest["reason"] or "").strip(),
            None if asked["word"] == FILE else about,
            policy,
        )


def _line_below(number: int, lines: Sequence[str], alone: set[int]) -> int:
    """The next line that says something, other comments left out."""
    below = range(number + 1, len(lines) + 1)
    return next((line for line in below if line not in alone and lines[line - 1].strip()), number)
