"""Dates the way people write them into rosters."""

import re
from datetime import date

_DOTTED = re.compile(r"(\d{1,2})\s?\.\s?(\d{1,2})\s?\.\s?(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?")
_NAMED = re.compile(r"«?(\d{1,2})»?\s+([а-яё]{3,8})\.?\s+(\d{4})")
_DOTTED_TIME = re.compile(r"(\d{1,2}\.\d{1,2}\.\d{4}) \d{1,2}:\d{2}(?::\d{2})?")
_YEAR_WORD = re.compile(r"\s*(?:г\.?|года?)$", re.IGNORECASE)
_SHORT = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_DOUBTFUL = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}")
_MONTHS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
_MONTH_OF = {stem + ending: number for number, stem in enumerate(_MONTHS, 1) for ending in ("я", "а")}


def read_day(text: str) -> date | str:
    """Read ``31.01.2024``, ``2024-01-31`` or ``31 января 2024 г.``, a time of day left out.

    Otherwise return the code of what is wrong: nothing is guessed about years of two digits or about ``01/02/2024``.
    """
    text = _YEAR_WORD.sub("", text.strip())
    if match := _DOTTED_TIME.fullmatch(text):
        text = match[1]
    if match := _DOTTED.fullmatch(text):
        return _day(match[3], match[2], match[1])
    if match := _ISO.fullmatch(text):
        return _day(match[1], match[2], match[3])
    if (match := _NAMED.fullmatch(text.lower())) and match[2] in _MONTH_OF:
        return _day(match[3], _MONTH_OF[match[2]], match[1])
    if _SHORT.fullmatch(text):
        return "short-year"
    return "doubtful-date" if _DOUBTFUL.fullmatch(text) else "wrong-value"


def _day(year: str, month: str | int, day: str) -> date | str:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return "impossible-date"
