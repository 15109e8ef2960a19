"""What a person can take, with what stands already: offers with their slots, and the limits that are left."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from rsnms.domain.offer import Offer
from rsnms.routes.choice.problem import units_of
from rsnms.routes.planning.arrangement import Case, Fits, Placed
from rsnms.routes.planning.asked import is_for_managers
from rsnms.routes.planning.openings import Openings, Seats, month_hours
from rsnms.routes.timetable.timetable import Item, Month, Slot, Timetable


class Supply:
    """The offers of a catalogue under the same terms, looked up by what they are good for."""

    def __init__(self, offers: Mapping[str, Offer], openings: Openings) -> None:
        self.offers = offers
        self.openings = openings
        self.units = units_of([offer.cost for offer in offers.values()])
        self.starts = _first_days(openings) if openings.terms.hours_a_month is not None else ()
        self.gaining: dict[str, list[str]] = {}
        """Offers by a competency that they gain."""
        self.for_managers = [id_ for id_, offer in offers.items() if is_for_managers(offer)]
        for id_, offer in sorted(offers.items()):
            for competency in offer.gains:
                self.gaining.setdefault(competency, []).append(id_)


def _first_days(openings: Openings) -> tuple[date, ...]:
    """The first days of the months of the period: where hours a month are limited, later starts can be better."""
    terms = openings.terms
    months = range(terms.begins.year * 12 + terms.begins.month, terms.last_day.year * 12 + terms.last_day.month)
    return tuple(date(month // 12, month % 12 + 1, 1) for month in months)


class Situation:
    """One case while it is arranged; ``placed`` grows."""

    def __init__(self, supply: Supply, case: Case, fits: Fits, seats: Seats) -> None:
        self.supply, self.case, self.fits, self.seats = supply, case, fits, seats
        self.offers, self.openings, self.terms = supply.offers, supply.openings, supply.openings.terms
        self.severities = {deficit.competency: deficit.severity for deficit in case.deficits}
        self.placed: list[Placed] = []
        self._slots: dict[str, tuple[Slot, ...]] = {}

    def everything(self) -> Iterator[Placed]:
        """What stands and what is placed."""
        yield from self.case.standing
        yield from self.placed

    def takeable(self, id_: str, *, alone: bool = False) -> bool:
        """Whether the person can take an offer, and it and all it builds on have openings.

        With ``alone`` it may build on nothing but what is placed already.
        """
        if self.fits.hindrances[id_].reason is not None:
            return False
        standing = {one.offer.id for one in self.everything()}
        if id_ in standing:
            return False
        needed = self.fits.closures[id_]
        return (needed <= standing | {id_} or not alone) and all(self.slots_of(each) for each in needed)

    def slots_of(self, id_: str) -> tuple[Slot, ...]:
        """The slots of an offer that come after what it builds on and has begun."""
        slots = self._slots.get(id_)
        if slots is None:
            offer = self.offers[id_]
            before = [each for each in offer.prerequisites - self.case.completed if each in self.offers]
            starts = [slot.ends + timedelta(days=1) for each in before for slot in self.slots_of(each)]
            begun = [one.slot.ends for one in self.case.standing if one.offer.id in offer.prerequisites]
            starts += [day + timedelta(days=1) for day in begun]
            slots = self.openings.of(offer, self.seats, (*starts, *self.supply.starts))
            slots = self._slots[id_] = tuple(slot for slot in slots if all(slot.begins > day for day in begun))
        return slots

    def item(self, id_: str, slots: tuple[Slot, ...], requires: frozenset[str] = frozenset()) -> Item:
        """An offer as an item of a timetable."""
        offer = self.offers[id_]
        return Item(id_, offer.hours, slots, int(offer.cost * self.supply.units), requires)

    def timetable(self, items: Mapping[str, Item], tiers: Sequence[int]) -> Timetable:
        """The problem of placing more, with the limits that are left."""
        standing = list(self.everything())
        months = month_hours(one.slot for one in standing)
        taken = [replace(one.slot, hours=(), covers=0) for one in standing]
        if months:
            taken.append(self._load(months))
        hours, cost = self.terms.hours, self.terms.cost
        if hours is not None:
            left = hours - sum(months.values())
            hours = max(left, 0) + sum(hours for slot in taken for _, hours in slot.hours)
        if cost is not None:
            cost = max(cost - sum((one.offer.cost for one in standing), Decimal(0)), Decimal(0))
        return Timetable(
            items,
            tuple(tiers),
            taken=tuple(taken),
            hours=hours,
            hours_a_month=self.terms.hours_a_month,
            cost=None if cost is None else int(cost * self.supply.units),
            units=self.supply.units,
        )

    def _load(self, months: Mapping[Month, int]) -> Slot:
        """The hours of what stands; where they are beyond the limit of a month, they just fill it."""
        most = self.terms.hours_a_month
        load = tuple((month, hours if most is None else min(hours, most)) for month, hours in sorted(months.items()))
        day = self.terms.begins
        return Slot("", day, day, load, covers=0, occupies=False)
