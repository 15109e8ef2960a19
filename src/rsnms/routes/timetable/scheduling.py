"""The best timetable: which items to take, and when."""

from rsnms.routes.timetable.dominance import without_dominated
from rsnms.routes.timetable.greedy import grab
from rsnms.routes.timetable.search import STEPS, search
from rsnms.routes.timetable.solver import EFFORT, solve
from rsnms.routes.timetable.timetable import Scheduled, Timetable


def schedule(problem: Timetable, *, steps: int = STEPS, effort: float = EFFORT) -> Scheduled:
    """The best timetable by its worth, its slots by day; of timetables worth the same always the same one.

    The search proves most of them at once; what it does not settle in so many steps goes to OR-Tools, and has
    a gap when that does not prove it within its effort.

    Raises:
        LibraryMissingError: the problem needs OR-Tools, and it is not installed.
    """
    found = search(problem, steps=steps)
    if found.is_proven:
        return Scheduled(found.slots)
    known = min(found.slots, grab(problem), key=problem.worth)
    left = without_dominated(problem, keep=frozenset(slot.item for slot in known))
    return solve(left, known=known, effort=effort)
