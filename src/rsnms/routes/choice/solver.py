"""The exact choice under a limit of cost, or with prerequisites that several offers share: OR-Tools CP-SAT."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rsnms.domain.competency import Severity
from rsnms.domain.extras import need
from rsnms.routes.choice.greedy import grab
from rsnms.routes.choice.problem import Item, Problem

EFFORT = 60.0
"""CP-SAT's own measure of work for each level of the objective, in about seconds: the same on every machine."""
_IDS_AT_A_TIME = 30


@dataclass(frozen=True, slots=True)
class Gap:
    """A level of the objective that was not proven optimal."""

    level: str
    reached: int
    bound: int
    """No choice goes below it at this level."""


@dataclass(frozen=True, slots=True)
class Solved:
    """The ids chosen, and the gap where the effort ran out."""

    ids: frozenset[str]
    gap: Gap | None = None


def solve(problem: Problem, *, effort: float = EFFORT) -> Solved:
    """The best choice, each level of the objective solved with those before it fixed.

    Raises:
        LibraryMissingError: OR-Tools is not installed; the message says how to install it.
    """
    return _Solving(problem, effort).solved()


class _Solving:
    def __init__(self, problem: Problem, effort: float) -> None:
        self.problem, self.effort = problem, effort
        self.cp = need("ortools.sat.python.cp_model", "routes")
        self.model = self.cp.CpModel()
        self.takes = {id_: self.model.new_bool_var(id_) for id_ in problem.items}
        self.leaves = [self.model.new_bool_var("") for _ in problem.deficits]
        self.ids = grab(problem)
        self._constrain()

    def _constrain(self) -> None:
        problem, model = self.problem, self.model
        for id_, item in problem.items.items():
            for required in item.requires:
                model.add_implication(self.takes[id_], self.takes[required])
        for bit, leaves in enumerate(self.leaves):
            closing = [self.takes[id_] for id_, item in problem.items.items() if item.covers >> bit & 1]
            model.add_bool_or([leaves, *closing])
        if problem.hours is not None:
            model.add(self._sum(lambda item: item.hours) <= problem.hours)
        if problem.cost is not None:
            model.add(self._sum(lambda item: item.cost) <= problem.cost)

    def solved(self) -> Solved:
        for severity in reversed(Severity):
            bits = [bit for bit, deficit in enumerate(self.problem.deficits) if deficit.severity is severity]
            if bits and (gap := self._minimise(sum(self.leaves[bit] for bit in bits), f"uncovered-{severity}")):
                return Solved(self.ids, gap)
        weights: dict[str, Callable[[Item], int]] = {
            "hours": lambda item: item.hours,
            "unregistered": lambda item: item.unregistered,
            "cost": lambda item: item.cost,
            "offers": lambda _: 1,
        }
        for level, weight in weights.items():
            if any(map(weight, self.problem.items.values())) and (gap := self._minimise(self._sum(weight), level)):
                return Solved(self.ids, gap)
        gap = self._smallest_ids()
        return Solved(self.ids, gap)

    def _smallest_ids(self) -> Gap | None:
        """Of the choices that are alike so far, the one whose sorted ids come first."""
        ids = list(self.takes)
        for start in range(0, len(ids), _IDS_AT_A_TIME):
            if not self.ids & set(ids[start:]):
                break
            block = ids[start : start + _IDS_AT_A_TIME]
            powers: Sequence[int] = [1 << place for place in reversed(range(len(block)))]
            ahead = sum(power * self.takes[id_] for power, id_ in zip(powers, block, strict=True))
            if gap := self._minimise(sum(powers) - ahead, "ids"):
                return gap
        return None

    def _sum(self, weight: Callable[[Item], int]) -> Any:
        return self.cp.LinearExpr.weighted_sum(list(self.takes.values()), [*map(weight, self.problem.items.values())])

    def _minimise(self, level: Any, name: str) -> Gap | None:
        """Bring a level to its least, keep the choice that does and hold it there; the gap where that is not proven."""
        solver = self.cp.CpSolver()
        solver.parameters.num_search_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.linearization_level = 2  # covers are nearly integral as linear programmes
        solver.parameters.max_deterministic_time = self.effort
        self.model.clear_hints()
        for id_, takes in self.takes.items():
            self.model.add_hint(takes, id_ in self.ids)
        self.model.minimize(level)
        status = solver.solve(self.model)
        if status in (self.cp.OPTIMAL, self.cp.FEASIBLE):
            self.ids = frozenset(id_ for id_, takes in self.takes.items() if solver.boolean_value(takes))
            reached = round(solver.objective_value)
        elif status == self.cp.UNKNOWN:
            return Gap(name, self._worth(name), 0)
        else:
            raise RuntimeError(f"CP-SAT calls the choice {solver.status_name(status)}, though taking nothing is one")
        if status != self.cp.OPTIMAL:
            return Gap(name, reached, round(solver.best_objective_bound))
        self.model.add(level <= reached)
        return None

    def _worth(self, name: str) -> int:
        objective = self.problem.objective(self.ids)._asdict()
        return int(objective.get(name.replace("-", "_"), 0))
