"""Units (единицы покрытия) and mutants (мутанты): what a policy's tests have to hold.

A unit is a comparison that an element of the policy states, wherever the element repeats it, a node that joins parts,
a route rule as a whole or the target of an indicator. Its mutants are the element with a slip at that place. A test
notices a mutant by failing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, comparisons
from rsnms.policy.indicators import Indicator
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy.problems import Path
from rsnms.policy.routes import RouteRule
from rsnms.policy.workspace import Steps, Workspace, place_of
from rsnms.policy_tests.mutations import Mutation, mutated_alike, mutated_at, mutations_of, nodes_of
from rsnms.policy_tests.rule_mutations import RuleMutation, RuleSlip, rule_mutations
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
    without_stated,
    written_at,
)
from rsnms.policy_tests.target_mutations import TargetMutation, target_mutations

Slip = Mutation | RuleMutation | TargetMutation


@dataclass(frozen=True, slots=True)
class Unit:
    """A comparison, or a node, of an element that a policy states; a route rule, or the target of an indicator."""

    policy: str
    section: str
    element: str
    node: Condition | RouteRule | Indicator = field(repr=False)
    path: Path
    """That of the condition in the element's form; of a repeated comparison the first."""
    steps: Steps
    """The way to the node from there."""
    at: WrittenAt | None = field(repr=False, compare=False)
    """Where it is written; ``None`` without the files."""
    slips: tuple[Slip, ...] = field(repr=False, compare=False)
    """What can go wrong there, that which slips least first."""

    @property
    def comparison(self) -> Comparison | None:
        """The comparison; ``None`` of anything else."""
        return self.node if isinstance(self.node, Comparison) else None

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """The comparisons of which it consists; none of a rule or a target as a whole."""
        return () if isinstance(self.node, RouteRule | Indicator) else tuple(comparisons(self.node))

    def mutants(self) -> tuple["Mutant", ...]:
        """All mutants, those that slip least first."""
        return tuple(Mutant(self, slip) for slip in self.slips)

    @property
    def identity(self) -> tuple[object, ...]:
        """What it is in whatever period: the place of a node, the words of a comparison, what a rule or target says."""
        own = self.comparison.key if self.comparison else (self.path, self.steps, *shape_of(self.node))
        return (self.section, self.element, *own)


def shape_of(node: Condition | RouteRule | Indicator) -> tuple[object, ...]:
    """What a node, a rule or a target says by itself; of nodes that are alike in it one may stand for the other."""
    match node:
        case RouteRule():
            return (RouteRule, node.deficit, node.eligible_for, node.after, node.measure, node.by)
        case Indicator():
            return (type(node.measure), node.target and replace(node.target, floor=None))
        case AtLeast(count, parts):
            return (AtLeast, count, len(parts))
        case All() | Any():
            return (type(node), len(node.parts))
    return (type(node),)


@dataclass(frozen=True, slots=True)
class Mutant:
    """An element with a slip at one unit."""

    unit: Unit
    mutation: Slip

    def element(self, stated: Stating) -> Stating | None:
        """The element mutated; ``None`` where it does not have the unit, and of a rule that is gone."""
        match self.mutation, stated:
            case RuleMutation() as mutation, RouteRule() if shape_of(stated) == shape_of(self.unit.node):
                return mutation.of(stated)
            case TargetMutation() as mutation, Indicator(target=target) if target is not None:
                has_it = shape_of(stated) == shape_of(self.unit.node)
                return replace(stated, target=mutation.of(target)) if has_it else None
            case Mutation() as mutation, _:
                conditions = conditions_of(stated)
                changed = dict(self._changed(conditions, mutation))
                return with_conditions(stated, conditions | changed) if changed else None
        return None

    def _changed(self, conditions: Conditions, mutation: Mutation) -> Iterator[tuple[Path, Condition]]:
        unit = self.unit
        if unit.comparison is not None:
            for path, condition in conditions.items():
                mutated = mutated_alike(condition, unit.comparison.key, mutation)
                if mutated != condition:
                    yield path, mutated
        elif unit.path in conditions:
            condition = conditions[unit.path]
            found = dict(nodes_of(condition)).get(unit.steps)
            if found is not None and shape_of(found) == shape_of(unit.node):
                yield unit.path, mutated_at(condition, unit.steps, mutation)

    def policy(self, policy: Policy) -> Policy | None:
        """A policy with the mutated element; ``None`` where the element does not apply as it was stated."""
        unit = self.unit
        stated = stated_in(policy, unit.section).get(unit.element)
        if stated is None or origin_of(policy, unit.section, unit.element) != unit.policy:
            return None
        if self.mutation == RuleMutation(RuleSlip.GONE):
            is_it = isinstance(stated, RouteRule) and shape_of(stated) == shape_of(unit.node)
            return without_stated(policy, unit.section, unit.element) if is_it else None
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
                    whole = _whole(policy, jurisdiction, section, id_, workspace)
                    for unit in (*_units(policy, section, id_, workspace), *whole):
                        found.setdefault(unit.identity, unit)
    return tuple(found.values())


def _units(policy: Policy, section: str, id_: str, workspace: Workspace | None) -> Iterator[Unit]:
    """The comparisons and nodes of an element."""
    written = workspace.written(policy, section, id_) if workspace else None
    for path, condition in conditions_of(stated_in(policy, section)[id_]).items():
        for steps, node in nodes_of(condition):
            slips = tuple(mutations_of(node))
            if slips:
                at = written_at(workspace, policy, written, path, steps) if workspace and written else None
                yield Unit(policy.id, section, id_, node, path, steps, at, slips)


def _whole(
    policy: Policy, jurisdiction: Jurisdiction, section: str, id_: str, workspace: Workspace | None
) -> Iterator[Unit]:
    """The rule, or the target of the indicator, as a whole."""
    written = workspace.written(policy, section, id_) if workspace else None
    node: RouteRule | Indicator
    path: Path
    slips: tuple[Slip, ...]
    match stated_in(policy, section)[id_]:
        case RouteRule() as rule:
            node, path, slips = rule, (), tuple(rule_mutations(rule, policy))
        case Indicator() as indicator:
            stating = [one for one in jurisdiction.periods if id_ in one.indicators]
            same = [one for one in stating if one.indicators[id_].target == indicator.target]
            node, path, slips = indicator, ("target",), tuple(target_mutations(indicator, same))
        case _:
            return
    if slips:
        at = WrittenAt(place_of(written, path)) if written else None
        yield Unit(policy.id, section, id_, node, path, (), at, slips)
