"""Provers for the policies of a scope: one for each policy, subject of conditions and day, shared by all checks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from threading import get_ident
from typing import TypeVar

from rsnms.checks.check import Scope
from rsnms.domain.fact import About
from rsnms.policy.conditions import Condition
from rsnms.policy.model import Policy, vocabulary_about
from rsnms.rules.proof.prover import MET, NOT_MET, UNMET, Demand, Prover
from rsnms.rules.proof.vocabulary import FactsDifferError, merged
from rsnms.rules.truth import Truth

T = TypeVar("T")
NOT_UNMET = frozenset({Truth.MET, Truth.UNKNOWN})
_MOST = 128
"""Provers that are kept; all packaged policies together need fewer."""


def day_of(policy: Policy, on: date) -> date:
    """The day on which people are asked about: that of the question, or the policy's first where it is not in force."""
    return on if on in policy or policy.since is None else policy.since


def prover_of(policy: Policy, about: About, on: date) -> Prover:
    """The prover of a policy's vocabulary for one kind of subject.

    Raises:
        LibraryMissingError: Z3 is not installed (the extra ``proofs``).
    """
    return _prover(_Same(policy), None, about, day_of(policy, on), get_ident())


def prover_of_both(policy: Policy, above: Policy, about: About, on: date) -> Prover | None:
    """The prover of what either of two policies can state; ``None`` where they understand some fact differently.

    Raises:
        LibraryMissingError: Z3 is not installed (the extra ``proofs``).
    """
    known = policy.facts
    if all(known.get(name) == fact for name, fact in above.facts.items() if fact.about in (about, About.PERSON)):
        return prover_of(policy, about, on)
    try:
        return _prover(_Same(policy), _Same(above), about, day_of(policy, on), get_ident())
    except FactsDifferError:
        return None


def parent_of(scope: Scope, policy: Policy) -> Policy | None:
    """The nearest parent that is in force in a policy's period, with everything that it inherits."""
    day = day_of(policy, scope.on)
    above = (scope.workspace.tree[id_] for id_ in policy.parents if id_ in scope.workspace.tree)
    return next((period for parent in above for period in parent.periods if day in period), None)


def are_equivalent(prover: Prover, one: Condition, other: Condition) -> bool:
    """Whether two conditions are met by the same and unmet by the same, so that they always have the same truth."""
    return one == other or not any(
        prover.is_possible(Demand(yes, truth), Demand(no, other_truth))
        for yes, no in ((one, other), (other, one))
        for truth, other_truth in ((MET, NOT_MET), (UNMET, NOT_UNMET))
    )


def smallest(items: Sequence[T], suffice: Callable[[Sequence[T]], bool]) -> tuple[T, ...]:
    """As few of the items as still suffice, found by leaving out one after the other; all of them suffice."""
    for item in items:
        if suffice([item]):
            return (item,)
    kept = list(items)
    for item in reversed(items):
        rest = [one for one in kept if one is not item]
        if suffice(rest):
            kept = rest
    return tuple(kept)


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A policy that is compared by identity."""

    policy: Policy

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.policy is self.policy

    def __hash__(self) -> int:
        return id(self.policy)


@lru_cache(maxsize=_MOST)
def _prover(of: _Same, above: _Same | None, about: About, on: date, thread: int) -> Prover:  # noqa: ARG001 - one each
    policies = [of.policy] if above is None else [of.policy, above.policy]
    return Prover(merged(*(vocabulary_about(policy.facts, about) for policy in policies)), on)
