"""Spans of time the way acts and personnel files write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms.domain import Span

SPANS = st.one_of(
    st.builds(Span, st.integers(0, 1500)), st.integers(0, 125).map(lambda years: Span(years * 12, whole_years=True))
)


@pytest.mark.parametrize(
    ("text", "months", "whole_years"),
    [
        ("5 years", 60, True),
        ("1 year", 12, True),
        ("0 years", 0, True),
        ("2 years 6 months", 30, False),
        ("2 years and 6 months", 30, False),
        ("2 years, 6 months", 30, False),
        ("18 months", 18, False),
        ("24 months", 24, False),
        ("5 years 0 months", 60, False),
        ("1 month", 1, False),
        ("5 лет", 60, True),
        ("1 год", 12, True),
        ("2 года", 24, True),
        ("5 л.", 60, True),
        ("5 г", 60, True),
        ("12 лет 3 месяца", 147, False),
        ("12 лет 3 мес.", 147, False),
        ("12 лет, 3 мес", 147, False),
        ("2 года и 6 месяцев", 30, False),
        ("12л 3м", 147, False),
        ("12лет3мес", 147, False),
        ("1 месяц", 1, False),
        ("18 месяцев", 18, False),
        ("  5 ЛЕТ ", 60, True),
        ("5 лет 18 месяцев", 78, False),
    ],
)
def test_a_span_is_read(text, months, whole_years):
    assert Span.parse(text) == Span(months, whole_years)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "5",
        "five years",
        "5 дней",
        "-5 years",
        "5.5 years",
        "5,5 лет",
        "5 years,",
        "5 years and",
        ", 6 months",
        "и 6 месяцев",
        "6 months 5 years",
        "5 лет 3",
        "5 years 6 years",
        "3 months 3 months",
        "12345 years",
        "лет",
        "5 years ago",
        "около 5 лет",
        "٥ лет",
        "5 лет\n3 года",
        "P5Y",
    ],
)
def test_garbage_is_no_span(text):
    assert Span.parse(text) is None


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span.of(5), "5 years"),
        (Span.of(1), "1 year"),
        (Span.of(2, 6), "2 years 6 months"),
        (Span.of(1, 1), "1 year 1 month"),
        (Span.of(months=1), "1 month"),
        (Span.of(months=18), "1 year 6 months"),
        (Span(24), "24 months"),
        (Span(0), "0 months"),
        (Span.of(), "0 years"),
    ],
)
def test_a_span_prints_as_policies_write_it(span, text):
    assert str(span) == text


@given(SPANS)
def test_what_is_printed_is_read_back(span):
    assert Span.parse(str(span)) == span


@given(SPANS, SPANS)
def test_spans_are_in_one_order(one, other):
    assert (one < other) + (one == other) + (one > other) == 1
    assert (one <= other) == (one < other or one == other)
    if one.months < other.months:
        assert one < other


def test_a_span_has_years_and_months():
    assert Span(65).years_and_months == (5, 5)
    assert Span.of(3, 14) == Span(50)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Span(-1), "a span of time is not negative"),
        (lambda: Span(13, whole_years=True), "whole years are a multiple of 12 months"),
    ],
)
def test_an_impossible_span_is_refused(make, message):
    with pytest.raises(ValueError, match=f"^{message}$"):
        make()
