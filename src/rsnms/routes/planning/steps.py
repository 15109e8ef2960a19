"""The steps of a route: what was arranged from the catalogue, and what the subjects of the system provide beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rsnms.domain.competency import Deficit
from rsnms.domain.measure import Measure
from rsnms.domain.offer import OfferKind
from rsnms.policy.model import Policy
from rsnms.routes.planning.arrangement import Arrangement, Placed
from rsnms.routes.planning.asked import AFTER_LEARNING, PROGRAMMES, Asked, is_for_managers
from rsnms.routes.planning.openings import next_working_day
from rsnms.routes.planning.responsible import ACTIVITIES, DIAGNOSING, doer, named_by
from rsnms.routes.planning.route import DATED, Stage, Status, Step, Unkept
from rsnms.routes.planning.terms import Terms
from rsnms.routes.requirements.required import Requirement

SUPPORT_DAYS = 30
"""How long a subject supports after the learning, where no offer says it."""
DIAGNOSIS = "diagnosis"
_AFTER = "-after-"
"""Stands in the id of a step between a measure and the step that it follows."""

_STAGES = {
    Measure.INTERNSHIP: Stage.TRANSFER,
    Measure.TRANSFER_INTO_PRACTICE: Stage.TRANSFER,
    Measure.POST_COURSE_SUPPORT: Stage.POST_COURSE,
    Measure.HORIZONTAL_LEARNING: Stage.LEARNING,
    Measure.REPEATED_DIAGNOSIS: Stage.REPEATED_DIAGNOSIS,
}
_ORDER = list(Stage)


@dataclass(frozen=True, slots=True)
class Composed:
    """The steps, and the requirements for which there is none."""

    steps: tuple[Step, ...]
    unkept: tuple[Unkept, ...]
    """Without the offers that would keep them."""


def compose(
    policy: Policy,
    terms: Terms,
    deficits: Sequence[Deficit],
    requirements: Sequence[Requirement],
    arrangement: Arrangement,
    standing: Sequence[Step] = (),
) -> Composed:
    """Make the steps of a route.

    Args:
        policy: whose subjects are responsible.
        terms: the period.
        deficits: all that were found, those that are closed by what stands too.
        requirements: all that are required.
        arrangement: what was taken from the catalogue.
        standing: steps that are done or begun; they stay as they are.
    """
    return _Composing(policy, terms, deficits, requirements, arrangement, standing).composed()


class _Composing:
    def __init__(
        self,
        policy: Policy,
        terms: Terms,
        deficits: Sequence[Deficit],
        requirements: Sequence[Requirement],
        arrangement: Arrangement,
        standing: Sequence[Step],
    ) -> None:
        self.policy, self.terms = policy, terms
        self.deficits = {deficit.competency: deficit for deficit in deficits}
        self.arrangement, self.standing = arrangement, standing
        self.by_measure: dict[Measure, list[Requirement]] = {}
        for one in requirements:
            self.by_measure.setdefault(one.measure, []).append(one)
        self.accompanying = self._responsible(Measure.ACCOMPANIMENT, self.by_measure.get(Measure.ACCOMPANIMENT, ()))
        self.kept = {_key(one) for step in standing for one in step.requirements}
        self.too_late: dict[tuple[str, str], str] = {}

    def composed(self) -> Composed:
        steps = [replace(step, by=self._by(step.requirements) or step.by) for step in self.standing]
        for placed in sorted(self.arrangement.placed, key=lambda one: not one.is_learning):
            steps.append(self._from_catalogue(placed, steps))
        if self.deficits and not any(step.stage is Stage.DIAGNOSIS for step in steps):
            steps.insert(0, self._diagnosis())
        open_ = {
            measure: [one for one in asked if _key(one) not in self.kept and measure not in PROGRAMMES]
            for measure, asked in self.by_measure.items()
        }
        provided = [step for measure, asked in open_.items() for step in self._provided(measure, asked, steps)]
        steps = _joined(steps, provided)
        end = max((step.ends for step in steps if step.stage in DATED), default=None)
        steps += self._throughout(open_, end)
        if again := open_.get(Measure.REPEATED_DIAGNOSIS):
            steps.append(self._repeated(again, steps, end))
        unkept = tuple(
            Unkept(one, after=self.too_late.get(_key(one)))
            for asked in self.by_measure.values()
            for one in asked
            if _key(one) not in self.kept
        )
        standing = {step.id for step in self.standing}
        steps = [_placed_after(step, steps) if step.id in standing else step for step in steps]
        return Composed(tuple(sorted(steps, key=_in_order)), unkept)

    # --- what the catalogue offers

    def _from_catalogue(self, placed: Placed, learning: Sequence[Step]) -> Step:
        offer, slot = placed.offer, placed.slot
        closes = [one for one in self.deficits.values() if offer.closes(one.competency, one.severity)]
        requirements = [one for asked in placed.keeps for one in self._asking(asked)]
        if offer.kind is OfferKind.MENTORING:
            requirements += [one for one in self.by_measure.get(Measure.MENTORING, ()) if _key(one) not in self.kept]
        self.kept.update(map(_key, requirements))
        served = dict.fromkeys(one.deficit for one in requirements if one.deficit)
        stage = Stage.LEARNING if placed.is_learning else _STAGES[placed.keeps[0].measure]
        if not placed.is_learning:
            closes = []
        return Step(
            id=offer.id,
            stage=stage,
            begins=slot.begins,
            ends=slot.ends,
            hours=offer.hours,
            offer=offer,
            session=slot.session,
            month_hours=slot.hours,
            closes=tuple(closes),
            serves=tuple(one for one in served if one not in closes),
            requirements=tuple(requirements),
            by=self._by(requirements),
            after=tuple(self._before(placed, requirements, learning)),
        )

    def _by(self, requirements: Sequence[Requirement]) -> tuple[str, ...]:
        by = self._responsible(requirements[0].measure, requirements) if requirements else ()
        return by or self.accompanying

    def _asking(self, asked: Asked) -> Iterator[Requirement]:
        for one in self.by_measure.get(asked.measure, ()):
            if (one.deficit.competency if one.deficit else "") == asked.competency:
                yield one

    def _before(self, placed: Placed, requirements: Iterable[Requirement], learning: Iterable[Step]) -> Iterator[str]:
        ids = {one.offer.id for one in self.arrangement.placed} | {step.id for step in self.standing}
        found = placed.offer.prerequisites & ids
        if placed.is_learning:
            yield from sorted(found) or ([DIAGNOSIS] if self.deficits else [])
            return
        following = [one for one in requirements if one.measure in AFTER_LEARNING]
        ended = [step for step in learning if step.ends < placed.slot.begins]
        found |= {step.id for step in ended if any(precedes(step, one) for one in following)}
        yield from sorted(found)

    # --- what the subjects provide

    def _provided(self, measure: Measure, asked: Sequence[Requirement], steps: Sequence[Step]) -> Iterator[Step]:
        """The steps of a measure that follows the learning and that no offer keeps: one after each that closes.

        There is none where the period has no day left for it.
        """
        if measure not in AFTER_LEARNING:
            return
        following: dict[str, list[Requirement]] = {}
        for one in asked:
            learning = [step for step in steps if precedes(step, one)]
            first = min(learning, key=lambda step: (step.ends, step.id), default=None)
            if first is not None or measure is Measure.INTERNSHIP:
                following.setdefault(first.id if first else "", []).append(one)
        ends = {step.id: step.ends for step in steps}
        for id_, requirements in following.items():
            if not id_:
                dated = (step.ends for step in steps if step.stage in DATED and step.ends >= self.terms.begins)
                yield self._by_subject(
                    measure, requirements, self.terms.begins, max(dated, default=self.terms.last_day)
                )
            elif ends[id_] < self.terms.last_day:
                yield self._by_subject(measure, requirements, *self._days_after(ends[id_]), after=id_)
            else:
                self.too_late.update((_key(one), id_) for one in requirements)

    def _days_after(self, end: date) -> tuple[date, date]:
        """The days of support after the learning; from the first day on where they are over, and nothing was done."""
        begins = end + timedelta(days=1)
        if end + timedelta(days=SUPPORT_DAYS) < self.terms.begins:
            begins = self.terms.begins
        return begins, begins + timedelta(days=SUPPORT_DAYS - 1)

    def _throughout(self, open_: Mapping[Measure, Sequence[Requirement]], end: date | None) -> Iterator[Step]:
        """The measures that accompany the route: those for deficits to its end, those for the person all the time."""
        for measure, asked in open_.items():
            if asked and measure not in AFTER_LEARNING and measure is not Measure.REPEATED_DIAGNOSIS:
                until = end if end and all(one.deficit for one in asked) else self.terms.last_day
                if measure is Measure.INVITATION_TO_ACTIVE:
                    until = self.terms.begins + timedelta(days=SUPPORT_DAYS - 1)
                yield self._by_subject(measure, asked, self.terms.begins, until)

    def _by_subject(
        self, measure: Measure, asked: Sequence[Requirement], begins: date, ends: date, after: str = ""
    ) -> Step:
        self.kept.update(map(_key, asked))
        return Step(
            id=f"{measure}{_AFTER}{after}" if after else str(measure),
            stage=_STAGES.get(measure, Stage.THROUGHOUT) if measure in AFTER_LEARNING else Stage.THROUGHOUT,
            begins=begins,
            ends=max(begins, min(ends, self.terms.last_day)),
            serves=tuple(dict.fromkeys(one.deficit for one in asked if one.deficit)),
            requirements=tuple(asked),
            by=self._responsible(measure, asked),
            after=(after,) if after else (),
        )

    def _responsible(self, measure: Measure, asked: Iterable[Requirement]) -> tuple[str, ...]:
        found = doer(self.policy, ACTIVITIES.get(measure, ()))
        return named_by(asked) or ((found,) if found else ())

    # --- the two ends

    def _diagnosis(self) -> Step:
        days = [deficit.found_on for deficit in self.deficits.values() if deficit.found_on] or [self.terms.begins]
        found = doer(self.policy, [DIAGNOSING])
        return Step(
            id=DIAGNOSIS,
            stage=Stage.DIAGNOSIS,
            begins=min(days),
            ends=max(days),
            serves=tuple(self.deficits.values()),
            by=(found,) if found else (),
            status=Status.DONE,
        )

    def _repeated(self, asked: Sequence[Requirement], steps: Sequence[Step], end: date | None) -> Step:
        day = self._after_everything(end)
        before = (step.id for step in sorted(steps, key=_in_order) if step.stage in DATED)
        step = self._by_subject(Measure.REPEATED_DIAGNOSIS, asked, day, day)
        return replace(step, stage=Stage.REPEATED_DIAGNOSIS, after=tuple(before))

    def _after_everything(self, end: date | None) -> date:
        """The working day after all that is dated; at the end of the period the last one that is not before its end.

        Where nothing is dated, it is the last working day of the period.
        """
        first, last = self.terms.begins, self.terms.last_day
        if end is not None:
            day = next_working_day(max(end + timedelta(days=1), first))
            if day <= last:
                return day
            first = max(first, min(end, last))
        while last.weekday() >= 5 and last > first:
            last -= timedelta(days=1)
        return last


def precedes(step: Step, requirement: Requirement) -> bool:
    """Whether a step is the learning that a measure has to follow."""
    if step.stage is not Stage.LEARNING or step.offer is None:
        return False
    if requirement.measure is Measure.POST_COURSE_SUPPORT and not step.offer.kind.is_programme:
        return False
    if requirement.deficit is None:
        return is_for_managers(step.offer)
    return requirement.deficit in step.closes


def provides(step: Step, requirement: Requirement) -> bool:
    """Whether a step of an earlier route is the measure that a requirement asks a subject for.

    What follows the learning is so for the deficits that it serves, or for the person as a whole where it serves none.
    """
    measure = str(requirement.measure)
    if requirement.measure not in AFTER_LEARNING:
        return step.id == measure
    if step.id != measure and not step.id.startswith(f"{measure}{_AFTER}"):
        return False
    served = {one.competency for one in step.serves}
    return requirement.deficit.competency in served if requirement.deficit else not served


def _joined(steps: Sequence[Step], more: Iterable[Step]) -> list[Step]:
    """The steps and more; what stands already serves what the same step would be made for again."""
    joined = {step.id: step for step in steps}
    for step in more:
        if before := joined.get(step.id):
            serves = tuple(dict.fromkeys((*before.serves, *step.serves)))
            step = replace(before, serves=serves, requirements=(*before.requirements, *step.requirements))
        joined[step.id] = step
    return list(joined.values())


def _placed_after(step: Step, steps: Iterable[Step]) -> Step:
    """A step of an earlier route after those alone that are in this one too and ended before it."""
    ended = {one.id for one in steps if one.ends < step.begins or one.stage is Stage.DIAGNOSIS}
    return replace(step, after=tuple(id_ for id_ in step.after if id_ in ended))


def _key(requirement: Requirement) -> tuple[str, str]:
    return requirement.rule.id, requirement.deficit.competency if requirement.deficit else ""


def _in_order(step: Step) -> tuple[int, date, date, str]:
    return _ORDER.index(step.stage), step.begins, step.ends, step.id
