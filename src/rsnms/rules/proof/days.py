"""Days as whole numbers in which order, full months and added months are plain arithmetic, exact to the day.

A day is ``month * 32 + day`` with months counted through the years. Then two days compare as their numbers do, months
are added by adding ``32 * months``, and full months between two days are a division without remainder, because a day
of the month is always less than 32. A month that begins on a day which the last month lacks is full on that month's
last day (see :mod:`rsnms.domain.calendar`): the last day of a month therefore counts as its thirty-first.
"""

from datetime import date
from typing import Any

from rsnms.domain.calendar import is_month_end, last_day

DAY = 32
"""Numbers that a month takes."""


def number(day: date) -> int:
    """The number of a day."""
    return (day.year * 12 + day.month - 1) * DAY + day.day


def closing_number(day: date) -> int:
    """The number by which a day closes months: the last of a month as its thirty-first."""
    return number(day) + (31 - day.day if is_month_end(day) else 0)


def from_number(coded: int) -> date:
    """The day of a number, which must be that of an existing day."""
    months, day = divmod(coded, DAY)
    return date(months // 12, months % 12 + 1, day)


def is_number(coded: int) -> bool:
    """Whether a number is that of an existing day."""
    months, day = divmod(coded, DAY)
    return 12 <= months < 120_000 and 1 <= day <= last_day(months // 12, months % 12 + 1)


def is_leap_day(coded: Any) -> Any:
    """Whether a number, or a Z3 one, is that of a 29 February."""
    return coded % (12 * DAY) == DAY + 29


def exists(z3: Any, coded: Any) -> Any:
    """The Z3 condition that a number is that of an existing day, leap years included."""
    months, day = coded / DAY, coded % DAY
    year, month = months / 12, months % 12
    leap = z3.And(year % 4 == 0, z3.Or(year % 100 != 0, year % 400 == 0))
    thirty = z3.Or(*(month == index for index in (3, 5, 8, 10)))
    return z3.And(
        months >= 12,
        months < 120_000,
        day >= 1,
        z3.Implies(month == 1, day <= z3.If(leap, 29, 28)),
        z3.Implies(thirty, day <= 30),
    )
