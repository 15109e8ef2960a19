"""Each law is broken by a decision that says something else than the library's own."""

from dataclasses import replace
from datetime import date

import pytest

import rsnms
from rsnms.domain.competency import Deficit, Severity
from rsnms.routes.requirements.requirements import Requirements
from rsnms.rules.decision import Decision
from rsnms.rules.horizon import Horizon
from rsnms.rules.profile import Profile
from rsnms.rules.remedies import Change, Remedy
from rsnms.testing import laws

ON = date(2024, 1, 1)
VOLGOGRAD = rsnms.load_policies()["ru/volgograd"]
VOCABULARY = VOLGOGRAD.latest.facts
YOUNG = {
    "organisation_kind": "general",
    "post": "teacher",
    "birth_date": date(1990, 5, 20),
    "work_started_on": date(2024, 3, 1),
}
OLD = {**YOUNG, "birth_date": date(1980, 5, 20)}


def decided(**facts) -> Decision:
    return rsnms.decide(VOLGOGRAD, "young-educator-support", facts, ON)


def with_horizon(decision: Decision, found: Horizon) -> Decision:
    changed = replace(decision)
    changed.__dict__["horizon"] = found
    return changed


def with_remedy(decision: Decision, fact: str, value, day: date) -> Decision:
    changed = replace(decision)
    changed.__dict__["remedies"] = (Remedy((Change(VOCABULARY[fact], value),), day),)
    return changed


def test_true_decisions_keep_them():
    for decision in (decided(**YOUNG), decided(**OLD), decided()):
        laws.answers_are_stable(decision)
        laws.interpretations_agree(decision)
        laws.eligible_from_is_exact(decision)
        laws.remedies_help(decision)
        laws.learning_settles(decided(), decision)


def test_another_answer_to_the_same_question():
    with pytest.raises(AssertionError, match="asked twice, young-educator-support was answered eligible"):
        laws.answers_are_stable(replace(decided(**OLD), verdict=rsnms.Verdict.ELIGIBLE))


def test_interpretations_that_disagree():
    with pytest.raises(AssertionError, match="young-educator-support: eligible, explained"):
        laws.interpretations_agree(replace(decided(**OLD), verdict=rsnms.Verdict.ELIGIBLE))
    with pytest.raises(AssertionError, match=r"what is unmet differs: \['age less_than 35 years'"):
        laws.interpretations_agree(replace(decided(**OLD), unmet=()))


def test_a_verdict_that_turns_when_more_is_known():
    with pytest.raises(AssertionError, match="was ineligible, and undetermined once more was known"):
        laws.learning_settles(decided(**OLD), decided())


@pytest.mark.parametrize(
    ("facts", "first", "broken"),
    [
        (YOUNG, date(2024, 3, 2), "eligible from 2024-03-02, but already the day before"),
        (YOUNG, date(2024, 2, 29), "eligible from 2024-02-29, but not on that day"),
        (OLD, date(2024, 3, 1), "eligible from 2024-03-01, but not on that day"),
        ({**YOUNG, "work_started_on": date(2024, 1, 20)}, None, "no day of eligibility, yet eligible on"),
    ],
)
def test_a_wrong_first_day(facts, first, broken):
    with pytest.raises(AssertionError, match=broken):
        laws.eligible_from_is_exact(with_horizon(decided(**facts), Horizon(first)))


def test_a_remedy_that_does_not_help():
    with pytest.raises(AssertionError, match="does not help"):
        laws.remedies_help(with_remedy(decided(**OLD), "diagnostics_passed", True, ON))


class Forgetful(Requirements):
    """Requires nothing of the severest deficits."""

    def of(self, person, deficits, on, as_of=None):
        return super().of(person, [one for one in deficits if one.severity is not Severity.HIGH], on, as_of)


def test_a_requirement_that_disappears():
    deficits = (Deficit(competency="methodical", severity=Severity.LOW),)
    person = Profile({}, ON)

    laws.worse_asks_no_less(Requirements(VOLGOGRAD.latest), person, deficits, ON)
    with pytest.raises(AssertionError, match="is not required once methodical lacks high"):
        laws.worse_asks_no_less(Forgetful(VOLGOGRAD.latest), person, deficits, ON)
