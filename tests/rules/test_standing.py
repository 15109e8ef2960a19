"""Combining truths agrees with explaining, for the condition and for its contrary."""

from hypothesis import given, settings

from rsnms.domain import Fact, FactType, Text
from rsnms.policy.conditions import Any, Comparison, Not, Op, comparisons
from rsnms.rules.explain import Literal, compare, explain
from rsnms.rules.standing import Outcome, standing
from rsnms.rules.truth import Truth
from rsnms.testing.condition_trees import trials

TRAINED = Fact("trained", FactType.BOOLEAN, Text("Обучен"))


@settings(max_examples=500, deadline=None)
@given(trials())
def test_a_standing_agrees_with_the_explanation(trial):
    (case,) = trial.cases
    truths = {node: compare(node, case.get(node.fact.name)) for node in comparisons(trial.condition)}
    explanation = explain(trial.condition, case)

    settled = standing(trial.condition, truths)

    assert settled.truth is explanation.truth
    assert list(settled.to_met) == [(literal, truth) for literal, truth, _ in explanation.in_the_way()]
    assert list(settled.to_unmet) == [(literal, truth) for literal, truth, _ in explanation.in_the_way(negated=True)]


def test_a_comparison_that_an_act_repeats_is_listed_once_with_its_first_clause():
    first, again = (Comparison(TRAINED, Op.IS, True, clause) for clause in ("1.3", "3.2"))
    condition = Any((first, again, Not(first)))
    truths = {first: Truth.UNKNOWN, again: Truth.UNKNOWN}

    outcome = Outcome.of(standing(condition, truths))

    assert outcome == Outcome(Truth.UNKNOWN, unknown=(Literal(first), Literal(first, negated=True)))
    assert outcome.unknown[0].comparison.clause == "1.3"


def test_unmet_and_unknown_stand_apart():
    other = Comparison(Fact("hours", FactType.INTEGER, Text("Часы")), Op.AT_LEAST, 72)
    outcome = Outcome.of(
        standing(
            Any((other, Comparison(TRAINED, Op.IS, True))),
            {
                other: Truth.UNMET,
                Comparison(TRAINED, Op.IS, True): Truth.UNKNOWN,
            },
        )
    )

    assert outcome.truth is Truth.UNKNOWN
    assert [str(literal) for literal in outcome.unmet] == ["hours at_least 72"]
    assert [str(literal) for literal in outcome.unknown] == ["trained is true"]
