"""The condition tree: its values, its fold, the intervals and operators of its comparisons."""

from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms.domain.fact import Fact, FactType, FactValue
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.policy.conditions import (
    OPS_OF_TYPE,
    All,
    Any,
    AtLeast,
    Bounds,
    Comparison,
    Not,
    Op,
    bounds,
    comparisons,
    facts_of,
    fold,
    parts_of,
    shown_operand,
)
from rsnms.testing.condition_trees import trials


def fact(name: str, type_: FactType) -> Fact:
    return Fact(name, type_, Text(name))


SCORE = fact("score", FactType.INTEGER)
SHARE = fact("share", FactType.NUMBER)
BORN = fact("born", FactType.DATE)
STAY = fact("stay", FactType.DURATION)
TRAINED = fact("trained", FactType.BOOLEAN)
CATEGORY = Fact("category", FactType.CHOICE, Text("c"), values=(FactValue("first", Text("первая")),))

seven = Comparison(SCORE, Op.AT_LEAST, 7)
trained = Comparison(TRAINED, Op.IS, True)
first = Comparison(CATEGORY, Op.IS, "first")

YEARS, MONTHS = Span.of(2), Span.of(2, 6)


@pytest.mark.parametrize(
    ("comparison", "expected"),
    [
        (Comparison(SCORE, Op.IS, 5), Bounds(5, 5)),
        (Comparison(SCORE, Op.IS_NOT, 5), Bounds(5, 5)),
        (Comparison(SCORE, Op.AT_LEAST, 5), Bounds(low=5)),
        (Comparison(SCORE, Op.AT_MOST, 5), Bounds(high=5)),
        (Comparison(SCORE, Op.MORE_THAN, 5), Bounds(low=5, low_open=True)),
        (Comparison(SCORE, Op.LESS_THAN, 5), Bounds(high=5, high_open=True)),
        (Comparison(SCORE, Op.BETWEEN, (5, 7)), Bounds(5, 7)),
        (Comparison(SCORE, Op.ONE_OF, (5, 7)), None),
        (Comparison(SCORE, Op.NONE_OF, (5, 7)), None),
        (Comparison(SCORE, Op.KNOWN, True), None),
        (Comparison(SHARE, Op.LESS_THAN, 0.5), Bounds(high=0.5, high_open=True)),
        (Comparison(BORN, Op.MORE_THAN, date(2000, 1, 1)), Bounds(low=date(2000, 1, 1), low_open=True)),
        (Comparison(STAY, Op.IS, YEARS), Bounds(24, 35)),
        (Comparison(STAY, Op.AT_LEAST, YEARS), Bounds(low=24)),
        (Comparison(STAY, Op.AT_MOST, YEARS), Bounds(high=35)),
        (Comparison(STAY, Op.MORE_THAN, YEARS), Bounds(low=35, low_open=True)),
        (Comparison(STAY, Op.LESS_THAN, YEARS), Bounds(high=24, high_open=True)),
        (Comparison(STAY, Op.BETWEEN, (YEARS, Span.of(4))), Bounds(24, 59)),
        (Comparison(STAY, Op.IS, MONTHS), Bounds(30, 30)),
        (Comparison(STAY, Op.AT_MOST, MONTHS), Bounds(high=30)),
        (Comparison(STAY, Op.MORE_THAN, MONTHS), Bounds(low=30, low_open=True)),
        (Comparison(STAY, Op.BETWEEN, (MONTHS, YEARS)), Bounds(30, 35)),
        (Comparison(STAY, Op.AT_MOST, Span.of(0)), Bounds(high=11)),
        (first, None),
        (trained, None),
    ],
    ids=str,
)
def test_the_interval_of_a_comparison(comparison, expected) -> None:
    assert bounds(comparison) == expected


def test_the_operators_of_a_type() -> None:
    either, order = {Op.IS, Op.IS_NOT}, {Op.AT_LEAST, Op.AT_MOST, Op.MORE_THAN, Op.LESS_THAN, Op.BETWEEN}
    listed, sets = {Op.ONE_OF, Op.NONE_OF}, {Op.ANY_OF, Op.ALL_OF, Op.NONE_OF}
    assert {type_: set(ops) - {Op.KNOWN} for type_, ops in OPS_OF_TYPE.items()} == {
        FactType.BOOLEAN: either,
        FactType.INTEGER: either | order | listed,
        FactType.NUMBER: either | order,
        FactType.DATE: either | order,
        FactType.DURATION: either | order,
        FactType.CHOICE: either | listed,
        FactType.CHOICES: sets,
        FactType.TEXT: either | listed,
        FactType.TEXTS: sets,
    }
    assert all(Op.KNOWN in ops for ops in OPS_OF_TYPE.values())


class Shown:
    """An algebra that writes a condition down."""

    def comparison(self, node: Comparison) -> str:
        return node.fact.name

    def all(self, node: All, parts: list[str]) -> str:
        assert len(parts) == len(node.parts)
        return f"({' & '.join(parts)})"

    def any(self, node: Any, parts: list[str]) -> str:
        assert len(parts) == len(node.parts)
        return f"({' | '.join(parts)})"

    def negation(self, node: Not, part: str) -> str:
        assert parts_of(node) == (node.part,)
        return f"!{part}"

    def at_least(self, node: AtLeast, parts: list[str]) -> str:
        return f"{node.count}({', '.join(parts)})"


def test_a_fold_goes_from_the_leaves_to_the_root_and_from_left_to_right() -> None:
    tree = All((Any((seven, Not(trained))), AtLeast(2, (first, seven, All((trained,))))))
    assert fold(tree, Shown()) == "((score | !trained) & 2(category, score, (trained)))"
    assert list(comparisons(tree)) == [seven, trained, first, seven, trained]
    assert facts_of(tree) == (SCORE, TRAINED, CATEGORY)
    assert parts_of(seven) == ()


Leaves = tuple[Comparison, ...]


class Gathered:
    """An algebra that gathers the leaves."""

    def comparison(self, node: Comparison) -> Leaves:
        return (node,)

    def all(self, _: All, parts: list[Leaves]) -> Leaves:
        return tuple(chain.from_iterable(parts))

    def any(self, _: Any, parts: list[Leaves]) -> Leaves:
        return tuple(chain.from_iterable(parts))

    def at_least(self, _: AtLeast, parts: list[Leaves]) -> Leaves:
        return tuple(chain.from_iterable(parts))

    def negation(self, _: Not, part: Leaves) -> Leaves:
        return part


@given(trials())
def test_a_fold_visits_every_comparison_once(trial) -> None:
    assert fold(trial.condition, Gathered()) == tuple(comparisons(trial.condition))
    names = [comparison.fact.name for comparison in comparisons(trial.condition)]
    assert [each.name for each in facts_of(trial.condition)] == list(dict.fromkeys(names))


@given(trials())
def test_conditions_are_values(trial) -> None:
    assert hash(trial.condition) == hash(trial.condition)
    assert trial.condition == trial.condition
    assert Not(trial.condition) != trial.condition


def test_titles_and_words_do_not_make_a_difference() -> None:
    assert All((seven,), Text("а")) == All((seven,), Text("б")) == All((seven,))
    assert Comparison(SCORE, Op.AT_LEAST, 7, "1.1") != seven
    assert Comparison(SCORE, Op.AT_LEAST, 7, "1.1").key == seven.key


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: All(()),
        lambda: Any(()),
        lambda: AtLeast(1, ()),
        lambda: AtLeast(0, (seven,)),
        lambda: AtLeast(2, (seven,)),
    ],
)
def test_what_cannot_be_made(wrong) -> None:
    with pytest.raises(ValueError, match="part"):
        wrong()


@pytest.mark.parametrize(
    ("operand", "shown"),
    [
        (True, "true"),
        (7, "7"),
        (0.5, "0.5"),
        (date(2024, 1, 31), "2024-01-31"),
        (YEARS, "2 years"),
        (MONTHS, "2 years 6 months"),
        (("first", "highest"), "[first, highest]"),
        ((Span.of(1), Span.of(0, 18)), "[1 year, 1 year 6 months]"),
    ],
)
def test_operands_are_shown_as_policies_write_them(operand, shown) -> None:
    assert shown_operand(operand) == shown
    assert str(Comparison(STAY, Op.IS, operand)) == f"stay is {shown}"


OF_ONE_BOUND = (Op.IS, Op.AT_LEAST, Op.AT_MOST, Op.MORE_THAN, Op.LESS_THAN)


@given(st.integers(0, 120), st.integers(0, 15), st.sampled_from(OF_ONE_BOUND))
def test_years_compare_in_full_years(months, years, op) -> None:
    interval = bounds(Comparison(STAY, op, Span.of(years)))
    assert interval is not None
    above = interval.low is None or (months > interval.low if interval.low_open else months >= interval.low)
    below = interval.high is None or (months < interval.high if interval.high_open else months <= interval.high)
    full = months // 12
    expected = {
        Op.IS: full == years,
        Op.AT_LEAST: full >= years,
        Op.AT_MOST: full <= years,
        Op.MORE_THAN: full > years,
        Op.LESS_THAN: full < years,
    }
    assert (above and below) == expected[op]
