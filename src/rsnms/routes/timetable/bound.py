"""What covering some bits takes at least, dates left aside: a dynamic programme over their subsets."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from operator import attrgetter

from rsnms.routes.timetable.options import Option, Options

_Entry = tuple[int, int, date]
"""What it covers, what it weighs and when it ends at the soonest."""
_Least = tuple[int, int, int]
"""For a set of bits: what covering it weighs at least above leaving it open, the least hours, the least cost."""


class Bound:
    """The least weight and the soonest last day for every set of bits that is asked for.

    An item weighs as much as it does alone, with those prerequisites that nothing else that covers builds on: no
    timetable goes below that, however its items share their prerequisites.
    """

    def __init__(self, options: Options, weigh: Callable[[Option], int] = attrgetter("weighs")) -> None:
        self._shift = options.scale.shift
        entries: dict[int, _Entry] = {}
        for covers, weighs, ends in _entries(options, weigh):
            known = entries.get(covers)
            if known is None or weighs >> self._shift < known[1] >> self._shift:
                entries[covers] = covers, weighs, ends
            elif weighs >> self._shift == known[1] >> self._shift:
                entries[covers] = covers, min(weighs, known[1]), min(ends, known[2])
        self._closing: dict[int, list[_Entry]] = {bit: [] for bit in options.penalties}
        for entry in _that_count(entries.values(), self._shift):
            for bit, closing in self._closing.items():
                if entry[0] & bit:
                    closing.append(entry)
        self._least = {0: 0}
        self._ends = {0: date.min}

    def least(self, bits: int) -> int:
        """The least weight of anything that covers the bits."""
        found = self._least.get(bits)
        if found is None:
            least, known = self.least, self._least
            found = min(
                [
                    weighs + (known[left] if (left := bits & ~covers) in known else least(left))
                    for covers, weighs, _ in self._closing[bits & -bits]
                ]
            )
            self._least[bits] = found
        return found

    def ends(self, bits: int) -> date:
        """When anything that covers the bits with the least weight (cost and items aside) ends at the soonest."""
        found = self._ends.get(bits)
        if found is None:
            least = self.least(bits) >> self._shift
            found = self._ends[bits] = min(
                max(ends, self.ends(bits & ~covers))
                for covers, weighs, ends in self._closing[bits & -bits]
                if (weighs + self.least(bits & ~covers)) >> self._shift == least
            )
        return found


class BoundWithin:
    """The least weight within limits of hours and cost, where some bits may have to be left open.

    Anything that covers some bits takes their least hours and costs their least cost; so of all sets of bits it
    allows those for which both are within the limits, each limit on its own.
    """

    def __init__(self, options: Options, bound: Bound) -> None:
        scale, room = options.scale, options.room
        cheapest = Bound(options, lambda option: option.item.cost) if room.cost is not None else None
        self._penalty = [0]
        self._least: list[_Least] = []
        for bits in range(options.coverable + 1):
            if bits:
                self._penalty.append(self._penalty[bits & (bits - 1)] + options.penalties[bits & -bits])
            weight = bound.least(bits)
            cost = cheapest.least(bits) if cheapest else 0
            self._least.append((weight - self._penalty[bits], weight >> scale.hours, cost))
        self._known: dict[int, list[_Least]] = {}

    def least(self, bits: int, hours: int | None, cost: int | None) -> int:
        """The least weight of covering the bits or leaving them open."""
        if bits not in self._known:
            self._known[bits] = self._that_count(bits)
        for gained, least_hours, least_cost in self._known[bits]:
            if (hours is None or least_hours <= hours) and (cost is None or least_cost <= cost):
                return self._penalty[bits] + gained
        return self._penalty[bits]

    def _that_count(self, bits: int) -> list[_Least]:
        """Of all sets of the bits those that take fewer hours or cost less than any that gains more."""
        sets, some = [], bits
        while some:
            sets.append(self._least[some])
            some = (some - 1) & bits
        sets.sort()
        kept: list[_Least] = []
        for least in sets:
            _, hours, cost = least
            if not any(other[1] <= hours and other[2] <= cost for other in kept):
                kept.append(least)
        return kept


def _entries(options: Options, weigh: Callable[[Option], int]) -> Iterable[_Entry]:
    """What covers something, with what it alone of all that covers builds on."""
    by_item, closures = options.by_item, options.closures
    built_on = Counter[str]()
    for id_, closure in closures.items():
        if any(option.covers for option in by_item.get(id_, ())):
            built_on.update(closure)
    built_on.update([id_ for id_ in built_on if any(option.covers for option in by_item[id_])])
    for id_, some in by_item.items():
        more = 0
        for other in closures.get(id_, ()):
            if built_on[other] == 1:
                more += min(map(weigh, by_item[other]))
        for option in some:
            if option.covers:
                yield option.covers, weigh(option) + more, option.first_end


def _that_count(entries: Iterable[_Entry], shift: int) -> list[_Entry]:
    """The entries without those that another one betters in everything."""
    kept: list[_Entry] = []
    for entry in sorted(entries, key=lambda entry: (entry[1], entry[2], -entry[0].bit_count(), entry[0])):
        covers, weighs, ends = entry
        if not any(
            covers & ~more == 0 and (less >> shift < weighs >> shift or sooner <= ends) for more, less, sooner in kept
        ):
            kept.append(entry)
    return kept
