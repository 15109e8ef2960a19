"""Deficits: the latest result counts, what was not assessed is not zero, contradictions are told."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms.domain.competency import Severity
from rsnms.domain.text import Text
from rsnms.policy.competencies import Cut, Instrument, Measured, ResultLevel
from rsnms.routes.diagnostics.deficits import find_deficits
from rsnms.routes.diagnostics.results import Result

ON = date(2024, 11, 15)
CUTS = (
    Cut(Severity.HIGH, Fraction(2, 5), is_share=True),
    Cut(Severity.MEDIUM, Fraction(3, 5), is_share=True),
    Cut(Severity.LOW, Fraction(4, 5), is_share=True),
)
LOW, FINE = ResultLevel("низкий", severity=Severity.HIGH), ResultLevel("высокий")
TEST = Instrument("test", Text("Тест"), "ru", cuts=CUTS, levels=(LOW, FINE))
POINTS = Instrument("points", Text("Баллы"), "ru", cuts=(Cut(Severity.HIGH, Fraction(12), is_share=False),))
ICT, METHODS = (Measured(one, Text(one), one) for one in ("ict", "methodical"))


def result(measured=ICT, share=None, *, on=ON, person="1", instrument=TEST, points=None, level=None, row=None):
    share = None if share is None else Fraction(share)
    points = None if points is None else Fraction(points)
    return Result(person, on, instrument, measured, share, points, level, row=row)


def severities(*results, on=ON):
    (person,) = find_deficits(results, on)
    return {one.competency: one.severity for one in person.found}


@pytest.mark.parametrize(
    ("share", "severity"),
    [
        ("0", Severity.HIGH),
        ("0.3999", Severity.HIGH),
        ("0.4", Severity.MEDIUM),
        ("0.6", Severity.LOW),
        ("0.7999", Severity.LOW),
        ("0.8", None),
        ("1", None),
    ],
)
def test_a_deficit_begins_below_its_cut_point(share, severity) -> None:
    assert severities(result(share=share)) == {"ict": severity}


def test_points_and_levels_have_their_own_cut_points() -> None:
    assert severities(result(points=11, instrument=POINTS)) == {"ict": Severity.HIGH}
    assert severities(result(points=12, instrument=POINTS)) == {"ict": None}
    assert severities(result(level=LOW)) == {"ict": Severity.HIGH}
    assert severities(result(level=FINE)) == {"ict": None}


def test_a_block_may_have_cut_points_of_its_own() -> None:
    strict = Measured("ict", Text("ict"), "ict", cuts=(Cut(Severity.LOW, Fraction(19, 20), is_share=True),))
    assert severities(result(strict, "0.9")) == {"ict": Severity.LOW}


def test_the_latest_result_counts_and_later_days_do_not() -> None:
    before, after = ON - timedelta(days=30), ON + timedelta(days=1)
    old, new, future = result(share="0.1", on=before), result(share="0.9"), result(share="0.2", on=after)
    assert severities(future, new, old) == {"ict": None}
    assert severities(future, new, old, on=before) == {"ict": Severity.HIGH}
    (person,) = find_deficits([old, new], ON)
    assert person.found[0].on == ON


def test_what_was_not_assessed_is_neither_zero_nor_a_result() -> None:
    (person,) = find_deficits([result(), result(METHODS, "0.5")], ON)
    assert [one.competency for one in person.found] == ["methodical"]
    assert person.not_assessed == ("ict",)
    (later,) = find_deficits([result(share="0.5", on=ON - timedelta(days=9)), result()], ON)
    assert later.not_assessed == ()
    assert severities(result(share="0.5", on=ON - timedelta(days=9)), result()) == {"ict": Severity.MEDIUM}


def test_a_result_that_no_cut_point_can_be_applied_to_is_not_assessed() -> None:
    (person,) = find_deficits([result(share="0.5", instrument=POINTS)], ON)
    assert (person.found, person.not_assessed) == ((), ("ict",))


def test_contradicting_results_are_told_and_the_more_severe_one_counts() -> None:
    (person,) = find_deficits([result(share="0.9", row=2), result(share="0.3", row=3)], ON)
    assert [one.competency for one in person.conflicts] == ["ict"]
    assert person.deficits[0].severity is Severity.HIGH


def test_blocks_of_one_competency_do_not_contradict_each_other() -> None:
    boards = Measured("boards", Text("boards"), "ict")
    (person,) = find_deficits([result(share="0.9"), result(boards, "0.3")], ON)
    assert person.conflicts == ()
    assert person.deficits[0].severity is Severity.HIGH


def test_the_most_severe_deficits_come_first() -> None:
    subject = Measured("subject", Text("subject"), "subject")
    (person,) = find_deficits([result(METHODS, "0.7"), result(share="0.9"), result(subject, "0.1")], ON)
    assert [one.competency for one in person.found] == ["subject", "methodical", "ict"]
    assert [one.competency for one in person.deficits] == ["subject", "methodical"]


RESULTS = st.lists(
    st.builds(
        result,
        st.sampled_from((ICT, METHODS)),
        st.none() | st.fractions(0, 1, max_denominator=40),
        on=st.dates(date(2024, 11, 1), date(2024, 11, 20)),
        person=st.sampled_from(("1", "2")),
    ),
    max_size=8,
)


@given(RESULTS, st.randoms())
def test_the_order_of_rows_does_not_matter(results, random) -> None:
    shuffled = results[:]
    random.shuffle(shuffled)

    def said(rows):
        return {one.person: (one.deficits, set(one.not_assessed)) for one in find_deficits(rows, ON)}

    assert said(results) == said(shuffled)


@given(RESULTS)
def test_deficits_are_what_the_latest_day_shows(results) -> None:
    for person in find_deficits(results, ON):
        for found in person.found:
            mine = [one for one in results if one.person == person.person]
            told = [one for one in mine if one.measured.competency == found.competency]
            days = [one.on for one in told if one.share is not None and one.on <= ON]
            assert found.on == max(days)
            shares = [one.share for one in told if one.on == found.on and one.share is not None]
            assert found.severity == result(share=min(shares)).severity
