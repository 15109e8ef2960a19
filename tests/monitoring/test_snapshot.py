"""A passport on a day: facts move with time, and follow from the records of a person."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms.domain.fact import About, Fact, FactType, Happened, Since
from rsnms.domain.level import Level
from rsnms.domain.text import Text
from rsnms.monitoring.passport import Passport, frame_of
from rsnms.monitoring.snapshot import Snapshot, Snapshots
from rsnms.policy.conditions import Comparison, Op
from rsnms.policy.indicators import RecordRule
from rsnms.policy.model import Policy
from rsnms.rules.truth import Truth, at_least

ON = date(2024, 11, 15)
IDS = ("1", "2", "3")


def fact(name, type_, about=About.PERSON, movement=None):
    return Fact(name, type_, Text(name), about, movement=movement)


PERSONS = (
    fact("diagnosed", FactType.BOOLEAN),
    fact("diagnosed_this_year", FactType.BOOLEAN),
    fact("born", FactType.DATE),
    fact("age", FactType.DURATION, movement=Since("born")),
    fact("trained_on", FactType.DATE),
    fact("trained", FactType.BOOLEAN, movement=Happened("trained_on")),
    fact("municipality", FactType.TEXT),
)
RECORDS = (
    fact("diagnosis_person", FactType.TEXT, About.DIAGNOSIS),
    fact("diagnosis_on", FactType.DATE, About.DIAGNOSIS),
    fact("at_cnppm", FactType.BOOLEAN, About.DIAGNOSIS),
)
AT_CNPPM = Comparison(RECORDS[2], Op.IS, True)
RULES = {
    "diagnosed": RecordRule("diagnosed", About.DIAGNOSIS, "diagnosis_on", where=AT_CNPPM),
    "diagnosed_this_year": RecordRule(
        "diagnosed_this_year", About.DIAGNOSIS, "diagnosis_on", this_year=True, where=AT_CNPPM
    ),
}
POLICY = Policy("x", Text("Край"), Level.REGIONAL, facts={one.name: one for one in (*PERSONS, *RECORDS)}, records=RULES)


def passport(people, records=None):
    tables = {About.PERSON: frame_of(people, PERSONS, ids=True)}
    if records is not None:
        tables[About.DIAGNOSIS] = frame_of(records, RECORDS, ids=False)
    return Passport(tables)


def stated(name, people, records=None, day=ON, as_of=ON):
    frame = Snapshot(passport(people, records), POLICY, day, as_of).frame(About.PERSON)
    return frame[name].to_list() if name in frame.columns else [None] * len(people)


DAYS = st.none() | st.dates(date(2023, 11, 1), date(2025, 1, 31))
ANSWERS = st.sampled_from((True, False, None))
RECORD_ROWS = st.lists(st.tuples(st.sampled_from(IDS) | st.none(), DAYS, ANSWERS), max_size=6)


def truth(answer):
    return {True: Truth.MET, False: Truth.UNMET, None: Truth.UNKNOWN}[answer]


def expected(id_, rows, day, *, this_year):
    """Is there a record that counts, by Kleene's logic, row by row."""
    each = []
    for person, happened, at_cnppm in rows:
        if person != id_:
            continue
        in_time = None
        if happened is not None:
            in_time = happened <= day and (not this_year or happened.year == day.year)
        each.append(at_least(2, [truth(in_time), truth(at_cnppm)]))
    found = at_least(1, each) if each else Truth.UNMET
    return {Truth.MET: True, Truth.UNMET: False, Truth.UNKNOWN: None}[found]


@given(RECORD_ROWS, st.dates(date(2023, 12, 25), date(2025, 1, 5)))
def test_records_are_found_as_one_would_by_hand(rows, day) -> None:
    names = ("diagnosis_person", "diagnosis_on", "at_cnppm")
    records = [{name: value for name, value in zip(names, row, strict=True) if value is not None} for row in rows]
    people = [{"id": id_} for id_ in IDS]
    for name, this_year in (("diagnosed", False), ("diagnosed_this_year", True)):
        by_hand = [expected(id_, rows, day, this_year=this_year) for id_ in IDS]
        known = any(row[0] is not None for row in rows)
        if known:
            assert stated(name, people, records, day) == by_hand
        else:
            assert set(stated(name, people, records, day)) <= {None, False}


def test_a_complete_table_says_that_the_others_have_no_record() -> None:
    records = [{"diagnosis_person": "1", "diagnosis_on": date(2024, 3, 1), "at_cnppm": True}]
    assert stated("diagnosed", [{"id": "1"}, {"id": "2"}], records) == [True, False]
    assert stated("diagnosed", [{"id": "1"}, {"id": "2"}]) == [None, None]


def test_what_was_stated_stands_in_for_missing_records() -> None:
    people = [{"id": "1", "diagnosed": True}, {"id": "2", "diagnosed": False}, {"id": "3"}]
    assert stated("diagnosed", people) == [True, False, None]
    earlier = ON - timedelta(days=400)
    assert stated("diagnosed", people, day=earlier) == [None, False, None]
    yearly = [{"id": "1", "diagnosed_this_year": True}, {"id": "2", "diagnosed_this_year": False}]
    assert stated("diagnosed_this_year", yearly) == [True, False]
    assert stated("diagnosed_this_year", yearly, day=earlier) == [None, None]


def test_records_fill_in_where_they_decide_and_what_was_stated_where_they_do_not() -> None:
    people = [{"id": "1", "diagnosed": False}, {"id": "2", "diagnosed": True}]
    records = [
        {"diagnosis_person": "1", "diagnosis_on": date(2024, 3, 1), "at_cnppm": True},
        {"diagnosis_person": "2", "diagnosis_on": date(2024, 3, 1)},
    ]
    assert stated("diagnosed", people, records) == [True, True]


def test_time_moves_facts_to_the_day() -> None:
    people = [{"id": "1", "born": date(1990, 6, 1), "trained_on": date(2024, 5, 1)}]
    assert stated("age", people, day=date(2024, 5, 31)) == [33 * 12 + 11]
    assert stated("age", people, day=date(2024, 6, 1)) == [34 * 12]
    assert stated("trained", people, day=date(2024, 4, 30)) == [False]
    assert stated("trained", people, day=date(2024, 5, 1)) == [True]


def test_snapshots_are_made_once_a_day() -> None:
    made = Snapshots(passport([{"id": "1"}]), POLICY, ON)
    assert made.on(ON) is made.on(ON)
    assert made.on(ON) is not made.on(ON + timedelta(days=1))
    assert made.on(ON).frame(About.PERSON) is made.on(ON).frame(About.PERSON)
    assert made.on(ON).frame(About.TEAM) is None


@pytest.mark.parametrize("place", ["Север", "Юг"])
def test_a_passport_of_one_municipality(place) -> None:
    people = [{"id": "1", "municipality": "Север"}, {"id": "2", "municipality": "Юг"}, {"id": "3"}]
    records = [{"diagnosis_person": id_, "diagnosis_on": ON} for id_ in IDS]
    kept = passport(people, records).in_municipality(place)
    own = {"Север": "1", "Юг": "2"}[place]
    assert kept.tables[About.PERSON]["id"].to_list() == [own]
    assert kept.tables[About.DIAGNOSIS]["diagnosis_person"].to_list() == [own]
    assert passport(people, records).places(About.MUNICIPALITY) == ("Север", "Юг")
