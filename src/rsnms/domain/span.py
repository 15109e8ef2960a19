"""Spans of time in years and months, the way acts and personnel files state them ("5 лет", "12 лет 3 месяца")."""

import re
from dataclasses import dataclass
from functools import total_ordering

_YEARS = r"([0-9]{1,4})\s*(?:years?|год(?:а|ов)?|лет|г\.?|л\.?)"
_MONTHS = r"([0-9]{1,4})\s*(?:months?|месяц(?:а|ев)?|мес\.?|м\.?)"
_SPAN = re.compile(rf"{_YEARS}(?:[\s,]*(?:и\s+|and\s+)?{_MONTHS})?|{_MONTHS}", re.IGNORECASE)


@total_ordering
@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in whole months; ``whole_years`` says that it was stated in years alone.

    The precision matters to comparisons, and so to equality and to the printed form: "at most 2 years" lasts until the
    third year is full, "at most 24 months" until the twenty-fifth month is.
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
        if match is None:
            return None
        years, months, months_alone = match.groups()
        in_months = months or months_alone
        return cls(int(years or 0) * 12 + int(in_months or 0), whole_years=in_months is None)

    @property
    def years_and_months(self) -> tuple[int, int]:
        """The span as years and remaining months."""
        return divmod(self.months, 12)

    def __lt__(self, other: "Span") -> bool:
        return (self.months, self.whole_years) < (other.months, other.whole_years)

    def __str__(self) -> str:
        years, months = self.years_and_months
        if not months:
            return _plural(years, "year") if self.whole_years else _plural(self.months, "month")
        parts = [_plural(years, "year")] if years else []
        return " ".join([*parts, _plural(months, "month")])


def _plural(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
