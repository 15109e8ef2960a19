"""The ways to find the best timetable against each other."""

import sys
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routes.timetable.timetables import best_by_trying, item, shuffled, slot, timetable, timetables
from rsnms.domain.extras import LibraryMissingError
from rsnms.routes.timetable.dominance import slots_that_count, without_dominated
from rsnms.routes.timetable.greedy import grab
from rsnms.routes.timetable.scheduling import schedule
from rsnms.routes.timetable.search import MOST_BITS, search
from rsnms.routes.timetable.solver import solve
from rsnms.routes.timetable.timetable import Item, Timetable


@given(timetables())
def test_the_search_and_the_solver_find_what_trying_everything_finds(problem: Timetable):
    found, solved = search(problem), solve(problem)
    assert found.is_proven
    assert solved.gap is None
    assert problem.allows(solved.slots) or not solved.slots
    assert problem.worth(found.slots) == problem.worth(solved.slots) == best_by_trying(problem)


@given(timetables())
def test_what_is_removed_as_dominated_is_never_missed(problem: Timetable):
    left = without_dominated(problem)
    assert left.worth(search(left).slots) == best_by_trying(problem)


@given(timetables(limits=False))
def test_nor_is_it_without_limits(problem: Timetable):
    left = without_dominated(problem)
    assert left.worth(search(left).slots) == problem.worth(search(problem).slots)


@given(timetables())
def test_the_greedy_timetable_is_allowed_and_never_better(problem: Timetable):
    slots = grab(problem)
    assert problem.allows(slots) or not slots
    assert problem.worth(slots) >= problem.worth(search(problem).slots)


@given(timetables(), st.integers(0, 30))
def test_what_the_search_gives_up_the_solver_takes_over(problem: Timetable, steps: int):
    best = schedule(problem, steps=steps)
    assert problem.worth(best.slots) == problem.worth(schedule(problem).slots)
    given_up = search(problem, steps=steps)
    assert problem.allows(given_up.slots) or not given_up.slots


@settings(max_examples=30)
@given(timetables(), st.randoms(use_true_random=False))
def test_nor_does_the_order_matter_to_the_solver(problem: Timetable, random: Random):
    assert schedule(shuffled(problem, random), steps=0) == schedule(problem, steps=0)


def test_an_item_is_dominated_by_one_that_takes_no_more_within_its_days():
    wide, narrow = item("a", (0, 5), covers=0b01), item("b", (1, 4), covers=0b11)
    assert [*without_dominated(timetable(wide, narrow)).items] == ["b"]
    assert [*without_dominated(timetable(wide, narrow), keep=frozenset("a")).items] == ["a", "b"]
    assert [*without_dominated(timetable(wide, narrow, item("c", (9, 9), covers=4, requires="a"))).items] == [*"abc"]
    assert [*without_dominated(timetable(wide, replace(narrow, cost=1))).items] == ["a", "b"]
    longer = replace(wide, hours=7)
    assert [*without_dominated(timetable(longer, replace(narrow, cost=1))).items] == ["b"]
    assert [*without_dominated(timetable(longer, replace(narrow, cost=1), cost=9)).items] == ["a", "b"]
    assert [*without_dominated(timetable(item("d", (0, 5), covers=1), wide)).items] == ["a"]


def test_an_item_that_may_be_taken_for_something_else_replaces_no_other():
    either = Item("a", 5, (slot("a", 0, 1, 0b01, 5), slot("a", 3, 4, 0b10, 5)))
    problem = timetable(either, item("b", (0, 2), covers=0b01))
    assert without_dominated(problem) == problem
    assert len(schedule(problem).slots) == 2


def test_a_slot_is_dominated_by_one_within_its_days():
    slots = tuple(slot("a", begins, ends, 1) for begins, ends in ((0, 3), (1, 3), (1, 4), (2, 5)))
    assert slots_that_count(slots) == (slots[1], slots[3])
    assert slots_that_count((slots[0], replace(slots[1], unregistered=1))) == (
        slots[0],
        replace(slots[1], unregistered=1),
    )


CROWDED = timetable(
    *(
        item(f"{a}{b}", (n % 7, n % 7 + 2), covers=1 << a | 1 << b, hours=4 + a * b % 5)
        for n, (a, b) in enumerate((a, b) for a in range(8) for b in range(8))
    ),
    tiers=(0b1111, 0b11110000),
    hours_a_month=21,
)


def test_the_gap_is_reported_when_the_effort_runs_out():
    best = schedule(CROWDED, steps=10, effort=0.0)
    assert best.gap
    assert best.gap.bound < best.gap.reached
    assert CROWDED.allows(best.slots)
    assert schedule(CROWDED).gap is None


def test_the_solver_begins_with_what_is_known():
    known = search(CROWDED, steps=1000).slots
    assert known
    assert solve(CROWDED, known=known, effort=0.0).slots == known


def test_many_bits_go_to_the_solver(monkeypatch):
    items = [item(f"{n:02}", (2 * n, 2 * n + 1), covers=3 << n) for n in range(MOST_BITS + 1)]
    problem = timetable(*items, tiers=((1 << MOST_BITS + 2) - 1,))
    assert not search(problem).is_proven
    assert [one.item for one in schedule(problem).slots] == [f"{n:02}" for n in range(0, MOST_BITS + 1, 2)]
    monkeypatch.setitem(sys.modules, "ortools.sat.python.cp_model", None)
    with pytest.raises(LibraryMissingError) as raised:
        schedule(problem)
    assert "rsnms[routes]" in raised.value.text("en")


def test_few_bits_need_no_solver(monkeypatch):
    monkeypatch.setitem(sys.modules, "ortools.sat.python.cp_model", None)
    limited = timetable(item("a", (0, 1), covers=1), item("b", (0, 1), covers=2), hours=9, hours_a_month=9, cost=3)
    assert [one.item for one in schedule(limited).slots] == ["a"]
