"""Days as numbers agree with the calendar."""

from datetime import date, timedelta

import z3
from hypothesis import given, settings
from hypothesis import strategies as st

from rsnms.domain.calendar import add_months, full_months, is_month_end
from rsnms.rules.proof import days

law = settings(max_examples=500, deadline=None)
ANY_DAY = st.dates(date(1, 1, 1), date(9999, 12, 31))
NEAR = st.dates(date(1899, 1, 1), date(2105, 12, 31))
EDGES = NEAR.map(lambda day: day.replace(day=1) - timedelta(days=1)) | NEAR.map(lambda day: day.replace(day=1))
LEAP = st.integers(1896, 2104).filter(lambda year: year % 4 == 0 and year != 1900 and year != 2100)
DAYS = NEAR | EDGES | LEAP.map(lambda year: date(year, 2, 29))


@law
@given(ANY_DAY, ANY_DAY)
def test_numbers_are_ordered_as_days_are(one, other):
    assert (days.number(one) < days.number(other)) == (one < other)
    assert (days.number(one) == days.number(other)) == (one == other)
    assert days.from_number(days.number(one)) == one
    assert days.is_number(days.number(one))


@law
@given(DAYS, DAYS)
def test_full_months_are_a_division(one, other):
    start, end = sorted((one, other))
    assert (days.closing_number(end) - days.number(start)) // days.DAY == full_months(start, end)


@law
@given(DAYS, DAYS, st.integers(0, 1300))
def test_added_months_are_an_addition(start, day, months):
    term = add_months(start, months) if start.year * 12 + months < 9999 * 12 else None
    if term is not None:
        assert (days.number(start) + months * days.DAY < days.number(day)) == (term < day)
        assert (days.number(start) + months * days.DAY < days.number(term)) is False
        after = term + timedelta(days=1)
        assert days.number(start) + months * days.DAY < days.number(after)


@law
@given(st.integers(12 * days.DAY - 40, 120_000 * days.DAY + 40))
def test_a_number_is_a_day_for_z3_where_it_is_one(coded):
    shown = z3.simplify(days.exists(z3, z3.IntVal(coded)))
    assert z3.is_true(shown) == days.is_number(coded)


def test_every_day_of_four_centuries_is_a_number_and_nothing_else():
    existing = {days.number(date(1900, 1, 1) + timedelta(days=index)) for index in range(400 * 366)}
    first, last = min(existing), max(existing)
    assert [coded for coded in range(first, last + 1) if days.is_number(coded)] == sorted(existing)


@law
@given(DAYS)
def test_only_the_last_of_a_month_closes_it_later(day):
    assert days.closing_number(day) == days.number(day.replace(day=1)) + (30 if is_month_end(day) else day.day - 1)
