"""Elements that take the place of a parent's: both of them, as they apply."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rsnms.checks.check import Scope
from rsnms.checks.conditions.proving import are_equivalent, parent_of, prover_of_both
from rsnms.checks.conditions.sameness import Equivalent
from rsnms.domain.fact import About
from rsnms.domain.text import Text
from rsnms.policy.conditions import Condition
from rsnms.policy.layers import Written
from rsnms.policy.model import Policy
from rsnms.policy.problems import Path, Place
from rsnms.policy.syntax import ELEMENT_FORMS
from rsnms.policy.workspace import place_of

_NAMED = {"eligibility": "eligibilities"}
"""What a policy calls the elements of a section, where it is not the section's name."""


@dataclass(frozen=True, slots=True)
class Overriding:
    """An element with ``override`` or ``extends``, and the parent's of the same id, ``None`` where it has none."""

    policy: Policy
    above: Policy | None
    section: str
    written: Written

    @property
    def own(self) -> Any:
        """The element as it applies in the policy."""
        return bound(self.policy, self.section, self.written.form.id)

    @property
    def parents(self) -> Any:
        """The element as it applies in the parent."""
        return None if self.above is None else bound(self.above, self.section, self.written.form.id)

    @property
    def key(self) -> str:
        """By which key it takes the parent's place."""
        return "extends" if getattr(self.written.form, "extends", False) else "override"


def overriding(scope: Scope) -> Iterator[Overriding]:
    """Every such element of the policies of a scope, in each of their periods."""
    for policy in scope.policies:
        above = parent_of(scope, policy)
        for section, written in scope.workspace.own(policy):
            if section in ELEMENT_FORMS and (written.form.override or getattr(written.form, "extends", False)):
                yield Overriding(policy, above, section, written)


def bound(policy: Policy, section: str, id_: str) -> Any:
    """The element of a section that applies in a policy; of facts and subjects with what is kept beside them."""
    elements: Mapping[str, Any] = getattr(policy, _NAMED.get(section, section))
    if id_ not in elements:
        return None
    if section in policy.sources:
        return elements[id_], policy.sources[section].get(id_), policy.records.get(id_)
    return elements[id_]


def equivalence(one: Overriding, scope: Scope) -> Equivalent:
    """The proof that conditions of the policy and of its parent always have the same truth, as far as there is one."""

    def equivalent(about: About, own: Condition, other: Condition) -> bool:
        prover = prover_of_both(one.policy, one.above, about, scope.on) if one.above else None
        return prover is not None and are_equivalent(prover, own, other)

    return equivalent


def related(one: Overriding, scope: Scope, path: Path = ()) -> tuple[tuple[Place, Text], ...]:
    """The place of the parent's element, or of something in it."""
    parents = scope.workspace.inherited(one.policy, one.section, one.written.form.id)
    if parents is None:
        return ()
    return ((place_of(parents, path), Text(f"так в «{parents.origin}»", f"as in '{parents.origin}'")),)
