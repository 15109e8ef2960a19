"""The audit (проверка исполнения): what of a policy's duties is done, by what evidence, and what is overdue."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from rsnms.domain.evidence import Evidence
from rsnms.domain.period import Period, period_of
from rsnms.domain.text import Text
from rsnms.monitoring.duties import Duty
from rsnms.monitoring.duty_words import life_words
from rsnms.monitoring.evidence_problems import RowProblem
from rsnms.monitoring.matching import Match, Matcher
from rsnms.monitoring.occasions import Occasion, asks_for, occasions
from rsnms.monitoring.periods import period_words
from rsnms.monitoring.places import Places
from rsnms.policy.model import NotInForceError, Policy, UnknownNameError
from rsnms.rosters.addresses import Address
from rsnms.rosters.spelling import words
from rsnms.rules.wording import date_words


class Status(StrEnum):
    """What can be said of an occasion, the most pressing first."""

    OVERDUE = "overdue"
    DUE = "due"
    """Not done, and its time has come but is not over."""
    NOT_CHECKABLE = "not-checkable"
    """Cannot be said; the reason says why."""
    DONE_LATE = "done-late"
    DONE = "done"
    NOT_YET_DUE = "not-yet-due"
    """Its time has not come."""

    @property
    def is_done(self) -> bool:
        """Whether evidence shows that it is done, be it late."""
        return self in (Status.DONE, Status.DONE_LATE)


class Reason(StrEnum):
    """Why an occasion cannot be checked."""

    NO_DATE = "no-date"
    """The act names no date, and there is no evidence."""
    DATE_IN_WORDS = "date-in-words"
    """The act says when in words that are no calendar date, and there is no evidence."""
    NO_START = "no-start"
    """It is periodic, and nobody knows since when."""
    NO_PERIOD = "no-period"
    """It is periodic, and ends to bind before one full period is over."""
    NO_PLACES = "no-places"
    """Each place has to do it, and the list of places is not given."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is found of one occasion."""

    occasion: Occasion
    status: Status
    days: int | None = None
    """By how many days it was late, is overdue, or how many are left; ``None`` where there is no due day."""
    evidence: tuple[Evidence, ...] = ()
    """The rows that count for it, the earliest first."""
    reason: Reason | None = None

    @property
    def duty(self) -> Duty:
        """The duty of the occasion."""
        return self.occasion.duty


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A row that counts for no occasion, and why."""

    evidence: Evidence
    problem: RowProblem


@dataclass(frozen=True)
class Audit:
    """The findings of an audit, duty by duty in the order of the policy, and the rows that did not count."""

    policy: Policy = field(repr=False)
    on: date
    duties: tuple[Duty, ...] = field(repr=False)
    findings: tuple[Finding, ...] = field(repr=False)
    uncounted: tuple[Uncounted, ...] = field(default=(), repr=False)

    @cached_property
    def by_duty(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings of each duty, by its id."""
        found: dict[str, list[Finding]] = {duty.id: [] for duty in self.duties}
        for finding in self.findings:
            found[finding.duty.id].append(finding)
        return {id_: tuple(findings) for id_, findings in found.items()}

    @cached_property
    def standings(self) -> Mapping[str, Status]:
        """How each duty stands as a whole, by its id: as its most pressing occasion does."""
        return {id_: standing(findings) for id_, findings in self.by_duty.items() if findings}

    @property
    def counts(self) -> Counter[Status]:
        """How many duties stand in which way."""
        return Counter(self.standings.values())

    @property
    def overdue(self) -> tuple[Finding, ...]:
        """What has to be done and is overdue; what is only recommended or permitted is left out."""
        return tuple(one for one in self.findings if one.status is Status.OVERDUE and one.duty.is_binding)

    def of_subject(self, subject: str) -> "Audit":
        """The part of the audit that concerns the duties in which the act names a subject.

        Raises:
            UnknownNameError: the policy has no subject of that id or title.
        """
        known = {name: one.id for one in self.policy.subjects.values() for name in (one.title, one.id)}
        id_ = next((id_ for name, id_ in known.items() if words(name) == words(subject)), None)
        if id_ is None:
            raise UnknownNameError(Text("субъекта", "subject"), subject, self.policy.subjects, self.policy.id)
        kept = tuple(duty for duty in self.duties if id_ in duty.involved)
        return replace(self, duties=kept, findings=tuple(one for one in self.findings if one.duty in kept))


def standing(findings: Iterable[Finding]) -> Status:
    """How a duty stands, given the findings of its occasions."""
    return min((finding.status for finding in findings), key=list(Status).index)


def audit(
    policy: Policy,
    evidence: Iterable[Evidence],
    on: date,
    *,
    municipalities: Iterable[str] | None = None,
    organisations: Iterable[str] | None = None,
) -> Audit:
    """Check on a day what of a policy's documents and obligations is done, as evidence shows it.

    A periodic duty is done in each of its periods by evidence of a day in it; where evidence names the period for which
    it was done, that one counts. What is due on a day is done in time by evidence of that day or earlier; what has no
    date is done once there is evidence. Evidence of a later day than ``on`` does not count. More evidence never makes
    anything less done.

    ``municipalities`` and ``organisations`` are the places that have to do, each for itself, what the policy asks of
    each. Without them such duties are not checkable; what evidence shows of single places is still found. The policy is
    that of the day: what an act no longer in force asked for is not looked at.

    Raises:
        NotInForceError: the policy is not in force on that day.
    """
    if on not in policy:
        raise NotInForceError(policy.id, on, (policy,))
    places = Places(policy.level, tuple(municipalities or ()), tuple(organisations or ()))
    matcher = Matcher(policy, places)
    counted: dict[str, list[tuple[Match, Evidence]]] = {duty.id: [] for duty in matcher.duties}
    uncounted: list[Uncounted] = []
    for row in sorted(evidence, key=_order):
        found = matcher.match(row)
        problem = found if isinstance(found, RowProblem) else _problem(found.duty, row, on)
        if problem is None and isinstance(found, Match):
            counted[found.duty.id].append((found, row))
        elif problem is not None:
            uncounted.append(Uncounted(row, problem if row.row is None else problem.at(Address(row.row))))
    findings = tuple(finding for duty in matcher.duties for finding in _findings(duty, places, counted[duty.id], on))
    return Audit(policy, on, matcher.duties, findings, tuple(sorted(uncounted, key=lambda one: one.evidence.row or 0)))


def _order(row: Evidence) -> tuple[object, ...]:
    """The order of rows, whatever order they come in: by day, then as in their table."""
    texts = (row.kind, row.subject or "", row.title or "", row.link or "", str(row.period))
    return row.on, row.row or 0, *texts


def _problem(duty: Duty, row: Evidence, on: date) -> RowProblem | None:
    """Why a row does not count for its duty."""
    if row.on > on:
        return RowProblem.of("later", expected=Text(date_words(on), date_words(on, "en")))
    every = duty.schedule.every
    if every is None:
        return None
    period = _period(duty, row)
    if row.period is not None and row.period.last not in period:
        return RowProblem.of("wide-period", period=_text(row.period), expected=_text(period))
    if not asks_for(duty, period):
        life = Text(life_words(duty), life_words(duty, "en"))
        return RowProblem.of("not-asked", duty=duty.title, period=_text(period), expected=life)
    return None


def _text(period: Period) -> Text:
    return Text(period_words(period), period_words(period, "en"))


def _period(duty: Duty, row: Evidence) -> Period:
    """The period of a periodic duty for which a row counts."""
    assert duty.schedule.every is not None  # noqa: S101 - only asked of periodic duties
    return period_of(duty.schedule.every, row.period.first if row.period else row.on)


def _findings(duty: Duty, places: Places, counted: Iterable[tuple[Match, Evidence]], on: date) -> Iterator[Finding]:
    rows: dict[str, list[Evidence]] = {}
    named: dict[str, str | None] = {}
    for match, row in counted:
        place = words(match.place or "")
        named.setdefault(place, match.place)
        rows.setdefault(place, []).append(row)
    asked: dict[str, str | None] = {"": None}
    if places.are_asked(duty):
        asked = {words(place): place for place in places.of(duty)}
        if not asked:
            yield Finding(Occasion(duty, duty.schedule.due), Status.NOT_CHECKABLE, reason=Reason.NO_PLACES)
    for key, where in (named | asked).items():
        yield from _of_place(duty, where, rows.get(key, []), on, is_asked=key in asked)


def _of_place(duty: Duty, place: str | None, rows: list[Evidence], on: date, *, is_asked: bool) -> Iterator[Finding]:
    """What is found of a duty in a place; of one that is not known to be asked, only what is done."""
    if duty.schedule.every is None:
        yield _assessed(Occasion(duty, duty.schedule.due, place=place), rows, on)
        return
    shown: dict[Period, list[Evidence]] = {}
    for row in rows:
        shown.setdefault(_period(duty, row), []).append(row)
    if duty.schedule.since is None and is_asked:
        yield Finding(Occasion(duty, place=place), Status.NOT_CHECKABLE, reason=Reason.NO_START)
    times = [one.period for one in occasions(duty, on)] if is_asked else []
    found = [
        _assessed(Occasion(duty, period.last, period, place), shown.get(period, []), on)
        for period in sorted({*shown, *(period for period in times if period is not None)})
    ]
    if not found and is_asked and duty.schedule.since is not None:
        yield Finding(Occasion(duty, place=place), Status.NOT_CHECKABLE, reason=Reason.NO_PERIOD)
    begun = [one for one in found if one.status is not Status.NOT_YET_DUE]
    waits = any(one.status is Status.DUE for one in begun)
    yield from begun if waits else found


def _assessed(occasion: Occasion, rows: list[Evidence], on: date) -> Finding:
    due, opens = occasion.due, occasion.opens
    if rows:
        late = (rows[0].on - due).days if due else 0
        status = Status.DONE_LATE if late > 0 else Status.DONE
        return Finding(occasion, status, late if late > 0 else None, tuple(rows))
    if opens is not None and opens > on:
        return Finding(occasion, Status.NOT_YET_DUE, (due - on).days if due and due >= on else None)
    if due is None:
        words_only = occasion.duty.schedule.date_note is not None
        reason = Reason.DATE_IN_WORDS if words_only else Reason.NO_DATE
        return Finding(occasion, Status.NOT_CHECKABLE, reason=reason)
    status = Status.OVERDUE if due < on else Status.DUE
    return Finding(occasion, status, abs((on - due).days))
