"""Which versions are compared, and on which day people are judged by both."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from rsnms.changes.sources import Side
from rsnms.domain.text import Text
from rsnms.policy.model import Jurisdiction, NotInForceError, Policy, UnknownNameError
from rsnms.policy.stated import Eligibility


@dataclass(frozen=True, slots=True)
class Versions:
    """What two sides say in a jurisdiction; ``None`` where a side has no such jurisdiction."""

    id: str
    old: Policy | None
    new: Policy | None
    on: date
    """The day on which people are as they are known, and judged by both versions."""

    @property
    def shown(self) -> Policy:
        """The version by which the jurisdiction is named: the new one where there is one."""
        policy = self.new or self.old
        assert policy is not None  # noqa: S101 - one of the sides has the jurisdiction
        return policy


def versions(
    old: Side, new: Side, today: date, on: date | None = None, policies: Iterable[str] = ()
) -> tuple[Versions, ...]:
    """The pairs of versions to compare, by jurisdiction and day.

    Without ``on`` the day is ``today`` where both sides are in force, else the first day of the new version; every
    version that is yet to come into force is compared from its first day too. A side that is not in force on the day
    is taken with its version nearest before it, else its first one. ``policies`` limits the jurisdictions.

    Raises:
        UnknownNameError: neither side has a policy of those asked for.
        NotInForceError: on the day asked for no version of any jurisdiction is in force on either side.
    """
    known = {**old.jurisdictions, **new.jurisdictions}
    asked = list(dict.fromkeys(policies))
    for id_ in asked:
        if id_ not in known:
            raise UnknownNameError(Text("политики", "policy"), id_, known)
    single = next((side.policy for side in (new, old) if side.policy is not None), None)
    ids = asked or ([single] if single is not None else sorted(known))
    found = [pair for id_ in ids for pair in _of_jurisdiction(id_, old, new, today, on)]
    if on is not None and ids and not any(_in_force(pair) for pair in found):
        [first, *_] = ids
        periods = [
            period for side in (old, new) if first in side.jurisdictions for period in side.jurisdictions[first].periods
        ]
        raise NotInForceError(first, on, periods)
    return tuple(found)


def left_out(old: Side, new: Side, compared: Iterable[Versions]) -> tuple[Policy, ...]:
    """The versions of the compared jurisdictions that come into force later and that no comparison looks at."""
    pairs = list(compared)
    seen = {id(policy) for pair in pairs for policy in (pair.old, pair.new)}
    days = {pair.id: pair.on for pair in pairs}
    there = [side.jurisdictions[id_] for side in (old, new) for id_ in days if id_ in side.jurisdictions]
    later = {
        (one.id, one.since): one
        for side in there
        for one in side.periods
        if id(one) not in seen and one.since is not None and one.since > days[one.id]
    }
    return tuple(later[key] for key in sorted(later, key=str))


def _in_force(pair: Versions) -> bool:
    return any(policy is not None and pair.on in policy for policy in (pair.old, pair.new))


def _of_jurisdiction(id_: str, old: Side, new: Side, today: date, on: date | None) -> Iterator[Versions]:
    sides = [side.jurisdictions.get(id_) for side in (old, new)]
    seen: list[tuple[Policy | None, Policy | None]] = []
    for day in [on] if on is not None else _days(*sides, fixed=new.day, today=today):
        was, now = (None if side is None else _nearest(side, day) for side in sides)
        if not any(was is before and now is after for before, after in seen):
            seen.append((was, now))
            yield Versions(id_, was, now, day)


def _days(old: Jurisdiction | None, new: Jurisdiction | None, *, fixed: date | None, today: date) -> Iterator[date]:
    if fixed is not None:
        yield fixed
        return
    there = [side for side in (old, new) if side is not None]
    current = today
    if not all(any(today in period for period in side.periods) for side in there):
        current = _nearest(there[-1], today).since or today
    yield current
    later = {period.since for side in there for period in side.periods if period.since and period.since > current}
    yield from sorted(later)


def _nearest(side: Jurisdiction, day: date) -> Policy:
    """The version in force on a day, else the last one before it, else the first one."""
    for policy in side.periods:
        if day in policy:
            return policy
    before = [policy for policy in side.periods if policy.since is None or policy.since <= day]
    return before[-1] if before else side.periods[0]


def unbound(policy: Policy, eligibility: Eligibility | None = None) -> Jurisdiction:
    """A version by itself, to be asked about any day, also one on which it is not in force.

    With an ``eligibility`` it has that one alone.
    """
    eligibilities = {eligibility.id: eligibility} if eligibility else policy.eligibilities
    return Jurisdiction(policy.id, (replace(policy, since=None, until=None, eligibilities=eligibilities),))
