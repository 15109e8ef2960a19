"""Items and slots that another one always replaces, so that the best timetable does as well without them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce
from operator import and_, or_

from rsnms.routes.timetable.timetable import Item, Slot, Timetable


def slot_order(slot: Slot) -> tuple[object, ...]:
    """The order of the slots of an item, whatever order they were given in."""
    session = slot.session
    place = (session.place or "", -1 if session.seats is None else session.seats) if session else ("", -1)
    return slot.ends, slot.begins, *place, slot.occupies, slot.hours, slot.covers, slot.unregistered


def slots_that_count(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The slots of one item without those that have another one within their days, by last day.

    It brings as much, takes no more hours in any month and leaves at least the same room before and after.
    """
    if len(slots) <= 1:
        return tuple(slots)
    kept: list[Slot] = []
    latest = date.min
    for slot in sorted(sorted(slots, key=slot_order), key=lambda slot: (slot.ends, -slot.begins.toordinal())):
        if slot.begins > latest:
            latest = slot.begins
        elif any(_stands_for(other, slot) for other in kept):
            continue
        kept.append(slot)
    return tuple(sorted(kept, key=slot_order))


def without_dominated(problem: Timetable, *, keep: frozenset[str] = frozenset()) -> Timetable:
    """The problem without items and slots that are never missed: the best worth stays the same.

    One item stands for another that nothing builds on when it is the better by hours, then by register, then by
    cost, and has for each slot of the other a slot within its days. In any slot it covers all that the other
    covers in any: where it is taken already, the other one brings nothing more. Items to keep stay whatever they bring.
    """
    bits = problem.bits
    items = [
        replace(item, slots=slots_that_count(item.slots)) for _, item in sorted(problem.items.items()) if item.slots
    ]
    needed = keep.union(*(item.requires for item in items))
    ranked = sorted((_Rank(item, bits) for item in items), key=lambda rank: rank.key)
    dominant: dict[int, list[_Rank]] = {1 << bit: [] for bit in range(bits.bit_length()) if bits >> bit & 1}
    kept = []
    for rank in ranked:
        if rank.item.id not in needed:
            if not rank.any_slot:
                continue
            shortest = min((some for bit, some in dominant.items() if rank.any_slot & bit), key=len)
            if any(not rank.any_slot & ~other.every_slot and other.stands_for(rank, problem) for other in shortest):
                continue
        kept.append(rank.item)
        for bit, some in dominant.items():
            if rank.every_slot & bit:
                some.append(rank)
    return replace(problem, items={item.id: item for item in sorted(kept, key=lambda item: item.id)})


class _Rank:
    """An item with what its slots cover: any of them, and every one."""

    __slots__ = ("any_slot", "every_slot", "item", "key")

    def __init__(self, item: Item, bits: int) -> None:
        covers = [slot.covers & bits for slot in item.slots]
        self.item = item
        self.any_slot, self.every_slot = reduce(or_, covers), reduce(and_, covers)
        self.key = (
            item.hours,
            min(slot.unregistered for slot in item.slots),
            item.cost,
            -self.any_slot.bit_count(),
            -len(covers),
            item.id,
        )

    def stands_for(self, other: "_Rank", problem: Timetable) -> bool:
        """Whether it does in every slot of another one that comes later in the order and covers no more."""
        item, less = self.item, other.item
        if not item.requires <= less.requires or (problem.cost is not None and item.cost > less.cost):
            return False
        by_month = problem.hours_a_month is not None
        return all(
            any(_replaces(item, one, less, slot, by_month=by_month) for one in item.slots) for slot in less.slots
        )


def _replaces(item: Item, slot: Slot, less: Item, by: Slot, *, by_month: bool) -> bool:
    """Whether one item in a slot of it is no worse than another in another."""
    if slot.begins < by.begins or slot.ends > by.ends or (slot.occupies and not by.occupies):
        return False
    if item.hours == less.hours and (slot.unregistered, item.cost) > (by.unregistered, less.cost):
        return False
    return not by_month or _hours_within(slot.hours, by.hours)


def _stands_for(slot: Slot, other: Slot) -> bool:
    """Whether a slot of an item replaces another one of it."""
    return (
        slot.begins >= other.begins
        and slot.ends <= other.ends
        and not other.covers & ~slot.covers
        and slot.unregistered <= other.unregistered
        and slot.occupies <= other.occupies
        and _hours_within(slot.hours, other.hours)
    )


def _hours_within(some: Iterable[tuple[tuple[int, int], int]], others: tuple[tuple[tuple[int, int], int], ...]) -> bool:
    """Whether it takes no more hours than another in any month."""
    if some == others:
        return True
    most = dict(others)
    return all(hours <= most.get(month, 0) for month, hours in some)
