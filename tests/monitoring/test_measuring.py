"""What is measured: values with bounds that hold, statuses, gaps, places."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms.domain.fact import About, Fact, FactType, FactValue
from rsnms.domain.level import Level
from rsnms.domain.target import Amount, Bound, Milestone
from rsnms.domain.text import Text
from rsnms.monitoring.counts import Bounded
from rsnms.monitoring.measuring import Status, gap_of, measure, status_of
from rsnms.monitoring.passport import Passport, frame_of
from rsnms.monitoring.snapshot import Snapshot
from rsnms.policy.conditions import Comparison, Op
from rsnms.policy.indicators import Indicator, Population, Ratio, Share, State, Tally
from rsnms.policy.model import Policy
from rsnms.testing.condition_trees import draw_atom, draw_case, draw_condition

ON = date(2024, 11, 15)
YEAR_END = date(2024, 12, 31)
PLACES = ("Северный", "Южный")
FACTS = (
    Fact("trained", FactType.BOOLEAN, Text("trained")),
    Fact("hours", FactType.INTEGER, Text("hours")),
    Fact("kind", FactType.CHOICE, Text("kind"), values=tuple(FactValue(one, Text(one)) for one in ("a", "b", "c"))),
    Fact("roles", FactType.CHOICES, Text("roles"), values=tuple(FactValue(one, Text(one)) for one in ("x", "y"))),
)
TRAINED, HOURS = FACTS[0], FACTS[1]
PERSON_PLACES = (
    Fact("municipality", FactType.TEXT, Text("municipality")),
    Fact("organisation", FactType.TEXT, Text("organisation")),
)
TEAMS = (
    Fact("team_trained", FactType.BOOLEAN, Text("team_trained"), About.TEAM),
    Fact("team_municipality", FactType.TEXT, Text("team_municipality"), About.TEAM),
)
POLICY = Policy("x", Text("Край"), Level.REGIONAL, facts={one.name: one for one in (*FACTS, *PERSON_PLACES, *TEAMS)})


def met(fact, op=Op.IS, operand=True):
    return Comparison(fact, op, operand)


def snapshot(*people, teams=None):
    tables = {About.PERSON: frame_of(people, (*FACTS, *PERSON_PLACES), ids=False)}
    if teams is not None:
        tables[About.TEAM] = frame_of(teams, TEAMS, ids=False)
    return Snapshot(Passport(tables), POLICY, ON, ON)


def indicator(measure_):
    return Indicator("i", Text("i"), "x", measure=measure_)


def at_least(value, due=YEAR_END):
    return Milestone(due, Amount(Bound.AT_LEAST, Fraction(value)))


@st.composite
def trials(draw):
    """Conditions for a population and its part, people with gaps, and the same people with the gaps filled in."""
    of = draw_condition(draw, FACTS, known_ops=False, depth=2) if draw(st.booleans()) else None
    where = draw_condition(draw, FACTS, known_ops=False, depth=2)
    people = [draw_case(draw, FACTS, where) for _ in range(draw(st.integers(0, 5)))]
    filled = [{fact.name: person.get(fact.name, None) for fact in FACTS} for person in people]
    for person in filled:
        for fact in FACTS:
            if person[fact.name] is None:
                person[fact.name] = draw_atom(draw, fact)
    return of, where, people, filled


@given(trials())
def test_bounds_contain_the_value_however_the_unknown_turns_out(trial) -> None:
    of, where, people, filled = trial
    for kind in (Share(About.PERSON, of, where), Tally(About.PERSON, where)):
        found = measure(indicator(kind), snapshot(*people), None, ON).whole.value
        true = measure(indicator(kind), snapshot(*filled), None, ON).whole.value
        if true.value is not None:
            assert true.low == true.value == true.high
            assert found.low <= true.value <= found.high


@pytest.mark.parametrize("trained", [True, False])
def test_a_share_of_perhaps_nobody_is_neither_met_nor_missed(trained) -> None:
    """Whether the only person belongs to the population is not known: if not, it is a share of nobody."""
    grown = Share(About.PERSON, Comparison(HOURS, Op.AT_LEAST, 1), Comparison(TRAINED, Op.IS, True))
    found = measure(indicator(grown), snapshot({"trained": trained}), at_least("1/2"), date(2025, 6, 1))
    assert found.whole.status is Status.UNDECIDED


@given(trials(), st.lists(st.integers(0, 2), min_size=5, max_size=5))
def test_places_add_up_to_the_whole(trial, where_from) -> None:
    of, where, people, _ = trial
    placed = [
        person | ({"municipality": PLACES[place]} if place < 2 else {})
        for person, place in zip(people, where_from, strict=False)
    ]
    measured = measure(indicator(Share(About.PERSON, of, where)), snapshot(*placed), None, ON)
    parts = measured.municipalities.values()
    assert sum(part.numerator for part in parts) == measured.whole.numerator
    assert sum(part.denominator for part in parts) == measured.whole.denominator
    assert sum(part.unknown for part in parts) == measured.whole.unknown


def test_a_share_with_its_target_gap_and_missing_facts() -> None:
    people = [{"trained": True}, {"trained": False}, {"trained": False}, {}]
    measured = measure(indicator(Share(About.PERSON, None, met(TRAINED))), snapshot(*people), at_least("1/2"), ON)
    assert (measured.whole.numerator, measured.whole.denominator, measured.whole.unknown) == (1, 4, 1)
    assert measured.whole.value == Bounded(Fraction(1, 4), Fraction(1, 4), Fraction(1, 2))
    assert (measured.status, measured.whole.gap) == (Status.PENDING, 1)
    assert measured.missing == {"trained": 1}


@pytest.mark.parametrize(
    ("low", "high", "is_past", "status"),
    [
        ("1/2", "1/2", False, Status.MET),
        ("1/2", 1, True, Status.MET),
        ("1/3", "2/3", False, Status.PENDING),
        ("1/3", "2/3", True, Status.UNDECIDED),
        ("1/4", "1/3", True, Status.MISSED),
        (None, None, True, Status.UNDECIDED),
        (None, None, False, Status.PENDING),
    ],
)
def test_what_can_be_said_of_a_target(low, high, is_past, status) -> None:
    low, high = (None if one is None else Fraction(one) for one in (low, high))
    assert status_of(Bounded(low, low, high), Amount(Bound.AT_LEAST, Fraction(1, 2)), is_past=is_past) is status


def test_an_upper_limit_is_judged_from_the_other_side() -> None:
    limit = Amount(Bound.AT_MOST, Fraction(250))
    assert status_of(Bounded(None, Fraction(200), Fraction(250)), limit, is_past=True) is Status.MET
    assert status_of(Bounded(None, Fraction(251), Fraction(300)), limit, is_past=True) is Status.MISSED
    assert status_of(Bounded(None, Fraction(200), None), limit, is_past=True) is Status.UNDECIDED


@given(st.integers(0, 60), st.integers(1, 60), st.fractions(0, 1, max_denominator=100))
def test_the_gap_of_a_share_is_just_enough(numerator, denominator, share) -> None:
    numerator = min(numerator, denominator)
    amount = Amount(Bound.AT_LEAST, share)
    gap = gap_of(numerator, denominator, amount)
    assert amount.is_met_by(Fraction(numerator + gap, denominator))
    assert gap == 0 or not amount.is_met_by(Fraction(numerator + gap - 1, denominator))


@given(st.integers(0, 900), st.integers(0, 9), st.integers(1, 300))
def test_the_gap_of_a_load_is_the_methodists_that_are_missing(people, methodists, most) -> None:
    amount = Amount(Bound.AT_MOST, Fraction(most))
    gap = gap_of(people, methodists, amount, is_ratio=True)
    enough = methodists + gap
    assert people == 0 or amount.is_met_by(Fraction(people, enough))
    assert gap == 0 or enough == 1 or not amount.is_met_by(Fraction(people, enough - 1))


def test_a_ratio_of_two_tables() -> None:
    people = [{"trained": True}] * 5 + [{}]
    teams = [{"team_trained": True}, {"team_trained": False}, {}]
    kind = Ratio(Population(About.PERSON, met(TRAINED)), Population(About.TEAM, met(TEAMS[0])))
    measured = measure(indicator(kind), snapshot(*people, teams=teams), None, ON)
    assert measured.whole.value == Bounded(Fraction(5), Fraction(5, 2), Fraction(6))
    assert (measured.whole.numerator, measured.whole.denominator, measured.whole.unknown) == (5, 1, 2)
    assert measured.status is Status.NO_TARGET


def test_a_count_in_each_municipality_is_that_of_the_one_that_falls_shortest() -> None:
    teams = [
        *({"team_trained": True, "team_municipality": "Северный"} for _ in range(3)),
        {"team_trained": True, "team_municipality": "Южный"},
    ]
    kind = Tally(About.TEAM, met(TEAMS[0]), About.MUNICIPALITY)
    measured = measure(indicator(kind), snapshot({"municipality": "Дальний"}, teams=teams), at_least(2), ON)
    assert {place: (part.numerator, part.gap) for place, part in measured.municipalities.items()} == {
        "Дальний": (0, 2),
        "Северный": (3, None),
        "Южный": (1, 1),
    }
    assert (measured.whole.numerator, measured.whole.denominator) == (1, 3)
    assert (measured.whole.value.value, measured.whole.gap, measured.status) == (0, 3, Status.PENDING)


def test_a_team_of_an_unknown_place_may_stand_anywhere() -> None:
    teams = [{"team_trained": True, "team_municipality": "Северный"}, {"team_trained": True}]
    kind = Tally(About.TEAM, met(TEAMS[0]), About.MUNICIPALITY)
    past = at_least(2, date(2023, 12, 31))
    measured = measure(indicator(kind), snapshot({"municipality": "Северный"}, teams=teams), past, ON)
    assert measured.status is Status.UNDECIDED
    assert measured.municipalities["Северный"].value == Bounded(Fraction(1), Fraction(1), Fraction(2))


def test_a_missing_table_is_named() -> None:
    kind = Ratio(Population(About.PERSON), Population(About.TEAM))
    measured = measure(indicator(kind), snapshot({"trained": True}), at_least(1), ON)
    assert (measured.whole, measured.reason, measured.tables) == (None, "no-table", ("teams",))
    assert measured.status is Status.UNDECIDED


def test_a_state_is_not_counted() -> None:
    with pytest.raises(ValueError, match="evidence"):
        measure(indicator(State()), snapshot(), None, ON)


@given(st.data())
def test_the_order_of_rows_does_not_matter(data) -> None:
    of, where, people, _ = data.draw(trials())
    kind = indicator(Share(About.PERSON, of, where))
    shuffled = data.draw(st.permutations(people))
    assert measure(kind, snapshot(*people), None, ON).whole == measure(kind, snapshot(*shuffled), None, ON).whole
