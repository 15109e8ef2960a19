"""Educators and pairs: what is known about them, and what cannot be."""

import pickle
from copy import deepcopy
from datetime import date, datetime

import pytest
from pydantic import ValidationError

from rsnms.domain import (
    Category,
    CategoryLevel,
    Deficit,
    Diagnosis,
    Education,
    Educator,
    Organisation,
    OrganisationKind,
    OrganisationTrait,
    Pair,
    Period,
    Post,
    Role,
    Severity,
    Span,
    SpecialCategory,
    StatedExperience,
    Training,
    WorkedExperience,
)

BIRTH = date(1990, 5, 20)
DIAGNOSIS = Diagnosis(on=date(2023, 6, 1))


def training(day: date, **of_what: bool) -> Training:
    return Training(title="Курс", completed_on=day, **of_what)


# --- what is known ---------------------------------------------------------------------------------------------------


def test_of_a_person_about_whom_nothing_is_known_there_are_no_facts():
    assert Educator().facts() == {}


def test_everything_known_becomes_a_fact():
    experience = StatedExperience(span=Span.of(4, 6), on=date(2024, 1, 1))
    worked = WorkedExperience(periods=(Period(start=date(2015, 9, 1)),))
    person = Educator(
        id="7",
        birth_date=BIRTH,
        post=Post.TEACHER,
        teaches=True,
        pedagogical_duties=True,
        manages_organisation=False,
        organisation=Organisation(
            name="Школа № 1",
            municipality="Волжский",
            kind=OrganisationKind.GENERAL,
            runs_general_programmes=True,
            traits=frozenset({OrganisationTrait.LOW_RESULTS}),
        ),
        subjects=frozenset({"физика"}),
        education=Education.HIGHER_PEDAGOGICAL,
        category=Category(level=CategoryLevel.FIRST, decided_on=date(2022, 3, 1), until=date(2027, 3, 1)),
        special_categories=frozenset({SpecialCategory.MENTOR}),
        specialty_experience=experience,
        pedagogical_experience=worked,
        work_started_on=date(2015, 9, 1),
        long_break=False,
        young_specialist=False,
        supported_as_young=True,
        has_regional_methodist=False,
        roles=frozenset({Role.TUTOR}),
        diagnostics_passed=True,
        trained_in_methodical_support=False,
        trained_in_tutoring=True,
        steadily_high_results=True,
        contribution=True,
        competencies=frozenset({"проектирование урока"}),
        deficits=(Deficit(competency="ИКТ", severity=Severity.LOW),),
        other_facts={"accompanies_development": True},
    )

    assert person.facts() == {
        "birth_date": BIRTH,
        "post": "teacher",
        "teaches": True,
        "pedagogical_duties": True,
        "manages_organisation": False,
        "organisation": "Школа № 1",
        "municipality": "Волжский",
        "organisation_kind": "general",
        "organisation_runs_general_programmes": True,
        "organisation_traits": {"low-results"},
        "subjects": {"физика"},
        "education": "higher-pedagogical",
        "category": "first",
        "category_decided_on": date(2022, 3, 1),
        "category_until": date(2027, 3, 1),
        "special_categories": {"mentor"},
        "specialty_experience": experience,
        "pedagogical_experience": worked,
        "work_started_on": date(2015, 9, 1),
        "long_break": False,
        "young_specialist": False,
        "supported_as_young": True,
        "has_regional_methodist": False,
        "roles": {"tutor"},
        "diagnostics_passed": True,
        "trained_in_methodical_support": False,
        "trained_in_tutoring": True,
        "steadily_high_results": True,
        "contribution": True,
        "competencies": {"проектирование урока"},
        "deficits": {"ИКТ"},
        "accompanies_development": True,
    }


def test_an_empty_record_is_knowledge_and_a_missing_one_is_not():
    assert Educator(diagnoses=()).facts() == {"diagnostics_passed": False}
    assert Educator(trainings=()).facts() == {"trained_in_methodical_support": False, "trained_in_tutoring": False}
    assert Educator(roles=frozenset(), deficits=()).facts() == {"roles": frozenset(), "deficits": frozenset()}


def test_an_event_is_known_by_its_first_day():
    person = Educator(
        diagnoses=(Diagnosis(on=date(2023, 6, 1)), Diagnosis(on=date(2022, 4, 1))),
        trainings=(training(date(2023, 9, 1), tutoring=True), training(date(2021, 9, 1))),
    )

    assert person.facts() == {
        "diagnosed_on": date(2022, 4, 1),
        "trained_in_methodical_support": False,
        "trained_in_tutoring_on": date(2023, 9, 1),
    }


def test_what_was_stated_of_an_event_prevails_over_the_record():
    person = Educator(diagnostics_passed=True, diagnoses=(), trained_in_tutoring=True)

    assert person.facts() == {"diagnostics_passed": True, "trained_in_tutoring": True}


def test_the_facts_of_a_pair_name_whose_they_are():
    pair = Pair(mentor=Educator(roles=frozenset({Role.MENTOR})), mentee=Educator(young_specialist=True), id="п-1")

    assert pair.facts() == {"mentor.roles": {"mentor"}, "mentee.young_specialist": True}


# --- what cannot be --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("known", "message"),
    [
        (
            {"category": Category(level=CategoryLevel.FIRST, decided_on=date(1990, 5, 19))},
            "the category decided on 1990-05-19 precedes the birth on 1990-05-20",
        ),
        (
            {"category": Category(level=CategoryLevel.FIRST, until=date(1990, 1, 1))},
            "the category's last day on 1990-01-01 precedes the birth on 1990-05-20",
        ),
        (
            {"diagnoses": (DIAGNOSIS, Diagnosis(on=date(1989, 6, 1)))},
            "a diagnostics on 1989-06-01 precedes the birth on 1990-05-20",
        ),
        (
            {"trainings": (training(date(1923, 6, 1)),)},
            "a training on 1923-06-01 precedes the birth on 1990-05-20",
        ),
        (
            {"deficits": (Deficit(competency="ИКТ", severity=Severity.LOW, found_on=date(1923, 6, 1)),)},
            "a deficit found on 1923-06-01 precedes the birth on 1990-05-20",
        ),
        (
            {"work_started_on": date(2004, 5, 19)},
            "the work would begin on 2004-05-19, before the age of 14 on 2004-05-20",
        ),
        (
            {"pedagogical_experience": StatedExperience(span=Span.of(20), on=date(2024, 1, 1))},
            "the pedagogical experience would begin on 2004-01-01, before the age of 14 on 2004-05-20",
        ),
        (
            {"specialty_experience": StatedExperience(span=Span.of(3000), on=date(2024, 1, 1))},
            "the specialty experience would begin on 0001-01-01, before the age of 14 on 2004-05-20",
        ),
        (
            {"specialty_experience": WorkedExperience(periods=(Period(start=date(1999, 9, 1)),))},
            "the specialty experience would begin on 1999-09-01, before the age of 14 on 2004-05-20",
        ),
    ],
)
def test_a_life_that_contradicts_itself_is_refused(known, message):
    with pytest.raises(ValidationError) as refused:
        Educator(birth_date=BIRTH, **known)

    assert refused.value.errors()[0]["msg"] == f"Value error, {message}"
    assert Educator(**known).birth_date is None, "without the birth nothing contradicts it"


@pytest.mark.parametrize(
    "known",
    [
        {"category": Category(level=CategoryLevel.FIRST, decided_on=BIRTH)},
        {"diagnoses": (Diagnosis(on=BIRTH),)},
        {"work_started_on": date(2004, 5, 20)},
        {"pedagogical_experience": StatedExperience(span=Span.of(20), on=date(2024, 5, 20))},
        {"pedagogical_experience": WorkedExperience(periods=())},
    ],
)
def test_a_life_may_be_as_early_as_it_can(known):
    assert Educator(birth_date=BIRTH, **known)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("birth_date", "1990-05-20"),
        ("birth_date", datetime(1990, 5, 20)),  # noqa: DTZ001 - a moment is refused whatever its zone
        ("post", "teacher"),
        ("post", "учитель"),
        ("teaches", 1),
        ("teaches", "true"),
        ("category", "highest"),
        ("pedagogical_experience", 5),
        ("pedagogical_experience", Span.of(5)),
        ("roles", {"tutor"}),
        ("roles", frozenset({7})),
        ("diagnoses", [DIAGNOSIS]),
        ("unheard_of", True),
    ],
)
def test_a_value_of_another_type_is_refused(field, value):
    with pytest.raises(ValidationError) as refused:
        Educator(**{field: value})

    assert {error["loc"][0] for error in refused.value.errors()} == {field}


def test_all_mistakes_are_named_at_once():
    with pytest.raises(ValidationError, match="3 validation errors"):
        Educator(birth_date="1990-05-20", post="учитель", teaches=1)


def test_an_educator_is_frozen():
    person = Educator(birth_date=BIRTH)

    with pytest.raises(ValidationError, match="Instance is frozen"):
        person.birth_date = date(1991, 5, 20)
    with pytest.raises(ValidationError, match="Instance is frozen"):
        person.organisation.kind = OrganisationKind.GENERAL


def test_facts_of_a_jurisdiction_are_a_copy():
    given = {"accompanies_development": True}
    person = Educator(other_facts=given)
    given["accompanies_development"] = False
    person.facts()["accompanies_development"] = False

    assert person.facts() == {"accompanies_development": True}


def test_educators_with_the_same_content_are_equal_and_travel_between_processes():
    person = Educator(
        id="7", birth_date=BIRTH, organisation=Organisation(kind=OrganisationKind.GENERAL), other_facts={"a": True}
    )

    assert person == deepcopy(person) == pickle.loads(pickle.dumps(person))  # noqa: S301 - our own bytes
    assert person != person.model_copy(update={"id": "8"})
