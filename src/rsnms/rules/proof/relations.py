"""How every two of many conditions relate: who admits everybody whom the other admits, and who nobody of them.

Most of the questions answer themselves. Conditions that ask the same are proven once; and everybody whom the solver
finds is judged by all conditions at once, so that one person refutes hundreds of implications and of disjointnesses.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations, permutations
from operator import itemgetter

from rsnms.domain.fact import Fact
from rsnms.domain.text import Text
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, facts_of, fold
from rsnms.policy.model import PolicyTree, UnknownNameError
from rsnms.rules.explain import compare
from rsnms.rules.proof.operands import AboutDifferError
from rsnms.rules.proof.prover import MET, UNMET, Demand, Prover, Witness
from rsnms.rules.proof.vocabulary import merged
from rsnms.rules.truth import Truth


class Related(StrEnum):
    """How a condition relates to another: by whom they are met."""

    EQUIVALENT = "equivalent"
    """Who meets either fails neither."""
    IMPLIES = "implies"
    """Who meets it fails the other nowhere, though not the other way round."""
    IMPLIED = "implied"
    """The other implies it."""
    DISJOINT = "disjoint"
    """Nobody meets both."""
    OVERLAPPING = "overlapping"
    """Somebody meets both, and either has somebody whom the other refuses."""

    @property
    def reversed(self) -> "Related":
        """How the other condition relates to this one."""
        return _REVERSED.get(self, self)


_REVERSED = {Related.IMPLIES: Related.IMPLIED, Related.IMPLIED: Related.IMPLIES}


@dataclass(frozen=True, slots=True)
class Relations:
    """The relation of every two conditions; a condition that nobody can meet is disjoint with all, itself included."""

    names: tuple[str, ...]
    pairs: Mapping[tuple[str, str], Related]
    """By both names, in the order of the names."""
    questions: int
    """How many of the relations the solver had to be asked about."""

    def of(self, one: str, other: str) -> Related:
        """How a condition relates to another.

        Raises:
            KeyError: there is no condition of that name.
        """
        pair = self.pairs.get((one, other))
        return self.pairs[other, one].reversed if pair is None else pair


def relations(conditions: Mapping[str, Condition], vocabulary: Mapping[str, Fact], on: date) -> Relations:
    """Relate every two conditions, for people as they are known on a day.

    "Implies" means as in :mod:`rsnms.rules.proof.proving`: nobody meets the one for whom the other is unmet.

    Raises:
        LibraryMissingError: Z3 is not installed (the extra ``proofs``).
        NoAnswerError: a question is too hard.
    """
    shapes = {name: fold(condition, _SHAPE) for name, condition in conditions.items()}
    numbers = {shape: number for number, shape in enumerate(dict.fromkeys(shapes.values()))}
    kinds: dict[int, Condition] = {}
    for name, condition in conditions.items():
        kinds.setdefault(numbers[shapes[name]], condition)
    matrix = _Matrix(list(kinds.values()), Prover(vocabulary, on))
    number_of = {name: numbers[shape] for name, shape in shapes.items()}
    pairs = {
        (one, other): matrix.relation(number_of[one], number_of[other]) for one, other in combinations(conditions, 2)
    }
    return Relations(tuple(conditions), pairs, matrix.questions)


def relate_versions(tree: PolicyTree, eligibility: str, on: date) -> Relations:
    """Relate an eligibility in every two versions of policies that have it, for people as they are known on a day.

    A version is named by its policy, and by its first day where several versions have the eligibility.

    Raises:
        UnknownNameError: no policy has it.
        AboutDifferError: policies have it about different things.
        FactsDifferError: policies understand a fact differently.
    """
    having = [policy for one in tree.values() for policy in one.periods if eligibility in policy.eligibilities]
    if not having:
        known = {id_: None for one in tree.values() for policy in one.periods for id_ in policy.eligibilities}
        raise UnknownNameError(Text("права на включение", "eligibility"), eligibility, known)
    for policy in having[1:]:
        one, other = having[0].eligibilities[eligibility], policy.eligibilities[eligibility]
        if one.about is not other.about:
            raise AboutDifferError(one.about, other.about)
    versions = Counter(policy.id for policy in having)
    conditions = {
        policy.id if versions[policy.id] == 1 else f"{policy.id}@{policy.since}": policy.eligibilities[
            eligibility
        ].condition
        for policy in having
    }
    about = having[0].eligibilities[eligibility].about
    return relations(conditions, merged(*(policy.facts_about(about) for policy in having)), on)


class _Matrix:
    """Conditions by number; who meets and who fails each, a bit for every person found so far."""

    def __init__(self, conditions: list[Condition], prover: Prover) -> None:
        self._conditions, self._prover = conditions, prover
        judging = _Judging()
        self._judges = [fold(condition, judging) for condition in conditions]
        self._comparisons = judging.comparisons
        self._facts = list({fact.name: fact for condition in conditions for fact in facts_of(condition)}.values())
        self._met = [0] * len(conditions)
        self._unmet = [0] * len(conditions)
        self._people = self.questions = 0
        self._possible = [self._is_possible(Demand(condition, MET)) for condition in conditions]
        self._implied = {
            (one, other): self._implies(one, other) for one, other in permutations(range(len(conditions)), 2)
        }
        self._disjoint = {
            (one, other): self._excludes(one, other) for one, other in combinations(range(len(conditions)), 2)
        }

    def relation(self, one: int, other: int) -> Related:
        if not (self._possible[one] and self._possible[other]):
            return Related.DISJOINT
        if one == other or (self._implied[one, other] and self._implied[other, one]):
            return Related.EQUIVALENT
        if self._disjoint[min(one, other), max(one, other)]:
            return Related.DISJOINT
        if self._implied[one, other]:
            return Related.IMPLIES
        return Related.IMPLIED if self._implied[other, one] else Related.OVERLAPPING

    def _implies(self, one: int, other: int) -> bool:
        if self._met[one] & self._unmet[other]:
            return False
        return not self._is_possible(Demand(self._conditions[one], MET), Demand(self._conditions[other], UNMET))

    def _excludes(self, one: int, other: int) -> bool:
        if self._met[one] & self._met[other]:
            return False
        return not self._is_possible(Demand(self._conditions[one], MET), Demand(self._conditions[other], MET))

    def _is_possible(self, *demands: Demand) -> bool:
        self.questions += 1
        witness = self._prover.anybody(*demands)
        if witness is not None:
            self._remember(witness)
        return witness is not None

    def _remember(self, witness: Witness) -> None:
        case, bit = witness.profile.case(self._facts, witness.on), 1 << self._people
        truths = [compare(one, case.get(one.fact.name)).value for one in self._comparisons]
        self._people += 1
        for number, judge in enumerate(self._judges):
            truth = judge(truths)
            if truth == Truth.MET.value:
                self._met[number] |= bit
            elif truth == Truth.UNMET.value:
                self._unmet[number] |= bit


_Judge = Callable[[list[int]], int]
"""From the truths of comparisons, as numbers, to that of a condition."""


class _Judging:
    """The algebra of judges: conditions share their comparisons, so that each is made once of a person."""

    def __init__(self) -> None:
        self._places: dict[object, int] = {}
        self.comparisons: list[Comparison] = []

    def comparison(self, node: Comparison) -> _Judge:
        place = self._places.setdefault(node.key, len(self.comparisons))
        if place == len(self.comparisons):
            self.comparisons.append(node)
        return itemgetter(place)

    def all(self, node: All, parts: list[_Judge]) -> _Judge:  # noqa: ARG002 - the algebra's signature
        return lambda truths: min([part(truths) for part in parts])

    def any(self, node: Any, parts: list[_Judge]) -> _Judge:  # noqa: ARG002 - the algebra's signature
        return lambda truths: max([part(truths) for part in parts])

    def negation(self, node: Not, part: _Judge) -> _Judge:  # noqa: ARG002 - the algebra's signature
        return lambda truths: Truth.MET.value - part(truths)

    def at_least(self, node: AtLeast, parts: list[_Judge]) -> _Judge:
        """The worst of the best so many."""
        return lambda truths: sorted([part(truths) for part in parts], reverse=True)[node.count - 1]


class _Shape:
    """The algebra of what a condition asks, apart from clauses, titles, and the order and repetition of parts."""

    def comparison(self, node: Comparison) -> object:
        return ("fact", node.key)

    def all(self, node: All, parts: list[object]) -> object:  # noqa: ARG002 - the algebra's signature
        return _joined("all", parts)

    def any(self, node: Any, parts: list[object]) -> object:  # noqa: ARG002 - the algebra's signature
        return _joined("any", parts)

    def negation(self, node: Not, part: object) -> object:  # noqa: ARG002 - the algebra's signature
        return part[1] if isinstance(part, tuple) and part[0] == "not" else ("not", part)

    def at_least(self, node: AtLeast, parts: list[object]) -> object:
        return ("at least", node.count, frozenset(Counter(parts).items()))


_SHAPE = _Shape()


def _joined(kind: str, parts: list[object]) -> object:
    """Parts of the same kind are opened, equal ones are one, and one alone is itself."""
    opened = frozenset(_opened(kind, parts))
    return next(iter(opened)) if len(opened) == 1 else (kind, opened)


def _opened(kind: str, parts: list[object]) -> Iterator[object]:
    for part in parts:
        if isinstance(part, tuple) and part[0] == kind:
            yield from part[1]
        else:
            yield part
