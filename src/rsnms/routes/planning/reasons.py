"""Why a deficit stays open in a route with dates, and what would let it be closed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from rsnms.domain.competency import Deficit
from rsnms.domain.measure import Measure
from rsnms.domain.offer import Offer, OfferKind
from rsnms.routes.fitting.hindrance import Reason
from rsnms.routes.fitting.uncovered import Remedy, Uncovered, asks
from rsnms.routes.planning.arrangement import Arrangement, Fits, Placed
from rsnms.routes.planning.asked import CARRIERS, PROGRAMMES, is_for_managers
from rsnms.routes.planning.openings import Seats, month_hours
from rsnms.routes.planning.situation import Supply
from rsnms.routes.requirements.required import Requirement
from rsnms.routes.timetable.timetable import Slot


def explain_open(
    open_: Iterable[Deficit],
    supply: Supply,
    fits: Fits,
    arrangement: Arrangement,
    standing: Sequence[Placed],
    seats: Seats,
) -> Iterator[Uncovered]:
    """Say of each open deficit why nothing that was arranged closes it."""
    explaining = _Explaining(supply, fits, (*standing, *arrangement.placed), seats)
    for deficit in open_:
        yield explaining.explain(deficit)


def offers_for(requirement: Requirement, supply: Supply, fits: Fits, seats: Seats) -> tuple[str, ...]:
    """The offers that would keep a requirement and that the person could take, by id."""
    if requirement.measure not in PROGRAMMES and requirement.measure not in CARRIERS:
        return ()
    keeping = (
        id_ for id_, offer in supply.offers.items() if keeps(offer, requirement) and fits.hindrances[id_].reason is None
    )
    return tuple(id_ for id_ in keeping if supply.openings.obstacle(supply.offers[id_], seats) is None)


def keeps(offer: Offer, requirement: Requirement) -> bool:
    """Whether an offer is of the kind that keeps a requirement, and about its deficit."""
    measure, deficit = requirement.measure, requirement.deficit
    if measure is Measure.MENTORING:
        return offer.kind is OfferKind.MENTORING
    if measure in CARRIERS:
        return offer.kind in CARRIERS[measure] and (deficit is None or deficit.competency in offer.gains)
    if measure not in PROGRAMMES:
        return False
    if deficit is None:
        return is_for_managers(offer)
    return offer.kind.is_programme and offer.closes(deficit.competency, deficit.severity)


class _Explaining:
    def __init__(self, supply: Supply, fits: Fits, placed: Sequence[Placed], seats: Seats) -> None:
        self.supply, self.fits, self.placed, self.seats = supply, fits, placed, seats
        self.offers, self.terms = supply.offers, supply.openings.terms
        self.months = month_hours(one.slot for one in placed)
        self.taken = {one.offer.id for one in placed}

    def explain(self, deficit: Deficit) -> Uncovered:
        gaining = self.supply.gaining.get(deficit.competency, ())
        closing = [id_ for id_ in gaining if self.offers[id_].closes(deficit.competency, deficit.severity)]
        if not closing:
            return Uncovered(deficit, Reason.NO_OFFER, weaker=tuple(gaining))
        found = [self._stands_in_the_way(id_) for id_ in closing]
        reason = next(reason for reason in Reason if any(each is reason for each, _ in found))
        remedies = sorted((remedy for each, remedy in found if each is reason), key=asks)
        return Uncovered(deficit, reason, tuple(remedies))

    def _stands_in_the_way(self, id_: str) -> tuple[Reason, Remedy]:
        hindrance = self.fits.hindrances[id_]
        if hindrance.reason is not None:
            return hindrance.reason, Remedy(id_, hindrance)
        for each in sorted(self.fits.closures[id_]):
            obstacle = self.supply.openings.obstacle(self.offers[each], self.seats)
            if obstacle is not None:
                return obstacle.reason, Remedy(id_, session=obstacle.session if each == id_ else None)
        return self._limits(id_)

    def _limits(self, id_: str) -> tuple[Reason, Remedy]:
        slots = self.supply.openings.of(self.offers[id_], self.seats, self.supply.starts)
        remedy = min((self._in_slot(slot) for slot in slots), key=asks)
        if remedy.hours is None and remedy.cost is None:
            return Reason.NO_TIME, remedy
        has_time = not remedy.clashes and remedy.hours_a_month is None
        return Reason.OVER_BUDGET, replace(remedy, session=None) if has_time else remedy

    def _in_slot(self, slot: Slot) -> Remedy:
        """What taking an offer in a slot asks for, where what stands on its days makes room."""
        stays = [one for one in self.placed if not one.slot.clashes(slot)]
        more = [self.offers[each] for each in self.fits.closures[slot.item] - self.taken]
        months = month_hours(one.slot for one in stays)
        hours = sum(months.values()) + sum(offer.hours for offer in more)
        cost = sum((one.cost for one in (*(each.offer for each in stays), *more)), Decimal(0))
        most = max((months.get(month, 0) + hours for month, hours in slot.hours), default=0)
        return Remedy(
            slot.item,
            hours=_beyond(hours, self.terms.hours),
            cost=_beyond(cost, self.terms.cost),
            hours_a_month=_beyond(most, self.terms.hours_a_month),
            session=slot.session,
            clashes=tuple(one.offer.id for one in self.placed if one.slot.clashes(slot)),
        )


N = TypeVar("N", int, Decimal)


def _beyond(needed: N, most: N | None) -> N | None:
    return needed if most is not None and needed > most else None
