"""How facts follow from other facts and from time, one small definition for each kind of movement.

Every function answers for one subject: the atom on a day, and the days on which it changes. ``sources`` holds what
was stated, ``as_of`` is the day for which it was stated.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from rsnms.domain.calendar import add_months, full_months
from rsnms.domain.category import day_after
from rsnms.domain.experience import Experience, StatedExperience, WorkedExperience
from rsnms.domain.fact import Atom, Fact, Grows, Happened, Holds, Overlap, Since
from rsnms.domain.span import Span

Sources = Mapping[str, Atom | Experience]
"""Stated values by fact: atoms, or an experience that knows its own day."""


def value_on(fact: Fact, sources: Sources, as_of: date, on: date) -> Atom | None:
    """The fact's atom on a day, ``None`` where it is not known for that day."""
    stated = sources.get(fact.name)
    match fact.movement:
        case Since(start=start) if (first := _day(sources, start)) is not None:
            return full_months(first, on) if first <= on else None
        case Grows() | Since() if stated is not None:
            return _experience(stated, as_of).months_on(on)
        case Holds() as holds if stated is not None:
            return _held(holds, stated, sources, on)
        case Happened(on=name) if (day := _day(sources, name)) is not None:
            return on >= day
        case Overlap(first=one, second=other) if stated is None:
            return _share(sources.get(one), sources.get(other))
    return stated if not isinstance(stated, StatedExperience | WorkedExperience) else stated.months_on(on)


def changes(fact: Fact, sources: Sources, as_of: date, thresholds: Iterable[int]) -> Iterator[date]:
    """The days on which the fact's atom changes; of a duration, when it becomes known and reaches the thresholds."""
    stated = sources.get(fact.name)
    match fact.movement:
        case Since(start=start) if (first := _day(sources, start)) is not None:
            yield first
            yield from (add_months(first, months) for months in thresholds if _in_calendar(first, months))
        case Grows() | Since() if stated is not None:
            yield from _milestones(_experience(stated, as_of), thresholds)
        case Holds() as holds if stated is not None:
            decided = _day(sources, holds.start)
            if decided is not None:
                yield decided
            last = _last_day(holds, sources)
            if last is not None and last < date.max:
                yield day_after(last)
        case Happened(on=name) if (day := _day(sources, name)) is not None:
            yield day


def moves(fact: Fact) -> bool:
    """Whether time alone can change the fact."""
    return fact.movement is not None and not isinstance(fact.movement, Overlap)


def _in_calendar(start: date, months: int) -> bool:
    return 12 <= start.year * 12 + start.month - 1 + months < 120_000


def _experience(stated: Atom | Experience, as_of: date) -> Experience:
    if isinstance(stated, StatedExperience | WorkedExperience):
        return stated
    assert isinstance(stated, int)  # noqa: S101 - durations are months
    return StatedExperience(span=Span(stated), on=as_of)


def _milestones(experience: Experience, thresholds: Iterable[int]) -> Iterator[date]:
    """The day from which an experience is known, and those on which it comes to the months asked about."""
    if isinstance(experience, StatedExperience):
        yield experience.on
        missing = [months - experience.span.months for months in thresholds if experience.continuing]
        awaited = [months for months in missing if months > 0 and _in_calendar(experience.on, months)]
        yield from (add_months(experience.on, months) for months in awaited)
    else:
        yield from (day for months in thresholds if (day := _worked(experience, months)) is not None)


def _worked(experience: WorkedExperience, months: int) -> date | None:
    """The first day on which employment periods come to ``months``; ``None`` where they never do."""
    begun = experience.began_by
    if begun is None:
        return None
    low, high = begun.toordinal(), date.max.toordinal() - 1
    if experience.months_on(date.fromordinal(high)) < months:
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if experience.months_on(date.fromordinal(middle)) >= months else (middle + 1, high)
    return date.fromordinal(low)


def _held(holds: Holds, stated: Atom | Experience, sources: Sources, on: date) -> Atom | None:
    assert not isinstance(stated, StatedExperience | WorkedExperience)  # noqa: S101 - a held fact is no duration
    start, last = _day(sources, holds.start), _last_day(holds, sources)
    if start is not None and on < start:
        return None
    return holds.then if last is not None and on > last else stated


def _last_day(holds: Holds, sources: Sources) -> date | None:
    last = _day(sources, holds.until)
    start = _day(sources, holds.start)
    if last is not None or start is None or holds.term is None or not _in_calendar(start, holds.term):
        return last
    return None if holds.term_before and start >= holds.term_before else add_months(start, holds.term)


def _day(sources: Sources, name: str | None) -> date | None:
    day = sources.get(name) if name else None
    return day if isinstance(day, date) else None


def _share(one: object, other: object) -> bool | None:
    if not isinstance(one, frozenset) or not isinstance(other, frozenset):
        return None
    return not one.isdisjoint(other)
