"""Targets compared day by day."""

from datetime import date
from fractions import Fraction

import pytest

from rsnms.checks.conditions.targets import is_weaker
from rsnms.domain.target import Amount, Bound, Target


def least(percent: int) -> Amount:
    return Amount(Bound.AT_LEAST, Fraction(percent, 100))


def most(number: int) -> Amount:
    return Amount(Bound.AT_MOST, Fraction(number))


BY_2025, BY_2026 = date(2025, 12, 31), date(2026, 12, 31)
THIRTY = Target(least(30), by=BY_2025)
YEARLY = Target(least(10), every_year_from=2022)
STEPS = Target(steps=((2024, least(10)), (2026, least(30))))


@pytest.mark.parametrize(
    ("target", "than"),
    [
        pytest.param(Target(least(29), by=BY_2025), THIRTY, id="lower"),
        pytest.param(Target(most(300), by=BY_2025), Target(most(250), by=BY_2025), id="higher, where less is better"),
        pytest.param(Target(least(30), by=date(2026, 1, 1)), THIRTY, id="a day later"),
        pytest.param(None, THIRTY, id="dropped"),
        pytest.param(Target(least(10), every_year_from=2023), YEARLY, id="yearly from later on"),
        pytest.param(Target(least(10), every_year_from=2022, last_year=2024), YEARLY, id="yearly and ending"),
        pytest.param(Target(least(10), by=BY_2025), YEARLY, id="once for yearly"),
        pytest.param(Target(steps=((2024, least(10)), (2027, least(30)))), STEPS, id="a step later"),
        pytest.param(Target(steps=((2024, least(10)),)), STEPS, id="a step dropped"),
        pytest.param(Target(steps=((2024, least(9)), (2026, least(30)))), STEPS, id="a step lower"),
        pytest.param(Target(by=BY_2026), Target(by=BY_2025), id="a state later"),
    ],
)
def test_weaker(target, than):
    assert is_weaker(target, than)
    assert not is_weaker(than, target)


@pytest.mark.parametrize("target", [THIRTY, YEARLY, STEPS, None, Target(by=BY_2025)])
def test_no_target_is_weaker_than_itself_or_than_none(target):
    assert not is_weaker(target, target)
    assert not is_weaker(target, None)


def test_bounds_of_different_sides_do_not_compare():
    assert not is_weaker(Target(most(1), by=BY_2025), THIRTY)


def test_steps_that_reach_the_amount_in_time():
    assert not is_weaker(Target(steps=((2024, least(10)), (2025, least(30)))), THIRTY)
