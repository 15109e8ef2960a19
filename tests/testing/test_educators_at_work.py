"""Educators: lives that fit together on the day of the question, and that every policy takes."""

from datetime import date

import pytest
from hypothesis import given, settings

import rsnms
from rsnms.domain.calendar import add_months
from rsnms.domain.fact import About
from rsnms.rules.profile import profile_of
from rsnms.testing import educators, organisations, pairs
from testing.simplest import simplest

TREE = rsnms.load_policies()
ON = date(2024, 1, 1)
KIROVSK = TREE["ru/leningrad/kirovsk"].latest


def days_of(person: rsnms.Educator) -> list[date]:
    stated = [person.work_started_on, person.category.decided_on if person.category else None]
    stated += [one.on for one in person.diagnoses or ()] + [one.completed_on for one in person.trainings or ()]
    stated += [one.found_on for one in person.deficits or ()]
    return [day for day in stated if day is not None]


@settings(max_examples=150)
@given(educators())
def test_nothing_happens_before_work_may_begin_or_after_the_day(person):
    assert all(day <= ON for day in days_of(person))
    if person.birth_date is not None:
        assert add_months(person.birth_date, 18 * 12) <= ON
        assert all(day >= add_months(person.birth_date, 16 * 12) for day in days_of(person))
        for experience in (person.specialty_experience, person.pedagogical_experience):
            months = experience.months_on(ON) if experience is not None else None
            assert months is None or add_months(person.birth_date, 16 * 12 + months) <= add_months(ON, 1)


@settings(max_examples=60)
@given(educators(KIROVSK))
def test_policies_take_them_with_the_facts_that_they_add(person):
    on = KIROVSK.since
    profile = profile_of(person, KIROVSK.facts_about(About.PERSON), on)

    assert set(person.other_facts) <= {"accompanies_development"}
    assert set(person.other_facts) <= set(profile.sources)


@settings(max_examples=60)
@given(educators(known=True))
def test_everything_may_be_known(person):
    direct = {name for name in type(person).model_fields if name not in ("id", "other_facts", "organisation")}
    unknown = {name for name in direct if getattr(person, name) is None}

    assert unknown <= {"diagnostics_passed", "trained_in_methodical_support", "trained_in_tutoring"}, "they follow"
    assert None not in {getattr(person.organisation, name) for name in type(person.organisation).model_fields}


@settings(max_examples=40)
@given(pairs(TREE["ru/volgograd"]))
def test_pairs_can_be_decided_on(pair):
    decision = rsnms.decide(TREE["ru/volgograd"], "teacher-pair", pair, ON)

    assert decision.verdict in rsnms.Verdict


def test_the_simplest_is_somebody_about_whom_nothing_is_known():
    assert simplest(educators()) == rsnms.Educator()
    assert simplest(organisations()) == rsnms.Organisation()


@pytest.mark.parametrize("wanted", ["category", "deficits"])
def test_what_matters_is_all_that_is_left(wanted):
    person = simplest(educators(), lambda one: bool(getattr(one, wanted)))

    assert person == rsnms.Educator(**{wanted: getattr(person, wanted)})
