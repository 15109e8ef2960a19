"""People of a policy: any, and at its thresholds; few facts where few matter."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

import rsnms
from rsnms.domain import Fact, FactType, Span, Text
from rsnms.domain.fact import About, Happened, Since
from rsnms.policy.conditions import Comparison, Op
from rsnms.policy.model import UnknownNameError
from rsnms.rules.profile import profile_of
from rsnms.testing import people, policy_people
from rsnms.testing.aiming import aims
from testing.simplest import simplest

TREE = rsnms.load_policies()
VOLGOGRAD, LENINGRAD = TREE["ru/volgograd"], TREE["ru/leningrad"]
ACTIVE, YOUNG = "municipal-methodical-active", "young-educator-support"
ON = date(2024, 1, 1)
BEFORE, AFTER = ON - timedelta(days=1), ON + timedelta(days=1)

BORN = Fact("born", FactType.DATE, Text("Родился"))
AGE = Fact("age", FactType.DURATION, Text("Возраст"), movement=Since("born"), lowest=14 * 12)
SCORE = Fact("score", FactType.INTEGER, Text("Баллы"), lowest=0)
SHARE = Fact("share", FactType.NUMBER, Text("Доля"), lowest=0, highest=1)
PLACE = Fact("place", FactType.TEXT, Text("Место"))
ROLES = Fact("roles", FactType.TEXTS, Text("Роли"))
PASSED_ON = Fact("passed_on", FactType.DATE, Text("Дата"))
PASSED = Fact("passed", FactType.BOOLEAN, Text("Пройдено"), movement=Happened("passed_on"))
VOCABULARY = {fact.name: fact for fact in (BORN, AGE, SCORE, SHARE, PLACE, ROLES, PASSED_ON, PASSED)}


def aimed(fact: Fact, op: Op, operand) -> list:
    return [aim.stated for aim in aims(fact, [Comparison(fact, op, operand)], VOCABULARY, ON)]


# --- where to aim ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fact", "op", "operand", "values"),
    [
        (SCORE, Op.AT_LEAST, 5, [5, 0, 4, 6, 1]),
        (SCORE, Op.BETWEEN, (0, 9), [0, 9, 8, 1, 10]),
        (SHARE, Op.LESS_THAN, 0.5, [0.5, 0, 1, 0.499, 0.501, 0.001, 0.999]),
        (PLACE, Op.ONE_OF, ("Ёлкино", "Мегион"), ["Ёлкино", "Мегион", "другое"]),
        (
            ROLES,
            Op.ALL_OF,
            ("a", "b"),
            [frozenset(), *map(frozenset, (["a"], ["b"], ["другое"], ["a", "b"], ["a", "b", "другое"]))],
        ),
    ],
)
def test_values_lie_at_the_bounds_and_beside_them(fact, op, operand, values):
    found = [stated[fact.name] for stated in aimed(fact, op, operand)]

    assert sorted(found, key=repr) == sorted(values, key=repr)


def test_full_years_end_with_the_month_before_the_next():
    months = {stated["age"].months for stated in aimed(AGE, Op.AT_MOST, Span.of(20)) if "age" in stated}

    assert {20 * 12 + 10, 20 * 12 + 11, 21 * 12} <= months


def test_somebody_turns_35_on_the_day_the_day_before_and_the_day_after():
    born = {stated["born"] for stated in aimed(AGE, Op.LESS_THAN, Span.of(35)) if "born" in stated}

    assert {date(1989, 1, 1), date(1988, 12, 31), date(1989, 1, 2)} <= born


def test_an_event_lies_on_the_day_the_day_before_and_the_day_after():
    stated = aimed(PASSED, Op.IS, True)

    assert [one["passed_on"] for one in stated if "passed_on" in one] == [ON, BEFORE, AFTER]
    assert {"passed": True} in stated
    assert {"passed": False} in stated


# --- people ----------------------------------------------------------------------------------------------------------


@settings(max_examples=150)
@given(policy_people(LENINGRAD, ACTIVE))
def test_only_what_is_asked_is_known(person):
    vocabulary = LENINGRAD.latest.facts_about(About.PERSON)
    asked = {one.fact for one in rsnms.decide(LENINGRAD, ACTIVE, {}, ON).unknown}

    assert set(person) <= asked | {"category_decided_on", "category_until", "diagnosed_on", *_DAYS}
    assert set(profile_of(person, vocabulary, ON).sources) == set(person)


_DAYS = ("trained_in_methodical_support_on", "birth_date", "work_started_on")


@pytest.mark.parametrize("verdict", list(rsnms.Verdict))
@pytest.mark.parametrize(
    ("jurisdiction", "eligibility"), [(LENINGRAD, ACTIVE), (VOLGOGRAD, "regional-methodical-active")]
)
def test_every_verdict_is_met_soon(jurisdiction, eligibility, verdict):
    found = []

    @settings(max_examples=300, database=None, derandomize=True)
    @given(policy_people(jurisdiction, eligibility))
    def look(person):
        found.append(rsnms.decide(jurisdiction, eligibility, person, ON).verdict)

    look()
    assert found.count(verdict) >= 15


def test_a_person_comes_out_with_as_few_facts_as_it_takes():
    person = simplest(
        policy_people(VOLGOGRAD, YOUNG), lambda one: "age less_than 35 years" in unmet(VOLGOGRAD, YOUNG, one)
    )

    assert person == {"age": Span(420)}


def unmet(jurisdiction, eligibility, person) -> list[str]:
    return [str(one.literal) for one in rsnms.decide(jurisdiction, eligibility, person, ON).unmet]


def test_an_eligible_person_knows_just_what_the_ground_asks():
    person = simplest(
        policy_people(VOLGOGRAD, "manager"),
        lambda one: rsnms.decide(VOLGOGRAD, "manager", one, ON).verdict is rsnms.Verdict.ELIGIBLE,
    )

    assert set(person) == {"organisation_kind", "post"}


@settings(max_examples=60)
@given(policy_people(VOLGOGRAD, "teacher-pair"))
def test_of_pairs_both_are_known(pair):
    assert rsnms.decide(VOLGOGRAD, "teacher-pair", pair, ON).verdict in rsnms.Verdict
    assert all(
        name.startswith(("mentor.", "mentee.")) or name in ("same_subject", "competency_to_pass_on") for name in pair
    )


@settings(max_examples=60)
@given(people(VOLGOGRAD))
def test_any_people_have_any_facts_of_the_vocabulary(person):
    vocabulary = VOLGOGRAD.latest.facts_about(About.PERSON)

    assert set(profile_of(person, vocabulary, ON).sources) == set(person) <= set(vocabulary)


@settings(max_examples=60)
@given(people(VOLGOGRAD, YOUNG))
def test_any_people_of_an_eligibility_have_what_it_depends_on(person):
    assert set(person) <= {
        *("organisation_kind", "post", "pedagogical_duties"),
        *("birth_date", "work_started_on", "age", "years_in_profession"),
    }


def test_nobody_is_drawn_for_what_a_policy_does_not_have():
    with pytest.raises(UnknownNameError, match="young-educator-support"):
        policy_people(VOLGOGRAD, "young-educator-suport")
    with pytest.raises(rsnms.NotInForceError):
        people(VOLGOGRAD, on=date(1999, 1, 1))
