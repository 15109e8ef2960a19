"""The choice of offers as a problem of covering: deficits as bits, offers with their prerequisites as bundles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.offer import Offer


class Objective(NamedTuple):
    """What a choice is measured by: less is better, and what comes first counts first."""

    uncovered_high: int
    uncovered_medium: int
    uncovered_low: int
    hours: int
    unregistered: int
    """Programmes that are not in the federal register (федеральный реестр ДПП) on the day."""
    cost: Decimal
    offers: int


@dataclass(frozen=True, slots=True)
class Item:
    """An offer that the person can take: what it covers, takes and requires."""

    id: str
    covers: int
    """A bit for each deficit that it closes."""
    hours: int
    unregistered: int
    cost: int
    """In the problem's units of cost."""
    requires: frozenset[str] = frozenset()
    """Its immediate prerequisites that are not completed yet."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """An offer with everything it builds on; the ids are sorted."""

    ids: tuple[str, ...]
    covers: int
    hours: int
    unregistered: int
    cost: int

    @property
    def key(self) -> tuple[int, int, int, int, tuple[str, ...]]:
        """The order of bundles that cover the same: the better comes first."""
        return self.hours, self.unregistered, self.cost, len(self.ids), self.ids


@dataclass(frozen=True, slots=True)
class Problem:
    """Which bundles to take; bit ``i`` stands for deficit ``i``, the most severe first."""

    deficits: tuple[Deficit, ...]
    items: Mapping[str, Item]
    """Ordered by id; with every item also what it requires."""
    bundles: tuple[Bundle, ...]
    """Those that cover something, the better first."""
    hours: int | None = None
    """At most so many in total."""
    cost: int | None = None
    """At most so much in total, in units of cost."""
    units: int = 1
    """Units of cost in a rouble."""

    @property
    def coverable(self) -> int:
        """The deficits that some bundle covers, as bits."""
        return covered(self.bundles)

    @property
    def is_laminar(self) -> bool:
        """Whether two bundles have nothing in common unless one is within the other, so that their costs add up."""
        sets = [frozenset(bundle.ids) for bundle in self.bundles if len(bundle.ids) > 1]
        return all(one <= other or other <= one or not one & other for one, other in combinations(sets, 2))

    def severity_bits(self, severity: Severity) -> int:
        """The deficits of a severity, as bits."""
        return sum(1 << bit for bit, deficit in enumerate(self.deficits) if deficit.severity is severity)

    def objective(self, ids: Iterable[str]) -> Objective:
        """What a choice is worth."""
        items = [self.items[id_] for id_ in ids]
        left = ~covered(items)
        high, medium, low = (
            (self.severity_bits(severity) & left).bit_count()
            for severity in (Severity.HIGH, Severity.MEDIUM, Severity.LOW)
        )
        hours, unregistered, cost = _total(items)
        return Objective(high, medium, low, hours, unregistered, Decimal(cost) / self.units, len(items))


def pose(
    deficits: Sequence[Deficit],
    takeable: Mapping[str, Offer],
    closures: Mapping[str, frozenset[str]],
    *,
    on: date,
    completed: frozenset[str] = frozenset(),
    hours: int | None = None,
    cost: Decimal | None = None,
) -> Problem:
    """Put the choice as a problem.

    Args:
        deficits: the most severe first, one a competency.
        takeable: the offers that the person can take, by id, with everything that they build on.
        closures: for each of them, itself and everything that it builds on.
        on: the day for which the federal register counts.
        completed: prerequisites that are met already.
        hours: at most so many in total.
        cost: at most so many roubles in total.
    """
    units = units_of([offer.cost for offer in takeable.values()])
    severities = {deficit.competency: (1 << bit, deficit.severity) for bit, deficit in enumerate(deficits)}
    every: dict[str, Item] = {}
    for id_, offer in sorted(takeable.items()):
        covers = 0
        for competency in offer.gains:
            bit, severity = severities.get(competency, (0, Severity.LOW))
            if bit and offer.closes(competency, severity):
                covers |= bit
        unregistered = offer.kind.is_programme and not offer.in_register(on)
        requires = offer.prerequisites - completed
        every[id_] = Item(id_, covers, offer.hours, int(unregistered), int(offer.cost * units), requires)
    bundles = [_bundle([every[id_] for id_ in sorted(closures[id_])]) for id_ in every]
    useful = sorted((bundle for bundle in bundles if bundle.covers), key=lambda bundle: bundle.key)
    needed = {id_ for bundle in useful for id_ in bundle.ids}
    return Problem(
        deficits=tuple(deficits),
        items={id_: item for id_, item in every.items() if id_ in needed},
        bundles=tuple(useful),
        hours=hours,
        cost=None if cost is None else int(cost * units),
        units=units,
    )


def without_dominated(problem: Problem) -> Problem:
    """The problem without offers that another one always replaces: it covers as much and comes first in the order.

    Under a limit of cost the other one must not cost more, and where bundles overlap only offers stand for each
    other that neither build on others nor are built on.
    """
    bound = set() if problem.is_laminar else {id_ for bundle in problem.bundles if bundle.ids[1:] for id_ in bundle.ids}
    limited = problem.cost is not None
    replacing: list[tuple[int, int]] = []
    bundles = []
    for bundle in problem.bundles:
        if bound.intersection(bundle.ids):
            bundles.append(bundle)
            continue
        cost = bundle.cost if limited else 0
        if not _is_dominated(bundle.covers, cost, replacing):
            replacing.append((bundle.covers, cost))
            bundles.append(bundle)
    needed = {id_ for bundle in bundles for id_ in bundle.ids}
    return replace(
        problem,
        bundles=tuple(bundles),
        items={id_: item for id_, item in problem.items.items() if id_ in needed},
    )


def covered(of: Iterable[Item | Bundle]) -> int:
    """What several cover together, as bits."""
    bits = 0
    for one in of:
        bits |= one.covers
    return bits


def _is_dominated(covers: int, cost: int, by: Iterable[tuple[int, int]]) -> bool:
    return any(covers | more == more and less <= cost for more, less in by)


def _bundle(items: Sequence[Item]) -> Bundle:
    if len(items) == 1:
        item = items[0]
        return Bundle((item.id,), item.covers, item.hours, item.unregistered, item.cost)
    hours, unregistered, cost = _total(items)
    return Bundle(tuple(item.id for item in items), covered(items), hours, unregistered, cost)


def _total(items: Sequence[Item]) -> tuple[int, int, int]:
    return (
        sum(item.hours for item in items),
        sum(item.unregistered for item in items),
        sum(item.cost for item in items),
    )


def units_of(costs: Sequence[Decimal]) -> int:
    """Units of cost in a rouble in which every cost is whole: 1 for roubles, 100 for kopecks."""
    places = max((-int(cost.as_tuple().exponent) for cost in costs), default=0)
    return int(10 ** max(places, 0))
