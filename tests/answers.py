"""Answers of the packaged policies in a form that tests can state: verdict, ground, modality and reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import rsnms
from rsnms.policy.conditions import comparisons
from rsnms.policy.model import Jurisdiction
from rsnms.rules.explain import compare
from rsnms.rules.judge import judge_of
from rsnms.rules.profile import profile_of
from rsnms.rules.truth import Truth

ON = date(2024, 1, 1)


@dataclass(frozen=True)
class Answer:
    """What a decision comes to; reasons are written "fact (clause)"."""

    verdict: str
    ground: str | None = None
    modality: str | None = None
    unmet: frozenset[str] = field(default=frozenset())
    unknown: frozenset[str] = field(default=frozenset())


def eligible(ground: str, modality: str) -> Answer:
    return Answer("eligible", ground, modality)


def ineligible(*unmet: str, unknown: Iterable[str] = ()) -> Answer:
    return Answer("ineligible", unmet=frozenset(unmet), unknown=frozenset(unknown))


def undetermined(*unknown: str, unmet: Iterable[str] = ()) -> Answer:
    return Answer("undetermined", unmet=frozenset(unmet), unknown=frozenset(unknown))


def answer(policy: str, eligibility: str, subject: Any, on: date = ON) -> Answer:
    decision = rsnms.decide(rsnms.load_policies()[policy], eligibility, subject, on)
    unmet, unknown = (
        frozenset(f"{finding.fact} ({finding.clause})" for finding in findings)
        for findings in (decision.unmet, decision.unknown)
    )
    modality = str(decision.modality) if decision.modality else None
    return Answer(str(decision.verdict), decision.ground.id if decision.ground else None, modality, unmet, unknown)


def untested(policy: str, eligibility: str, persons: Iterable[Mapping[str, Any]], on: date = ON) -> set[str]:
    """The comparisons of an eligibility that some truth of the three is missing for among the persons."""
    jurisdiction: Jurisdiction = rsnms.load_policies()[policy]
    judge = judge_of(jurisdiction.eligibility(eligibility, on))
    vocabulary = jurisdiction.on(on).facts_about(judge.eligibility.about)
    cases = [profile_of(person, vocabulary, on).case(judge.facts, on) for person in persons]
    return {
        f"{comparison}: {truth.name}"
        for comparison in comparisons(judge.condition)
        for truth in Truth
        if not any(compare(comparison, case.get(comparison.fact.name)) is truth for case in cases)
    }
