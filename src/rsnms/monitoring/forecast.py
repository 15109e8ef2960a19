"""A forecast to the target date from earlier values, on a stated assumption: the pace stays what it was."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from rsnms.domain.fact_values import read_date
from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang, Text
from rsnms.monitoring.measuring import Measurement

ASSUMPTION = Text(
    "прямая по {points} замерам с {first} по {last}; темп не изменится",
    "a straight line through {points} values from {first} to {last}; the pace does not change",
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A value of an indicator in an earlier report."""

    indicator: str
    on: date
    value: Fraction


@dataclass(frozen=True, slots=True)
class Forecast:
    """The value to expect on the target date, and whether it reaches the target."""

    due: date
    value: Fraction
    reaches: bool | None
    """``None`` where the act gives no amount."""
    points: int
    first: date
    last: date


class EarlierReportError(InputError):
    """A file that is no report of indicators."""

    def __init__(self, file: str, reason: Text) -> None:
        self.file, self.reason = file, reason
        super().__init__(self.text())

    def text(self, lang: Lang = "ru") -> str:
        """What is wrong and how to mend it."""
        if lang == "en":
            return f"{self.file}: {self.reason.in_(lang)}; expected what 'rsnms indicators … --format json' wrote."
        return f"{self.file}: {self.reason.ru}; ожидается файл, записанный «rsnms indicators … --format json»."


def read_earlier(paths: Iterable[Path], policy: str) -> Iterator[Earlier]:
    """Read the values of earlier reports of a policy.

    Raises:
        EarlierReportError: a file is no such report, or one of another policy.
        OSError: a file cannot be read.
    """
    for path in paths:
        try:
            report = json.loads(path.read_text("utf-8"))
        except ValueError:
            raise EarlierReportError(path.name, Text("это не JSON", "this is no JSON")) from None
        day = read_date(str(report.get("on"))) if isinstance(report, dict) else None
        listed = report.get("indicators") if isinstance(report, dict) else None
        if day is None or not isinstance(listed, list):
            raise EarlierReportError(path.name, Text("нет ключей on и indicators", "no keys 'on' and 'indicators'"))
        if report.get("policy") != policy:
            reason = Text(
                f"это отчёт политики {report.get('policy')}", f"a report of the policy {report.get('policy')}"
            )
            raise EarlierReportError(path.name, reason)
        yield from _values(listed, day, path.name)


def _values(listed: Sequence[object], day: date, file: str) -> Iterator[Earlier]:
    for one in listed:
        current = one.get("current") if isinstance(one, dict) else None
        value = current.get("value") if isinstance(current, dict) else None
        if isinstance(one, dict) and isinstance(one.get("id"), str) and isinstance(value, int | float):
            yield Earlier(one["id"], day, Fraction(value).limit_denominator(10**9))
        elif not isinstance(one, dict) or "id" not in one:
            reason = Text("показатель без id", "an indicator without an id")
            raise EarlierReportError(file, reason)


def forecast(current: Measurement, earlier: Iterable[Earlier], on: date) -> Forecast | None:
    """Extend the line through earlier values and the current one to the target date.

    Of an indicator that counts each year by itself only the values of the year matter, with nothing on its first day.
    ``None`` where no target lies ahead, or no earlier value counts.
    """
    milestone, value = current.milestone, current.whole.value.value if current.whole else None
    if milestone is None or milestone.due <= on or value is None:
        return None
    points = {one.on: one.value for one in earlier if one.on < on}
    if milestone.since is not None:
        points = {day: known for day, known in points.items() if day > milestone.since}
    if not points:
        return None
    if milestone.since is not None:
        points[milestone.since] = Fraction(0)
    points[on] = value
    expected = max(Fraction(0), _line(points, milestone.due))
    if current.whole and current.whole.denominator is not None and value <= 1:
        expected = min(expected, Fraction(1))
    amount = milestone.amount
    days = sorted(points)
    reaches = amount.is_met_by(expected) if amount else None
    return Forecast(milestone.due, expected, reaches, len(points), days[0], days[-1])


def _line(points: dict[date, Fraction], day: date) -> Fraction:
    """The line of least squares through points, at a day."""
    xs = [Fraction(one.toordinal()) for one in points]
    ys = list(points.values())
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - middle_x) ** 2 for x in xs)
    slope = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True)) / spread
    return Fraction(middle_y + slope * (day.toordinal() - middle_x))
