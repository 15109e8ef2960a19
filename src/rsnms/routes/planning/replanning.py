"""A route planned again after a part of it (перестроение маршрута): what is done or begun stays.

again = replan(planner, route, person, done={"ПК-001": date(2025, 3, 21)})
changes = compare_routes(route, again)
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from rsnms.domain.competency import Deficit
from rsnms.domain.input_error import InputError
from rsnms.domain.measure import Measure
from rsnms.domain.offer import Offer
from rsnms.domain.text import Lang
from rsnms.routes.planning.openings import Seats, slot_of
from rsnms.routes.planning.planner import Planner
from rsnms.routes.planning.route import Route, Stage, Status, Step
from rsnms.routes.planning.saved import SavedRoute, SavedStep
from rsnms.routes.planning.terms import Terms
from rsnms.rules.profile import Profile, Subject


class UnknownStepError(InputError):
    """Steps said to be done that the route does not have."""

    def __init__(self, steps: Collection[str], known: Collection[str]) -> None:
        self.steps, self.known = tuple(steps), tuple(known)
        super().__init__(self.text("en"))

    def text(self, lang: Lang = "ru") -> str:
        """Which steps, and which there are."""
        unknown, known = ", ".join(self.steps), ", ".join(self.known)
        if lang == "en":
            return f"the route has no step {unknown}; its steps: {known}"
        return f"в маршруте нет шага {unknown}; его шаги: {known}"


class DoneDayError(InputError):
    """A step said to be done on a day on which it cannot have ended."""

    def __init__(self, step: str, day: date, first: date, last: date) -> None:
        self.step, self.day, self.first, self.last = step, day, first, last
        super().__init__(self.text("en"))

    def text(self, lang: Lang = "ru") -> str:
        """Which step and day, and which days there can be."""
        if lang == "en":
            return f"step {self.step} was done on {self.day}, expected a day from {self.first} to {self.last}"
        days = f"с {self.first:%d.%m.%Y} по {self.last:%d.%m.%Y}"
        return f"шаг {self.step} пройден {self.day:%d.%m.%Y}, а ожидается день {days}"


def terms_left(route: Route | SavedRoute, on: date) -> Terms:
    """The terms of a route for what is left of its period on a day; one that is over begins and ends on that day."""
    last_day = route.terms.last_day
    return replace(route.terms, begins=on, until=max(on, last_day))


def replan(
    planner: Planner,
    route: Route | SavedRoute,
    person: Subject | Profile,
    *,
    done: Mapping[str, date | None],
    deficits: Collection[Deficit] | None = None,
    as_of: date | None = None,
    seats: Seats | None = None,
) -> Route:
    """Plan the rest of a route.

    Args:
        planner: with the terms that are left (:func:`terms_left`), its first day today.
        route: the route so far.
        person: what is known of the person.
        done: ids of the steps that are done, with the day on which they ended where it is not the planned one.
            Steps marked as done before stay so.
        deficits: those found since; the route's by default.
        as_of: the day for which the facts were stated.
        seats: what others have taken.

    Raises:
        UnknownStepError: a step said to be done is not in the route.
        DoneDayError: it was done on a day before it began, or that is still to come.
    """
    known = [step.id for step in route.steps]
    if unknown := [id_ for id_ in done if id_ not in known]:
        raise UnknownStepError(unknown, known)
    today = planner.terms.begins
    standing = [
        kept
        for step in route.steps
        if step.stage is not Stage.DIAGNOSIS
        for kept in _standing(_whole(step, planner.offers), done, today)
    ]
    found = route.deficits if deficits is None else deficits
    again = planner.plan(person, found, as_of=as_of, standing=standing, seats=seats)
    return replace(again, steps=tuple(_since(step, route) for step in again.steps))


def deficits_since(route: Route | SavedRoute, assessed: Collection[str], found: Collection[Deficit]) -> list[Deficit]:
    """The deficits of a route after another diagnostics: of competencies assessed since, those found; else its own."""
    return [*(one for one in route.deficits if one.competency not in assessed), *found]


def _since(step: Step, route: Route | SavedRoute) -> Step:
    """A step that accompanies the whole route goes on from the day on which it began, with the same person.

    So do an internship without learning before it and an invitation, while their days last. A diagnosis of which no day
    is known keeps the days that it had.
    """
    before = next((one for one in route.steps if one.id == step.id), None)
    if before is None or step.offer is not None:
        return step
    if step.stage is Stage.DIAGNOSIS and not any(deficit.found_on for deficit in step.serves):
        return replace(step, begins=before.begins, ends=before.ends)
    is_window = step.id in (str(Measure.INTERNSHIP), str(Measure.INVITATION_TO_ACTIVE))
    if step.status is Status.DONE or not (step.stage is Stage.THROUGHOUT or is_window) or before.begins > step.begins:
        return step
    if is_window and before.ends < step.begins:
        return step
    ends = min(step.ends, before.ends) if step.id == str(Measure.INVITATION_TO_ACTIVE) else step.ends
    return replace(step, begins=before.begins, ends=ends, person=step.person or before.person)


def _standing(step: Step, done: Mapping[str, date | None], today: date) -> Iterator[Step]:
    """A step that is done, or begun in a session."""
    if step.id in done or step.status is Status.DONE:
        ends = done.get(step.id) or (step.ends if step.status is Status.DONE else min(step.ends, today))
        first = step.begins if step.session is not None else min(step.begins, today)
        if first > today:
            raise DoneDayError(step.id, done.get(step.id) or today, first, step.ends)
        if not first <= ends <= today:
            raise DoneDayError(step.id, ends, first, today)
        begins = min(step.begins, ends)
        hours = slot_of(step.offer, begins, ends, step.session).hours if step.offer else step.month_hours
        yield replace(step, status=Status.DONE, begins=begins, ends=ends, month_hours=hours)
    elif step.offer is not None and step.begins < today <= step.ends:
        yield step


def _whole(step: Step | SavedStep, offers: Mapping[str, Offer]) -> Step:
    """A step with its offer; one that the catalogue has no more stays without it."""
    if isinstance(step, Step):
        return step
    offer = offers.get(step.offer) if step.offer is not None else None
    sessions = offer.sessions if offer else ()
    same_days = (one for one in sessions if (one.starts_on, one.ends_on) == (step.begins, step.ends))
    session = step.session or next(same_days, None)
    return Step(
        id=step.id,
        stage=step.stage,
        begins=step.begins,
        ends=step.ends,
        hours=step.hours,
        offer=offer,
        session=session,
        month_hours=step.month_hours,
        closes=step.closes,
        serves=step.serves,
        person=step.person,
        after=step.after,
        status=step.status,
    )
