"""What a person takes from the catalogue and when, and what that depends on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rsnms.domain.competency import Deficit
from rsnms.domain.offer import Offer
from rsnms.routes.fitting.hindrance import Hindrance
from rsnms.routes.planning.asked import Asked
from rsnms.routes.timetable.timetable import Gap, Slot


@dataclass(frozen=True, slots=True)
class Placed:
    """An offer with its slot, and the measures and competencies for which it was placed."""

    offer: Offer
    slot: Slot
    keeps: tuple[Asked, ...] = ()
    is_learning: bool = True


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is taken, by day, and the gap where the best was not proven."""

    placed: tuple[Placed, ...]
    gap: Gap | None = None

    def closing(self, deficit: Deficit) -> tuple[Placed, ...]:
        """What closes a deficit."""
        return tuple(one for one in self.placed if one.offer.closes(deficit.competency, deficit.severity))


@dataclass(frozen=True, slots=True)
class Fits:
    """Which offers of a catalogue a person can take, dates aside."""

    closures: Mapping[str, frozenset[str]]
    hindrances: Mapping[str, Hindrance]


@dataclass(frozen=True, slots=True)
class Case:
    """What an arrangement depends on, so that equal cases are arranged once."""

    deficits: tuple[Deficit, ...]
    """Still open, the most severe first, without the days on which they were found."""
    asked: tuple[Asked, ...]
    standing: tuple[Placed, ...] = ()
    """What is done or begun already."""
    completed: frozenset[str] = frozenset()


CLOSING = ("uncovered-high", "uncovered-medium", "uncovered-low")
KEEPING = ("unkept", "unkept-recommended", "outside-register")
"""The levels of a route's worth that stand for the tiers of a timetable, in their order."""


def told(gap: Gap | None, tiers: Sequence[str]) -> Gap | None:
    """A gap with the level named as in the worth of a route, where a timetable knows it by its number or as items."""
    names = {f"uncovered-{number}": name for number, name in enumerate(tiers, 1)} | {"items": "offers"}
    return gap and gap._replace(level=names.get(gap.level, gap.level))
