"""Whether a demand can be met at all, as far as the vocabulary's ranges and one conjunction show."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from rsnms.domain.fact import Fact, FactType
from rsnms.policy.conditions import All, Bounds, Comparison, Condition, Op, bounds


def is_possible(comparison: Comparison) -> bool:
    """Whether some value of the fact's range meets the comparison."""
    return _is_satisfiable(comparison.fact, [comparison])


def contradictory_facts(conjunction: All) -> Iterator[str]:
    """The facts on which the comparisons of a conjunction (and of conjunctions in it) exclude each other."""
    demands: dict[Fact, list[Comparison]] = defaultdict(list)
    for comparison in _demanded(conjunction):
        demands[comparison.fact].append(comparison)
    for fact, comparisons in demands.items():
        if len(comparisons) > 1 and not _is_satisfiable(fact, comparisons):
            yield fact.name


def _demanded(condition: Condition) -> Iterator[Comparison]:
    if isinstance(condition, Comparison):
        yield condition
    elif isinstance(condition, All):
        for part in condition.parts:
            yield from _demanded(part)


def _is_satisfiable(fact: Fact, demands: list[Comparison]) -> bool:
    asked = {demand.operand for demand in demands if demand.op is Op.KNOWN}
    if len(asked) == 2 or (asked == {False} and len(demands) > 1 and any(d.op is not Op.KNOWN for d in demands)):
        return False
    if fact.type.is_set:
        return _sets_agree(demands)
    if fact.type.is_ordered:
        return _interval_is_open(fact, demands)
    known: set[object] = {True, False} if fact.type is FactType.BOOLEAN else {value.id for value in fact.values}
    return _values_left(known or None, demands)


def _sets_agree(demands: list[Comparison]) -> bool:
    required = {member for demand in demands if demand.op is Op.ALL_OF for member in _members(demand)}
    barred = {member for demand in demands if demand.op is Op.NONE_OF for member in _members(demand)}
    free = all(set(_members(demand)) - barred for demand in demands if demand.op is Op.ANY_OF)
    return not required & barred and free


def _values_left(known: set[object] | None, demands: list[Comparison]) -> bool:
    allowed = known
    barred: set[object] = set()
    for demand in demands:
        match demand.op:
            case Op.IS | Op.ONE_OF:
                asked = set(_members(demand))
                allowed = asked if allowed is None else allowed & asked
            case Op.IS_NOT | Op.NONE_OF:
                barred |= set(_members(demand))
    return allowed is None or bool(allowed - barred)


def _members(demand: Comparison) -> tuple[object, ...]:
    return demand.operand if isinstance(demand.operand, tuple) else (demand.operand,)


def _interval_is_open(fact: Fact, demands: list[Comparison]) -> bool:
    """Whether the intersection of all intervals with the fact's range holds a value."""
    intervals = [Bounds(fact.lowest, fact.highest)]
    intervals += [interval for demand in demands if demand.op is not Op.IS_NOT and (interval := bounds(demand))]
    whole = fact.type in (FactType.INTEGER, FactType.DURATION)
    lows = [_closed(interval.low, interval.low_open, 1 if whole else None) for interval in intervals]
    highs = [_closed(interval.high, interval.high_open, -1 if whole else None) for interval in intervals]
    low = max((bound for bound in lows if bound is not None), default=None)
    high = min((bound for bound in highs if bound is not None), default=None, key=lambda bound: (bound[0], -bound[1]))
    if low is None or high is None:
        return True
    touching = low[0] == high[0]
    return low[0] < high[0] or (touching and not low[1] and not high[1])


def _closed(bound: int | float | date | None, is_open: bool, step: int | None) -> tuple[int | float, int] | None:
    """A bound as a number and whether it is excluded; whole numbers exclude by a step instead."""
    if bound is None:
        return None
    number = bound.toordinal() if isinstance(bound, date) else bound
    if is_open and step is not None:
        return number + step, 0
    return number, int(is_open)
