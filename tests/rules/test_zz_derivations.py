"""Facts that follow from time: their value on a day, and the days on which it changes."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imaginary import ASKABLE, ON, VOCABULARY, profiles
from rsnms.domain import Fact, FactType, Period, Span, StatedExperience, Text, WorkedExperience
from rsnms.domain.fact import Holds
from rsnms.rules.derivations import changes, moves, value_on

AS_OF = date(2024, 1, 1)


def on(name: str, day: date, as_of: date = AS_OF, **sources):
    return value_on(VOCABULARY[name], sources, as_of, day)


def turns(name: str, thresholds=(), as_of: date = AS_OF, **sources):
    return sorted(changes(VOCABULARY[name], sources, as_of, thresholds))


# --- counted from a day ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(1989, 1, 2), date(2024, 1, 1), 35 * 12 - 1),
        (date(1989, 1, 1), date(2024, 1, 1), 35 * 12),
        (date(1988, 2, 29), date(2023, 2, 27), 35 * 12 - 1),
        (date(1988, 2, 29), date(2023, 2, 28), 35 * 12),
        (date(1988, 2, 29), date(2024, 2, 28), 36 * 12 - 1),
        (date(1988, 2, 29), date(2024, 2, 29), 36 * 12),
        (date(2030, 1, 1), date(2024, 1, 1), None),
    ],
)
def test_age_is_counted_in_full_months_from_birth(birth, day, age):
    assert on("age", day, birth_date=birth) == age


def test_the_day_of_birth_prevails_over_a_stated_age():
    assert on("age", AS_OF, birth_date=date(1989, 1, 1), age=30 * 12) == 35 * 12


def test_an_age_without_a_day_of_birth_grows_from_when_it_was_stated():
    assert on("age", date(2024, 12, 31), age=34 * 12) == 34 * 12 + 11
    assert on("age", date(2025, 1, 1), age=34 * 12) == 35 * 12
    assert on("age", date(2023, 12, 31), age=34 * 12) is None


def test_age_turns_on_birthdays():
    assert turns("age", [35 * 12], birth_date=date(1988, 2, 29)) == [date(1988, 2, 29), date(2023, 2, 28)]


# --- growing ---------------------------------------------------------------------------------------------------------


def test_experience_known_for_a_day_grows_afterwards():
    assert [on("stay", day, stay=54) for day in (AS_OF, date(2024, 6, 30), date(2024, 7, 1))] == [54, 59, 60]
    assert on("stay", date(2023, 12, 31), stay=54) is None
    assert turns("stay", [60], stay=54) == [AS_OF, date(2024, 7, 1)]
    assert turns("stay", [60], stay=60) == [AS_OF]


def test_an_experience_that_knows_its_own_day_does_not_need_another():
    stated = StatedExperience(span=Span(54), on=date(2023, 7, 1))

    assert on("stay", AS_OF, stay=stated) == 60
    assert turns("stay", [60, 72], stay=stated) == [date(2023, 7, 1), AS_OF, date(2025, 1, 1)]


def test_an_experience_that_has_ended_turns_no_more():
    stated = StatedExperience(span=Span(54), on=date(2023, 7, 1), continuing=False)

    assert on("stay", AS_OF, stay=stated) == 54
    assert turns("stay", [60], stay=stated) == [date(2023, 7, 1)]


def test_employment_periods_reach_a_threshold_on_the_day_that_completes_it():
    worked = WorkedExperience(periods=(Period(start=date(2019, 9, 1), end=date(2020, 8, 15)), Period(start=AS_OF)))

    assert turns("stay", [12, 60], stay=worked) == [date(2024, 1, 15), date(2028, 1, 15)]
    assert [on("stay", day, stay=worked) for day in (date(2028, 1, 14), date(2028, 1, 15))] == [59, 60]


def test_a_period_that_will_end_grows_until_then():
    worked = WorkedExperience(periods=(Period(start=date(2020, 1, 1), end=date(2025, 12, 31)),))

    assert turns("stay", [60, 72, 84], stay=worked) == [date(2024, 12, 31), date(2025, 12, 31)]


def test_without_periods_there_is_no_experience_and_never_will_be():
    nothing = WorkedExperience(periods=())

    assert on("stay", AS_OF, stay=nothing) == 0
    assert turns("stay", [12], stay=nothing) == []


# --- held ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sources", "days"),
    [
        # Given before 01.09.2023: five years, the last day included.
        (
            {"decided_on": date(2019, 5, 10)},
            {
                date(2019, 5, 9): None,
                date(2019, 5, 10): "highest",
                date(2024, 5, 10): "highest",
                date(2024, 5, 11): "none",
            },
        ),
        # Given later: without an end.
        ({"decided_on": date(2023, 9, 1)}, {date(2023, 8, 31): None, date(2099, 1, 1): "highest"}),
        # A stated end prevails; it alone suffices.
        (
            {"decided_on": date(2019, 5, 10), "until": date(2025, 1, 31)},
            {date(2025, 1, 31): "highest", date(2025, 2, 1): "none"},
        ),
        ({"until": date(2025, 1, 31)}, {date(1990, 1, 1): "highest", date(2025, 2, 1): "none"}),
        ({}, {date(1990, 1, 1): "highest", date(2099, 1, 1): "highest"}),
        ({"until": date.max}, {date(2099, 1, 1): "highest", date.max: "highest"}),
    ],
)
def test_a_category_holds_for_its_term(sources, days):
    assert {day: on("category", day, category="highest", **sources) for day in days} == days


@pytest.mark.parametrize(
    ("sources", "days"),
    [
        ({"decided_on": date(2019, 5, 10)}, [date(2019, 5, 10), date(2024, 5, 11)]),
        ({"decided_on": date(2023, 9, 1)}, [date(2023, 9, 1)]),
        ({"until": date(2025, 1, 31)}, [date(2025, 2, 1)]),
        ({"until": date.max}, []),
        ({}, []),
    ],
)
def test_a_category_turns_when_it_begins_and_the_day_after_it_ends(sources, days):
    assert turns("category", category="highest", **sources) == days


def test_days_without_a_category_are_days_without_knowledge():
    assert on("category", AS_OF, decided_on=date(2019, 5, 10)) is None
    assert turns("category", decided_on=date(2019, 5, 10)) == []


def test_a_term_may_hold_whenever_it_was_given():
    licence = Fact("licence", FactType.BOOLEAN, Text("Лицензия"), movement=Holds("given_on", None, False, term=12))
    sources = {"licence": True, "given_on": date(2024, 2, 29)}

    assert value_on(licence, sources, AS_OF, date(2025, 2, 28)) is True
    assert value_on(licence, sources, AS_OF, date(2025, 3, 1)) is False
    assert value_on(licence, {**sources, "given_on": date(9999, 2, 1)}, AS_OF, date.max) is True


# --- happened, shared, still -----------------------------------------------------------------------------------------


def test_an_event_happens_on_its_day():
    days = (date(2024, 5, 31), date(2024, 6, 1), date(2099, 1, 1))

    assert [on("diagnosed", day, diagnosed_on=date(2024, 6, 1)) for day in days] == [False, True, True]
    assert on("diagnosed", AS_OF, diagnosed=True, diagnosed_on=date(2024, 6, 1)) is False, "the day says more"
    assert on("diagnosed", AS_OF, diagnosed=True) is True
    assert turns("diagnosed", diagnosed_on=date(2024, 6, 1)) == [date(2024, 6, 1)]
    assert turns("diagnosed", diagnosed=True) == []


def test_two_sets_share_a_member():
    one, other = frozenset({"физика", "химия"}), frozenset({"химия"})

    assert on("shared", AS_OF, mine=one, theirs=other) is True
    assert on("shared", AS_OF, mine=one, theirs=frozenset()) is False
    assert on("shared", AS_OF, mine=one) is None
    assert on("shared", AS_OF, shared=False, mine=one, theirs=other) is False, "what was stated prevails"


def test_a_fact_without_movement_stays():
    assert on("trained", date(1990, 1, 1), trained=True) is True
    assert on("trained", AS_OF) is None
    assert turns("trained", trained=True) == []


def test_which_facts_move():
    assert {name for name, fact in VOCABULARY.items() if moves(fact)} == {
        "age",
        "years",
        "stay",
        "category",
        "diagnosed",
    }


# --- nothing changes on other days -----------------------------------------------------------------------------------


@settings(max_examples=2000, deadline=None)
@given(profiles(), st.sampled_from([fact for fact in ASKABLE if moves(fact)]), st.sets(st.integers(0, 450), max_size=3))
def test_a_fact_changes_only_on_the_days_named(profile, fact, thresholds):
    def shown(day: date):
        atom = value_on(fact, profile.sources, profile.as_of, day)
        if atom is None or fact.type is not FactType.DURATION:
            return atom
        return sum(atom >= months for months in thresholds)

    named = set(changes(fact, profile.sources, profile.as_of, sorted(thresholds)))
    window = [ON + timedelta(days=number) for number in range(-400, 1000)]
    values = [shown(day) for day in window]
    changed = {day for day, before, now in zip(window[1:], values, values[1:], strict=False) if before != now}

    assert changed <= named
