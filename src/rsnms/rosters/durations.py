"""Lengths of time the way personnel departments write them."""

import re
from enum import StrEnum

from rsnms.domain.span import Span

_DAYS = re.compile(r"(?<=[\s.,а-яa-z])\s*(?:и\s+)?\d{1,2}\s*(?:дн(?:ей|я|\.)?|день|д\.?|days?)$", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,4})(?:[.,]0+)?")
_FRACTION = re.compile(r"\d{1,4}[.,]\d+(?:\s*(?:год(?:а|ов)?|лет|years?))?", re.IGNORECASE)
_BOTH = re.compile(r"[^\d]*\d+[^\d]+(\d+)[^\d]*")
_MONTHS_IN_YEAR = 12


class TimeUnit(StrEnum):
    """What a bare number of a column counts."""

    YEARS = "years"
    MONTHS = "months"


def read_months(text: str, unit: TimeUnit | None) -> int | str:
    """Read "12 лет 3 мес.", "12 л. 3 м. 15 д.", "5" as full months; days of a broken month do not count.

    ``unit`` is what a bare number counts, ``None`` where the heading leaves it open. Otherwise return the code of
    what is wrong: a fraction of years is not guessed.
    """
    text = " ".join(text.split())
    if number := _NUMBER.fullmatch(text):
        return bare_months(int(number[1]), unit)
    if _FRACTION.fullmatch(text):
        return "fraction-of-years"
    stated = _DAYS.sub("", text).rstrip(" ,")
    span = Span.parse(stated)
    if span is None:
        return "wrong-value"
    both = _BOTH.fullmatch(stated)
    return "many-months" if both and int(both[1]) >= _MONTHS_IN_YEAR else span.months


def bare_months(number: int, unit: TimeUnit | None) -> int | str:
    """The months that a bare number says, or the code of what is wrong."""
    if unit is None:
        return "unit-unclear"
    return number * _MONTHS_IN_YEAR if unit is TimeUnit.YEARS else number
