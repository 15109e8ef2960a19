"""Professional experience (стаж): stated at a date, or computed from employment periods."""

from datetime import date, timedelta

from pydantic import model_validator

from rsnms.domain.base import Value
from rsnms.domain.calendar import add_months, full_months
from rsnms.domain.span import Span

_DAYS_IN_MONTH = 30
"""Broken months of several periods add up to months of thirty days, as personnel departments count."""


class StatedExperience(Value):
    """Experience as somebody stated it for a day; while ``continuing`` it grows with the calendar."""

    span: Span
    on: date
    continuing: bool = True

    def months_on(self, day: date) -> int | None:
        """Full months on ``day``; ``None`` before the day of the statement, about which it says nothing."""
        if day < self.on:
            return None
        return self.span.months + (full_months(self.on, day) if self.continuing else 0)

    @property
    def began_by(self) -> date:
        """The latest day on which the work can have begun, not before the first of the calendar."""
        return add_months(self.on, -min(self.span.months, full_months(date.min, self.on)))


class Period(Value):
    """A period of employment; without an ``end`` it still lasts. Both days count."""

    start: date
    end: date | None = None

    @model_validator(mode="after")
    def _end_after_start(self) -> "Period":
        if self.end is not None and self.end < self.start:
            raise ValueError(f"the period ends on {self.end}, before its start on {self.start}")
        return self


class WorkedExperience(Value):
    """Experience as the sum of employment periods: gaps do not count, overlaps count once."""

    periods: tuple[Period, ...]

    def months_on(self, day: date) -> int:
        """Full months worked up to and including ``day``."""
        whole = [(start, end, full_months(start, end)) for start, end in self._merged(day)]
        broken = [(end - add_months(start, months)).days for start, end, months in whole]
        joined = sum(broken) // _DAYS_IN_MONTH if len(broken) > 1 else 0
        return sum(months for *_, months in whole) + joined

    @property
    def began_by(self) -> date | None:
        """The first day of work."""
        return min((period.start for period in self.periods), default=None)

    def _merged(self, day: date) -> list[tuple[date, date]]:
        """Disjoint half-open intervals, in order, of the days worked until the end of ``day``."""
        after = day + timedelta(days=1)
        merged: list[tuple[date, date]] = []
        for period in sorted(self.periods, key=lambda period: period.start):
            start, end = period.start, min(period.end + timedelta(days=1) if period.end else after, after)
            if start >= end:
                continue
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged


Experience = StatedExperience | WorkedExperience
"""Either form of experience; both answer ``months_on`` a day."""
