"""Planning the routes of many people over shared seats, with mentors and methodists (план муниципалитета).

    plan = plan_together(planner, participants, on=day)

Fairness: people are planned one after another, those with more severe deficits first (by the number of deficits of
high, then medium, then low severity), then those whose deficits were found earlier, then by id; each gets the best
route that the seats left allow. So nobody is without a seat that somebody with less severe deficits has, and the same
people get the same plan in whatever order they are listed. Equal cases are solved once while their seats last.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rsnms.domain.competency import Severity
from rsnms.domain.measure import Measure
from rsnms.routes.municipality.accompanying import MOST, accompanied_among, accompany, methodists_among
from rsnms.routes.municipality.participants import Participant
from rsnms.routes.municipality.plan import Audience, CommonPlan, Occupancy, demand_of
from rsnms.routes.pairs.pairs import LOAD, Matching, Mentee, match_pairs, mentors_among
from rsnms.routes.planning.openings import Seats, session_key
from rsnms.routes.planning.planner import Planner, applicant_of
from rsnms.routes.planning.route import Route

Track = Callable[[Sequence[Participant]], Iterable[Participant]]
"""Passes people on one by one, and shows how far it is."""

_MENTORED = (Measure.MENTORING, Measure.MANAGERIAL_MENTORING)


def in_fairness(participants: Iterable[Participant]) -> list[Participant]:
    """People in the order in which they are planned."""
    return sorted(participants, key=_urgency)


def _urgency(participant: Participant) -> tuple[tuple[int, ...], date, str]:
    severities = [deficit.severity for deficit in participant.deficits]
    days = [deficit.found_on for deficit in participant.deficits if deficit.found_on]
    counts = tuple(-severities.count(severity) for severity in reversed(Severity))
    return counts, min(days, default=date.max), participant.id


def plan_together(
    planner: Planner,
    participants: Iterable[Participant],
    *,
    on: date | None = None,
    load: int = LOAD,
    most: int = MOST,
    track: Track = iter,
) -> CommonPlan:
    """Plan everybody's route.

    Args:
        planner: with the policy, the catalogue and the terms that hold for all.
        participants: people with different ids; mentors and methodists are found among them by their roles.
        on: the day on which rules are asked; the first day of the terms by default.
        load: most mentees of a mentor.
        most: most educators of a methodist or tutor.
        track: shows progress.

    Raises:
        ValueError: two people have one id.
        NotInForceError: the policy does not apply on that day.
        LibraryMissingError: OR-Tools is not installed; the message says how to install it.
    """
    day = on or planner.terms.begins
    ordered = in_fairness(participants)
    people = {one.id: one for one in ordered}
    if len(people) < len(ordered):
        raise ValueError("two people have one id")
    seats, routes = Seats(), []
    for participant in track(ordered):
        profile = replace(participant.profile, id=participant.id)
        route = planner.plan(profile, participant.deficits, on=day, seats=seats)
        for step in route.steps:
            if step.offer is not None and step.session is not None:
                seats.take(step.offer.id, step.session)
        routes.append(route)
    place = {id_: number for number, id_ in enumerate(people)}
    matching = _matched(planner, people, routes, day, load)
    asking = [route.person or "" for route in routes if _asks(route, Measure.ACCOMPANIMENT)]
    profiles = {id_: one.profile for id_, one in people.items()}
    accompaniment = accompany(
        accompanied_among({id_: profiles[id_] for id_ in asking}, planner.policy, on=day),
        methodists_among(profiles, planner.policy, on=day),
        most=most,
        order=lambda educator: place[educator.id],
    )
    assigned = {one.mentee: (one.measure, one.mentor) for one in matching.pairs}
    methodists = {one.educator: one.methodist for one in accompaniment.assignments}
    routes = [_with_people(route, assigned, methodists) for route in routes]
    return CommonPlan(
        policy=planner.policy.id,
        on=day,
        routes=tuple(routes),
        matching=matching,
        accompaniment=accompaniment,
        occupancy=_occupancy(planner, seats),
        demand=demand_of(routes, {id_: _audience(one) for id_, one in people.items()}),
    )


def _asks(route: Route, measure: Measure) -> bool:
    """Whether a route needs a person for a measure; an offer that keeps it has people of its own."""
    return any(measure in step.measures for step in route.steps if step.offer is None)


def _matched(
    planner: Planner, people: Mapping[str, Participant], routes: Sequence[Route], day: date, load: int
) -> Matching:
    mentees = []
    for route in routes:
        measure = next((one for one in _MENTORED if _asks(route, one)), None)
        if measure is not None:
            participant = people[route.person or ""]
            mentees.append(Mentee(participant.id, participant.profile, participant.deficits, measure))
    mentored = (route for route in routes if any(Measure.MENTORING in step.measures for step in route.steps))
    in_need = {route.person or "" for route in mentored}
    profiles = {id_: one.profile for id_, one in people.items()}
    mentors = mentors_among(profiles, planner.policy, on=day, in_need=in_need)
    place = {id_: number for number, id_ in enumerate(people)}
    return match_pairs(planner.policy, mentors, mentees, on=day, load=load, order=lambda mentee: place[mentee.id])


def _with_people(route: Route, mentors: Mapping[str, tuple[Measure, str]], methodists: Mapping[str, str]) -> Route:
    """The route with the mentor and the methodist who were found."""
    person = route.person or ""
    measure, mentor = mentors.get(person, (None, None))
    named = {measure: mentor, Measure.ACCOMPANIMENT: methodists.get(person)}
    steps = tuple(
        replace(step, person=next((named[one] for one in step.measures if named.get(one)), None))
        if step.offer is None
        else step
        for step in route.steps
    )
    return replace(route, steps=steps)


def _occupancy(planner: Planner, seats: Seats) -> tuple[Occupancy, ...]:
    taken = seats.taken
    found = (
        Occupancy(offer, session, taken[key])
        for offer in planner.offers.values()
        for session in sorted(offer.sessions, key=lambda one: (one.starts_on, one.ends_on, one.place or ""))
        if (key := session_key(offer.id, session)) in taken
    )
    return tuple(found)


def _audience(participant: Participant) -> Audience:
    applicant = applicant_of(participant.profile)
    subjects = None if applicant.subjects is None else tuple(sorted(applicant.subjects))
    return Audience(applicant.post, subjects, applicant.organisation.kind)
