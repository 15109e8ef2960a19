"""Columns move through time like the facts of one person do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rsnms.domain.calendar import add_months, last_day
from rsnms.domain.fact import Atom, Fact, FactType, FactValue, Grows, Happened, Holds, Movement, Overlap, Since
from rsnms.domain.text import Text
from rsnms.rules.columns import facts_on
from rsnms.rules.derivations import value_on
from rsnms.testing.condition_trees import draw_atom
from rsnms.testing.drawing import BOOLEANS, integer, pick, subset

WORDS = ("none", "первая", "высшая", "ёж")
TYPES = {
    FactType.BOOLEAN: pl.Boolean(),
    FactType.NUMBER: pl.Float64(),
    FactType.DATE: pl.Date(),
    FactType.DURATION: pl.Int16(),
    FactType.CHOICE: pl.String(),
    FactType.CHOICES: pl.List(pl.String),
    FactType.TEXTS: pl.List(pl.String),
}
FRAMES = {
    "polars": lambda frame: frame,
    "polars lazy": lambda frame: frame.lazy(),
    "pyarrow": lambda frame: frame.to_arrow(),
    "pandas": lambda frame: pd.DataFrame({name: frame[name].to_list() for name in frame.columns}),
    "duckdb": lambda frame: duckdb.from_arrow(frame.to_arrow()),
}
every_frame = pytest.mark.parametrize("kind", FRAMES)


def fact(name: str, type_: FactType, movement: Movement | None = None) -> Fact:
    values = tuple(FactValue(word, Text(word)) for word in WORDS) if type_.is_listed else ()
    return Fact(name, type_, Text(name), values=values, movement=movement)


START, UNTIL = fact("mentor.start", FactType.DATE), fact("until", FactType.DATE)
ONE, OTHER = fact("one", FactType.CHOICES), fact("other", FactType.CHOICES)

HELD = (FactType.BOOLEAN, FactType.NUMBER, FactType.DURATION, FactType.CHOICE, FactType.CHOICES)
MOVING = (
    fact("age", FactType.DURATION, Since(START.name)),
    fact("experience", FactType.DURATION, Grows()),
    fact("passed", FactType.BOOLEAN, Happened(START.name)),
    fact("shared", FactType.BOOLEAN, Overlap(ONE.name, OTHER.name)),
)


def draw_day(draw: st.DrawFn) -> date:
    """Any day, often the last of its month or a neighbour of that."""
    day = draw_atom(draw, START)
    end = day.replace(day=last_day(day.year, day.month))
    return pick(draw, (day, end, end - timedelta(days=1), end + timedelta(days=1)))


def draw_holding(draw: st.DrawFn) -> Fact:
    unmoved = fact("held", pick(draw, HELD))
    held = Holds(
        start=pick(draw, (START.name, None)),
        until=pick(draw, (None, UNTIL.name)),
        then=draw_atom(draw, unmoved) if draw(BOOLEANS) else None,
        term=pick(draw, (60, 12, 1, None)),
        term_before=draw_day(draw) if draw(BOOLEANS) else None,
    )
    return replace(unmoved, movement=held)


def turning_points(moving: Fact, on: date) -> list[date]:
    """The days, and those beside them, where a date may turn what is found on a day."""
    points = [on]
    if isinstance(moving.movement, Holds):
        points += [add_months(on, -moving.movement.term)] if moving.movement.term else []
        points += [moving.movement.term_before] if moving.movement.term_before else []
    return [point + timedelta(days=step) for point in points for step in (-1, 0, 1)]


def draw_person(draw: st.DrawFn, vocabulary: Sequence[Fact], near: Sequence[date]) -> dict[str, Atom]:
    known = subset(draw, vocabulary)
    return {each.name: draw_atom(draw, each, near if each.type is FactType.DATE else ()) for each in known}


@dataclass(frozen=True)
class Move:
    """People of whom something was stated for one day, and the day it is asked for."""

    vocabulary: tuple[Fact, ...]
    moving: Fact
    people: tuple[dict[str, Atom], ...]
    as_of: date
    on: date


@st.composite
def moves(draw: st.DrawFn, size: int) -> Move:
    moving = draw_holding(draw) if draw(BOOLEANS) else pick(draw, MOVING)
    on = draw_day(draw)
    as_of = pick(draw, (on, on - timedelta(days=draw(integer(0, 4000))), draw_day(draw)))
    vocabulary = (START, UNTIL, ONE, OTHER, moving)
    stated = vocabulary if draw(BOOLEANS) else subset(draw, vocabulary)
    near = turning_points(moving, on)
    people = (draw_person(draw, stated, near) for _ in range(size))
    return Move(vocabulary, moving, tuple(people), as_of, on)


def table(vocabulary: Sequence[Fact], people: Sequence[dict[str, Atom]]) -> pl.DataFrame:
    columns: dict[str, pl.Series] = {"row": pl.Series(range(len(people)))}
    for each in vocabulary:
        atoms = [person.get(each.name) for person in people]
        if any(atom is not None for atom in atoms):
            stated = [sorted(atom) if isinstance(atom, frozenset) else atom for atom in atoms]
            columns[each.name] = pl.Series(stated, dtype=TYPES[each.type])
    return pl.DataFrame(columns)


def rows_of(native: object) -> list[dict[str, object]]:
    frame = nw.from_native(native)
    eager = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    return eager.to_polars().sort("row").to_dicts()


def atom_of(cell: object) -> object:
    return frozenset(cell) if isinstance(cell, list) else cell


@every_frame
@settings(max_examples=300, deadline=None)
@given(move=moves(size=14))
def test_columns_move_like_facts(kind, move):
    before = table(move.vocabulary, move.people)
    moved = facts_on(FRAMES[kind](before), move.vocabulary, move.as_of, move.on)
    assert type(moved) is type(FRAMES[kind](before))
    rows = rows_of(moved)
    expected = [value_on(move.moving, person, move.as_of, move.on) for person in move.people]
    assert [atom_of(row.get(move.moving.name)) for row in rows] == expected
    for name in set(before.columns) - {move.moving.name}:
        assert [row[name] for row in rows] == before[name].to_list()


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_full_months_at_the_ends_of_months(data):
    on, *days = (draw_day(data.draw) for _ in range(20))
    assert_full_months(days, on)


def test_full_months_in_february():
    februaries = [date(2023, 2, 28), date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)]
    for on in februaries:
        assert_full_months([on - timedelta(days=days) for days in range(-40, 2000)], on)


def assert_full_months(days: list[date], on: date) -> None:
    age = fact("age", FactType.DURATION, Since(START.name))
    moved = facts_on(pl.DataFrame({START.name: days}), [age], on, on)
    assert moved["age"].to_list() == [value_on(age, {START.name: day}, on, on) for day in days]


CATEGORY = fact("category", FactType.CHOICE, Holds(START.name, UNTIL.name, "none", 60, date(2023, 9, 1)))


@every_frame
@pytest.mark.parametrize(
    ("start", "until", "on", "expected"),
    [
        (date(2018, 12, 31), None, date(2023, 12, 31), "высшая"),
        (date(2018, 12, 31), None, date(2024, 1, 1), "none"),
        (date(2024, 1, 2), None, date(2024, 1, 1), None),
        (date(2023, 8, 31), None, date(2030, 1, 1), "none"),
        (date(2023, 9, 1), None, date(2030, 1, 1), "высшая"),
        (date(2023, 9, 1), date(2029, 12, 31), date(2030, 1, 1), "none"),
        (date(2010, 1, 1), date(2030, 1, 1), date(2030, 1, 1), "высшая"),
        (None, None, date(2030, 1, 1), "высшая"),
    ],
)
def test_a_category_holds_for_its_term(kind, start, until, on, expected):
    person = {"category": "высшая", START.name: start, UNTIL.name: until}
    stated = table((CATEGORY, START, UNTIL), [{name: atom for name, atom in person.items() if atom is not None}])
    moved = facts_on(FRAMES[kind](stated), [CATEGORY], date(2020, 1, 1), on)
    assert [row["category"] for row in rows_of(moved)] == [expected]


def test_an_expired_value_need_not_be_among_the_encoded_ones():
    category = fact("category", FactType.CHOICE, Holds(None, UNTIL.name, "none"))
    encoded = pl.Series(["высшая", "первая"], dtype=pl.Enum(["первая", "высшая"]))
    stated = pl.DataFrame({"category": encoded, "until": [date(2023, 12, 31), date(2024, 1, 1)]})
    moved = facts_on(stated, [category], date(2020, 1, 1), date(2024, 1, 1))
    assert moved["category"].to_list() == ["none", "первая"]


def test_terms_are_not_over_on_the_first_day_of_the_calendar():
    category = fact("category", FactType.CHOICE, Holds(START.name, None, "none", 60))
    stated = pl.DataFrame({"category": ["высшая"], "mentor.start": [date.min]})
    assert facts_on(stated, [category], date.min, date.min)["category"].to_list() == ["высшая"]


def test_of_free_texts_the_overlap_has_to_be_stated():
    shared = fact("shared", FactType.BOOLEAN, Overlap("one", "other"))
    texts = [fact("one", FactType.TEXTS), fact("other", FactType.TEXTS)]
    pairs = pl.DataFrame({"one": [["физика"]], "other": [["физика"]]})
    today = date(2024, 1, 1)
    assert facts_on(pairs, [*texts, shared], today, today).columns == ["one", "other"]
    stated = pairs.with_columns(shared=True)
    assert facts_on(stated, [*texts, shared], today, today).equals(stated)


def test_a_date_column_of_another_type_is_an_error():
    age = fact("age", FactType.DURATION, Since("birth"))
    with pytest.raises(ValueError, match="column 'birth': found String, expected Date"):
        facts_on(pl.DataFrame({"birth": ["2000-01-01"]}), [age], date(2024, 1, 1), date(2024, 1, 1))
