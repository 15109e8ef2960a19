"""A route rated at its end by a repeated diagnostics (оценка маршрута по повторной диагностике)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from rsnms.domain.competency import Deficit, Severity
from rsnms.routes.diagnostics.deficits import Found, PersonDeficits
from rsnms.routes.planning.route import Route
from rsnms.routes.planning.saved import SavedRoute


class Outcome(StrEnum):
    """What became of a deficit."""

    CLOSED = "closed"
    LESSENED = "lessened"
    UNCHANGED = "unchanged"
    WORSENED = "worsened"
    NOT_ASSESSED = "not-assessed"
    """No diagnostics after the route was made told of it; nothing follows from that."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A deficit of the route and what the repeated diagnostics found of it."""

    deficit: Deficit
    outcome: Outcome
    after: Severity | None = None
    """``None`` where there is no deficit any more, or nothing was assessed."""
    assessed_on: date | None = None
    steps: tuple[str, ...] = ()
    """The steps that were to close it."""


@dataclass(frozen=True, slots=True)
class RouteRating:
    """How far a route reached its aim."""

    person: str | None
    rated: tuple[Rated, ...]
    new: tuple[Deficit, ...]
    """Deficits that the route did not know."""

    def count(self, outcome: Outcome) -> int:
        """How many deficits came to an outcome."""
        return sum(one.outcome is outcome for one in self.rated)

    @property
    def assessed(self) -> int:
        """How many deficits were assessed again."""
        return len(self.rated) - self.count(Outcome.NOT_ASSESSED)

    @property
    def share_closed(self) -> Fraction | None:
        """The part of the deficits assessed again that is closed; ``None`` where none was."""
        return Fraction(self.count(Outcome.CLOSED), self.assessed) if self.assessed else None


def rate_route(route: Route | SavedRoute, repeated: PersonDeficits) -> RouteRating:
    """Rate a route by what the diagnostics found after it was made.

    A result counts where its day is later than the one on which the route was made.

    Raises:
        ValueError: the results are those of another person.
    """
    if route.person is not None and repeated.person != route.person:
        raise ValueError(f"the route is of {route.person}, the results are of {repeated.person}")
    found = {one.competency: one for one in repeated.found if one.on > route.on}
    known = {deficit.competency for deficit in route.deficits}
    rated = (_rated(deficit, found.get(deficit.competency), _closing(route, deficit)) for deficit in route.deficits)
    new = (
        Deficit(competency=one.competency, severity=one.severity, found_on=one.on)
        for one in found.values()
        if one.severity is not None and one.competency not in known
    )
    return RouteRating(route.person, tuple(rated), tuple(new))


def _closing(route: Route | SavedRoute, deficit: Deficit) -> Iterable[str]:
    return (step.id for step in route.steps if any(one.competency == deficit.competency for one in step.closes))


def _rated(deficit: Deficit, found: Found | None, steps: Iterable[str]) -> Rated:
    if found is None:
        return Rated(deficit, Outcome.NOT_ASSESSED, steps=tuple(steps))
    return Rated(deficit, _outcome(deficit.severity, found.severity), found.severity, found.on, tuple(steps))


def _outcome(before: Severity, after: Severity | None) -> Outcome:
    if after is None:
        return Outcome.CLOSED
    if after.rank < before.rank:
        return Outcome.LESSENED
    return Outcome.UNCHANGED if after is before else Outcome.WORSENED
