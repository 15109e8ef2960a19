"""Which pairs meet a condition: judged by the library's one meaning of conditions, once for all who are alike to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rsnms.domain.experience import Experience
from rsnms.domain.fact import About, Atom, Fact, Grows, Happened, Holds, Overlap, Since
from rsnms.policy.conditions import Condition, facts_of
from rsnms.routes.pairs.pairing_problem import Helpers
from rsnms.rules.compile import compile_condition
from rsnms.rules.derivations import value_on
from rsnms.rules.profile import Profile
from rsnms.rules.standing import Outcome
from rsnms.rules.truth import Truth

_Likeness = tuple[tuple[tuple[str, Atom], ...], tuple[tuple[str, Atom | Experience], ...]]
"""What a condition sees of one person: the atoms of their own facts, and the sources of facts about the pair."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Of one mentee: the mentors with whom a condition is met, and those with whom it is not known."""

    met: Helpers
    unknown: Helpers
    missing: frozenset[str]
    """The facts on which the unknown ones wait, named ``mentor.…`` and ``mentee.…``."""


class PairTest:
    """A condition about pairs, tested for many mentees against the same mentors."""

    def __init__(self, condition: Condition, mentors: Sequence[Profile], on: date) -> None:
        self._on = on
        self._settle = compile_condition(condition)
        facts = facts_of(condition)
        self._about_pair = tuple(fact for fact in facts if fact.about is About.PAIR)
        self._sources = tuple(name for fact in self._about_pair for name in _sources_of(fact))
        self._own = {
            side: tuple(fact for fact in facts if fact.name.startswith(f"{side}.")) for side in ("mentor", "mentee")
        }
        self._mentors: dict[_Likeness, Helpers] = {}
        for number, mentor in enumerate(mentors):
            likeness = self._likeness("mentor", mentor)
            self._mentors[likeness] = self._mentors.get(likeness, 0) | 1 << number
        self._known: dict[_Likeness, Pairs] = {}

    def of(self, mentee: Profile) -> Pairs:
        """With whom the condition is met for a mentee."""
        likeness = self._likeness("mentee", mentee)
        if likeness not in self._known:
            self._known[likeness] = self._pairs(likeness)
        return self._known[likeness]

    def _likeness(self, side: str, person: Profile) -> _Likeness:
        sources = {f"{side}.{name}": source for name, source in person.sources.items()}
        case = Profile(sources, person.as_of).case(self._own[side], self._on)
        return tuple(case.items()), tuple((name, sources[name]) for name in self._sources if name in sources)

    def _pairs(self, mentee: _Likeness) -> Pairs:
        met = unknown = 0
        missing: set[str] = set()
        for mentor, numbers in self._mentors.items():
            sources = {**dict(mentor[1]), **dict(mentee[1])}
            outcome = self._settle({**dict(mentor[0]), **dict(mentee[0]), **self._case(sources)})
            if outcome.truth is Truth.MET:
                met |= numbers
            elif outcome.truth is Truth.UNKNOWN:
                unknown |= numbers
                missing.update(_missing(outcome, sources))
        return Pairs(met, unknown, frozenset(missing))

    def _case(self, sources: Mapping[str, Atom | Experience]) -> dict[str, Atom]:
        atoms = ((fact.name, value_on(fact, sources, self._on, self._on)) for fact in self._about_pair)
        return {name: atom for name, atom in atoms if atom is not None}


def _missing(outcome: Outcome, sources: Mapping[str, Atom | Experience]) -> Iterator[str]:
    """The unknown facts; of one about the pair, those from which it would follow."""
    for literal in outcome.unknown:
        fact = literal.comparison.fact
        needed = [name for name in _sources_of(fact) if name not in sources] if fact.about is About.PAIR else []
        yield from needed or [fact.name]


def _sources_of(fact: Fact) -> tuple[str, ...]:
    """The facts from which a fact follows."""
    match fact.movement:
        case Overlap(first=first, second=second):
            return first, second
        case Since(start=start):
            return (start,)
        case Happened(on=on):
            return (on,)
        case Holds(start=start, until=until):
            return tuple(name for name in (start, until) if name)
        case Grows() | None:
            return ()
