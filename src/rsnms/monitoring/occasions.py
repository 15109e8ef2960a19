"""Occasions (сроки исполнения): when a duty is due, one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rsnms.domain.period import Period, full_periods
from rsnms.monitoring.duties import Duty


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time, and one place, for which a duty has to be done."""

    duty: Duty
    due: date | None = None
    """The last day on which it is done in time; ``None`` where the act names no date."""
    period: Period | None = None
    """The calendar period in which it has to be done, where it is periodic."""
    place: str | None = None
    """The municipality or organisation, where each has to do it."""

    @property
    def opens(self) -> date | None:
        """The first day of its time."""
        return self.period.first if self.period else self.duty.schedule.since


def occasions(duty: Duty, on: date, places: Sequence[str | None] = (None,)) -> Iterator[Occasion]:
    """The occasions of a duty up to a day and the next one after it, for each of the places.

    A periodic duty has one for each full calendar period of its life: neither the period in which its act came into
    force part-way counts, nor one that ends after the duty does. Where nobody knows when it began to bind, there is
    none. Any other duty has just one, with or without a day.
    """
    for place in places:
        if duty.schedule.every is None:
            yield Occasion(duty, duty.schedule.due, place=place)
        else:
            for period in (*periods(duty, on), *following(duty, on)):
                yield Occasion(duty, period.last, period, place)


def occasions_within(duty: Duty, first: date, last: date) -> Iterator[Occasion]:
    """The occasions whose due day lies in a window, both days included; what each place has to do is one of them."""
    if duty.schedule.every is None:
        if duty.schedule.due is not None and first <= duty.schedule.due <= last:
            yield Occasion(duty, duty.schedule.due)
    else:
        yield from (Occasion(duty, one.last, one) for one in periods(duty, last) if first <= one.last <= last)


def periods(duty: Duty, on: date) -> tuple[Period, ...]:
    """The full periods of a periodic duty that have begun by a day."""
    every, since = duty.schedule.every, duty.schedule.since
    if every is None or since is None:
        return ()
    return tuple(period for period in full_periods(every, since, on) if _ends_in_time(duty, period))


def following(duty: Duty, on: date) -> tuple[Period, ...]:
    """The first period that begins after a day; none where the duty ends before it is full."""
    every, since = duty.schedule.every, duty.schedule.since
    if every is None or since is None:
        return ()
    later = (period for period in full_periods(every, max(since, on), date.max) if period.first > on)
    return tuple(period for period in (next(later, None),) if period is not None and _ends_in_time(duty, period))


def asks_for(duty: Duty, period: Period) -> bool:
    """Whether a periodic duty has to be done in a period; where nobody knows since when, in any."""
    since = duty.schedule.since
    return (since is None or since <= period.first) and _ends_in_time(duty, period)


def _ends_in_time(duty: Duty, period: Period) -> bool:
    return duty.until is None or period.last <= duty.until
