"""What to ask next: the unknown fact whose answer settles most."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, product
from math import prod

from rsnms.domain.fact import Atom, Fact, FactType
from rsnms.policy.conditions import Comparison, Op, bounds, comparisons
from rsnms.policy.stated import Eligibility
from rsnms.rules.explain import Explanation, compare, explain
from rsnms.rules.judge import Judge, judge_of
from rsnms.rules.truth import Truth

_SETS = 1024
"""Sets of members tried as answers; an act that tells more of them apart is asked about member by member."""


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """An unknown fact, and how many of its essentially different answers settle the verdict."""

    fact: Fact
    settling: int
    answers: int

    @property
    def share(self) -> float:
        """The share of answers that settle the verdict."""
        return self.settling / self.answers


def next_questions(eligibility: Eligibility, case: Mapping[str, Atom]) -> tuple[NextQuestion, ...]:
    """The unknown facts on which the verdict still depends, the most settling first.

    Of those that settle as much, the one comes first that leaves the fewest to ask, then the one the act names first.
    """
    judge = judge_of(eligibility)
    rated = [_rated(fact, judge, case) for fact in _open(explain(judge.condition, case)).values()]
    return tuple(question for question, _ in sorted(rated, key=lambda pair: (-pair[0].share, pair[1])))


def _open(explanation: Explanation) -> dict[str, Fact]:
    """The facts that can still decide a node, by name: what lies in a part that is settled already cannot."""
    if explanation.truth is not Truth.UNKNOWN:
        return {}
    if isinstance(explanation.node, Comparison):
        return {explanation.node.fact.name: explanation.node.fact}
    return {name: fact for part in explanation.parts for name, fact in _open(part).items()}


def _rated(fact: Fact, judge: Judge, case: Mapping[str, Atom]) -> tuple[NextQuestion, float]:
    """The question, and the mean number of facts left to ask after its answers."""
    explained = [explain(judge.condition, {**case, fact.name: answer}) for answer in answers(fact, judge)]
    settling = sum(explanation.truth is not Truth.UNKNOWN for explanation in explained)
    left = sum(len(_open(explanation)) for explanation in explained) / len(explained)
    return NextQuestion(fact, settling, len(explained)), left


def answers(fact: Fact, judge: Judge) -> tuple[Atom, ...]:
    """One answer for every way in which an answer can matter to the condition."""
    asked = [comparison for comparison in comparisons(judge.condition) if comparison.fact.name == fact.name]
    distinct: dict[tuple[Truth, ...], Atom] = {}
    for answer in possible(fact, asked):
        distinct.setdefault(tuple(compare(comparison, answer) for comparison in asked), answer)
    return tuple(distinct.values())


def possible(fact: Fact, asked: list[Comparison]) -> Iterator[Atom]:
    """Values of a fact among which there is one for every truth that the comparisons asked can have together."""
    match fact.type:
        case FactType.BOOLEAN:
            yield from (True, False)
        case FactType.CHOICE:
            yield from (value.id for value in fact.values)
        case FactType.CHOICES | FactType.TEXTS:
            yield from _sets(asked)
        case FactType.TEXT:
            yield from sorted({member for comparison in asked for member in _members(comparison)})
            yield "…"
        case _:
            yield from _amounts(fact, asked)


def _members(comparison: Comparison) -> frozenset[str]:
    operand = comparison.operand if isinstance(comparison.operand, tuple) else (comparison.operand,)
    return frozenset(member for member in operand if isinstance(member, str))


def _sets(asked: list[Comparison]) -> Iterator[frozenset[str]]:
    """Of members that the same comparisons name, it matters whether there is none, one, or (to "all of") every one."""
    alike: dict[tuple[bool, ...], set[str]] = {}
    for member in sorted(frozenset().union(*(_members(comparison) for comparison in asked))):
        alike.setdefault(tuple(member in _members(comparison) for comparison in asked), set()).add(member)
    choices = []
    for named, members in alike.items():
        of_all = any(comparison.op is Op.ALL_OF for comparison, here in zip(asked, named, strict=True) if here)
        chosen = [(), (min(members),), sorted(members) if of_all else ()]
        choices.append(list(dict.fromkeys(map(frozenset[str], chosen))))
    if prod(map(len, choices)) <= _SETS:
        yield from (frozenset().union(*chosen) for chosen in product(*choices))
    else:
        yield from (chosen for choice in choices for chosen in choice)
        yield frozenset().union(*alike.values())


def _amounts(fact: Fact, asked: list[Comparison]) -> Iterator[int | float | date]:
    """Values at all bounds, then at the ends of the fact's range, beside all of them, and between."""
    bounded = [interval for comparison in asked if (interval := bounds(comparison))]
    named = {end for interval in bounded for end in (interval.low, interval.high) if end is not None}
    named |= {member for comparison in asked for member in _numbers(comparison)}
    ends = [end for end in (fact.lowest, fact.highest) if end is not None]
    points = [*sorted(named), *ends]
    between = pairwise(sorted(points)) if fact.type is FactType.NUMBER else ()
    middles = [(low + high) / 2 for low, high in between]  # type: ignore[operator]
    for value in (*points, *(beside for point in points for beside in _beside(point)), *middles):
        if _within(fact, value):
            yield value


def _numbers(comparison: Comparison) -> Iterator[int]:
    if comparison.op in (Op.ONE_OF, Op.NONE_OF) and isinstance(comparison.operand, tuple):
        yield from (member for member in comparison.operand if isinstance(member, int))


def _beside(point: int | float | date) -> Iterator[int | float | date]:
    if not isinstance(point, date):
        yield from (point - 1, point + 1)
    elif date.min < point < date.max:
        yield from (point - timedelta(days=1), point + timedelta(days=1))


def _within(fact: Fact, value: int | float | date) -> bool:
    low = 0 if fact.lowest is None and fact.type is FactType.DURATION else fact.lowest
    return (low is None or value >= low) and (fact.highest is None or value <= fact.highest)  # type: ignore[operator]
