"""The ways (пути) in which a route rule comes to require something: who the person is, with which deficits."""

from collections.abc import Iterator
from dataclasses import dataclass

from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.measure import Measure
from rsnms.policy.model import Policy
from rsnms.policy.routes import DeficitPattern, RouteRule
from rsnms.rules.proof.prover import MET, Demand


@dataclass(frozen=True, slots=True)
class Way:
    """What has to hold of the person, and which deficits there have to be, so that a rule requires its measure."""

    demands: tuple[Demand, ...] = ()
    deficits: tuple[Deficit, ...] = ()
    earlier: Measure | None = None
    """The measure after which it is required, where the rule comes after one."""


def ways(rule: RouteRule, policy: Policy) -> Iterator[Way]:
    """The ways that the rule and those before it leave, each deficit by itself, the least severe that counts."""
    yield from _ways(rule, policy, (rule.id,))


def own_demands(rule: RouteRule, policy: Policy) -> tuple[Demand, ...]:
    """What a rule itself asks of the person: to meet its condition, and the eligibility that it names."""
    asked = [] if rule.when is None else [Demand(rule.when, MET)]
    if rule.eligible_for is not None:
        asked.append(Demand(policy.eligibility(rule.eligible_for).condition, MET))
    return tuple(asked)


def _ways(rule: RouteRule, policy: Policy, seen: tuple[str, ...]) -> Iterator[Way]:
    demands = own_demands(rule, policy)
    for own in matched_deficits(rule.deficit, policy) if rule.deficit is not None else [()]:
        if not rule.after:
            yield Way(demands, own)
            continue
        for before in policy.routes.values():
            if before.measure in rule.after and before.id not in seen:
                for way in _ways(before, policy, (*seen, before.id)):
                    deficits = tuple(dict.fromkeys((*own, *way.deficits)))
                    yield Way((*demands, *way.demands), deficits, before.measure)


def matched_deficits(pattern: DeficitPattern, policy: Policy) -> Iterator[tuple[Deficit, ...]]:
    """Deficits that a rule is about, each by itself."""
    severity = pattern.severity or Severity.MEDIUM
    for name, competency in policy.competencies.items():
        named = not pattern.competencies or name in pattern.competencies
        if named and (not pattern.areas or competency.area in pattern.areas):
            yield (Deficit(competency=name, severity=severity),)
