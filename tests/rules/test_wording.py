"""Numbers, units, spans, dates and lists in words."""

import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms.domain.span import Span
from rsnms.domain.text import Unit
from rsnms.rules.wording import (
    CONDITIONS,
    DAYS,
    ERRORS,
    MONTHS,
    PEOPLE,
    ROWS,
    YEARS,
    capitalised,
    count_words,
    date_words,
    full_years_words,
    list_words,
    mid_sentence,
    number_words,
    quoted,
    span_ends,
    span_words,
)

POINTS = Unit("балл", "балла", "баллов")
NOUNS = [YEARS, MONTHS, DAYS, ROWS, PEOPLE, ERRORS, CONDITIONS]

ONE = {1, 21, 101, 121}
FEW = {2, 3, 4, 22, 23, 24, 102, 103, 104, 122, 123, 124}
COUNTED = [*range(26), *range(100, 126)]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.en[0])
@pytest.mark.parametrize("number", COUNTED)
def test_russian_forms_follow_the_numeral(noun, number):
    nominative = noun.one if number in ONE else noun.few if number in FEW else noun.many
    genitive = noun.few if number in ONE else noun.many
    assert count_words(number, noun) == f"{number} {nominative}"
    assert count_words(number, noun, genitive=True) == f"{number} {genitive}"


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.en[0])
@pytest.mark.parametrize("number", COUNTED)
def test_english_forms_follow_the_number(noun, number):
    assert count_words(number, noun, "en") == f"{number} {noun.en[0] if number == 1 else noun.en[1]}"


@pytest.mark.parametrize(
    ("number", "unit", "nominative", "genitive"),
    [
        (1, YEARS, "1 год", "1 года"),
        (2, YEARS, "2 года", "2 лет"),
        (5, YEARS, "5 лет", "5 лет"),
        (11, YEARS, "11 лет", "11 лет"),
        (21, YEARS, "21 год", "21 года"),
        (22, YEARS, "22 года", "22 лет"),
        (111, YEARS, "111 лет", "111 лет"),
        (1, MONTHS, "1 месяц", "1 месяца"),
        (2, MONTHS, "2 месяца", "2 месяцев"),
        (6, MONTHS, "6 месяцев", "6 месяцев"),
        (1, DAYS, "1 день", "1 дня"),
        (3, DAYS, "3 дня", "3 дней"),
        (1, ROWS, "1 строка", "1 строки"),
        (2, ROWS, "2 строки", "2 строк"),
        (1, PEOPLE, "1 человек", "1 человека"),
        (2, PEOPLE, "2 человека", "2 человек"),
        (5, PEOPLE, "5 человек", "5 человек"),
        (1, ERRORS, "1 ошибка", "1 ошибки"),
        (4, ERRORS, "4 ошибки", "4 ошибок"),
        (0, ERRORS, "0 ошибок", "0 ошибок"),
        (1, POINTS, "1 балл", "1 балла"),
        (-2, POINTS, "-2 балла", "-2 баллов"),
        (3.5, POINTS, "3,5 балла", "3,5 балла"),
        (21.1, POINTS, "21,1 балла", "21,1 балла"),
        (5.0, POINTS, "5 баллов", "5 баллов"),
        (Decimal("0.25"), POINTS, "0,25 балла", "0,25 балла"),
        (72, Unit.invariable("%"), "72 %", "72 %"),
        (1, Unit.invariable("ч"), "1 ч", "1 ч"),
        (12345, ROWS, "12\xa0345 строк", "12\xa0345 строк"),
    ],
)
def test_counts_in_russian(number, unit, nominative, genitive):
    assert count_words(number, unit) == nominative
    assert count_words(number, unit, genitive=True) == genitive


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        (1, PEOPLE, "1 person"),
        (2, PEOPLE, "2 people"),
        (1.5, YEARS, "1.5 years"),
        (21, DAYS, "21 days"),
        (12345, ROWS, "12,345 rows"),
        (72, Unit.invariable("%"), "72%"),
        (5, POINTS, "5 баллов"),
    ],
)
def test_counts_in_english(number, unit, expected):
    assert count_words(number, unit, "en") == expected
    assert count_words(number, unit, "en", genitive=unit is not POINTS) == expected


@pytest.mark.parametrize(
    ("number", "ru", "en"),
    [
        (0, "0", "0"),
        (-0.0, "0", "0"),
        (2024, "2024", "2024"),
        (-9999, "-9999", "-9999"),
        (10_000, "10\xa0000", "10,000"),
        (10**15, "1\xa0000\xa0000\xa0000\xa0000\xa0000", "1,000,000,000,000,000"),
        (3.5, "3,5", "3.5"),
        (2024.5, "2024,5", "2024.5"),
        (-1234567.891, "-1\xa0234\xa0567,891", "-1,234,567.891"),
        (0.0000001, "0,0000001", "0.0000001"),
        (Decimal("1.10"), "1,1", "1.1"),
    ],
)
def test_numbers(number, ru, en):
    assert number_words(number) == ru
    assert number_words(number, "en") == en


@given(st.floats(-1e15, 1e15).map(lambda number: float(f"{number:.14g}")) | st.integers(-(10**15), 10**15))
def test_no_digit_is_lost(number):
    assert float(number_words(number).replace("\xa0", "").replace(",", ".")) == number
    assert float(number_words(number, "en").replace(",", "")) == number


@pytest.mark.parametrize(
    ("span", "nominative", "genitive", "en"),
    [
        (0, "0 месяцев", "0 месяцев", "0 months"),
        (1, "1 месяц", "1 месяца", "1 month"),
        (12, "1 год", "1 года", "1 year"),
        (30, "2 года 6 месяцев", "2 лет 6 месяцев", "2 years 6 months"),
        (54, "4 года 6 месяцев", "4 лет 6 месяцев", "4 years 6 months"),
        (253, "21 год 1 месяц", "21 года 1 месяца", "21 years 1 month"),
        (Span.of(5), "5 лет", "5 лет", "5 years"),
        (Span.of(0), "0 лет", "0 лет", "0 years"),
        (Span.of(2, 6), "2 года 6 месяцев", "2 лет 6 месяцев", "2 years 6 months"),
        (Span(6), "6 месяцев", "6 месяцев", "6 months"),
        (Span(0), "0 месяцев", "0 месяцев", "0 months"),
        (Span(24), "24 месяца", "24 месяцев", "24 months"),
    ],
)
def test_spans(span, nominative, genitive, en):
    assert span_words(span) == nominative
    assert span_words(span, genitive=True) == genitive
    assert span_words(span, "en") == span_words(span, "en", genitive=True) == en


@given(st.builds(Span, st.integers(0, 1200)) | st.builds(Span.of, st.integers(0, 100)))
def test_a_span_reads_back_from_its_words(span):
    read = Span.parse(span_words(span))
    assert read is not None
    assert read.months == span.months


@pytest.mark.parametrize(
    ("low", "high", "ru", "en"),
    [
        (Span.of(2), Span.of(5), ("2", "5 лет"), ("2", "5 years")),
        (Span.of(1), Span.of(21), ("1", "21 года"), ("1", "21 years")),
        (Span(6), Span(8), ("6", "8 месяцев"), ("6", "8 months")),
        (Span(6), Span.of(2), ("6 месяцев", "2 лет"), ("6 months", "2 years")),
        (Span(30), Span(42), ("2 лет 6 месяцев", "3 лет 6 месяцев"), ("2 years 6 months", "3 years 6 months")),
        (Span(24), Span.of(3), ("24 месяцев", "3 лет"), ("24 months", "3 years")),
    ],
)
def test_ends_of_a_range_share_their_unit(low, high, ru, en):
    assert span_ends(low, high) == ru
    assert span_ends(low, high, "en") == en


@pytest.mark.parametrize(
    ("years", "ru", "en"),
    [
        (0, "0 полных лет", "0 full years"),
        (1, "1 полный год", "1 full year"),
        (2, "2 полных года", "2 full years"),
        (5, "5 полных лет", "5 full years"),
        (11, "11 полных лет", "11 full years"),
        (21, "21 полный год", "21 full years"),
    ],
)
def test_full_years(years, ru, en):
    assert full_years_words(years) == ru
    assert full_years_words(years, "en") == en


def test_dates():
    assert date_words(date(2024, 7, 1)) == "01.07.2024"
    assert date_words(date(2024, 7, 1), "en") == "1 July 2024"


def test_lists_and_quotes():
    assert list_words(["первая", "высшая"]) == "первая, высшая"
    assert list_words(["работник площадки, базовой школы", "тьютор"]) == "работник площадки, базовой школы; тьютор"
    assert list_words([]) == ""
    assert quoted("ёж") == "«ёж»"
    assert quoted("ёж", "en") == "“ёж”"


@pytest.mark.parametrize(
    ("text", "at_the_start", "inside"),
    [
        ("Стаж", "Стаж", "стаж"),
        ("стаж", "Стаж", "стаж"),
        ("ИКТ-компетентность", "ИКТ-компетентность", "ИКТ-компетентность"),
        ("A subject", "A subject", "a subject"),
        ("«Основа»", "«Основа»", "«Основа»"),
        ("", "", ""),
    ],
)
def test_first_letters(text, at_the_start, inside):
    assert capitalised(text) == at_the_start
    assert mid_sentence(text) == inside


def test_importing_words_does_not_import_babel():
    code = "import sys, rsnms.rules.words; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
