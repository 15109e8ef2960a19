"""The reference meaning of conditions: plain Python that keeps, for every node, its truth and its reasons.

The other interpretations are held to this one by property tests. For the condition "category is highest and
(experience at least 5 years or tutor)" and a tutor of the first category with unknown experience::

    All: unmet
    ├─ category is highest: unmet, found first
    └─ Any: met
       ├─ experience at least 5 years: unknown
       └─ roles any of tutor: met, found tutor

Only the category stands in the way: the unknown experience belongs to a part that is met without it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rsnms.domain.fact import Atom
from rsnms.policy.conditions import (
    All,
    Any,
    AtLeast,
    Comparison,
    Condition,
    Not,
    Op,
    bounds,
    fold,
)
from rsnms.rules.truth import Truth, at_least

Case = Mapping[str, Atom]
"""The known facts of one subject on one day, as atoms by name; an absent name is an unknown fact."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A comparison, or its contrary where it stands under an odd number of negations."""

    comparison: Comparison
    negated: bool = False

    def __str__(self) -> str:
        return f"not ({self.comparison})" if self.negated else str(self.comparison)


@dataclass(frozen=True, slots=True)
class Explanation:
    """The truth of a node, what was found where it is a comparison, and the explanations of its parts."""

    node: Condition
    truth: Truth
    parts: tuple["Explanation", ...] = ()
    found: Atom | None = None

    def in_the_way(self, *, negated: bool = False) -> Iterator[tuple[Literal, Truth, Atom | None]]:
        """The comparisons that keep this node from being met, from left to right.

        A part that is met hides what is unmet or unknown inside it, because nothing depends on that any more.
        """
        truth = self.truth.opposite if negated else self.truth
        if truth is Truth.MET:
            return
        if isinstance(self.node, Comparison):
            yield Literal(self.node, negated), truth, self.found
        below = negated != isinstance(self.node, Not)
        for part in self.parts:
            yield from part.in_the_way(negated=below)


def explain(condition: Condition, case: Case) -> Explanation:
    """Evaluate a condition for one case and keep every reason."""
    return fold(condition, _Explainer(case))


class _Explainer:
    """The algebra of explanations."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def comparison(self, node: Comparison) -> Explanation:
        found = self._case.get(node.fact.name)
        return Explanation(node, compare(node, found), found=found)

    def all(self, node: All, parts: list[Explanation]) -> Explanation:
        return Explanation(node, at_least(len(parts), _truths(parts)), tuple(parts))

    def any(self, node: Any, parts: list[Explanation]) -> Explanation:
        return Explanation(node, at_least(1, _truths(parts)), tuple(parts))

    def negation(self, node: Not, part: Explanation) -> Explanation:
        return Explanation(node, part.truth.opposite, (part,))

    def at_least(self, node: AtLeast, parts: list[Explanation]) -> Explanation:
        return Explanation(node, at_least(node.count, _truths(parts)), tuple(parts))


def _truths(parts: list[Explanation]) -> list[Truth]:
    return [part.truth for part in parts]


def compare(node: Comparison, found: Atom | None) -> Truth:
    """The truth of a comparison for the atom found, ``None`` where the fact is not known."""
    if node.op is Op.KNOWN:
        return Truth.of((found is not None) == node.operand)
    return Truth.UNKNOWN if found is None else Truth.of(_holds(node, found))


def _holds(node: Comparison, found: Atom) -> bool:
    interval = bounds(node)
    if interval is not None:
        low, high = interval.low, interval.high
        above = low is None or (found > low if interval.low_open else found >= low)  # type: ignore[operator]
        below = high is None or (found < high if interval.high_open else found <= high)  # type: ignore[operator]
        return (above and below) != (node.op is Op.IS_NOT)
    operand = node.operand
    if isinstance(found, frozenset):
        members = frozenset(operand)  # type: ignore[arg-type]
        match node.op:
            case Op.ANY_OF:
                return not found.isdisjoint(members)
            case Op.ALL_OF:
                return found >= members
            case Op.NONE_OF:
                return found.isdisjoint(members)
    match node.op:
        case Op.IS:
            return found == operand
        case Op.IS_NOT:
            return found != operand
        case Op.ONE_OF:
            return found in operand  # type: ignore[operator]
        case Op.NONE_OF:
            return found not in operand  # type: ignore[operator]
    raise ValueError(f"{node.op} does not apply to {node.fact.type}")
