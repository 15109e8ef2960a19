"""A route compared with its predecessor (сравнение маршрутов): what stays, moves, comes and goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from rsnms.domain.competency import Deficit
from rsnms.routes.planning.route import Stage, Status, last_day


class _Step(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def begins(self) -> date: ...
    @property
    def ends(self) -> date: ...
    @property
    def hours(self) -> int: ...
    @property
    def status(self) -> Status: ...
    @property
    def closes(self) -> tuple[Deficit, ...]: ...


class Outline(Protocol):
    """What a route is compared by; both made and saved routes have it."""

    @property
    def steps(self) -> Sequence[_Step]:
        """Its steps."""
        ...

    @property
    def deficits(self) -> Sequence[Deficit]:
        """The deficits that were found when it was made."""
        ...


class Change(StrEnum):
    """What became of a step."""

    DONE = "done"
    KEPT = "kept"
    MOVED = "moved"
    """On other days."""
    ADDED = "added"
    REMOVED = "removed"


Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class StepChange:
    """A step in the earlier and in the later route; ``None`` where it is not in it."""

    step: str
    change: Change
    before: Days | None
    after: Days | None


@dataclass(frozen=True, slots=True)
class RouteComparison:
    """The steps of both routes, those of the later one first, and what changed as a whole."""

    steps: tuple[StepChange, ...]
    hours: tuple[int, int]
    ends_on: tuple[date, date] | None
    """The last days beside mere accompaniment; ``None`` where one of them has nothing else."""
    newly_closed: tuple[str, ...]
    """Competencies whose deficits only the later route closes."""
    no_longer_closed: tuple[str, ...]
    """Competencies whose deficits are still there, and only the earlier route closes."""

    @property
    def is_same(self) -> bool:
        """Whether nothing but progress changed."""
        return all(one.change in (Change.KEPT, Change.DONE) for one in self.steps)


def compare_routes(before: Outline, after: Outline) -> RouteComparison:
    """Compare two routes of one person."""
    earlier = {step.id: step for step in before.steps}
    later = {step.id: step for step in after.steps}
    changes = [_change(id_, earlier.get(id_), step) for id_, step in later.items()]
    changes += [StepChange(id_, Change.REMOVED, _days(step), None) for id_, step in earlier.items() if id_ not in later]
    closed = [{each.competency for step in route.steps for each in step.closes} for route in (before, after)]
    ends = last_day(before.steps), last_day(after.steps)
    return RouteComparison(
        tuple(changes),
        (sum(step.hours for step in before.steps), sum(step.hours for step in after.steps)),
        (ends[0], ends[1]) if ends[0] and ends[1] else None,
        tuple(sorted(closed[1] - closed[0])),
        tuple(sorted((closed[0] - closed[1]) & {one.competency for one in after.deficits})),
    )


def _change(id_: str, earlier: _Step | None, later: _Step) -> StepChange:
    if earlier is None:
        return StepChange(id_, Change.ADDED, None, _days(later))
    if later.status is Status.DONE and earlier.status is not Status.DONE:
        change = Change.DONE
    else:
        change = Change.KEPT if _days(earlier) == _days(later) else Change.MOVED
    return StepChange(id_, change, _days(earlier), _days(later))


def _days(step: _Step) -> Days:
    return step.begins, step.ends
