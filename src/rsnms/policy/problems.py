"""What is wrong with a policy: where, what was found, what was expected, and how to mend it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import ClassVar

from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang, Text
from rsnms.policy.messages import ARISES, NEAREST, TEXTS


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a policy: its place, its path in the document, its kind and the words that belong to it."""

    texts: ClassVar[Mapping[str, tuple[Text, Text | None]]] = TEXTS
    """The words of every kind; files of another sort have more of them."""

    code: str
    place: Place
    path: Path = ()
    found: str | Text = ""
    expected: Text | None = None
    nearest: str | None = None
    advice: Text | None = None
    """How to mend it, where the place tells more than the kind of problem does."""
    arises_in: str | None = None
    """The policy whose changes to what it inherits make this place a mistake; ``None`` where it is one by itself."""

    def text(self, lang: Lang = "ru") -> str:
        """What is wrong and how to mend it, without the place."""
        template, advice = self.texts[self.code]
        words = {"found": _said(self.found, lang), "expected": self.expected.in_(lang) if self.expected else ""}
        said = [template.in_(lang).format(**words)]
        if self.nearest:
            said.append(NEAREST.in_(lang).format(nearest=self.nearest))
        if self.advice:
            said.append(self.advice.in_(lang))
        elif advice:
            said.append(advice.in_(lang).format(**words))
        if self.arises_in:
            said.append(ARISES.in_(lang).format(policy=self.arises_in))
        return " ".join(said)

    def line(self, lang: Lang = "ru") -> str:
        """The whole message on one line, the place first."""
        path = f"{_shortened(shown_path(self.path))}: " if self.path else ""
        return f"{self.place}: {self.code}: {path}{self.text(lang)}"

    def as_record(self, lang: Lang = "ru") -> dict[str, object]:
        """The problem for a machine."""
        return {
            "code": self.code,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "path": shown_path(self.path),
            "found": _said(self.found, lang) or None,
            "expected": self.expected.in_(lang) if self.expected else None,
            "nearest": self.nearest,
            "message": self.text(lang),
        }


class PolicyError(InputError):
    """Policies that cannot be used, with every problem found in them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(problem.line() for problem in self.problems))

    def text(self, lang: Lang = "ru") -> str:
        """All problems, one on a line."""
        return "\n".join(problem.line(lang) for problem in self.problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by place, each of them once."""
    return tuple(sorted(set(problems), key=lambda problem: (problem.place, problem.code, shown_path(problem.path))))


_LONGEST = 160
"""Characters of a value or a path that a message shows."""


def _said(words: str | Text, lang: Lang) -> str:
    return _shortened(" ".join((words.in_(lang) if isinstance(words, Text) else words).split()))


def _shortened(text: str) -> str:
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]}…{text[-half:]}"


def shown_path(path: Path) -> str:
    """Write a path in a document: ``eligibility[0].gate.all[1].fact``."""
    shown = ""
    for step in path:
        shown += f"[{step}]" if isinstance(step, int) else f".{step}" if shown else step
    return shown


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that a misspelt or shortened word most resembles, if any does."""
    names = list(known)
    longer = [name for name in names if len(word) >= _SHORTENED and name.startswith(word)]
    return next(iter(get_close_matches(word, names, 1, 0.6)), longer[0] if len(longer) == 1 else None)


_SHORTENED = 3
"""Letters from which on the beginning of a name stands for it."""
