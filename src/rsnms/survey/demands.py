"""What two eligibilities ask, compared by fact and operator: what both ask, what only one asks, where operands differ.

Not only the comparisons count but also who is asked: everybody (the gate), or those who come by a ground.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, fold, shown_operand
from rsnms.policy.stated import Eligibility, Ground
from rsnms.rules.explain import Literal
from rsnms.survey.matched import Point, Said, Status, in_order

DEMAND, GROUND, COMBINATION = "demand", "ground", "combination"
"""Names of points."""


def eligibility_points(one: Eligibility | None, other: Eligibility | None) -> tuple[Point, ...]:
    """Compare two eligibilities point by point; ``None`` is a policy that has none."""
    points = (*_grounds(one, other), *_demands(one, other))
    if one and other and all(point.status is Status.BOTH for point in points):
        points += _combination(one, other)
    return points


def _grounds(one: Eligibility | None, other: Eligibility | None) -> Iterator[Point]:
    """The grounds by id, with the modality of each."""
    sides = [{ground.id: _standing(side, ground) for ground in side.grounds} if side else {} for side in (one, other)]
    for id_ in in_order(*sides):
        yield Point(GROUND, id_, *((side[id_],) if id_ in side else () for side in sides))


def _standing(eligibility: Eligibility, ground: Ground) -> Said:
    return Said(str(ground.modality or ""), ground, ground.clause or eligibility.clause)


def _demands(one: Eligibility | None, other: Eligibility | None) -> Iterator[Point]:
    sides = [demands(side) if side else {} for side in (one, other)]
    for about in in_order(*sides):
        yield Point(DEMAND, about, *(tuple(side.get(about, ())) for side in sides))


def demands(eligibility: Eligibility) -> dict[str, list[Said]]:
    """What an eligibility asks, by fact and operator ("category is"), each demand once for each place that asks it."""
    asked: dict[str, list[Said]] = defaultdict(list)
    for ground in (None, *eligibility.grounds):
        for literal in _literals(ground.when if ground else eligibility.gate):
            listed = asked[f"{literal.comparison.fact.name} {literal.comparison.op}"]
            said = _said(literal, ground)
            if said not in listed:
                listed.append(said)
    return asked


def _said(literal: Literal, ground: Ground | None) -> Said:
    operand = shown_operand(literal.comparison.operand)
    text = f"not {operand}" if literal.negated else operand
    place = (ground.id, ground.modality) if ground else (None, None)
    return Said(text, literal, literal.comparison.clause, *place)


def _literals(condition: Condition | None, *, negated: bool = False) -> Iterator[Literal]:
    """The comparisons of a condition, those under an odd number of negations as their contraries."""
    match condition:
        case None:
            return
        case Comparison():
            yield Literal(condition, negated)
        case Not(part=part):
            yield from _literals(part, negated=not negated)
        case _:
            for part in condition.parts:
                yield from _literals(part, negated=negated)


def _combination(one: Eligibility, other: Eligibility) -> tuple[Point, ...]:
    """How the conditions are combined, where that alone tells the eligibilities apart."""
    said = [Said(_combined(side), side, side.clause) for side in (one, other)]
    return () if said[0].text == said[1].text else (Point(COMBINATION, None, (said[0],), (said[1],)),)


def _combined(eligibility: Eligibility) -> str:
    """How the conditions are combined, whatever their order, grouping and titles."""
    gate = [("gate", eligibility.gate)] if eligibility.gate else []
    places = [*gate, *((ground.id, ground.when) for ground in eligibility.grounds if ground.when)]
    return "; ".join(f"{place}: {fold(condition, _Shapes()).text}" for place, condition in places)


@dataclass(frozen=True, slots=True)
class _Shape:
    """A condition apart from the order and the grouping of its parts."""

    text: str
    join: str = ""
    parts: frozenset[str] = frozenset()


class _Shapes:
    """The algebra of shapes."""

    def comparison(self, node: Comparison) -> _Shape:
        return _Shape(str(node))

    def all(self, _: All, parts: list[_Shape]) -> _Shape:
        return _joined("and", parts)

    def any(self, _: Any, parts: list[_Shape]) -> _Shape:
        return _joined("or", parts)

    def negation(self, _: Not, part: _Shape) -> _Shape:
        return _Shape(f"not ({part.text})")

    def at_least(self, node: AtLeast, parts: list[_Shape]) -> _Shape:
        if node.count in (1, len(parts)):
            return _joined("or" if node.count == 1 else "and", parts)
        return _Shape(f"{node.count} of ({', '.join(sorted(part.text for part in parts))})")


def _joined(join: str, parts: list[_Shape]) -> _Shape:
    opened = frozenset(text for part in parts for text in (part.parts if part.join == join else {part.text}))
    if len(opened) == 1:
        return _Shape(next(iter(opened)))
    return _Shape(f"({f' {join} '.join(sorted(opened))})", join, opened)
