"""Clause numbers in the text of an act, and those that a list of clauses lacks.

The text is read here and now and never kept. A number counts where a line begins with it ("3.2.4. …"); lines of a
table of contents do not count. Numbers repeat across appendices, so each is compared as often as it occurs.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rsnms.policy.encoding import read_text
from rsnms.policy.problems import PolicyError, Problem
from rsnms.policy.system import Clause

_NUMBERED = re.compile(r"^[\s#*«\"]*((?:[IVXLC]+|[0-9]{1,2})(?:\.[0-9]{1,2})*)(?:\.[\s*]|\)\s|\t|\s+(?=[А-ЯЁA-Z«\"]))")
_ROMAN_SECTION = re.compile(r"^[\s#*]*[IVXLC]+\.\s")
_CONTENTS = re.compile(r"\.{4,}\s*[0-9]+\s*$")
_IN_LIST = re.compile(r"(?<![0-9])(?<![0-9]\.)([0-9]+(?:\.[0-9]+)*)(?:\s*[–-]\s*([0-9]+(?:\.[0-9]+)*))?")


@dataclass(frozen=True, slots=True)
class Missing:
    """A clause number that the text has more often than the list."""

    number: str
    lines: tuple[int, ...]
    """All lines of the text that begin with it."""
    in_text: int
    in_list: int


def read_act(path: Path) -> str:
    """Read the text of an act, a plain UTF-8 file.

    Raises:
        PolicyError: it is no text in UTF-8, or too large.
        OSError: it cannot be read.
    """
    problems: list[Problem] = []
    text = read_text(path, str(path), problems, plain=True)
    if text is None:
        raise PolicyError(problems)
    return text


def missing_clauses(text: str, clauses: Iterable[Clause]) -> tuple[Missing, ...]:
    """The clause numbers of a text that a list of clauses lacks, in the order of the text."""
    found: dict[str, list[int]] = defaultdict(list)
    for line, number in _numbers(text):
        found[number].append(line)
    listed = Counter(number for clause in clauses for number in set(_listed(clause.clause)))
    return tuple(
        Missing(number, tuple(lines), len(lines), listed[number])
        for number, lines in found.items()
        if len(lines) > listed[number]
    )


def _numbers(text: str) -> Iterator[tuple[int, str]]:
    for line, words in enumerate(text.splitlines(), 1):
        match = _NUMBERED.match(words)
        if match and not _CONTENTS.search(words) and not _ROMAN_SECTION.match(words):
            yield line, match[1]


def _listed(clause: str) -> Iterator[str]:
    """The numbers that an entry of the list stands for: "прил. 2, 4.1" for 4.1, "прил. 3, 1–39" for each of them.

    A number below several levels stands for itself alone, not for those above it.
    """
    for first, last in _IN_LIST.findall(clause):
        yield first
        if last and first.rpartition(".")[0] == last.rpartition(".")[0]:
            stem, _, low = first.rpartition(".")
            for number in range(int(low) + 1, int(last.rpartition(".")[2]) + 1):
                yield f"{stem}.{number}" if stem else str(number)
