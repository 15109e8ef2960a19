"""Judging: an eligibility compiled into a function from a case to verdict, ground and reasons."""

from collections import OrderedDict
from dataclasses import dataclass
from enum import StrEnum

from rsnms.domain.fact import Fact
from rsnms.policy.conditions import facts_of
from rsnms.policy.stated import Eligibility, Ground
from rsnms.rules.compile import Compiled, Truths
from rsnms.rules.explain import Case, Literal
from rsnms.rules.standing import Outcome, standing
from rsnms.rules.truth import Truth


class Verdict(StrEnum):
    """What a decision comes to."""

    ELIGIBLE = "eligible"
    INELIGIBLE = "ineligible"
    UNDETERMINED = "undetermined"


_VERDICTS = {
    Truth.MET: Verdict.ELIGIBLE,
    Truth.UNMET: Verdict.INELIGIBLE,
    Truth.UNKNOWN: Verdict.UNDETERMINED,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, the ground that gives it, and the comparisons that stand in the way of being eligible."""

    verdict: Verdict
    ground: Ground | None
    unmet: tuple[Literal, ...]
    unknown: tuple[Literal, ...]


class Judge:
    """Judges cases under one eligibility, in about a microsecond each."""

    def __init__(self, eligibility: Eligibility) -> None:
        self.eligibility = eligibility
        self.condition = eligibility.condition
        self.facts: tuple[Fact, ...] = facts_of(self.condition)
        self.judge = Compiled(self.condition, self._conclude).settle

    def __call__(self, case: Case) -> Judgement:
        """Judge one case."""
        return self.judge(case)

    def _conclude(self, truths: Truths) -> Judgement:
        outcome = Outcome.of(standing(self.condition, truths))
        ground = self._first_met(truths) if outcome.truth is Truth.MET else None
        return Judgement(_VERDICTS[outcome.truth], ground, outcome.unmet, outcome.unknown)

    def _first_met(self, truths: Truths) -> Ground | None:
        for ground in self.eligibility.grounds:
            if ground.when is not None and standing(ground.when, truths).truth is Truth.MET:
                return ground
        return None


_JUDGES: OrderedDict[int, Judge] = OrderedDict()
_KEPT = 512


def judge_of(eligibility: Eligibility) -> Judge:
    """The judge of an eligibility, compiled once and kept as long as few others are asked for."""
    judge = _JUDGES.get(id(eligibility))
    if judge is None or judge.eligibility is not eligibility:
        judge = _JUDGES[id(eligibility)] = Judge(eligibility)
        if len(_JUDGES) > _KEPT:
            _JUDGES.popitem(last=False)
    return judge
