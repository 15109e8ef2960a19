"""Whether a demand can be met at all, held against trying every value of a small range."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rsnms.domain.fact import Atom, Fact, FactType, FactValue
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.policy.conditions import OPS_OF_TYPE, All, Any, Comparison, Not, Op
from rsnms.policy.feasibility import contradictory_facts, is_possible
from rsnms.rules.explain import compare
from rsnms.rules.truth import Truth

WORDS = ("a", "b", "c")
START = date(2024, 2, 26)


def values(*ids: str) -> tuple[FactValue, ...]:
    return tuple(FactValue(id_, Text(id_)) for id_ in ids)


def days(count: int) -> date:
    return START + timedelta(days=count)


SMALL: dict[FactType, Fact] = {
    FactType.BOOLEAN: Fact("f", FactType.BOOLEAN, Text("f")),
    FactType.INTEGER: Fact("f", FactType.INTEGER, Text("f"), lowest=0, highest=6),
    FactType.NUMBER: Fact("f", FactType.NUMBER, Text("f"), lowest=0, highest=6),
    FactType.DATE: Fact("f", FactType.DATE, Text("f"), lowest=days(0), highest=days(6)),
    FactType.DURATION: Fact("f", FactType.DURATION, Text("f"), lowest=6, highest=40),
    FactType.CHOICE: Fact("f", FactType.CHOICE, Text("f"), values=values(*WORDS)),
    FactType.CHOICES: Fact("f", FactType.CHOICES, Text("f"), values=values(*WORDS)),
    FactType.TEXT: Fact("f", FactType.TEXT, Text("f")),
    FactType.TEXTS: Fact("f", FactType.TEXTS, Text("f")),
}


def possible_values(fact: Fact) -> Iterable[Atom | None]:
    """Every value that makes a difference to operands drawn below, and the unknown."""
    yield None
    match fact.type:
        case FactType.BOOLEAN:
            yield from (True, False)
        case FactType.INTEGER:
            yield from range(7)
        case FactType.NUMBER:
            yield from (step / 4 for step in range(25))
        case FactType.DATE:
            yield from map(days, range(7))
        case FactType.DURATION:
            yield from range(6, 41)
        case FactType.CHOICE:
            yield from WORDS
        case FactType.TEXT:
            yield from (*WORDS, "ничто из названного")
        case _:
            yield from (frozenset(chosen) for size in range(4) for chosen in combinations(WORDS, size))


def operands(type_: FactType) -> st.SearchStrategy[Atom | Span]:
    return {
        FactType.BOOLEAN: st.booleans(),
        FactType.INTEGER: st.integers(-1, 7),
        FactType.NUMBER: st.integers(-2, 14).map(lambda number: number / 2),
        FactType.DATE: st.integers(-1, 7).map(days),
        FactType.DURATION: st.integers(0, 5).map(Span.of) | st.integers(0, 45).map(Span),
    }.get(type_, st.sampled_from(WORDS))


@st.composite
def demands(draw: st.DrawFn, fact: Fact) -> Comparison:
    op = draw(st.sampled_from(sorted(OPS_OF_TYPE[fact.type])))
    each = operands(fact.type)
    match op:
        case Op.KNOWN:
            return Comparison(fact, op, draw(st.booleans()))
        case Op.BETWEEN:
            return Comparison(fact, op, tuple(sorted((draw(each), draw(each)))))
        case Op.ONE_OF | Op.NONE_OF | Op.ANY_OF | Op.ALL_OF:
            return Comparison(fact, op, tuple(sorted(draw(st.sets(each, min_size=1, max_size=3)))))
        case _:
            return Comparison(fact, op, draw(each))


def can_be_met(fact: Fact, asked: Iterable[Comparison]) -> bool:
    """Whether one value, or not knowing any, meets all comparisons."""
    together = list(asked)
    return any(all(compare(each, value) is Truth.MET for each in together) for value in possible_values(fact))


types = st.sampled_from(sorted(SMALL))


@given(st.data(), types)
@settings(max_examples=200, deadline=None)
def test_a_comparison_is_possible_if_a_value_meets_it(data, type_) -> None:
    comparison = data.draw(demands(SMALL[type_]))
    assert is_possible(comparison) == can_be_met(SMALL[type_], [comparison])


@given(st.data(), types)
@settings(max_examples=400, deadline=None)
def test_comparisons_contradict_each_other_if_no_value_meets_all(data, type_) -> None:
    fact = SMALL[type_]
    asked = data.draw(st.lists(demands(fact), min_size=1, max_size=4))
    each_possible = all(can_be_met(fact, [comparison]) for comparison in asked)
    expected = each_possible and not can_be_met(fact, asked)
    assert list(contradictory_facts(All(tuple(asked)))) == (["f"] if expected else [])


def nested(parts: tuple[Comparison, ...]) -> Iterator[All]:
    """Ways of writing a conjunction of conjunctions."""
    for cut in range(1, len(parts)):
        yield All((All(parts[:cut]), *parts[cut:]))


@given(st.data(), types)
@settings(deadline=None)
def test_only_the_innermost_conjunction_is_blamed(data, type_) -> None:
    fact = SMALL[type_]
    asked = tuple(data.draw(st.lists(demands(fact).filter(is_possible), min_size=2, max_size=4)))
    for outer in nested(asked):
        inner = outer.parts[0]
        assert isinstance(inner, All)
        blamed = [*contradictory_facts(inner), *contradictory_facts(outer)]
        assert blamed == list(contradictory_facts(All(asked)))


five = Comparison(SMALL[FactType.INTEGER], Op.IS, 5)
six = Comparison(SMALL[FactType.INTEGER], Op.IS, 6)
other = Comparison(Fact("g", FactType.INTEGER, Text("g")), Op.IS, 6)


@pytest.mark.parametrize(
    "parts", [(five, Any((six, other))), (five, Not(five)), (Any((five, six)), Any((six, five))), (five, other)]
)
def test_only_conjunctions_are_looked_at(parts) -> None:
    assert list(contradictory_facts(All(parts))) == []


@pytest.mark.parametrize(
    ("fact", "asked", "possible"),
    [
        (Fact("f", FactType.INTEGER, Text("f")), [(Op.MORE_THAN, 10**15)], True),
        (Fact("f", FactType.INTEGER, Text("f")), [(Op.MORE_THAN, 5), (Op.LESS_THAN, 6)], False),
        (Fact("f", FactType.INTEGER, Text("f")), [(Op.ONE_OF, (1, 2)), (Op.IS_NOT, 1), (Op.IS_NOT, 2)], False),
        (Fact("f", FactType.NUMBER, Text("f")), [(Op.MORE_THAN, 5.0), (Op.LESS_THAN, 6.0)], True),
        (Fact("f", FactType.NUMBER, Text("f")), [(Op.AT_LEAST, 5.0), (Op.LESS_THAN, 5.0)], False),
        (Fact("f", FactType.NUMBER, Text("f")), [(Op.AT_LEAST, 5.0), (Op.AT_MOST, 5.0), (Op.IS_NOT, 5.0)], False),
        (Fact("f", FactType.DATE, Text("f")), [(Op.MORE_THAN, days(0)), (Op.LESS_THAN, days(1))], False),
        (Fact("f", FactType.DURATION, Text("f")), [(Op.LESS_THAN, Span.of(0))], False),
        (Fact("f", FactType.DURATION, Text("f")), [(Op.MORE_THAN, Span.of(2)), (Op.LESS_THAN, Span.of(3))], False),
        (Fact("f", FactType.DURATION, Text("f")), [(Op.AT_LEAST, Span.of(2)), (Op.AT_MOST, Span.of(2))], True),
        (Fact("f", FactType.DURATION, Text("f")), [(Op.IS, Span.of(2)), (Op.AT_LEAST, Span.of(2, 11))], True),
        (Fact("f", FactType.TEXT, Text("f")), [(Op.IS, "a"), (Op.IS_NOT, "b")], True),
        (Fact("f", FactType.TEXT, Text("f")), [(Op.IS, "a"), (Op.NONE_OF, ("a", "b"))], False),
    ],
)
def test_facts_without_a_range(fact, asked, possible) -> None:
    comparisons = tuple(Comparison(fact, op, operand) for op, operand in asked)
    assert (list(contradictory_facts(All(comparisons))) == [] and all(map(is_possible, comparisons))) == possible
