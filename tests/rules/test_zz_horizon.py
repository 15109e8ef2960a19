"""From when: exact to the day, against asking on every single day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rsnms
from imaginary import (
    ASKED,
    BIRTHS,
    ON,
    RECENT,
    VOCABULARY,
    eligibility,
    experiences,
    jurisdiction,
    jurisdictions,
    policy,
    profiles,
)
from rsnms import Span, Verdict, decide
from rsnms.domain import StatedExperience
from rsnms.policy.conditions import All, Any, Comparison, Not, Op
from rsnms.policy.model import Jurisdiction
from rsnms.rules.decision import Decision
from rsnms.rules.horizon import Horizon, horizon
from rsnms.rules.judge import judge_of
from rsnms.rules.profile import Profile, profile_of

DAYS = 800
"""How many days are asked one by one."""


def day_by_day(jurisdiction: Jurisdiction, id_: str, profile: Profile, on: date) -> tuple[date | None, date | None]:
    """The first day of eligibility within the window and the last day of that spell, by asking on every day."""
    first = None
    for day in (on + timedelta(days=number) for number in range(DAYS)):
        eligible = is_eligible(jurisdiction, id_, profile, day)
        if first is None and eligible:
            first = day
        elif first is not None and not eligible:
            return first, day - timedelta(days=1)
    return first, None


def is_eligible(jurisdiction: Jurisdiction, id_: str, profile: Profile, day: date) -> bool:
    in_force = next((policy for policy in jurisdiction.periods if day in policy), None)
    if in_force is None or id_ not in in_force.eligibilities:
        return False
    judge = judge_of(in_force.eligibilities[id_])
    return judge(profile.case(judge.facts, day)).verdict is Verdict.ELIGIBLE


def within(day: date | None, on: date) -> date | None:
    return day if day and day < on + timedelta(days=DAYS) else None


def agrees(found: Horizon, asked: tuple[date | None, date | None], on: date) -> bool:
    first, until = asked
    last_seen = within(found.eligible_until + timedelta(days=1), on) if found.eligible_until else None
    return within(found.eligible_from, on) == first and (first is None or (last_seen and found.eligible_until) == until)


@settings(max_examples=2000, deadline=None)
@given(jurisdictions(), profiles())
def test_random_conditions_and_persons(jurisdiction, profile):
    found = horizon(jurisdiction, ASKED, profile, ON)

    assert agrees(found, day_by_day(jurisdiction, ASKED, profile, ON), ON)
    assert found.eligible_from is None or not found.obstacles


# --- the packaged policies -------------------------------------------------------------------------------------------

GATE = {
    "organisation_kind": st.sampled_from(["general", "additional-children", "vocational"]),
    "post": st.just("teacher"),
    "diagnostics_passed": st.booleans(),
    "diagnosed_on": RECENT,
    "trained_in_methodical_support": st.just(True),
    "trained_in_methodical_support_on": RECENT,
}
ATTESTED = {
    "category": st.sampled_from(["first", "highest", "highest"]),
    "category_decided_on": RECENT,
    "category_until": RECENT,
    "education": st.sampled_from(["higher-pedagogical"] * 3 + ["higher-other"]),
    "specialty_experience": st.integers(40, 70).map(Span) | experiences(),
    "pedagogical_experience": st.integers(40, 70).map(Span) | experiences(),
    "contribution": st.just(True),
    "roles": st.just(frozenset()),
    "steadily_high_results": st.just(False),
    "organisation_runs_general_programmes": st.just(False),
}
YOUNG = {"birth_date": BIRTHS, "age": st.integers(30, 35).map(Span.of), "work_started_on": RECENT}
FACTS = GATE | ATTESTED | YOUNG


@st.composite
def teachers(draw) -> dict:
    """Facts of a teacher, a few of them unknown."""
    unknown = draw(st.sets(st.sampled_from(sorted(FACTS)), max_size=4))
    return {name: draw(values) for name, values in FACTS.items() if name not in unknown}


@settings(max_examples=2000, deadline=None)
@pytest.mark.parametrize(
    ("policy_id", "eligibility_id"),
    [
        ("ru/volgograd", "regional-methodical-active"),
        ("ru/leningrad", "municipal-methodical-active"),
        ("ru/leningrad/kirovsk", "municipal-methodical-active"),
        ("ru/volgograd", "young-educator-support"),
    ],
)
@given(teachers(), st.sampled_from([date(2023, 11, 15), date(2024, 1, 1), date(2024, 2, 29)]))
def test_packaged_policies(policy_id, eligibility_id, teacher, on):
    jurisdiction = rsnms.load_policies()[policy_id]
    vocabulary = jurisdiction.latest.facts_about(jurisdiction.latest.eligibility(eligibility_id).about)
    profile = profile_of(teacher, vocabulary, on)

    assert agrees(
        horizon(jurisdiction, eligibility_id, profile, on), day_by_day(jurisdiction, eligibility_id, profile, on), on
    )


# --- one by one ------------------------------------------------------------------------------------------------------

stay_5 = Comparison(VOCABULARY["stay"], Op.AT_LEAST, Span.of(5))
under_35 = Comparison(VOCABULARY["age"], Op.LESS_THAN, Span.of(35))
first_3_years = Comparison(VOCABULARY["years"], Op.LESS_THAN, Span.of(3))
highest = Comparison(VOCABULARY["category"], Op.IS, "highest")
diagnosed = Comparison(VOCABULARY["diagnosed"], Op.IS, True)
contributed = Comparison(VOCABULARY["contribution"], Op.IS, True)


def asked(where: Jurisdiction, on: date = ON, as_of: date | None = None, **facts) -> Decision:
    return decide(where, ASKED, facts, on, as_of=as_of)


def span(decision: Decision) -> tuple[date | None, date | None]:
    return decision.eligible_from, decision.horizon.eligible_until


@pytest.mark.parametrize(
    ("conditions", "facts", "expected"),
    [
        ([stay_5], {"stay": Span.of(4, 6)}, (date(2024, 7, 1), None)),
        ([stay_5], {"stay": Span.of(5)}, (ON, None)),
        ([stay_5], {"stay": StatedExperience(span=Span(59), on=date(2023, 12, 31))}, (date(2024, 1, 31), None)),
        ([stay_5], {"stay": StatedExperience(span=Span(60), on=date(2024, 5, 5))}, (date(2024, 5, 5), None)),
        ([stay_5], {"stay": StatedExperience(span=Span(59), on=ON, continuing=False)}, (None, None)),
        # Under 35 through the day before the 35th birthday.
        ([under_35], {"birth_date": date(1989, 1, 2)}, (ON, ON)),
        ([under_35], {"birth_date": date(1988, 2, 29)}, (None, None)),
        ([under_35], {"birth_date": date(1992, 2, 29)}, (ON, date(2027, 2, 27))),
        # Three years of work that is still to begin.
        ([first_3_years], {"started_on": date(2024, 9, 1)}, (date(2024, 9, 1), date(2027, 8, 31))),
        (
            [All((under_35, first_3_years))],
            {"birth_date": date(1990, 3, 31), "started_on": date(2022, 9, 1)},
            (ON, date(2025, 3, 30)),
        ),
        # A category that expires, one that is decided on already, one that ends before the experience is there.
        ([highest], {"category": "highest", "decided_on": date(2019, 5, 10)}, (ON, date(2024, 5, 10))),
        ([highest], {"category": "highest", "decided_on": date(2024, 5, 10)}, (date(2024, 5, 10), None)),
        ([highest], {"category": "highest", "until": date.max}, (ON, None)),
        (
            [All((highest, stay_5))],
            {"category": "highest", "decided_on": date(2019, 5, 10), "stay": Span.of(4, 6)},
            (None, None),
        ),
        ([Not(highest)], {"category": "highest", "decided_on": date(2019, 5, 10)}, (date(2024, 5, 11), None)),
        # An appointment for the diagnostics.
        ([diagnosed], {"diagnosed_on": date(2024, 2, 29)}, (date(2024, 2, 29), None)),
        # Another ground takes over without a gap.
        (
            [highest, stay_5],
            {"category": "highest", "decided_on": date(2019, 5, 10), "stay": Span.of(4, 9)},
            (ON, None),
        ),
        # Unknown facts never become known by waiting.
        ([stay_5], {}, (None, None)),
        ([All((stay_5, contributed))], {"stay": Span.of(4, 6)}, (None, None)),
    ],
)
def test_when_somebody_is_eligible(conditions, facts, expected):
    assert span(asked(jurisdiction(*conditions), **facts)) == expected


def test_policies_come_into_force_and_are_repealed():
    three_years = Comparison(VOCABULARY["stay"], Op.AT_LEAST, Span.of(3))
    where = Jurisdiction(
        "x",
        (
            policy(eligibility(stay_5), until=date(2024, 3, 31)),
            policy(eligibility(three_years), since=date(2024, 6, 1), until=date(2024, 12, 31)),
            policy(since=date(2025, 1, 1)),
        ),
    )

    decision = asked(where, stay=Span.of(4))

    assert decision.verdict is Verdict.INELIGIBLE
    assert span(decision) == (date(2024, 6, 1), date(2024, 12, 31))


def test_facts_stated_earlier_have_grown_since():
    assert span(asked(jurisdiction(stay_5), as_of=date(2023, 7, 1), stay=Span.of(4, 6))) == (ON, None)


def test_facts_stated_for_a_later_day_are_unknown_until_then():
    decision = asked(jurisdiction(stay_5), as_of=date(2024, 3, 1), stay=Span.of(7))

    assert decision.verdict is Verdict.UNDETERMINED
    assert span(decision) == (date(2024, 3, 1), None)


# --- why never -------------------------------------------------------------------------------------------------------


def why_never(where: Jurisdiction, **facts) -> tuple[list[str], bool]:
    found = asked(where, **facts).horizon
    assert found.eligible_from is None
    return [str(literal) for literal in found.obstacles], found.depends_on_unknown


def test_never_because_of_what_time_does_not_mend():
    where = jurisdiction(All((highest, stay_5, contributed)))

    assert why_never(where, category="first", stay=Span.of(4), contribution=True) == (["category is highest"], False)


def test_never_because_what_is_awaited_comes_too_late():
    where = jurisdiction(All((under_35, stay_5)))

    assert why_never(where, birth_date=date(1989, 6, 1), stay=Span.of(4)) == (
        ["stay at_least 5 years", "age less_than 35 years"],
        False,
    )


def test_perhaps_if_only_more_were_known():
    where = jurisdiction(Any((All((stay_5, contributed)), highest)))

    assert why_never(where, category="first", stay=Span.of(4)) == (["category is highest"], True)


def test_a_period_without_the_eligibility_hides_no_obstacle():
    where = Jurisdiction(
        "x", (policy(eligibility(contributed), until=date(2024, 6, 30)), policy(since=date(2024, 7, 1)))
    )

    assert why_never(where, contribution=False) == (["contribution is true"], False)
