"""Production rules (продукционные правила): facts of a case, the patterns that match them, and what follows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

Value = int | str
"""What a field of a fact holds. ``True`` is no whole number; an unknown value has no field."""

MAX_PREMISES = 16
"""Facts that one rule joins."""


class RuleBookError(ValueError):
    """Rules or facts that the engine cannot hold."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that holds in a case; equal facts are one fact."""

    kind: str
    values: tuple[tuple[str, Value], ...] = ()


class Relation(Enum):
    """How a field must stand to a value, as the engine writes it."""

    IS = "$eq"
    IS_NOT = "$neq"
    AT_LEAST = "$gte"
    LESS_THAN = "$lt"
    AT_MOST = "$lte"
    MORE_THAN = "$gt"


_PAIRS = (
    (Relation.IS, Relation.IS_NOT),
    (Relation.AT_LEAST, Relation.LESS_THAN),
    (Relation.AT_MOST, Relation.MORE_THAN),
)
_OPPOSITE = dict(_PAIRS) | {other: one for one, other in _PAIRS}


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a field must be; a fact without the field satisfies no constraint on it, not even ``IS_NOT``."""

    field: str
    relation: Relation
    value: Value

    @property
    def opposite(self) -> "Constraint":
        """The constraint that a fact with this field satisfies if and only if it does not satisfy this one."""
        return Constraint(self.field, _OPPOSITE[self.relation], self.value)


@dataclass(frozen=True, slots=True)
class Pattern:
    """The facts of a kind that satisfy every constraint."""

    kind: str
    constraints: tuple[Constraint, ...] = ()


Consequent = Callable[[tuple[Fact, ...]], Iterable[Fact]]
"""What follows from the matched facts, which stand in the order of the premises."""


@dataclass(frozen=True, slots=True)
class Rule:
    """From facts that match the premises, each fact another premise, follows what ``then`` makes of them.

    With a ``count`` the rule waits for so many matches and takes them together: "three of these are met".
    """

    name: str
    when: tuple[Pattern, ...]
    then: Consequent
    count: int = 1

    def __post_init__(self) -> None:
        if not 1 <= len(self.when) <= MAX_PREMISES or self.count < 1:
            raise RuleBookError(f"rule {self.name!r}: 1 to {MAX_PREMISES} premises and a positive count are possible")


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A fact, the rule that concluded it, and the facts which that rule matched."""

    fact: Fact
    rule: Rule
    because: tuple[Fact, ...]
