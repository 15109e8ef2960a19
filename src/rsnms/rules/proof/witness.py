"""Witnesses: a person found by the prover, made as simple as what he shows allows, and judged again without it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rsnms.domain.fact import Atom, Fact, FactType, Grows, Since
from rsnms.domain.lifetime import AGE, BIRTH_DATE, EARLIEST_WORK, WORK_STARTED_ON, beside
from rsnms.policy.conditions import Comparison, Condition, bounds, comparisons, facts_of
from rsnms.rules.explain import Case, explain
from rsnms.rules.profile import Profile
from rsnms.rules.proof import days, numbers
from rsnms.rules.truth import Truth

ANY_TRUTH = frozenset(Truth)
MET = frozenset({Truth.MET})
UNMET = frozenset({Truth.UNMET})
UNKNOWN = frozenset({Truth.UNKNOWN})
NOT_MET = frozenset({Truth.UNMET, Truth.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Demand:
    """A condition and the truths that it may have."""

    condition: Condition
    truths: frozenset[Truth] = MET

    def holds(self, case: Case) -> bool:
        """Whether the reference meaning gives a case one of the truths."""
        return explain(self.condition, case).truth in self.truths


@dataclass(frozen=True, slots=True)
class Witness:
    """Somebody who shows that demands can hold together: the facts that matter, as known on a day."""

    facts: Mapping[str, Atom]
    on: date

    @property
    def profile(self) -> Profile:
        """The person to be asked about."""
        return Profile(self.facts, self.on)


@dataclass(frozen=True, slots=True)
class Change:
    """A subject before and after one fact has changed."""

    before: Witness
    after: Witness


Serves = Callable[[Mapping[str, Atom]], bool]
"""Whether facts still show what a witness has to show."""


def simplest(witness: Witness, demands: Sequence[Demand], vocabulary: Mapping[str, Fact], *, lifelike: bool) -> Witness:
    """A witness of the same demands with as few facts and as telling values as can be found by leaving out and trying.

    Every demand is judged by the reference meaning; the witness given must satisfy them. ``lifelike`` keeps to lives
    that do not contradict themselves.
    """
    asked = asked_of(demands)

    def serves(facts: Mapping[str, Atom]) -> bool:
        case = Profile(facts, witness.on).case(asked.values(), witness.on)
        return all(demand.holds(case) for demand in demands) and is_possible(
            facts, vocabulary, witness.on, lifelike=lifelike
        )

    facts = dict(witness.facts)
    on_the_day = witness.profile.case(asked.values(), witness.on)
    if serves(on_the_day):
        facts = on_the_day
    facts = without_idle(facts, serves)
    for name in facts:
        facts[name] = telling(name, facts, demands, vocabulary, witness.on, serves)
    order = list(asked)
    facts = dict(sorted(facts.items(), key=lambda item: order.index(item[0]) if item[0] in asked else len(order)))
    return Witness(without_idle(facts, serves), witness.on)


def simplest_change(
    change: Change,
    name: str,
    demands: Sequence[Demand],
    vocabulary: Mapping[str, Fact],
    *,
    falling: bool,
    lifelike: bool,
) -> Change:
    """A change of a fact of which the first demands hold before it and the last one after it, made simple likewise."""
    *first, last = demands
    on, asked, fact = change.before.on, asked_of(demands), vocabulary[name]

    def serves(before: Mapping[str, Atom], after: Mapping[str, Atom]) -> bool:
        cases = [Profile(facts, on).case(asked.values(), on) for facts in (before, after)]
        less, more = (after, before) if falling else (before, after)
        shown = all(demand.holds(cases[0]) for demand in first) and last.holds(cases[1])
        return (
            shown
            and is_no_more(fact, less[name], more[name])
            and all(is_possible(facts, vocabulary, on, lifelike=lifelike) for facts in (before, after))
        )

    own, other = change.before.facts[name], change.after.facts[name]
    rest = _others(change.before.facts, name)
    on_the_day = _others(change.before.profile.case(asked.values(), on), name)
    if serves({**on_the_day, name: own}, {**on_the_day, name: other}):
        rest = on_the_day
    rest = without_idle(rest, lambda facts: serves({**facts, name: own}, {**facts, name: other}))
    for one in rest:
        rest[one] = telling(
            one, rest, demands, vocabulary, on, lambda facts: serves({**facts, name: own}, {**facts, name: other})
        )
    own = telling(
        name, {**rest, name: own}, demands, vocabulary, on, lambda facts: serves(facts, {**rest, name: other})
    )
    other = telling(
        name, {**rest, name: other}, demands, vocabulary, on, lambda facts: serves({**rest, name: own}, facts)
    )
    return Change(Witness({**rest, name: own}, on), Witness({**rest, name: other}, on))


def is_no_more(fact: Fact, less: Atom, more: Atom) -> bool:
    """Whether a value is no more than another, by the order in which conditions can be monotone."""
    if fact.type is FactType.CHOICE:
        order = [value.id for value in fact.values]
        return order.index(str(less)) <= order.index(str(more))
    return less <= more  # type: ignore[operator]


def _others(facts: Mapping[str, Atom], name: str) -> dict[str, Atom]:
    return {other: value for other, value in facts.items() if other != name}


def asked_of(demands: Sequence[Demand]) -> dict[str, Fact]:
    """The facts that demands ask about, by name, in their order."""
    return {fact.name: fact for demand in demands for fact in facts_of(demand.condition)}


def telling(
    name: str,
    facts: Mapping[str, Atom],
    demands: Sequence[Demand],
    vocabulary: Mapping[str, Fact],
    on: date,
    serves: Serves,
) -> Atom:
    """The first value of a fact, in the order in which they tell most, with which the facts still serve."""
    said = [one for demand in demands for one in comparisons(demand.condition) if one.fact.name == name]
    for value in _candidates(vocabulary[name], said, facts[name], on):
        if value == facts[name] or serves({**facts, name: value}):
            return value
    return facts[name]


def is_possible(facts: Mapping[str, Atom], vocabulary: Mapping[str, Fact], on: date, *, lifelike: bool) -> bool:
    """Whether facts can be stated of somebody: nothing that follows from them is outside its fact's range.

    A ``lifelike`` one is born by now, and no day precedes the birth, no work the age of fourteen; the prover demands
    the same.
    """
    known = Profile(facts, on)
    for name in facts:
        fact = vocabulary[name]
        if fact.type is FactType.DATE:
            followed = [
                one for one in vocabulary.values() if isinstance(one.movement, Since) and one.movement.start == name
            ]
            derived = known.case(followed, on)
            if not all(_is_in_range(one, derived[one.name]) for one in followed if one.name in derived):
                return False
        if lifelike and not _fits_a_life(fact, known, vocabulary, on):
            return False
    return True


def _fits_a_life(fact: Fact, known: Profile, vocabulary: Mapping[str, Fact], on: date) -> bool:
    value, age = known.sources[fact.name], vocabulary.get(beside(fact.name, AGE))
    born = known.sources.get(beside(fact.name, BIRTH_DATE))
    if isinstance(value, date) and fact.name == beside(fact.name, BIRTH_DATE):
        return value <= on
    if isinstance(value, date) and isinstance(born, date):
        earliest = EARLIEST_WORK if fact.name == beside(fact.name, WORK_STARTED_ON) else 0
        return days.closing_number(value) >= days.number(born) + earliest * days.DAY
    if isinstance(fact.movement, Grows) and age is not None:
        old = known.case([age], on).get(age.name)
        return not isinstance(old, int) or not isinstance(value, int) or value <= max(old - EARLIEST_WORK, 0)
    return True


def without_idle(facts: dict[str, Atom], serves: Serves) -> dict[str, Atom]:
    """Leave out every fact without which the rest still serves."""
    for name in list(facts):
        rest = _others(facts, name)
        if serves(rest):
            facts = rest
    return facts


def _candidates(fact: Fact, said: Sequence[Comparison], found: Atom, on: date) -> Iterator[Atom]:
    """Values in the order in which they tell most: those that conditions name, their neighbours, the listed ones."""
    if fact.type.is_set:
        assert isinstance(found, frozenset)  # noqa: S101 - an atom of a set
        named = {str(member) for one in said for member in _members(one)}
        yield frozenset()
        yield from (frozenset({member}) for member in _in_order(fact, named | found))
        yield from (found - {member} for member in sorted(found))
        yield found
        return
    near = [atom for atom in _near(fact, said, on) if _is_in_range(fact, atom)]
    yield from sorted(near, key=lambda atom: _is_broken(fact, atom))
    if fact.type.is_listed:
        yield from (value.id for value in fact.values)


def _in_order(fact: Fact, members: set[str]) -> list[str]:
    order = [value.id for value in fact.values]
    return sorted(members, key=lambda one: (order.index(one) if one in order else len(order), one))


def _members(comparison: Comparison) -> tuple[object, ...]:
    return comparison.operand if isinstance(comparison.operand, tuple) else ()


def _near(fact: Fact, said: Sequence[Comparison], on: date) -> Iterator[Atom]:
    ends = [end for one in said if (interval := bounds(one)) for end in (interval.low, interval.high)]
    for step in (0, 1, -1):
        for end in ends:
            match end:
                case None:
                    continue
                case date():
                    yield end + timedelta(days=step)
                case float():
                    yield numbers.moved(end, step)
                case _:
                    yield end + step
    if fact.type is FactType.DATE:
        yield on


def _is_broken(fact: Fact, atom: Atom) -> bool:
    """Whether it is a duration of years and months, which says less at a glance than one of full years."""
    return fact.type is FactType.DURATION and isinstance(atom, int) and atom % 12 > 0


def _is_in_range(fact: Fact, atom: Atom) -> bool:
    low = 0 if fact.type is FactType.DURATION and fact.lowest is None else fact.lowest
    above = low is None or atom >= low  # type: ignore[operator]
    return above and (fact.highest is None or atom <= fact.highest)  # type: ignore[operator]
