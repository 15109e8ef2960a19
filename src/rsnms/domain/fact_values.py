"""Values of facts as they are written in Python and in policies, read strictly by the type of the fact."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from rsnms.domain.span import Span

if TYPE_CHECKING:
    from rsnms.domain.fact import Atom, Fact

MAX_INTEGER = 10**15
"""Larger integers are refused: every engine holds those below exactly."""
MAX_DIGITS = 15
"""Significant digits of a number that every engine holds exactly."""


def clean(text: str) -> str:
    """Return a text in canonical Unicode with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def read_date(text: str) -> date | None:
    """Read a date written ``2024-02-29``; ``None`` where it is not written so or does not exist."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def atom_of(fact: "Fact", value: object) -> "Atom":
    """The atom of a Python value, whatever the fact's range.

    Raises:
        BadValueError: the value is not of the fact's type, or not listed.
    """
    return _FROM_PYTHON[fact.type](fact, value)


def value_in(fact: "Fact", text: str) -> "Atom | Span":
    """What the text of a policy says; durations come back as :class:`Span`.

    Raises:
        BadValueError: the text does not say a value of the fact's type.
    """
    return _FROM_TEXT[fact.type](fact, text)


def _from_boolean(fact: "Fact", value: object) -> "Atom":
    if isinstance(value, bool):
        return value
    raise fact.refuse(value)


def _from_integer(fact: "Fact", value: object) -> "Atom":
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= MAX_INTEGER:
        return value
    raise fact.refuse(value)


def _from_number(fact: "Fact", value: object) -> "Atom":
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise fact.refuse(value)
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not _exact(number):
        raise fact.refuse(value)
    return float(number)


def _exact(number: Decimal) -> bool:
    return number.is_finite() and abs(number) <= MAX_INTEGER and len(number.normalize().as_tuple().digits) <= MAX_DIGITS


def _from_date(fact: "Fact", value: object) -> "Atom":
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise fact.refuse(value)


def _from_duration(fact: "Fact", value: object) -> "Atom":
    if isinstance(value, Span):
        return value.months
    raise fact.refuse(value)


def _from_choice(fact: "Fact", value: object) -> "Atom":
    listed = fact.value(value) if isinstance(value, str) else None
    if listed is not None:
        return str(listed.id)
    raise fact.refuse(value)


def _from_text_value(fact: "Fact", value: object) -> "Atom":
    if isinstance(value, str) and clean(value):
        return clean(value)
    raise fact.refuse(value)


def _members(read: "Callable[[Fact, object], Atom]") -> "Callable[[Fact, object], Atom]":
    def from_set(fact: "Fact", value: object) -> "Atom":
        if isinstance(value, str) or not isinstance(value, Iterable):
            raise fact.refuse(value)
        return frozenset(str(read(fact, member)) for member in value)

    return from_set


def _read_boolean(fact: "Fact", text: str) -> "Atom":
    if text in ("true", "false"):
        return text == "true"
    raise fact.refuse(text)


def _read_integer(fact: "Fact", text: str) -> "Atom":
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,15})", text):
        return _from_integer(fact, int(text))
    raise fact.refuse(text)


def _read_number(fact: "Fact", text: str) -> "Atom":
    if not re.fullmatch(r"-?[0-9]{1,16}(\.[0-9]{1,16})?", text):
        raise fact.refuse(text)
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise fact.refuse(text) from None
    if not _exact(number) or not math.isfinite(float(number)):
        raise fact.refuse(text)
    return float(number)


def _read_day(fact: "Fact", text: str) -> "Atom":
    day = read_date(text)
    if day is None:
        raise fact.refuse(text)
    return day


def _read_duration(fact: "Fact", text: str) -> Span:
    span = Span.parse(text)
    if span is None:
        raise fact.refuse(text)
    return span


_FROM_PYTHON: "dict[str, Callable[[Fact, object], Atom]]" = {
    "boolean": _from_boolean,
    "integer": _from_integer,
    "number": _from_number,
    "date": _from_date,
    "duration": _from_duration,
    "choice": _from_choice,
    "choices": _members(_from_choice),
    "text": _from_text_value,
    "texts": _members(_from_text_value),
}
"""By the type of the fact."""
_FROM_TEXT: "dict[str, Callable[[Fact, str], Atom | Span]]" = {
    "boolean": _read_boolean,
    "integer": _read_integer,
    "number": _read_number,
    "date": _read_day,
    "duration": _read_duration,
    "choice": _from_choice,
    "choices": _from_choice,
    "text": _from_text_value,
    "texts": _from_text_value,
}
