"""Full months: the one way the library counts time."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import example, given
from hypothesis import strategies as st

from rsnms.domain.calendar import add_months, full_months, is_month_end, last_day

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(-1200, 1200)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 1, 15), 1, date(2024, 2, 15)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 1, 1), -1, date(2023, 12, 1)),
        (date(2024, 5, 5), 0, date(2024, 5, 5)),
    ],
)
def test_months_are_added_up_to_the_last_day_of_a_shorter_month(start, months, end):
    assert add_months(start, months) == end


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2024, 1, 15), date(2024, 2, 14), 0),
        (date(2024, 1, 15), date(2024, 2, 15), 1),
        (date(2024, 1, 31), date(2024, 2, 28), 0),
        (date(2024, 1, 31), date(2024, 2, 29), 1),
        (date(2023, 1, 31), date(2023, 2, 28), 1),
        (date(2024, 1, 31), date(2024, 4, 29), 2),
        (date(2024, 1, 31), date(2024, 4, 30), 3),
        (date(1988, 2, 29), date(2023, 2, 27), 34 * 12 + 11),
        (date(1988, 2, 29), date(2023, 2, 28), 35 * 12),
        (date(2024, 2, 28), date(2024, 2, 29), 0),
        (date(2024, 3, 15), date(2024, 3, 14), -1),
    ],
)
def test_full_months_between_two_days(start, end, months):
    assert full_months(start, end) == months


@given(DAYS, MONTHS)
def test_adding_months_agrees_with_dateutil(start, months):
    assert add_months(start, months) == start + relativedelta(months=months)


@given(DAYS, DAYS)
@example(date(2023, 1, 31), date(2023, 2, 28))
def test_full_months_agree_with_dateutil_except_at_a_month_end_it_does_not_count(start, end):
    if end < start:
        start, end = end, start
    between = relativedelta(end, start)
    counted = between.years * 12 + between.months
    ends_short_month = is_month_end(end) and end.day < start.day

    assert full_months(start, end) == counted + (ends_short_month and start + relativedelta(months=counted + 1) <= end)


@given(DAYS, DAYS)
def test_full_months_are_the_most_that_fit(start, end):
    months = full_months(start, end)

    assert add_months(start, months) <= end < add_months(start, months + 1)


@given(DAYS, MONTHS)
def test_months_added_are_counted_back(start, months):
    assert full_months(start, add_months(start, months)) == months
    assert full_months(start, add_months(start, months) - timedelta(days=1)) == months - 1


@given(DAYS, DAYS)
def test_a_day_more_never_counts_less(start, end):
    assert full_months(start, end) <= full_months(start, end + timedelta(days=1))


def test_february_has_its_leap_day():
    assert [last_day(year, 2) for year in (1900, 2000, 2023, 2024)] == [28, 29, 28, 29]
    assert is_month_end(date(2023, 2, 28))
    assert not is_month_end(date(2024, 2, 28))


@pytest.mark.parametrize(("start", "months"), [(date(9999, 12, 1), 1), (date(1, 1, 31), -1)])
def test_beyond_the_calendar_there_are_no_months(start, months):
    with pytest.raises(ValueError, match=r"^year -?\d+ is out of range$"):
        add_months(start, months)
