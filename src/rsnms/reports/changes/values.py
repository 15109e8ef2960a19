"""The values of keys that changed: in words for people, and plain for machines."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from rsnms.changes.canonical import CONDITIONS, stated, written
from rsnms.domain.level import Level
from rsnms.domain.subject import Modality, Statement
from rsnms.domain.target import Target
from rsnms.domain.text import Lang, Text
from rsnms.policy.indicators import Indicator
from rsnms.policy.stated import Ground
from rsnms.policy.system import Schedule
from rsnms.reports.compared_words import schedule_words
from rsnms.reports.indicator_words import target_words
from rsnms.reports.names import LEVELS, kind_words
from rsnms.rules.narrative import MODALITIES, clause_words
from rsnms.rules.wording import date_words, list_words, number_words, quoted
from rsnms.rules.words import words

_NOTHING = Text("не указано", "not stated")


def value_words(value: Any, lang: Lang, element: Any = None) -> str:
    """A value on one line; ``element`` is the one that has it."""
    match value:
        case None:
            return _NOTHING.in_(lang)
        case Text():
            return quoted(value.in_(lang), lang)
        case bool():
            return {"ru": ("нет", "да"), "en": ("no", "yes")}[lang][value]
        case int() | float():
            return number_words(value, lang)
        case Fraction():
            return number_words(float(value), lang)
        case date():
            return date_words(value, lang)
        case Level():
            return LEVELS[value].in_(lang)
        case Modality():
            return MODALITIES[value].in_(lang)
        case Target() if isinstance(element, Indicator):
            return target_words(value, element, lang)
        case Schedule():
            return schedule_words(value, lang)
        case Ground():
            asked = f": {words(value.when, lang)}" if value.when else ""
            return _titled(value.title.in_(lang), value.clause, lang) + asked
        case Statement():
            return f"{kind_words(value.kind, lang)} {_titled(value.title, value.clause, lang)}"
        case tuple() | frozenset():
            listed = value if isinstance(value, tuple) else sorted(value)
            return list_words(value_words(item, lang) for item in listed) or _NOTHING.in_(lang)
    if isinstance(value, CONDITIONS):
        return words(value, lang)
    title = getattr(value, "title", None)
    if isinstance(title, Text | str):
        shown = title.in_(lang) if isinstance(title, Text) else title
        return _titled(shown, getattr(value, "clause", None), lang)
    if is_dataclass(value) or isinstance(value, BaseModel):
        parts = [(name, item) for name, item in stated(value) if item not in (None, (), "")]
        return ", ".join(f"{name}: {value_words(item, lang)}" for name, item in parts)
    return str(value)


def _titled(title: str, clause: str | None, lang: Lang) -> str:
    return quoted(title, lang) + (f" ({clause_words(clause, lang)})" if clause else "")


def as_written(value: Any) -> str | None:
    """A condition as policy files write it; ``None`` for other values, whose words say it all."""
    return written(value) if isinstance(value, CONDITIONS) else None


def plain(value: Any) -> Any:
    """A value for machines; conditions as policy files write them, days as ISO text."""
    if isinstance(value, CONDITIONS):
        return written(value)
    match value:
        case None | bool() | int() | float():
            return value
        case Enum() | Fraction():
            return str(value)
        case str():
            return value
        case date():
            return value.isoformat()
        case Text(ru=ru, en=en):
            return {"ru": ru, "en": en} if en else ru
        case tuple() | list():
            return [plain(item) for item in value]
        case frozenset() | set():
            return sorted(plain(item) for item in value)
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
    if is_dataclass(value) or isinstance(value, BaseModel):
        return {name: plain(item) for name, item in stated(value)}
    return str(value)
