"""Calendar periods (отчётные периоды) in which something has to happen at least once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rsnms.domain.calendar import last_day


class Every(StrEnum):
    """How often (периодичность): at least once in each such calendar period."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"

    @property
    def months(self) -> int:
        """The length of the period in months."""
        return {"month": 1, "quarter": 3, "half-year": 6, "year": 12}[self]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar period, both days included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def period_of(every: Every, day: date) -> Period:
    """The calendar period in which a day lies: quarters begin in January, April, July and October."""
    month = (day.month - 1) // every.months * every.months + 1
    last = month + every.months - 1
    return Period(date(day.year, month, 1), date(day.year, last, last_day(day.year, last)))


def full_periods(every: Every, since: date, until: date) -> Iterator[Period]:
    """The periods that begin from ``since`` to ``until``; one that had begun before ``since`` is not whole."""
    period = period_of(every, since)
    if period.first == since <= until:
        yield period
    while period.last < until:
        period = period_of(every, period.last + timedelta(days=1))
        yield period
