"""The learning of a route: what closes the deficits, and the programmes that the rules ask for."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rsnms.domain.competency import Severity
from rsnms.domain.measure import Measure
from rsnms.routes.planning.arrangement import CLOSING, KEEPING, Placed, told
from rsnms.routes.planning.asked import PROGRAMMES, Asked, is_for_managers
from rsnms.routes.planning.situation import Situation
from rsnms.routes.timetable.scheduling import schedule
from rsnms.routes.timetable.timetable import Gap, Item, Slot, Timetable

_Key = tuple[str, date, date]
_Programmes = Mapping[Asked, Sequence[Slot]]
"""What rules ask for, each with the slots of the programmes that keep it."""


def learn(situation: Situation) -> Gap | None:
    """Place the learning; the gap where it was not proven best."""
    return _Learning(situation).place()


class _Learning:
    def __init__(self, situation: Situation) -> None:
        self.situation, self.case, self.offers = situation, situation.case, situation.offers
        asked = [one for one in self.case.asked if one.measure in PROGRAMMES]
        self.candidates = [id_ for id_ in self._candidates(asked) if situation.takeable(id_)]
        self.programmes = {one: slots for one in asked if (slots := self._programmes(one))}

    def place(self) -> Gap | None:
        joined = self._joined()
        scheduled = schedule(joined)
        if scheduled.gap or _uncovered(joined, scheduled.slots) & joined.coverable:
            scheduled = schedule(self._apart())
        for slot in scheduled.slots:
            keeps = tuple(one for one, slots in self.programmes.items() if _key(slot) in set(map(_key, slots)))
            self.situation.placed.append(Placed(self.offers[slot.item], slot.covering(0), keeps))
        return told(scheduled.gap, (*CLOSING, *KEEPING))

    def _candidates(self, asked: Sequence[Asked]) -> list[str]:
        found = {
            id_
            for deficit in self.case.deficits
            for id_ in self.situation.supply.gaining.get(deficit.competency, ())
            if self.offers[id_].closes(deficit.competency, deficit.severity)
        }
        if any(not one.competency for one in asked):
            found.update(self.situation.supply.for_managers)
        return sorted(found)

    def _programmes(self, asked: Asked) -> list[Slot]:
        able = (id_ for id_ in self.candidates if self._could_keep(asked, id_))
        return [slot for id_ in able for slot in self.situation.slots_of(id_)]

    def _could_keep(self, asked: Asked, id_: str) -> bool:
        offer = self.offers[id_]
        if not offer.kind.is_programme:
            return False
        if asked.measure is Measure.MANAGEMENT_TEAM_PROGRAMME and not is_for_managers(offer):
            return False
        severity = self.situation.severities.get(asked.competency)
        return not asked.competency or (severity is not None and offer.closes(asked.competency, severity))

    def _joined(self) -> Timetable:
        """One bit for a deficit, the programme asked for it and its place in the register.

        It is the whole problem as long as everything can be had: a programme of the register that is kept closes its
        deficit too.
        """
        only: dict[int, Sequence[Slot]] = {}
        tiers = [*self._closing_tiers(), 0, 0]
        place = self._places()
        for number, (one, slots) in enumerate(self.programmes.items(), len(place)):
            wanted = [slot for slot in slots if not slot.unregistered] or slots
            if one.competency and place[one.competency] not in only:
                only[place[one.competency]] = wanted
            else:
                only[1 << number] = wanted
                tiers[3 if one.is_prescribed else 4] |= 1 << number
        return self._timetable(only, tiers)

    def _apart(self) -> Timetable:
        """A bit for each deficit, for each programme asked for, and for each that the register has."""
        only: dict[int, Sequence[Slot]] = {}
        tiers = [*self._closing_tiers(), 0, 0, 0]
        bit = 1 << len(self.case.deficits)
        for one, slots in self.programmes.items():
            only[bit] = slots
            tiers[3 if one.is_prescribed else 4] |= bit
            bit <<= 1
            registered = [slot for slot in slots if not slot.unregistered]
            if 0 < len(registered) < len(slots):
                only[bit] = registered
                tiers[5] |= bit
                bit <<= 1
        return self._timetable(only, tiers)

    def _places(self) -> dict[str, int]:
        return {deficit.competency: 1 << bit for bit, deficit in enumerate(self.case.deficits)}

    def _closing_tiers(self) -> list[int]:
        return [
            sum(1 << bit for bit, deficit in enumerate(self.case.deficits) if deficit.severity is severity)
            for severity in reversed(Severity)
        ]

    def _timetable(self, only: Mapping[int, Sequence[Slot]], tiers: Sequence[int]) -> Timetable:
        """The problem where some bits are covered by some slots alone."""
        bits_of: dict[_Key, int] = {}
        for bit, slots in only.items():
            for slot in slots:
                bits_of[_key(slot)] = bits_of.get(_key(slot), 0) | bit
        place, severities = self._places(), self.situation.severities
        items: dict[str, Item] = {}
        for id_ in sorted({each for one in self.candidates for each in self.situation.fits.closures[one]}):
            offer = self.offers[id_]
            closes = sum(place[each] for each in offer.gains if each in place and offer.closes(each, severities[each]))
            free = closes & ~sum(only)
            slots_of = tuple(slot.covering(free | bits_of.get(_key(slot), 0)) for slot in self.situation.slots_of(id_))
            items[id_] = self.situation.item(id_, slots_of, offer.prerequisites - self.case.completed)
        return self.situation.timetable(items, tiers)


def _key(slot: Slot) -> _Key:
    return slot.item, slot.begins, slot.ends


def _uncovered(problem: Timetable, slots: Iterable[Slot]) -> int:
    left = problem.bits
    for slot in slots:
        left &= ~slot.covers
    return left
