"""What the search chooses between: the slots of an item that bring the same, with what taking one weighs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rsnms.routes.timetable.dominance import slots_that_count
from rsnms.routes.timetable.timetable import Item, Month, Slot, Timetable


@dataclass(slots=True)
class Option:
    """The slots of one item that cover the same and are as good for the register."""

    item: Item
    order: int
    """Its place among all options, by id."""
    covers: int
    """In the numbering of the search: the bit that fewest slots cover is the lowest."""
    weighs: int
    """Hours, programmes out of the register, cost and one item, packed into a number."""
    first_end: date
    every_slot: Sequence[Slot]
    kept: tuple[Slot, ...] | None = None

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots worth trying, by last day; sorted when first asked for, as most options never are."""
        if self.kept is None:
            self.kept = slots_that_count(self.every_slot)
        return self.kept


class Scale:
    """The levels of the worth but for the last day as fields of a whole number, the first level the highest.

    The fields below ``shift`` hold cost and items, which count only after the last day.
    """

    def __init__(self, items: Sequence[Item]) -> None:
        self.cost = len(items).bit_length()
        self.shift = self.cost + sum([item.cost for item in items]).bit_length()
        unregistered = sum(max((slot.unregistered for slot in item.slots), default=0) for item in items)
        self.hours = self.shift + unregistered.bit_length()
        self.top = self.hours + sum([item.hours for item in items]).bit_length()
        self.low = (1 << self.shift) - 1

    def weighs(self, item: Item, unregistered: int) -> int:
        """One item in a slot of it."""
        return (item.hours << self.hours) + (unregistered << self.shift) + (item.cost << self.cost) + 1

    def penalties(self, tiers: Iterable[int]) -> dict[int, int]:
        """What leaving a bit open weighs, by bit: more than anything that could cover it, and by tier."""
        penalties: dict[int, int] = {}
        place = self.top
        for tier in reversed(tuple(tiers)):
            penalties |= {1 << bit: 1 << place for bit in range(tier.bit_length()) if tier >> bit & 1}
            place += tier.bit_count().bit_length()
        return penalties


class Room:
    """What the slots that stand already leave: days, hours in total and by month."""

    def __init__(self, problem: Timetable) -> None:
        self.busy = [(slot.begins, slot.ends) for slot in problem.taken if slot.occupies]
        self.used: dict[Month, int] = {}
        for slot in problem.taken:
            for month, hours in slot.hours:
                self.used[month] = self.used.get(month, 0) + hours
        self.hours = None if problem.hours is None else problem.hours - sum(self.used.values())
        self.a_month = problem.hours_a_month
        self.cost = problem.cost
        self._tightest = None if self.a_month is None else self.a_month - max(self.used.values(), default=0)

    def fitting(self, item: Item) -> Sequence[Slot]:
        """The slots that an item could take if nothing else were chosen."""
        if (self.hours is not None and item.hours > self.hours) or (self.cost is not None and item.cost > self.cost):
            return ()
        slots: Sequence[Slot] = item.slots
        for begins, ends in self.busy:
            slots = [slot for slot in slots if slot.begins > ends or slot.ends < begins or not slot.occupies]
        if self._tightest is not None and item.hours > self._tightest:
            slots = [slot for slot in slots if self._fits_in_months(slot)]
        return slots

    def limit(self, slots: Iterable[Slot]) -> None:
        """Turn what is left in the months of all slots that can be taken into a limit of hours in total."""
        if self.a_month is not None:
            months = {month for slot in slots for month, _ in slot.hours}
            left = sum(self.a_month - self.used.get(month, 0) for month in months)
            self.hours = left if self.hours is None else min(self.hours, left)

    def take(self, item: Item, slot: Slot) -> bool:
        """Take a slot if it still fits."""
        if slot.occupies:
            begins, ends = slot.begins, slot.ends
            for other_begins, other_ends in self.busy:
                if begins <= other_ends and other_begins <= ends:
                    return False
        if self.hours is not None and item.hours > self.hours:
            return False
        if self.cost is not None and item.cost > self.cost:
            return False
        if self.a_month is not None:
            if not self._fits_in_months(slot):
                return False
            for month, hours in slot.hours:
                self.used[month] = self.used.get(month, 0) + hours
        if self.hours is not None:
            self.hours -= item.hours
        if self.cost is not None:
            self.cost -= item.cost
        if slot.occupies:
            self.busy.append((slot.begins, slot.ends))
        return True

    def give_back(self, item: Item, slot: Slot) -> None:
        """Undo the last taking."""
        if slot.occupies:
            self.busy.pop()
        if self.hours is not None:
            self.hours += item.hours
        if self.cost is not None:
            self.cost += item.cost
        if self.a_month is not None:
            for month, hours in slot.hours:
                self.used[month] -= hours

    def _fits_in_months(self, slot: Slot) -> bool:
        most = self.a_month or 0
        return all(self.used.get(month, 0) + hours <= most for month, hours in slot.hours)


@dataclass(slots=True)
class Options:
    """All options of a problem, in the numbering of the search."""

    scale: Scale
    by_item: dict[str, list[Option]]
    closures: dict[str, tuple[str, ...]]
    """For the items that require something: everything they build on."""
    penalties: dict[int, int]
    """By coverable bit."""
    room: Room

    @property
    def coverable(self) -> int:
        """All coverable bits."""
        return (1 << len(self.penalties)) - 1


def options_of(problem: Timetable) -> Options:
    """The options of the items that can cover something, and of what they build on."""
    room, wanted = Room(problem), problem.bits
    fitting = {id_: (problem.items[id_], room.fitting(problem.items[id_])) for id_ in sorted(problem.items)}
    closures = _closures({id_: item for id_, (item, slots) in fitting.items() if slots})
    groups = []
    for id_, (item, slots) in fitting.items():
        if not slots or (item.requires and id_ not in closures):
            continue
        keys = {(slot.covers & wanted, slot.unregistered) for slot in slots}
        groups.append((item, keys, slots))
    useful = {item.id for item, keys, _ in groups if any(covers for covers, _ in keys)}
    useful.update(*(closures[id_] for id_ in useful & closures.keys()))
    groups = [group for group in groups if group[0].id in useful]
    scale = Scale([item for item, _, _ in groups])
    renumbered, order = _renumbered([covers for _, keys, _ in groups for covers, _ in keys])
    by_item: dict[str, list[Option]] = {}
    number = 0
    for item, keys, slots in groups:
        options = by_item[item.id] = []
        for key in sorted(keys):
            covers, unregistered = key
            same = slots if len(keys) == 1 else [s for s in slots if (s.covers & wanted, s.unregistered) == key]
            first_end = min([slot.ends for slot in same])
            options.append(Option(item, number, renumbered[covers], scale.weighs(item, unregistered), first_end, same))
            number += 1
    of_bits = scale.penalties(problem.tiers)
    penalties = {1 << place: of_bits[bit] for place, bit in enumerate(order)}
    return Options(scale, by_item, closures, penalties, room)


def _closures(items: dict[str, Item]) -> dict[str, tuple[str, ...]]:
    """What the items with prerequisites build on, but for those that build on themselves or on what cannot be taken."""
    closures: dict[str, tuple[str, ...]] = {}
    waiting = {id_: item.requires for id_, item in items.items() if item.requires}
    while waiting:
        ready = [
            id_
            for id_, requires in waiting.items()
            if all(other in items and other not in waiting for other in requires)
            and all(other in closures or not items[other].requires for other in requires)
        ]
        if not ready:
            break
        for id_ in ready:
            requires = waiting.pop(id_)
            closures[id_] = tuple(sorted(requires.union(*(closures.get(other, ()) for other in requires))))
    return closures


def _renumbered(masks: Sequence[int]) -> tuple[dict[int, int], list[int]]:
    """Every mask with the rarest bit as the lowest, and the bits in that order."""
    counted = Counter(masks)
    bits = 0
    for mask in counted:
        bits |= mask
    single = [1 << place for place in range(bits.bit_length()) if bits >> place & 1]
    often = {bit: sum(count for mask, count in counted.items() if mask & bit) for bit in single}
    order = sorted(single, key=lambda bit: (often[bit], bit))
    return {mask: sum(1 << place for place, bit in enumerate(order) if mask & bit) for mask in counted}, order
