"""The best timetable against its plain definition, and what has to hold of it whatever the problem."""

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from routes.timetable.timetables import (
    FIRST,
    best_by_trying,
    every,
    item,
    made_up_item,
    shuffled,
    slot,
    timetable,
    timetables,
)
from rsnms.routes.timetable.scheduling import schedule
from rsnms.routes.timetable.timetable import Item, Timetable, Worth


def scheduled(problem: Timetable) -> list[tuple[str, int]]:
    """Items with the days on which they begin, counted from the first."""
    return [(one.item, (one.begins - FIRST).days) for one in schedule(problem).slots]


@given(timetables())
def test_the_best_timetable_is_the_best_of_all(problem: Timetable):
    best = schedule(problem)
    assert problem.allows(best.slots) or not best.slots
    assert problem.worth(best.slots) == best_by_trying(problem)
    assert best.gap is None
    assert list(best.slots) == sorted(best.slots, key=lambda one: (one.begins, one.ends, one.item))


@given(timetables(), st.randoms(use_true_random=False))
def test_the_order_of_items_and_slots_does_not_matter(problem: Timetable, random: Random):
    assert schedule(shuffled(problem, random)) == schedule(problem)


@given(timetables(), st.integers(0, 2**32))
def test_another_item_never_makes_it_worse(problem: Timetable, seed: int):
    new = made_up_item(Random(seed), "n", [*problem.items, "n"])  # noqa: S311
    more = replace(problem, items={**problem.items, "n": new})
    assert more.worth(schedule(more).slots) <= problem.worth(schedule(problem).slots)


@given(timetables(), st.integers(0, 2**32))
def test_another_slot_never_makes_it_worse(problem: Timetable, seed: int):
    random = Random(seed)  # noqa: S311
    items = dict(problem.items)
    for id_, one in problem.items.items():
        new = slot(id_, random.randint(0, 12), 14, random.randrange(64), one.hours)
        items[id_] = replace(one, slots=(*one.slots, new))
        more = replace(problem, items=dict(items))
        assert more.worth(schedule(more).slots) <= problem.worth(schedule(problem).slots)


@given(timetables())
def test_more_hours_or_money_never_make_it_worse(problem: Timetable):
    worth = problem.worth(schedule(problem).slots)
    for limit in ("hours", "hours_a_month", "cost"):
        if (most := getattr(problem, limit)) is not None:
            for looser in (most + 1, None):
                more = replace(problem, **{limit: looser})
                assert more.worth(schedule(more).slots) <= worth


@given(timetables())
def test_nothing_that_still_fits_would_cover_more(problem: Timetable):
    slots = schedule(problem).slots
    uncovered = problem.worth(slots).uncovered
    taken = {one.item for one in slots}
    for one in problem.items.values():
        for new in one.slots if one.id not in taken else ():
            if problem.allows((*slots, new)):
                assert problem.worth((*slots, new)).uncovered == uncovered


@given(timetables())
def test_everything_taken_is_needed(problem: Timetable):
    slots = schedule(problem).slots
    for one in slots:
        fewer = tuple(other for other in slots if other is not one)
        assert not problem.allows(fewer) or problem.worth(fewer).uncovered > problem.worth(slots).uncovered


def test_takes_nothing_where_nothing_helps():
    problem = timetable(item("a", (0, 1)), tiers=(0b11,))
    assert schedule(problem).slots == ()
    assert problem.worth(()) == Worth((2,), 0, 0, date.min, 0, 0)
    assert schedule(Timetable({}, ())).slots == ()


def test_the_first_tier_counts_before_all_of_the_next():
    problem = timetable(
        item("a", (0, 3), covers=0b0001, hours=20), item("b", (2, 5), covers=0b1110), tiers=(0b0001, 0b1110)
    )
    assert scheduled(problem) == [("a", 0)]


def test_of_slots_that_clash_it_finds_those_that_go_together():
    problem = timetable(item("a", (0, 4), (6, 9), covers=0b01), item("b", (3, 5), covers=0b10))
    assert scheduled(problem) == [("b", 3), ("a", 6)]


def test_what_does_not_occupy_the_days_may_share_them():
    free = Item("a", 6, (slot("a", 0, 4, 0b01, occupies=False),))
    assert scheduled(timetable(free, item("b", (3, 5), covers=0b10))) == [("a", 0), ("b", 3)]


def test_what_is_taken_already_keeps_its_days_and_hours():
    one = item("a", (0, 4), (6, 6), (20, 22), covers=0b01, hours=9)
    assert scheduled(timetable(one)) == [("a", 0)]
    assert scheduled(timetable(one, taken=(slot("z", 4, 4, hours=2),))) == [("a", 6)]
    assert scheduled(timetable(one, taken=(slot("z", 4, 4, hours=2),), hours_a_month=10)) == [("a", 20)]
    assert scheduled(timetable(one, taken=(slot("z", 4, 4, hours=2),), hours=10)) == []
    assert scheduled(timetable(one, taken=(slot("z", 4, 4, hours=20),), hours_a_month=19)) == []


def test_hours_of_a_slot_count_in_their_months():
    across = item("a", (4, 11), covers=0b01, hours=16)
    within = item("b", (1, 3), covers=0b10, hours=10)
    assert scheduled(timetable(across, within, hours_a_month=18)) == [("b", 1), ("a", 4)]
    assert len(scheduled(timetable(across, within, hours_a_month=17))) == 1


def test_a_prerequisite_ends_before_what_builds_on_it_begins():
    first, then = item("b", (0, 1), (5, 6)), item("a", (1, 2), (6, 8), (9, 9), covers=0b1, requires="b")
    assert scheduled(timetable(first, then)) == [("b", 0), ("a", 6)]
    first = item("b", (5, 6))
    assert scheduled(timetable(first, then)) == [("b", 5), ("a", 9)]
    assert scheduled(timetable(item("b", (9, 9)), then)) == []


def test_a_shared_prerequisite_is_taken_once():
    shared = item("c", (0, 1), hours=9)
    one, other = (item(id_, (3 + n, 3 + n), covers=1 << n, requires="c") for n, id_ in enumerate("ab"))
    alone = item("d", (0, 0), covers=0b01, hours=14)
    assert scheduled(timetable(shared, one, other, alone)) == [("c", 0), ("a", 3), ("b", 4)]


def test_circles_and_absent_prerequisites_are_never_taken():
    circle = item("a", (0, 1), covers=1, requires="b"), item("b", (3, 4), covers=2, requires="a")
    assert scheduled(timetable(*circle, item("c", (5, 5), covers=4, requires="x"))) == []


def test_fewer_hours_count_before_the_register_and_the_last_day():
    longer = item("a", (0, 0), covers=1, hours=7)
    unregistered = Item("b", 6, (slot("b", 9, 9, 1, unregistered=1),), 5)
    registered = item("c", (12, 12), covers=1, hours=6, cost=9)
    assert scheduled(timetable(longer, unregistered)) == [("b", 9)]
    assert scheduled(timetable(longer, unregistered, registered)) == [("c", 12)]
    sooner = item("d", (11, 11), covers=1, hours=6, cost=10)
    assert scheduled(timetable(longer, unregistered, registered, sooner)) == [("d", 11)]
    cheaper = item("e", (10, 11), covers=1, hours=6, cost=9)
    assert scheduled(timetable(longer, unregistered, registered, sooner, cheaper)) == [("e", 10)]


def test_of_timetables_worth_the_same_the_first_by_id_counts():
    assert scheduled(timetable(*(item(id_, (3, 3), covers=1) for id_ in "cab"))) == [("a", 3)]


def test_every_timetable_of_the_helper_is_allowed():
    problem = timetable(item("a", (0, 1)), item("b", (1, 2)), item("c", (4, 5), requires="b"))
    assert {tuple(one.item for one in slots) for slots in every(problem)} == {(), ("a",), ("b",), ("b", "c")}
