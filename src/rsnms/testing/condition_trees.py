"""Random vocabularies, conditions over them, and cases with unknown facts and values at the boundaries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st

from rsnms.domain.fact import Atom, Fact, FactType, FactValue
from rsnms.domain.fact_values import MAX_INTEGER
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.policy.conditions import (
    OPS_OF_TYPE,
    All,
    Any,
    AtLeast,
    Comparison,
    Condition,
    Not,
    Op,
    Operand,
    bounds,
    comparisons,
)
from rsnms.testing.drawing import BOOLEANS, integer, pick, subset

WORDS = ("первая", "высшая", "tutor", "ёж", "a-b", "учитель физики", "x" * 40)
NAMES = ("age", "post", "roles", "mentor.age", "mentee.roles", "kind", "id", "sid", "f_1", "стаж")
FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)

_DEPTH = 3
SMALL = st.integers(-10, 10)
LARGE = st.integers(-MAX_INTEGER, MAX_INTEGER)


def facts(name: str | None = None) -> st.SearchStrategy[Fact]:
    """Facts about a person of any type; those that list their values list one to seven."""
    return _named(name) if name is not None else _FACTS


@cache
def _named(name: str) -> st.SearchStrategy[Fact]:
    return _facts(name)


@st.composite
def _facts(draw: st.DrawFn, name: str) -> Fact:
    type_ = pick(draw, list(FactType))
    words = subset(draw, WORDS, at_least=1) if type_.is_listed else []
    return Fact(name, type_, Text(name), values=tuple(FactValue(word, Text(word)) for word in words))


def vocabularies() -> st.SearchStrategy[tuple[Fact, ...]]:
    """Vocabularies of one to five facts with different names."""
    return VOCABULARIES


@st.composite
def _vocabularies(draw: st.DrawFn) -> tuple[Fact, ...]:
    return tuple(draw(_named(name)) for name in subset(draw, NAMES, at_least=1)[:5])


def members(fact: Fact) -> list[str]:
    """The values of a fact of words: those listed, or some where any word is a value."""
    return [value.id for value in fact.values] or list(WORDS)


def draw_operand(draw: st.DrawFn, fact: Fact) -> Atom | Span:
    """Something to compare a fact with."""
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
    """A comparison of a fact by any operator that makes sense for it."""
    op = pick(draw, sorted(OPS_OF_TYPE[fact.type] - (set() if known_ops else {Op.KNOWN})))
    operand: Operand
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
    """Comparisons of a fact."""
    return draw_comparison(draw, fact)


def draw_condition(draw: st.DrawFn, vocabulary: Sequence[Fact], known_ops: bool, depth: int) -> Condition:
    """A condition over a vocabulary, a comparison being the simplest."""
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


def conditions(
    vocabulary: Sequence[Fact], *, known_ops: bool = True, depth: int = _DEPTH
) -> st.SearchStrategy[Condition]:
    """Conditions over a vocabulary, nested up to ``depth`` deep; without ``known_ops`` none asks what is known."""
    return _conditions(tuple(vocabulary), known_ops, depth)


@st.composite
def _conditions(draw: st.DrawFn, vocabulary: tuple[Fact, ...], known_ops: bool, depth: int) -> Condition:
    return draw_condition(draw, vocabulary, known_ops, depth)


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
    is_near = bool(near) and draw(BOOLEANS)
    if is_near:
        return pick(draw, near)
    if fact.type.is_set:
        return frozenset(subset(draw, members(fact)))
    value = draw_operand(draw, fact)
    return value.months if isinstance(value, Span) else value


def cases(vocabulary: Sequence[Fact], condition: Condition) -> st.SearchStrategy[dict[str, Atom]]:
    """Cases: the atoms of some facts, half of them beside a bound of the condition; absent facts are unknown."""
    return _cases(tuple(vocabulary), condition)


@st.composite
def _cases(draw: st.DrawFn, vocabulary: tuple[Fact, ...], condition: Condition) -> dict[str, Atom]:
    return draw_case(draw, vocabulary, condition)


def draw_case(draw: st.DrawFn, vocabulary: Sequence[Fact], condition: Condition) -> dict[str, Atom]:
    """One case; none of the facts known being the simplest."""
    known = subset(draw, vocabulary)
    return {fact.name: draw_atom(draw, fact, thresholds(condition, fact)) for fact in known}


@dataclass(frozen=True)
class Trial:
    """A vocabulary, a condition over it and some cases."""

    vocabulary: tuple[Fact, ...]
    condition: Condition
    cases: tuple[dict[str, Atom], ...]


def trials(cases_each: int = 1, *, known_ops: bool = True) -> st.SearchStrategy[Trial]:
    """Random conditions, each with its vocabulary and some cases."""
    return _trials(cases_each, known_ops)


@st.composite
def _trials(draw: st.DrawFn, cases_each: int, known_ops: bool) -> Trial:
    vocabulary = draw(VOCABULARIES)
    condition = draw_condition(draw, vocabulary, known_ops, _DEPTH)
    drawn = tuple(draw_case(draw, vocabulary, condition) for _ in range(cases_each))
    return Trial(vocabulary, condition, drawn)


_FACTS = _facts("fact")
VOCABULARIES = _vocabularies()
