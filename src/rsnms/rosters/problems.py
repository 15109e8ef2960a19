"""What is wrong with a roster as a whole, and what a reader of its results should know.

The texts are public interface: they say what was found, where, and how to mend it, and hold no personal data.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang, Text
from rsnms.rosters.addresses import rows_words
from rsnms.rosters.messages import NEAREST, NOTES, TEXTS


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """Something was not read, or is doubtful, until somebody mends it."""
    NOTE = "note"
    """Something was left out knowingly."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of a roster: its code, the words that belong to it, and the rows it concerns."""

    code: str
    words: Mapping[str, str | Text] = field(default_factory=dict)
    rows: tuple[int, ...] = ()
    nearest: str | None = None

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return Severity.NOTE if self.code in NOTES else Severity.ERROR

    @property
    def template(self) -> tuple[Text, Text | None]:
        """What is said of problems of this code, and the advice."""
        return TEXTS[self.code]

    def text(self, lang: Lang = "ru") -> str:
        """What is wrong and how to mend it."""
        template, advice = self.template
        words = {name: word.in_(lang) if isinstance(word, Text) else word for name, word in self.words.items()}
        words["rows"] = rows_words(self.rows, lang)
        said = [template.in_(lang).format(**words)]
        if self.nearest:
            said.append(NEAREST.in_(lang).format(nearest=self.nearest))
        if advice:
            said.append(advice.in_(lang).format(**words))
        return " ".join(said)

    def as_record(self, lang: Lang = "ru") -> dict[str, object]:
        """The problem for a machine."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "rows": list(self.rows),
            "nearest": self.nearest,
            "message": self.text(lang),
        }


class RosterError(InputError):
    """A roster that cannot be read at all, or a request that its file cannot meet."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text())
        self.problem = problem

    @classmethod
    def of(cls, code: str, *, nearest: str | None = None, **words: str | Text) -> Self:
        """Make the error from the code of its problem and the words that belong to it."""
        return cls(Problem(code, words, nearest=nearest))

    def text(self, lang: Lang = "ru") -> str:
        """What is wrong and how to mend it."""
        return self.problem.text(lang)
