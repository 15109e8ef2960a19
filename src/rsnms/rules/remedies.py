"""What would do it: the smallest sets of changes a person can act on that lead to eligibility, each re-evaluated."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, islice, product

from rsnms.domain.fact import Atom, Fact, FactType, Grows, Holds, Since
from rsnms.domain.text import Lang
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Not, Op, fold
from rsnms.policy.model import Jurisdiction
from rsnms.rules.derivations import changes, moves
from rsnms.rules.explain import Literal, compare
from rsnms.rules.horizon import horizon
from rsnms.rules.judge import judge_of
from rsnms.rules.profile import Profile
from rsnms.rules.questions import possible
from rsnms.rules.requirement import found_words
from rsnms.rules.truth import Truth

_KEPT = 64
"""Alternative ways kept at a node, the shortest first; more than any act offers."""
_TRIED = 4096
"""Sets of members tried for one fact."""


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that a person changes, and the value it should have."""

    fact: Fact
    value: Atom

    def text(self, lang: Lang = "ru") -> str:
        """What to do."""
        action = self.fact.action.in_(lang) if self.fact.action else self.fact.title.in_(lang)
        return action.replace("{value}", found_words(self.fact, self.value, lang))


@dataclass(frozen=True, slots=True)
class Remedy:
    """Changes that make the person eligible, and from which day (later than today where time is needed too)."""

    changes: tuple[Change, ...]
    eligible_from: date

    @property
    def facts(self) -> frozenset[str]:
        """The names of the facts that change."""
        return frozenset(change.fact.name for change in self.changes)

    @property
    def effort(self) -> int:
        """How much the changes ask of the person."""
        return sum(change.fact.effort for change in self.changes)


def remedies(jurisdiction: Jurisdiction, eligibility_id: str, profile: Profile, on: date) -> tuple[Remedy, ...]:
    """Find the smallest sets of changes that lead to eligibility, the fewest and easiest first.

    Every set is checked by judging the changed profile again. None changes the facts of another that does as well, and
    more; none only comes to what time does by itself.
    """
    eligibility = jurisdiction.eligibility(eligibility_id, on)
    judge = judge_of(eligibility)
    case = profile.case(judge.facts, on)
    turning = frozenset(fact.name for fact in judge.facts if _turns(fact, profile, on))
    by_itself = horizon(jurisdiction, eligibility_id, profile, on).eligible_from
    found: list[Remedy] = []
    for way in fold(judge.condition, _Ways(case)).to_met:
        for steps in _changes(way, case, turning):
            changed = profile
            for step in steps:
                changed = changed.with_change(step.fact, step.value, on)
            first = horizon(jurisdiction, eligibility_id, changed, on).eligible_from
            if first is not None and (by_itself is None or first < by_itself):
                found.append(Remedy(steps, first))
    return _smallest(found)


def _smallest(found: list[Remedy]) -> tuple[Remedy, ...]:
    kept: list[Remedy] = []
    for remedy in sorted(set(found), key=_rank):
        if not any(other.facts < remedy.facts and other.eligible_from <= remedy.eligible_from for other in kept):
            kept.append(remedy)
    return tuple(kept)


def _rank(remedy: Remedy) -> tuple[int, int, date, list[str]]:
    return len(remedy.changes), remedy.effort, remedy.eligible_from, [change.text() for change in remedy.changes]


Way = frozenset[Literal]
Ways = tuple[Way, ...]
_OPEN: Ways = (frozenset(),)
"""The one way that asks for nothing."""


@dataclass(frozen=True, slots=True)
class _Alternatives:
    """The minimal sets of literals that would make a node met, and those that would make it unmet."""

    to_met: Ways
    to_unmet: Ways


class _Ways:
    """The algebra of alternatives: only facts that the person or time can change offer a way.

    A comparison of such a fact belongs to a way also where it is met now: a change made for the sake of another
    comparison, or the time that passes until the change bears fruit, must not undo it.
    """

    def __init__(self, case: Mapping[str, Atom]) -> None:
        self._case = case

    def comparison(self, node: Comparison) -> _Alternatives:
        if node.fact.changeable or moves(node.fact):
            return _Alternatives((frozenset((Literal(node),)),), (frozenset((Literal(node, negated=True),)),))
        truth = compare(node, self._case.get(node.fact.name))
        return _Alternatives(_OPEN if truth is Truth.MET else (), _OPEN if truth is Truth.UNMET else ())

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


def _changes(way: Way, case: Mapping[str, Atom], turning: frozenset[str]) -> Iterator[tuple[Change, ...]]:
    """The changes that a way asks for.

    A fact that time will turn may be changed or left to time, whatever it is now: a category may be renewed before it
    expires, or its expiry awaited.
    """
    asked: dict[Fact, list[Literal]] = {}
    for literal in way:
        if literal.comparison.fact.changeable:
            asked.setdefault(literal.comparison.fact, []).append(literal)
    due: list[Change] = []
    optional: list[Change] = []
    for fact, literals in asked.items():
        found = case.get(fact.name)
        turns = fact.name in turning
        if found is not None and _suits(literals, found):
            if turns and isinstance(fact.movement, Holds):
                optional.append(Change(fact, found))
            continue
        value = next(_suitable(fact, literals, found), None)
        if value is not None:
            (optional if turns else due).append(Change(fact, value))
        elif not turns:
            return
    for size in range(len(optional) + 1):
        for chosen in combinations(optional, size):
            if due or chosen:
                yield tuple(sorted((*due, *chosen), key=lambda change: (change.fact.effort, change.fact.name)))


def _turns(fact: Fact, profile: Profile, on: date) -> bool:
    """Whether time will change what a fact is on a day."""
    grows = isinstance(fact.movement, Grows | Since) and fact.name in profile.sources
    return grows or any(day > on for day in changes(fact, profile.sources, profile.as_of, ()))


def _suits(literals: list[Literal], atom: Atom) -> bool:
    return all((compare(literal.comparison, atom) is Truth.MET) != literal.negated for literal in literals)


def _suitable(fact: Fact, literals: list[Literal], found: Atom | None) -> Iterator[Atom]:
    """The values that satisfy all that is asked of a fact, the least demanding first.

    Listed values come in the order of the vocabulary, sets with the fewest members added or dropped.
    """
    tried: Iterable[Atom]
    if fact.type.is_set:
        tried = _sets(literals, found if isinstance(found, frozenset) else frozenset())
    elif _only_makes_true(fact):
        tried = (True,)
    else:
        tried = possible(fact, [literal.comparison for literal in literals])
    return (atom for atom in tried if _suits(literals, atom))


def _only_makes_true(fact: Fact) -> bool:
    """Whether the action names no value ("pass the diagnostics"): it never makes a fact false, nor keeps it so."""
    return fact.type is FactType.BOOLEAN and fact.action is not None and "{value}" not in fact.action.ru


def _sets(literals: list[Literal], found: frozenset[str]) -> list[frozenset[str]]:
    steps = islice(product(*(_steps(literal, found) for literal in literals)), _TRIED)
    reached = {(found.union(*(step[0] for step in taken))).difference(*(step[1] for step in taken)) for taken in steps}
    return sorted(reached, key=lambda members: (len(members ^ found), sorted(members)))


def _steps(literal: Literal, found: frozenset[str]) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The members to add and to drop, any of which satisfies a comparison of a set, or its contrary."""
    operand, nothing = literal.comparison.operand, frozenset[str]()
    if _suits([literal], found) or not isinstance(operand, tuple):
        return [(nothing, nothing)]
    members = frozenset(str(member) for member in operand)
    one_by_one = [frozenset((member,)) for member in sorted(members)]
    match literal.comparison.op, literal.negated:
        case (Op.ANY_OF, False) | (Op.NONE_OF, True):
            return [(member, nothing) for member in one_by_one]
        case Op.ALL_OF, False:
            return [(members, nothing)]
        case Op.ALL_OF, True:
            return [(nothing, member) for member in one_by_one]
    return [(nothing, members)]
