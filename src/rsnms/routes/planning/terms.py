"""Terms of a route (условия прохождения маршрута): its period, hours, cost, forms and places."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rsnms.domain.calendar import add_months
from rsnms.domain.offer import StudyForm


@dataclass(frozen=True, slots=True)
class Terms:
    """What a route has to keep to; ``None`` is no limit."""

    begins: date
    until: date | None = None
    """Last day of the period; a year from its first day by default."""
    hours: int | None = None
    """In total."""
    hours_a_month: int | None = None
    cost: Decimal | None = None
    """In total, in roubles."""
    forms: frozenset[StudyForm] | None = None
    places: frozenset[str] | None = None
    """Where the person can come to; sessions without a place and distance learning are open to everybody."""

    def __post_init__(self) -> None:
        if wrong := next(self._wrong(), None):
            raise ValueError(wrong)

    def _wrong(self) -> Iterator[str]:
        if self.until is not None and self.until < self.begins:
            yield f"the period ends on {self.until}, before it begins on {self.begins}"
        for name, value in (("hours", self.hours), ("hours a month", self.hours_a_month), ("roubles", self.cost)):
            if value is not None and value < 0:
                yield f"the limit is {value} {name}, expected 0 or more"

    @property
    def last_day(self) -> date:
        """Last day of the period."""
        return self.until or add_months(self.begins, 12)
