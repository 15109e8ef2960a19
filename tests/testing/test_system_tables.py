"""Passports and evidence: what can be measured and audited without a complaint."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

import rsnms
from rsnms.domain.fact import About
from rsnms.testing import evidence, passports
from rsnms.testing.educators_at_work import PLACES, SCHOOLS
from testing.simplest import simplest

ON = date(2024, 1, 1)
VOLGOGRAD = rsnms.load_policies()["ru/volgograd"]
TREE = rsnms.load_policies()
WITH_DUTIES = ["ru/volgograd", "ru/leningrad", "ru/leningrad/kirovsk", "ru/yugra/megion", "ru/altai/ust-koksa"]


@settings(max_examples=25)
@given(passports(VOLGOGRAD))
def test_every_indicator_is_measured(passport):
    report = rsnms.measure_indicators(VOLGOGRAD.on(ON), passport, ON)

    assert {result.indicator.id for result in report.results} == set(VOLGOGRAD.on(ON).indicators)


@settings(max_examples=40)
@given(passports(VOLGOGRAD, by_evidence=False))
def test_records_are_of_people_of_the_passport(passport):
    people = passport.tables.get(About.PERSON)
    diagnoses = passport.tables.get(About.DIAGNOSIS)
    if people is None or not len(people) or diagnoses is None or "diagnosis_person" not in diagnoses.columns:
        return
    assert set(diagnoses["diagnosis_person"].drop_nulls()) <= set(people["id"])
    assert passport.evidence is None


@settings(max_examples=80)
@given(st.data(), st.sampled_from(WITH_DUTIES))
def test_every_piece_of_evidence_names_a_duty_and_a_place(data, id_):
    day = max(ON, TREE[id_].latest.since)
    policy = TREE[id_].on(day)
    shown = data.draw(evidence(policy, on=day))

    audit = rsnms.audit(policy, shown, day, municipalities=PLACES, organisations=SCHOOLS)

    assert {one.problem.code for one in audit.uncounted} <= {"not-asked"}, "of a day before the act was in force"


def test_the_simplest_evidence_is_none_and_then_one():
    assert simplest(evidence(VOLGOGRAD)) == ()
    (one,) = simplest(evidence(VOLGOGRAD), lambda shown: any(each.subject for each in shown))
    assert (one.title, one.link, one.period) == (None, None, None)
