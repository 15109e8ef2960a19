"""What two policies say of the same thing, side by side; turned around, it is the same comparison the other way.

``one`` is always the policy that is compared, ``other`` the one it is compared with.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from rsnms.domain.subject import Modality
from rsnms.survey.record import Record


class Aspect(StrEnum):
    """What is compared, and by what elements of two policies are the same."""

    SUBJECTS = "subjects"
    """By id."""
    FUNCTIONS = "functions"
    """Functions and duties, by canonical activity."""
    ELIGIBILITY = "eligibility"
    """By id; conditions by fact and operator."""
    INDICATORS = "indicators"
    """By id."""
    DOCUMENTS = "documents"
    """By kind and the subject that they are of."""
    OBLIGATIONS = "obligations"
    """By kind and the subject that they concern."""
    GOVERNANCE = "governance"
    """By relation and what it is directed at."""
    PROVISIONS = "provisions"
    """By kind."""
    TERMS = "terms"
    """By id."""


class Status(StrEnum):
    """Who says it."""

    BOTH = "both"
    """Both say the same."""
    DIFFERS = "differs"
    """Both say it, otherwise."""
    ONE = "one"
    OTHER = "other"

    @property
    def mirrored(self) -> "Status":
        """The status when the policies change places."""
        return {Status.ONE: Status.OTHER, Status.OTHER: Status.ONE}.get(self, self)


@dataclass(frozen=True, slots=True)
class Said:
    """What one policy says at a point."""

    text: str
    """As policy files write it."""
    value: Any = None
    """The same, typed."""
    clause: str | None = None
    ground: str | None = None
    """The ground that asks it; ``None`` where everybody is asked, or the point is no condition."""
    modality: Modality | None = None
    """The modality of that ground."""

    @property
    def compared(self) -> tuple[str, bool]:
        """What makes two sayings the same: the text, and whether everybody is asked."""
        return (self.text, self.ground is None)


@dataclass(frozen=True, slots=True)
class Point:
    """One point on which two elements are compared: a level, a target, what a fact is asked."""

    name: str
    about: str | None = None
    """The fact and the operator of a condition, or the id of a ground."""
    one: tuple[Said, ...] = ()
    other: tuple[Said, ...] = ()

    @property
    def status(self) -> Status:
        """Who says it; the order in which things are said makes no difference."""
        return status_of(self.one, self.other, differ=_compared(self.one) != _compared(self.other))

    @property
    def mirrored(self) -> "Point":
        """The point with the policies in each other's place."""
        return Point(self.name, self.about, self.other, self.one)


def _compared(said: Iterable[Said]) -> set[tuple[str, bool]]:
    return {one.compared for one in said}


def status_of(one: tuple[object, ...], other: tuple[object, ...], *, differ: bool) -> Status:
    """Who says something, from what each of them says."""
    if not other:
        return Status.ONE
    if not one:
        return Status.OTHER
    return Status.DIFFERS if differ else Status.BOTH


@dataclass(frozen=True, slots=True)
class Matched:
    """Elements of two policies that are the same thing, and the points on which they are compared."""

    aspect: Aspect
    key: tuple[str, ...]
    one: tuple[Record, ...] = ()
    other: tuple[Record, ...] = ()
    points: tuple[Point, ...] = ()

    @property
    def status(self) -> Status:
        """Who says it."""
        return status_of(self.one, self.other, differ=bool(self.differences))

    @property
    def differences(self) -> tuple[Point, ...]:
        """The points on which the policies do not say the same."""
        return tuple(point for point in self.points if point.status is not Status.BOTH)

    @property
    def mirrored(self) -> "Matched":
        """The match with the policies in each other's place."""
        return Matched(self.aspect, self.key, self.other, self.one, tuple(point.mirrored for point in self.points))


K = TypeVar("K", str, tuple[str, ...])


def in_order(one: Iterable[K], other: Iterable[K]) -> list[K]:
    """The keys of both, where either has them first: the same whichever policy is compared with which."""
    places: dict[K, int] = {}
    for side in (one, other):
        for place, key in enumerate(side):
            places[key] = min(place, places.get(key, place))
    return sorted(places, key=lambda key: (places[key], key))
