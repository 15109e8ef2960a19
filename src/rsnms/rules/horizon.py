"""From when: the first day on which somebody becomes eligible if nothing changes but time.

Between the days on which some moving fact crosses a threshold of the condition, or another act comes into force,
nothing can change; so it is enough to judge on those days, and the answer is exact to the day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rsnms.domain.fact import Fact, FactType
from rsnms.policy.conditions import Condition, bounds, comparisons
from rsnms.policy.model import Jurisdiction
from rsnms.policy.stated import Eligibility
from rsnms.rules.derivations import changes, moves
from rsnms.rules.explain import Literal
from rsnms.rules.judge import Judge, Judgement, Verdict, judge_of
from rsnms.rules.profile import Profile


@dataclass(frozen=True, slots=True)
class Horizon:
    """When somebody is eligible: from a day, until the day before another, or why time alone does not do it."""

    eligible_from: date | None
    eligible_until: date | None = None
    """The last day of that eligibility, where time ends it."""
    obstacles: tuple[Literal, ...] = ()
    """Without a first day: the unmet comparisons that keep it from coming."""
    depends_on_unknown: bool = False
    """Without a first day: some day might come, if only the unknown facts were known."""


def horizon(jurisdiction: Jurisdiction, eligibility_id: str, profile: Profile, on: date) -> Horizon:
    """Find the first day from ``on`` on which the profile is eligible, and the last day of that spell."""
    first: date | None = None
    seen: list[Judgement] = []
    for day in _days(jurisdiction, eligibility_id, profile, on):
        judge = _judge_on(jurisdiction, eligibility_id, day)
        judgement = judge(profile.case(judge.facts, day)) if judge else None
        eligible = judgement is not None and judgement.verdict is Verdict.ELIGIBLE
        if first is not None and not eligible:
            return Horizon(first, day - timedelta(days=1))
        if first is None and eligible:
            first = day
        if judgement is not None:
            seen.append(judgement)
    if first is not None:
        return Horizon(first)
    unknown = any(judgement.verdict is Verdict.UNDETERMINED for judgement in seen)
    return Horizon(None, obstacles=_obstacles(seen), depends_on_unknown=unknown)


def _obstacles(seen: list[Judgement]) -> tuple[Literal, ...]:
    """What is unmet on every day; where nothing is, all that is unmet on some day, for it never yields all at once."""
    days = [{(literal.comparison.key, literal.negated): literal for literal in judgement.unmet} for judgement in seen]
    ever = {key: literal for day in days for key, literal in day.items()}
    lasting = tuple(literal for key, literal in ever.items() if all(key in day for day in days))
    return lasting or tuple(ever.values())


def _judge_on(jurisdiction: Jurisdiction, id_: str, day: date) -> Judge | None:
    policy = next((policy for policy in jurisdiction.periods if day in policy), None)
    eligibility = policy.eligibilities.get(id_) if policy else None
    return judge_of(eligibility) if eligibility else None


def _days(jurisdiction: Jurisdiction, id_: str, profile: Profile, on: date) -> list[date]:
    """Every day from ``on`` on which the answer can change, in order."""
    days = {on}
    for policy in jurisdiction.periods:
        days |= {day for day in (policy.since, _after(policy.until)) if day}
        eligibility = policy.eligibilities.get(id_)
        if eligibility is not None:
            days |= set(turning_days(eligibility, profile))
    return sorted(day for day in days if day >= on)


def _after(day: date | None) -> date | None:
    return day + timedelta(days=1) if day and day < date.max else None


def turning_days(eligibility: Eligibility, profile: Profile) -> Iterator[date]:
    """The days on which time changes the truth of one of an eligibility's comparisons for a profile."""
    judge = judge_of(eligibility)
    for fact in judge.facts:
        if moves(fact):
            yield from changes(fact, profile.sources, profile.as_of, _thresholds(judge.condition, fact))


def _thresholds(condition: Condition, fact: Fact) -> list[int]:
    """The months at which a comparison of a duration changes its truth."""
    if fact.type is not FactType.DURATION:
        return []
    months = set()
    for comparison in comparisons(condition):
        interval = bounds(comparison) if comparison.fact.name == fact.name else None
        if interval and isinstance(interval.low, int):
            months.add(interval.low + interval.low_open)
        if interval and isinstance(interval.high, int):
            months.add(interval.high + (not interval.high_open))
    return sorted(months)
