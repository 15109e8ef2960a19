"""Hypothesis strategies: random vocabularies, conditions over them, and cases with unknown facts and boundaries.

Everything is drawn through a few strategies made once, because making strategies costs more than drawing from them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

from rsnms.domain.fact import Atom, Fact, FactType, FactValue
from rsnms.domain.fact_values import MAX_INTEGER
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.policy.conditions import OPS_OF_TYPE, All, Any, AtLeast, Comparison, Condition, Not, Op, bounds, comparisons

T = TypeVar("T")

WORDS = ("первая", "высшая", "tutor", "ёж", "a-b", "учитель физики", "x" * 40)
NAMES = ("age", "post", "roles", "mentor.age", "mentee.roles", "kind", "id", "sid", "f_1", "стаж")
FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)

integer = cache(st.integers)
BOOLEANS = st.booleans()
SMALL = st.integers(-10, 10)
LARGE = st.integers(-MAX_INTEGER, MAX_INTEGER)


def pick(draw: st.DrawFn, among: Sequence[T]) -> T:
    return among[draw(integer(0, len(among) - 1))]


def subset(draw: st.DrawFn, among: Sequence[T], at_least: int = 0) -> list[T]:
    chosen = draw(integer(0 if at_least == 0 else 1, 2 ** len(among) - 1))
    return [member for index, member in enumerate(among) if chosen >> index & 1]


@st.composite
def facts(draw: st.DrawFn, name: str) -> Fact:
    type_ = pick(draw, list(FactType))
    words = subset(draw, WORDS, at_least=1) if type_.is_listed else []
    return Fact(name, type_, Text(name), values=tuple(FactValue(word, Text(word)) for word in words))


@st.composite
def vocabularies(draw: st.DrawFn) -> tuple[Fact, ...]:
    return tuple(draw(_facts(name)) for name in subset(draw, NAMES, at_least=1)[:5])


_facts = cache(facts)


def members(fact: Fact) -> list[str]:
    return [value.id for value in fact.values] or list(WORDS)


def draw_operand(draw: st.DrawFn, fact: Fact) -> Atom | Span:
    match fact.type:
        case FactType.BOOLEAN:
            return draw(BOOLEANS)
        case FactType.INTEGER:
            return draw(SMALL) if draw(BOOLEANS) else draw(LARGE)
        case FactType.NUMBER:
            return draw(integer(-(10**9), 10**9)) / 1000
        case FactType.DATE:
            return FIRST + timedelta(days=draw(integer(0, (LAST - FIRST).days)))
        case FactType.DURATION:
            return Span.of(years=draw(integer(0, 90))) if draw(BOOLEANS) else Span(draw(integer(0, 1200)))
        case _:
            return pick(draw, members(fact))


def draw_comparison(draw: st.DrawFn, fact: Fact, known_ops: bool = True) -> Comparison:
    op = pick(draw, sorted(OPS_OF_TYPE[fact.type] - (set() if known_ops else {Op.KNOWN})))
    match op:
        case Op.KNOWN:
            operand = draw(BOOLEANS)
        case Op.ONE_OF | Op.NONE_OF | Op.ANY_OF | Op.ALL_OF if fact.type is not FactType.INTEGER:
            operand = tuple(sorted(subset(draw, members(fact), at_least=1)))
        case Op.ONE_OF | Op.NONE_OF:
            operand = tuple(sorted({draw_operand(draw, fact) for _ in range(draw(integer(1, 4)))}))
        case Op.BETWEEN:
            operand = tuple(sorted((draw_operand(draw, fact), draw_operand(draw, fact))))
        case _:
            operand = draw_operand(draw, fact)
    return Comparison(fact, op, operand, pick(draw, (None, "1.1", "3.10")))


@st.composite
def comparison_of(draw: st.DrawFn, fact: Fact) -> Comparison:
    return draw_comparison(draw, fact)


def draw_condition(draw: st.DrawFn, vocabulary: Sequence[Fact], known_ops: bool, depth: int) -> Condition:
    kind = draw(integer(0, 7)) if depth else 0
    if kind < 3:
        return draw_comparison(draw, pick(draw, vocabulary), known_ops)
    if kind == 3:
        return Not(draw_condition(draw, vocabulary, known_ops, depth - 1))
    parts = tuple(
        draw_condition(draw, vocabulary, known_ops, depth - 1) for _ in range(draw(integer(1, 4 if depth > 1 else 3)))
    )
    if kind == 4:
        return AtLeast(draw(integer(1, len(parts))), parts)
    return All(parts) if kind % 2 else Any(parts)


@st.composite
def conditions(draw: st.DrawFn, vocabulary: tuple[Fact, ...], known_ops: bool = True) -> Condition:
    return draw_condition(draw, vocabulary, known_ops, 3)


def thresholds(condition: Condition, fact: Fact) -> tuple[Atom, ...]:
    """Atoms on both sides of every bound that a condition puts on a fact."""
    found: list[Atom] = []
    for comparison in comparisons(condition):
        interval = bounds(comparison) if comparison.fact == fact else None
        for bound in (interval.low, interval.high) if interval else ():
            if isinstance(bound, date):
                found += [bound + timedelta(days=step) for step in (-1, 0, 1)]
            elif bound is not None:
                found += [bound + step for step in (-1, 0, 1)]
    if fact.type is FactType.DURATION:
        found = [months for months in found if isinstance(months, int) and months >= 0]
    if fact.type is FactType.INTEGER:
        found = [number for number in found if isinstance(number, int) and abs(number) <= MAX_INTEGER]
    return tuple(found)


def draw_atom(draw: st.DrawFn, fact: Fact, near: Sequence[Atom] = ()) -> Atom:
    """A value of a fact, often near one of the thresholds where mistakes hide."""
    if near and draw(BOOLEANS):
        return pick(draw, near)
    if fact.type.is_set:
        return frozenset(subset(draw, members(fact)))
    value = draw_operand(draw, fact)
    return value.months if isinstance(value, Span) else value


@st.composite
def cases(draw: st.DrawFn, vocabulary: tuple[Fact, ...], condition: Condition) -> dict[str, Atom]:
    return draw_case(draw, vocabulary, condition)


def draw_case(draw: st.DrawFn, vocabulary: Sequence[Fact], condition: Condition) -> dict[str, Atom]:
    known = subset(draw, vocabulary)
    return {fact.name: draw_atom(draw, fact, thresholds(condition, fact)) for fact in known}


@dataclass(frozen=True)
class Trial:
    """A vocabulary, a condition over it and some cases."""

    vocabulary: tuple[Fact, ...]
    condition: Condition
    cases: tuple[dict[str, Atom], ...]


@st.composite
def trials(draw: st.DrawFn, cases_each: int = 1, known_ops: bool = True) -> Trial:
    vocabulary = draw(VOCABULARIES)
    condition = draw_condition(draw, vocabulary, known_ops, 3)
    drawn = tuple(draw_case(draw, vocabulary, condition) for _ in range(cases_each))
    return Trial(vocabulary, condition, drawn)


VOCABULARIES = vocabularies()
