"""Decisions: the answer to "is this subject eligible for that on this day", with everything that follows from it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rsnms.domain.fact import Atom
from rsnms.domain.span import Span
from rsnms.domain.subject import Modality
from rsnms.domain.text import Lang
from rsnms.policy.conditions import shown_operand
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy.stated import Eligibility, Ground
from rsnms.rules.explain import Explanation, Literal, explain
from rsnms.rules.horizon import Horizon, horizon
from rsnms.rules.judge import Verdict, judge_of
from rsnms.rules.profile import Profile, Subject, profile_of
from rsnms.rules.questions import NextQuestion, next_questions
from rsnms.rules.remedies import Remedy, remedies
from rsnms.rules.requirement import found_words, requirement
from rsnms.rules.truth import Truth

if TYPE_CHECKING:
    from rich.tree import Tree


@dataclass(frozen=True, slots=True)
class Finding:
    """A comparison that stands in the way, and the atom found, ``None`` where the fact is not known."""

    literal: Literal
    found: Atom | None

    @property
    def fact(self) -> str:
        """The name of the fact."""
        return self.literal.comparison.fact.name

    @property
    def clause(self) -> str | None:
        """The clause of the act that asks for it."""
        return self.literal.comparison.clause

    def required(self, lang: Lang = "ru") -> str:
        """What is required, in words, without the fact's title."""
        return requirement(self.literal, lang)

    def as_record(self, lang: Lang = "ru") -> dict[str, object]:
        """The finding for a machine: words in the chosen language, operator and values as policies write them."""
        comparison = self.literal.comparison
        return {
            "fact": self.fact,
            "clause": self.clause,
            "required": self.required(lang),
            "found": None if self.found is None else found_words(comparison.fact, self.found, lang),
            "negated": self.literal.negated,
            "op": str(comparison.op),
            "operand": shown_operand(comparison.operand),
            "value": None if self.found is None else shown_atom(self.literal, self.found),
        }


def shown_atom(literal: Literal, atom: Atom) -> str:
    """Write an atom the way policy files write values."""
    if literal.comparison.fact.type == "duration" and isinstance(atom, int):
        return str(Span(atom, whole_years=atom % 12 == 0))
    return shown_operand(tuple(sorted(atom)) if isinstance(atom, frozenset) else atom)


@dataclass(frozen=True)
class Decision:
    """A decision. What follows from it (from when, what would do it, what to ask) is worked out when asked for."""

    jurisdiction: Jurisdiction = field(repr=False)
    policy: Policy = field(repr=False)
    eligibility: Eligibility = field(repr=False)
    profile: Profile = field(repr=False)
    on: date
    verdict: Verdict
    ground: Ground | None = field(repr=False)
    unmet: tuple[Finding, ...] = field(repr=False)
    """The unmet comparisons that stand in the way, in the order of the act."""
    unknown: tuple[Finding, ...] = field(repr=False)
    """The comparisons whose facts are missing and still matter."""

    @property
    def modality(self) -> Modality | None:
        """The force with which the act says it of the ground."""
        return self.ground.modality if self.ground else None

    @property
    def case(self) -> dict[str, Atom]:
        """The known facts on the day, as far as the eligibility asks about them."""
        return self.profile.case(judge_of(self.eligibility).facts, self.on)

    @cached_property
    def horizon(self) -> Horizon:
        """From when the subject is eligible if nothing changes but time, or why never."""
        return horizon(self.jurisdiction, self.eligibility.id, self.profile, self.on)

    @property
    def eligible_from(self) -> date | None:
        """The first day of eligibility, exact to the day; ``None`` where time alone does not bring it."""
        return self.on if self.verdict is Verdict.ELIGIBLE else self.horizon.eligible_from

    @cached_property
    def remedies(self) -> tuple[Remedy, ...]:
        """The smallest sets of changes that would do it, the fewest and easiest first; empty when eligible."""
        if self.verdict is Verdict.ELIGIBLE:
            return ()
        return remedies(self.jurisdiction, self.eligibility.id, self.profile, self.on)

    @cached_property
    def questions(self) -> tuple[NextQuestion, ...]:
        """What to ask next, the most settling first."""
        return next_questions(self.eligibility, self.case)

    @cached_property
    def gate(self) -> Explanation | None:
        """The explanation of the gate; ``None`` where the act has none."""
        return explain(self.eligibility.gate, self.case) if self.eligibility.gate else None

    @cached_property
    def grounds(self) -> Mapping[str, Explanation]:
        """The explanation of every ground, met or not, by its id."""
        case = self.case
        return {ground.id: explain(ground.when, case) for ground in self.eligibility.grounds if ground.when}

    def as_record(self, lang: Lang = "ru") -> dict[str, Any]:
        """The decision for a machine, without what has to be worked out beyond ``eligible_from``."""
        return {
            "verdict": str(self.verdict),
            "ground": self.ground.id if self.ground else None,
            "modality": str(self.modality) if self.modality else None,
            "unmet": [finding.as_record(lang) for finding in self.unmet],
            "unknown": [finding.as_record(lang) for finding in self.unknown],
            "eligible_from": self.eligible_from.isoformat() if self.eligible_from else None,
        }

    def to_json(self, lang: Lang = "ru") -> str:
        """The whole decision as stable JSON, with dates as ISO text."""
        until = self.horizon.eligible_until
        record = {
            "policy": self.policy.id,
            "eligibility": self.eligibility.id,
            "stated_by": self.eligibility.origin,
            "on": self.on.isoformat(),
            "id": self.profile.id,
            **self.as_record(lang),
            "eligible_until": until.isoformat() if until else None,
            "gate": self._part_record(self.gate, lang) if self.gate else None,
            "grounds": [
                {"id": id_, **self._part_record(explanation, lang)} for id_, explanation in self.grounds.items()
            ],
            "remedies": [
                {
                    "changes": [
                        {"fact": change.fact.name, "value": _json_atom(change.value), "text": change.text(lang)}
                        for change in remedy.changes
                    ],
                    "eligible_from": remedy.eligible_from.isoformat(),
                }
                for remedy in self.remedies
            ],
            "questions": [
                {
                    "fact": question.fact.name,
                    "text": (question.fact.question or question.fact.title).in_(lang),
                    "settling": question.settling,
                    "answers": question.answers,
                }
                for question in self.questions
            ],
        }
        return json.dumps(record, ensure_ascii=False, indent=2)

    @staticmethod
    def _part_record(explanation: Explanation, lang: Lang) -> dict[str, Any]:
        """The gate or one ground by itself: why it is not met, also where another ground is."""
        found: dict[Truth, list[dict[str, object]]] = {Truth.UNMET: [], Truth.UNKNOWN: []}
        for literal, truth, atom in explanation.in_the_way():
            found[truth].append(Finding(literal, atom).as_record(lang))
        return {
            "truth": explanation.truth.name.lower(),
            "unmet": found[Truth.UNMET],
            "unknown": found[Truth.UNKNOWN],
        }

    def text(self, lang: Lang = "ru") -> str:
        """The decision in words, for a person."""
        from rsnms.rules.narrative import narrative

        return narrative(self, lang)

    def tree(self, lang: Lang = "ru") -> "Tree":
        """The explanation as a ``rich`` tree: every condition of the gate and the grounds with its truth."""
        from rsnms.rules.narrative import decision_tree

        return decision_tree(self, lang)

    def __str__(self) -> str:
        return self.text()

    def __rich__(self) -> "Tree":
        return self.tree()


def _json_atom(atom: Atom) -> object:
    if isinstance(atom, frozenset):
        return sorted(atom)
    return atom.isoformat() if isinstance(atom, date) else atom


def decide(
    jurisdiction: Jurisdiction,
    eligibility: str,
    subject: Subject | Profile,
    on: date,
    *,
    as_of: date | None = None,
) -> Decision:
    """Decide whether a subject is eligible on a day.

    ``subject`` is a domain object or a mapping of known facts; a fact that is absent is unknown. ``as_of`` is the day
    for which the facts were stated, by default ``on``: durations that grow are counted from there.

    Raises:
        NotInForceError: no act with this eligibility is in force on that day.
        UnknownNameError: the jurisdiction never has this eligibility, or a fact is not in its vocabulary.
        BadFactsError: values that their facts cannot take.
    """
    policy = jurisdiction.on(on)
    asked = jurisdiction.eligibility(eligibility, on)
    if isinstance(subject, Profile):
        profile = subject
    else:
        profile = profile_of(subject, policy.facts_about(asked.about), as_of or on)
    judge = judge_of(asked)
    case = profile.case(judge.facts, on)
    judgement = judge(case)
    return Decision(
        jurisdiction,
        policy,
        asked,
        profile,
        on,
        judgement.verdict,
        judgement.ground,
        _findings(judgement.unmet, case),
        _findings(judgement.unknown, case),
    )


def _findings(literals: tuple[Literal, ...], case: Mapping[str, Atom]) -> tuple[Finding, ...]:
    return tuple(Finding(literal, case.get(literal.comparison.fact.name)) for literal in literals)
