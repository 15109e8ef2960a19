"""The plan of a municipality or region: everybody's routes over shared seats, mentors, methodists, what is lacking."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.measure import Measure
from rsnms.domain.offer import Offer, Session
from rsnms.routes.fitting.hindrance import Reason
from rsnms.routes.fitting.uncovered import Remedy
from rsnms.routes.municipality.accompanying import Accompaniment
from rsnms.routes.pairs.records import Matching
from rsnms.routes.planning.route import Route


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom something is lacking; what is ``None`` is not known."""

    post: str | None
    subjects: tuple[str, ...] | None
    organisation_kind: str | None


@dataclass(frozen=True, slots=True)
class Demand:
    """A line of the request for programmes (заявка на программы): what the catalogue lacks, and for how many."""

    competency: str
    severity: Severity
    audience: Audience
    reason: Reason
    """Why the catalogue does not do; people of one audience with different reasons stand on lines of their own."""
    persons: tuple[str, ...]
    """Ids, in the order of the plan."""
    is_programme: bool = False
    """The deficit is closed otherwise, but a rule asks for a programme and there is none."""

    @property
    def deficit(self) -> Deficit:
        """What is lacking, as a deficit."""
        return Deficit(competency=self.competency, severity=self.severity)

    @property
    def seats(self) -> int:
        """How many seats are needed."""
        return len(self.persons)


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A deficit that stays open in somebody's route, and what would help."""

    route: Route
    deficit: Deficit
    reason: Reason
    remedy: Remedy | None
    """What would help soonest; ``None`` where nothing in the catalogue would."""

    @property
    def person(self) -> str:
        """Whose deficit it is."""
        return self.route.person or ""


@dataclass(frozen=True, slots=True)
class Occupancy:
    """How far a session is taken by the plan."""

    offer: Offer
    session: Session
    taken: int


@dataclass(frozen=True, slots=True)
class CommonPlan:
    """The plan as a whole."""

    policy: str
    on: date
    routes: tuple[Route, ...]
    """In the order of fairness: the most severe deficits first."""
    matching: Matching
    accompaniment: Accompaniment
    occupancy: tuple[Occupancy, ...]
    """The sessions taken, by offer and day."""
    demand: tuple[Demand, ...]
    """The request for programmes, the largest first."""

    @property
    def open(self) -> tuple[LeftOpen, ...]:
        """Every deficit that stays open, in the order of the routes."""
        return tuple(
            LeftOpen(route, left.deficit, left.reason, left.remedies[0] if left.remedies else None)
            for route in self.routes
            for left in route.uncovered
        )

    @property
    def waiting(self) -> tuple[LeftOpen, ...]:
        """Who is left without a seat, in the order of the routes."""
        return tuple(one for one in self.open if one.reason is Reason.NO_SEATS)

    def route(self, person: str) -> Route:
        """A person's route.

        Raises:
            KeyError: the plan has none.
        """
        for route in self.routes:
            if route.person == person:
                return route
        raise KeyError(person)


LACKING = (Reason.NO_OFFER, Reason.NO_SEATS, Reason.SESSIONS_OVER, Reason.NOT_FOR_AUDIENCE, Reason.PLACE_NOT_ALLOWED)
"""Reasons that the catalogue can mend, and not the person or the terms."""


def demand_of(routes: Iterable[Route], audiences: Mapping[str, Audience]) -> tuple[Demand, ...]:
    """What the whole needs and the catalogue lacks: competency, audience, seats."""
    persons: dict[tuple[str, Severity, Audience, Reason, bool], dict[str, None]] = {}
    for route in routes:
        for deficit, reason, is_programme in _lacks(route):
            audience = audiences[route.person or ""]
            key = deficit.competency, deficit.severity, audience, reason, is_programme
            persons.setdefault(key, {})[route.person or ""] = None
    lines = [Demand(*key[:4], persons=tuple(who), is_programme=key[4]) for key, who in persons.items()]
    return tuple(sorted(lines, key=_by_size))


def _lacks(route: Route) -> Iterator[tuple[Deficit, Reason, bool]]:
    for left in route.uncovered:
        if left.reason in LACKING:
            yield left.deficit, left.reason, False
    uncovered = {left.deficit for left in route.uncovered}
    for one in route.unkept:
        deficit = one.requirement.deficit
        is_programme = one.requirement.measure is Measure.REGISTER_PROGRAMME
        if is_programme and deficit is not None and deficit not in uncovered and not one.offers:
            yield deficit, Reason.NO_OFFER, True


def _by_size(line: Demand) -> tuple[int, int, str, str, str, str, str, bool]:
    audience = line.audience
    return (
        -line.seats,
        -line.severity.rank,
        line.competency,
        audience.post or "",
        "; ".join(audience.subjects or ()),
        audience.organisation_kind or "",
        line.reason,
        line.is_programme,
    )
