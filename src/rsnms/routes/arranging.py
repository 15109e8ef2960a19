"""Which offers of a catalogue a person takes, and when: the part of a route that is optimised.

First the learning: as many deficits closed as can be, the most severe first; the programmes that the rules ask for,
prescribed ones before recommended ones; then fewest hours, programmes of the federal register preferred, earliest end,
lowest cost. Then, one measure after another, what carries it into practice and supports it, with the learning standing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.measure import Measure
from rsnms.domain.offer import Offer
from rsnms.routes.asked import AFTER_LEARNING, CARRIERS, PROGRAMMES, Asked, is_for_managers
from rsnms.routes.choice_problem import units_of
from rsnms.routes.fitting import Hindrance
from rsnms.routes.openings import Openings, Seats, month_hours
from rsnms.routes.scheduling import schedule
from rsnms.routes.timetable import Gap, Item, Month, Slot, Timetable


@dataclass(frozen=True, slots=True)
class Placed:
    """An offer with its slot, and the measures and competencies for which it was placed."""

    offer: Offer
    slot: Slot
    keeps: tuple[Asked, ...] = ()
    is_learning: bool = True


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is taken, by day, and the gap where the best was not proven."""

    placed: tuple[Placed, ...]
    gap: Gap | None = None

    def closing(self, deficit: Deficit) -> tuple[Placed, ...]:
        """What closes a deficit."""
        return tuple(one for one in self.placed if one.offer.closes(deficit.competency, deficit.severity))


@dataclass(frozen=True, slots=True)
class Fits:
    """Which offers of a catalogue a person can take, dates aside."""

    closures: Mapping[str, frozenset[str]]
    hindrances: Mapping[str, Hindrance]


@dataclass(frozen=True, slots=True)
class Case:
    """What an arrangement depends on, so that equal cases are arranged once."""

    deficits: tuple[Deficit, ...]
    """Still open, the most severe first, without the days on which they were found."""
    asked: tuple[Asked, ...]
    standing: tuple[Placed, ...] = ()
    """What is done or begun already."""
    completed: frozenset[str] = frozenset()


class Arranger:
    """Arranges cases over the same offers and terms."""

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

    def arrange(self, case: Case, fits: Fits, seats: Seats) -> Arrangement:
        """The best arrangement of a case with the seats that are left."""
        arranging = _Arranging(self, case, fits, seats)
        gap = arranging.learn()
        for measure in CARRIERS:
            carried = arranging.carry(measure)
            gap = gap or carried
        return Arrangement(tuple(sorted(arranging.placed, key=_by_day)), gap)


def _first_days(openings: Openings) -> tuple[date, ...]:
    """The first days of the months of the period: where hours a month are limited, later starts can be better."""
    terms = openings.terms
    months = range(terms.begins.year * 12 + terms.begins.month, terms.last_day.year * 12 + terms.last_day.month)
    return tuple(date(month // 12, month % 12 + 1, 1) for month in months)


def _by_day(placed: Placed) -> tuple[date, date, str]:
    return placed.slot.begins, placed.slot.ends, placed.offer.id


_Key = tuple[str, date, date]


def _key(slot: Slot) -> _Key:
    return slot.item, slot.begins, slot.ends


class _Arranging:
    def __init__(self, arranger: Arranger, case: Case, fits: Fits, seats: Seats) -> None:
        self.arranger, self.case, self.fits, self.seats = arranger, case, fits, seats
        self.offers, self.openings, self.terms = arranger.offers, arranger.openings, arranger.openings.terms
        self.severities = {deficit.competency: deficit.severity for deficit in case.deficits}
        self.placed: list[Placed] = []
        self._slots: dict[str, tuple[Slot, ...]] = {}

    # --- learning

    def learn(self) -> Gap | None:
        """Place what closes the deficits and what keeps the programmes asked for."""
        asked = [one for one in self.case.asked if one.measure in PROGRAMMES]
        candidates = [id_ for id_ in self._candidates(asked) if self._takeable(id_)]
        programmes = {one: slots for one in asked if (slots := self._programmes(one, candidates))}
        # A programme that is kept closes its deficit too, so one bit says both while everything can be had.
        joined = self._learning(candidates, programmes, joined=True)
        scheduled = schedule(joined)
        if scheduled.gap or _uncovered(joined, scheduled.slots) & joined.coverable:
            scheduled = schedule(self._learning(candidates, programmes, joined=False))
        for slot in scheduled.slots:
            keeps = tuple(one for one, slots in programmes.items() if _key(slot) in slots)
            self.placed.append(Placed(self.offers[slot.item], _covering(slot, 0), keeps))
        return _told(scheduled.gap, (*_CLOSING, *_KEEPING))

    def _candidates(self, asked: Sequence[Asked]) -> list[str]:
        found = {
            id_
            for deficit in self.case.deficits
            for id_ in self.arranger.gaining.get(deficit.competency, ())
            if self.offers[id_].closes(deficit.competency, deficit.severity)
        }
        if any(not one.competency for one in asked):
            found.update(self.arranger.for_managers)
        return sorted(found)

    def _programmes(self, asked: Asked, candidates: Iterable[str]) -> frozenset[_Key]:
        """The slots of programmes that keep what is asked: those in the federal register where there are some."""
        slots = [slot for id_ in candidates if self._could_keep(asked, id_) for slot in self._slots_of(id_)]
        registered = [slot for slot in slots if not slot.unregistered]
        return frozenset(_key(slot) for slot in registered or slots)

    def _could_keep(self, asked: Asked, id_: str) -> bool:
        offer = self.offers[id_]
        if not offer.kind.is_programme:
            return False
        if asked.measure is Measure.MANAGEMENT_TEAM_PROGRAMME and not is_for_managers(offer):
            return False
        severity = self.severities.get(asked.competency)
        return not asked.competency or (severity is not None and offer.closes(asked.competency, severity))

    def _learning(
        self, candidates: Sequence[str], programmes: Mapping[Asked, frozenset[_Key]], *, joined: bool
    ) -> Timetable:
        deficits = self.case.deficits
        tiers = [
            sum(1 << bit for bit, deficit in enumerate(deficits) if deficit.severity is severity)
            for severity in reversed(Severity)
        ]
        bits: dict[int, frozenset[_Key]] = {}
        """Of bits that only some slots cover, those slots."""
        prescribed, recommended = 0, 0
        place = {deficit.competency: 1 << bit for bit, deficit in enumerate(deficits)}
        for number, (one, slots) in enumerate(programmes.items(), len(deficits)):
            if joined and one.competency and place[one.competency] not in bits:
                bits[place[one.competency]] = slots
                continue
            bits[1 << number] = slots
            prescribed |= one.is_prescribed << number
            recommended |= (not one.is_prescribed) << number
        items = {}
        for id_ in sorted({each for one in candidates for each in self.fits.closures[one]}):
            offer = self.offers[id_]
            closes = sum(
                place[each] for each in offer.gains if each in place and offer.closes(each, self.severities[each])
            )
            free = closes & ~sum(bits)
            slots_of = tuple(
                _covering(slot, free | sum(bit for bit, slots in bits.items() if _key(slot) in slots))
                for slot in self._slots_of(id_)
            )
            requires = offer.prerequisites - self.case.completed
            items[id_] = Item(id_, offer.hours, slots_of, int(offer.cost * self.arranger.units), requires)
        return self._timetable(items, (*tiers, prescribed, recommended))

    # --- measures beside and after the learning

    def carry(self, measure: Measure) -> Gap | None:
        """Place what keeps a measure, for the deficits for which it is asked and nothing keeps it yet."""
        asked = [one for one in self.case.asked if one.measure is measure and self._is_open(one)]
        if not asked:
            return None
        earliest = {one: self._earliest(one) for one in asked}
        starts = sorted(day for day in set(earliest.values()) if day is not None)
        items: dict[str, Item] = {}
        for id_ in self._carriers(measure, asked):
            offer = self.offers[id_]
            gained = [(1 << bit, earliest[one]) for bit, one in enumerate(asked) if self._gains(offer, one)]
            built_on = self._built_on(offer)
            slots = []
            for slot in self.openings.of(offer, self.seats, (*starts, *built_on, *self.arranger.starts)):
                if any(slot.begins < day for day in built_on):
                    continue
                covers = sum(bit for bit, day in gained if day is None or slot.begins >= day)
                if covers:
                    slots.append(_covering(slot, covers))
            if slots:
                items[id_] = Item(id_, offer.hours, tuple(slots), int(offer.cost * self.arranger.units))
        tiers = [
            sum(1 << bit for bit, one in enumerate(asked) if one.is_prescribed is prescribed)
            for prescribed in (True, False)
        ]
        scheduled = schedule(self._timetable(items, tiers))
        for slot in scheduled.slots:
            keeps = tuple(one for bit, one in enumerate(asked) if slot.covers >> bit & 1)
            self.placed.append(Placed(self.offers[slot.item], _covering(slot, 0), keeps, is_learning=False))
        return _told(scheduled.gap, _KEEPING)

    def _carriers(self, measure: Measure, asked: Iterable[Asked]) -> list[str]:
        competencies = {each for one in asked for each in self._competencies(one)}
        found = {id_ for each in competencies for id_ in self.arranger.gaining.get(each, ())}
        kinds = CARRIERS[measure]
        return sorted(id_ for id_ in found if self.offers[id_].kind in kinds and self._takeable(id_, alone=True))

    def _built_on(self, offer: Offer) -> list[date]:
        """The days after what stands and an offer builds on."""
        before = (one for one in self._everything() if one.offer.id in offer.prerequisites)
        return [one.slot.ends + timedelta(days=1) for one in before]

    def _is_open(self, asked: Asked) -> bool:
        """Whether nothing that stands keeps a measure; what follows a programme is void where there is none."""
        closing = self._closing(asked)
        if asked.measure in AFTER_LEARNING and asked.measure is not Measure.INTERNSHIP and not closing:
            return False
        earliest = self._earliest(asked)
        for one in self._everything():
            is_late_enough = earliest is None or one.slot.begins >= earliest or one in closing
            if one.offer.kind in CARRIERS[asked.measure] and self._gains(one.offer, asked) and is_late_enough:
                self._keep(one, asked)
                return False
        return True

    def _keep(self, placed: Placed, asked: Asked) -> None:
        """What is placed anyway keeps the measure too."""
        if placed in self.placed:
            self.placed[self.placed.index(placed)] = replace(placed, keeps=(*placed.keeps, asked))

    def _earliest(self, asked: Asked) -> date | None:
        """The day after the learning for the deficit has ended; ``None`` where nothing has to come first."""
        if asked.measure not in AFTER_LEARNING:
            return None
        ends = [one.slot.ends for one in self._closing(asked)]
        return min(ends) + timedelta(days=1) if ends else None

    def _closing(self, asked: Asked) -> list[Placed]:
        """The learning after which a measure follows: what closes its deficit, or the programme for managers."""
        learning = [one for one in self._everything() if one.is_learning]
        if not asked.competency:
            return [one for one in learning if is_for_managers(one.offer)]
        severity = self.severities.get(asked.competency, Severity.LOW)
        return [one for one in learning if one.offer.closes(asked.competency, severity)]

    def _competencies(self, asked: Asked) -> set[str]:
        if asked.competency:
            return {asked.competency}
        return {competency for one in self._closing(asked) for competency in one.offer.gains}

    def _gains(self, offer: Offer, asked: Asked) -> bool:
        return not self._competencies(asked).isdisjoint(offer.gains)

    def _everything(self) -> Iterator[Placed]:
        yield from self.case.standing
        yield from self.placed

    # --- both

    def _takeable(self, id_: str, *, alone: bool = False) -> bool:
        """Whether the person can take an offer, and it and all it builds on have openings.

        With ``alone`` it may build on nothing but what is placed already.
        """
        if self.fits.hindrances[id_].reason is not None:
            return False
        standing = {one.offer.id for one in self._everything()}
        if id_ in standing:
            return False
        needed = self.fits.closures[id_]
        return (needed <= standing | {id_} or not alone) and all(self._slots_of(each) for each in needed)

    def _slots_of(self, id_: str) -> tuple[Slot, ...]:
        slots = self._slots.get(id_)
        if slots is None:
            offer = self.offers[id_]
            before = [each for each in offer.prerequisites - self.case.completed if each in self.offers]
            starts = [slot.ends + timedelta(days=1) for each in before for slot in self._slots_of(each)]
            begun = [one.slot.ends for one in self.case.standing if one.offer.id in offer.prerequisites]
            starts += [day + timedelta(days=1) for day in begun]
            slots = self.openings.of(offer, self.seats, (*starts, *self.arranger.starts))
            slots = self._slots[id_] = tuple(slot for slot in slots if all(slot.begins > day for day in begun))
        return slots

    def _timetable(self, items: Mapping[str, Item], tiers: Sequence[int]) -> Timetable:
        standing = list(self._everything())
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
            cost=None if cost is None else int(cost * self.arranger.units),
            units=self.arranger.units,
        )

    def _load(self, months: Mapping[Month, int]) -> Slot:
        """The hours of what stands; where they are beyond the limit of a month, they just fill it."""
        most = self.terms.hours_a_month
        load = tuple((month, hours if most is None else min(hours, most)) for month, hours in sorted(months.items()))
        day = self.terms.begins
        return Slot("", day, day, load, covers=0, occupies=False)


_CLOSING = ("uncovered-high", "uncovered-medium", "uncovered-low")
_KEEPING = ("unkept", "unkept-recommended")


def _told(gap: Gap | None, tiers: Sequence[str]) -> Gap | None:
    """A gap with the level named as in the worth of a route, where a timetable knows it by its number or as items."""
    names = {f"uncovered-{number}": name for number, name in enumerate(tiers, 1)} | {"items": "offers"}
    return gap and gap._replace(level=names.get(gap.level, gap.level))


def _covering(slot: Slot, bits: int) -> Slot:
    return Slot(slot.item, slot.begins, slot.ends, slot.hours, bits, slot.occupies, slot.unregistered, slot.session)


def _uncovered(problem: Timetable, slots: Iterable[Slot]) -> int:
    left = problem.bits
    for slot in slots:
        left &= ~slot.covers
    return left
