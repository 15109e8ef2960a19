"""Suggested cases about somebody: on whom a mutant and the original decide or require differently."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any as Anything

from rsnms.domain.fact import About
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy.problems import Place
from rsnms.policy_tests.case import (
    NONE,
    EligibilityCase,
    ExpectedDecision,
    ExpectedRequirement,
    ExpectedRoute,
    RouteCase,
)
from rsnms.policy_tests.distinguishing import distinctions
from rsnms.policy_tests.equivalence import Provers
from rsnms.policy_tests.mutants import Mutant
from rsnms.policy_tests.suggested_facts import telling_facts
from rsnms.policy_tests.ways import ways
from rsnms.routes.requirements.requirements import Requirements
from rsnms.rules.decision import Decision, decide
from rsnms.rules.judge import Verdict

SUGGESTED = Place("suggested.test.yaml")
"""Where a suggested case stands, until it is written elsewhere."""


def head(policy: Policy, on: date) -> dict[str, Anything]:
    """What a suggested case has beside its subject; its name comes last, when it is known what it says."""
    return {"policy": policy.id, "place": SUGGESTED, "name": "", "on": on, "confirmed": False}


def eligibility_cases(mutant: Mutant, jurisdiction: Jurisdiction, provers: Provers) -> Iterator[EligibilityCase]:
    """Cases of an eligibility that can notice a mutant, the most telling first; latest period first."""
    for policy in reversed(jurisdiction.periods):
        if mutant.policy(policy) is None:
            continue
        on = provers.day(policy)
        for one in distinctions(mutant, policy):
            facts = telling_facts(one, provers.of(policy, one.about, on), mutant.unit)
            if facts is not None:
                decision = decide(jurisdiction, mutant.unit.element, facts, on)
                yield EligibilityCase(
                    **head(policy, on), eligibility=mutant.unit.element, facts=facts, expected=_decided(decision)
                )


def _decided(decision: Decision) -> ExpectedDecision:
    unmet = frozenset(finding.fact for finding in decision.unmet)
    unknown = frozenset(finding.fact for finding in decision.unknown)
    match decision.verdict:
        case Verdict.ELIGIBLE:
            return ExpectedDecision(decision.verdict, decision.ground.id if decision.ground else NONE)
        case Verdict.INELIGIBLE:
            return ExpectedDecision(decision.verdict, unmet=unmet)
    return ExpectedDecision(decision.verdict, unknown=unknown)


def route_cases(mutant: Mutant, jurisdiction: Jurisdiction, provers: Provers) -> Iterator[RouteCase]:
    """Cases of routes that can notice a mutant of a rule, the most telling first; latest period first."""
    for policy in reversed(jurisdiction.periods):
        if mutant.policy(policy) is None:
            continue
        rule = policy.routes[mutant.unit.element]
        requirements = Requirements(policy)
        on = provers.day(policy)
        prover = provers.of(policy, About.PERSON, on)
        for one in distinctions(mutant, policy):
            for way in ways(replace(rule, when=None, eligible_for=None), policy):
                deficits = way.deficits
                facts = telling_facts(one, prover, mutant.unit, *way.demands)
                if facts is None:
                    continue
                judged = requirements.judge(facts, deficits, on)
                asked = (ExpectedRequirement(rule.id),)
                is_required = any(found.rule is rule for found in judged.requirements)
                expected = ExpectedRoute(requires=asked) if is_required else ExpectedRoute(not_requires=asked)
                case = RouteCase(**head(policy, on), facts=facts, deficits=deficits, expected=expected)
                yield case
                waiting = frozenset(found.rule.id for found in judged.open)
                yield replace(case, expected=replace(expected, open=waiting))
