"""Whether a demand can be met at all, as far as the vocabulary's ranges and one conjunction show."""

import math
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from rsnms.domain.fact import Fact, FactType
from rsnms.policy.conditions import All, Bounds, Comparison, Condition, Op, bounds


def is_possible(comparison: Comparison) -> bool:
    """Whether some value of the fact's range meets the comparison."""
    return _is_satisfiable(comparison.fact, [comparison])


def contradictory_facts(conjunction: All) -> Iterator[str]:
    """The facts on which the parts of a conjunction exclude each other, though each part by itself can be met."""
    within = {name for part in conjunction.parts if isinstance(part, All) for name in _contradicted(part)}
    for name in _contradicted(conjunction):
        if name not in within:
            yield name


def _contradicted(conjunction: All) -> Iterator[str]:
    demands: dict[Fact, list[Comparison]] = defaultdict(list)
    for comparison in _demanded(conjunction):
        demands[comparison.fact].append(comparison)
    for fact, comparisons in demands.items():
        if all(map(is_possible, comparisons)) and not _is_satisfiable(fact, comparisons):
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
        return _something_between(fact, demands)
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


def _something_between(fact: Fact, demands: list[Comparison]) -> bool:
    """Whether a value of the fact's range lies in every interval demanded and in none barred."""
    lowest = 0 if fact.lowest is None and fact.type is FactType.DURATION else fact.lowest
    intervals = [Bounds(lowest, fact.highest)]
    barred: list[tuple[float, float]] = []
    listed: set[object] | None = None
    for demand in demands:
        interval = bounds(demand)
        match demand.op:
            case Op.IS_NOT if interval:
                barred.append((_number(interval.low), _number(interval.high)))
            case Op.NONE_OF:
                barred += [(_number(member), _number(member)) for member in _members(demand)]
            case Op.ONE_OF:
                listed = set(_members(demand)) if listed is None else listed & set(_members(demand))
            case _ if interval:
                intervals.append(interval)
    step = 0 if fact.type is FactType.NUMBER else 1
    low = max((_low(interval, step) for interval in intervals), default=(-math.inf, False))
    high = min((_high(interval, step) for interval in intervals), default=(math.inf, True))
    if listed is not None:
        return any(_is_within(_number(member), low, high, barred) for member in listed)
    if low[0] < high[0] and not step:
        return True  # barred points leave gaps only
    return _is_within(low[0], low, high, barred) or any(_is_within(end + step, low, high, barred) for _, end in barred)


_End = tuple[float, bool]
"""An end of an interval, and whether it is excluded at the bottom, included at the top: so that ends compare."""


def _low(interval: Bounds, step: int) -> _End:
    if interval.low is None:
        return -math.inf, False
    return (
        (_number(interval.low) + step, False)
        if interval.low_open and step
        else (_number(interval.low), interval.low_open)
    )


def _high(interval: Bounds, step: int) -> _End:
    if interval.high is None:
        return math.inf, True
    is_open = interval.high_open
    return (_number(interval.high) - step, True) if is_open and step else (_number(interval.high), not is_open)


def _is_within(number: float, low: _End, high: _End, barred: list[tuple[float, float]]) -> bool:
    above = number >= low[0] and not (number == low[0] and low[1])
    below = number <= high[0] and (number != high[0] or high[1])
    return above and below and not any(start <= number <= end for start, end in barred)


def _number(value: object) -> float:
    """A value of an ordered fact as a number; days are counted."""
    return value.toordinal() if isinstance(value, date) else value  # type: ignore[return-value]
