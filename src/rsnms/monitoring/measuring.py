"""Measuring one indicator at one milestone: the value with its bounds, and whether the target is met."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from math import ceil, floor
from typing import TypeVar

from rsnms.domain.fact import About
from rsnms.domain.target import Amount, Bound, Milestone
from rsnms.monitoring.counts import Bounded, Counts, ratio, share, tally
from rsnms.monitoring.populations import Place, count
from rsnms.monitoring.snapshot import Snapshot
from rsnms.monitoring.tables import TABLE_OF
from rsnms.policy.conditions import Condition
from rsnms.policy.indicators import Indicator, Ratio, Share, Tally


class Status(StrEnum):
    """What can be said of a target."""

    MET = "met"
    MISSED = "missed"
    PENDING = "pending"
    """Not reached yet, and its day has not come."""
    UNDECIDED = "undecided"
    """Cannot be said: too much is not known."""
    NO_TARGET = "no-target"


@dataclass(frozen=True, slots=True)
class Part:
    """What was counted in one place, or in all."""

    numerator: int
    denominator: int | None
    """``None`` where the indicator is a count."""
    unknown: int
    """Rows without the facts that decide about them."""
    value: Bounded
    status: Status = Status.NO_TARGET
    gap: int | None = None
    """How many are missing by what is confirmed, where the target is not met."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """An indicator at a milestone, or on the day asked about where it has no target."""

    on: date
    """The day for which it was measured: that of the question, or that of the milestone where it is past."""
    milestone: Milestone | None
    whole: Part | None
    """``None`` where nothing was measured; ``reason`` says why."""
    reason: str | None = None
    """Why nothing was measured: ``no-table``, ``no-evidence``."""
    tables: tuple[str, ...] = ()
    """The tables that are missing."""
    missing: Mapping[str, int] = field(default_factory=dict)
    """Facts that are not known, with the number of rows."""
    municipalities: Mapping[str | None, Part] = field(default_factory=dict)
    organisations: Mapping[Place, Part] = field(default_factory=dict)

    @property
    def status(self) -> Status:
        """What can be said of the target."""
        if self.whole is not None:
            return self.whole.status
        return Status.NO_TARGET if self.milestone is None else Status.UNDECIDED


Reckon = Callable[[Sequence[Counts]], tuple[int, int | None, Bounded]]
"""From what was counted to numerator, denominator and value."""


def _share(counts: Sequence[Counts]) -> tuple[int, int | None, Bounded]:
    return counts[0].met, counts[0].population, share(counts[0])


def _tally(counts: Sequence[Counts]) -> tuple[int, int | None, Bounded]:
    return counts[0].met, None, tally(counts[0])


def _ratio(counts: Sequence[Counts]) -> tuple[int, int | None, Bounded]:
    return counts[0].met, counts[1].met, ratio(counts[0], counts[1])


def measure(
    indicator: Indicator, snapshot: Snapshot, milestone: Milestone | None, on: date, *, by_organisation: bool = True
) -> Measurement:
    """Measure an indicator that is counted from tables; ``snapshot`` stands on the day measured for, ``on`` is today.

    Organisations may be many; where nobody asks for them they are left out.

    Raises:
        ValueError: the indicator is a state, which evidence shows and nobody counts.
    """
    asked, reckon = _asked(indicator)
    counted = [count(snapshot, about, of, where) for about, of, where in asked]
    absent = tuple(TABLE_OF[about].name for (about, _, _), one in zip(asked, counted, strict=True) if one is None)
    if absent:
        return Measurement(snapshot.day, milestone, None, "no-table", absent)
    tables = [one for one in counted if one is not None]
    judge = _Judge(milestone, on, reckon)
    municipalities = _parts([one.by_municipality() for one in tables], judge)
    whole = judge.part([one.total for one in tables])
    per = indicator.measure.per if isinstance(indicator.measure, Tally) else None
    organisations = _parts([one.by_organisation() for one in tables], judge) if by_organisation else {}
    if per is not None:
        places = snapshot.passport.places(per)
        by_place = tables[0].by_municipality() if per is About.MUNICIPALITY else tables[0].by_name()
        parts = {place: judge.part([_with_strays(by_place, place)]) for place in places}
        if not parts:
            return Measurement(snapshot.day, milestone, None, "no-places", (str(per),))
        whole = judge.least(parts.values())
        if per is About.MUNICIPALITY:
            municipalities = {place: parts[place] for place in places}
        else:
            organisations = {(None, place): part for place, part in parts.items()}
    missing: dict[str, int] = {}
    for one in tables:
        missing |= one.missing
    return Measurement(
        snapshot.day, milestone, whole, missing=missing, municipalities=municipalities, organisations=organisations
    )


Asked = tuple[About, Condition | None, Condition | None]


def _asked(indicator: Indicator) -> tuple[list[Asked], Reckon]:
    """What has to be counted, and how the value follows from it."""
    match indicator.measure:
        case Share(about=about, of=of, where=where):
            return [(about, of, where)], _share
        case Tally(about=about, where=where):
            return [(about, where, None)], _tally
        case Ratio(of=of, to=to):
            return [(one.about, one.where, None) for one in (of, to)], _ratio
    raise ValueError(f"{indicator.id} is shown by evidence, not counted")


P = TypeVar("P")


def _parts(tables: Sequence[Mapping[P, Counts]], judge: "_Judge") -> dict[P, Part]:
    places = dict.fromkeys(place for table in tables for place in table)
    return {place: judge.part([table.get(place, Counts()) for table in tables]) for place in places}


def _with_strays(by_place: Mapping[str | None, Counts], place: str) -> Counts:
    """What a place has, and what rows without a place may add to it."""
    stray = by_place.get(None, Counts())
    return by_place.get(place, Counts()) + Counts(maybe_met=stray.most_met)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Makes parts and says of each whether it meets the milestone's amount."""

    milestone: Milestone | None
    on: date
    reckon: Reckon

    def part(self, counts: Sequence[Counts]) -> Part:
        """The part for what was counted somewhere."""
        numerator, denominator, value = self.reckon(counts)
        unknown = sum(one.unknown for one in counts)
        amount = self.milestone.amount if self.milestone else None
        if amount is None:
            return Part(numerator, denominator, unknown, value)
        status = status_of(value, amount, is_past=self._is_past)
        gap = None if status is Status.MET else gap_of(numerator, denominator, amount, self.reckon is _ratio)
        return Part(numerator, denominator, unknown, value, status, gap)

    def least(self, parts: Collection[Part]) -> Part:
        """The part of the place that falls shortest, for an amount that each place has to reach."""
        amount = self.milestone.amount if self.milestone else None
        worst = max if amount and amount.bound is Bound.AT_MOST else min
        value, low, high = (
            worst(getattr(part.value, side) for part in parts)  # every tally has all three
            for side in ("value", "low", "high")
        )
        bounded = Bounded(value, low, high)
        status = status_of(bounded, amount, is_past=self._is_past) if amount else Status.NO_TARGET
        gaps = [part.gap for part in parts if part.gap]
        reached = sum(part.status is Status.MET for part in parts)
        return Part(reached, len(parts), sum(part.unknown for part in parts), bounded, status, sum(gaps) or None)

    @property
    def _is_past(self) -> bool:
        return self.milestone is not None and self.milestone.due < self.on


def status_of(value: Bounded, amount: Amount, *, is_past: bool) -> Status:
    """Whether an amount is met: surely, surely not, or that cannot be said yet or at all."""
    surely, possibly = (value.low, value.high) if amount.bound is Bound.AT_LEAST else (value.high, value.low)
    if surely is not None and amount.is_met_by(surely) and not value.may_be_nobodys:
        return Status.MET
    if not is_past:
        return Status.PENDING
    if possibly is not None and not amount.is_met_by(possibly) and not value.may_be_nobodys:
        return Status.MISSED
    return Status.UNDECIDED


def gap_of(numerator: int, denominator: int | None, amount: Amount, is_ratio: bool = False) -> int:
    """How many more are needed by what is confirmed; of a ratio "at most", how many more to share the load."""
    if is_ratio:
        if amount.bound is Bound.AT_MOST:
            return max(0, ceil(numerator / amount.value) - (denominator or 0)) if amount.value else 0
        return max(0, ceil(amount.value * (denominator or 0)) - numerator)
    whole = amount.value if denominator is None else amount.value * denominator
    return max(0, ceil(whole) - numerator if amount.bound is Bound.AT_LEAST else numerator - floor(whole))
