"""Leningrad region: the recommendations of 2024, read as the project's readings say."""

from datetime import date

import pytest

import rsnms
from answers import ON, answer, eligible, ineligible, undetermined, untested
from rsnms import Span, Verdict

LENINGRAD = "ru/leningrad"
REGIONAL, MUNICIPAL, YOUNG = "regional-methodical-active", "municipal-methodical-active", "young-educator-support"

TEACHER = {
    "diagnostics_passed": True,
    "trained_in_methodical_support": True,
    "organisation_kind": "general",
    "post": "teacher",
    "pedagogical_duties": False,
}
MEMBER = {
    **TEACHER,
    "education": "higher-pedagogical",
    "pedagogical_experience": Span.of(5),
    "category": "highest",
    "contribution": True,
    "roles": [],
}


def recommended(ground: str):
    return eligible(ground, "recommended")


ANOTHER = recommended("other-educator")

MUNICIPAL_PERSONS = [
    ("just-inside", MEMBER, ANOTHER),
    # The examples of the act's encoding.
    (
        "half-a-year-short",
        {**MEMBER, "pedagogical_experience": Span.of(4, 6)},
        ineligible("pedagogical_experience (3.1)"),
    ),
    ("contribution-unknown", {**MEMBER, "contribution": None}, undetermined("contribution (3.1)")),
    # Every condition is asked of everybody.
    ("not-diagnosed", {**MEMBER, "diagnostics_passed": False}, ineligible("diagnostics_passed (1.1)")),
    ("perhaps-diagnosed", {**MEMBER, "diagnostics_passed": None}, undetermined("diagnostics_passed (1.1)")),
    (
        "not-trained",
        {**MEMBER, "trained_in_methodical_support": False},
        ineligible("trained_in_methodical_support (1.1)"),
    ),
    (
        "perhaps-trained",
        {**MEMBER, "trained_in_methodical_support": None},
        undetermined("trained_in_methodical_support (1.1)"),
    ),
    ("additional-education", {**MEMBER, "organisation_kind": "additional-children"}, ANOTHER),
    ("kindergarten", {**MEMBER, "organisation_kind": "preschool"}, ineligible("organisation_kind (3.1)")),
    ("college", {**MEMBER, "organisation_kind": "vocational"}, ineligible("organisation_kind (3.1)")),
    (
        "methodical-centre",
        {**MEMBER, "organisation_kind": "further-professional"},
        ineligible("organisation_kind (3.1)"),
    ),
    ("somewhere", {**MEMBER, "organisation_kind": None}, undetermined("organisation_kind (3.1)")),
    ("other-education", {**MEMBER, "education": "higher-other"}, ineligible("education (3.1)")),
    ("vocational-education", {**MEMBER, "education": "vocational-pedagogical"}, ineligible("education (3.1)")),
    ("education-unknown", {**MEMBER, "education": None}, undetermined("education (3.1)")),
    (
        "a-month-short",
        {**MEMBER, "pedagogical_experience": Span.of(4, 11)},
        ineligible("pedagogical_experience (3.1)"),
    ),
    (
        "specialty-experience-is-another-thing",
        {**MEMBER, "pedagogical_experience": None, "specialty_experience": Span.of(20)},
        undetermined("pedagogical_experience (3.1)"),
    ),
    ("first-category", {**MEMBER, "category": "first"}, ineligible("category (3.1)")),
    ("category-unknown", {**MEMBER, "category": None}, undetermined("category (3.1)")),
    ("category-on-its-last-day", {**MEMBER, "category_decided_on": date(2019, 1, 1)}, ANOTHER),
    ("category-the-day-after", {**MEMBER, "category_decided_on": date(2018, 12, 31)}, ineligible("category (3.1)")),
    ("no-contribution", {**MEMBER, "contribution": False}, ineligible("contribution (3.1)")),
    (
        "head",
        {**MEMBER, "post": "head"},
        ineligible("post (3.1)", "pedagogical_duties (3.1)", "roles (3.1)"),
    ),
    (
        "post-and-duties-unknown",
        {**MEMBER, "post": None, "pedagogical_duties": None},
        undetermined("post (3.1)", "pedagogical_duties (3.1)", unmet=["roles (3.1)"]),
    ),
    (
        "nothing-known-of-the-work-and-the-roles",
        {**MEMBER, "post": None, "pedagogical_duties": None, "roles": None},
        undetermined("post (3.1)", "pedagogical_duties (3.1)", "roles (3.1)"),
    ),
    ("head-who-teaches-by-duty", {**MEMBER, "post": "head", "pedagogical_duties": True}, ANOTHER),
    # The groups named "in particular" satisfy everything too.
    ("methodist", {**MEMBER, "roles": ["municipal-service-methodist"]}, recommended("service-methodist")),
    ("exam-expert", {**MEMBER, "roles": ["exam-expert"]}, recommended("commission-expert")),
    (
        "head-of-association",
        {**MEMBER, "roles": ["head-of-municipal-methodical-association"]},
        recommended("head-of-association"),
    ),
    ("head-of-a-school-association", {**MEMBER, "roles": ["head-of-methodical-association"]}, ANOTHER),
    ("community-leader", {**MEMBER, "roles": ["community-leader"]}, recommended("community-leader")),
    ("innovation-site", {**MEMBER, "roles": ["innovation-site-worker"]}, recommended("innovation-site")),
    ("contest-winner", {**MEMBER, "roles": ["contest-winner"]}, recommended("contest-winner")),
    (
        "contest-winner-of-the-first-category",
        {**MEMBER, "roles": ["contest-winner"], "category": "first"},
        ineligible("category (3.1)"),
    ),
    (
        "winner-and-methodist",
        {**MEMBER, "roles": ["contest-winner", "municipal-service-methodist"]},
        recommended("service-methodist"),
    ),
    ("roles-unknown", {**MEMBER, "roles": None}, ANOTHER),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in MUNICIPAL_PERSONS])
def test_municipal_methodical_active(facts, expected):
    assert answer(LENINGRAD, MUNICIPAL, facts) == expected


@pytest.mark.parametrize(
    "role", ["attestation-chair", "attestation-expert", "exam-expert", "lead-exam-expert", "senior-exam-expert"]
)
def test_chairs_and_experts_of_commissions(role):
    assert answer(LENINGRAD, MUNICIPAL, {**MEMBER, "roles": [role]}) == recommended("commission-expert")


def test_from_when_half_a_year_short():
    facts = {**MEMBER, "pedagogical_experience": Span.of(4, 6)}

    decision = rsnms.decide(rsnms.load_policies()[LENINGRAD], MUNICIPAL, facts, ON)

    assert decision.verdict is Verdict.INELIGIBLE
    assert decision.eligible_from == date(2024, 7, 1)
    assert decision.remedies == ()


REGIONAL_PERSONS = [
    ("teacher", TEACHER, recommended("regional-methodist")),
    ("lecturer", {**TEACHER, "organisation_kind": "higher", "post": "lecturer"}, recommended("regional-methodist")),
    ("not-diagnosed", {**TEACHER, "diagnostics_passed": False}, ineligible("diagnostics_passed (1.1)")),
    ("perhaps-diagnosed", {**TEACHER, "diagnostics_passed": None}, undetermined("diagnostics_passed (1.1)")),
    (
        "not-trained",
        {**TEACHER, "trained_in_methodical_support": False},
        ineligible("trained_in_methodical_support (1.1)"),
    ),
    (
        "perhaps-trained",
        {**TEACHER, "trained_in_methodical_support": None},
        undetermined("trained_in_methodical_support (1.1)"),
    ),
    ("bank", {**TEACHER, "organisation_kind": "not-educational"}, ineligible("organisation_kind (1.1)")),
    ("somewhere", {**TEACHER, "organisation_kind": None}, undetermined("organisation_kind (1.1)")),
    ("head", {**TEACHER, "post": "head"}, ineligible("post (1.1)", "pedagogical_duties (1.1)")),
    ("head-with-duties", {**TEACHER, "post": "head", "pedagogical_duties": True}, recommended("regional-methodist")),
    (
        "nothing-known-of-the-work",
        {**TEACHER, "post": None, "pedagogical_duties": None},
        undetermined("post (1.1)", "pedagogical_duties (1.1)"),
    ),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in REGIONAL_PERSONS])
def test_regional_methodical_active(facts, expected):
    assert answer(LENINGRAD, REGIONAL, facts) == expected


# --- support and mentoring -------------------------------------------------------------------------------------------

YOUNG_TEACHER = {
    "organisation_kind": "general",
    "post": "teacher",
    "pedagogical_duties": True,
    "birth_date": date(1989, 1, 2),
    "work_started_on": date(2021, 1, 2),
}
YOUNG_PERSONS = [
    ("just-inside", YOUNG_TEACHER, recommended("young")),
    ("university", {**YOUNG_TEACHER, "organisation_kind": "higher", "post": "lecturer"}, recommended("young")),
    ("thirty-five-today", {**YOUNG_TEACHER, "birth_date": date(1989, 1, 1)}, ineligible("age (3.2)")),
    (
        "three-years-today",
        {**YOUNG_TEACHER, "work_started_on": date(2021, 1, 1)},
        ineligible("years_in_profession (3.2)"),
    ),
    ("age-unknown", {**YOUNG_TEACHER, "birth_date": None}, undetermined("age (3.2)")),
    ("work-unknown", {**YOUNG_TEACHER, "work_started_on": None}, undetermined("years_in_profession (3.2)")),
    ("bank", {**YOUNG_TEACHER, "organisation_kind": "not-educational"}, ineligible("organisation_kind (1.1)")),
    ("somewhere", {**YOUNG_TEACHER, "organisation_kind": None}, undetermined("organisation_kind (1.1)")),
    (
        "accountant",
        {**YOUNG_TEACHER, "post": "other", "pedagogical_duties": False},
        ineligible("post (1.1)", "pedagogical_duties (1.1)"),
    ),
    (
        "nothing-known-of-the-work",
        {**YOUNG_TEACHER, "post": None, "pedagogical_duties": None},
        undetermined("post (1.1)", "pedagogical_duties (1.1)"),
    ),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in YOUNG_PERSONS])
def test_support_of_young_educators(facts, expected):
    assert answer(LENINGRAD, YOUNG, facts) == expected


EXPERIENCED = {
    "organisation_kind": "general",
    "post": "teacher",
    "pedagogical_duties": True,
    "young_specialist": False,
    "long_break": False,
    "education": "higher-pedagogical",
}
NOT_MENTORED = ("young_specialist (3.1)", "long_break (3.1)", "education (3.1)")
MENTORED = [
    ("experienced", EXPERIENCED, ineligible(*NOT_MENTORED)),
    ("young-specialist", {**EXPERIENCED, "young_specialist": True}, recommended("young-specialist")),
    ("long-break", {**EXPERIENCED, "long_break": True}, recommended("long-break")),
    ("other-education", {**EXPERIENCED, "education": "higher-other"}, recommended("no-pedagogical-education")),
    ("vocational-education", {**EXPERIENCED, "education": "vocational-other"}, recommended("no-pedagogical-education")),
    ("general-education", {**EXPERIENCED, "education": "general"}, recommended("no-pedagogical-education")),
    ("pedagogical-college", {**EXPERIENCED, "education": "vocational-pedagogical"}, ineligible(*NOT_MENTORED)),
    (
        "accountant-with-other-education",
        {**EXPERIENCED, "post": "other", "pedagogical_duties": False, "education": "higher-other"},
        ineligible("young_specialist (3.1)", "long_break (3.1)", "post (1.1)", "pedagogical_duties (1.1)"),
    ),
    (
        "accountant-of-a-bank-after-a-break",
        {**EXPERIENCED, "organisation_kind": "not-educational", "long_break": True},
        ineligible("young_specialist (3.1)", "organisation_kind (1.1)", "education (3.1)"),
    ),
    (
        "nothing-known",
        {},
        undetermined(*NOT_MENTORED, "organisation_kind (1.1)", "post (1.1)", "pedagogical_duties (1.1)"),
    ),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in MENTORED])
def test_whom_mentoring_addresses(facts, expected):
    assert answer(LENINGRAD, "mentoring", facts) == expected


# --- who is who ------------------------------------------------------------------------------------------------------

WORKER = {"organisation_kind": "general", "post": "teacher", "pedagogical_duties": False}
WORKERS = [
    ("teacher", WORKER, eligible("definition", "must")),
    ("university", {**WORKER, "organisation_kind": "higher", "post": "lecturer"}, eligible("definition", "must")),
    ("bank", {**WORKER, "organisation_kind": "not-educational"}, ineligible("organisation_kind (1.1)")),
    ("head", {**WORKER, "post": "head"}, ineligible("post (1.1)", "pedagogical_duties (1.1)")),
    ("head-with-duties", {**WORKER, "post": "head", "pedagogical_duties": True}, eligible("definition", "must")),
    ("nothing-known", {}, undetermined("organisation_kind (1.1)", "post (1.1)", "pedagogical_duties (1.1)")),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in WORKERS])
def test_who_is_a_pedagogical_worker(facts, expected):
    assert answer(LENINGRAD, "pedagogical-worker", facts) == expected


MANAGERS = [
    ("head", {"post": "head"}, eligible("definition", "must")),
    ("manages", {"post": "deputy-head", "manages_organisation": True}, eligible("definition", "must")),
    (
        "deputy",
        {"post": "deputy-head", "manages_organisation": False},
        ineligible("post (1.1)", "manages_organisation (1.1)"),
    ),
    (
        "perhaps-manages",
        {"post": "deputy-head"},
        undetermined("manages_organisation (1.1)", unmet=["post (1.1)"]),
    ),
    ("nothing-known", {}, undetermined("post (1.1)", "manages_organisation (1.1)")),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in MANAGERS])
def test_who_is_a_manager(facts, expected):
    assert answer(LENINGRAD, "manager", facts) == expected


# --- the act ---------------------------------------------------------------------------------------------------------

TESTED = {
    MUNICIPAL: MUNICIPAL_PERSONS,
    REGIONAL: REGIONAL_PERSONS,
    YOUNG: YOUNG_PERSONS,
    "mentoring": MENTORED,
    "pedagogical-worker": WORKERS,
    "manager": MANAGERS,
}


def test_every_comparison_of_every_eligibility_is_met_unmet_and_unknown_for_somebody():
    assert set(rsnms.load_policies()[LENINGRAD].latest.eligibilities) == set(TESTED)
    for eligibility, persons in TESTED.items():
        assert untested(LENINGRAD, eligibility, [facts for _, facts, _ in persons]) == set(), eligibility


def test_the_recommendations_hold_from_2024():
    (period,) = rsnms.load_policies()[LENINGRAD].periods
    (act,) = period.acts

    assert (period.since, period.until) == (ON, None)
    assert (act.basis[0].number, act.basis[0].dated) == ("17", date(2023, 5, 11))
    assert [basis.number for basis in act.basis if basis.clause == "прил. 2, 1.1"] == [
        *("273-ФЗ", "474", "3273-р", "Р-174", "Р-201", "Р-145", "АЗ-1128/08", "17", None)
    ]
    assert (period.level, period.code) == ("regional", "RU-LEN")


def test_who_forms_the_municipal_active():
    active = rsnms.load_policies()[LENINGRAD].latest.eligibility(MUNICIPAL)

    assert active.formed_by == "municipal-methodical-institution"
    assert active.modality == "recommended"
    assert set(active.silent_on) >= {"term", "exit"}
