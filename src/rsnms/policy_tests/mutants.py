"""Units (единицы покрытия) and mutants (мутанты): what a policy's tests have to hold, each comparison and each node.

A unit is a comparison that an element of the policy states, wherever the element repeats it, or a node that joins
parts. Its mutants are the element with a slip at that place. A test notices a mutant by failing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy.problems import Path
from rsnms.policy.workspace import Steps, Workspace
from rsnms.policy_tests.mutations import Mutation, mutated_alike, mutated_at, mutations_of, nodes_of
from rsnms.policy_tests.stated_conditions import (
    SECTIONS,
    Conditions,
    Stating,
    WrittenAt,
    conditions_of,
    origin_of,
    stated_in,
    with_conditions,
    with_stated,
    written_at,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A comparison, or a node, of an element that a policy states."""

    policy: str
    section: str
    element: str
    node: Condition = field(repr=False)
    path: Path
    """That of the condition in the element's form; of a repeated comparison the first."""
    steps: Steps
    """The way to the node from there."""
    at: WrittenAt | None = field(repr=False, compare=False)
    """Where it is written; ``None`` without the files."""

    @property
    def comparison(self) -> Comparison | None:
        """The comparison; ``None`` of a node."""
        return self.node if isinstance(self.node, Comparison) else None

    def mutants(self) -> tuple["Mutant", ...]:
        """All mutants, those that slip least first."""
        return tuple(Mutant(self, mutation) for mutation in mutations_of(self.node))

    @property
    def identity(self) -> tuple[object, ...]:
        """What it is in whatever period: the place of a node, the words of a comparison."""
        own = self.comparison.key if self.comparison else (self.path, self.steps, *_shape(self.node))
        return (self.section, self.element, *own)


def _shape(node: Condition) -> tuple[object, ...]:
    match node:
        case AtLeast(count, parts):
            return (AtLeast, count, len(parts))
        case All() | Any():
            return (type(node), len(node.parts))
    return (type(node),)


@dataclass(frozen=True, slots=True)
class Mutant:
    """An element with a slip at one unit."""

    unit: Unit
    mutation: Mutation

    def element(self, stated: Stating) -> Stating | None:
        """The element mutated; ``None`` where it does not have the unit."""
        conditions = conditions_of(stated)
        changed = dict(self._changed(conditions))
        return with_conditions(stated, conditions | changed) if changed else None

    def _changed(self, conditions: Conditions) -> Iterator[tuple[Path, Condition]]:
        unit = self.unit
        if unit.comparison is not None:
            for path, condition in conditions.items():
                mutated = mutated_alike(condition, unit.comparison.key, self.mutation)
                if mutated != condition:
                    yield path, mutated
        elif unit.path in conditions:
            condition = conditions[unit.path]
            found = dict(nodes_of(condition)).get(unit.steps)
            if found is not None and _shape(found) == _shape(unit.node):
                yield unit.path, mutated_at(condition, unit.steps, self.mutation)

    def policy(self, policy: Policy) -> Policy | None:
        """A policy with the mutated element; ``None`` where the element does not apply as it was stated."""
        unit = self.unit
        stated = stated_in(policy, unit.section).get(unit.element)
        if stated is None or origin_of(policy, unit.section, unit.element) != unit.policy:
            return None
        mutated = self.element(stated)
        return None if mutated is None else with_stated(policy, unit.section, unit.element, mutated)

    def jurisdiction(self, jurisdiction: Jurisdiction) -> Jurisdiction | None:
        """A jurisdiction, that of the policy or one that inherits the element, mutated; ``None`` where it is not."""
        periods = [self.policy(period) for period in jurisdiction.periods]
        if not any(periods):
            return None
        both = zip(periods, jurisdiction.periods, strict=True)
        return replace(jurisdiction, periods=tuple(mutated or period for mutated, period in both))


def units_of(jurisdiction: Jurisdiction, workspace: Workspace | None = None) -> tuple[Unit, ...]:
    """The units that a jurisdiction itself states, in all of its periods, each once, in the order of the files."""
    found: dict[tuple[object, ...], Unit] = {}
    for policy in jurisdiction.periods:
        for section in SECTIONS:
            for id_ in stated_in(policy, section):
                if origin_of(policy, section, id_) == jurisdiction.id:
                    for unit in _units(policy, section, id_, workspace):
                        found.setdefault(unit.identity, unit)
    return tuple(found.values())


def _units(policy: Policy, section: str, id_: str, workspace: Workspace | None) -> Iterator[Unit]:
    written = workspace.written(policy, section, id_) if workspace else None
    for path, condition in conditions_of(stated_in(policy, section)[id_]).items():
        for steps, node in nodes_of(condition):
            if any(mutations_of(node)):
                at = written_at(workspace, policy, written, path, steps) if workspace and written else None
                yield Unit(policy.id, section, id_, node, path, steps, at)
