"""Qualification categories (квалификационные категории) and the time for which they hold."""

from datetime import date, timedelta
from enum import StrEnum

from pydantic import model_validator

from rsnms.domain.base import Value
from rsnms.domain.calendar import add_months

UNLIMITED_SINCE = date(2023, 9, 1)
"""Categories given from this day have no end (order of Минпросвещения 24.03.2023 № 196)."""
TERM_MONTHS = 60
"""Categories given earlier hold for five years (order of Минобрнауки 07.04.2014 № 276, cl. 24)."""


class CategoryLevel(StrEnum):
    """The attested level of a pedagogical worker."""

    NONE = "none"
    CONFORMITY = "conformity"
    """Соответствие занимаемой должности (СЗД)."""
    FIRST = "first"
    HIGHEST = "highest"


class SpecialCategory(StrEnum):
    """The categories that exist beside the level since 01.09.2023."""

    METHODIST = "methodist"
    """Педагог-методист."""
    MENTOR = "mentor"
    """Педагог-наставник."""


class Category(Value):
    """A category with the day of the decision and, where it has one, its last day."""

    level: CategoryLevel
    decided_on: date | None = None
    until: date | None = None

    @model_validator(mode="after")
    def _end_after_start(self) -> "Category":
        if self.decided_on and self.until and self.until < self.decided_on:
            raise ValueError(f"the category ends on {self.until}, before its decision on {self.decided_on}")
        return self

    @property
    def last_day(self) -> date | None:
        """The last day on which the category holds, ``None`` where no end is known."""
        return self.until or term_end(self.decided_on)

    def level_on(self, day: date) -> CategoryLevel | None:
        """The level on a day; ``None`` before the decision, :attr:`CategoryLevel.NONE` after the last day."""
        if self.decided_on and day < self.decided_on:
            return None
        if self.last_day and day > self.last_day:
            return CategoryLevel.NONE
        return self.level


def term_end(decided_on: date | None) -> date | None:
    """Return the last day of a category given before 01.09.2023; ``None`` where it has no end."""
    if decided_on is None or decided_on >= UNLIMITED_SINCE:
        return None
    return add_months(decided_on, TERM_MONTHS)


def day_after(day: date) -> date:
    """Return the following day."""
    return day + timedelta(days=1)
