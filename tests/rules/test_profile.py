"""Profiles: what is known about one subject, checked against the vocabulary."""

import re
from datetime import date

import pytest

import rsnms
from imaginary import ON, VOCABULARY
from rsnms.domain import (
    About,
    Category,
    CategoryLevel,
    Education,
    Educator,
    Pair,
    Period,
    Post,
    Span,
    StatedExperience,
    WorkedExperience,
)
from rsnms.policy.model import UnknownNameError
from rsnms.rules.profile import BadFactsError, Profile, profile_of

FEDERAL = rsnms.load_policies()["ru"].latest
PERSON = FEDERAL.facts_about(About.PERSON)
PAIR = FEDERAL.facts_about(About.PAIR)


def known(subject, vocabulary=PERSON, on: date = ON) -> dict:
    return profile_of(subject, vocabulary, ON).case(vocabulary.values(), on)


# --- domain objects and mappings -------------------------------------------------------------------------------------

TEACHER = Educator(
    id="7",
    birth_date=date(1990, 5, 20),
    post=Post.TEACHER,
    education=Education.HIGHER_PEDAGOGICAL,
    category=Category(level=CategoryLevel.HIGHEST, decided_on=date(2019, 5, 10)),
    pedagogical_experience=StatedExperience(span=Span.of(10), on=date(2023, 1, 1)),
    diagnoses=(),
)


def test_a_domain_object_and_a_mapping_say_the_same():
    stated = {
        "birth_date": date(1990, 5, 20),
        "post": "teacher",
        "education": "higher-pedagogical",
        "category": "highest",
        "category_decided_on": date(2019, 5, 10),
        "pedagogical_experience": StatedExperience(span=Span.of(10), on=date(2023, 1, 1)),
        "diagnostics_passed": False,
    }

    assert known(TEACHER) == known(stated)
    assert known(TEACHER) == {
        "birth_date": date(1990, 5, 20),
        "age": 33 * 12 + 7,
        "post": "teacher",
        "education": "higher-pedagogical",
        "category": "highest",
        "category_decided_on": date(2019, 5, 10),
        "pedagogical_experience": 132,
        "diagnostics_passed": False,
    }


def test_nothing_is_unknown_knowledge():
    assert known({"post": None, "category": "first"}) == {"category": "first"}


def test_only_the_facts_asked_about_are_worked_out():
    profile = profile_of(TEACHER, PERSON, ON)

    assert profile.case([PERSON["age"], PERSON["contribution"]], ON) == {"age": 33 * 12 + 7}


def test_a_domain_object_brings_its_id():
    assert profile_of(TEACHER, PERSON, ON).id == "7"
    assert profile_of({"post": "teacher"}, PERSON, ON).id is None


def test_the_facts_of_a_pair():
    pair = Pair(
        mentor=Educator(subjects=frozenset({"физика"}), birth_date=date(1980, 1, 1)),
        mentee=Educator(subjects=frozenset({"физика", "химия"}), young_specialist=True),
        id="п-1",
    )

    case = known(pair, PAIR)

    assert case["same_subject"] is True
    assert case["mentor.age"] == 44 * 12
    assert case["mentee.young_specialist"] is True
    assert "competency_to_pass_on" not in case
    assert profile_of(pair, PAIR, ON).id == "п-1"


# --- mistakes --------------------------------------------------------------------------------------------------------


def test_a_misspelt_fact_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError) as refused:
        profile_of({"categroy": "first"}, PERSON, ON)

    assert refused.value.nearest == "category"
    assert str(refused.value).startswith("Нет факта «categroy». Возможно: «category».")


def test_all_bad_values_are_named_at_once():
    with pytest.raises(BadFactsError) as refused:
        profile_of({"category": "hihgest", "teaches": "да", "age": Span.of(13), "post": "teacher"}, PERSON, ON)

    assert sorted(refused.value.errors) == ["age", "category", "teaches"]
    assert str(refused.value) == (
        "category: found «hihgest», expected one of: none, conformity, first, highest; did you mean 'highest'?; "
        "teaches: found «да», expected true or false; "
        "age: found «13 years», expected 14 years to 110 years"
    )


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("pedagogical_experience", 5, "found «5 (int)», expected a duration"),
        (
            "pedagogical_experience",
            StatedExperience(span=Span.of(81), on=ON),
            "found «81 years», expected 0 years to 80 years",
        ),
        ("age", StatedExperience(span=Span.of(30), on=ON), "expected a duration"),
        ("years_in_profession", WorkedExperience(periods=(Period(start=ON),)), "expected a duration"),
        ("category", StatedExperience(span=Span.of(30), on=ON), "expected one of: none"),
    ],
)
def test_an_experience_stands_only_where_experience_is_meant(name, value, message):
    with pytest.raises(BadFactsError, match=re.escape(message)):
        profile_of({name: value}, PERSON, ON)


# --- changes ---------------------------------------------------------------------------------------------------------


def changed(name: str, value, **sources) -> dict:
    profile = Profile(sources, date(2023, 1, 1), "7")
    after = profile.with_change(VOCABULARY[name], value, ON)
    assert (profile.sources, after.as_of, after.id) == (sources, profile.as_of, "7"), "the profile itself stays"
    return dict(after.sources)


def test_a_new_category_counts_from_the_day_of_the_change():
    old = {"category": "first", "decided_on": date(2019, 5, 10), "until": date(2024, 5, 10), "trained": True}

    assert changed("category", "highest", **old) == {"category": "highest", "decided_on": ON, "trained": True}


def test_an_event_happens_on_the_day_of_the_change():
    assert changed("diagnosed", True, diagnosed=False) == {"diagnosed": True, "diagnosed_on": ON}
    assert changed("diagnosed", False, diagnosed_on=date(2020, 1, 1)) == {"diagnosed": False}


def test_another_fact_takes_the_value():
    assert changed("trained", True, trained=False) == {"trained": True}


def test_an_experience_is_stated_for_the_day_of_the_change():
    assert changed("stay", 60, stay=12) == {"stay": StatedExperience(span=Span(60), on=ON)}
