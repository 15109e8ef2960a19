"""Routes read back from the JSON files of records, to plan anew, to compare and to rate: nothing is guessed.

A file holds one record, a list of them, or a plan with ``routes``. Of a route made by hand only ``policy``, ``on``,
``terms`` with the first day ``begins``, ``deficits`` and ``steps`` have to be there, and of a step ``id``, ``stage``,
``begins`` and ``ends``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rsnms.domain.competency import Deficit
from rsnms.domain.measure import Measure
from rsnms.domain.offer import Session
from rsnms.routes.planning.route import Stage, Status
from rsnms.routes.planning.saved_forms import VERSION, DeficitForm, RouteForm, StepForm
from rsnms.routes.planning.saved_reading import RouteFileError, read_forms
from rsnms.routes.planning.terms import Terms
from rsnms.routes.timetable.timetable import Month

__all__ = ["VERSION", "RouteFileError", "SavedRoute", "SavedStep", "read_routes"]


@dataclass(frozen=True, slots=True)
class SavedStep:
    """A step as it was saved, the offer by its id."""

    id: str
    stage: Stage
    begins: date
    ends: date
    hours: int = 0
    month_hours: tuple[tuple[Month, int], ...] = ()
    offer: str | None = None
    closes: tuple[Deficit, ...] = ()
    serves: tuple[Deficit, ...] = ()
    measures: tuple[Measure, ...] = ()
    session: Session | None = None
    person: str | None = None
    """The mentor, methodist or tutor assigned, by id."""
    after: tuple[str, ...] = ()
    status: Status = Status.PLANNED


@dataclass(frozen=True, slots=True)
class SavedRoute:
    """A route as it was saved."""

    person: str | None
    policy: str
    on: date
    terms: Terms
    deficits: tuple[Deficit, ...]
    steps: tuple[SavedStep, ...]


def read_routes(path: Path) -> tuple[SavedRoute, ...]:
    """Read the routes of a JSON file.

    Raises:
        RouteFileError: the file is no JSON, or records are not as they have to be; every mistake is told.
        OSError: the file cannot be read.
    """
    return tuple(map(_route, read_forms(path)))


def _route(form: RouteForm) -> SavedRoute:
    terms = form.terms
    return SavedRoute(
        person=form.person,
        policy=form.policy,
        on=form.on,
        terms=Terms(
            begins=terms.begins,
            until=terms.until,
            hours=terms.hours,
            hours_a_month=terms.hours_a_month,
            cost=terms.cost,
            forms=None if terms.forms is None else frozenset(terms.forms),
            places=None if terms.places is None else frozenset(terms.places),
        ),
        deficits=_deficits(form.deficits),
        steps=tuple(map(_step, form.steps)),
    )


def _step(form: StepForm) -> SavedStep:
    return SavedStep(
        id=form.id,
        stage=form.stage,
        begins=form.begins,
        ends=form.ends,
        hours=form.hours,
        month_hours=tuple(form.month_hours.items()),
        offer=form.offer.id if form.offer else None,
        closes=_deficits(form.closes),
        serves=_deficits(form.serves),
        measures=tuple(form.measures),
        session=Session(**dict(form.session)) if form.session else None,
        person=form.person,
        after=tuple(form.after),
        status=form.status,
    )


def _deficits(forms: Iterable[DeficitForm]) -> tuple[Deficit, ...]:
    return tuple(Deficit(competency=form.competency, severity=form.severity, found_on=form.found_on) for form in forms)
