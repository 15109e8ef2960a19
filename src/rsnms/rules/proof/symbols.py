"""Somebody nobody knows yet: for every fact a Z3 variable for its value and one for whether it is known.

The variables stand for what is *stated* of a subject on one day. What follows from it (the age from the date of birth,
the category that still holds) is computed here exactly as :mod:`rsnms.rules.derivations` does for a real subject; the
two are held together by properties.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any as Anything

from rsnms.domain.fact import Atom, Fact, FactType, Happened, Holds, Overlap, Since
from rsnms.domain.fact_values import MAX_INTEGER
from rsnms.rules.proof import days, numbers

_OTHER_TEXT = "другое"


def _other_than(texts: tuple[str, ...]) -> str:
    """A text that stands for every one that no condition names."""
    other = _OTHER_TEXT
    while other in texts:
        other += "+"
    return other


@dataclass(frozen=True, slots=True)
class Symbol:
    """A fact's value on the day, and whether it is known; a set is a mapping from its possible members."""

    known: Anything
    value: Anything


class Symbols:
    """The variables of one subject; ``texts`` are those that conditions name.

    With ``beside`` it is the same subject, but that the fact ``changed`` may have another value.
    """

    def __init__(
        self,
        z3: Anything,
        context: Anything,
        vocabulary: Mapping[str, Fact],
        on: date,
        texts: tuple[str, ...],
        beside: "Symbols | None" = None,
        changed: str = "",
    ) -> None:
        self._z3, self._context = z3, context
        self.vocabulary = dict(vocabulary)
        self._on, self._texts = on, (*texts, _other_than(texts))
        self._beside, self._changed = beside, changed
        self._stated: dict[str, Symbol] = {}
        self._derived: dict[str, Symbol] = {}
        self.laws: list[Anything] = []
        """What holds of every value that a fact can have; grows with the facts that are asked for."""
        self.lived: set[str] = set()
        """The facts whose place in a life has been told to the solver."""

    @property
    def stated(self) -> Mapping[str, Symbol]:
        """The variables made so far, those shared with the subject beside included."""
        return self._stated

    def known_as(self, fact: Fact) -> Fact:
        """The fact as the vocabulary has it, which may list more values than a condition's own."""
        return self.vocabulary.setdefault(fact.name, fact)

    def of(self, fact: Fact) -> Symbol:
        """The fact's value on the day, derived from what is stated where it follows from other facts."""
        if fact.name not in self._derived:
            self._derived[fact.name] = self._derive(self.known_as(fact))
        return self._derived[fact.name]

    def members(self, fact: Fact) -> tuple[str, ...]:
        """The values that a listed fact or a text can take here, in the order of their numbers."""
        if fact.type.is_listed:
            return tuple(value.id for value in self.known_as(fact).values)
        return self._texts

    def atom(self, fact: Fact, atom: Atom) -> Anything:
        """An atom as a Z3 value that compares with the fact's; of a text or listed value its number."""
        match fact.type:
            case FactType.DATE:
                return days.number(atom)  # type: ignore[arg-type]
            case FactType.NUMBER:
                return self._real(numbers.exactly(atom))  # type: ignore[arg-type]
            case FactType.CHOICE | FactType.TEXT:
                members = self.members(fact)
                return members.index(str(atom)) if atom in members else -1
        return atom

    def set_apart(self, value: Anything, number: float) -> None:
        """Let a number's value keep out of the gaps beside a number that a condition names."""
        beside = numbers.neighbours(number)
        if beside is not None:
            below, own, above = map(self._real, (beside[0], numbers.exactly(number), beside[1]))
            self.laws.append(self._z3.Or(value <= below, value == own, value >= above))

    def _real(self, number: Decimal) -> Anything:
        return self._z3.RealVal(f"{number:f}", self._context)

    def _derive(self, fact: Fact) -> Symbol:
        z3 = self._z3
        match fact.movement:
            case Since(start=start):
                stated, first = self.state(fact), self._day(start)
                if first is None:
                    return stated
                months = (days.closing_number(self._on) - first.value) / days.DAY
                begun = first.value <= days.number(self._on)
                known = z3.If(first.known, begun, stated.known)
                self._bound(fact, known, value := z3.If(first.known, months, stated.value))
                return Symbol(known, value)
            case Holds() as holds:
                return self._held(fact, holds)
            case Happened(on=name):
                stated, day = self.state(fact), self._day(name)
                if day is None:
                    return stated
                happened = day.value <= days.number(self._on)
                return Symbol(z3.Or(stated.known, day.known), z3.If(day.known, happened, stated.value))
            case Overlap(first=one, second=other) if one in self.vocabulary and other in self.vocabulary:
                return self._shared(fact, self.vocabulary[one], self.vocabulary[other])
        return self.state(fact)

    def _held(self, fact: Fact, holds: Holds) -> Symbol:
        """A value from its first day to its last, and ``then`` afterwards."""
        z3, on = self._z3, days.number(self._on)
        stated, start, until = self.state(fact), self._day(holds.start), self._day(holds.until)
        known, over = stated.known, z3.BoolVal(False, self._context)
        if start is not None:
            known = z3.And(known, z3.Or(z3.Not(start.known), start.value <= on))
            if holds.term is not None:
                ends = start.value / days.DAY + holds.term
                limited = z3.And(start.known, ends >= 12, ends < 120_000)
                if holds.term_before is not None:
                    limited = z3.And(limited, start.value < days.number(holds.term_before))
                over = z3.And(limited, start.value + holds.term * days.DAY < on)
        if until is not None:
            over = z3.If(until.known, until.value < on, over)
        if holds.then is None:
            return Symbol(z3.And(known, z3.Not(over)), stated.value)
        then = self._z3_value(fact, holds.then)
        if isinstance(stated.value, dict):
            return Symbol(known, {one: z3.If(over, then[one], has) for one, has in stated.value.items()})
        return Symbol(known, z3.If(over, then, stated.value))

    def _z3_value(self, fact: Fact, atom: Atom) -> Anything:
        if fact.type.is_set:
            return {member: self._z3.BoolVal(member in atom, self._context) for member in self.members(fact)}  # type: ignore[operator]
        if fact.type is FactType.BOOLEAN:
            return self._z3.BoolVal(atom, self._context)
        if fact.type is FactType.NUMBER:
            return self.atom(fact, atom)
        return self._z3.IntVal(self.atom(fact, atom), self._context)

    def _shared(self, fact: Fact, one: Fact, other: Fact) -> Symbol:
        z3 = self._z3
        stated, first, second = self.state(fact), self.state(one), self.state(other)
        possible = [member for member in first.value if member in second.value]
        shared = z3.Or(*(z3.And(first.value[it], second.value[it]) for it in possible)) if possible else False
        known = z3.Or(stated.known, z3.And(first.known, second.known))
        return Symbol(known, z3.If(stated.known, stated.value, shared))

    def _day(self, name: str | None) -> Symbol | None:
        fact = self.vocabulary.get(name) if name else None
        return self.state(fact) if fact is not None and fact.type is FactType.DATE else None

    def state(self, fact: Fact) -> Symbol:
        """What is stated of the fact, whatever follows from other facts."""
        if fact.name not in self._stated:
            if self._beside is not None and fact.name != self._changed:
                self._stated[fact.name] = self._beside.state(fact)
            else:
                suffix = "'" if self._beside else ""
                known = self._z3.Bool(f"{fact.name}{suffix}?", self._context)
                symbol = self._stated[fact.name] = Symbol(known, self._variable(fact, suffix))
                self._bound(fact, known, symbol.value)
                for counted in self._counted_from(fact):
                    self.of(counted)
        return self._stated[fact.name]

    def _counted_from(self, day: Fact) -> list[Fact]:
        """The durations counted from a day: they keep to their ranges even where nobody asks about them."""
        followed = (fact for fact in self.vocabulary.values() if isinstance(fact.movement, Since))
        return [fact for fact in followed if fact.movement == Since(day.name)]

    def _variable(self, fact: Fact, suffix: str) -> Anything:
        z3, name, context = self._z3, f"{fact.name}{suffix}", self._context
        match fact.type:
            case FactType.BOOLEAN:
                return z3.Bool(name, context)
            case FactType.NUMBER:
                return z3.Real(name, context)
            case FactType.CHOICES | FactType.TEXTS:
                return {member: z3.Bool(f"{name}∋{member}", context) for member in self.members(fact)}
        return z3.Int(name, context)

    def _bound(self, fact: Fact, known: Anything, value: Anything) -> None:
        """Keep a value to those that the fact can have."""
        z3 = self._z3
        lowest, highest = fact.lowest, fact.highest
        match fact.type:
            case FactType.CHOICE | FactType.TEXT:
                self.laws.append(z3.And(value >= 0, value < len(self.members(fact))))
            case FactType.DURATION if lowest is None:
                lowest = 0
            case FactType.INTEGER | FactType.NUMBER:
                lowest = -MAX_INTEGER if lowest is None else lowest
                highest = MAX_INTEGER if highest is None else highest
            case FactType.DATE:
                self.laws.append(days.exists(z3, value))
        if fact.type.is_ordered:
            if lowest is not None:
                self.laws.append(z3.Implies(known, value >= self.atom(fact, lowest)))
            if highest is not None:
                self.laws.append(z3.Implies(known, value <= self.atom(fact, highest)))
