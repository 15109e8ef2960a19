"""Hypothesis strategies: random vocabularies, conditions over them, and cases with unknown facts and boundaries."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from rsnms.domain.fact import MAX_INTEGER, Atom, Fact, FactType, FactValue
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.policy.conditions import OPS_OF_TYPE, All, Any, AtLeast, Comparison, Condition, Not, Op, bounds, comparisons

WORDS = ("первая", "высшая", "tutor", "ёж", "a-b", "учитель физики", "x" * 40)
DATES = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def names() -> st.SearchStrategy[str]:
    return st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)


@st.composite
def facts(draw: st.DrawFn, name: str) -> Fact:
    type_ = draw(st.sampled_from(list(FactType)))
    values = draw(st.lists(st.sampled_from(WORDS), min_size=1, unique=True)) if type_.is_listed else []
    return Fact(name, type_, Text(name), values=tuple(FactValue(value, Text(value)) for value in values))


@st.composite
def vocabularies(draw: st.DrawFn) -> tuple[Fact, ...]:
    chosen = draw(st.lists(names(), min_size=1, max_size=6, unique=True))
    return tuple(draw(facts(f"f_{name}")) for name in chosen)


def spans() -> st.SearchStrategy[Span]:
    years = st.integers(0, 90).map(lambda years: Span.of(years=years))
    return years | st.integers(0, 1200).map(Span)


def members(fact: Fact) -> st.SearchStrategy[str]:
    return st.sampled_from([value.id for value in fact.values] if fact.values else list(WORDS))


def operands(fact: Fact) -> st.SearchStrategy:
    match fact.type:
        case FactType.BOOLEAN:
            return st.booleans()
        case FactType.INTEGER:
            return st.integers(-10, 10) | st.integers(-MAX_INTEGER, MAX_INTEGER)
        case FactType.NUMBER:
            return st.integers(-(10**9), 10**9).map(lambda n: n / 1000)
        case FactType.DATE:
            return DATES
        case FactType.DURATION:
            return spans()
        case _:
            return members(fact)


@st.composite
def comparison_of(draw: st.DrawFn, fact: Fact) -> Comparison:
    op = draw(st.sampled_from(sorted(OPS_OF_TYPE[fact.type])))
    match op:
        case Op.KNOWN:
            operand = draw(st.booleans())
        case Op.ONE_OF | Op.NONE_OF | Op.ANY_OF | Op.ALL_OF:
            operand = tuple(sorted(draw(st.sets(operands(fact), min_size=1, max_size=4))))
        case Op.BETWEEN:
            operand = tuple(sorted(draw(st.tuples(operands(fact), operands(fact)))))
        case _:
            operand = draw(operands(fact))
    return Comparison(fact, op, operand, draw(st.none() | st.sampled_from(["1.1", "3.10"])))


@st.composite
def conditions(draw: st.DrawFn, vocabulary: tuple[Fact, ...], known_ops: bool = True) -> Condition:
    leaf = st.sampled_from(vocabulary).flatmap(comparison_of)
    if not known_ops:
        leaf = leaf.filter(lambda comparison: comparison.op is not Op.KNOWN)

    def inner(part: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        parts = st.lists(part, min_size=1, max_size=4).map(tuple)
        counted = parts.flatmap(lambda chosen: st.integers(1, len(chosen)).map(lambda count: AtLeast(count, chosen)))
        return parts.map(All) | parts.map(Any) | part.map(Not) | counted

    return draw(st.recursive(leaf, inner, max_leaves=10))


def atoms(fact: Fact, near: tuple[Atom, ...] = ()) -> st.SearchStrategy[Atom]:
    """Values of a fact, drawn towards the thresholds ``near`` which mistakes hide."""
    match fact.type:
        case FactType.DURATION:
            values: st.SearchStrategy = st.integers(0, 1200)
        case FactType.CHOICES | FactType.TEXTS:
            values = st.frozensets(members(fact), max_size=4)
        case _:
            values = operands(fact)
    if near:
        values = st.sampled_from(near) | values
    return values


def thresholds(condition: Condition, fact: Fact) -> tuple[Atom, ...]:
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


@st.composite
def cases(draw: st.DrawFn, vocabulary: tuple[Fact, ...], condition: Condition) -> dict[str, Atom]:
    case = {}
    for fact in vocabulary:
        atom = draw(st.none() | atoms(fact, thresholds(condition, fact)))
        if atom is not None:
            case[fact.name] = atom
    return case


@dataclass(frozen=True)
class Trial:
    """A vocabulary, a condition over it and some cases."""

    vocabulary: tuple[Fact, ...]
    condition: Condition
    cases: tuple[dict[str, Atom], ...]


@st.composite
def trials(draw: st.DrawFn, cases_each: int = 1, known_ops: bool = True) -> Trial:
    vocabulary = draw(vocabularies())
    condition = draw(conditions(vocabulary, known_ops))
    drawn = tuple(draw(cases(vocabulary, condition)) for _ in range(cases_each))
    return Trial(vocabulary, condition, drawn)
