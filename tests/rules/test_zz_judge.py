"""Judging: verdict, ground and reasons of one case."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from imaginary import ON, VOCABULARY, eligibilities, eligibility, profiles
from rsnms.domain import Span
from rsnms.policy.conditions import All, Comparison, Not, Op
from rsnms.rules import compile as compiling
from rsnms.rules import judge as judging
from rsnms.rules.explain import explain
from rsnms.rules.judge import Judge, Verdict, judge_of
from rsnms.rules.standing import Outcome
from rsnms.rules.truth import Truth


def compared(name: str, op: Op, operand, clause: str | None = None) -> Comparison:
    return Comparison(VOCABULARY[name], op, operand, clause)


highest = compared("category", Op.IS, "highest", "3.1")
diagnosed = compared("diagnosed", Op.IS, True, "1.3")
trained = compared("trained", Op.IS, True, "1.3")
stay_5 = compared("stay", Op.AT_LEAST, Span.of(5), "3.1")

ACTIVE = eligibility(All((highest, stay_5)), trained, gate=diagnosed)


@pytest.mark.parametrize(
    ("case", "verdict", "ground", "unmet", "unknown"),
    [
        ({"diagnosed": True, "category": "highest", "stay": 60}, "eligible", "ground-1", [], []),
        ({"diagnosed": True, "category": "highest", "stay": 60, "trained": True}, "eligible", "ground-1", [], []),
        ({"diagnosed": True, "category": "first", "trained": True}, "eligible", "ground-2", [], []),
        ({"diagnosed": True, "trained": True}, "eligible", "ground-2", [], []),
        (
            {"diagnosed": True, "category": "first", "trained": False},
            "ineligible",
            None,
            ["category is highest", "trained is true"],
            ["stay at_least 5 years"],
        ),
        ({"diagnosed": False, "trained": True}, "ineligible", None, ["diagnosed is true"], []),
        ({"trained": True}, "undetermined", None, [], ["diagnosed is true"]),
        (
            {"diagnosed": False},
            "ineligible",
            None,
            ["diagnosed is true"],
            ["category is highest", "stay at_least 5 years", "trained is true"],
        ),
    ],
)
def test_a_case_is_judged(case, verdict, ground, unmet, unknown):
    judgement = judge_of(ACTIVE)(case)

    assert judgement.verdict == verdict
    assert (judgement.ground.id if judgement.ground else None) == ground
    assert [str(literal) for literal in judgement.unmet] == unmet
    assert [str(literal) for literal in judgement.unknown] == unknown


def test_without_a_gate_the_grounds_alone_decide():
    assert judge_of(eligibility(trained))({"trained": True}).verdict is Verdict.ELIGIBLE


def test_a_comparison_asked_twice_is_named_once_with_its_first_clause():
    again = replace(trained, clause="3.2.4")

    (literal,) = judge_of(eligibility(again, gate=trained))({"trained": False}).unmet

    assert literal.comparison.clause == "1.3"


def test_what_must_not_be_is_told_from_what_must():
    judgement = judge_of(eligibility(Not(trained)))({"trained": True})

    assert [str(literal) for literal in judgement.unmet] == ["not (trained is true)"]


@settings(max_examples=2000, deadline=None)
@given(eligibilities(), profiles())
def test_judgements_agree_with_explanations(active, profile):
    judge = judge_of(active)
    case = profile.case(judge.facts, ON)
    explanation = explain(active.condition, case)
    met = [ground for ground in active.grounds if explain(ground.when, case).truth is Truth.MET]
    outcome = Outcome.of(judging.standing(active.condition, truths(explanation)))

    judgement = judge(case)

    assert judgement.verdict == {"MET": "eligible", "UNMET": "ineligible"}.get(explanation.truth.name, "undetermined")
    assert judgement.ground is (met[0] if explanation.truth is Truth.MET else None)
    assert (judgement.unmet, judgement.unknown) == (outcome.unmet, outcome.unknown)


def truths(explanation):
    """The truths of an explanation's comparisons."""
    if isinstance(explanation.node, Comparison):
        return {explanation.node: explanation.truth}
    return {node: truth for part in explanation.parts for node, truth in truths(part).items()}


def test_an_eligibility_is_compiled_once():
    assert judge_of(ACTIVE) is judge_of(ACTIVE)
    assert judge_of(replace(ACTIVE)) is not judge_of(ACTIVE), "an equal one may come from another policy"


def test_few_judges_are_kept(monkeypatch):
    monkeypatch.setattr(judging, "_KEPT", 3)
    for _ in range(10):
        judge_of(replace(ACTIVE))

    assert judge_of(ACTIVE)({"diagnosed": True, "trained": True}).verdict is Verdict.ELIGIBLE


def test_a_judge_that_has_forgotten_judges_the_same(monkeypatch):
    monkeypatch.setattr(compiling, "_REMEMBERED", 2)
    judge, fresh = Judge(ACTIVE), judge_of(ACTIVE)
    cases = [
        {"diagnosed": gate, "trained": done, "category": level}
        for gate in (True, False)
        for done in (True, False)
        for level in ("first", "highest")
    ]

    assert [judge(case) for case in cases * 2] == [fresh(case) for case in cases * 2]
