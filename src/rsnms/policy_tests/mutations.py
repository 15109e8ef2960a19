"""Mutations (мутации) of conditions: the smallest slips of a pen that would change whom a condition admits.

A mutated comparison keeps its fact unknown where it was unknown. So a case notices that a comparison is never or always
met only if the comparison has decided something in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from rsnms.domain.fact import Atom, FactType
from rsnms.domain.span import Span
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, Op, Operand, bounds, parts_of
from rsnms.policy.feasibility import is_possible
from rsnms.policy.workspace import Steps


class Kind(StrEnum):
    """What a mutation does."""

    LOWER = "lower"
    """A bound is one unit lower: a year where it was stated in years, else a month; a day; one; the last decimal."""
    HIGHER = "higher"
    WITHOUT = "without"
    """One of the values listed is left out."""
    NEVER = "never-met"
    ALWAYS = "always-met"
    SWAPPED = "swapped"
    """Any instead of all, or all instead of any."""
    EDGE = "edge"
    """A bound of a fact with decimals belongs to the other side; of all others a unit more or less says the same."""
    FEWER = "fewer"
    """One part less has to be met."""
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Mutation:
    """A change of one comparison or of one node."""

    kind: Kind
    end: int = 0
    """The number of the bound in an operand with two, or of the value left out."""

    def of(self, node: Condition) -> Condition:
        """What takes the place of the comparison or node that it was made for."""
        match node, self.kind:
            case Comparison(), Kind.NEVER:
                return All((node, Not(node)))
            case Comparison(), Kind.ALWAYS:
                return Any((node, Not(node)))
            case Comparison(operand=tuple(members)), Kind.WITHOUT:
                return replace(node, operand=(*members[: self.end], *members[self.end + 1 :]))
            case Comparison(), Kind.LOWER | Kind.HIGHER:
                moved = moved_operand(node, self.end, -1 if self.kind is Kind.LOWER else 1)
                return node if moved is None else replace(node, operand=moved)
            case Comparison(), Kind.EDGE:
                return _beyond_edge(node, self.end)
            case All(parts, title), Kind.SWAPPED:
                return Any(parts, title)
            case Any(parts, title), Kind.SWAPPED:
                return All(parts, title)
            case AtLeast(count, parts, title), Kind.FEWER | Kind.MORE:
                return AtLeast(count + (1 if self.kind is Kind.MORE else -1), parts, title)
        raise ValueError(f"{self.kind} does not apply to {node}")


def mutations_of(node: Condition) -> Iterator[Mutation]:
    """The mutations of a comparison, or of a node by itself; a negation has none, for those of its part suffice."""
    match node:
        case Comparison():
            yield from _of_comparison(node)
        case All() | Any() if len(node.parts) > 1:
            yield Mutation(Kind.SWAPPED)
        case AtLeast():
            if node.count > 1:
                yield Mutation(Kind.FEWER)
            if node.count < len(node.parts):
                yield Mutation(Kind.MORE)


def _of_comparison(node: Comparison) -> Iterator[Mutation]:
    if bounds(node) is not None:
        for end in range(len(node.operand) if isinstance(node.operand, tuple) else 1):
            for kind in (Kind.LOWER, Kind.HIGHER):
                moved = Mutation(kind, end).of(node)
                if isinstance(moved, Comparison) and moved != node and is_possible(moved):
                    yield Mutation(kind, end)
            if node.fact.type is FactType.NUMBER and node.op in (*_OTHER_SIDE, Op.BETWEEN):
                yield Mutation(Kind.EDGE, end)
    elif isinstance(node.operand, tuple) and len(node.operand) > 1:
        yield from (Mutation(Kind.WITHOUT, index) for index in range(len(node.operand)))
    yield Mutation(Kind.NEVER)
    yield Mutation(Kind.ALWAYS)


_OTHER_SIDE = {
    Op.AT_LEAST: Op.MORE_THAN,
    Op.MORE_THAN: Op.AT_LEAST,
    Op.AT_MOST: Op.LESS_THAN,
    Op.LESS_THAN: Op.AT_MOST,
}


def _beyond_edge(node: Comparison, end: int) -> Condition:
    """The comparison with the value at one of its bounds judged the other way."""
    if not isinstance(node.operand, tuple):
        return replace(node, op=_OTHER_SIDE[node.op])
    low, high = node.operand
    ends = [replace(node, op=Op.AT_LEAST, operand=low), replace(node, op=Op.AT_MOST, operand=high)]
    return All(tuple(_beyond_edge(one, 0) if number == end else one for number, one in enumerate(ends)))


def moved_operand(comparison: Comparison, end: int, step: int) -> Operand | None:
    """The operand with one of its bounds moved by a unit; ``None`` where there is nothing beyond it."""
    operand = comparison.operand
    if not isinstance(operand, tuple):
        return _moved(operand, step, comparison.fact.type)
    moved = _moved(operand[end], step, comparison.fact.type)
    changed = (*operand[:end], moved, *operand[end + 1 :])
    in_order = moved is not None and changed[0] <= changed[1]  # type: ignore[operator]
    return changed if in_order else None  # type: ignore[return-value]


def _moved(bound: Atom | Span, step: int, type_: FactType) -> Atom | Span | None:
    match bound:
        case Span(months, whole_years):
            months += step * (12 if whole_years else 1)
            return Span(months, whole_years) if months >= 0 else None
        case date():
            on_the_edge = date.max if step > 0 else date.min
            return None if bound == on_the_edge else bound + timedelta(days=step)
        case int() if type_ is FactType.INTEGER:
            return bound + step
        case int() | float():
            return moved_number(bound, step)
    return None


def moved_number(bound: float, step: int) -> float:
    """A number moved by so many units of its last decimal, with no digits that are not written."""
    exact = Decimal(repr(bound))
    if exact == exact.to_integral_value():
        return float(exact + step)
    return float(exact + step * Decimal(1).scaleb(int(exact.as_tuple().exponent)))


def nodes_of(condition: Condition, steps: Steps = ()) -> Iterator[tuple[Steps, Condition]]:
    """Every node and comparison of a condition with the way to it, from the root down."""
    yield steps, condition
    for index, part in enumerate(parts_of(condition)):
        yield from nodes_of(part, (*steps, index))


def mutated_at(condition: Condition, steps: Steps, mutation: Mutation) -> Condition:
    """The condition with the node at the end of a way mutated."""
    if not steps:
        return mutation.of(condition)
    parts = tuple(
        mutated_at(part, steps[1:], mutation) if index == steps[0] else part
        for index, part in enumerate(parts_of(condition))
    )
    return with_node_parts(condition, parts)


def mutated_alike(condition: Condition, key: tuple[str, Op, Operand], mutation: Mutation) -> Condition:
    """The condition with every comparison of one key mutated."""
    if isinstance(condition, Comparison):
        return mutation.of(condition) if condition.key == key else condition
    return with_node_parts(condition, tuple(mutated_alike(part, key, mutation) for part in parts_of(condition)))


def with_node_parts(condition: Condition, parts: tuple[Condition, ...]) -> Condition:
    """The same node over other parts; a comparison has none."""
    match condition:
        case Not():
            return replace(condition, part=parts[0])
        case All() | Any() | AtLeast():
            return replace(condition, parts=parts)
    return condition
