"""A greedy timetable: quick and never beyond a limit, but with no claim to be the best."""

from collections.abc import Iterator
from datetime import date

from rsnms.routes.timetable.dominance import slot_order
from rsnms.routes.timetable.options import Room
from rsnms.routes.timetable.timetable import Item, Slot, Timetable


def grab(problem: Timetable) -> tuple[Slot, ...]:
    """Take, the first tier first, what covers most for its hours and ends soonest, until nothing more fits."""
    return _Grabbing(problem).grabbed() if problem.allows(()) else ()


class _Grabbing:
    def __init__(self, problem: Timetable) -> None:
        self.items = dict(sorted(problem.items.items()))
        self.slots = {id_: sorted(item.slots, key=slot_order) for id_, item in self.items.items()}
        self.tiers, self.left, self.room = problem.tiers, problem.bits, Room(problem)
        self.chosen: dict[str, Slot] = {}

    def grabbed(self) -> tuple[Slot, ...]:
        for tier in self.tiers:
            while self.left & tier and self._take_one(tier):
                pass
        return tuple(sorted(self.chosen.values(), key=lambda slot: (slot.begins, slot.ends, slot.item)))

    def _take_one(self, tier: int) -> bool:
        """Take the best that fits and covers something more of a tier."""
        ranked = sorted(self._ranked(tier))
        return any(self._take(self.items[id_], self.slots[id_][place], frozenset()) for *_, id_, place in ranked)

    def _ranked(self, tier: int) -> Iterator[tuple[float, int, date, int, str, int]]:
        for id_, item in self.items.items():
            if id_ not in self.chosen:
                for place, slot in enumerate(self.slots[id_]):
                    if slot.covers & self.left & tier:
                        gained = (slot.covers & self.left).bit_count()
                        yield item.hours / gained, slot.unregistered, slot.ends, item.cost, id_, place

    def _take(self, item: Item, slot: Slot, above: frozenset[str]) -> bool:
        """Take a slot after what its item builds on, each in the first slot that fits; or nothing at all."""
        if item.id in above or not self.room.take(item, slot):
            return False
        before = dict(self.chosen)
        self.chosen[item.id] = slot
        if all(self._is_met(other, slot, above | {item.id}) for other in sorted(item.requires)):
            self.left &= ~slot.covers
            return True
        for id_ in reversed([id_ for id_ in self.chosen if id_ not in before]):
            self.room.give_back(self.items[id_], self.chosen.pop(id_))
        return False

    def _is_met(self, id_: str, slot: Slot, above: frozenset[str]) -> bool:
        """Whether a prerequisite is taken, or can be, and ends before a slot begins."""
        if id_ in self.chosen:
            return self.chosen[id_].ends < slot.begins
        if id_ not in self.items:
            return False
        earlier = (one for one in self.slots[id_] if one.ends < slot.begins)
        return any(self._take(self.items[id_], one, above) for one in earlier)
