"""Properties proven or refuted: what a statement says of everybody, and somebody who shows otherwise.

Three values are kept. "A implies B" is refuted by somebody who meets A and for whom B is *unmet*; that there is
somebody for whom B cannot be said, because it asks for a fact that A does not, is told apart (:attr:`Proof.unsaid`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rsnms.domain.fact import Fact, FactType
from rsnms.domain.text import Text
from rsnms.policy.conditions import facts_of
from rsnms.policy.model import PolicyTree
from rsnms.policy.problems import nearest
from rsnms.rules.proof.operands import Bound, OperandBinder, same_about
from rsnms.rules.proof.prover import MET, UNKNOWN, UNMET, Change, Demand, NoAnswerError, Prover, Witness
from rsnms.rules.proof.statement import Relation, Statement, StatementError
from rsnms.rules.proof.statement_reading import read_statement
from rsnms.rules.proof.vocabulary import merged
from rsnms.rules.truth import Truth


class Outcome(StrEnum):
    """What becomes of a property."""

    PROVEN = "proven"
    REFUTED = "refuted"
    UNDECIDED = "undecided"
    """The conditions are too hard: nobody was found, and it is not proven that there is nobody."""


@dataclass(frozen=True, slots=True)
class Property:
    """A statement bound to policies, ready to be proven."""

    statement: Statement
    left: Bound
    right: Bound | None
    fact: Fact | None
    vocabulary: Mapping[str, Fact]
    on: date

    @property
    def operands(self) -> tuple[Bound, ...]:
        """The conditions that it speaks of."""
        return (self.left,) if self.right is None else (self.left, self.right)


@dataclass(frozen=True, slots=True)
class Proof:
    """The outcome of a property, and who shows it."""

    property: Property
    outcome: Outcome
    witness: Witness | None = None
    """Somebody who refutes it; of "possible", somebody who shows it."""
    change: Change | None = None
    """Who refutes monotony, before and after the fact has changed."""
    unsaid: Witness | None = None
    """Somebody of whom the property cannot be said, because a fact is not known; only of what is proven."""

    def holds(self, *, strict: bool = False) -> bool:
        """Whether the property is proven; ``strict``: of those too of whom facts are missing."""
        return self.outcome is Outcome.PROVEN and not (strict and self.unsaid is not None)


def bind(text: str, tree: PolicyTree, policy: str, on: date, *, source: str = "statement") -> Property:
    """Read a statement and bind it to the policies that it names, ``policy`` where it names none.

    The people that it speaks of are those known on the day ``on``; versions are chosen by it too, unless an operand
    names another day.

    Raises:
        InputError: the statement, a condition in it or a name is mistaken, or its policies cannot be compared.
    """
    statement = read_statement(text)
    binder = OperandBinder(tree, policy, on, source)
    left = binder.bind(statement.left, statement)
    right = None if statement.right is None else binder.bind(statement.right, statement)
    if right is not None:
        same_about(left, right)
    vocabulary = merged(*(one.facts_about(left.about) for one in binder.policies.values()))
    fact = _fact(statement, left, vocabulary)
    return Property(statement, left, right, fact, vocabulary, on)


def _fact(statement: Statement, left: Bound, vocabulary: Mapping[str, Fact]) -> Fact | None:
    named = statement.fact
    if named is None:
        return None
    fact = vocabulary.get(named.name)
    asked = [one.name for one in facts_of(left.condition)]
    if fact is None:
        expected = Text(f"факт, о котором спрашивает условие: {', '.join(asked)}", f"a fact: {', '.join(asked)}")
        raise StatementError(statement.text, named.position, named.name, expected, nearest(named.name, vocabulary))
    if fact.type is FactType.TEXT:
        expected = Text("факт, который бывает больше и меньше, а не свободный текст", "a fact with an order, no text")
        raise StatementError(statement.text, named.position, named.name, expected)
    return fact


class Proving:
    """Proves properties; those over the same vocabulary share a prover, so that many of them are cheap.

    Raises:
        LibraryMissingError: Z3 is not installed (the extra ``proofs``).
    """

    def __init__(self) -> None:
        self._provers: list[Prover] = []

    def prove(self, asked: Property) -> Proof:
        """Prove or refute a property.

        Raises:
            ProofError: a witness fails when judged again.
        """
        try:
            return _RELATIONS[asked.statement.relation](asked, self._prover(asked))
        except NoAnswerError:
            return Proof(asked, Outcome.UNDECIDED)

    def _prover(self, asked: Property) -> Prover:
        for prover in self._provers:
            if prover.on == asked.on and prover.vocabulary == asked.vocabulary:
                return prover
        prover = Prover(asked.vocabulary, asked.on)
        self._provers.append(prover)
        return prover


def _implies(asked: Property, prover: Prover) -> Proof:
    return _no_one_between(asked, prover, [asked.operands])


def _equivalent(asked: Property, prover: Prover) -> Proof:
    return _no_one_between(asked, prover, [asked.operands, asked.operands[::-1]])


def _no_one_between(asked: Property, prover: Prover, ways: list[tuple[Bound, ...]]) -> Proof:
    """In each direction: nobody who meets the one and for whom the other is unmet."""

    def first(truths: frozenset[Truth]) -> Witness | None:
        found = (prover.find(Demand(one.condition, MET), Demand(other.condition, truths)) for one, other in ways)
        return next((witness for witness in found if witness is not None), None)

    return _unless(asked, first(UNMET), lambda: first(UNKNOWN))


def _disjoint(asked: Property, prover: Prover) -> Proof:
    return _unless(asked, prover.find(*(Demand(operand.condition, MET) for operand in asked.operands)))


def _possible(asked: Property, prover: Prover) -> Proof:
    witness = prover.find(Demand(asked.left.condition, MET))
    return Proof(asked, Outcome.REFUTED if witness is None else Outcome.PROVEN, witness)


def _always(asked: Property, prover: Prover) -> Proof:
    condition = asked.left.condition
    return _unless(asked, prover.find(Demand(condition, UNMET)), lambda: prover.find(Demand(condition, UNKNOWN)))


def _monotone(asked: Property, prover: Prover) -> Proof:
    assert asked.fact is not None  # noqa: S101 - such a statement names a fact
    falling = asked.statement.relation is Relation.FALLING
    change = prover.find_loss(asked.left.condition, asked.fact, falling=falling)
    return Proof(asked, Outcome.PROVEN if change is None else Outcome.REFUTED, change=change)


def _unless(asked: Property, witness: Witness | None, unsaid: Callable[[], Witness | None] | None = None) -> Proof:
    if witness is not None:
        return Proof(asked, Outcome.REFUTED, witness)
    return Proof(asked, Outcome.PROVEN, unsaid=unsaid() if unsaid else None)


_RELATIONS: dict[Relation, Callable[[Property, Prover], Proof]] = {
    Relation.IMPLIES: _implies,
    Relation.EQUIVALENT: _equivalent,
    Relation.DISJOINT: _disjoint,
    Relation.POSSIBLE: _possible,
    Relation.ALWAYS: _always,
    Relation.MONOTONE: _monotone,
    Relation.FALLING: _monotone,
}


def witnesses(proof: Proof) -> Iterator[tuple[str, Witness]]:
    """Everybody whom a proof shows, with the word of machine formats for him."""
    shown = {"witness": proof.witness, "unsaid": proof.unsaid}
    if proof.change is not None:
        shown |= {"before": proof.change.before, "after": proof.change.after}
    yield from ((name, witness) for name, witness in shown.items() if witness is not None)
