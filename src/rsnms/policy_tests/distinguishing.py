"""What tells a mutant from the original: demands on one subject under which the two give different answers.

The demands of an element cover every difference that a case could show. Where the prover finds nobody for any of them,
the mutant means the same as the original: verdict and first ground, a rule's being required or open, what an indicator
counts, in all three truths.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rsnms.domain.fact import About
from rsnms.policy.conditions import All, Any, Comparison, Condition, Op, parts_of
from rsnms.policy.indicators import Indicator, Measure, Population, Ratio, RecordRule, Share, Tally
from rsnms.policy.model import Policy
from rsnms.policy.routes import RouteRule
from rsnms.policy.stated import Eligibility
from rsnms.policy_tests.mutants import Mutant
from rsnms.policy_tests.mutations import with_node_parts
from rsnms.policy_tests.stated_conditions import stated_in
from rsnms.rules.proof.prover import MET, NOT_MET, UNKNOWN, UNMET, Demand


@dataclass(frozen=True, slots=True)
class Distinction:
    """Of whom or what demands are made, and the demands."""

    about: About
    demands: tuple[Demand, ...]


_DIFFERENT = ((MET, NOT_MET), (UNMET, MET), (UNKNOWN, MET), (UNMET, UNKNOWN), (UNKNOWN, UNMET))
"""All ways in which two truths can differ, the most telling first."""
_INSIDE = (MET, UNKNOWN)
_OF_CHANGED = (MET, UNMET, UNKNOWN)


def distinctions(mutant: Mutant, policy: Policy) -> Iterator[Distinction]:
    """The ways in which a mutant can differ from what applies in a policy, the most telling first."""
    original = stated_in(policy, mutant.unit.section)[mutant.unit.element]
    mutated = mutant.element(original)
    match original, mutated:
        case Eligibility(), Eligibility():
            for demands in (*_different(original.condition, mutated.condition), *_grounds(original, mutated)):
                yield Distinction(original.about, demands)
        case RouteRule(), RouteRule():
            conditions = [required_when(rule, policy) for rule in (original, mutated)]
            yield from (Distinction(About.PERSON, demands) for demands in _different(*conditions))
        case Indicator(measure=before), Indicator(measure=after):
            yield from counted_differently(before, after)
        case RecordRule(where=before), RecordRule(where=after) if before is not None and after is not None:
            yield from (Distinction(original.of, demands) for demands in _different(before, after))


def required_when(rule: RouteRule, policy: Policy) -> Condition:
    """What a person has to be for a rule that has a condition: it, and whatever eligibility the rule names."""
    assert rule.when is not None  # noqa: S101 - only rules with a condition have units in one
    if rule.eligible_for is None:
        return rule.when
    return All((rule.when, policy.eligibility(rule.eligible_for).condition))


def _different(one: Condition, other: Condition) -> Iterator[tuple[Demand, ...]]:
    for before, after in _DIFFERENT:
        yield Demand(one, before), Demand(other, after)


def _grounds(original: Eligibility, mutated: Eligibility) -> Iterator[tuple[Demand, ...]]:
    """Both admit, but by different grounds; the earlier of the two is then a ground that the mutant changes."""
    pairs = list(zip(original.grounds, mutated.grounds, strict=True))
    changed = {index for index, (before, after) in enumerate(pairs) if before.when != after.when}
    for first in range(len(pairs)):
        for other in range(len(pairs)):
            if first != other and min(first, other) in changed:
                yield (*_first_met(original, first), *_first_met(mutated, other))


def _first_met(eligibility: Eligibility, index: int) -> Iterator[Demand]:
    if eligibility.gate is not None:
        yield Demand(eligibility.gate, MET)
    for number, ground in enumerate(eligibility.grounds[: index + 1]):
        if ground.when is not None:
            yield Demand(ground.when, MET if number == index else NOT_MET)


def counted_differently(before: Measure, after: Measure) -> Iterator[Distinction]:
    """The ways in which a row of one table can be counted differently by two measures of one kind."""
    match before, after:
        case Share(about=about, of=of, where=where), Share(of=other_of, where=other_where):
            for demands in _differently_counted((of, where), (other_of, other_where)):
                yield Distinction(about, demands)
        case Tally(about=about, where=where), Tally(where=other):
            yield from _populations(Population(about, where), Population(about, other))
        case Ratio(of=of, to=to), Ratio(of=other_of, to=other_to):
            yield from _populations(of, other_of)
            yield from _populations(to, other_to)


def _populations(before: Population, after: Population) -> Iterator[Distinction]:
    if before.where is not None and after.where is not None and before.where != after.where:
        yield from (Distinction(before.about, demands) for demands in _different(before.where, after.where))


Row = tuple[Condition | None, Condition]
"""By what a row is counted: whether it belongs to the population, and whether it meets the condition."""


def _differently_counted(before: Row, after: Row) -> Iterator[tuple[Demand, ...]]:
    """A row counts differently: it belongs to the population or not, or inside of it meets the condition or not."""
    (of, where), (other_of, other_where) = before, after
    if where != other_where:
        for inside in _INSIDE if of else (MET,):
            for demands in _different(where, other_where):
                belongs = [Demand(one, inside) for one in (of, other_of) if one is not None]
                yield (*belongs, *demands)
    if of is not None and other_of is not None and of != other_of:
        for met in _OF_CHANGED:
            for demands in _different(of, other_of):
                yield (*demands, Demand(where, met))


def with_fact(condition: Condition, name: str, *, value: bool) -> Condition:
    """A condition with a boolean fact set, whatever is known of it."""
    if isinstance(condition, Comparison):
        if condition.fact.name != name:
            return condition
        is_said = (condition.operand == value) == (condition.op is Op.IS)
        is_met = condition.operand if condition.op is Op.KNOWN else is_said
        either = tuple(Comparison(condition.fact, Op.KNOWN, known) for known in (True, False))
        return Any(either) if is_met else All(either)
    return with_node_parts(condition, tuple(with_fact(part, name, value=value) for part in parts_of(condition)))
