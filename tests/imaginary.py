"""Imaginary jurisdictions: a small vocabulary in which every kind of fact moves, and random eligibilities over it.

Everything happens around 2024, so that days on which something changes are met often, month ends among them.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from types import MappingProxyType

from hypothesis import strategies as st

from rsnms.domain import (
    Fact,
    FactType,
    FactValue,
    Level,
    Modality,
    Span,
    Text,
)
from rsnms.domain.experience import Experience
from rsnms.domain.fact import Grows, Happened, Holds, Movement, Overlap, Since
from rsnms.policy.conditions import OPS_OF_TYPE, All, Any, AtLeast, Comparison, Condition, Not, Op
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy.stated import Eligibility, Ground
from rsnms.rules.profile import Profile, profile_of
from rsnms.testing.drawing import days
from rsnms.testing.educators_at_work import experiences as experiences_of

ASKED = "active"
ON = date(2024, 1, 1)


def _fact(name: str, type_: FactType, values: Iterable[str] = (), *, effort: int = 0, movement: Movement | None = None):
    """A fact; one with an ``effort`` can be changed by acting."""
    listed = tuple(FactValue(value, Text(value)) for value in values)
    names_value = "" if type_ is FactType.BOOLEAN else ": {value}"
    action = Text(name + names_value) if effort else None
    return Fact(name, type_, Text(name), values=listed, action=action, effort=effort or 1, movement=movement)


LEVELS = ("none", "first", "highest")
ROLES = ("tutor", "mentor", "expert")
TERM_BEFORE = date(2023, 9, 1)

VOCABULARY = {
    fact.name: fact
    for fact in (
        _fact("birth_date", FactType.DATE),
        _fact("age", FactType.DURATION, movement=Since("birth_date")),
        _fact("started_on", FactType.DATE),
        _fact("years", FactType.DURATION, movement=Since("started_on")),
        _fact("stay", FactType.DURATION, movement=Grows()),
        _fact("decided_on", FactType.DATE),
        _fact("until", FactType.DATE),
        _fact(
            "category",
            FactType.CHOICE,
            LEVELS,
            effort=3,
            movement=Holds("decided_on", "until", "none", 60, TERM_BEFORE),
        ),
        _fact("diagnosed_on", FactType.DATE),
        _fact("diagnosed", FactType.BOOLEAN, effort=1, movement=Happened("diagnosed_on")),
        _fact("trained", FactType.BOOLEAN, effort=2),
        _fact("contribution", FactType.BOOLEAN),
        _fact("roles", FactType.CHOICES, ROLES, effort=2),
        _fact("hours", FactType.INTEGER, effort=2),
        _fact("mine", FactType.CHOICES, ROLES),
        _fact("theirs", FactType.CHOICES, ROLES),
        _fact("shared", FactType.BOOLEAN, movement=Overlap("mine", "theirs")),
    )
}
ASKABLE = tuple(
    VOCABULARY[name]
    for name in ("age", "years", "stay", "category", "diagnosed", "trained", "contribution", "roles", "hours", "shared")
)


def jurisdiction(*conditions: Condition, gate: Condition | None = None) -> Jurisdiction:
    """A jurisdiction with one act, in force for ever, and one eligibility with a ground for every condition."""
    return Jurisdiction("x", (policy(eligibility(*conditions, gate=gate)),))


def eligibility(*conditions: Condition, gate: Condition | None = None) -> Eligibility:
    grounds = tuple(
        Ground(f"ground-{number}", Text(f"Основание {number}"), "x", modality=Modality.MUST, when=condition)
        for number, condition in enumerate(conditions, 1)
    )
    return Eligibility(ASKED, Text("Актив"), "x", gate=gate, grounds=grounds)


def policy(*eligibilities: Eligibility, since: date | None = None, until: date | None = None) -> Policy:
    return Policy(
        "x",
        Text("Край"),
        Level.REGIONAL,
        since=since,
        until=until,
        facts=MappingProxyType(VOCABULARY),
        eligibilities=MappingProxyType({one.id: one for one in eligibilities}),
    )


# --- random conditions -----------------------------------------------------------------------------------------------

SPANS = {"age": (30, 38), "years": (0, 5), "stay": (0, 6)}
"""The years that conditions ask about."""


@st.composite
def comparisons(draw: st.DrawFn, facts: tuple[Fact, ...] = ASKABLE, known: bool = True) -> Comparison:
    fact = draw(st.sampled_from(facts))
    op = draw(st.sampled_from(sorted(OPS_OF_TYPE[fact.type] - (set() if known else {Op.KNOWN}))))
    values = operands(fact)
    match op:
        case Op.KNOWN:
            operand = draw(st.booleans())
        case Op.BETWEEN:
            operand = tuple(sorted((draw(values), draw(values))))
        case Op.ONE_OF | Op.NONE_OF | Op.ANY_OF | Op.ALL_OF:
            operand = tuple(sorted(draw(st.sets(values, min_size=1, max_size=3))))
        case _:
            operand = draw(values)
    return Comparison(fact, op, operand)


def operands(fact: Fact) -> st.SearchStrategy:
    if fact.name in SPANS:
        low, high = SPANS[fact.name]
        return st.integers(low, high).map(Span.of) | st.integers(low * 12, high * 12).map(Span)
    if fact.type is FactType.INTEGER:
        return st.integers(0, 4)
    return st.booleans() if fact.type is FactType.BOOLEAN else st.sampled_from([value.id for value in fact.values])


@st.composite
def conditions(draw: st.DrawFn, facts: tuple[Fact, ...] = ASKABLE, depth: int = 2, known: bool = True) -> Condition:
    kind = draw(st.sampled_from(("comparison", "all", "any", "not", "at least"))) if depth else "comparison"
    if kind == "comparison":
        return draw(comparisons(facts, known))
    if kind == "not":
        return Not(draw(conditions(facts, depth - 1, known)))
    parts = tuple(draw(st.lists(conditions(facts, depth - 1, known), min_size=1, max_size=3)))
    if kind == "at least":
        return AtLeast(draw(st.integers(1, len(parts))), parts)
    return All(parts) if kind == "all" else Any(parts)


@st.composite
def jurisdictions(draw: st.DrawFn, facts: tuple[Fact, ...] = ASKABLE) -> Jurisdiction:
    """One to three versions of the act, with or without the eligibility, with or without gaps between them."""
    ends = sorted(draw(st.sets(st.integers(-300, 900), max_size=4)))
    days = [None, *(ON + timedelta(days=end) for end in ends), None]
    periods = [
        policy(*draw(st.lists(eligibilities(facts), max_size=1) if ends else st.tuples(eligibilities(facts))), **span)
        for span in ({"since": since, "until": until and until - timedelta(days=1)} for since, until in pairwise(days))
        if not ends or draw(st.integers(0, 4))
    ]
    return Jurisdiction("x", tuple(periods) or (policy(draw(eligibilities(facts))),))


@st.composite
def eligibilities(draw: st.DrawFn, facts: tuple[Fact, ...] = ASKABLE, known: bool = True) -> Eligibility:
    gate = draw(st.none() | conditions(facts, 1, known))
    return eligibility(*draw(st.lists(conditions(facts, 2, known), min_size=1, max_size=2)), gate=gate)


# --- random profiles -------------------------------------------------------------------------------------------------


RECENT = days(date(2019, 1, 1), date(2027, 1, 1))
BIRTHS = days(date(1986, 1, 1), date(1996, 12, 31)) | st.just(date(1988, 2, 29))


def experiences() -> st.SearchStrategy[Experience]:
    return EXPERIENCES


EXPERIENCES = experiences_of(RECENT, 80)
_ROLE_SETS = st.sets(st.sampled_from(ROLES))
_VALUES = {
    "birth_date": BIRTHS,
    "age": st.integers(29 * 12, 39 * 12).map(Span),
    "started_on": RECENT,
    "years": st.integers(0, 70).map(Span),
    "stay": st.integers(0, 80).map(Span) | experiences(),
    "decided_on": RECENT,
    "until": RECENT | st.just(date.max),
    "category": st.sampled_from(LEVELS),
    "diagnosed_on": RECENT,
    "diagnosed": st.booleans(),
    "trained": st.booleans(),
    "contribution": st.booleans(),
    "roles": _ROLE_SETS,
    "hours": st.integers(-1, 5),
    "mine": _ROLE_SETS,
    "theirs": _ROLE_SETS,
    "shared": st.booleans(),
}


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    names = draw(st.sets(st.sampled_from(sorted(_VALUES)), min_size=6))
    known = {name: draw(_VALUES[name]) for name in sorted(names)}
    return profile_of(known, VOCABULARY, draw(days(date(2023, 6, 1), date(2024, 6, 1))))
