"""The standard facts' types are attributes of the domain model, their words are data: both are held together."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import pytest

from rsnms.domain import (
    Category,
    CategoryLevel,
    Deficit,
    DiagnosedMatter,
    Diagnosis,
    Education,
    Educator,
    ManagementTeam,
    Methodist,
    MethodistLevel,
    Municipality,
    Organisation,
    OrganisationKind,
    OrganisationTrait,
    Pair,
    Post,
    Programme,
    Role,
    Route,
    Severity,
    Span,
    SpecialCategory,
    StatedExperience,
    Training,
    WorkedExperience,
)
from rsnms.domain.category import TERM_MONTHS, UNLIMITED_SINCE
from rsnms.domain.fact import About, Fact, FactType, Grows, Happened, Holds, Overlap, Since
from rsnms.policy.conditions import facts_of
from rsnms.policy.loading import load_policies

BASE = load_policies()["ru"].latest
FACTS = BASE.facts
OF_PERSONS = {name: fact for name, fact in FACTS.items() if fact.about is About.PERSON}
LISTED: dict[str, type[StrEnum]] = {
    "post": Post,
    "roles": Role,
    "education": Education,
    "category": CategoryLevel,
    "special_categories": SpecialCategory,
    "organisation_kind": OrganisationKind,
    "organisation_traits": OrganisationTrait,
    "diagnosis_of": DiagnosedMatter,
    "methodist_level": MethodistLevel,
}
DAY = date(2024, 1, 1)
STAY = StatedExperience(span=Span.of(5), on=DAY)
KNOWN = Educator(
    id="7",
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
    category=Category(level=CategoryLevel.HIGHEST, decided_on=DAY, until=date(2029, 1, 1)),
    special_categories=frozenset({SpecialCategory.MENTOR}),
    specialty_experience=STAY,
    pedagogical_experience=STAY,
    work_started_on=date(2019, 1, 1),
    long_break=False,
    young_specialist=False,
    supported_as_young=True,
    has_regional_methodist=False,
    roles=frozenset({Role.TUTOR}),
    diagnostics_passed=True,
    trained_in_methodical_support=True,
    trained_in_tutoring=True,
    steadily_high_results=True,
    contribution=True,
    competencies=frozenset({"ИКТ"}),
    deficits=(Deficit(competency="ИКТ", severity=Severity.LOW),),
)
RECORDED = Educator(
    diagnoses=(Diagnosis(on=DAY),),
    trainings=(Training(title="Курсы", completed_on=DAY, methodical_support=True, tutoring=True),),
)
STATED: dict[str, Any] = KNOWN.facts() | RECORDED.facts()
"""Every fact that an educator can state."""
OTHERS: dict[About, Any] = {
    About.DIAGNOSIS: Diagnosis(
        on=DAY, person="7", at_cnppm=True, of=DiagnosedMatter.FUNCTIONAL_LITERACY, percent=Decimal("72.5")
    ),
    About.ROUTE: Route(on=DAY, person="7", on_cnppm_diagnosis=False),
    About.TRAINING: Training(title="Курсы", completed_on=DAY, person="7", in_register=True, by_diagnosis=False),
    About.TEAM: ManagementTeam(
        organisation="Школа", municipality="Город", trained=True, trained_on=DAY, training_on_quality=False
    ),
    About.PROGRAMME: Programme(
        title="Курсы",
        provider="Институт",
        by_regional_institute=True,
        in_register=True,
        in_register_from=DAY,
        in_register_until=DAY,
    ),
    About.METHODIST: Methodist(level=MethodistLevel.REGIONAL, municipality="Город"),
    About.ORGANISATION: Organisation(name="Школа", municipality="Город"),
    About.MUNICIPALITY: Municipality(name="Город"),
}
"""Whom else facts are about, each with everything that a passport says of it."""


def as_atom(fact: Fact, value: Any) -> Any:
    return fact.atom(value.span if isinstance(value, StatedExperience) else value)


def test_the_example_states_every_attribute() -> None:
    left_out = {"diagnoses", "trainings", "other_facts"}
    unstated = {name for name in Educator.model_fields if getattr(KNOWN, name) is None}
    assert unstated == left_out - {"other_facts"}
    assert not any(getattr(KNOWN.organisation, name) is None for name in Organisation.model_fields)
    assert not any(getattr(KNOWN.category, name) is None for name in Category.model_fields)


@pytest.mark.parametrize("name", STATED)
def test_every_stated_fact_is_in_the_vocabulary_with_its_type(name) -> None:
    as_atom(OF_PERSONS[name], STATED[name])


def test_every_fact_of_a_person_is_stated_or_follows_from_others() -> None:
    assert set(OF_PERSONS) - set(STATED) == {"age", "years_in_profession", *BASE.records}
    assert all(isinstance(OF_PERSONS[name].movement, Since) for name in ("age", "years_in_profession"))


def test_every_fact_of_a_pair_follows_from_facts_of_both() -> None:
    assert all(isinstance(fact.movement, Overlap) for fact in FACTS.values() if fact.about is About.PAIR)


def test_facts_are_about_what_the_domain_knows() -> None:
    assert {fact.about for fact in FACTS.values()} == {About.PERSON, About.PAIR, *OTHERS} == set(About)


@pytest.mark.parametrize("about", OTHERS)
def test_every_fact_of_another_is_stated_in_its_type(about) -> None:
    stated = OTHERS[about].facts()
    assert set(stated) == {name for name, fact in FACTS.items() if fact.about is about}
    for name, value in stated.items():
        FACTS[name].atom(value)


@pytest.mark.parametrize("about", OTHERS)
def test_of_another_only_what_is_known_becomes_a_fact(about) -> None:
    model = type(OTHERS[about])
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    least = model(**{name: getattr(OTHERS[about], name) for name in required})
    assert set(least.facts()) == {attribute_fact(about, name) for name in required}


def attribute_fact(about: About, attribute: str) -> str:
    """The fact that an attribute of the model states."""
    return "training_programme" if (about, attribute) == (About.TRAINING, "title") else f"{about}_{attribute}"


@pytest.mark.parametrize("about", OTHERS)
def test_the_type_of_a_fact_of_another_is_that_of_its_attribute(about) -> None:
    hints = {attribute_fact(about, name): field.annotation for name, field in type(OTHERS[about]).model_fields.items()}
    for name in OTHERS[about].facts():
        stated = [part for part in get_args(hints[name]) if part is not NoneType] or [hints[name]]
        assert [FACTS[name].type] == [_fact_type(part) for part in stated], name


def test_facts_that_follow_from_records() -> None:
    rules = BASE.records
    assert {name: (rule.of, rule.date) for name, rule in rules.items()} == {
        "diagnosed_at_cnppm": (About.DIAGNOSIS, "diagnosis_on"),
        "diagnosed_at_cnppm_this_year": (About.DIAGNOSIS, "diagnosis_on"),
        "route_after_cnppm": (About.ROUTE, "route_on"),
        "route_after_cnppm_this_year": (About.ROUTE, "route_on"),
        "register_programme_by_diagnosis": (About.TRAINING, "training_completed_on"),
    }
    assert {name for name, rule in rules.items() if rule.this_year} == {
        "diagnosed_at_cnppm_this_year",
        "route_after_cnppm_this_year",
    }
    for name, rule in rules.items():
        assert (rule.fact, FACTS[name].type, FACTS[name].movement) == (name, FactType.BOOLEAN, None)
        assert rule.where is not None
        assert {fact.about for fact in facts_of(rule.where)} == {rule.of}


def test_a_fact_of_this_year_asks_for_the_same_as_the_one_without_end() -> None:
    for name in ("diagnosed_at_cnppm", "route_after_cnppm"):
        assert BASE.records[name].where == BASE.records[f"{name}_this_year"].where


TYPES: dict[Any, FactType] = {
    bool: FactType.BOOLEAN,
    date: FactType.DATE,
    str: FactType.TEXT,
    Decimal: FactType.NUMBER,
    frozenset[str]: FactType.TEXTS,
    tuple[Deficit, ...]: FactType.TEXTS,
    StatedExperience: FactType.DURATION,
    WorkedExperience: FactType.DURATION,
    Category: FactType.CHOICE,
}
PLACES = {**dict.fromkeys(Educator.model_fields, Educator), "organisation": Organisation}
OF_ORGANISATION = {
    "organisation": "name",
    "municipality": "municipality",
    "organisation_kind": "kind",
    "organisation_runs_general_programmes": "runs_general_programmes",
    "organisation_traits": "traits",
}


def annotation(name: str) -> Any:
    """The type of the attribute that states a fact."""
    if name in OF_ORGANISATION:
        return Organisation.model_fields[OF_ORGANISATION[name]].annotation
    return Educator.model_fields[name].annotation


@pytest.mark.parametrize("name", [name for name in STATED if name in OF_ORGANISATION or name in Educator.model_fields])
def test_the_type_of_a_fact_is_that_of_its_attribute(name) -> None:
    hint = annotation(name)
    stated = [part for part in get_args(hint) if part is not NoneType] if _is_union(hint) else [hint]
    expected = {_fact_type(part) for part in stated}
    assert {OF_PERSONS[name].type} == (expected if name != "roles" else {FactType.CHOICES})


def _is_union(hint: Any) -> bool:
    return get_origin(hint) in (Union, UnionType)


def _fact_type(hint: Any) -> FactType:
    if hint in TYPES:
        return TYPES[hint]
    if get_origin(hint) is frozenset:
        assert issubclass(get_args(hint)[0], StrEnum)
        return FactType.CHOICES
    assert issubclass(hint, StrEnum)
    return FactType.CHOICE


@pytest.mark.parametrize("name", LISTED)
def test_listed_values_are_the_members_of_the_domain(name) -> None:
    assert [value.id for value in FACTS[name].values] == [member.value for member in LISTED[name]]


def test_no_other_fact_lists_values() -> None:
    assert {name for name, fact in FACTS.items() if fact.type.is_listed} == set(LISTED)


def test_every_role_that_a_jurisdiction_asks_for_is_listed_somewhere() -> None:
    for jurisdiction in load_policies().values():
        assert {value.id for value in jurisdiction.latest.facts["roles"].values} >= {role.value for role in Role}


def test_events_and_the_days_on_which_they_happen() -> None:
    happened = {name: fact.movement.on for name, fact in FACTS.items() if isinstance(fact.movement, Happened)}
    assert happened == {
        "diagnostics_passed": "diagnosed_on",
        "trained_in_methodical_support": "trained_in_methodical_support_on",
        "trained_in_tutoring": "trained_in_tutoring_on",
        "team_trained": "team_trained_on",
    }
    assert set(happened.values()) == {*RECORDED.facts(), "team_trained_on"}


def test_the_category_holds_as_long_as_the_domain_says() -> None:
    assert FACTS["category"].movement == Holds(
        "category_decided_on", "category_until", CategoryLevel.NONE.value, TERM_MONTHS, UNLIMITED_SINCE
    )


def test_a_programme_is_in_the_register_from_day_to_day() -> None:
    holds = {name for name, fact in FACTS.items() if isinstance(fact.movement, Holds)}
    assert holds == {"category", "programme_in_register"}
    assert FACTS["programme_in_register"].movement == Holds(
        "programme_in_register_from", "programme_in_register_until", False
    )


def test_experience_grows_and_nothing_else_does() -> None:
    assert {name for name, fact in FACTS.items() if isinstance(fact.movement, Grows)} == {
        "specialty_experience",
        "pedagogical_experience",
    }
    since = {name: fact.movement.start for name, fact in FACTS.items() if isinstance(fact.movement, Since)}
    assert since == {"age": "birth_date", "years_in_profession": "work_started_on"}


def test_a_pair_states_the_facts_of_both() -> None:
    pair = Pair(mentor=KNOWN, mentee=RECORDED)
    policy = load_policies()["ru/volgograd"].latest
    vocabulary = policy.facts_about(About.PAIR)
    for name, value in pair.facts().items():
        as_atom(vocabulary[name], value)
    overlaps = [fact.movement for fact in vocabulary.values() if isinstance(fact.movement, Overlap)]
    assert overlaps
    assert all(vocabulary[name].type is FactType.TEXTS for each in overlaps for name in (each.first, each.second))
    assert vocabulary["mentor.age"].movement == Since("mentor.birth_date")
    assert vocabulary["mentee.category"].movement.start == "mentee.category_decided_on"


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_a_fact_has_its_words(fact) -> None:
    assert fact.title.en
    assert fact.headings
    for words in (fact.question, fact.evidence, fact.action):
        assert words is None or (words.ru and words.en)
    assert fact.question is None or fact.question.ru.endswith("?")
    assert all(value.title.en for value in fact.values)
    assert fact.action is None or ("{value}" in fact.action.ru) == fact.type.is_listed == ("{value}" in fact.action.en)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("category", "первая"),
        ("category", None),
        ("roles", "tutor"),
        ("roles", {"tutor", "директор"}),
        ("age", 35),
        ("age", Span.of(13)),
        ("teaches", 1),
        ("teaches", "true"),
        ("birth_date", "1980-01-01"),
        ("birth_date", date(1919, 12, 31)),
        ("subjects", "физика"),
        ("organisation", " "),
    ],
)
def test_what_a_fact_refuses(name, value) -> None:
    with pytest.raises(ValueError, match="expected"):
        FACTS[name].atom(value)
