"""When two bound values say the same: whatever the order of parts, of listed names, and of things that have ids.

Named criteria stand in conditions with what they mean, so that a condition is the same however it is written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any as Anything

from pydantic import BaseModel

from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, fold, parts_of, shown_operand

CONDITIONS = (Comparison, All, Any, Not, AtLeast)


def same(one: object, other: object) -> bool:
    """Whether two values say the same."""
    return one is other or canonical(one) == canonical(other)


def asks_the_same(one: Condition, other: Condition) -> bool:
    """Whether two conditions ask the same of the same facts, whatever clauses they cite."""
    return one is other or fold(one, _Shapes(clauses=False)) == fold(other, _Shapes(clauses=False))


def parting(one: Condition, other: Condition) -> tuple[Condition | None, Condition | None]:
    """What only one of two conditions asks, where both are groups of one kind; else the conditions themselves.

    ``None`` where one asks nothing that the other does not.
    """
    if not (isinstance(one, All | Any) and type(one) is type(other)):
        return one, other
    sides = [{repr(canonical(part)): part for part in parts_of(side)} for side in (one, other)]
    rests = [tuple(part for key, part in side.items() if key not in sides[1 - at]) for at, side in enumerate(sides)]
    if len(rests[0]) == len(rests[1]) == 1:
        return parting(rests[0][0], rests[1][0])
    first, second = (rest[0] if len(rest) == 1 else type(one)(rest) if rest else None for rest in rests)
    return first, second


def canonical(value: object) -> object:
    """A value that is equal for values that say the same."""
    if isinstance(value, CONDITIONS):
        return fold(value, _Shapes(clauses=True))
    if isinstance(value, Mapping):
        return ("mapping", sorted(((key, canonical(item)) for key, item in value.items()), key=repr))
    if isinstance(value, tuple | list | set | frozenset):
        return ("listed", sorted((canonical(item) for item in value), key=repr))
    if is_dataclass(value) or isinstance(value, BaseModel):
        return (type(value).__name__, [(name, canonical(item)) for name, item in stated(value)])
    return (type(value).__name__, value)


def stated(value: object) -> Iterator[tuple[str, Anything]]:
    """What a value is made of, by name."""
    names = type(value).model_fields if isinstance(value, BaseModel) else [one.name for one in fields(value)]  # type: ignore[arg-type]
    for name in names:
        yield name, getattr(value, name)


Shape = tuple[object, ...]


class _Shapes:
    """The algebra of shapes: parts in one order, groups inside groups of the same kind opened."""

    def __init__(self, *, clauses: bool) -> None:
        self._clauses = clauses

    def comparison(self, node: Comparison) -> Shape:
        clause = node.clause if self._clauses else None
        return ("comparison", node.fact.name, str(node.op), shown_operand(node.operand), clause)

    def all(self, _: All, parts: list[Shape]) -> Shape:
        return _joined("all", parts)

    def any(self, _: Any, parts: list[Shape]) -> Shape:
        return _joined("any", parts)

    def negation(self, _: Not, part: Shape) -> Shape:
        return ("not", part)

    def at_least(self, node: AtLeast, parts: list[Shape]) -> Shape:
        if node.count in (1, len(parts)):
            return _joined("any" if node.count == 1 and len(parts) > 1 else "all", parts)
        return ("at least", node.count, *sorted(parts, key=repr))


def _joined(join: str, parts: list[Shape]) -> Shape:
    if len(parts) == 1:
        return parts[0]
    opened = [inner for part in parts for inner in (part[1:] if part[0] == join else (part,))]
    return (join, *sorted(opened, key=repr))


def written(condition: Condition) -> str:
    """A condition as policy files write it, on one line; criteria are written out."""
    return fold(condition, _Written())


class _Written:
    """The algebra of policy text."""

    def comparison(self, node: Comparison) -> str:
        clause = f', clause: "{node.clause}"' if node.clause else ""
        return f"{{fact: {node.fact.name}, {node.op}: {shown_operand(node.operand)}{clause}}}"

    def all(self, _: All, parts: list[str]) -> str:
        return f"{{all: [{', '.join(parts)}]}}"

    def any(self, _: Any, parts: list[str]) -> str:
        return f"{{any: [{', '.join(parts)}]}}"

    def negation(self, _: Not, part: str) -> str:
        return f"{{not: {part}}}"

    def at_least(self, node: AtLeast, parts: list[str]) -> str:
        return f"{{at_least: {node.count}, of: [{', '.join(parts)}]}}"
