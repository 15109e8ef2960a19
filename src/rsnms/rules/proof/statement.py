"""The language of properties: what is said of conditions, and how a mistake in a statement is told.

::

    regional-methodical-active/core implies ru/leningrad:regional-methodical-active
    (mentoring и не young-educator-support) возможно
    criterion young-educator disjoint {fact: specialty_experience, at_least: 5 years}
    regional-methodical-active monotone in specialty_experience

:mod:`rsnms.rules.proof.statement_reading` reads it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang, Text

GATE = "gate"
"""Names the gate of an eligibility where a ground could stand."""


class Relation(StrEnum):
    """What is said of one or two conditions."""

    IMPLIES = "implies"
    EQUIVALENT = "equivalent"
    DISJOINT = "disjoint"
    POSSIBLE = "possible"
    ALWAYS = "always"
    MONOTONE = "monotone"
    """More of a fact never takes away."""
    FALLING = "falling"
    """Less of a fact never takes away."""


class StatementError(InputError):
    """A mistake in a statement: where it stands, what was found, what was expected, the nearest known word."""

    def __init__(
        self, statement: str, position: int, found: Text | str, expected: Text, guess: str | None = None
    ) -> None:
        self.statement, self.position = statement, position
        """Characters before the mistake."""
        self.found, self.expected, self.nearest = found, expected, guess
        super().__init__(self.text())

    def text(self, lang: Lang = "ru") -> str:
        """The mistake, and below it the statement with the place marked."""
        start = max(0, self.position - 60)
        shown = self.statement[start : self.position + 60].replace("\n", " ")
        return f"{self.message(lang)}\n  {shown}\n  {' ' * (self.position - start)}^"

    def message(self, lang: Lang = "ru") -> str:
        """The mistake on one line."""
        found = self.found.in_(lang) if isinstance(self.found, Text) else self.found
        expected = self.expected.in_(lang)
        if lang == "en":
            shown = found if isinstance(self.found, Text) else f"found '{found}'"
            guess = f" Perhaps '{self.nearest}'." if self.nearest else ""
            return f"Statement, character {self.position + 1}: {shown}, expected {expected}.{guess}"
        shown = found if isinstance(self.found, Text) else f"указано «{found}»"
        guess = f" Возможно, «{self.nearest}»." if self.nearest else ""
        return f"Утверждение, символ {self.position + 1}: {shown}, ожидается {expected}.{guess}"


@dataclass(frozen=True, slots=True)
class Reference:
    """An eligibility, or one ground or the gate of it; ``on`` chooses the version of its policy."""

    position: int
    policy: str | None
    eligibility: str
    part: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class CriterionName:
    """A named criterion of the policy asked about."""

    position: int
    name: str


@dataclass(frozen=True, slots=True)
class Flow:
    """A condition in the language of policies, in braces."""

    position: int
    text: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Operands of which all (``is_all``) or one must be met."""

    parts: tuple["Operand", ...]
    is_all: bool


@dataclass(frozen=True, slots=True)
class Negated:
    """An operand that must be unmet."""

    part: "Operand"


Operand = Reference | CriterionName | Flow | Joined | Negated


@dataclass(frozen=True, slots=True)
class FactName:
    """The fact in which a condition is said to be monotone."""

    position: int
    name: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One property: a relation, its operand or operands, and the fact where it speaks of one."""

    text: str
    relation: Relation
    left: Operand
    right: Operand | None = None
    fact: FactName | None = None
