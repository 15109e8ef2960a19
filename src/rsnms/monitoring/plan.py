"""The plan (план-график): what is due in a window of days, as the acts in force then ask for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rsnms.monitoring.duties import Duty, duties
from rsnms.monitoring.occasions import Occasion, occasions_within
from rsnms.policy.model import Jurisdiction, NotInForceError, Policy


@dataclass(frozen=True, slots=True)
class Plan:
    """What is due in a window of days."""

    policy: Policy
    """The last policy that is in force in the window."""
    first: date
    last: date
    occasions: tuple[Occasion, ...]
    """By day; what each place has to do is one of them."""
    undated: tuple[Duty, ...]
    """The duties whose day nobody can say."""


def plan(jurisdiction: Jurisdiction, first: date, last: date) -> Plan:
    """Collect what is due from ``first`` to ``last``, both days included, each by the policy in force on its day.

    A day on which a policy sets something that lies before the policy itself belongs to the first one in the window.

    Raises:
        NotInForceError: no act is in force in the window.
        ValueError: the window ends before it begins.
    """
    if last < first:
        raise ValueError(f"the window ends on {last}, before it begins on {first}")
    policies = [policy for policy in jurisdiction.periods if _meets(policy, first, last)]
    if not policies:
        raise NotInForceError(jurisdiction.id, first, jurisdiction.periods)
    found = [one for policy in policies for one in _due(policy, first, last, is_first=policy is policies[0])]
    undated = {duty.id: duty for policy in policies for duty in duties(policy) if not _is_dated(duty)}
    occasions = sorted(found, key=lambda one: one.due or date.max)
    return Plan(policies[-1], first, last, tuple(occasions), tuple(undated.values()))


def _meets(policy: Policy, first: date, last: date) -> bool:
    return (policy.since is None or policy.since <= last) and (policy.until is None or first <= policy.until)


def _due(policy: Policy, first: date, last: date, *, is_first: bool) -> Iterator[Occasion]:
    begins = first if is_first or policy.since is None else max(first, policy.since)
    ends = min(last, policy.until or last)
    for duty in duties(policy):
        yield from occasions_within(duty, begins, ends)


def _is_dated(duty: Duty) -> bool:
    schedule = duty.schedule
    return schedule.due is not None or (schedule.every is not None and schedule.since is not None)
