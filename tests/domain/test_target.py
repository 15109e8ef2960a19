"""Targets: which amount is due when, and which of two amounts asks for less."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms.domain.target import Amount, Bound, Milestone, Target

TENTH = Amount(Bound.AT_LEAST, Fraction(1, 10))
FIFTH = Amount(Bound.AT_LEAST, Fraction(1, 5))
fractions = st.fractions(min_value=0, max_value=10**9)
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
bounds = st.sampled_from(Bound)


# --- amounts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bound", "value", "met"),
    [
        (Bound.AT_LEAST, Fraction(1, 3), True),
        (Bound.AT_LEAST, Fraction(333333333333333333, 10**18), False),
        (Bound.AT_LEAST, Fraction(1, 3) + Fraction(1, 10**30), True),
        (Bound.AT_MOST, Fraction(1, 3), True),
        (Bound.AT_MOST, Fraction(1, 3) + Fraction(1, 10**30), False),
    ],
)
def test_a_bound_is_kept_exactly(bound, value, met) -> None:
    assert Amount(bound, Fraction(1, 3)).is_met_by(value) is met


@pytest.mark.parametrize(
    ("amount", "other", "weaker"),
    [
        (TENTH, FIFTH, True),
        (FIFTH, TENTH, False),
        (TENTH, TENTH, False),
        (Amount(Bound.AT_MOST, Fraction(300)), Amount(Bound.AT_MOST, Fraction(250)), True),
        (Amount(Bound.AT_MOST, Fraction(250)), Amount(Bound.AT_MOST, Fraction(300)), False),
        (Amount(Bound.AT_MOST, Fraction(1, 10)), FIFTH, False),
        (TENTH, Amount(Bound.AT_MOST, Fraction(1, 5)), False),
        (Amount(Bound.AT_LEAST, Fraction(1, 5) - Fraction(1, 10**30)), FIFTH, True),
    ],
)
def test_which_amount_is_weaker(amount, other, weaker) -> None:
    assert amount.weaker_than(other) is weaker


@given(bounds, fractions, fractions, st.lists(fractions, max_size=5))
def test_a_weaker_amount_lets_more_pass(bound, first, second, values) -> None:
    amount, other = Amount(bound, first), Amount(bound, second)
    assert [amount.weaker_than(other), other.weaker_than(amount)].count(True) == (first != second)
    assert amount.weaker_than(other) is (amount.is_met_by(first) and not other.is_met_by(first))
    if amount.weaker_than(other):
        assert all(amount.is_met_by(value) for value in values if other.is_met_by(value))


# --- milestones ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("on", [date(2020, 1, 1), date(2024, 12, 31), date(2030, 6, 1)])
def test_a_target_by_a_day_has_one_milestone(on) -> None:
    due = date(2024, 12, 31)
    assert list(Target(TENTH, by=due).milestones(on)) == [Milestone(due, TENTH)]


@pytest.mark.parametrize(
    ("on", "years"),
    [
        (date(2019, 5, 1), [2022]),
        (date(2021, 12, 31), [2022]),
        (date(2022, 1, 1), [2022]),
        (date(2022, 12, 31), [2022]),
        (date(2023, 1, 1), [2022, 2023]),
        (date(2025, 6, 1), [2022, 2023, 2024, 2025]),
    ],
)
def test_in_every_year_each_year_counts_by_itself(on, years) -> None:
    milestones = list(Target(TENTH, every_year_from=2022).milestones(on))
    assert milestones == [Milestone(date(year, 12, 31), TENTH, date(year, 1, 1)) for year in years]


STEPS = Target(steps=((2022, TENTH), (2024, FIFTH)))


@pytest.mark.parametrize(
    ("on", "years"),
    [
        (date(2020, 1, 1), [2022]),
        (date(2022, 12, 31), [2022]),
        (date(2023, 1, 1), [2022, 2024]),
        (date(2024, 12, 31), [2022, 2024]),
        (date(2030, 1, 1), [2022, 2024]),
    ],
)
def test_steps_come_due_one_by_one(on, years) -> None:
    amounts = dict(STEPS.steps)
    assert list(STEPS.milestones(on)) == [Milestone(date(year, 12, 31), amounts[year]) for year in years]


def test_a_state_is_due_without_an_amount() -> None:
    [milestone] = Target(by=date(2024, 6, 30)).milestones(date(2024, 1, 1))
    assert milestone == Milestone(date(2024, 6, 30), None)


targets = st.one_of(
    st.builds(lambda day: Target(TENTH, by=day), days),
    st.builds(lambda year: Target(TENTH, every_year_from=year), st.integers(1990, 2090)),
    st.builds(
        lambda year, more: Target(TENTH, every_year_from=year, last_year=year + more),
        st.integers(1990, 2080),
        st.integers(0, 9),
    ),
    st.builds(
        lambda years: Target(steps=tuple((year, TENTH) for year in sorted(years))),
        st.sets(st.integers(1990, 2090), min_size=1, max_size=6),
    ),
)


@given(targets, days)
def test_milestones_are_those_of_the_past_and_the_next_one(target, on) -> None:
    milestones = list(target.milestones(on))
    due = [milestone.due for milestone in milestones]
    assert due == sorted(set(due))
    assert all(day < on for day in due[:-1])
    later = [milestone.due for milestone in target.milestones(date(2100, 1, 1))]
    assert due == later[: len(due)]
    assert due[-1] >= on or due == later


@given(targets, days, days)
def test_time_only_adds_milestones(target, one, other) -> None:
    early, late = (list(target.milestones(day)) for day in sorted((one, other)))
    assert late[: len(early)] == early


def test_a_yearly_target_may_have_a_last_year() -> None:
    target = Target(TENTH, every_year_from=2021, last_year=2023)
    years = [milestone.due.year for milestone in target.milestones(date(2026, 5, 1))]
    assert years == [2021, 2022, 2023]
    assert [milestone.due.year for milestone in target.milestones(date(2022, 5, 1))] == [2021, 2022]
