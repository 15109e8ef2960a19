"""Experience: stated at a date or computed from employment periods."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from rsnms.domain import Period, Span, StatedExperience, WorkedExperience
from rsnms.domain.calendar import full_months

DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))
LENGTHS = st.none() | st.integers(0, 1500)


def period(start: date, length: int | None) -> Period:
    return Period(start=start, end=None if length is None else start + timedelta(days=length))


PERIODS = st.builds(period, DAYS, LENGTHS)


def worked(*spans: tuple[date, date | None]) -> WorkedExperience:
    return WorkedExperience(periods=tuple(Period(start=start, end=end) for start, end in spans))


# --- stated ----------------------------------------------------------------------------------------------------------


def test_stated_experience_grows_from_its_day():
    stated = StatedExperience(span=Span.of(4, 6), on=date(2024, 1, 1))

    days = [date(2024, 1, 1), date(2024, 1, 31), date(2024, 2, 1), date(2024, 6, 30), date(2024, 7, 1)]
    assert [stated.months_on(day) for day in days] == [54, 54, 55, 59, 60]


def test_stated_experience_says_nothing_about_the_days_before():
    stated = StatedExperience(span=Span.of(10), on=date(2024, 1, 1))

    assert stated.months_on(date(2023, 12, 31)) is None


def test_experience_that_has_ended_no_longer_grows():
    stated = StatedExperience(span=Span.of(10), on=date(2024, 1, 1), continuing=False)

    assert stated.months_on(date(2034, 1, 1)) == 120


def test_work_began_at_the_latest_when_the_stated_span_did():
    assert StatedExperience(span=Span.of(4, 6), on=date(2024, 1, 31)).began_by == date(2019, 7, 31)
    assert StatedExperience(span=Span.of(5000), on=date(2024, 1, 31)).began_by == date(1, 1, 31)


# --- worked ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spans", "day", "months"),
    [
        # A lasting period: the first month is full at the end of its last day.
        ([(date(2020, 9, 1), None)], date(2020, 8, 31), 0),
        ([(date(2020, 9, 1), None)], date(2020, 9, 29), 0),
        ([(date(2020, 9, 1), None)], date(2020, 9, 30), 1),
        ([(date(2020, 9, 1), None)], date(2025, 8, 30), 59),
        ([(date(2020, 9, 1), None)], date(2025, 8, 31), 60),
        # A closed one no longer grows.
        ([(date(2020, 9, 1), date(2021, 8, 31))], date(2030, 1, 1), 12),
        ([(date(2020, 9, 1), date(2020, 9, 1))], date(2030, 1, 1), 0),
        # Gaps do not count.
        ([(date(2020, 9, 1), date(2021, 8, 31)), (date(2022, 9, 1), date(2023, 8, 31))], date(2030, 1, 1), 24),
        # Overlapping and nested periods count once, adjacent ones go on.
        ([(date(2020, 9, 1), date(2021, 8, 31)), (date(2021, 3, 1), date(2022, 2, 28))], date(2030, 1, 1), 18),
        ([(date(2020, 9, 1), date(2022, 8, 31)), (date(2021, 3, 1), date(2021, 5, 31))], date(2030, 1, 1), 24),
        ([(date(2020, 9, 1), date(2020, 9, 14)), (date(2020, 9, 15), date(2020, 9, 30))], date(2030, 1, 1), 1),
        ([(date(2020, 9, 1), None), (date(2021, 9, 1), None)], date(2022, 8, 31), 24),
        # Broken months add up by thirty days.
        ([(date(2020, 9, 1), date(2020, 9, 15)), (date(2021, 9, 1), date(2021, 9, 15))], date(2030, 1, 1), 1),
        ([(date(2020, 9, 1), date(2020, 9, 15)), (date(2021, 9, 1), date(2021, 9, 14))], date(2030, 1, 1), 0),
        # A period that has not begun, or not ended yet, counts until the day asked about.
        ([(date(2025, 9, 1), None)], date(2024, 1, 1), 0),
        ([(date(2020, 9, 1), date(2025, 8, 31))], date(2021, 8, 31), 12),
        # Month ends: from 31 January a month is full on 28 February, or 27 with that day included.
        ([(date(2023, 1, 31), None)], date(2023, 2, 26), 0),
        ([(date(2023, 1, 31), None)], date(2023, 2, 27), 1),
        ([(date(2024, 2, 29), None)], date(2025, 2, 27), 12),
        ([], date(2024, 1, 1), 0),
    ],
)
def test_periods_add_up_to_full_months(spans, day, months):
    assert worked(*spans).months_on(day) == months


def test_a_lasting_period_counts_from_its_first_day_to_the_end_of_the_day_asked_about():
    start, day = date(2019, 11, 5), date(2024, 1, 1)

    assert worked((start, None)).months_on(day) == full_months(start, day + timedelta(days=1))


@settings(max_examples=300)
@given(st.lists(PERIODS, max_size=5), st.randoms(), DAYS)
def test_the_order_of_periods_does_not_matter(periods, random, day):
    shuffled = random.sample(periods, len(periods))

    assert WorkedExperience(periods=tuple(shuffled)).months_on(day) == WorkedExperience(
        periods=tuple(periods)
    ).months_on(day)


@settings(max_examples=300)
@given(st.lists(PERIODS, max_size=3), PERIODS, st.integers(1, 1500), DAYS)
def test_a_period_counts_as_much_in_two_adjacent_parts(others, whole, after, day):
    last = whole.start + timedelta(days=after - 1)
    if whole.end is not None and last >= whole.end:
        return
    parts = (Period(start=whole.start, end=last), Period(start=last + timedelta(days=1), end=whole.end))

    assert WorkedExperience(periods=(*others, *parts)).months_on(day) == WorkedExperience(
        periods=(*others, whole)
    ).months_on(day)


@settings(max_examples=300)
@given(st.lists(PERIODS, max_size=4), DAYS, st.integers(0, 400))
def test_experience_never_shrinks_with_time(periods, day, later):
    experience = WorkedExperience(periods=tuple(periods))

    assert experience.months_on(day) <= experience.months_on(day + timedelta(days=later))


@settings(max_examples=300)
@given(st.lists(PERIODS, max_size=4), PERIODS, DAYS)
def test_another_period_never_takes_experience_away_but_for_a_broken_month(periods, more, day):
    fewer, all_ = WorkedExperience(periods=tuple(periods)), WorkedExperience(periods=(*periods, more))

    assert all_.months_on(day) >= fewer.months_on(day) - 1


def test_work_began_on_the_first_day_of_all_periods():
    assert worked((date(2022, 9, 1), None), (date(2020, 9, 1), date(2021, 1, 1))).began_by == date(2020, 9, 1)
    assert worked().began_by is None


def test_a_period_does_not_end_before_its_start():
    with pytest.raises(ValidationError, match="the period ends on 2020-08-31, before its start on 2020-09-01"):
        Period(start=date(2020, 9, 1), end=date(2020, 8, 31))
