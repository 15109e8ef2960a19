"""Targets compared: whether one lets pass what another one does not."""

from collections.abc import Iterator
from datetime import date

from rsnms.domain.target import Amount, Target


def is_weaker(target: Target | None, than: Target | None) -> bool:
    """Whether on some day a target asks for less than another one, or for nothing where the other asks.

    Amounts that bound from different sides do not compare.
    """
    if than is None:
        return False
    if target is None:
        return True
    return any(_asks_less(target, than, day) for day in _days(target, than))


def _asks_less(target: Target, than: Target, day: date) -> bool:
    asked, other = _asked_on(target, day), _asked_on(than, day)
    if other is None:
        return False
    if asked is None:
        return True
    amount, floor = asked[0], other[0]
    if floor is None or amount is None:
        return amount is None and floor is not None
    return amount.weaker_than(floor)


def _days(*targets: Target) -> Iterator[date]:
    """The days on which something falls due, and a year in which whatever recurs does."""
    years = {year for target in targets for year in _years(target)}
    yield from (target.by for target in targets if target.by is not None)
    yield from (date(year, 12, 31) for year in sorted({*years, max(years, default=1) + 1}))


def _years(target: Target) -> Iterator[int]:
    if target.by is not None:
        yield target.by.year
    yield from (year for year in (target.every_year_from, target.last_year) if year is not None)
    yield from (year for year, _ in target.steps)


def _asked_on(target: Target, day: date) -> tuple[Amount | None] | None:
    """What has to be reached on a day: an amount, none of a state, or nothing at all."""
    if target.by is not None:
        return (target.amount,) if target.by <= day else None
    if target.every_year_from is not None:
        is_year = target.every_year_from <= day.year <= (target.last_year or day.year)
        return (target.amount,) if is_year and (day.month, day.day) == (12, 31) else None
    due = [amount for year, amount in target.steps if date(year, 12, 31) <= day]
    return (due[-1],) if due else None
