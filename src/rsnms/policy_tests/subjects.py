"""Those of whom a case speaks, with the facts that conditions see on the day: moved by time, found in records."""

from collections.abc import Iterator, Mapping

from rsnms.domain.fact import About, Atom
from rsnms.monitoring.indicators import milestones_of
from rsnms.monitoring.snapshot import Snapshots
from rsnms.policy.model import Policy
from rsnms.policy_tests.case import Case, EligibilityCase, IndicatorCase, RouteCase
from rsnms.policy_tests.running import passport_of
from rsnms.rules.profile import profile_of

Atoms = Mapping[str, Atom]
"""The known facts of one subject."""


def subjects_in(case: Case, policy: Policy, about: About) -> Iterator[Atoms]:
    """Everybody, or everything, of a kind of which a case speaks; of indicators once for each day measured for."""
    match case:
        case EligibilityCase(facts=facts) | RouteCase(facts=facts):
            vocabulary = policy.facts_about(about)
            yield profile_of(facts, vocabulary, case.as_of or case.on).case(vocabulary.values(), case.on)
        case IndicatorCase():
            yield from _rows(case, policy, about)


def _rows(case: IndicatorCase, policy: Policy, about: About) -> Iterator[Atoms]:
    snapshots = Snapshots(passport_of(case, policy), policy, case.as_of or case.on)
    due = [min(milestone.due, case.on) for milestone in milestones_of(policy.indicators[case.indicator], case.on)]
    for day in dict.fromkeys(due or [case.on]):
        frame = snapshots.on(day).frame(about)
        if frame is not None:
            for row in frame.to_dicts():
                yield {name: _atom(value) for name, value in row.items() if value is not None}


def _atom(value: Atom | list[str]) -> Atom:
    return frozenset(value) if isinstance(value, list) else value
