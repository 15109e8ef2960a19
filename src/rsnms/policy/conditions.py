"""The condition tree: what a policy asks of the facts about somebody, and the fold by which it is interpreted.

A condition says nothing about *how* it is evaluated. Every interpretation (explaining, compiling, tables, words,
inference) is an :class:`Algebra` that :func:`fold` applies from the leaves to the root.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from rsnms.domain.fact import Atom, Fact, FactType
from rsnms.domain.span import Span
from rsnms.domain.text import Text

MAX_DEPTH = 40
"""Deeper nesting of conditions is refused when a policy is read."""


class Op(StrEnum):
    """What a comparison asks."""

    IS = "is"
    IS_NOT = "is_not"
    ONE_OF = "one_of"
    NONE_OF = "none_of"
    """Of one value: none of those listed. Of a set: has none of those listed."""
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    """Both ends count."""
    ANY_OF = "any_of"
    """A set has at least one of those listed."""
    ALL_OF = "all_of"
    """A set has every one of those listed."""
    KNOWN = "known"
    """Whether the fact is known at all; itself never unknown."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A fact compared with an operand.

    ``operand`` is an atom for ``is``, ``is_not`` and the bounds, a pair for ``between``, a sorted tuple of atoms for
    the ops over lists, a ``bool`` for ``known``. Durations are :class:`Span`: years compare in full years.
    """

    fact: Fact
    op: Op
    operand: "Operand"
    clause: str | None = None

    @property
    def key(self) -> tuple[str, Op, "Operand"]:
        """What is compared, apart from where an act says it."""
        return (self.fact.name, self.op, self.operand)

    def __str__(self) -> str:
        return f"{self.fact.name} {self.op} {shown_operand(self.operand)}"


def shown_operand(operand: "Operand") -> str:
    """Write an operand the way a policy file does."""
    if isinstance(operand, tuple | frozenset):
        return f"[{', '.join(shown_operand(member) for member in operand)}]"
    return str(operand).lower() if isinstance(operand, bool) else str(operand)


Operand = Atom | Span | tuple[Atom | Span, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part is met."""

    parts: tuple["Condition", ...]
    title: Text | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        _need_parts(self.parts)


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part is met."""

    parts: tuple["Condition", ...]
    title: Text | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        _need_parts(self.parts)


@dataclass(frozen=True, slots=True)
class Not:
    """The part is unmet."""

    part: "Condition"
    title: Text | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least ``count`` of the parts are met."""

    count: int
    parts: tuple["Condition", ...]
    title: Text | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        _need_parts(self.parts)
        if not 1 <= self.count <= len(self.parts):
            raise ValueError(f"at least {self.count} of {len(self.parts)} parts")


def _need_parts(parts: tuple["Condition", ...]) -> None:
    if not parts:
        raise ValueError("a condition needs at least one part")


Condition = Comparison | All | Any | Not | AtLeast

R = TypeVar("R")


class Algebra(Protocol[R]):
    """An interpretation of conditions: what a comparison means, and how the meanings of parts combine."""

    def comparison(self, node: Comparison) -> R:
        """Interpret a comparison."""
        ...

    def all(self, node: All, parts: list[R]) -> R:
        """Combine parts that must all be met."""
        ...

    def any(self, node: Any, parts: list[R]) -> R:
        """Combine parts of which one must be met."""
        ...

    def negation(self, node: Not, part: R) -> R:
        """Turn the meaning of a part around."""
        ...

    def at_least(self, node: AtLeast, parts: list[R]) -> R:
        """Combine parts of which ``node.count`` must be met."""
        ...


def fold(condition: Condition, algebra: Algebra[R]) -> R:
    """Interpret a condition: leaves first, then every node from the meanings of its parts."""
    match condition:
        case Comparison():
            return algebra.comparison(condition)
        case All(parts=parts):
            return algebra.all(condition, [fold(part, algebra) for part in parts])
        case Any(parts=parts):
            return algebra.any(condition, [fold(part, algebra) for part in parts])
        case Not(part=part):
            return algebra.negation(condition, fold(part, algebra))
        case AtLeast(parts=parts):
            return algebra.at_least(condition, [fold(part, algebra) for part in parts])


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The direct parts of a condition; a comparison has none."""
    match condition:
        case Comparison():
            return ()
        case Not(part=part):
            return (part,)
        case _:
            return condition.parts


def comparisons(condition: Condition) -> Iterator[Comparison]:
    """Every comparison of a condition, from left to right, repeated ones repeatedly."""
    if isinstance(condition, Comparison):
        yield condition
    for part in parts_of(condition):
        yield from comparisons(part)


def facts_of(condition: Condition) -> tuple[Fact, ...]:
    """The facts a condition asks about, in the order of first mention."""
    return tuple({comparison.fact.name: comparison.fact for comparison in comparisons(condition)}.values())


@dataclass(frozen=True, slots=True)
class Bounds:
    """An ordered comparison as a closed or open interval of atoms; ``None`` is no bound."""

    low: int | float | date | None = None
    high: int | float | date | None = None
    low_open: bool = False
    high_open: bool = False


_FULL_YEAR = 11
"""Months by which a stated number of full years may be exceeded and still be that number."""


def bounds(comparison: Comparison) -> Bounds | None:
    """The interval an ordered comparison asks for, durations in months; ``None`` for an op without an interval.

    "At most 2 years" reaches to 2 years 11 months, "more than 2 years" begins at 3 years: full years compare.
    ``is_not`` has the interval of ``is``.
    """
    if not comparison.fact.type.is_ordered:
        return None
    operand = comparison.operand
    match comparison.op:
        case Op.IS | Op.IS_NOT:
            return Bounds(_low(operand), _high(operand))
        case Op.BETWEEN:
            assert isinstance(operand, tuple)  # noqa: S101 - the reader and the constructors of policies see to it
            return Bounds(_low(operand[0]), _high(operand[1]))
        case Op.AT_LEAST:
            return Bounds(low=_low(operand))
        case Op.AT_MOST:
            return Bounds(high=_high(operand))
        case Op.MORE_THAN:
            return Bounds(low=_high(operand), low_open=True)
        case Op.LESS_THAN:
            return Bounds(high=_low(operand), high_open=True)
        case _:
            return None


def _low(operand: object) -> int | float | date:
    return operand.months if isinstance(operand, Span) else operand  # type: ignore[return-value]


def _high(operand: object) -> int | float | date:
    if isinstance(operand, Span):
        return operand.months + (_FULL_YEAR if operand.whole_years else 0)
    return operand  # type: ignore[return-value]


OPS_OF_TYPE: dict[FactType, frozenset[Op]] = {
    type_: frozenset(
        {Op.KNOWN}
        | ({Op.ANY_OF, Op.ALL_OF, Op.NONE_OF} if type_.is_set else {Op.IS, Op.IS_NOT})
        | ({Op.AT_LEAST, Op.AT_MOST, Op.MORE_THAN, Op.LESS_THAN, Op.BETWEEN} if type_.is_ordered else set())
        | ({Op.ONE_OF, Op.NONE_OF} if type_ in (FactType.CHOICE, FactType.TEXT, FactType.INTEGER) else set())
    )
    for type_ in FactType
}
"""The operators that make sense for a type of fact."""
