"""A timetable as a problem: which items to take and in which of their slots, so that bits are covered.

Bits stand for what a route has to bring: a deficit closed, a required measure kept. They fall into tiers, the most
important first. An item is an offer, a slot one of its dated runs (or one of the days on which it may begin).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from rsnms.domain.offer import Session

Month = tuple[int, int]
"""Year and month."""


class Worth(NamedTuple):
    """What a timetable is measured by: less is better, and what comes first counts first."""

    uncovered: tuple[int, ...]
    """Uncovered bits by tier."""
    hours: int
    unregistered: int
    """Programmes that are not in the federal register (федеральный реестр ДПП) when they begin."""
    ends_on: date
    """Last day of the last slot; ``date.min`` where nothing is taken."""
    cost: Decimal
    """In roubles."""
    items: int


@dataclass(frozen=True, slots=True)
class Slot:
    """One run of an item, both days included."""

    item: str
    begins: date
    ends: date
    hours: tuple[tuple[Month, int], ...]
    """Hours by month; their sum is the item's hours."""
    covers: int
    """A bit for each thing that it brings, if taken then."""
    occupies: bool = True
    """Whether no other slot that occupies may share a day with it."""
    unregistered: int = 0
    session: Session | None = None

    def covering(self, bits: int) -> "Slot":
        """The same run, bringing these bits."""
        return Slot(self.item, self.begins, self.ends, self.hours, bits, self.occupies, self.unregistered, self.session)

    def clashes(self, other: "Slot") -> bool:
        """Whether both occupy a day in common."""
        return self.occupies and other.occupies and self.begins <= other.ends and other.begins <= self.ends


@dataclass(frozen=True, slots=True)
class Item:
    """An offer with the slots in which the person can take it; one of them at most."""

    id: str
    hours: int
    slots: tuple[Slot, ...]
    """By last day, then first day, then place."""
    cost: int = 0
    """In the problem's units."""
    requires: frozenset[str] = frozenset()
    """Items that have to be taken too, and to end before this one begins."""

    @property
    def covers(self) -> int:
        """What it can bring in some slot, as bits."""
        bits = 0
        for slot in self.slots:
            bits |= slot.covers
        return bits


@dataclass(frozen=True, slots=True)
class Timetable:
    """The problem. What stands already has to keep the limits; then there is a best timetable, be it an empty one."""

    items: Mapping[str, Item]
    """Ordered by id."""
    tiers: tuple[int, ...]
    """The bits of each tier, as bits; they have none in common."""
    taken: tuple[Slot, ...] = ()
    """Slots that stand already: they clash and their hours count against the limits, but not in the worth."""
    hours: int | None = None
    """At most so many in total."""
    hours_a_month: int | None = None
    """At most so many in each month."""
    cost: int | None = None
    """At most so much in total, in units."""
    units: int = 1
    """Units of cost in a rouble."""

    @property
    def bits(self) -> int:
        """All bits."""
        return sum(self.tiers)

    @property
    def coverable(self) -> int:
        """The bits that some slot covers."""
        bits = 0
        for item in self.items.values():
            bits |= item.covers
        return bits & self.bits

    def worth(self, slots: tuple[Slot, ...]) -> Worth:
        """What a timetable is worth."""
        left = self.bits
        for slot in slots:
            left &= ~slot.covers
        items = [self.items[slot.item] for slot in slots]
        return Worth(
            tuple((left & tier).bit_count() for tier in self.tiers),
            sum(item.hours for item in items),
            sum(slot.unregistered for slot in slots),
            max((slot.ends for slot in slots), default=date.min),
            Decimal(sum(item.cost for item in items)) / self.units,
            len(items),
        )

    def allows(self, slots: tuple[Slot, ...]) -> bool:
        """Whether it keeps all limits: one slot an item, no clash, prerequisites before, hours, cost."""
        by_item = {slot.item: slot for slot in slots}
        if len(by_item) != len(slots):
            return False
        everything = (*slots, *self.taken)
        if any(one.clashes(other) for number, one in enumerate(slots) for other in everything[number + 1 :]):
            return False
        for id_, slot in by_item.items():
            before = self.items[id_].requires
            if not all(other in by_item and by_item[other].ends < slot.begins for other in before):
                return False
        months: dict[Month, int] = {}
        for slot in everything:
            for month, hours in slot.hours:
                months[month] = months.get(month, 0) + hours
        within_month = self.hours_a_month is None or all(hours <= self.hours_a_month for hours in months.values())
        within_hours = self.hours is None or sum(months.values()) <= self.hours
        within_cost = self.cost is None or sum(self.items[slot.item].cost for slot in slots) <= self.cost
        return within_month and within_hours and within_cost


class Gap(NamedTuple):
    """A level of the worth that was not proven optimal."""

    level: str
    reached: int
    bound: int
    """No timetable goes below it at this level."""


@dataclass(frozen=True, slots=True)
class Scheduled:
    """The slots of the best timetable by day, and the gap where the effort ran out before the proof."""

    slots: tuple[Slot, ...]
    gap: Gap | None = None
