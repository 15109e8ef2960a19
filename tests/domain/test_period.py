from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms.domain.period import Every, Period, full_periods, period_of


@pytest.mark.parametrize(
    ("every", "day", "first", "last"),
    [
        (Every.MONTH, date(2024, 2, 29), date(2024, 2, 1), date(2024, 2, 29)),
        (Every.QUARTER, date(2024, 3, 31), date(2024, 1, 1), date(2024, 3, 31)),
        (Every.QUARTER, date(2024, 4, 1), date(2024, 4, 1), date(2024, 6, 30)),
        (Every.QUARTER, date(2024, 12, 31), date(2024, 10, 1), date(2024, 12, 31)),
        (Every.HALF_YEAR, date(2024, 7, 1), date(2024, 7, 1), date(2024, 12, 31)),
        (Every.YEAR, date(2024, 7, 1), date(2024, 1, 1), date(2024, 12, 31)),
        (Every.YEAR, date.max, date(9999, 1, 1), date.max),
    ],
)
def test_a_day_lies_in_its_calendar_period(every, day, first, last):
    assert period_of(every, day) == Period(first, last)


def test_a_period_that_had_begun_is_not_whole():
    found = list(full_periods(Every.QUARTER, date(2023, 5, 23), date(2024, 1, 1)))
    assert [period.first for period in found] == [date(2023, 7, 1), date(2023, 10, 1), date(2024, 1, 1)]


def test_a_period_that_begins_on_the_first_day_is_whole():
    assert list(full_periods(Every.YEAR, date(2024, 1, 1), date(2024, 1, 1))) == [
        Period(date(2024, 1, 1), date(2024, 12, 31))
    ]


def test_there_is_none_before_the_first_day_and_none_after_the_end_of_time():
    assert list(full_periods(Every.MONTH, date(2024, 2, 1), date(2024, 1, 31))) == []
    assert list(full_periods(Every.YEAR, date(9998, 6, 1), date.max)) == [Period(date(9999, 1, 1), date.max)]


@given(st.sampled_from(Every), st.dates(), st.integers(0, 1500))
def test_full_periods_follow_each_other_without_gaps(every, since, length):
    until = min(since, date.max - timedelta(days=length)) + timedelta(days=length)
    found = list(full_periods(every, since, until))
    assert all(since <= period.first <= until and period == period_of(every, period.first) for period in found)
    assert all(later.first - earlier.last == timedelta(days=1) for earlier, later in pairwise(found))
    assert bool(found) or period_of(every, since).first < since or until < since
