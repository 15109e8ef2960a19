"""When offers can be taken: sessions within the terms, seats, places, hours by month, and what stands in the way."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.choice.choosing import offer
from routes.planning.plans import ON, Run, day, programme, run
from rsnms.domain.offer import OfferKind, StudyForm
from rsnms.routes.fitting.hindrance import Reason
from rsnms.routes.planning.openings import (
    Obstacle,
    Openings,
    Seats,
    hours_by_month,
    month_hours,
    next_working_day,
    slot_of,
    working_days,
)
from rsnms.routes.planning.terms import Terms

days = st.dates(date(2024, 1, 1), date(2026, 12, 31))
MONTH = Terms(begins=ON, until=day(30))


def openings(one, terms=MONTH, seats=None, begins=()):
    """The days of the slots."""
    return [(slot.begins, slot.ends) for slot in Openings(terms).of(one, seats or Seats(), begins)]


def obstacle(*sessions, terms=MONTH, seats=None, **more):
    return Openings(terms).obstacle(offer("a", "x", sessions=sessions, **more), seats or Seats())


# --- hours and days


@given(st.integers(0, 500), days, st.integers(0, 400))
def test_the_hours_of_the_months_sum_up_and_are_even(hours, begins, length):
    ends = begins + timedelta(days=length)
    spread = hours_by_month(hours, begins, ends)
    assert sum(share for _, share in spread) == hours
    assert [month for month, _ in spread] == sorted({month for month, _ in spread})
    slow = Run(offer("a", "x", hours), begins, ends, None).months
    assert Counter(dict(spread)) == +slow
    for month, share in spread:
        inside = sum((begins + timedelta(days=n)).timetuple()[:2] == month for n in range(length + 1))
        assert abs(share - hours * inside / (length + 1)) < 1


@pytest.mark.parametrize(
    ("begins", "ends", "expected"),
    [
        (date(2025, 3, 3), date(2025, 3, 28), (((2025, 3), 10),)),
        (date(2025, 3, 31), date(2025, 4, 1), (((2025, 3), 5), ((2025, 4), 5))),
        (date(2025, 3, 30), date(2025, 4, 1), (((2025, 3), 7), ((2025, 4), 3))),
        (date(2024, 12, 31), date(2025, 1, 1), (((2024, 12), 5), ((2025, 1), 5))),
    ],
)
def test_what_does_not_divide_goes_to_the_earlier_month(begins, ends, expected):
    assert hours_by_month(10, begins, ends) == expected


def test_months_without_hours_are_left_out():
    assert hours_by_month(1, date(2025, 3, 31), date(2025, 5, 1)) == (((2025, 3), 1),)


def test_hours_of_slots_are_added_by_month():
    slots = [slot_of(offer("a", "x", 4), day(0), day(1), None), slot_of(offer("b", "x", 6), day(28), day(29), None)]
    assert month_hours(slots) == {(2025, 3): 7, (2025, 4): 3}


@given(days, st.integers(0, 60))
def test_working_days_are_counted_one_by_one(begins, length):
    counted = sum((begins + timedelta(days=n)).weekday() < 5 for n in range(length + 1))
    assert working_days(begins, begins + timedelta(days=length)) == max(counted, 1)


@given(days)
def test_the_next_working_day_is_the_first_of_them(one):
    found = next_working_day(one)
    assert found.weekday() < 5
    assert found >= one
    assert all((one + timedelta(days=n)).weekday() >= 5 for n in range((found - one).days))


# --- slots


@pytest.mark.parametrize(
    ("hours", "session", "occupies"),
    [
        (1, run(0), False),
        (2, run(0), True),
        (5, run(0, 5), False),
        (5, run(0, 7), False),
        (6, run(0, 7), True),
        (1, run(5, 2), False),
        (2, run(5, 2), True),
    ],
)
def test_light_sessions_do_not_occupy_their_days(hours, session, occupies):
    assert slot_of(offer("a", "x", hours), session.starts_on, session.ends_on, session).occupies is occupies


def test_what_has_no_session_never_occupies_its_days():
    assert not slot_of(offer("a", "x", 100), day(0), day(1), None).occupies


def test_the_register_counts_for_programmes_on_the_first_day():
    ended = programme("a", "x", register_until=day(1))
    assert slot_of(ended, day(1), day(5), None).unregistered == 0
    assert slot_of(ended, day(2), day(5), None).unregistered == 1
    assert slot_of(offer("b", "x"), day(2), day(5), None).unregistered == 0


def test_sessions_within_the_terms_come_by_their_last_day():
    sessions = (run(20, 5), run(-1), run(0, 31), run(29, 3), run(3, 2), run(0, 5))
    assert openings(offer("a", "x", sessions=sessions)) == [
        (day(0), day(4)),
        (day(3), day(4)),
        (day(20), day(24)),
        (day(0), day(30)),
    ]


def test_of_sessions_on_the_same_days_the_place_decides():
    slots = Openings(MONTH).of(
        offer("a", "x", sessions=(run(0, place="Елань"), run(0), run(0, place="Дубовка"))), Seats()
    )
    assert [slot.session.place for slot in slots] == [None, "Дубовка", "Елань"]


def test_without_an_end_the_period_is_a_year():
    terms = Terms(begins=ON)
    assert openings(offer("a", "x", sessions=(run(365), run(366))), terms) == [(day(365), day(365))]


def test_one_without_sessions_takes_a_week_for_six_hours():
    assert openings(offer("a", "x", 6)) == [(ON, next_working_day(day(6)))]
    assert openings(offer("a", "x", 0)) == [(ON, ON)]
    assert openings(offer("a", "x", 12)) == [(ON, day(14))]


def test_one_without_sessions_begins_on_working_days_that_are_asked_for():
    saturday = day(5)
    begins = [saturday, day(-7), day(1)]
    assert openings(offer("a", "x", 1), begins=begins) == [(ON, day(1)), (day(1), day(2)), (day(7), day(8))]


def test_a_programme_without_sessions_also_begins_when_it_enters_the_register():
    assert openings(programme("a", "x", 1, register_from=day(2))) == [(ON, day(1)), (day(2), day(3))]
    assert openings(offer("a", "x", 1, register_from=day(2))) == [(ON, day(1))]


def test_one_without_sessions_ends_within_the_period():
    assert openings(offer("a", "x", 24)) == [(ON, day(28))]
    assert openings(offer("a", "x", 30)) == []


# --- seats and places


def test_seats_are_taken_session_by_session():
    first, second = run(0, seats=2), run(7, seats=1)
    one, seats = offer("a", "x", sessions=(first, second)), Seats()
    known = Openings(MONTH)
    for left in ([first, second], [first, second], [second], []):
        assert [slot.session for slot in known.of(one, seats)] == left
        if left:
            seats.take("a", left[0])
    assert not seats.left("a", first)
    assert seats.left("b", first)


def test_a_session_without_a_number_of_seats_has_always_one():
    seats, session = Seats(), run(0)
    for _ in range(3):
        seats.take("a", session)
    assert seats.left("a", session)


def test_places_are_compared_in_any_case():
    sessions = (run(0, place="ДУБОВКА"), run(1, place="Елань"), run(2))
    terms = Terms(begins=ON, until=day(30), places=frozenset({"дубовка"}))
    assert openings(offer("a", "x", sessions=sessions), terms) == [(day(0), day(0)), (day(2), day(2))]


def test_distance_learning_is_open_from_everywhere():
    terms = Terms(begins=ON, until=day(30), places=frozenset())
    assert openings(offer("a", "x", sessions=(run(1, place="Елань"),), form=StudyForm.DISTANCE), terms)
    assert not openings(offer("a", "x", sessions=(run(1, place="Елань"),), form=StudyForm.MIXED), terms)


# --- obstacles


def test_there_is_no_obstacle_where_there_is_an_opening():
    assert obstacle(run(0, seats=0), run(1, seats=1)) is None
    assert obstacle() is None


def test_no_seats_with_the_next_session_beyond_the_period():
    full, later = run(3, seats=0), run(50, seats=1)
    assert obstacle(run(60), later, run(40, seats=0), full) == Obstacle(Reason.NO_SEATS, later)
    assert obstacle(full) == Obstacle(Reason.NO_SEATS)
    taken = run(3, seats=1)
    seats = Seats()
    seats.take("a", taken)
    assert obstacle(taken, seats=seats) == Obstacle(Reason.NO_SEATS)


def test_sessions_over_with_the_next_session_that_the_person_could_take():
    next_one = run(28, 10)
    assert obstacle(run(-1), run(60), next_one) == Obstacle(Reason.SESSIONS_OVER, next_one)
    assert obstacle(run(-1)) == Obstacle(Reason.SESSIONS_OVER)
    near = Terms(begins=ON, until=day(30), places=frozenset({"Дубовка"}))
    sessions = (run(40, place="Елань"), run(50, seats=0), run(60, place="Дубовка"))
    assert obstacle(*sessions, terms=near) == Obstacle(Reason.SESSIONS_OVER, sessions[2])


def test_one_without_sessions_that_is_too_long_has_none_in_the_period():
    assert obstacle(hours=100) == Obstacle(Reason.SESSIONS_OVER)


def test_a_place_where_the_person_cannot_come_to():
    near = Terms(begins=ON, until=day(30), places=frozenset({"Дубовка"}))
    far, full = run(2, place="Елань"), run(1, place="Елань", seats=0)
    assert obstacle(run(40, place="Дубовка"), far, full, terms=near) == Obstacle(Reason.PLACE_NOT_ALLOWED, far)
    assert obstacle(full, terms=near) == Obstacle(Reason.PLACE_NOT_ALLOWED, full)
    assert obstacle(far, run(3, seats=0), terms=near) == Obstacle(Reason.NO_SEATS)


@given(st.lists(st.tuples(st.integers(-5, 50), st.integers(1, 20), st.sampled_from((None, 0, 1))), max_size=4))
def test_an_obstacle_stands_just_where_there_is_no_opening(stated):
    sessions = tuple(run(starts, length, seats=seats) for starts, length, seats in stated)
    one = offer("a", "x", sessions=sessions, kind=OfferKind.WEBINAR)
    slots = openings(one)
    found = obstacle(*sessions)
    assert bool(slots) == (found is None)
    assert all(first <= second for (_, first), (_, second) in pairwise(slots))
    if found is not None and found.session is not None:
        longer = Terms(begins=ON, until=found.session.ends_on)
        assert (found.session.starts_on, found.session.ends_on) in openings(one, longer)
