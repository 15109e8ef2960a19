"""What would do it: the smallest sets of changes a person can act on that lead to eligibility, each re-evaluated."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product

from rsnms.domain.fact import Atom, Fact, FactType
from rsnms.domain.text import Lang
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Not, Op, bounds, fold
from rsnms.policy.model import Jurisdiction
from rsnms.rules.derivations import moves
from rsnms.rules.explain import Literal, compare
from rsnms.rules.horizon import horizon
from rsnms.rules.judge import judge_of
from rsnms.rules.profile import Profile
from rsnms.rules.truth import Truth

_KEPT = 64
"""Alternative ways kept at a node, the shortest first; more than any act offers."""


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that a person changes, and the value it should have."""

    fact: Fact
    value: Atom

    def text(self, lang: Lang = "ru") -> str:
        """What to do."""
        action = self.fact.action.in_(lang) if self.fact.action else self.fact.title.in_(lang)
        return action.replace("{value}", self._shown(lang))

    def _shown(self, lang: Lang) -> str:
        values = sorted(self.value) if isinstance(self.value, frozenset) else [str(self.value)]
        titles = [known.title.in_(lang) if (known := self.fact.value(value)) else value for value in values]
        return ", ".join(titles)


@dataclass(frozen=True, slots=True)
class Remedy:
    """Changes that make the person eligible, and from which day (later than today where time is needed too)."""

    changes: tuple[Change, ...]
    eligible_from: date

    @property
    def effort(self) -> int:
        """How much the changes ask of the person."""
        return sum(change.fact.effort for change in self.changes)


def remedies(jurisdiction: Jurisdiction, eligibility_id: str, profile: Profile, on: date) -> tuple[Remedy, ...]:
    """Find the smallest sets of changes that lead to eligibility, the fewest and easiest first.

    Every set is checked by judging the changed profile again; none contains another that does as well.
    """
    eligibility = jurisdiction.eligibility(eligibility_id, on)
    judge = judge_of(eligibility)
    case = profile.case(judge.facts, on)
    found: list[Remedy] = []
    for literals in fold(judge.condition, _Ways(case)).to_met:
        changes = _changes(literals, case)
        if not changes:
            continue
        changed = profile
        for change in changes:
            changed = changed.with_change(change.fact, change.value, on)
        first = horizon(jurisdiction, eligibility_id, changed, on).eligible_from
        if first is not None:
            found.append(Remedy(changes, first))
    return _smallest(found)


def _smallest(found: list[Remedy]) -> tuple[Remedy, ...]:
    found.sort(key=lambda remedy: (len(remedy.changes), remedy.effort, remedy.eligible_from))
    kept: list[Remedy] = []
    for remedy in found:
        covered = any(
            set(other.changes) <= set(remedy.changes) and other.eligible_from <= remedy.eligible_from for other in kept
        )
        if not covered:
            kept.append(remedy)
    return tuple(kept)


Way = frozenset[Literal]
Ways = tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class _Alternatives:
    """The minimal sets of literals that would make a node met, and those that would make it unmet."""

    to_met: Ways
    to_unmet: Ways


class _Ways:
    """The algebra of alternatives: only facts that the person or time can change offer a way."""

    def __init__(self, case: Mapping[str, Atom]) -> None:
        self._case = case

    def comparison(self, node: Comparison) -> _Alternatives:
        truth = compare(node, self._case.get(node.fact.name))
        movable = node.fact.changeable or moves(node.fact)
        to_met = _way(truth is Truth.MET, movable, Literal(node))
        return _Alternatives(to_met, _way(truth is Truth.UNMET, movable, Literal(node, negated=True)))

    def all(self, node: All, parts: list[_Alternatives]) -> _Alternatives:
        return self._counted(len(node.parts), parts)

    def any(self, node: Any, parts: list[_Alternatives]) -> _Alternatives:  # noqa: ARG002 - the algebra's signature
        return self._counted(1, parts)

    def at_least(self, node: AtLeast, parts: list[_Alternatives]) -> _Alternatives:
        return self._counted(node.count, parts)

    def negation(self, node: Not, part: _Alternatives) -> _Alternatives:  # noqa: ARG002 - the algebra's signature
        return _Alternatives(part.to_unmet, part.to_met)

    def _counted(self, count: int, parts: list[_Alternatives]) -> _Alternatives:
        to_met = _choose(count, [part.to_met for part in parts])
        to_unmet = _choose(len(parts) - count + 1, [part.to_unmet for part in parts])
        return _Alternatives(to_met, to_unmet)


def _way(already: bool, movable: bool, literal: Literal) -> Ways:
    return (frozenset(),) if already else (frozenset((literal,)),) if movable else ()


def _choose(count: int, parts: list[Ways]) -> Ways:
    """The minimal ways of satisfying ``count`` of the parts, joined part by part so that nothing explodes."""
    chosen: list[Ways] = [(frozenset(),)] + [()] * count
    for ways in parts:
        for size in range(count, 0, -1):
            chosen[size] = _minimal([*chosen[size], *(one | other for one in chosen[size - 1] for other in ways)])
    return chosen[count]


def _minimal(ways: Iterable[Way]) -> Ways:
    kept: list[Way] = []
    for way in sorted(set(ways), key=len):
        if not any(other <= way for other in kept):
            kept.append(way)
        if len(kept) == _KEPT:
            break
    return tuple(kept)


def _changes(literals: Way, case: Mapping[str, Atom]) -> tuple[Change, ...]:
    """One change for each changeable fact of a way; empty where no value satisfies all that is asked of a fact."""
    asked: dict[Fact, list[Literal]] = {}
    for literal in literals:
        if literal.comparison.fact.changeable:
            asked.setdefault(literal.comparison.fact, []).append(literal)
    changes = []
    for fact, of_fact in asked.items():
        value = next((atom for atom in _candidates(fact, of_fact, case.get(fact.name)) if _suits(of_fact, atom)), None)
        if value is None:
            return ()
        changes.append(Change(fact, value))
    return tuple(sorted(changes, key=lambda change: (change.fact.effort, change.fact.name)))


def _suits(literals: list[Literal], atom: Atom) -> bool:
    return all((compare(literal.comparison, atom) is Truth.MET) != literal.negated for literal in literals)


def _candidates(fact: Fact, literals: list[Literal], found: Atom | None) -> Iterator[Atom]:
    """Values worth trying, the least demanding first (listed values in the order of the vocabulary)."""
    match fact.type:
        case FactType.BOOLEAN:
            yield from (True, False)
        case FactType.CHOICE:
            yield from (value.id for value in fact.values)
        case FactType.CHOICES | FactType.TEXTS:
            yield from _sets(literals, found if isinstance(found, frozenset) else frozenset())
        case _:
            for literal in literals:
                yield from _bounds_of(literal.comparison)


def _sets(literals: list[Literal], found: frozenset[str]) -> Iterator[frozenset[str]]:
    named = [set(_members(literal.comparison)) for literal in literals]
    for size in range(1, len(named) + 1):
        for members in product(*named[:size]):
            yield found | frozenset(members)
    yield found.union(*named)
    yield found.difference(*named)


def _members(comparison: Comparison) -> tuple[str, ...]:
    return comparison.operand if isinstance(comparison.operand, tuple) else ()  # type: ignore[return-value]


def _bounds_of(comparison: Comparison) -> Iterator[Atom]:
    interval = bounds(comparison)
    for bound in (interval.low, interval.high) if interval else ():
        if bound is not None:
            yield bound
    if comparison.op is Op.IS and not isinstance(comparison.operand, tuple):
        yield comparison.operand  # type: ignore[misc]
