"""Volgograd region: order of 05.06.2023 № 58, read as the project's readings say."""

from datetime import date

import pytest

import rsnms
from answers import ON, answer, eligible, ineligible, undetermined, untested
from rsnms import Span

VOLGOGRAD = "ru/volgograd"
ACTIVE = "regional-methodical-active"

CORE, GENERAL_RULE, PERMITTED = eligible("core", "base"), eligible("general-rule", "must"), eligible("permitted", "may")

GATE = {
    "diagnostics_passed": True,
    "trained_in_methodical_support": True,
    "organisation_kind": "vocational",
    "post": "lecturer",
    "pedagogical_duties": False,
}
"""A lecturer of a college: passes the gate, belongs to no group."""
NO_CORE = {"category": "first", "education": "higher-other", "specialty_experience": Span.of(2)}
CORE_FACTS = {"category": "highest", "education": "higher-pedagogical", "specialty_experience": Span.of(5)}
NO_GROUP = {"organisation_runs_general_programmes": False, "roles": [], "steadily_high_results": False}
LECTURER = {**GATE, **NO_CORE, **NO_GROUP}

CORE_UNMET = ("category (3.2.4)", "education (3.2.4)", "specialty_experience (3.2.4)")
GENERAL_UNMET = ("organisation_kind (3.2.4)", "organisation_runs_general_programmes (3.2.4)")
PERMITTED_UNMET = ("roles (3.2.4)", "post (3.2.4)", "steadily_high_results (3.2.4)")
NO_GROUND = (*CORE_UNMET, *GENERAL_UNMET, *PERMITTED_UNMET)


def but(*facts: str) -> tuple[str, ...]:
    """The unmet comparisons of the grounds without those of some facts."""
    return tuple(unmet for unmet in NO_GROUND if unmet.split(" ")[0] not in facts)


ACTIVE_PERSONS = [
    # The examples of the order's encoding.
    ("core", {**LECTURER, **CORE_FACTS}, CORE),
    ("general-rule", {**LECTURER, "organisation_kind": "general", "post": "teacher"}, GENERAL_RULE),
    ("tutor", {**LECTURER, "roles": ["tutor"]}, PERMITTED),
    (
        "training-unknown",
        {**LECTURER, **CORE_FACTS, "trained_in_methodical_support": None},
        undetermined("trained_in_methodical_support (1.3)"),
    ),
    (
        "not-trained",
        {**LECTURER, **CORE_FACTS, "trained_in_methodical_support": False},
        ineligible("trained_in_methodical_support (1.3)"),
    ),
    (
        "university",
        {**LECTURER, **CORE_FACTS, "organisation_kind": "higher"},
        ineligible("organisation_kind (1.3)"),
    ),
    # The core comes first, and failing it excludes nobody.
    ("core-at-school", {**LECTURER, **CORE_FACTS, "organisation_kind": "general"}, CORE),
    ("core-and-tutor", {**LECTURER, **CORE_FACTS, "roles": ["tutor"]}, CORE),
    ("general-rule-and-tutor", {**LECTURER, "organisation_kind": "general", "roles": ["tutor"]}, GENERAL_RULE),
    ("core-unknown-at-school", {**GATE, "organisation_kind": "general"}, GENERAL_RULE),
    # The gate holds for everybody.
    (
        "tutor-not-diagnosed",
        {**LECTURER, "roles": ["tutor"], "diagnostics_passed": False},
        ineligible("diagnostics_passed (1.3)"),
    ),
    (
        "tutor-perhaps-diagnosed",
        {**LECTURER, "roles": ["tutor"], "diagnostics_passed": None},
        undetermined("diagnostics_passed (1.3)"),
    ),
    (
        "tutor-outside-education",
        {**LECTURER, "roles": ["tutor"], "organisation_kind": "not-educational"},
        ineligible("organisation_kind (1.3)"),
    ),
    (
        "tutor-somewhere",
        {**LECTURER, "roles": ["tutor"], "organisation_kind": None},
        undetermined("organisation_kind (1.3)"),
    ),
    (
        "head",
        {**LECTURER, **CORE_FACTS, "post": "head"},
        ineligible("post (1.3)", "pedagogical_duties (1.3)"),
    ),
    ("head-with-duties", {**LECTURER, **CORE_FACTS, "post": "head", "pedagogical_duties": True}, CORE),
    (
        "head-perhaps-with-duties",
        {**LECTURER, **CORE_FACTS, "post": "head", "pedagogical_duties": None},
        undetermined("pedagogical_duties (1.3)", unmet=["post (1.3)"]),
    ),
    (
        "post-unknown",
        {**LECTURER, **CORE_FACTS, "post": None},
        undetermined("post (1.3)", unmet=["pedagogical_duties (1.3)"]),
    ),
    # All three conditions of the core, to the month.
    ("nobody", LECTURER, ineligible(*NO_GROUND)),
    (
        "core-a-month-short",
        {**LECTURER, **CORE_FACTS, "specialty_experience": Span.of(4, 11)},
        ineligible(*but("category", "education")),
    ),
    (
        "core-first-category",
        {**LECTURER, **CORE_FACTS, "category": "first"},
        ineligible(*but("education", "specialty_experience")),
    ),
    (
        "core-other-education",
        {**LECTURER, **CORE_FACTS, "education": "vocational-pedagogical"},
        ineligible(*but("category", "specialty_experience")),
    ),
    (
        "core-category-unknown",
        {**LECTURER, **CORE_FACTS, "category": None},
        undetermined("category (3.2.4)", unmet=but("category", "education", "specialty_experience")),
    ),
    (
        "core-unknown",
        {**GATE, **NO_GROUP},
        undetermined(*CORE_UNMET, unmet=(*GENERAL_UNMET, *PERMITTED_UNMET)),
    ),
    (
        "pedagogical-experience-is-another-thing",
        {**LECTURER, **CORE_FACTS, "specialty_experience": None, "pedagogical_experience": Span.of(20)},
        undetermined("specialty_experience (3.2.4)", unmet=but("category", "education", "specialty_experience")),
    ),
    ("category-on-its-last-day", {**LECTURER, **CORE_FACTS, "category_decided_on": date(2019, 1, 1)}, CORE),
    (
        "category-the-day-after",
        {**LECTURER, **CORE_FACTS, "category_decided_on": date(2018, 12, 31)},
        ineligible(*but("education", "specialty_experience")),
    ),
    # The general rule: a pedagogical post, general-education programmes.
    ("kindergarten", {**LECTURER, "organisation_kind": "preschool", "post": "preschool-educator"}, GENERAL_RULE),
    ("college-with-school", {**LECTURER, "organisation_runs_general_programmes": True}, GENERAL_RULE),
    (
        "college-perhaps-with-school",
        {**LECTURER, "organisation_runs_general_programmes": None},
        undetermined(
            "organisation_runs_general_programmes (3.2.4)",
            unmet=but("organisation_runs_general_programmes"),
        ),
    ),
    ("house-of-creativity", {**LECTURER, "organisation_kind": "additional-children"}, ineligible(*NO_GROUND)),
    ("further-education", {**LECTURER, "organisation_kind": "further-professional"}, ineligible(*NO_GROUND)),
    (
        "deputy-at-school",
        {**LECTURER, "organisation_kind": "general", "post": "deputy-head", "pedagogical_duties": True},
        GENERAL_RULE,
    ),
    # Permitted groups.
    ("tutor-by-post", {**LECTURER, "post": "tutor"}, PERMITTED),
    ("high-results", {**LECTURER, "steadily_high_results": True}, PERMITTED),
    (
        "perhaps-high-results",
        {**LECTURER, "steadily_high_results": None},
        undetermined("steadily_high_results (3.2.4)", unmet=but("steadily_high_results")),
    ),
    ("roles-unknown", {**LECTURER, "roles": None}, undetermined("roles (3.2.4)", unmet=but("roles"))),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in ACTIVE_PERSONS])
def test_regional_methodical_active(facts, expected):
    assert answer(VOLGOGRAD, ACTIVE, facts) == expected


ADMITTED = [
    "head-of-methodical-association",
    "head-of-municipal-methodical-association",
    "head-of-council",
    "lead-exam-expert",
    "senior-exam-expert",
    "tutor",
    "mentor",
    "community-leader",
]


def test_the_groups_that_may_be_included():
    roles = [value.id for value in rsnms.load_policies()[VOLGOGRAD].latest.facts["roles"].values]

    admitted = [role for role in roles if answer(VOLGOGRAD, ACTIVE, {**LECTURER, "roles": [role]}) == PERMITTED]

    assert admitted == ADMITTED
    assert answer(VOLGOGRAD, ACTIVE, {**LECTURER, "roles": sorted(set(roles) - set(ADMITTED))}) == ineligible(
        *NO_GROUND
    )


def test_the_pedagogical_posts():
    posts = [value.id for value in rsnms.load_policies()[VOLGOGRAD].latest.facts["post"].values]

    pedagogical = [
        post for post in posts if answer(VOLGOGRAD, ACTIVE, {**LECTURER, **CORE_FACTS, "post": post}) == CORE
    ]

    assert pedagogical == [
        "teacher",
        "lecturer",
        "preschool-educator",
        "additional-educator",
        "methodist",
        "tutor",
        "psychologist",
        "other-pedagogical",
    ]


def test_from_when_half_a_year_short_of_the_core():
    facts = {**LECTURER, **CORE_FACTS, "specialty_experience": Span.of(4, 6)}

    decision = rsnms.decide(rsnms.load_policies()[VOLGOGRAD], ACTIVE, facts, ON)

    assert decision.eligible_from == date(2024, 7, 1)


# --- the other eligibilities -----------------------------------------------------------------------------------------

YOUNG = "young-educator-support"
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
    ("thirty-five-today", {**YOUNG_TEACHER, "birth_date": date(1989, 1, 1)}, ineligible("age (3.2.3)")),
    (
        "three-years-today",
        {**YOUNG_TEACHER, "work_started_on": date(2021, 1, 1)},
        ineligible("years_in_profession (3.2.3)"),
    ),
    ("begins-today", {**YOUNG_TEACHER, "work_started_on": ON}, SUPPORTED),
    (
        "begins-tomorrow",
        {**YOUNG_TEACHER, "work_started_on": date(2024, 1, 2)},
        undetermined("years_in_profession (3.2.3)"),
    ),
    ("age-unknown", {**YOUNG_TEACHER, "birth_date": None}, undetermined("age (3.2.3)")),
    ("university", {**YOUNG_TEACHER, "organisation_kind": "higher"}, ineligible("organisation_kind (1.3)")),
    ("bank", {**YOUNG_TEACHER, "organisation_kind": "not-educational"}, ineligible("organisation_kind (1.3)")),
    ("somewhere", {**YOUNG_TEACHER, "organisation_kind": None}, undetermined("organisation_kind (1.3)")),
    (
        "accountant",
        {**YOUNG_TEACHER, "post": "other", "pedagogical_duties": False},
        ineligible("post (1.3)", "pedagogical_duties (1.3)"),
    ),
    (
        "nothing-known-of-the-work",
        {**YOUNG_TEACHER, "post": None, "pedagogical_duties": None},
        undetermined("post (1.3)", "pedagogical_duties (1.3)"),
    ),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in YOUNG_PERSONS])
def test_support_of_young_educators(facts, expected):
    assert answer(VOLGOGRAD, YOUNG, facts) == expected


PAIR_FACTS = {
    "same_subject": False,
    "mentor.roles": ["tutor"],
    "mentee.young_specialist": False,
    "competency_to_pass_on": False,
}
PAIR_UNMET = tuple(f"{name} (3.5.3)" for name in PAIR_FACTS)
PAIRS = [
    ("nothing-in-common", PAIR_FACTS, ineligible(*PAIR_UNMET)),
    ("nothing-known", {}, undetermined(*PAIR_UNMET)),
    ("same-subject", {**PAIR_FACTS, "same_subject": True}, eligible("same-subject", "must")),
    (
        "mentor-and-young",
        {**PAIR_FACTS, "mentor.roles": ["mentor"], "mentee.young_specialist": True},
        eligible("mentor-and-young", "must"),
    ),
    (
        "mentor-of-the-experienced",
        {**PAIR_FACTS, "mentor.roles": ["mentor"]},
        ineligible("same_subject (3.5.3)", "mentee.young_specialist (3.5.3)", "competency_to_pass_on (3.5.3)"),
    ),
    (
        "young-without-mentor",
        {**PAIR_FACTS, "mentee.young_specialist": True},
        ineligible("same_subject (3.5.3)", "mentor.roles (3.5.3)", "competency_to_pass_on (3.5.3)"),
    ),
    ("competency", {**PAIR_FACTS, "competency_to_pass_on": True}, eligible("competency", "must")),
    (
        "subjects-in-common",
        {"mentor.subjects": ["физика"], "mentee.subjects": ["физика", "химия"]},
        eligible("same-subject", "must"),
    ),
    (
        "what-one-lacks-the-other-has",
        {**PAIR_FACTS, "competency_to_pass_on": None, "mentor.competencies": ["ИКТ"], "mentee.deficits": ["ИКТ"]},
        eligible("competency", "must"),
    ),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*pair, id=id_) for id_, *pair in PAIRS])
def test_pairs_of_teachers(facts, expected):
    assert answer(VOLGOGRAD, "teacher-pair", facts) == expected


WORKER = {"organisation_kind": "vocational", "post": "lecturer", "pedagogical_duties": False}
WORKERS = [
    ("lecturer", WORKER, eligible("definition", "must")),
    ("university", {**WORKER, "organisation_kind": "higher"}, ineligible("organisation_kind (1.3)")),
    ("bank", {**WORKER, "organisation_kind": "not-educational"}, ineligible("organisation_kind (1.3)")),
    ("head", {**WORKER, "post": "head"}, ineligible("post (1.3)", "pedagogical_duties (1.3)")),
    ("head-with-duties", {**WORKER, "post": "head", "pedagogical_duties": True}, eligible("definition", "must")),
    ("nothing-known", {}, undetermined("organisation_kind (1.3)", "post (1.3)", "pedagogical_duties (1.3)")),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in WORKERS])
def test_who_is_a_pedagogical_worker(facts, expected):
    assert answer(VOLGOGRAD, "pedagogical-worker", facts) == expected


MANAGERS = [
    ("head", {"post": "head", "organisation_kind": "general"}, eligible("definition", "must")),
    ("deputy", {"post": "deputy-head", "organisation_kind": "preschool"}, eligible("definition", "must")),
    ("head-of-a-unit", {"post": "unit-head", "organisation_kind": "higher"}, eligible("definition", "must")),
    ("teacher", {"post": "teacher", "organisation_kind": "general"}, ineligible("post (1.3)")),
    ("head-of-a-bank", {"post": "head", "organisation_kind": "not-educational"}, ineligible("organisation_kind (1.3)")),
    ("nothing-known", {}, undetermined("organisation_kind (1.3)", "post (1.3)")),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in MANAGERS])
def test_who_is_a_manager(facts, expected):
    assert answer(VOLGOGRAD, "manager", facts) == expected


# --- the act ---------------------------------------------------------------------------------------------------------

TESTED = {
    ACTIVE: ACTIVE_PERSONS,
    YOUNG: YOUNG_PERSONS,
    "teacher-pair": PAIRS,
    "pedagogical-worker": WORKERS,
    "manager": MANAGERS,
}


def test_every_comparison_of_every_eligibility_is_met_unmet_and_unknown_for_somebody():
    assert set(rsnms.load_policies()[VOLGOGRAD].latest.eligibilities) == set(TESTED)
    for eligibility, persons in TESTED.items():
        assert untested(VOLGOGRAD, eligibility, [facts for _, facts, _ in persons]) == set(), eligibility


def test_the_order_is_in_force_from_its_signing():
    (period,) = rsnms.load_policies()[VOLGOGRAD].periods
    (act,) = period.acts

    assert (period.since, period.until) == (date(2023, 6, 5), None)
    assert (act.number, act.dated) == ("58", date(2023, 6, 5))
    assert [(repealed.number, repealed.dated) for repealed in act.repeals] == [("12", date(2022, 2, 28))]
    assert (period.level, period.code) == ("regional", "RU-VGG")


def test_what_the_order_is_silent_on():
    active = rsnms.load_policies()[VOLGOGRAD].latest.eligibility(ACTIVE)

    assert set(active.silent_on) >= {"admitting-body", "term", "exit"}
    assert active.formed_by == "cnppm"
    assert active.confers.ru == "региональный методист"
