"""Personal data: what the rosters hold and the library neither needs, shows nor keeps.

Messages about a roster travel by mail and lie in logs. They name the cell; what stands in it they show only where
it does not look like somebody's name, number or address.
"""

import re
from operator import mul

from rsnms.domain.fact import Fact, FactType

_HIDDEN_FACTS = {"birth_date"}
_DATE = re.compile(r"\b(?:\d{1,2}([./])\d{1,2}\1\d{2,4}|\d{4}-\d{2}-\d{2})\b(?:[T ]\d{2}:\d{2}(?::\d{2})?)?")
_MANY_DIGITS = 6
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"@",
        r"(?i)\w(?:ович|евич|ьич|овна|евна|ична)\b|\b(?:оглы|кызы)\b",
        r"[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.|\b[А-ЯЁ]\.\s?[А-ЯЁ]?\.?\s?[А-ЯЁ][а-яё]+",
        r"^\W*[А-ЯЁ][а-яё-]+(?:\s+[А-ЯЁ][а-яё-]+){1,2}\W*$",
        r"(?i)^\W*[а-яё-]+(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая|ой)|енко|[чщ]?ук|юк|ян|дзе|швили)\W*$",
        r"(?i)\b(?:ул|улица|д|кв|пр-т|пер)\.\s*\S+.*\d",
    )
)


def looks_personal(text: str) -> bool:
    """Whether a text has the look of a name, a number of a document or telephone, or an address."""
    digits = sum(map(str.isdigit, _DATE.sub("", text)))
    return digits >= _MANY_DIGITS or any(pattern.search(text) for pattern in _PATTERNS)


def hides(fact: Fact) -> bool:
    """Whether messages never show what was found for a fact: it is personal, or free text that may hold anything."""
    return fact.name.rpartition(".")[2] in _HIDDEN_FACTS or fact.type in (FactType.TEXT, FactType.TEXTS)


def snils_digits(text: str) -> str | None:
    """The eleven digits of a СНИЛС (personal insurance number); ``None`` where the text does not have its form.

    Excel drops leading zeros of numbers: up to two are put back. The control number is checked.
    """
    if not _SNILS.fullmatch(text):
        return None
    digits = "".join(filter(str.isdecimal, text)).zfill(11)
    return digits if digits.strip("0") and _control_holds(digits[:9], int(digits[9:])) else None


_SNILS = re.compile(r"\s*(?:\d{3}[-\s]?\d{3}[-\s]?\d{3}[-\s]?\d{2}|\d{9,10})\s*", re.ASCII)
_WITHOUT_CONTROL = 1_001_998
"""Numbers up to this one were given before there was a control number."""


def _control_holds(number: str, control: int) -> bool:
    weighted = sum(map(mul, map(int, number), range(9, 0, -1)))
    return int(number) <= _WITHOUT_CONTROL or weighted % 101 % 100 == control
