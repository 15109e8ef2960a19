"""Kirovsk district: the instruction of 23.05.2023 № 233, with what it inherits from its region."""

from datetime import date

import pytest

import rsnms
from answers import ON, Answer, answer, eligible, ineligible, undetermined, untested
from rsnms import NotInForceError, Span

KIROVSK, LENINGRAD = "ru/leningrad/kirovsk", "ru/leningrad"
METHODIST = "municipal-methodist"
SECOND = "2.1.13 (второй)"
"""Two items of the act bear this number."""

DEFINED = eligible("definition", "must")

WORKER = {"organisation_kind": "general", "post": "methodist", "pedagogical_duties": False}
METHODISTS = [
    ("methodist", {**WORKER, "accompanies_development": True}, DEFINED),
    (
        "accompanies-nobody",
        {**WORKER, "accompanies_development": False},
        ineligible(f"accompanies_development ({SECOND})"),
    ),
    ("perhaps-accompanies", WORKER, undetermined(f"accompanies_development ({SECOND})")),
    (
        "bank",
        {**WORKER, "organisation_kind": "not-educational", "accompanies_development": True},
        ineligible("organisation_kind (2.1.5)"),
    ),
    ("university", {**WORKER, "organisation_kind": "higher", "accompanies_development": True}, DEFINED),
    (
        "head",
        {**WORKER, "post": "head", "accompanies_development": True},
        ineligible("post (2.1.5)", "pedagogical_duties (2.1.5)"),
    ),
    (
        "head-with-duties",
        {**WORKER, "post": "head", "pedagogical_duties": True, "accompanies_development": True},
        DEFINED,
    ),
    (
        "nothing-known",
        {},
        undetermined(
            "organisation_kind (2.1.5)",
            "post (2.1.5)",
            "pedagogical_duties (2.1.5)",
            f"accompanies_development ({SECOND})",
        ),
    ),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in METHODISTS])
def test_municipal_methodist(facts, expected):
    assert answer(KIROVSK, METHODIST, facts) == expected


WORKERS = [
    ("methodist", WORKER, DEFINED),
    ("university", {**WORKER, "organisation_kind": "higher"}, DEFINED),
    ("bank", {**WORKER, "organisation_kind": "not-educational"}, ineligible("organisation_kind (2.1.5)")),
    ("head", {**WORKER, "post": "head"}, ineligible("post (2.1.5)", "pedagogical_duties (2.1.5)")),
    ("head-with-duties", {**WORKER, "post": "head", "pedagogical_duties": True}, DEFINED),
    ("nothing-known", {}, undetermined("organisation_kind (2.1.5)", "post (2.1.5)", "pedagogical_duties (2.1.5)")),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in WORKERS])
def test_who_is_a_pedagogical_worker(facts, expected):
    assert answer(KIROVSK, "pedagogical-worker", facts) == expected


MANAGERS = [
    ("head", {"post": "head"}, DEFINED),
    ("manages", {"post": "deputy-head", "manages_organisation": True}, DEFINED),
    (
        "deputy",
        {"post": "deputy-head", "manages_organisation": False},
        ineligible("post (2.1.6)", "manages_organisation (2.1.6)"),
    ),
    ("nothing-known", {}, undetermined("post (2.1.6)", "manages_organisation (2.1.6)")),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in MANAGERS])
def test_who_is_a_manager(facts, expected):
    assert answer(KIROVSK, "manager", facts) == expected


# --- inherited -------------------------------------------------------------------------------------------------------

INHERITED = ["regional-methodical-active", "municipal-methodical-active", "young-educator-support", "mentoring"]

MEMBER = {
    "diagnostics_passed": True,
    "trained_in_methodical_support": True,
    "organisation_kind": "general",
    "post": "teacher",
    "education": "higher-pedagogical",
    "pedagogical_experience": Span.of(5),
    "category": "highest",
    "contribution": True,
    "birth_date": date(1990, 5, 20),
    "work_started_on": date(2018, 9, 1),
    "young_specialist": False,
    "long_break": False,
}


@pytest.mark.parametrize("eligibility", INHERITED)
@pytest.mark.parametrize("unknown", [None, *MEMBER])
def test_the_region_decides_where_the_district_says_nothing(eligibility, unknown):
    facts = {name: value for name, value in MEMBER.items() if name != unknown}

    assert answer(KIROVSK, eligibility, facts) == answer(LENINGRAD, eligibility, facts)


def test_the_municipal_active_of_the_district():
    short = {**MEMBER, "pedagogical_experience": Span.of(4, 6)}

    assert answer(KIROVSK, "municipal-methodical-active", MEMBER) == Answer("eligible", "other-educator", "recommended")
    assert answer(KIROVSK, "municipal-methodical-active", short) == ineligible("pedagogical_experience (3.1)")


def test_what_is_inherited_names_its_origin():
    eligibilities = rsnms.load_policies()[KIROVSK].latest.eligibilities

    assert {id_: eligibility.origin for id_, eligibility in eligibilities.items()} == {
        **dict.fromkeys(INHERITED, LENINGRAD),
        METHODIST: KIROVSK,
        "pedagogical-worker": KIROVSK,
        "manager": KIROVSK,
    }


def test_what_is_inherited_holds_as_long_as_the_region_says_it():
    (before, after) = rsnms.load_policies()[KIROVSK].periods

    assert (before.since, before.until, after.since, after.until) == (date(2023, 5, 23), date(2023, 12, 31), ON, None)
    assert set(before.eligibilities) == {METHODIST, "pedagogical-worker", "manager"}
    for eligibility in INHERITED:
        with pytest.raises(NotInForceError):
            answer(KIROVSK, eligibility, MEMBER, date(2023, 12, 31))
    assert answer(KIROVSK, METHODIST, {**WORKER, "accompanies_development": True}, date(2023, 5, 23)) == DEFINED
    with pytest.raises(NotInForceError, match=r"первый действует с 23\.05\.2023"):
        answer(KIROVSK, METHODIST, WORKER, date(2023, 5, 22))


# --- the act ---------------------------------------------------------------------------------------------------------


def test_every_own_comparison_is_met_unmet_and_unknown_for_somebody():
    own = {METHODIST: METHODISTS, "pedagogical-worker": WORKERS, "manager": MANAGERS}

    for eligibility, persons in own.items():
        assert untested(KIROVSK, eligibility, [facts for _, facts, _ in persons]) == set(), eligibility


def test_the_act():
    (act,) = rsnms.load_policies()[KIROVSK].latest.acts

    assert (act.number, act.dated) == ("233", date(2023, 5, 23))
    assert [(repealed.number, repealed.dated) for repealed in act.repeals] == [("45", date(2019, 2, 26))]


def test_a_decision_says_whose_conditions_it_applies():
    kirovsk = rsnms.load_policies()[KIROVSK]
    inherited = rsnms.decide(kirovsk, "municipal-methodical-active", {}, ON)
    assert "Условия и пункты — из политики ru/leningrad." in inherited.text().splitlines()
    assert "из политики" not in rsnms.decide(kirovsk, "manager", {}, ON).text()
