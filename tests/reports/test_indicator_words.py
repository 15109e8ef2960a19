"""Indicators in words: nothing rounded over a target, right plurals, dates that have passed."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms.domain.fact import About, Fact, FactType
from rsnms.domain.level import Level
from rsnms.domain.target import Amount, Bound, Milestone, Target
from rsnms.domain.text import Text, Unit
from rsnms.monitoring.counts import Bounded
from rsnms.monitoring.forecast import Forecast
from rsnms.monitoring.indicators import Measured
from rsnms.monitoring.measuring import Measurement, Part, Status
from rsnms.policy.conditions import Comparison, Op
from rsnms.policy.indicators import Indicator, Population, Ratio, Share, State, Tally
from rsnms.policy.model import Policy
from rsnms.reports.indicator_words import (
    bounds_words,
    forecast_words,
    gap_words,
    status_words,
    target_words,
    unknown_words,
    value_words,
)

TRAINED = Fact("trained", FactType.BOOLEAN, Text("Обучен", "Trained"))
SHARE = Share(About.PERSON, None, Comparison(TRAINED, Op.IS, True))
LOAD = Ratio(Population(About.PERSON), Population(About.METHODIST))
POLICY = Policy("x", Text("Край"), Level.REGIONAL, facts={"trained": TRAINED})
TEN = Amount(Bound.AT_LEAST, Fraction(1, 10))


def indicator(measure=SHARE, target=None, unit=None, floor_from=None):
    return Indicator(
        "i", Text("Обучены", "Trained"), "x", measure=measure, target=target, unit=unit, floor_from=floor_from
    )


def part(value="1/4", low=None, high=None, *, status=Status.PENDING, gap=None, unknown=0):
    value = Fraction(value)
    bounds = Bounded(value, Fraction(low) if low else value, Fraction(high) if high else value)
    return Part(1, 4, unknown, bounds, status, gap)


def measured(*measurements, of=None):
    return Measured(of or indicator(), measurements)


@pytest.mark.parametrize(
    ("measure", "value", "ru", "en"),
    [
        (SHARE, Fraction("0.09996"), "9,99 %", "9.99%"),
        (SHARE, Fraction(1, 10), "10 %", "10%"),
        (SHARE, Fraction(1, 3), "33,33 %", "33.33%"),
        (LOAD, Fraction(2503, 10), "250,3", "250.3"),
        (LOAD, Fraction(250), "250", "250"),
        (Tally(About.TEAM), Fraction(3), "3", "3"),
        (State(), Fraction(1), "да", "yes"),
        (State(), Fraction(0), "нет", "no"),
        (SHARE, None, "—", "—"),
    ],
)
def test_values(measure, value, ru, en) -> None:
    assert (value_words(indicator(measure), value), value_words(indicator(measure), value, "en")) == (ru, en)


@given(st.fractions(0, 1, max_denominator=10**6))
def test_a_share_is_never_shown_as_more_than_it_is_and_a_bound_never_as_less(value) -> None:
    def read(text):
        return Fraction(text.removesuffix(" %").replace(",", ".")) / 100

    assert read(value_words(indicator(), value)) <= value
    assert read(value_words(indicator(), value, upwards=True)) >= value


def test_bounds_are_shown_where_something_is_open() -> None:
    assert bounds_words(indicator(), part()) == ""
    assert bounds_words(indicator(), part("1/4", "1/4", "1/3")) == "25 % … 33,34 %"
    open_above = Part(5, 0, 1, Bounded(None, Fraction(5), None))
    assert bounds_words(indicator(LOAD), open_above) == "от 5"
    assert bounds_words(indicator(LOAD), open_above, "en") == "from 5"


@pytest.mark.parametrize(
    ("target", "ru", "en"),
    [
        (None, "в источнике не указана", "not specified in the source"),
        (Target(TEN, date(2024, 12, 31)), "не менее 10 %, к концу 2024", "at least 10%, by the end of 2024"),
        (Target(TEN, date(2024, 6, 1)), "не менее 10 %, к 01.06.2024", "at least 10%, by 1 June 2024"),
        (Target(TEN, every_year_from=2022), "не менее 10 %, каждый год с 2022", "at least 10%, each year from 2022"),
        (Target(every_year_from=2021), "каждый год с 2021", "each year from 2021"),
        (
            Target(steps=((2023, TEN), (2024, Amount(Bound.AT_LEAST, Fraction(1, 5))))),
            "2023: не менее 10 %, 2024: не менее 20 %",
            "2023: at least 10%, 2024: at least 20%",
        ),
    ],
)
def test_targets(target, ru, en) -> None:
    assert (target_words(target, indicator()), target_words(target, indicator(), "en")) == (ru, en)


def test_a_floor_is_shown_with_the_act_that_sets_it() -> None:
    target = Target(TEN, date(2024, 12, 31), floor=Amount(Bound.AT_LEAST, Fraction(1, 20)))
    said = target_words(target, indicator(floor_from=Text("приказ № 1")))
    assert said == "не менее 10 %, к концу 2024, граница сверху: не менее 5 % (приказ № 1)"


@pytest.mark.parametrize(
    ("gap", "ru", "en"),
    [
        (1, "ещё 1 педагог", "1 more teacher"),
        (3, "ещё 3 педагога", "3 more teachers"),
        (37, "ещё 37 педагогов", "37 more teachers"),
    ],
)
def test_gaps_count_in_the_right_form(gap, ru, en) -> None:
    asked = indicator(unit=Unit("педагог", "педагога", "педагогов", ("teacher", "teachers")))
    assert (gap_words(asked, gap), gap_words(asked, gap, "en")) == (ru, en)


def test_a_gap_counts_what_is_missing() -> None:
    load = indicator(LOAD, Target(Amount(Bound.AT_MOST, Fraction(250)), date(2024, 12, 31)))
    assert gap_words(load, 2) == "ещё 2 методиста"
    assert gap_words(indicator(Tally(About.TEAM)), 5) == "ещё 5 команд"
    few = indicator(Tally(About.TEAM), Target(Amount(Bound.AT_MOST, Fraction(3)), date(2024, 12, 31)))
    assert gap_words(few, 2) == "лишние: 2 команды"


def test_what_is_said_of_a_day_that_has_passed_and_of_earlier_years() -> None:
    def year(number, status):
        due = date(number, 12, 31)
        return Measurement(due, Milestone(due, TEN, date(number, 1, 1)), part(status=status))

    now = Measurement(date(2024, 11, 15), Milestone(date(2024, 12, 31), TEN, date(2024, 1, 1)), part())
    found = measured(year(2022, Status.MISSED), year(2023, Status.MET), now)
    assert status_words(found) == "ещё не достигнут; 2022 ✗, 2023 ✓"
    assert status_words(measured(year(2022, Status.MISSED))) == "не достигнут (срок прошёл 31.12.2022)"
    assert status_words(measured(year(2022, Status.MET)), "en") == "met (the day passed on 31 December 2022)"
    nothing = Measurement(date(2024, 11, 15), now.milestone, None, "no-table", ("people", "teams"))
    assert status_words(measured(nothing)) == "нельзя определить (нет таблиц: people, teams)"


def test_rows_of_which_something_is_not_known_are_counted_by_fact() -> None:
    lacking = Measurement(date(2024, 11, 15), None, part(unknown=3), missing={"trained": 3})
    assert unknown_words(lacking, POLICY) == "3 строки: Обучен (3)"
    assert unknown_words(lacking, POLICY, "en") == "3 rows: Trained (3)"
    assert unknown_words(Measurement(date(2024, 11, 15), None, part()), POLICY) == ""


def test_a_forecast_names_its_assumption() -> None:
    expected = Forecast(date(2024, 12, 31), Fraction(9, 100), False, 3, date(2024, 1, 1), date(2024, 11, 15))
    found = measured(Measurement(date(2024, 11, 15), None, part()))
    assert forecast_words(found, expected) == (
        "Обучены — прогноз на 31.12.2024: 9 %, цель не достигается (прямая по 3 замерам с 01.01.2024 по 15.11.2024; "
        "темп не изменится)"
    )
    assert forecast_words(found, expected, "en").endswith("the pace does not change)")
