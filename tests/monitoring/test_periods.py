from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms.domain.period import Every, Period, period_of
from rsnms.monitoring.periods import length_of, period_code, period_words, read_period


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("2024", "2024 год", "2024 г.", " 2024  года "), "2024"),
        (("2024-Q1", "2024 q1", "Q1 2024", "1 квартал 2024", "I квартал 2024 г.", "1-й кв. 2024 года"), "2024-Q1"),
        (("IV КВАРТАЛ 2024", "4 квартал 2024", "2024-Q4", "4 quarter 2024"), "2024-Q4"),
        (("1 полугодие 2024", "I полугодие 2024", "2024-H1", "H1 2024"), "2024-H1"),
        (("2 полугодие 2024", "2024-H2"), "2024-H2"),
        (("январь 2024", "Январь 2024 г.", "2024-01", "01.2024", "January 2024"), "2024-01"),
        (("декабрь 2024", "2024-12", "december 2024"), "2024-12"),
    ],
)
def test_a_period_is_read_the_way_people_write_it(texts, code):
    assert [period_code(read_period(text)) for text in texts] == [code] * len(texts)


@pytest.mark.parametrize(
    "text", ["", "24", "5 квартал 2024", "3 полугодие 2024", "2024-13", "13.2024", "янв 2024", "2024/2025", "I 2024"]
)
def test_what_is_no_period_is_not_guessed(text):
    assert read_period(text) is None


@pytest.mark.parametrize(
    ("every", "ru", "en"),
    [
        (Every.MONTH, "май 2024", "May 2024"),
        (Every.QUARTER, "II квартал 2024", "Q2 2024"),
        (Every.HALF_YEAR, "I полугодие 2024", "H1 2024"),
        (Every.YEAR, "2024 год", "2024"),
    ],
)
def test_a_period_in_words(every, ru, en):
    period = period_of(every, date(2024, 5, 9))
    assert (period_words(period), period_words(period, "en")) == (ru, en)


def test_any_other_span_is_named_by_its_days():
    span = Period(date(2024, 1, 1), date(2024, 1, 10))
    assert length_of(span) is None
    assert (period_words(span), period_words(span, "en")) == ("01.01.2024–10.01.2024", "2024-01-01 to 2024-01-10")
    assert period_code(span) == "2024-01-01/2024-01-10"


@given(st.sampled_from(Every), st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_words_and_codes_read_back(every, day):
    period = period_of(every, day)
    assert length_of(period) is every
    assert read_period(period_code(period)) == read_period(period_words(period)) == period
    assert read_period(period_words(period, "en")) == period
