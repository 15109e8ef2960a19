from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imaginary import VOCABULARY
from rsnms.changes.canonical import asks_the_same, parting, same, written
from rsnms.domain import Span
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, Op
from rsnms.rules.explain import explain
from rsnms.testing.condition_trees import Trial, trials


def shuffled(draw, condition: Condition) -> Condition:
    """The condition with the parts of every group in another order."""
    match condition:
        case Comparison():
            return condition
        case Not(part=part):
            return Not(shuffled(draw, part))
        case AtLeast(count=count, parts=parts):
            return AtLeast(count, tuple(draw(st.permutations([shuffled(draw, part) for part in parts]))))
    parts = tuple(draw(st.permutations([shuffled(draw, part) for part in condition.parts])))
    return type(condition)(parts)


@settings(max_examples=100)
@given(trials(), st.data())
def test_another_order_of_parts_says_the_same(trial: Trial, data: st.DataObject) -> None:
    other = shuffled(data.draw, trial.condition)
    assert same(trial.condition, other)
    assert asks_the_same(trial.condition, other)
    assert asks_the_same(All((trial.condition,)), Any((other,)))


@settings(max_examples=100)
@given(trials(), trials(cases_each=3))
def test_conditions_that_ask_the_same_judge_the_same(one: Trial, other: Trial) -> None:
    if asks_the_same(one.condition, other.condition):
        for case in other.cases:
            assert explain(one.condition, case).truth is explain(other.condition, case).truth


STAY = Comparison(VOCABULARY["stay"], Op.AT_LEAST, Span.of(5), "3.2")
LONGER = replace(STAY, operand=Span.of(15))
ROLE = Comparison(VOCABULARY["roles"], Op.ANY_OF, ("mentor", "tutor"))
TRAINED = Comparison(VOCABULARY["trained"], Op.IS, True)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (All((STAY, ROLE)), All((ROLE, LONGER)), (STAY, LONGER)),
        (All((STAY, ROLE)), All((ROLE,)), (STAY, None)),
        (All((TRAINED, Any((STAY, ROLE)))), All((TRAINED, Any((LONGER, ROLE)))), (STAY, LONGER)),
        (All((STAY, ROLE, TRAINED)), All((TRAINED, LONGER)), (All((STAY, ROLE)), LONGER)),
        (All((STAY, ROLE)), Any((STAY, ROLE)), (All((STAY, ROLE)), Any((STAY, ROLE)))),
        (STAY, LONGER, (STAY, LONGER)),
    ],
)
def test_what_only_one_of_two_conditions_asks(one, other, apart) -> None:
    assert parting(one, other) == apart


def test_a_condition_as_files_write_it() -> None:
    assert written(All((STAY, Not(AtLeast(1, (ROLE, STAY)))))) == (
        '{all: [{fact: stay, at_least: 5 years, clause: "3.2"}, {not: {at_least: 1, of: '
        '[{fact: roles, any_of: [mentor, tutor]}, {fact: stay, at_least: 5 years, clause: "3.2"}]}}]}'
    )
