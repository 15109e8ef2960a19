"""The choice of offers that close a person's deficits: as many as can be, the most severe first, and proven best.

    choice = choose(person.deficits, catalogue, person, on=day, limits=Limits(hours=72))

The order of preference, what comes first counting first: deficits of high, medium and low severity covered; fewest
hours; fewest programmes that are not in the federal register on the day; lowest cost; fewest offers; the smallest
ids. So there is one best choice, whatever the order of the input.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rsnms.domain.competency import Deficit
from rsnms.domain.educator import Educator
from rsnms.domain.offer import Offer, StudyForm
from rsnms.routes.choice.cover import can_cover, cover
from rsnms.routes.choice.problem import Objective, Problem, pose, without_dominated
from rsnms.routes.choice.solver import Gap, Solved, solve
from rsnms.routes.fitting.hindrance import Hindrance, Reason
from rsnms.routes.fitting.prerequisites import with_prerequisites
from rsnms.routes.fitting.uncovered import Budget, Remedy, Uncovered, explain

__all__ = [
    "Choice",
    "Chosen",
    "Gap",
    "Hindrance",
    "Limits",
    "Objective",
    "Reason",
    "Remedy",
    "Uncovered",
    "choose",
]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a choice has to keep to; ``None`` is no limit."""

    hours: int | None = None
    """In total."""
    cost: Decimal | None = None
    """In total, in roubles."""
    forms: frozenset[StudyForm] | None = None

    def __post_init__(self) -> None:
        if self.hours is not None and self.hours < 0:
            raise ValueError(f"the limit is {self.hours} hours, expected 0 or more")
        if self.cost is not None and self.cost < 0:
            raise ValueError(f"the limit is {self.cost} roubles, expected 0 or more")


@dataclass(frozen=True, slots=True)
class Chosen:
    """An offer to take and the deficits that it closes; none where another offer builds on it."""

    offer: Offer
    closes: tuple[Deficit, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What to take, and what stays open and why."""

    chosen: tuple[Chosen, ...]
    """Ordered by id."""
    uncovered: tuple[Uncovered, ...]
    """The most severe first."""
    objective: Objective
    gap: Gap | None = None
    """Where CP-SAT gave up before the proof; then what came after that level was not looked at."""

    @property
    def is_proven(self) -> bool:
        """Whether no choice is better."""
        return self.gap is None


def choose(
    deficits: Iterable[Deficit],
    offers: Iterable[Offer],
    person: Educator,
    *,
    on: date,
    limits: Limits | None = None,
    completed: frozenset[str] = frozenset(),
) -> Choice:
    """Choose the offers that close a person's deficits.

    Args:
        deficits: what is lacking; of two in one competency the more severe counts.
        offers: the catalogue; one that has sessions can be taken while some of them is yet to begin and has seats.
            Which session it would be, and whether sessions clash, is not looked at.
        person: for whom.
        on: the day for which the federal register counts, and on which a session may begin at the earliest.
        limits: on hours, cost and forms.
        completed: ids of the offers that the person has completed: prerequisites are met by them, and nobody takes
            them again.

    Raises:
        LibraryMissingError: there is a limit of cost, prerequisites that several offers share, or more than 20
            coverable deficits (16 under a limit of hours), and OR-Tools is not installed; the message says how to
            install it.
        ValueError: two offers have one id.
    """
    limits = limits or Limits()
    wanted, catalogue = most_severe(deficits), by_id(offers)
    closures, hindrances = with_prerequisites(catalogue, person, forms=limits.forms, completed=completed, on=on)
    takeable = {id_: catalogue[id_] for id_ in catalogue if hindrances[id_].reason is None}
    problem = pose(wanted, takeable, closures, on=on, completed=completed, hours=limits.hours, cost=limits.cost)
    solved = _best(without_dominated(problem))
    objective = problem.objective(solved.ids)
    budget = Budget(solved.ids, objective.hours, objective.cost, limits.hours, limits.cost)
    chosen = tuple(_chosen(problem, id_, catalogue[id_]) for id_ in sorted(solved.ids))
    closed = {deficit for one in chosen for deficit in one.closes}
    uncovered = (
        explain(deficit, catalogue, closures, hindrances, budget) for deficit in wanted if deficit not in closed
    )
    return Choice(chosen, tuple(uncovered), objective, solved.gap)


def _best(problem: Problem) -> Solved:
    if can_cover(problem):
        return Solved(cover(problem))
    return solve(problem) if problem.bundles else Solved(frozenset())


def _chosen(problem: Problem, id_: str, offer: Offer) -> Chosen:
    covers = problem.items[id_].covers
    return Chosen(offer, tuple(deficit for bit, deficit in enumerate(problem.deficits) if covers >> bit & 1))


def most_severe(deficits: Iterable[Deficit]) -> list[Deficit]:
    """One deficit a competency, the most severe first; of equal ones the one found first."""
    ordered = sorted(deficits, key=lambda one: (-one.severity.rank, one.competency, one.found_on or date.max))
    unique: dict[str, Deficit] = {}
    for deficit in ordered:
        unique.setdefault(deficit.competency, deficit)
    return list(unique.values())


def by_id(offers: Iterable[Offer]) -> dict[str, Offer]:
    """Offers by id.

    Raises:
        ValueError: two have one id.
    """
    catalogue: dict[str, Offer] = {}
    for offer in offers:
        if catalogue.setdefault(offer.id, offer) is not offer:
            raise ValueError(f"two offers of the catalogue have the id {offer.id!r}")
    return catalogue
