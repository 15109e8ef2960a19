from hypothesis import given, settings

from rsnms.rules.compile import compile_condition
from rsnms.rules.explain import explain
from rsnms.rules.standing import Outcome
from rsnms.rules.truth import Truth
from rsnms.testing.condition_trees import Trial, trials


def reference(condition, case) -> Outcome:
    explanation = explain(condition, case)
    found = {Truth.UNMET: {}, Truth.UNKNOWN: {}}
    for literal, truth, _ in explanation.in_the_way():
        found[truth].setdefault((literal.comparison.key, literal.negated), literal)
    return Outcome(explanation.truth, tuple(found[Truth.UNMET].values()), tuple(found[Truth.UNKNOWN].values()))


@settings(max_examples=2000, deadline=None)
@given(trials(cases_each=3))
def test_compiled_condition_agrees_with_its_explanation(trial: Trial) -> None:
    settle = compile_condition(trial.condition)
    for case in trial.cases:
        assert settle(case) == reference(trial.condition, case)
        assert settle(case) == reference(trial.condition, case), "the remembered outcome"
