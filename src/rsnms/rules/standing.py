"""Combining truths: what stands in the way of a condition, and of its contrary, from the truths of its comparisons.

Compiled conditions meet only a few distinct combinations of truths; each is settled once, here, and remembered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, fold
from rsnms.rules.explain import Literal
from rsnms.rules.truth import Truth, at_least

Obstacles = tuple[tuple[Literal, Truth], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A node's truth, what keeps it from being met, and what keeps it from being unmet."""

    truth: Truth
    to_met: Obstacles
    to_unmet: Obstacles


def standing(condition: Condition, truths: Mapping[Comparison, Truth]) -> Standing:
    """Settle a condition from the truths of its comparisons."""
    return fold(condition, _Combiner(truths))


class _Combiner:
    """The algebra of standings."""

    def __init__(self, truths: Mapping[Comparison, Truth]) -> None:
        self._truths = truths

    def comparison(self, node: Comparison) -> Standing:
        truth = self._truths[node]
        to_met = () if truth is Truth.MET else ((Literal(node), truth),)
        to_unmet = () if truth is Truth.UNMET else ((Literal(node, negated=True), truth.opposite),)
        return Standing(truth, to_met, to_unmet)

    def all(self, node: All, parts: list[Standing]) -> Standing:
        return self._counted(len(node.parts), parts)

    def any(self, node: Any, parts: list[Standing]) -> Standing:  # noqa: ARG002 - the algebra's signature
        return self._counted(1, parts)

    def at_least(self, node: AtLeast, parts: list[Standing]) -> Standing:
        return self._counted(node.count, parts)

    def negation(self, node: Not, part: Standing) -> Standing:  # noqa: ARG002 - the algebra's signature
        return Standing(part.truth.opposite, part.to_unmet, part.to_met)

    def _counted(self, count: int, parts: list[Standing]) -> Standing:
        truth = at_least(count, [part.truth for part in parts])
        to_met = () if truth is Truth.MET else tuple(chain.from_iterable(part.to_met for part in parts))
        to_unmet = () if truth is Truth.UNMET else tuple(chain.from_iterable(part.to_unmet for part in parts))
        return Standing(truth, to_met, to_unmet)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A truth with the comparisons that stand in its way, each once, in the order of the act."""

    truth: Truth
    unmet: tuple[Literal, ...] = ()
    unknown: tuple[Literal, ...] = ()

    @classmethod
    def of(cls, settled: Standing) -> "Outcome":
        """The outcome of a settled condition."""
        return cls(settled.truth, _of(Truth.UNMET, settled.to_met), _of(Truth.UNKNOWN, settled.to_met))


def _of(truth: Truth, obstacles: Obstacles) -> tuple[Literal, ...]:
    distinct: dict[object, Literal] = {}
    for literal, found in obstacles:
        if found is truth:
            distinct.setdefault((literal.comparison.key, literal.negated), literal)
    return tuple(distinct.values())
