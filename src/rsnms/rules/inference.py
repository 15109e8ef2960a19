"""Conditions as rules of the inference engine: what concludes that one is met, and what concludes that it is unmet.

A condition means two formulas without negation: one holds when the condition is met, its dual when it is certainly
unmet, neither while it is unknown. "At least 5 years or a tutor" is met by ``experience ≥ 60`` or ``roles has tutor =
1`` and unmet by ``experience < 60`` and ``roles has tutor ≠ 1``; an unknown fact satisfies none of the four.

A conjunction of comparisons becomes one pattern, a disjunction a rule for each of its parts, "N of these" a rule that
waits for N of them; what stands deeper is concluded first, as a part, by rules of its own. So the number of rules
grows with the size of a condition and with nothing else, however it is nested and however many ways make it true.
"""

import hashlib
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rsnms.domain.fact import Atom, Fact, FactType
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, Op, bounds, fold
from rsnms.rules import production
from rsnms.rules.engine import MAX_TEXT, RuleBook
from rsnms.rules.explain import Case
from rsnms.rules.production import Constraint, Pattern, Relation
from rsnms.rules.truth import Truth

_CASE = "case"
_PART = "part"
_MET, _UNMET = production.Fact("met"), production.Fact("unmet")
_TRUTHS = {_MET: Truth.MET, _UNMET: Truth.UNMET}


class Inference:
    """A condition ready to be decided for many cases by the inference engine; threads may share one.

    Raises:
        RuleBookError: the condition asks more than the engine holds (its bounds stand in the engine's module).
    """

    def __init__(self, condition: Condition) -> None:
        inferrer = _Inferrer()
        meaning = fold(condition, inferrer)
        rules = _Rules()
        rules.conclude(_MET, meaning.met)
        rules.conclude(_UNMET, meaning.unmet)
        self._fields = tuple(inferrer.fields.items())
        self._book = RuleBook(rules.written)

    def truth(self, case: Case) -> Truth:
        """Let the engine conclude the truth of the condition for one case."""
        read = ((name, field.read(case.get(field.fact.name))) for name, field in self._fields)
        known = tuple((name, value) for name, value in read if value is not None)
        concluded = (conclusion.fact for conclusion in self._book.infer([production.Fact(_CASE, known)]))
        return next((_TRUTHS[fact] for fact in concluded if fact in _TRUTHS), Truth.UNKNOWN)


@dataclass(frozen=True, slots=True)
class _Need:
    """So many of the parts must hold."""

    count: int
    parts: tuple["_Formula", ...]

    @property
    def is_every(self) -> bool:
        return self.count == len(self.parts)


_Formula = Constraint | _Need


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What makes a condition met and what makes it certainly unmet."""

    met: _Formula
    unmet: _Formula

    @property
    def opposite(self) -> "_Meaning":
        return _Meaning(self.unmet, self.met)


def _counted(count: int, parts: Sequence[_Meaning]) -> _Meaning:
    """At least ``count`` parts met; unmet as soon as too few parts are left to be met."""
    if len(parts) == 1:
        return parts[0]
    return _Meaning(
        _Need(count, tuple(part.met for part in parts)),
        _Need(len(parts) - count + 1, tuple(part.unmet for part in parts)),
    )


class _Inferrer:
    """The algebra of inference; it notes the fields that its formulas ask for."""

    def __init__(self) -> None:
        self.fields: dict[str, _Field] = {}

    def comparison(self, node: Comparison) -> _Meaning:
        asked = list(_asked(node))
        self.fields |= {field.name: field for field, _, _ in asked}
        constraints = [Constraint(field.name, relation, value) for field, relation, value in asked]
        literals = [_Meaning(constraint, constraint.opposite) for constraint in constraints]
        meaning = _counted(1 if node.op in (Op.ONE_OF, Op.ANY_OF, Op.NONE_OF) else len(literals), literals)
        return meaning.opposite if node.op in (Op.IS_NOT, Op.NONE_OF) else meaning

    def all(self, node: All, parts: list[_Meaning]) -> _Meaning:  # noqa: ARG002 - the parts say it all
        return _counted(len(parts), parts)

    def any(self, node: Any, parts: list[_Meaning]) -> _Meaning:  # noqa: ARG002 - the parts say it all
        return _counted(1, parts)

    def negation(self, node: Not, part: _Meaning) -> _Meaning:  # noqa: ARG002 - the part says it all
        return part.opposite

    def at_least(self, node: AtLeast, parts: list[_Meaning]) -> _Meaning:
        return _counted(node.count, parts)


@dataclass(frozen=True, slots=True)
class _Field:
    """What the engine is told about a fact: its value, whether it is known, or whether a set has a member."""

    fact: Fact
    known: bool = False
    member: object = None

    @property
    def name(self) -> str:
        if self.known:
            return f"{self.fact.name} known"
        return self.fact.name if self.member is None else f"{self.fact.name} has {self.member}"

    def read(self, atom: Atom | None) -> production.Value | None:
        """The field's value for a fact's atom, ``None`` where there is nothing to tell."""
        if self.known:
            return int(atom is not None)
        if isinstance(atom, frozenset):
            return int(self.member in atom)
        return None if atom is None else _plain(self.fact.type, atom)


def _asked(node: Comparison) -> Iterator[tuple[_Field, Relation, production.Value]]:
    """The constraints of which a comparison asks one or all, before a negation that its operator contains."""
    interval = bounds(node)
    field = _Field(node.fact)
    listed = node.operand if isinstance(node.operand, tuple) else (node.operand,)
    if interval is not None:
        if interval.low is not None:
            relation = Relation.MORE_THAN if interval.low_open else Relation.AT_LEAST
            yield field, relation, _plain(node.fact.type, interval.low)
        if interval.high is not None:
            relation = Relation.LESS_THAN if interval.high_open else Relation.AT_MOST
            yield field, relation, _plain(node.fact.type, interval.high)
    elif node.op is Op.KNOWN:
        yield _Field(node.fact, known=True), Relation.IS, int(node.operand is True)
    elif node.fact.type.is_set:
        for member in listed:
            yield _Field(node.fact, member=member), Relation.IS, 1
    else:
        for value in listed:
            yield field, Relation.IS, _plain(node.fact.type, value)


def _plain(type_: FactType, atom: object) -> production.Value:
    """An atom as the engine takes it, so that equal atoms stay equal and ordered ones ordered."""
    match atom:
        case date():
            return atom.toordinal()
        case bool():
            return int(atom)
        case str() if len(atom) > MAX_TEXT:
            return hashlib.sha256(atom.encode("utf-8", "surrogatepass")).hexdigest()
        case int() | float() if type_ is FactType.NUMBER:
            return _ordered_bits(float(atom))
        case int() | str():
            return atom
    raise TypeError(f"{atom!r} is no atom of a {type_}")


def _ordered_bits(number: float) -> int:
    """The whole number in whose place a float stands among all floats."""
    bits: int = struct.unpack(">q", struct.pack(">d", number))[0]
    return bits if bits >= 0 else -(bits & (2**63 - 1))


class _Rules:
    """Rules that conclude formulas from the case and from parts concluded before."""

    def __init__(self) -> None:
        self.written: list[production.Rule] = []
        self._groups = 0

    def conclude(self, conclusion: production.Fact, formula: _Formula) -> None:
        """Write the rules that conclude a fact where a formula holds."""
        if isinstance(formula, Constraint):
            self._write(conclusion, [Pattern(_CASE, (formula,))])
        elif formula.count == 1:
            for part in formula.parts:
                self.conclude(conclusion, part)
        elif formula.is_every:
            self._join(conclusion, list(_conjuncts(formula)))
        else:
            self._write(conclusion, [self._parts(formula.parts)], formula.count)

    def _join(self, conclusion: production.Fact, conjuncts: list[_Formula]) -> None:
        constraints = tuple(conjunct for conjunct in conjuncts if isinstance(conjunct, Constraint))
        deeper = [conjunct for conjunct in conjuncts if not isinstance(conjunct, Constraint)]
        if len(deeper) >= production.MAX_PREMISES:
            self._write(conclusion, [self._parts(conjuncts)], len(conjuncts))
        else:
            patterns = [Pattern(_CASE, constraints)] if constraints else []
            self._write(conclusion, patterns + [self._parts([conjunct]) for conjunct in deeper])

    def _parts(self, formulas: Sequence[_Formula]) -> Pattern:
        """Conclude each formula as a part of a new group, and match the parts of that group."""
        self._groups += 1
        group = self._groups
        for number, formula in enumerate(formulas):
            self.conclude(production.Fact(_PART, (("group", group), ("number", number))), formula)
        return Pattern(_PART, (Constraint("group", Relation.IS, group),))

    def _write(self, conclusion: production.Fact, when: list[Pattern], count: int = 1) -> None:
        name = " ".join([conclusion.kind, *(str(value) for _, value in conclusion.values)])
        self.written.append(production.Rule(name, tuple(when), lambda _: (conclusion,), count))


def _conjuncts(need: _Need) -> Iterator[_Formula]:
    for part in need.parts:
        if isinstance(part, _Need) and part.is_every:
            yield from _conjuncts(part)
        else:
            yield part
