"""The city of Megion: order of 19.08.2021 № 360-О, read as the project's readings say."""

from datetime import date

import pytest

import rsnms
from answers import answer, eligible, ineligible, undetermined, untested

MEGION = "ru/yugra/megion"
YOUNG, TUTORING = "young-educator-support", "methodical-staff-tutoring"
GLOSSARY = "прил. 1 к положению"

YOUNG_TEACHER = {
    "organisation_kind": "general",
    "post": "teacher",
    "pedagogical_duties": True,
    "birth_date": date(1989, 1, 2),
    "work_started_on": date(2021, 1, 2),
}
SUPPORTED = eligible("young", "must")
YOUNG_PERSONS = [
    ("just-inside", YOUNG_TEACHER, SUPPORTED),
    ("thirty-five-today", {**YOUNG_TEACHER, "birth_date": date(1989, 1, 1)}, ineligible("age (6.1, 5)")),
    (
        "three-years-today",
        {**YOUNG_TEACHER, "work_started_on": date(2021, 1, 1)},
        ineligible("years_in_profession (6.1, 5)"),
    ),
    ("age-unknown", {**YOUNG_TEACHER, "birth_date": None}, undetermined("age (6.1, 5)")),
    ("work-unknown", {**YOUNG_TEACHER, "work_started_on": None}, undetermined("years_in_profession (6.1, 5)")),
    ("university", {**YOUNG_TEACHER, "organisation_kind": "higher"}, ineligible("organisation_kind (6.1, 5)")),
    ("somewhere", {**YOUNG_TEACHER, "organisation_kind": None}, undetermined("organisation_kind (6.1, 5)")),
    (
        "accountant",
        {**YOUNG_TEACHER, "post": "other", "pedagogical_duties": False},
        ineligible("post (6.1, 5)", "pedagogical_duties (6.1, 5)"),
    ),
    (
        "nothing-known-of-the-work",
        {**YOUNG_TEACHER, "post": None, "pedagogical_duties": None},
        undetermined("post (6.1, 5)", "pedagogical_duties (6.1, 5)"),
    ),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in YOUNG_PERSONS])
def test_support_of_young_educators(facts, expected):
    assert answer(MEGION, YOUNG, facts) == expected


PAIR_FACTS = {
    "same_subject": False,
    "mentor.roles": [],
    "mentee.young_specialist": False,
    "competency_to_pass_on": False,
}
PAIRS = [
    ("nothing-in-common", PAIR_FACTS, ineligible(*(f"{name} (3.3.3)" for name in PAIR_FACTS))),
    ("nothing-known", {}, undetermined(*(f"{name} (3.3.3)" for name in PAIR_FACTS))),
    ("same-subject", {**PAIR_FACTS, "same_subject": True}, eligible("same-subject", "must")),
    (
        "mentor-and-young",
        {**PAIR_FACTS, "mentor.roles": ["mentor"], "mentee.young_specialist": True},
        eligible("mentor-and-young", "must"),
    ),
    (
        "young-without-mentor",
        {**PAIR_FACTS, "mentee.young_specialist": True},
        ineligible("same_subject (3.3.3)", "mentor.roles (3.3.3)", "competency_to_pass_on (3.3.3)"),
    ),
    ("competency", {**PAIR_FACTS, "competency_to_pass_on": True}, eligible("competency", "must")),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*pair, id=id_) for id_, *pair in PAIRS])
def test_pairs_of_teachers(facts, expected):
    assert answer(MEGION, "teacher-pair", facts) == expected


STAFF = {"roles": ["methodical-centre-staff"], "trained_in_tutoring": True}
STAFF_PERSONS = [
    ("trained", STAFF, eligible("trained", "must")),
    ("trained-today", {**STAFF, "trained_in_tutoring_on": date(2024, 1, 1)}, eligible("trained", "must")),
    (
        "trained-tomorrow",
        {**STAFF, "trained_in_tutoring_on": date(2024, 1, 2)},
        ineligible("trained_in_tutoring (3.2.2)"),
    ),
    ("not-trained", {**STAFF, "trained_in_tutoring": False}, ineligible("trained_in_tutoring (3.2.2)")),
    ("perhaps-trained", {**STAFF, "trained_in_tutoring": None}, undetermined("trained_in_tutoring (3.2.2)")),
    ("of-another-place", {**STAFF, "roles": ["cnppm-staff"]}, ineligible("roles (3.2.2)")),
    ("roles-unknown", {**STAFF, "roles": None}, undetermined("roles (3.2.2)")),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in STAFF_PERSONS])
def test_the_methodical_staff_is_trained_in_tutoring(facts, expected):
    assert answer(MEGION, TUTORING, facts) == expected


WORKER = {"organisation_kind": "vocational", "post": "lecturer", "pedagogical_duties": False}
WORKERS = [
    ("lecturer", WORKER, eligible("definition", "must")),
    ("university", {**WORKER, "organisation_kind": "higher"}, ineligible(f"organisation_kind ({GLOSSARY})")),
    ("bank", {**WORKER, "organisation_kind": "not-educational"}, ineligible(f"organisation_kind ({GLOSSARY})")),
    ("head", {**WORKER, "post": "head"}, ineligible(f"post ({GLOSSARY})", f"pedagogical_duties ({GLOSSARY})")),
    ("head-with-duties", {**WORKER, "post": "head", "pedagogical_duties": True}, eligible("definition", "must")),
    (
        "nothing-known",
        {},
        undetermined(*(f"{name} ({GLOSSARY})" for name in WORKER)),
    ),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in WORKERS])
def test_who_is_a_pedagogical_worker(facts, expected):
    assert answer(MEGION, "pedagogical-worker", facts) == expected


MANAGERS = [
    ("head", {"post": "head", "organisation_kind": "general"}, eligible("definition", "must")),
    ("deputy", {"post": "deputy-head", "organisation_kind": "preschool"}, eligible("definition", "must")),
    ("head-of-a-unit", {"post": "unit-head", "organisation_kind": "higher"}, eligible("definition", "must")),
    ("teacher", {"post": "teacher", "organisation_kind": "general"}, ineligible(f"post ({GLOSSARY})")),
    (
        "head-of-a-bank",
        {"post": "head", "organisation_kind": "not-educational"},
        ineligible(f"organisation_kind ({GLOSSARY})"),
    ),
    ("nothing-known", {}, undetermined(f"organisation_kind ({GLOSSARY})", f"post ({GLOSSARY})")),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in MANAGERS])
def test_who_is_a_manager(facts, expected):
    assert answer(MEGION, "manager", facts) == expected


TESTED = {
    YOUNG: YOUNG_PERSONS,
    "teacher-pair": PAIRS,
    TUTORING: STAFF_PERSONS,
    "pedagogical-worker": WORKERS,
    "manager": MANAGERS,
}


def test_every_comparison_of_every_eligibility_is_met_unmet_and_unknown_for_somebody():
    assert set(rsnms.load_policies()[MEGION].latest.eligibilities) == set(TESTED)
    for eligibility, persons in TESTED.items():
        assert untested(MEGION, eligibility, [facts for _, facts, _ in persons]) == set(), eligibility


def test_the_day_of_the_order_itself_counts():
    (period,) = rsnms.load_policies()[MEGION].periods
    (act,) = period.acts

    assert (act.number, act.dated, period.since) == ("360-О", date(2021, 8, 19), date(2021, 8, 19))
    assert "09.08.2021" in act.reading
    assert (period.level, period.code) == ("municipal", "RU-KHM")
