"""Reporting periods the way people write them: "2024", "I квартал 2024", "1 полугодие 2024 г.", "январь 2024"."""

import re
from datetime import date

from rsnms.domain.period import Every, Period, period_of
from rsnms.domain.text import Lang, Text, Unit

_MONTHS_RU = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
_MONTHS_EN = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH_OF = {name: number for names in (_MONTHS_RU, _MONTHS_EN) for number, name in enumerate(names, 1)}
_ROMAN = ("I", "II", "III", "IV")
_ROMAN_OF = {numeral.lower(): number for number, numeral in enumerate(_ROMAN, 1)}
_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})"
_ENDING = r"(?:\s*(?:г\.?|год[ау]?))?"
_NUMBER = r"(?P<number>[1-4]|i{1,3}|iv)(?:-?[йе])?"
_UNITS = {Every.QUARTER: r"(?:квартал|кв\.?|quarter)", Every.HALF_YEAR: r"(?:полугодие|half-?year)"}
_SIGNS = {Every.QUARTER: r"q(?P<number>[1-4])", Every.HALF_YEAR: r"h(?P<number>[12])"}
_PATTERNS: tuple[tuple[Every, re.Pattern[str]], ...] = (
    (Every.YEAR, re.compile(_YEAR + _ENDING)),
    (Every.MONTH, re.compile(_YEAR + r"-(?P<number>0[1-9]|1[0-2])")),
    (Every.MONTH, re.compile(r"(?P<number>0[1-9]|1[0-2])\." + _YEAR)),
    (Every.MONTH, re.compile(rf"(?P<name>[a-zа-я]+)\s+{_YEAR}{_ENDING}")),
    *((every, re.compile(rf"{_NUMBER}\s*{unit}\s+{_YEAR}{_ENDING}")) for every, unit in _UNITS.items()),
    *((every, re.compile(rf"{_YEAR}\s*-?\s*{sign}")) for every, sign in _SIGNS.items()),
    *((every, re.compile(rf"{sign}\s+{_YEAR}")) for every, sign in _SIGNS.items()),
)


def read_period(text: str) -> Period | None:
    """Read a year, a half-year, a quarter or a month; ``None`` where the text is none of them."""
    said = " ".join(text.casefold().split())
    for every, pattern in _PATTERNS:
        match = pattern.fullmatch(said)
        if match is None:
            continue
        parts = match.groupdict()
        number = _MONTH_OF.get(parts["name"]) if "name" in parts else _number(parts.get("number"))
        if number is not None and number * every.months <= 12:
            return period_of(every, date(int(parts["year"]), number * every.months, 1))
    return None


def _number(text: str | None) -> int:
    """The number of a period in its year; a year is the only one."""
    return 1 if text is None else _ROMAN_OF.get(text) or int(text)


def length_of(period: Period) -> Every | None:
    """Which calendar period it is; ``None`` where it is none."""
    return next((every for every in Every if period_of(every, period.first) == period), None)


def period_words(period: Period, lang: Lang = "ru") -> str:
    """A period in words: "2024 год", "I квартал 2024", "январь 2024", in English "Q1 2024"."""
    every = length_of(period)
    number, year = (period.last.month - 1) // (every.months if every else 1), period.first.year
    ru = lang == "ru"
    match every:
        case Every.YEAR:
            return f"{year} год" if ru else str(year)
        case Every.HALF_YEAR:
            return f"{_ROMAN[number]} полугодие {year}" if ru else f"H{number + 1} {year}"
        case Every.QUARTER:
            return f"{_ROMAN[number]} квартал {year}" if ru else f"Q{number + 1} {year}"
        case Every.MONTH:
            return f"{_MONTHS_RU[number]} {year}" if ru else f"{_MONTHS_EN[number].capitalize()} {year}"
    return f"{period.first:%d.%m.%Y}–{period.last:%d.%m.%Y}" if ru else f"{period.first} to {period.last}"


def period_code(period: Period) -> str:
    """A period for machines: ``2024``, ``2024-H1``, ``2024-Q1``, ``2024-01``; :func:`read_period` reads it back."""
    every, year = length_of(period), period.first.year
    match every:
        case Every.YEAR:
            return str(year)
        case Every.HALF_YEAR | Every.QUARTER:
            return f"{year}-{'H' if every is Every.HALF_YEAR else 'Q'}{period.last.month // every.months}"
        case Every.MONTH:
            return f"{period.first:%Y-%m}"
    return f"{period.first}/{period.last}"


EVERY: dict[Every, Text] = {
    Every.MONTH: Text("не реже раза в месяц", "at least once a month"),
    Every.QUARTER: Text("не реже раза в квартал", "at least once a quarter"),
    Every.HALF_YEAR: Text("не реже раза в полугодие", "at least once a half-year"),
    Every.YEAR: Text("не реже раза в год", "at least once a year"),
}
UNITS: dict[Every, Unit] = {
    Every.MONTH: Unit("месяц", "месяца", "месяцев", ("month", "months")),
    Every.QUARTER: Unit("квартал", "квартала", "кварталов", ("quarter", "quarters")),
    Every.HALF_YEAR: Unit("полугодие", "полугодия", "полугодий", ("half-year", "half-years")),
    Every.YEAR: Unit("год", "года", "лет", ("year", "years")),
}
