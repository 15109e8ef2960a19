"""Spans of time in years and months, the way acts and personnel files state them ("5 лет", "12 лет 3 месяца")."""

import re
from dataclasses import dataclass
from functools import total_ordering

_PART = r"(?:(?P<{0}>\d{{1,4}})\s*(?:{1}))?"
_SPAN = re.compile(
    _PART.format("years", r"years?|год(?:а|ов)?|лет|г\.?|л\.?")
    + r"[\s,]*(?:и\s+|and\s+)?"
    + _PART.format("months", r"months?|месяц(?:а|ев|ев)?|мес\.?|м\.?"),
    re.IGNORECASE,
)


@total_ordering
@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in whole months; ``whole_years`` says that it was stated in years alone.

    The precision matters to comparisons: "at least 5 years" looks at full years, "at least 6 months" at full months.
    """

    months: int
    whole_years: bool = False

    def __post_init__(self) -> None:
        if self.months < 0:
            raise ValueError("a span of time is not negative")
        if self.whole_years and self.months % 12:
            raise ValueError("whole years are a multiple of 12 months")

    @classmethod
    def of(cls, years: int = 0, months: int = 0) -> "Span":
        """Make a span of ``years`` and ``months``; months beyond 12 carry over."""
        return cls(years * 12 + months, whole_years=months == 0)

    @classmethod
    def parse(cls, text: str) -> "Span | None":
        """Read "5 years", "2 years 6 months", "12 лет 3 мес.", "18 месяцев"; ``None`` where the text is no span."""
        match = _SPAN.fullmatch(text.strip())
        if match is None or not (match["years"] or match["months"]):
            return None
        return cls.of(int(match["years"] or 0), int(match["months"] or 0))

    @property
    def years_and_months(self) -> tuple[int, int]:
        """The span as years and remaining months."""
        return divmod(self.months, 12)

    def __lt__(self, other: "Span") -> bool:
        return self.months < other.months

    def __str__(self) -> str:
        years, months = self.years_and_months
        parts = [_plural(years, "year")] if years or not months else []
        if months:
            parts.append(_plural(months, "month"))
        return " ".join(parts)


def _plural(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
