"""A greedy choice: quick and never beyond a limit, but with no claim to be the best."""

from rsnms.domain.competency import Severity
from rsnms.routes.choice.problem import Problem, covered


def grab(problem: Problem) -> frozenset[str]:
    """Take, the most severe deficits first, what closes most for its hours, until nothing more fits."""
    chosen: set[str] = set()
    for severity in reversed(Severity):
        of_severity = problem.severity_bits(severity)
        while fitting := _within(problem, chosen, of_severity):
            chosen |= set(min(fitting)[-1])
    return frozenset(chosen)


def _within(problem: Problem, chosen: set[str], wanted: int) -> list[tuple[float, int, int, int, tuple[str, ...]]]:
    """What closes more of the wanted deficits within the limits, as ranks that end with the ids of a bundle."""
    fitting = []
    taken = [problem.items[id_] for id_ in chosen]
    left = ~covered(taken)
    hours, cost = sum(item.hours for item in taken), sum(item.cost for item in taken)
    for bundle in problem.bundles:
        if not bundle.covers & left & wanted:
            continue
        more = [problem.items[id_] for id_ in bundle.ids if id_ not in chosen]
        more_hours, more_cost = sum(item.hours for item in more), sum(item.cost for item in more)
        if problem.hours is not None and hours + more_hours > problem.hours:
            continue
        if problem.cost is not None and cost + more_cost > problem.cost:
            continue
        gained = (bundle.covers & left).bit_count()
        fitting.append((more_hours / gained, bundle.unregistered, more_cost, len(more), bundle.ids))
    return fitting
