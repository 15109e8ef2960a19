"""What to ask next: the unknown fact whose answer settles most."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rsnms.domain.fact import Atom, Fact, FactType
from rsnms.policy.conditions import Comparison, bounds, comparisons
from rsnms.policy.model import Eligibility
from rsnms.rules.explain import compare
from rsnms.rules.judge import Judge, Verdict, judge_of
from rsnms.rules.truth import Truth


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
    """The unknown facts on which the verdict still depends, the most settling first; ties keep the act's order."""
    judge = judge_of(eligibility)
    judgement = judge(case)
    facts = {literal.comparison.fact.name: literal.comparison.fact for literal in judgement.unknown}
    if judgement.verdict is not Verdict.UNDETERMINED:
        return ()
    rated = [_rated(fact, judge, case) for fact in facts.values()]
    return tuple(question for question, _ in sorted(rated, key=lambda pair: (-pair[0].share, pair[1])))


def _rated(fact: Fact, judge: Judge, case: Mapping[str, Atom]) -> tuple[NextQuestion, float]:
    """The question, and the mean number of facts left unknown after its answers."""
    judgements = [judge({**case, fact.name: answer}) for answer in answers(fact, judge)]
    settling = sum(judgement.verdict is not Verdict.UNDETERMINED for judgement in judgements)
    left = sum(len(judgement.unknown) for judgement in judgements) / len(judgements)
    return NextQuestion(fact, settling, len(judgements)), left


def answers(fact: Fact, judge: Judge) -> tuple[Atom, ...]:
    """One answer for every way in which an answer can matter to the condition."""
    asked = [comparison for comparison in comparisons(judge.condition) if comparison.fact.name == fact.name]
    distinct: dict[tuple[Truth, ...], Atom] = {}
    for answer in _possible(fact, asked):
        distinct.setdefault(tuple(compare(comparison, answer) for comparison in asked), answer)
    return tuple(distinct.values())


def _possible(fact: Fact, asked: list[Comparison]) -> Iterator[Atom]:
    named = sorted({member for comparison in asked for member in _named(comparison)})
    match fact.type:
        case FactType.BOOLEAN:
            yield from (True, False)
        case FactType.CHOICE:
            yield from (value.id for value in fact.values)
        case FactType.CHOICES | FactType.TEXTS:
            yield frozenset()
            yield from (frozenset((member,)) for member in named)
            yield frozenset(named)
        case FactType.TEXT:
            yield from named
            yield "…"
        case _:
            yield from _around(fact, asked)


def _named(comparison: Comparison) -> tuple[str, ...]:
    operand = comparison.operand if isinstance(comparison.operand, tuple) else (comparison.operand,)
    return tuple(member for member in operand if isinstance(member, str))


def _around(fact: Fact, asked: list[Comparison]) -> Iterator[Atom]:
    """Values below, at and above every bound, within the fact's range."""
    for comparison in asked:
        interval = bounds(comparison)
        for bound in (interval.low, interval.high) if interval else ():
            if bound is None:
                continue
            step = timedelta(days=1) if isinstance(bound, date) else 1
            for value in (bound - step, bound, bound + step):  # type: ignore[operator]
                if _within(fact, value):
                    yield value


def _within(fact: Fact, value: Atom) -> bool:
    low, high = fact.lowest, fact.highest
    return (low is None or value >= low) and (high is None or value <= high)  # type: ignore[operator]
