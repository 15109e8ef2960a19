"""Numbers, units, spans, dates and lists in the words of a Russian or an English document.

Russian counts take two cases. The nominative stands alone ("2 года", "5 лет"), the genitive after "не менее",
"более", "от … до" ("2 лет", "1 года").
"""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cache

from rsnms.domain.span import Span
from rsnms.domain.text import Lang, Unit

Number = int | float | Decimal

GROUPED_FROM = 10_000
"""Digits are grouped from here on: "2024" stays together, "12 345" does not."""


YEARS = Unit("год", "года", "лет", ("year", "years"))
MONTHS = Unit("месяц", "месяца", "месяцев", ("month", "months"))
DAYS = Unit("день", "дня", "дней", ("day", "days"))
ROWS = Unit("строка", "строки", "строк", ("row", "rows"))
PEOPLE = Unit("человек", "человека", "человек", ("person", "people"))
ERRORS = Unit("ошибка", "ошибки", "ошибок", ("error", "errors"))
CONDITIONS = Unit("условие", "условия", "условий", ("condition", "conditions"))


def count_words(number: Number, unit: Unit, lang: Lang = "ru", *, genitive: bool = False) -> str:
    """Write a number with its unit in the right form: "21 год", "не менее 21 года", "3,5 балла".

    A unit without English forms keeps the Russian ones in English too, as a :class:`Text` does.
    """
    digits = number_words(number, lang)
    if lang == "en" and unit.en:
        return f"{digits} {unit.en[_category(number, 'en') != 'one']}"
    word = _russian_form(number, unit, genitive=genitive)
    return f"{digits}{word}" if lang == "en" and word == "%" else f"{digits} {word}"


def _russian_form(number: Number, unit: Unit, *, genitive: bool) -> str:
    match _category(number, "ru"):
        case "one":
            return unit.few if genitive else unit.one
        case "few":
            return unit.many if genitive else unit.few
        case "many":
            return unit.many
    return unit.few


def number_words(number: Number, lang: Lang = "ru") -> str:
    """Write a number with all of its digits: "3,5" and "12 345" (with a no-break space), "3.5" and "12,345"."""
    from babel.numbers import format_decimal

    exact = _exact(number)
    if isinstance(exact, int) and abs(exact) < GROUPED_FROM:
        return str(exact)
    grouped = not -GROUPED_FROM < exact < GROUPED_FROM
    return format_decimal(exact, locale=lang, decimal_quantization=False, group_separator=grouped)


def _category(number: Number, lang: Lang) -> str:
    return _plural_rule(lang)(_exact(number))


@cache
def _plural_rule(lang: Lang) -> Callable[[int | Decimal], str]:
    from babel import Locale

    return Locale.parse(lang).plural_form


def _exact(number: Number) -> int | Decimal:
    decimal = Decimal(repr(number)) if isinstance(number, float) else Decimal(number)
    return int(decimal) if decimal == decimal.to_integral_value() else decimal


def span_words(span: Span | int, lang: Lang = "ru", genitive: bool = False) -> str:
    """Write a span, or a length in months: "5 лет", "2 года 6 месяцев", in the genitive "2 лет 6 месяцев".

    A span stated in full months keeps to months ("24 месяца"), because it compares otherwise than "2 года" does.
    """
    parts = (count_words(number, noun, lang, genitive=genitive) for number, noun in _span_parts(span))
    return " ".join(parts)


def _span_parts(span: Span | int) -> list[tuple[int, Unit]]:
    years, months = divmod(span, 12) if isinstance(span, int) else span.years_and_months
    if isinstance(span, Span) and not months:
        return [(years, YEARS)] if span.whole_years else [(span.months, MONTHS)]
    parts = [(years, YEARS), (months, MONTHS)]
    return [part for part in parts if part[0]] or [(0, MONTHS)]


def full_years_words(years: int, lang: Lang = "ru") -> str:
    """Write exactly so many full years: "1 полный год", "2 полных года", "5 полных лет"."""
    return count_words(years, _FULL_YEARS, lang)


_FULL_YEARS = Unit("полный год", "полных года", "полных лет", ("full year", "full years"))
"""For the nominative alone: the genitive singular would be "полного года"."""


def span_ends(low: Span, high: Span, lang: Lang = "ru") -> tuple[str, str]:
    """Write the ends of a range in the genitive, the unit once where both share it: "2" and "5 лет"."""
    lows, highs = _span_parts(low), _span_parts(high)
    shared = len(lows) == len(highs) == 1 and lows[0][1] == highs[0][1]
    first = number_words(lows[0][0], lang) if shared else span_words(low, lang, genitive=True)
    return first, span_words(high, lang, genitive=True)


def date_words(day: date, lang: Lang = "ru") -> str:
    """Write a date: "01.07.2024", in English "1 July 2024"."""
    from babel.dates import format_date

    return format_date(day, "d MMMM y" if lang == "en" else "dd.MM.yyyy", locale=lang)


def quoted(text: str, lang: Lang = "ru") -> str:
    """Put a text in quotation marks: «ёлочки», in English “curly ones”."""
    return f"“{text}”" if lang == "en" else f"«{text}»"


def list_words(items: Iterable[str]) -> str:
    """Write a list: "первая, высшая"; semicolons part items that have commas of their own."""
    listed = list(items)
    return ("; " if any("," in item for item in listed) else ", ").join(listed)


def capitalised(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def mid_sentence(text: str) -> str:
    """Put a text inside a sentence: its first letter is small, unless it begins with an abbreviation ("ИКТ")."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
