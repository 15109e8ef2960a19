"""Questions about one eligibility, answered with a person or with the proof that there is nobody.

Every person whom the prover finds is judged by both versions as any person is, and has to show what was asked.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from rsnms.changes.asked import ELIGIBILITY, Asked
from rsnms.changes.canonical import asks_the_same
from rsnms.changes.outcomes import Answer, Effect, Outcome, Person
from rsnms.changes.versions import Versions, unbound
from rsnms.domain.fact import About, Fact, Happened, Holds, Overlap, Since
from rsnms.policy.conditions import Condition, facts_of
from rsnms.policy.model import Policy
from rsnms.policy.stated import Eligibility
from rsnms.rules.decision import Decision, decide
from rsnms.rules.judge import Verdict
from rsnms.rules.proof.prover import MET, NOT_MET, UNKNOWN, UNMET, Demand, NoAnswerError, ProofError, Prover, Witness
from rsnms.rules.proof.vocabulary import FactsDifferError, merged


class Provers:
    """The provers of two versions, one for each vocabulary, made when first asked for."""

    def __init__(self, versions: Versions) -> None:
        self._versions = versions
        self._made: dict[tuple[About, frozenset[str]], Prover] = {}

    def of(self, asked: Asked) -> Prover:
        """The prover for an eligibility, over the facts of the versions that have it.

        Raises:
            FactsDifferError: the versions understand a fact differently that takes part in it.
        """
        about = asked.shown.about
        sides = ((self._versions.old, asked.old), (self._versions.new, asked.new))
        vocabularies = [policy.facts_about(about) for policy, eligibility in sides if policy and eligibility]
        vocabulary = _joined(vocabularies, _involved(asked, vocabularies))
        key = (about, frozenset(vocabulary))
        if key not in self._made or self._made[key].vocabulary != vocabulary:
            self._made[key] = Prover(vocabulary, self._versions.on)
        return self._made[key]


def _joined(vocabularies: Iterable[Mapping[str, Fact]], involved: set[str]) -> dict[str, Fact]:
    """The facts of all vocabularies; one that they understand differently is left out unless it is involved."""
    kept = [dict(vocabulary) for vocabulary in vocabularies]
    while True:
        try:
            return merged(*kept)
        except FactsDifferError as error:
            if error.one.name in involved:
                raise
            for vocabulary in kept:
                vocabulary.pop(error.one.name, None)


def _involved(asked: Asked, vocabularies: Iterable[Mapping[str, Fact]]) -> set[str]:
    """The facts that an eligibility asks about, and those from which they follow."""
    names = {fact.name for side in (asked.old, asked.new) if side for fact in facts_of(side.condition)}
    for name in list(names):
        for vocabulary in vocabularies:
            names |= _sources(vocabulary[name]) if name in vocabulary else set()
    return names


def _sources(fact: Fact) -> set[str]:
    match fact.movement:
        case Since(start=one) | Happened(on=one):
            return {one}
        case Holds(start=start, until=until):
            return {name for name in (start, until) if name}
        case Overlap(first=first, second=second):
            return {first, second}
    return set()


@dataclass(slots=True)
class Inquiry:
    """The questions about one eligibility."""

    asked: Asked
    versions: Versions
    prover: Prover
    _decides: tuple[Callable[[Witness], Decision | None], Callable[[Witness], Decision | None]] = field(init=False)

    def __post_init__(self) -> None:
        self._decides = (
            self._judge(self.versions.old, self.asked.old),
            self._judge(self.versions.new, self.asked.new),
        )

    def outcomes(self, old: Eligibility, new: Eligibility) -> Iterator[Outcome]:
        """The answers about an eligibility that both versions have."""
        if not asks_the_same(old.condition, new.condition):
            yield self._moved(Effect.ADMITTED, new.condition, old.condition)
            yield self._moved(Effect.LOST, old.condition, new.condition)
        if self.asked.section == ELIGIBILITY:
            yield from self._grounds(old, new)

    def _moved(self, effect: Effect, met: Condition, other: Condition) -> Outcome:
        """Somebody whom one version admits and the other refuses; else one whom it cannot decide."""
        refused = self.answer(effect, [Demand(met, MET), Demand(other, UNMET)])
        if refused.answer is not Answer.NOBODY:
            return refused
        return self.answer(effect, [Demand(met, MET), Demand(other, UNKNOWN)])

    def _grounds(self, old: Eligibility, new: Eligibility) -> Iterator[Outcome]:
        """Somebody for every pair of different grounds, first before and after; else that there is none."""
        firsts = [dict(_firsts(side)) for side in (old, new)]
        answers = [
            self.answer(Effect.GROUND, [*firsts[0][before], *firsts[1][after]])
            for before, after in product(*firsts)
            if before != after
        ]
        shown = [one for one in answers if one.answer is not Answer.NOBODY]
        yield from shown or [Outcome(Effect.GROUND, Answer.NOBODY)]

    def answer(self, effect: Effect, demands: list[Demand]) -> Outcome:
        """A person of whom all this holds, with the decisions of both versions about him."""
        try:
            witness = self.prover.find(*demands)
            if witness is None:
                return Outcome(effect, Answer.NOBODY)
            return Outcome(effect, Answer.SOMEBODY, self._shown(effect, witness))
        except (NoAnswerError, ProofError) as error:
            return Outcome(effect, Answer.UNPROVEN, reason=str(error))

    def _shown(self, effect: Effect, witness: Witness) -> Person:
        before, after = (decide_(witness) for decide_ in self._decides)
        facts = tuple((self.prover.vocabulary[name], atom) for name, atom in witness.facts.items())
        person = Person(facts, witness.on, before, after)
        if not _shows(effect, before, after):
            raise ProofError(f"the decisions about {dict(witness.facts)} do not show {effect}")
        return person

    def _judge(self, policy: Policy | None, eligibility: Eligibility | None) -> Callable[[Witness], Decision | None]:
        if policy is None or eligibility is None:
            return lambda _: None
        jurisdiction = unbound(policy, eligibility)
        return lambda witness: decide(jurisdiction, eligibility.id, witness.profile, witness.on)


def _firsts(eligibility: Eligibility) -> Iterator[tuple[str, list[Demand]]]:
    """For every ground, that it is the one that gives the standing."""
    gate = [Demand(eligibility.gate, MET)] if eligibility.gate else []
    earlier: list[Demand] = []
    for ground in eligibility.grounds:
        if ground.when is not None:
            yield ground.id, [*gate, *earlier, Demand(ground.when, MET)]
            earlier = [*earlier, Demand(ground.when, NOT_MET)]


def _shows(effect: Effect, before: Decision | None, after: Decision | None) -> bool:
    admitted = [decision is not None and decision.verdict is Verdict.ELIGIBLE for decision in (before, after)]
    match effect:
        case Effect.ADMITTED:
            return admitted == [False, True]
        case Effect.LOST:
            return admitted == [True, False]
    grounds = [decision.ground.id if decision and decision.ground else None for decision in (before, after)]
    return admitted == [True, True] and grounds[0] != grounds[1]
