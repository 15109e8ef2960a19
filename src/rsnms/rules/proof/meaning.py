"""The algebra of proofs: a condition as two Z3 formulas, that it is met and that it is unmet; unknown is neither."""

from dataclasses import dataclass
from typing import Any as Anything

from rsnms.domain.fact import Fact, FactType
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Not, Op, bounds
from rsnms.rules.proof.symbols import Symbol, Symbols
from rsnms.rules.truth import Truth

_STEPS_OF_COUNT = 4_000
"""Parts times the number wanted of them above which a count is left to the solver, so that formulas stay small."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """When a condition is met, and when it is unmet."""

    met: Anything
    unmet: Anything


class Encoder:
    """Turns conditions into meanings over the variables of one subject."""

    def __init__(self, z3: Anything, context: Anything, symbols: Symbols) -> None:
        self._z3, self._context, self._symbols = z3, context, symbols

    def comparison(self, node: Comparison) -> Meaning:
        """A comparison is met or unmet where the fact is known; whether it is known is never unknown."""
        z3, symbol = self._z3, self._symbols.of(node.fact)
        if node.op is Op.KNOWN:
            met = symbol.known if node.operand else z3.Not(symbol.known)
            return Meaning(met, z3.Not(met))
        holds = self._holds(node, symbol)
        return Meaning(z3.And(symbol.known, holds), z3.And(symbol.known, z3.Not(holds)))

    def all(self, node: All, parts: list[Meaning]) -> Meaning:  # noqa: ARG002 - the algebra's signature
        """Met where every part is, unmet where one is."""
        return Meaning(
            self._z3.And(*(part.met for part in parts)),
            self._z3.Or(*(part.unmet for part in parts)),
        )

    def any(self, node: Any, parts: list[Meaning]) -> Meaning:  # noqa: ARG002 - the algebra's signature
        """Met where one part is, unmet where every one is."""
        return Meaning(
            self._z3.Or(*(part.met for part in parts)),
            self._z3.And(*(part.unmet for part in parts)),
        )

    def negation(self, node: Not, part: Meaning) -> Meaning:  # noqa: ARG002 - the algebra's signature
        """Met where the part is unmet."""
        return Meaning(part.unmet, part.met)

    def at_least(self, node: AtLeast, parts: list[Meaning]) -> Meaning:
        """Unmet as soon as too many parts are."""
        too_many = len(parts) - node.count + 1
        meaning = Meaning(
            self._count([part.met for part in parts], node.count),
            self._count([part.unmet for part in parts], too_many),
        )
        # This follows, but to find it out again in every question is the hardest that a solver can be asked.
        self._symbols.laws.append(self._z3.Not(self._z3.And(meaning.met, meaning.unmet)))
        return meaning

    def _count(self, parts: list[Anything], count: int) -> Anything:
        """That so many of the parts hold.

        Counted part by part: what two counts have in common is then found in steps, not by trying all choices.
        """
        z3 = self._z3
        if len(parts) * count > _STEPS_OF_COUNT:
            return z3.PbGe([(part, 1) for part in parts], count)
        reached = [z3.BoolVal(True, self._context)]
        for number, part in enumerate(parts, 1):
            more = [z3.And(part, fewer) for fewer in reached]
            kept = [z3.Or(without, one) for without, one in zip(reached[1:], more, strict=False)]
            reached = [reached[0], *kept, *more[len(kept) : number]][: count + 1]
        return reached[count]

    def _holds(self, node: Comparison, symbol: Symbol) -> Anything:
        z3, fact, value = self._z3, node.fact, symbol.value
        interval = bounds(node)
        if interval is not None:
            low, high = self._end(symbol, fact, interval.low), self._end(symbol, fact, interval.high)
            above = [] if low is None else [value > low if interval.low_open else value >= low]
            below = [] if high is None else [value < high if interval.high_open else value <= high]
            inside = z3.And(*above, *below)
            return z3.Not(inside) if node.op is Op.IS_NOT else inside
        if fact.type.is_set:
            return self._among_sets(node, value)
        if node.op in (Op.ONE_OF, Op.NONE_OF):
            among = z3.Or(*(value == self._symbols.atom(fact, one) for one in node.operand))  # type: ignore[union-attr,arg-type]
            return among if node.op is Op.ONE_OF else z3.Not(among)
        same = value == self._symbols.atom(fact, node.operand)  # type: ignore[arg-type]
        return same if node.op is Op.IS else z3.Not(same)

    def _among_sets(self, node: Comparison, value: dict[str, Anything]) -> Anything:
        nothing = self._z3.BoolVal(False, self._context)
        listed = [value.get(str(member), nothing) for member in node.operand]  # type: ignore[union-attr]
        match node.op:
            case Op.ALL_OF:
                return self._z3.And(*listed)
            case Op.ANY_OF:
                return self._z3.Or(*listed)
        return self._z3.Not(self._z3.Or(*listed))

    def _end(self, symbol: Symbol, fact: Fact, bound: Anything) -> Anything:
        if bound is None:
            return None
        if fact.type is FactType.NUMBER:
            self._symbols.set_apart(symbol.value, bound)
        return self._symbols.atom(fact, bound)


def formula(z3: Anything, meaning: Meaning, truths: frozenset[Truth]) -> Anything:
    """That a condition has one of these truths."""
    unknown = z3.And(z3.Not(meaning.met), z3.Not(meaning.unmet))
    said = {Truth.MET: meaning.met, Truth.UNMET: meaning.unmet, Truth.UNKNOWN: unknown}
    ordered = sorted(truths, key=lambda truth: truth.value)
    match ordered:
        case [Truth.UNMET, Truth.UNKNOWN]:
            return z3.Not(meaning.met)
        case [Truth.UNKNOWN, Truth.MET]:
            return z3.Not(meaning.unmet)
    return z3.Or(*(said[truth] for truth in ordered))
