"""The standard facts' types are attributes of the domain model, their words are data: both are held together."""

from datetime import date

import pytest

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
    Post,
    Role,
    Severity,
    Span,
    SpecialCategory,
    StatedExperience,
    Training,
)
from rsnms.domain.fact import FactType
from rsnms.policy.loading import load_policies
from rsnms.rules.profile import profile_of

FACTS = load_policies()["ru"].latest.facts
PERSONS = {name: fact for name, fact in FACTS.items() if fact.about == "person"}

LISTED = {
    "post": Post,
    "roles": Role,
    "education": Education,
    "category": CategoryLevel,
    "special_categories": SpecialCategory,
    "organisation_kind": OrganisationKind,
    "organisation_traits": OrganisationTrait,
}


@pytest.mark.parametrize("name", LISTED)
def test_listed_values_are_the_members_of_the_domain(name) -> None:
    assert [value.id for value in FACTS[name].values] == [str(member) for member in LISTED[name]]


DAY = date(2020, 1, 1)
EXPERIENCE = StatedExperience(span=Span.of(5), on=DAY)
FULL = Educator(
    birth_date=date(1980, 1, 1),
    post=Post.TEACHER,
    teaches=True,
    pedagogical_duties=True,
    manages_organisation=False,
    organisation=Organisation(
        name="Школа",
        municipality="Город",
        kind=OrganisationKind.GENERAL,
        runs_general_programmes=True,
        traits=frozenset({OrganisationTrait.LOW_RESULTS}),
    ),
    subjects=frozenset({"физика"}),
    education=Education.HIGHER_PEDAGOGICAL,
    category=Category(level=CategoryLevel.HIGHEST, decided_on=DAY, until=date(2025, 1, 1)),
    special_categories=frozenset({SpecialCategory.MENTOR}),
    specialty_experience=EXPERIENCE,
    pedagogical_experience=EXPERIENCE,
    work_started_on=DAY,
    long_break=False,
    young_specialist=False,
    roles=frozenset({Role.TUTOR}),
    diagnostics_passed=None,
    diagnoses=(Diagnosis(on=DAY),),
    trainings=(Training(title="x", completed_on=DAY, methodical_support=True, tutoring=True),),
    steadily_high_results=True,
    contribution=True,
    competencies=frozenset({"ИКТ"}),
    deficits=(Deficit(competency="ИКТ", severity=Severity.LOW),),
)


def test_everything_known_of_an_educator_is_in_the_vocabulary_with_its_type() -> None:
    stated = FULL.facts() | Educator(diagnostics_passed=True, trained_in_tutoring=True).facts()
    stated |= Educator(trained_in_methodical_support=True).facts()
    profile = profile_of(stated, PERSONS, DAY)
    assert set(profile.sources) == set(stated)
    derived = {name for name, fact in PERSONS.items() if fact.movement and name not in stated}
    assert set(PERSONS) == set(stated) | derived
    assert derived == {"age", "years_in_profession"}


def test_every_word_is_there() -> None:
    for fact in FACTS.values():
        assert fact.title.en, fact.name
        assert all(value.title.en for value in fact.values), fact.name
        assert fact.headings, fact.name
        assert fact.question is None or fact.question.en, fact.name
        assert fact.action is None or fact.action.en, fact.name
        assert "{value}" not in str(fact.action) or fact.type in (FactType.CHOICE, FactType.CHOICES)
