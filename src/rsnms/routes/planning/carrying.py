"""What carries the learning into practice and supports it: internships, transfer, colleagues, consultations."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from rsnms.domain.competency import Severity
from rsnms.domain.measure import Measure
from rsnms.domain.offer import Offer
from rsnms.routes.planning.arrangement import KEEPING, Placed, told
from rsnms.routes.planning.asked import AFTER_LEARNING, CARRIERS, Asked, is_for_managers
from rsnms.routes.planning.situation import Situation
from rsnms.routes.timetable.scheduling import schedule
from rsnms.routes.timetable.timetable import Gap, Item


def carry(situation: Situation, measure: Measure) -> Gap | None:
    """Place what keeps a measure, for the deficits for which it is asked and nothing keeps it yet."""
    return _Carrying(situation).place(measure)


class _Carrying:
    def __init__(self, situation: Situation) -> None:
        self.situation, self.case, self.offers = situation, situation.case, situation.offers

    def place(self, measure: Measure) -> Gap | None:
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
            for slot in self.situation.openings.of(
                offer, self.situation.seats, (*starts, *built_on, *self.situation.supply.starts)
            ):
                if any(slot.begins < day for day in built_on):
                    continue
                covers = sum(bit for bit, day in gained if day is None or slot.begins >= day)
                if covers:
                    slots.append(slot.covering(covers))
            if slots:
                items[id_] = self.situation.item(id_, tuple(slots))
        tiers = [
            sum(1 << bit for bit, one in enumerate(asked) if one.is_prescribed is prescribed)
            for prescribed in (True, False)
        ]
        scheduled = schedule(self.situation.timetable(items, tiers))
        for slot in scheduled.slots:
            keeps = tuple(one for bit, one in enumerate(asked) if slot.covers >> bit & 1)
            self.situation.placed.append(Placed(self.offers[slot.item], slot.covering(0), keeps, is_learning=False))
        return told(scheduled.gap, KEEPING)

    def _carriers(self, measure: Measure, asked: Iterable[Asked]) -> list[str]:
        competencies = {each for one in asked for each in self._competencies(one)}
        found = {id_ for each in competencies for id_ in self.situation.supply.gaining.get(each, ())}
        kinds = CARRIERS[measure]
        return sorted(
            id_ for id_ in found if self.offers[id_].kind in kinds and self.situation.takeable(id_, alone=True)
        )

    def _built_on(self, offer: Offer) -> list[date]:
        """The days after what stands and an offer builds on."""
        before = (one for one in self.situation.everything() if one.offer.id in offer.prerequisites)
        return [one.slot.ends + timedelta(days=1) for one in before]

    def _is_open(self, asked: Asked) -> bool:
        """Whether nothing that stands keeps a measure; what follows a programme is void where there is none."""
        closing = self._closing(asked)
        if asked.measure in AFTER_LEARNING and asked.measure is not Measure.INTERNSHIP and not closing:
            return False
        earliest = self._earliest(asked)
        for one in self.situation.everything():
            is_late_enough = earliest is None or one.slot.begins >= earliest or one in closing
            if one.offer.kind in CARRIERS[asked.measure] and self._gains(one.offer, asked) and is_late_enough:
                self._keep(one, asked)
                return False
        return True

    def _keep(self, placed: Placed, asked: Asked) -> None:
        """What is placed anyway keeps the measure too."""
        if placed in self.situation.placed:
            self.situation.placed[self.situation.placed.index(placed)] = replace(placed, keeps=(*placed.keeps, asked))

    def _earliest(self, asked: Asked) -> date | None:
        """The day after the learning for the deficit has ended; ``None`` where nothing has to come first."""
        if asked.measure not in AFTER_LEARNING:
            return None
        ends = [one.slot.ends for one in self._closing(asked)]
        return min(ends) + timedelta(days=1) if ends else None

    def _closing(self, asked: Asked) -> list[Placed]:
        """The learning after which a measure follows: what closes its deficit, or the programme for managers."""
        learning = [one for one in self.situation.everything() if one.is_learning]
        if asked.measure is Measure.POST_COURSE_SUPPORT:
            learning = [one for one in learning if one.offer.kind.is_programme]
        if not asked.competency:
            return [one for one in learning if is_for_managers(one.offer)]
        severity = self.situation.severities.get(asked.competency, Severity.LOW)
        return [one for one in learning if one.offer.closes(asked.competency, severity)]

    def _competencies(self, asked: Asked) -> set[str]:
        if asked.competency:
            return {asked.competency}
        return {competency for one in self._closing(asked) for competency in one.offer.gains}

    def _gains(self, offer: Offer, asked: Asked) -> bool:
        return not self._competencies(asked).isdisjoint(offer.gains)
