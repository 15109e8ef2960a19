"""Forecasts: the line through earlier values, its assumption, and what is no earlier report."""

import json
from datetime import date
from fractions import Fraction

import pytest

from rsnms.domain.target import Amount, Bound, Milestone
from rsnms.monitoring.counts import Bounded
from rsnms.monitoring.forecast import Earlier, EarlierReportError, forecast, read_earlier
from rsnms.monitoring.measuring import Measurement, Part, Status

ON = date(2024, 7, 1)
DUE = date(2024, 12, 31)


def measured(value, *, amount="1/2", since=None, due=DUE, denominator=100):
    value = Fraction(value)
    bounded = Bounded(value, value, value)
    milestone = Milestone(due, Amount(Bound.AT_LEAST, Fraction(amount)) if amount else None, since)
    return Measurement(ON, milestone, Part(0, denominator, 0, bounded, Status.PENDING))


def earlier(value, on):
    return Earlier("i", on, Fraction(value))


def test_two_values_make_a_line_to_the_target_day() -> None:
    first = date(2024, 1, 1)
    found = forecast(measured("1/4"), [earlier(0, first)], ON)
    days = Fraction((DUE - first).days, (ON - first).days)
    assert found.value == Fraction(1, 4) * days
    assert (found.due, found.points, found.first, found.last) == (DUE, 2, first, ON)
    assert found.reaches


def test_a_share_grows_no_further_than_all_and_shrinks_no_further_than_none() -> None:
    assert forecast(measured("9/10"), [earlier(0, date(2024, 6, 1))], ON).value == 1
    fallen = forecast(measured("1/10"), [earlier("9/10", date(2024, 6, 1))], ON)
    assert (fallen.value, fallen.reaches) == (0, False)


def test_a_count_may_pass_any_number() -> None:
    assert forecast(measured(50, denominator=None, amount="60"), [earlier(0, date(2024, 6, 1))], ON).value > 100


def test_each_year_begins_with_nothing() -> None:
    yearly = measured("1/20", since=date(2024, 1, 1), amount="1/10")
    values = [earlier("1/5", date(2023, 12, 31)), earlier("1/40", date(2024, 4, 1))]
    found = forecast(yearly, values, ON)
    assert (found.points, found.first) == (3, date(2024, 1, 1))
    assert Fraction(9, 100) < found.value < Fraction(11, 100)


@pytest.mark.parametrize(
    ("current", "known"),
    [
        (measured("1/4"), []),
        (measured("1/4"), [earlier(0, ON)]),
        (measured("1/4", due=ON), [earlier(0, date(2024, 1, 1))]),
        (Measurement(ON, None, None), [earlier(0, date(2024, 1, 1))]),
        (measured("1/4", since=date(2024, 1, 1)), [earlier("1/8", date(2023, 6, 1))]),
    ],
    ids=["nothing earlier", "the same day", "no day to come", "no target", "last year's"],
)
def test_without_earlier_values_or_a_target_ahead_there_is_none(current, known) -> None:
    assert forecast(current, known, ON) is None


def test_without_an_amount_nothing_is_reached_or_missed() -> None:
    assert forecast(measured("1/4", amount=None), [earlier(0, date(2024, 1, 1))], ON).reaches is None


def report(tmp_path, text):
    path = tmp_path / "report.json"
    path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
    return path


def test_earlier_reports_are_read(tmp_path) -> None:
    indicators = [{"id": "i", "current": {"value": 0.25}}, {"id": "j", "current": {"value": None}}]
    path = report(tmp_path, {"policy": "ru/x", "on": "2024-01-31", "indicators": indicators})
    assert list(read_earlier([path], "ru/x")) == [earlier("1/4", date(2024, 1, 31))]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "report.json: это не JSON; ожидается файл, записанный «rsnms indicators … --format json»."),
        ("[]", "report.json: нет ключей on и indicators; ожидается"),
        ({"on": "31.01.2024", "indicators": []}, "report.json: нет ключей on и indicators; ожидается"),
        ({"policy": "ru/y", "on": "2024-01-31", "indicators": []}, "report.json: это отчёт политики ru/y; ожидается"),
        ({"policy": "ru/x", "on": "2024-01-31", "indicators": [1]}, "report.json: показатель без id; ожидается"),
    ],
)
def test_other_files_are_refused(tmp_path, content, said) -> None:
    with pytest.raises(EarlierReportError) as error:
        list(read_earlier([report(tmp_path, content)], "ru/x"))
    assert error.value.text().startswith(said)
    assert "expected what 'rsnms indicators … --format json' wrote" in error.value.text("en")
