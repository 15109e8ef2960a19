"""The form of a saved route: what a JSON record may hold, strictly typed.

What is told to people and machines alone, and follows from the rest, may be there and is not looked at.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from rsnms.domain.competency import Severity
from rsnms.domain.measure import Measure
from rsnms.domain.offer import StudyForm
from rsnms.policy.forms import Day, Form, refuse
from rsnms.routes.planning.route import Stage, Status
from rsnms.routes.timetable.timetable import Month

VERSION = 1
"""The version of the records; it changes when the meaning of a key does."""
_MOST_ROUBLES = 10**12
_MOST_HOURS = 100_000
_YEARS = range(1900, 2201)
_MONTH = re.compile(r"(?!0000)([0-9]{4})-(0[1-9]|1[0-2])")


def _roubles(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not 0 <= value < _MOST_ROUBLES:
        raise refuse("рубли, например 12500.5", "roubles such as 12500.5")
    return Decimal(value)


def _near(day: date) -> date:
    if day.year not in _YEARS:
        raise refuse(f"год от {_YEARS[0]} до {_YEARS[-1]}", f"a year from {_YEARS[0]} to {_YEARS[-1]}")
    return day


def _within_hours(hours: int) -> int:
    if hours > _MOST_HOURS:
        raise refuse(f"не больше {_MOST_HOURS} часов", f"at most {_MOST_HOURS} hours")
    return hours


def _months(value: object) -> object:
    matches = [_MONTH.fullmatch(key) for key in value] if isinstance(value, dict) else [None]
    hours = value.values() if isinstance(value, dict) else ()
    if not all(matches) or not all(type(number) is int and number >= 0 for number in hours):
        raise refuse('часы по месяцам, например {"2025-03": 24}', 'hours by month such as {"2025-03": 24}')
    months = [(int(match[1]), int(match[2])) for match in matches if match]
    return dict(sorted(zip(months, hours, strict=True)))


def _known_version(value: object) -> object:
    if value != VERSION or isinstance(value, bool):
        raise refuse(f"версия {VERSION}", f"version {VERSION}")
    return value


def _name(value: object) -> object:
    if not isinstance(value, str) or not value.strip():
        raise refuse("непустой текст", "a text that is not empty")
    return value


_an_id_stands_for_an_offer = BeforeValidator(lambda value: {"id": value} if isinstance(value, str) else value)
_Hours = Annotated[int, Field(strict=True, ge=0), AfterValidator(_within_hours)]
_Day = Annotated[Day, AfterValidator(_near)]
_Roubles = Annotated[Decimal, BeforeValidator(_roubles)]
_Months = Annotated[dict[Month, int], BeforeValidator(_months)]
_Name = Annotated[str, BeforeValidator(_name)]


class TermsForm(Form):
    """The terms of a route."""

    begins: _Day
    until: _Day | None = None
    hours: _Hours | None = None
    hours_a_month: _Hours | None = None
    cost: _Roubles | None = None
    forms: list[StudyForm] | None = None
    places: list[_Name] | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.until is not None and self.until < self.begins:
            raise _backwards("until", self.until, "begins", self.begins)
        return self


class DeficitForm(Form):
    """A deficit."""

    competency: _Name
    severity: Severity
    found_on: _Day | None = None


class OfferForm(Form):
    """The offer of a step; an id may stand for it."""

    id: _Name
    title: Any = None
    kind: Any = None
    education: Any = None
    form: Any = None
    technologies: Any = None
    provider: Any = None
    cost: Any = None
    in_register: Any = None


class SessionForm(Form):
    """The session of a step."""

    starts_on: _Day
    ends_on: _Day
    seats: Annotated[int, Field(ge=0)] | None = None
    place: _Name | None = None

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.ends_on < self.starts_on:
            raise _backwards("ends_on", self.ends_on, "starts_on", self.starts_on)
        return self


class StepForm(Form):
    """A step."""

    id: _Name
    stage: Stage
    begins: _Day
    ends: _Day
    hours: _Hours = 0
    month_hours: _Months = Field(default_factory=dict)
    offer: Annotated[OfferForm, _an_id_stands_for_an_offer] | None = None
    session: SessionForm | None = None
    closes: list[DeficitForm] = Field(default_factory=list)
    serves: list[DeficitForm] = Field(default_factory=list)
    measures: list[Measure] = Field(default_factory=list)
    rules: Any = None
    clauses: Any = None
    by: Any = None
    person: _Name | None = None
    after: list[_Name] = Field(default_factory=list)
    status: Status = Status.PLANNED

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.ends < self.begins:
            raise _backwards("ends", self.ends, "begins", self.begins)
        total = sum(self.month_hours.values())
        if self.month_hours and total != self.hours:
            raise refuse(
                f"в month_hours вместе столько же, сколько в hours ({self.hours}), а не {total}",
                f"as many in month_hours as in hours ({self.hours}), not {total}",
            )
        return self


class RouteForm(Form):
    """A route."""

    version: Annotated[int, BeforeValidator(_known_version)] = VERSION
    person: _Name | None = None
    policy: _Name
    on: _Day
    terms: TermsForm
    deficits: list[DeficitForm]
    steps: list[StepForm]
    uncovered: Any = None
    unkept: Any = None
    open: Any = None
    content: Any = None
    forms: Any = None
    technologies: Any = None
    pace: Any = None
    hours: Any = None
    cost: Any = None
    ends_on: Any = None
    worth: Any = None
    proven: Any = None
    gap: Any = None

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        ids = [step.id for step in self.steps]
        twice = next((id_ for place, id_ in enumerate(ids) if id_ in ids[:place]), None)
        if twice is not None:
            raise refuse(f"шаги с разными id, а «{twice}» повторяется", f"steps of different ids, '{twice}' repeats")
        return self


def _backwards(end: str, last: date, start: str, first: date) -> Exception:
    return refuse(f"{end} не раньше {start} ({first}), а не {last}", f"{end} not before {start} ({first}), not {last}")
