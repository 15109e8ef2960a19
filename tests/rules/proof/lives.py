"""Lives for the tests of proofs: a vocabulary in which every movement occurs, and people near the thresholds."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import product

from hypothesis import strategies as st

from imaginary import LEVELS, ROLES
from imaginary import VOCABULARY as IMAGINARY
from rsnms.domain import Fact, FactType, FactValue, Text
from rsnms.domain.calendar import add_months
from rsnms.domain.fact import About, Atom, Holds, Movement, Overlap, Since
from rsnms.policy.conditions import Comparison, Condition, Op, bounds, comparisons
from rsnms.policy.model import vocabulary_about
from rsnms.rules.derivations import value_on
from rsnms.testing.condition_trees import draw_atom, draw_condition
from rsnms.testing.drawing import day_between, integer, pick, subset

ON = date(2024, 2, 29)
"""A leap day and the last of its month."""
DAYS = (date(2024, 2, 29), date(2024, 1, 31), date(2023, 2, 28), date(2024, 3, 1), date(2024, 1, 1), date(2023, 11, 30))


def _fact(name: str, type_: FactType, values: Iterable[str] = (), movement: Movement | None = None, **more) -> Fact:
    listed = tuple(FactValue(value, Text(value)) for value in values)
    return Fact(name, type_, Text(name), values=listed, movement=movement, **more)


VOCABULARY = {
    **IMAGINARY,
    **{
        fact.name: fact
        for fact in (
            _fact("licence", FactType.CHOICE, LEVELS, Holds("decided_on", "until")),
            _fact("traits", FactType.CHOICES, ROLES, Holds("started_on", "until", frozenset({"tutor"}))),
            _fact("listed", FactType.BOOLEAN, (), Holds("decided_on", None, False, 12)),
            _fact("rank", FactType.NUMBER, (), Holds(None, "until", 1.5)),
            _fact("score", FactType.NUMBER, lowest=0.0, highest=100.0),
            _fact("place", FactType.TEXT),
            _fact("subjects", FactType.TEXTS),
            _fact("needs", FactType.TEXTS),
            _fact("fits", FactType.BOOLEAN, (), Overlap("subjects", "needs")),
        )
    },
}
PAIR = vocabulary_about(
    {
        **VOCABULARY,
        "pass_on": _fact("pass_on", FactType.BOOLEAN, (), Overlap("mentor.roles", "mentee.roles"), about=About.PAIR),
    },
    About.PAIR,
)


def draw_asked(draw: st.DrawFn, vocabulary: Mapping[str, Fact], depth: int = 3) -> Condition:
    """A condition about one to four facts, those that follow from others among them."""
    names = {pick(draw, list(vocabulary)) for _ in range(draw(integer(1, 4)))}
    return draw_condition(draw, [vocabulary[name] for name in sorted(names)], True, depth)


def draw_sources(draw: st.DrawFn, condition: Condition, vocabulary: Mapping[str, Fact], on: date) -> dict[str, Atom]:
    """What is stated of somebody, of the facts from which the asked ones follow."""
    stated = {fact.name: fact for asked in comparisons(condition) for fact in sources_of(asked.fact, vocabulary)}
    known = subset(draw, list(stated.values()))
    return {fact.name: _draw_atom(draw, fact, condition, vocabulary, on) for fact in known}


def _draw_atom(draw: st.DrawFn, fact: Fact, condition: Condition, vocabulary: Mapping[str, Fact], on: date) -> Atom:
    near = cell_values(fact, condition, vocabulary, on)
    if fact.type is FactType.DATE and draw(integer(0, 2)) == 2:
        return day_between(draw, date(1985, 1, 1), date(2027, 1, 1))
    if fact.lowest is not None:
        return pick(draw, [atom for atom in (*near, 0.0, 50.0) if fact.lowest <= atom <= fact.highest])
    return draw_atom(draw, fact, near)


def sources_of(fact: Fact, vocabulary: Mapping[str, Fact]) -> tuple[Fact, ...]:
    """The facts whose statements decide the value of a fact, itself the first."""
    match fact.movement:
        case Since(start=start):
            names = (start,)
        case Holds(start=start, until=until):
            names = (start, until)
        case Overlap(first=first, second=second):
            names = (first, second)
        case None:
            names = ()
        case movement:
            names = (getattr(movement, "on", None),)
    return (fact, *(vocabulary[name] for name in names if name is not None))


def cell_values(fact: Fact, condition: Condition, vocabulary: Mapping[str, Fact], on: date) -> tuple[Atom, ...]:
    """Values of a fact on both sides of everything that a condition can tell apart: one of every kind at least."""
    asked = list(comparisons(condition))
    own = [one for one in asked if one.fact.name == fact.name]
    match fact.type:
        case FactType.BOOLEAN:
            return (False, True)
        case FactType.CHOICE:
            return tuple(value.id for value in fact.values)
        case FactType.TEXT:
            return (*_words(own), "ничьё")
        case FactType.CHOICES | FactType.TEXTS:
            words = [value.id for value in fact.values] or [
                *_words(one for one in asked if one.fact.type is FactType.TEXTS),
                "ничьё",
            ]
            return tuple(
                frozenset(w for i, w in enumerate(words) if chosen >> i & 1) for chosen in range(2 ** len(words))
            )
        case FactType.DATE:
            return _days(fact, asked, vocabulary, on)
    step = 0.0005 if fact.type is FactType.NUMBER else 1
    ends = [end for one in own for end in _ends(one)] or [0]
    around = {end + side * step for end in ends for side in (-1, 0, 1)}
    low = 0 if fact.type is FactType.DURATION else fact.lowest
    around |= {end for end in (low, fact.highest) if end is not None}
    return tuple(
        sorted(end for end in around if (low is None or end >= low) and (fact.highest is None or end <= fact.highest))
    )


def _ends(comparison: Comparison) -> list[Atom]:
    interval = bounds(comparison)
    if interval is not None:
        return [end for end in (interval.low, interval.high) if end is not None]
    return list(comparison.operand) if isinstance(comparison.operand, tuple) else []


def _words(asked: Iterable[Comparison]) -> list[str]:
    named = [
        one.operand if isinstance(one.operand, tuple) else (one.operand,) for one in asked if one.op is not Op.KNOWN
    ]
    return sorted({word for operand in named for word in operand if isinstance(word, str)})


def _days(fact: Fact, asked: list[Comparison], vocabulary: Mapping[str, Fact], on: date) -> tuple[date, ...]:
    """Days around those on which something turns: the day asked about, terms, and full months back from it."""
    turns = {on, date(2023, 9, 1), *(end for one in asked if one.fact.name == fact.name for end in _ends(one))}
    for one in asked:
        if fact in sources_of(one.fact, vocabulary):
            if isinstance(one.fact.movement, Since):
                turns |= {add_months(on, -months) for end in _ends(one) for months in (end, end + 1) if months < 1400}
            elif isinstance(one.fact.movement, Holds) and one.fact.movement.term:
                turns.add(add_months(on, -one.fact.movement.term))
    return tuple(sorted({turn + timedelta(days=step) for turn in turns for step in range(-3, 4)}))


def atoms_of(fact: Fact, condition: Condition, vocabulary: Mapping[str, Fact], on: date) -> set[Atom | None]:
    """Every value that a fact can have on a day, as far as a condition tells them apart; ``None`` is unknown."""
    sources = sources_of(fact, vocabulary)
    choices = [(None, *cell_values(source, condition, vocabulary, on)) for source in sources]
    names = [source.name for source in sources]
    found = set()
    for values in product(*choices):
        stated = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        found.add(value_on(fact, stated, on, on))
    return found
