"""Targets of indicators (целевые значения показателей): which amount is to be reached by which day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class Bound(StrEnum):
    """From which side an amount bounds the value."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class Amount:
    """A bound on a value; shares are fractions of 1."""

    bound: Bound
    value: Fraction

    def is_met_by(self, value: Fraction) -> bool:
        """Whether a value keeps the bound, exactly."""
        return value >= self.value if self.bound is Bound.AT_LEAST else value <= self.value

    def weaker_than(self, other: "Amount") -> bool:
        """Whether this amount lets pass what the other, of the same side, does not."""
        return self.bound is other.bound and self.value != other.value and other.is_met_by(self.value) is False


@dataclass(frozen=True, slots=True)
class Milestone:
    """An amount that is due on a day; ``None`` where the act asks for a state and gives no amount."""

    due: date
    amount: Amount | None
    since: date | None = None
    """The first day that counts, where each year counts by itself; ``None`` where everything up to ``due`` counts."""


@dataclass(frozen=True, slots=True)
class Target:
    """What an act wants an indicator to reach: by a day, in every year from one on, or stepped by year."""

    amount: Amount | None = None
    by: date | None = None
    every_year_from: int | None = None
    last_year: int | None = None
    """The last year that counts, where the act says until when."""
    steps: tuple[tuple[int, Amount], ...] = ()
    """Amounts by the end of years."""
    floor: Amount | None = None
    """The amount under which a higher level does not let the target fall."""

    def milestones(self, on: date) -> Iterator[Milestone]:
        """The milestones of the past and the next one to come, in order."""
        if self.by is not None:
            yield Milestone(self.by, self.amount)
        elif self.every_year_from is not None:
            last = max(on.year, self.every_year_from)
            for year in range(self.every_year_from, min(last, self.last_year or last) + 1):
                yield Milestone(date(year, 12, 31), self.amount, date(year, 1, 1))
        else:
            for year, amount in self.steps:
                yield Milestone(date(year, 12, 31), amount)
                if date(year, 12, 31) >= on:
                    return
