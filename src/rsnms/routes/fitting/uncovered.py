"""Why a deficit stays open, and what would let it be closed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rsnms.domain.competency import Deficit
from rsnms.domain.offer import Offer, Session
from rsnms.routes.fitting.hindrance import NOTHING, Hindrance, Reason


@dataclass(frozen=True, slots=True)
class Remedy:
    """An offer that would close the deficit, and what has to change first."""

    offer: str
    hindrance: Hindrance = NOTHING
    hours: int | None = None
    """The limit of hours that would let it be taken beside the offers chosen, where the limit stops it."""
    cost: Decimal | None = None
    """The same for the limit of cost, in roubles."""
    hours_a_month: int | None = None
    """The limit of hours a month that would let it be taken in some session."""
    session: Session | None = None
    """The next session that the person could take, beyond the period or once a seat is free."""
    clashes: tuple[str, ...] = ()
    """Steps of the route that stand on its days."""


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A deficit that stays open."""

    deficit: Deficit
    reason: Reason
    remedies: tuple[Remedy, ...] = ()
    """The offers that this reason stops, the one that asks for least first; none where there is no offer."""
    weaker: tuple[str, ...] = ()
    """Offers that close the competency at a lesser severity, named where there is no offer."""


@dataclass(frozen=True, slots=True)
class Budget:
    """The limits, and what the choice takes of them."""

    offers: frozenset[str]
    hours: int
    cost: Decimal
    most_hours: int | None = None
    most_cost: Decimal | None = None


def explain(
    deficit: Deficit,
    catalogue: Mapping[str, Offer],
    closures: Mapping[str, frozenset[str]],
    hindrances: Mapping[str, Hindrance],
    budget: Budget,
) -> Uncovered:
    """Say why nothing that was chosen closes a deficit.

    Args:
        deficit: the one that stays open.
        catalogue: all offers by id.
        closures: for each offer, itself and everything that it builds on.
        hindrances: what keeps the person from an offer and all it builds on.
        budget: the limits and the choice.
    """
    closing = [id_ for id_, offer in catalogue.items() if offer.closes(deficit.competency, deficit.severity)]
    if not closing:
        weaker = sorted(id_ for id_, offer in catalogue.items() if deficit.competency in offer.gains)
        return Uncovered(deficit, Reason.NO_OFFER, weaker=tuple(weaker))
    by_reason: dict[Reason, list[str]] = {}
    for id_ in closing:
        by_reason.setdefault(hindrances[id_].reason or Reason.OVER_BUDGET, []).append(id_)
    reason = next(reason for reason in Reason if reason in by_reason)
    remedies: Iterable[Remedy] = (
        _raised(id_, [catalogue[each] for each in closures[id_] - budget.offers], budget)
        if reason is Reason.OVER_BUDGET
        else Remedy(id_, hindrances[id_])
        for id_ in by_reason[reason]
    )
    return Uncovered(deficit, reason, tuple(sorted(remedies, key=asks)))


def _raised(id_: str, more: list[Offer], budget: Budget) -> Remedy:
    hours = budget.hours + sum(offer.hours for offer in more)
    cost = budget.cost + sum((offer.cost for offer in more), Decimal(0))
    return Remedy(
        id_,
        hours=hours if budget.most_hours is not None and hours > budget.most_hours else None,
        cost=cost if budget.most_cost is not None and cost > budget.most_cost else None,
    )


def asks(remedy: Remedy) -> tuple[int, int, int, Decimal, int, date, str]:
    """How much a remedy asks for: first how many limits, then how far, how many other things, how long to wait."""
    stands = remedy.hindrance
    things = sum(map(len, (stands.unknown, stands.excluded_by, stands.forms, stands.missing, stands.completed)))
    things += len(stands.over) + len(stands.full)
    limits = (remedy.hours is not None) + (remedy.cost is not None) + (remedy.hours_a_month is not None)
    begins = remedy.session.starts_on if remedy.session else date.max
    return (
        limits,
        remedy.hours or remedy.hours_a_month or 0,
        len(remedy.clashes),
        remedy.cost or Decimal(0),
        things,
        begins,
        remedy.offer,
    )
