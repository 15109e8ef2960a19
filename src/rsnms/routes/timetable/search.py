"""The best timetable by depth-first search: branch and bound in plain Python, for few bits."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rsnms.routes.timetable.bound import Bound, BoundWithin
from rsnms.routes.timetable.options import Option, Options, options_of
from rsnms.routes.timetable.timetable import Slot, Timetable

MOST_BITS = 16
"""Up to so many coverable bits the bound is soon there: it may have a state for each subset."""
MOST_BITS_WITHIN = 12
"""The same under a limit that keeps from covering everything in the lightest way: its bound has a state for each."""
STEPS = 100_000
"""So many options and slots are looked at before the search gives up: the same on every machine."""


@dataclass(frozen=True, slots=True)
class Found:
    """The slots of the best timetable found, by day, and whether there is none better."""

    slots: tuple[Slot, ...]
    is_proven: bool


def search(problem: Timetable, *, steps: int = STEPS) -> Found:
    """The best timetable, or the best that was found in so many steps.

    Of timetables that are worth the same it keeps the first it comes to, always the same one: it goes through items
    by id and through their slots by last day, whatever order the problem is given in.
    """
    if not problem.allows(()):
        return Found((), is_proven=True)
    options = options_of(problem)
    if len(options.penalties) > MOST_BITS:
        return Found((), is_proven=False)
    bound = Bound(options)
    is_limited = _is_limited(options, bound)
    if is_limited and len(options.penalties) > MOST_BITS_WITHIN:
        return Found((), is_proven=False)
    return _Search(options, bound, BoundWithin(options, bound) if is_limited else None, steps).found()


def _is_limited(options: Options, bound: Bound) -> bool:
    """Whether limits may keep from covering everything in the lightest way; those of months become one in total."""
    room, scale, lightest = options.room, options.scale, bound.least(options.coverable)
    hours, cost = lightest >> scale.hours, (lightest & scale.low) >> scale.cost
    if room.a_month is not None and hours > room.a_month:
        room.limit(slot for some in options.by_item.values() for option in some for slot in option.every_slot)
    return (room.cost is not None and cost > room.cost) or (room.hours is not None and hours > room.hours)


class _SpentError(Exception):
    """The steps are used up."""


class _Node(NamedTuple):
    """How far a descent has come: everything that follows from what is chosen and left open."""

    bits: int
    """To be covered or left open yet."""
    weight: int
    ends: date
    pending: Mapping[str, date]
    """What the chosen build on and is to be placed yet, with the day before which it has to end."""


class _Child(NamedTuple):
    """An option with the least that everything with it weighs; the order is that of the fields."""

    bound: int
    order: int
    option: Option
    reached: int
    """The bits that neither it nor what has to come with it covers, if all can be covered."""


class _Search:
    """The state of a descent: what is chosen, what is left of the limits, and the best so far."""

    def __init__(self, options: Options, bound: Bound, within: BoundWithin | None, steps: int) -> None:
        self.by_item, self.closures, self.scale = options.by_item, options.closures, options.scale
        self.penalties, self.room = options.penalties, options.room
        self.bound, self.within = bound, within
        self.closing = _closing(options)
        self.steps = steps
        self.chosen: dict[str, Slot] = {}
        self.left_open = 0
        self.best: tuple[Slot, ...] = ()
        self.best_level = sum(options.penalties.values()) >> self.scale.shift
        self.best_ends, self.best_rest = date.min, 0

    def found(self) -> Found:
        is_proven = True
        try:
            self._descend(_Node((1 << len(self.penalties)) - 1, 0, date.min, {}))
        except _SpentError:
            is_proven = False
        return Found(tuple(sorted(self.best, key=lambda slot: (slot.begins, slot.ends, slot.item))), is_proven)

    def _limited(self, child: _Child, node: _Node, within: BoundWithin) -> _Child:
        """The child with what the limits let it reach."""
        item, room = child.option.item, self.room
        hours = None if room.hours is None else room.hours - item.hours
        cost = None if room.cost is None else room.cost - item.cost
        weight = node.weight + child.option.weighs + within.least(node.bits & ~child.option.covers, hours, cost)
        return _Child(weight, child.order, child.option, 0) if weight > child.bound else child

    def _descend(self, node: _Node) -> None:
        """Go through all that can follow, but for what is no better than the best."""
        if node.pending:
            self._place_pending(node)
        elif node.bits:
            self._cover_lowest(node)
        elif not self._is_beaten(node.weight, node.ends):
            self.best_level, self.best_rest = node.weight >> self.scale.shift, node.weight & self.scale.low
            self.best_ends, self.best = node.ends, tuple(self.chosen.values())

    def _is_beaten(self, weight: int, ends: date) -> bool:
        """Whether all that weighs so much at least and ends then at the soonest is no better than the best."""
        level = weight >> self.scale.shift
        if level != self.best_level:
            return level > self.best_level
        if ends != self.best_ends:
            return ends > self.best_ends
        return weight & self.scale.low >= self.best_rest

    def _cover_lowest(self, node: _Node) -> None:
        for child in self._children(node):
            if child.bound >> self.scale.shift > self.best_level:
                break
            self._try(child, node, None)
        lowest = node.bits & -node.bits
        bits, weight = node.bits ^ lowest, node.weight + self.penalties[lowest]
        least = self.within.least(bits, self.room.hours, self.room.cost) if self.within else self.bound.least(bits)
        if not self._is_beaten(weight + least, node.ends):
            self.left_open |= lowest
            self._descend(_Node(bits, weight, node.ends, {}))
            self.left_open ^= lowest

    def _children(self, node: _Node) -> list[_Child]:
        """What covers the lowest bit, the most promising first."""
        children = []
        most, shift, least = self.best_level, self.scale.shift, self.bound.least
        for covers, options in self.closing[node.bits & -node.bits]:
            if covers & self.left_open:
                continue
            reached = node.bits & ~covers
            base = node.weight + least(reached)
            for option in options:
                bound = base + option.weighs
                if bound >> shift > most:
                    break
                if option.item.requires:
                    children.append(self._with_required(option, node, self.closures[option.item.id]))
                else:
                    children.append(_Child(bound, option.order, option, reached))
        if self.within:
            children = [self._limited(child, node, self.within) for child in children]
        self._spend(len(children))
        children.sort(key=lambda child: child[:2])
        return children

    def _with_required(self, option: Option, node: _Node, ids: Collection[str]) -> _Child:
        """An option with items that have to be placed with it, unless they are chosen already."""
        weight, brought = node.weight + option.weighs, option.covers
        for id_ in ids:
            if id_ not in self.chosen:
                weight += min(one.weighs for one in self.by_item[id_])
                for one in self.by_item[id_]:
                    brought |= one.covers
        reached = node.bits & ~brought
        return _Child(weight + self.bound.least(reached), option.order, option, reached)

    def _place_pending(self, node: _Node) -> None:
        id_ = min(node.pending)
        needed = set(node.pending).union(*(self.closures.get(other, ()) for other in node.pending)) - {id_}
        for option in self.by_item[id_]:
            if not option.covers & self.left_open:
                self._try(self._with_required(option, node, needed), node, node.pending[id_])

    def _spend(self, steps: int) -> None:
        self.steps -= steps
        if self.steps < 0:
            raise _SpentError

    def _try(self, child: _Child, node: _Node, before: date | None) -> None:
        """Descend with each slot of the option that fits and ends before a day."""
        option, bound = child.option, child.bound
        if option.item.id in self.chosen:
            return
        for slot in option.slots:
            soonest = max(node.ends, slot.ends)
            if bound >> self.scale.shift == self.best_level:
                soonest = max(soonest, self.bound.ends(child.reached))
            if self._is_beaten(bound, soonest) or (before and slot.ends >= before):
                break
            self._spend(1)
            item = option.item
            if all(other not in self.chosen or self.chosen[other].ends < slot.begins for other in item.requires):
                if not self.room.take(item, slot):
                    continue
                self.chosen[item.id] = slot
                pending = {other: day for other, day in node.pending.items() if other != item.id}
                for other in item.requires:
                    if other not in self.chosen:
                        pending[other] = min(slot.begins, pending.get(other, slot.begins))
                weight = node.weight + option.weighs
                self._descend(_Node(node.bits & ~option.covers, weight, max(node.ends, slot.ends), pending))
                del self.chosen[item.id]
                self.room.give_back(item, slot)


def _closing(options: Options) -> dict[int, list[tuple[int, list[Option]]]]:
    """For each bit what covers it, by what else that covers; the lightest first."""
    by_covers: dict[int, list[Option]] = {}
    for some in options.by_item.values():
        for option in some:
            by_covers.setdefault(option.covers, []).append(option)
    for some in by_covers.values():
        some.sort(key=lambda option: (option.weighs, option.order))
    return {
        bit: [(covers, some) for covers, some in sorted(by_covers.items()) if covers & bit] for bit in options.penalties
    }
