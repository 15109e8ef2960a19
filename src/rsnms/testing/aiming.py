"""Values of facts at which a policy's conditions turn: at every bound, one unit to either side, listed or not.

What follows from a day (an age, an experience, a category with its term, a diagnostics passed) is also stated by days,
so that it turns on the day of the question, the day before or the day after.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rsnms.domain.calendar import add_months
from rsnms.domain.experience import Experience, Period, WorkedExperience
from rsnms.domain.fact import Atom, BadValueError, Fact, FactType, Grows, Happened, Holds, Since
from rsnms.domain.span import Span
from rsnms.policy.conditions import Comparison, bounds
from rsnms.rules.derivations import value_on

Stated = Mapping[str, Any]
"""What is said of a subject, by fact, as :func:`rsnms.decide` takes it."""
_DAY = timedelta(days=1)
_STEPS = (0, -1, 1)
_THOUSANDTH = 0.001
_OTHER = "другое"
"""A free text that no act names."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A way to state one fact, and the atom that it has by that on the day of the question."""

    stated: Stated
    atom: Atom


def aims(
    fact: Fact, asked: Sequence[Comparison], vocabulary: Mapping[str, Fact], on: date, *, by_days: bool = True
) -> tuple[Aim, ...]:
    """The ways to state a fact at which comparisons of it turn on a day, the plainest first.

    Every value that the comparisons name is there, every bound with one unit to either side (a whole number, a month,
    a day, a thousandth), every listed value, and a value that none of them names. ``by_days`` also states the days
    from which the fact follows.
    """
    plain = [value for atom in dict.fromkeys(_atoms(fact, asked)) if (value := _value(fact, atom)) is not None]
    ways: list[Stated] = [{fact.name: value} for value in plain]
    if by_days:
        ways += _by_days(fact, asked, vocabulary, on)
    found: list[Aim] = []
    for stated in ways:
        atom = _atom(fact, stated, vocabulary, on)
        if atom is not None:
            found.append(Aim(stated, atom))
    return tuple(found)


def _atom(fact: Fact, stated: Stated, vocabulary: Mapping[str, Fact], on: date) -> Atom | None:
    sources = {name: _source(vocabulary[name], value) for name, value in stated.items()}
    return value_on(fact, sources, on, on)


def _source(fact: Fact, value: Any) -> Atom | Experience:
    return value if isinstance(value, WorkedExperience) else fact.atom(value)


def _value(fact: Fact, atom: Atom) -> Any:
    """What Python says for an atom; ``None`` where the fact's range leaves it out."""
    value = Span(atom) if fact.type is FactType.DURATION and isinstance(atom, int) and atom >= 0 else atom
    try:
        fact.atom(value)
    except BadValueError:
        return None
    return value


def _atoms(fact: Fact, asked: Sequence[Comparison]) -> Iterator[Atom]:
    match fact.type:
        case FactType.BOOLEAN:
            yield from (True, False)
        case FactType.CHOICE:
            yield from [*_named(asked), *(value.id for value in fact.values)]
        case FactType.TEXT:
            yield from [*_named(asked), _OTHER]
        case FactType.CHOICES | FactType.TEXTS:
            yield from _sets(fact, asked)
        case _:
            yield from _amounts(fact, asked)


def _named(asked: Sequence[Comparison]) -> list[str]:
    """The words that comparisons name, in the order in which they do."""
    words = (one.operand if isinstance(one.operand, tuple) else (one.operand,) for one in asked)
    return list(dict.fromkeys(word for named in words for word in named if isinstance(word, str)))


def _sets(fact: Fact, asked: Sequence[Comparison]) -> Iterator[frozenset[str]]:
    """None, each member alone, all that one comparison names, all but one of them, and all there are."""
    yield frozenset()
    others = [value.id for value in fact.values] or [_OTHER]
    everything = [*_named(asked), *(one for one in others if one not in _named(asked))]
    yield from (frozenset((member,)) for member in everything)
    for one in asked:
        named = _named([one])
        yield frozenset(named)
        yield from (frozenset(named) - {member} for member in named)
    yield frozenset(everything)


def _amounts(fact: Fact, asked: Sequence[Comparison]) -> Iterator[Atom]:
    turns = list(turning_atoms(asked))
    turns += [end for end in (fact.lowest, fact.highest) if end is not None]
    for step in _STEPS:
        for turn in turns:
            yield turn + step * _DAY if isinstance(turn, date) else turn + step
    if fact.type is FactType.NUMBER:
        yield from (round(turn + side * _THOUSANDTH, 6) for turn in turns for side in (-1, 1))  # type: ignore[operator]


def turning_atoms(asked: Sequence[Comparison]) -> Iterator[int | float | date]:
    """The bounds of comparisons, as atoms that the comparisons still take where they are closed."""
    for comparison in asked:
        interval = bounds(comparison)
        if interval is not None:
            yield from (end for end in (interval.low, interval.high) if end is not None)
        elif isinstance(comparison.operand, tuple):
            yield from (number for number in comparison.operand if isinstance(number, int))


def _by_days(fact: Fact, asked: Sequence[Comparison], vocabulary: Mapping[str, Fact], on: date) -> Iterator[Stated]:
    """The days from which a fact follows, set so that it turns around a day."""
    around = [on + step * _DAY for step in _STEPS]
    match fact.movement:
        case Since(start=start) if start in vocabulary:
            for day in _begun(asked, around):
                if _value(vocabulary[start], day) is not None:
                    yield {start: day}
        case Grows():
            # The last day of work counts whole, so that months are full a day earlier than by the calendar.
            for day in _begun(asked, [day + _DAY for day in around]):
                yield {fact.name: WorkedExperience(periods=(Period(start=day),))}
        case Happened(on=day_fact) if day_fact in vocabulary:
            yield from ({day_fact: day} for day in around)
        case Holds(start=start, until=until, term=term):
            values = _named(asked) or [value.id for value in fact.values]
            for value in values:
                if start is not None and start in vocabulary:
                    expiring = [add_months(on, -term) + step * _DAY for step in _STEPS] if term else []
                    yield from ({fact.name: value, start: day} for day in (*around, *expiring))
                if until is not None and until in vocabulary:
                    yield from ({fact.name: value, until: day} for day in around)


def _begun(asked: Sequence[Comparison], around: Sequence[date]) -> Iterator[date]:
    """The days since which as many full months as a bound names are over on one of some days."""
    months = {turn for turn in turning_atoms(asked) if isinstance(turn, int) and 0 <= turn <= 1200}
    for month in sorted(months | {turn + 1 for turn in months}):
        yield from (add_months(day, -month) for day in around)
