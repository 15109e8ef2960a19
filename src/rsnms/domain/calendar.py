"""Calendar arithmetic in full months, the one way the whole library counts time.

A month that starts on a day the target month lacks ends on that month's last day (Civil Code of the Russian
Federation, art. 192 cl. 3): one month from 31 January is 28 or 29 February.
"""

from calendar import monthrange
from datetime import date


def add_months(start: date, months: int) -> date:
    """Return the day on which ``months`` full months from ``start`` are complete (``months`` may be negative).

    Raises:
        ValueError: the result lies outside the years 1 to 9999.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, last_day(year, month + 1)))


def full_months(start: date, end: date) -> int:
    """Return how many full months lie between two days: the largest ``n`` with ``add_months(start, n) <= end``."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day and not is_month_end(end))


def is_month_end(day: date) -> bool:
    """Tell whether ``day`` is the last of its month."""
    return day.day == last_day(day.year, day.month)


def last_day(year: int, month: int) -> int:
    """Return the number of the last day of a month.

    Raises:
        ValueError: the year lies outside 1 to 9999.
    """
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    return monthrange(year, month)[1]
