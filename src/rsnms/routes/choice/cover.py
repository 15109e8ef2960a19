"""The exact choice without a limit of cost: a dynamic programme over the subsets of the deficits."""

from collections.abc import Iterator, Sequence

from rsnms.domain.competency import Severity
from rsnms.routes.choice.problem import Bundle, Problem, covered

MOST_DEFICITS = 20
"""Up to so many coverable deficits it is fast: it has a state for each subset that some offers lead to."""
MOST_WITHIN_HOURS = 16
"""The same under a limit of hours: it has a state for each subset."""


def can_cover(problem: Problem) -> bool:
    """Whether the programme finds the best choice, and soon: no limit of cost, few deficits, costs that add up."""
    most = MOST_DEFICITS if problem.hours is None else MOST_WITHIN_HOURS
    return problem.cost is None and problem.coverable.bit_count() <= most and problem.is_laminar


def cover(problem: Problem) -> frozenset[str]:
    """The ids of the best choice, for a problem that it can cover."""
    indices = _cover_all(problem.bundles) if problem.hours is None else _cover_within(problem, problem.hours)
    return frozenset(id_ for index in indices for id_ in problem.bundles[index].ids)


def _cover_all(bundles: Sequence[Bundle]) -> Iterator[int]:
    """The bundles that cover everything coverable: from nothing covered on, the lowest open deficit next."""
    order = _rarest_first(bundles)
    weights, _ = _packed(bundles)
    closing = _closing(_reordered(bundles, order), weights, len(order))
    full = (1 << len(order)) - 1
    best = [sum(weights) + 1] * (full + 1)
    best[0] = 0
    reached_by = [(0, 0)] * (full + 1)
    for state in range(full):
        weight_so_far = best[state]
        if weight_so_far >= best[full]:
            continue
        lowest_open = (~state & (state + 1)).bit_length() - 1
        for mask, weight, index in closing[lowest_open]:
            reached = state | mask
            if weight_so_far + weight < best[reached]:
                best[reached] = weight_so_far + weight
                reached_by[reached] = state, index
    state = full
    while state:
        state, index = reached_by[state]
        yield index


def _cover_within(problem: Problem, hours: int) -> Iterator[int]:
    """The bundles that cover the best set of deficits that can be covered within the hours.

    It finds the least weight for every set. Hours come first in the weight, so a set can be covered within the limit
    when its least weight is.
    """
    order = _rarest_first(problem.bundles)
    weights, an_hour = _packed(problem.bundles)
    closing = _closing(_reordered(problem.bundles, order), weights, len(order))
    least, first = [0], [0]
    for wanted in range(1, 1 << len(order)):
        lowest = (wanted & -wanted).bit_length() - 1
        weight, index = min((weight + least[wanted & ~mask], index) for mask, weight, index in closing[lowest])
        least.append(weight)
        first.append(index)
    severities = [
        sum(1 << place for place, bit in enumerate(order) if problem.severity_bits(severity) >> bit & 1)
        for severity in reversed(Severity)
    ]
    affordable = (wanted for wanted, weight in enumerate(least) if weight < (hours + 1) * an_hour)
    wanted = min(
        affordable,
        key=lambda wanted: (*(-(wanted & bits).bit_count() for bits in severities), least[wanted]),
    )
    masks = _reordered(problem.bundles, order)
    while wanted:
        index = first[wanted]
        yield index
        wanted &= ~masks[index]


def _rarest_first(bundles: Sequence[Bundle]) -> list[int]:
    """The coverable deficits, the one that fewest bundles close first: it branches least."""
    bits = covered(bundles)
    present = [bit for bit in range(bits.bit_length()) if bits >> bit & 1]
    return sorted(present, key=lambda bit: sum(bundle.covers >> bit & 1 for bundle in bundles))


def _reordered(bundles: Sequence[Bundle], order: Sequence[int]) -> list[int]:
    """What each bundle covers, as bits in another order."""
    return [sum(1 << place for place, bit in enumerate(order) if bundle.covers >> bit & 1) for bundle in bundles]


def _closing(masks: Sequence[int], weights: Sequence[int], deficits: int) -> list[list[tuple[int, int, int]]]:
    """For each deficit the bundles that close it: what they cover, their weights and places."""
    return [
        [(mask, weights[place], place) for place, mask in enumerate(masks) if mask >> bit & 1]
        for bit in range(deficits)
    ]


def _packed(bundles: Sequence[Bundle]) -> tuple[list[int], int]:
    """The whole order of preference as one whole number a bundle, to be added up, and what an hour is worth in it.

    Of two sets of as many ids the one with the smallest id that they do not share comes first; a power of two for
    each id, the largest for the smallest id, says the same.
    """
    ids = sorted({id_ for bundle in bundles for id_ in bundle.ids})
    power = {id_: 1 << (len(ids) - 1 - rank) for rank, id_ in enumerate(ids)}
    an_offer = 1 << len(ids)
    a_unit_of_cost = an_offer * (sum(len(bundle.ids) for bundle in bundles) + 1)
    a_programme = a_unit_of_cost * (sum(bundle.cost for bundle in bundles) + 1)
    an_hour = a_programme * (sum(bundle.unregistered for bundle in bundles) + 1)
    weights = [
        bundle.hours * an_hour
        + bundle.unregistered * a_programme
        + bundle.cost * a_unit_of_cost
        + len(bundle.ids) * an_offer
        - sum(power[id_] for id_ in bundle.ids)
        for bundle in bundles
    ]
    return weights, an_hour
