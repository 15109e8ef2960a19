"""The best timetable for any number of bits and under hard limits: OR-Tools CP-SAT."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from rsnms.domain.extras import need
from rsnms.routes.timetable.dominance import slots_that_count
from rsnms.routes.timetable.greedy import grab
from rsnms.routes.timetable.options import Room
from rsnms.routes.timetable.timetable import Gap, Month, Scheduled, Slot, Timetable

EFFORT = 60.0
"""CP-SAT's own measure of work for each of its solves, in about seconds: the same on every machine."""
_EXACT = 1 << 53
"""Up to here the solver's objective is exact: it gives it as a floating-point number."""


class _Level(NamedTuple):
    """A level of the worth: what each variable adds to it, and what it comes to at most."""

    name: str
    terms: dict[int, int]
    """By place of the variable."""
    most: int


def solve(problem: Timetable, *, known: tuple[Slot, ...] | None = None, effort: float = EFFORT) -> Scheduled:
    """The best timetable, level after level of the worth with those before it fixed.

    Args:
        problem: which items to take and when.
        known: an allowed timetable to begin with; a greedy one by default.
        effort: for each level, or as many as fit into one whole number.

    Raises:
        LibraryMissingError: OR-Tools is not installed; the message says how to install it.
    """
    if not problem.allows(()):
        return Scheduled(())
    return _Solving(problem, grab(problem) if known is None else known, effort).solved()


class _Solving:
    def __init__(self, problem: Timetable, known: tuple[Slot, ...], effort: float) -> None:
        self.problem, self.best, self.effort = problem, known, effort
        self.cp = need("ortools.sat.python.cp_model", "routes")
        self.model = self.cp.CpModel()
        room, self.slots = Room(problem), list[Slot]()
        self.of_item: dict[str, list[int]] = {}
        for id_, item in sorted(problem.items.items()):
            fitting = slots_that_count(room.fitting(item))
            fitting += tuple(slot for slot in known if slot.item == id_ and slot not in fitting)
            self.of_item[id_] = list(range(len(self.slots), len(self.slots) + len(fitting)))
            self.slots += fitting
        self.takes = [self.model.new_bool_var("") for _ in self.slots]
        self.bits = [1 << bit for bit in range(problem.bits.bit_length()) if problem.bits >> bit & 1]
        self.leaves = [self.model.new_bool_var("") for _ in self.bits]
        self.days = sorted({slot.ends for slot in self.slots})
        self.last = self.model.new_int_var(0, len(self.days), "")
        """The place of the last day among the days on which slots end, from 1 on; 0 where nothing is taken."""
        self.variables = [*self.takes, *self.leaves, self.last]
        self._cover()
        self._keep_apart()
        self._keep_order()
        self._keep_limits(room)

    def _cover(self) -> None:
        for bit, leaves in zip(self.bits, self.leaves, strict=True):
            covering = self._takes(number for number, slot in enumerate(self.slots) if slot.covers & bit)
            self.model.add_bool_or([leaves, *covering])
        place = {day: number for number, day in enumerate(self.days, 1)}
        for numbers in self.of_item.values():
            if numbers:
                ends = [place[self.slots[number].ends] for number in numbers]
                self.model.add(self.last >= self.cp.LinearExpr.weighted_sum(self._takes(numbers), ends))

    def _keep_apart(self) -> None:
        """One slot of an item, and one slot a day: slots that share a day all share the day on which one begins."""
        for numbers in self.of_item.values():
            self.model.add_at_most_one(self._takes(numbers))
        occupying = [number for number, slot in enumerate(self.slots) if slot.occupies]
        for day in sorted({self.slots[number].begins for number in occupying}):
            sharing = [n for n in occupying if self.slots[n].begins <= day <= self.slots[n].ends]
            if len(sharing) > 1:
                self.model.add_at_most_one(self._takes(sharing))

    def _keep_order(self) -> None:
        for id_, numbers in self.of_item.items():
            for required in self.problem.items[id_].requires:
                of_required = self.of_item.get(required, [])
                for number in numbers:
                    begins = self.slots[number].begins
                    before = self._takes(other for other in of_required if self.slots[other].ends < begins)
                    self.model.add_bool_or([self.takes[number].negated(), *before])

    def _keep_limits(self, room: Room) -> None:
        if room.hours is not None:
            self._at_most(room.hours, [self.problem.items[slot.item].hours for slot in self.slots])
        if room.cost is not None:
            self._at_most(room.cost, [self.problem.items[slot.item].cost for slot in self.slots])
        if room.a_month is not None:
            months: dict[Month, dict[int, int]] = {}
            for number, slot in enumerate(self.slots):
                for month, hours in slot.hours:
                    months.setdefault(month, {})[number] = hours
            for month, taken in sorted(months.items()):
                self._at_most(room.a_month - room.used.get(month, 0), taken.values(), self._takes(taken))

    def _at_most(self, most: int, weights: Iterable[int], takes: list[Any] | None = None) -> None:
        self.model.add(self.cp.LinearExpr.weighted_sum(self.takes if takes is None else takes, [*weights]) <= most)

    def _takes(self, numbers: Iterable[int]) -> list[Any]:
        return [self.takes[number] for number in numbers]

    def _levels(self) -> list[_Level]:
        """All levels that differ between timetables, the first first."""
        at = len(self.slots)
        levels = [
            _Level(
                f"uncovered-{number}",
                {at + place: 1 for place, bit in enumerate(self.bits) if bit & tier},
                tier.bit_count(),
            )
            for number, tier in enumerate(self.problem.tiers, 1)
        ]
        items = [self.problem.items[slot.item] for slot in self.slots]
        levels.append(self._sum("hours", [item.hours for item in items]))
        levels.append(self._sum("unregistered", [slot.unregistered for slot in self.slots]))
        levels.append(_Level("ends-on", {len(self.variables) - 1: 1}, len(self.days)))
        levels.append(self._sum("cost", [item.cost for item in items]))
        levels.append(self._sum("items", [1 for _ in items]))
        return [level for level in levels if level.most]

    def _sum(self, name: str, weights: Sequence[int]) -> _Level:
        most = sum(max((weights[number] for number in numbers), default=0) for numbers in self.of_item.values())
        return _Level(name, dict(enumerate(weights)), most)

    def solved(self) -> Scheduled:
        left = self._levels()
        while left:
            together = [left.pop(0)]
            size = together[0].most + 1
            while left and left[0].name != "ends-on" and together[0].name != "ends-on":
                if size * (left[0].most + 1) >= _EXACT:
                    break
                size *= left[0].most + 1
                together.append(left.pop(0))
            if gap := self._minimise(together):
                return Scheduled(_by_day(self.best), gap)
        return Scheduled(_by_day(self.best))

    def _minimise(self, levels: list[_Level]) -> Gap | None:
        """Bring levels to their least as one number; the gap where that is not proven."""
        weights = [0] * len(self.variables)
        for level in levels:
            weights = [weight * (level.most + 1) for weight in weights]
            for place, weight in level.terms.items():
                weights[place] += weight
        objective = self.cp.LinearExpr.weighted_sum(self.variables, weights)
        values = self._hint()
        solver = self.cp.CpSolver()
        solver.parameters.num_search_workers = 1
        solver.parameters.random_seed = 0
        # Without the linear relaxation of the covering constraints the bound on hours stays at nothing.
        solver.parameters.linearization_level = 2
        solver.parameters.max_deterministic_time = self.effort
        self.model.minimize(objective)
        status = solver.solve(self.model)
        if status == self.cp.UNKNOWN:
            reached, bound = sum(value * weight for value, weight in zip(values, weights, strict=True)), 0
        elif status in (self.cp.OPTIMAL, self.cp.FEASIBLE):
            self.best = tuple(
                slot for slot, takes in zip(self.slots, self.takes, strict=True) if solver.boolean_value(takes)
            )
            reached, bound = round(solver.objective_value), round(solver.best_objective_bound)
        else:
            raise RuntimeError(f"CP-SAT calls it {solver.status_name(status)}, though taking nothing is a timetable")
        self.model.add(objective <= reached)
        return self._gap(levels, reached, bound)

    def _hint(self) -> list[int]:
        """The values of all variables for the best so far."""
        taken, covered = set(self.best), 0
        for slot in self.best:
            covered |= slot.covers
        last = max((slot.ends for slot in self.best), default=None)
        values = [
            *(int(slot in taken) for slot in self.slots),
            *(int(not covered & bit) for bit in self.bits),
            0 if last is None else self.days.index(last) + 1,
        ]
        self.model.clear_hints()
        for variable, value in zip(self.variables, values, strict=True):
            self.model.add_hint(variable, value)
        return values

    def _gap(self, levels: list[_Level], reached: int, bound: int) -> Gap | None:
        """The first level in which a packed number and its bound differ."""
        fields = []
        for level in reversed(levels):
            reached, at_level = divmod(reached, level.most + 1)
            bound, at_bound = divmod(bound, level.most + 1)
            fields.append(Gap(level.name, at_level, at_bound))
        gap = next((gap for gap in reversed(fields) if gap.reached != gap.bound), None)
        if gap and gap.level == "ends-on":
            return Gap(gap.level, *(self.days[n - 1].toordinal() if n else 1 for n in gap[1:]))
        return gap


def _by_day(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    return tuple(sorted(slots, key=lambda slot: (slot.begins, slot.ends, slot.item)))
