"""Values of facts as files of cases write them."""

from datetime import date
from typing import Any as Anything

from rsnms.domain.fact import Atom
from rsnms.domain.span import Span


def written_value(value: Atom | Span) -> Anything:
    """A value as YAML data: durations as text, sets as lists, a whole number without decimals."""
    match value:
        case Span():
            return str(value)
        case frozenset():
            return sorted(value)
        case float() if value.is_integer():
            return int(value)
    return value


def shown_value(value: Atom | Span) -> str:
    """A value as one text: "5 years", "true", "[mentor, tutor]"."""
    written = written_value(value)
    match written:
        case bool():
            return str(written).lower()
        case list():
            return f"[{', '.join(written)}]"
        case date():
            return written.isoformat()
    return str(written)
