"""Suggested cases of a route rule as a whole: somebody whom it requires something of, and somebody whom it does not."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from rsnms.domain.competency import Deficit
from rsnms.domain.fact import About
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy.routes import RouteRule
from rsnms.policy_tests.case import NONE, PERSON, ExpectedRequirement, ExpectedRoute, Facts, RouteCase
from rsnms.policy_tests.distinguishing import Distinction
from rsnms.policy_tests.equivalence import Provers
from rsnms.policy_tests.mutants import Mutant
from rsnms.policy_tests.rule_mutations import RuleMutation, RuleSlip
from rsnms.policy_tests.suggested_facts import telling_facts
from rsnms.policy_tests.suggested_people import head
from rsnms.policy_tests.ways import own_demands, ways
from rsnms.routes.requirements.required import Requirement
from rsnms.routes.requirements.requirements import Requirements
from rsnms.rules.proof.prover import NOT_MET, UNMET, Demand, Prover


def rule_cases(mutant: Mutant, jurisdiction: Jurisdiction, provers: Provers) -> Iterator[RouteCase]:
    """Cases that can notice a mutant of a rule as a whole; latest period first."""
    assert isinstance(mutant.mutation, RuleMutation)  # noqa: S101 - the caller has asked
    for policy in reversed(jurisdiction.periods):
        if mutant.policy(policy) is None:
            continue
        rule, on = policy.routes[mutant.unit.element], provers.day(policy)
        requirements = Requirements(policy)
        prover = provers.of(policy, About.PERSON, on)
        widened = () if mutant.mutation.only_narrows else _beside(mutant.mutation, rule, policy, prover)
        for facts, deficits in chain(widened, _inside(mutant.mutation, rule, policy, prover)):
            found = [one for one in requirements.of(facts, deficits, on) if one.rule is rule]
            required = tuple(_exactly(one) for one in found)
            refused = () if required else (ExpectedRequirement(rule.id),)
            expected = ExpectedRoute(requires=required, not_requires=refused)
            yield RouteCase(**head(policy, on), facts=facts, deficits=deficits, expected=expected)


def _exactly(one: Requirement) -> ExpectedRequirement:
    about = one.deficit.competency if one.deficit else PERSON
    return ExpectedRequirement(one.rule.id, one.measure, one.by or NONE, about)


Person = tuple[Facts, tuple[Deficit, ...]]


def _inside(mutation: RuleMutation, rule: RouteRule, policy: Policy, prover: Prover) -> Iterator[Person]:
    """Those of whom the rule requires its measure; by one way alone where that way is what the mutant leaves out."""
    for way in ways(rule, policy):
        others: tuple[Demand, ...] = ()
        if mutation.kind is RuleSlip.WITHOUT_EARLIER:
            if way.earlier != mutation.value:
                continue
            left = [one for one in policy.routes.values() if one.measure in rule.after and one.measure != way.earlier]
            others = _unlike(left, policy)
        facts = _facts(prover, *way.demands, *others)
        if facts is not None:
            yield facts, way.deficits


def _beside(mutation: RuleMutation, rule: RouteRule, policy: Policy, prover: Prover) -> Iterator[Person]:
    """Those of whom the rule requires nothing, but the mutant might."""
    alone = replace(rule, after=())
    match mutation.kind:
        case RuleSlip.NOT_BY_ELIGIBILITY:
            assert rule.eligible_for is not None  # noqa: S101 - only then there is such a mutation
            refused = Demand(policy.eligibility(rule.eligible_for).condition, UNMET)
            for way in ways(replace(rule, eligible_for=None), policy):
                facts = _facts(prover, *way.demands, refused)
                if facts is not None:
                    yield facts, way.deficits
        case RuleSlip.AFTER_NOTHING:
            before = [one for one in policy.routes.values() if one.measure in rule.after]
            for way in ways(alone, policy):
                facts = _facts(prover, *way.demands, *_unlike(before, policy))
                if facts is not None:
                    yield facts, way.deficits
        case _:
            mutated = mutation.of(rule)
            if mutated is not None:
                for way in ways(mutated, policy):
                    facts = _facts(prover, *way.demands)
                    if facts is not None:
                        yield facts, way.deficits


def _unlike(rules: list[RouteRule], policy: Policy) -> tuple[Demand, ...]:
    """Not to be required anything by rules that ask only about the person; the others ask for deficits."""
    asked = [own_demands(one, policy) for one in rules if one.deficit is None and not one.after]
    return tuple(Demand(demands[0].condition, NOT_MET) for demands in asked if len(demands) == 1)


def _facts(prover: Prover, *demands: Demand) -> Facts | None:
    return telling_facts(Distinction(About.PERSON, demands), prover)
