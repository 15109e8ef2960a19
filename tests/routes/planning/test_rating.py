"""A route rated by a repeated diagnostics: only what was assessed after it was made counts."""

from fractions import Fraction

import pytest

from routes.planning.plans import ON, day, found
from rsnms.domain import Text
from rsnms.domain.competency import Deficit, Severity
from rsnms.policy.competencies import Instrument, Measured, ResultLevel
from rsnms.routes.diagnostics.deficits import Found, PersonDeficits
from rsnms.routes.diagnostics.results import Result
from rsnms.routes.planning.rating import Outcome, Rated, rate_route
from rsnms.routes.planning.route import Route, Stage, Step
from rsnms.routes.planning.terms import Terms

TEST = Instrument("test", Text("Тест"), "test")


def assessed(competency, severity=None, on=30):
    measured = Measured(competency, Text(competency), competency)
    result = Result("p", day(on), TEST, measured, level=ResultLevel("уровень", severity=severity))
    return Found(competency, severity, (result,))


def made(*deficits, steps=(), who="p"):
    return Route(who, "test", ON, Terms(begins=ON), deficits, steps)


def rate(route, *results, who="p"):
    return rate_route(route, PersonDeficits(who, results))


def outcome(before, after):
    (rated,) = rate(made(*found("x", before)), assessed("x", after)).rated
    return rated.outcome, rated.after


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (Severity.LOW, None, Outcome.CLOSED),
        (Severity.HIGH, None, Outcome.CLOSED),
        (Severity.HIGH, Severity.MEDIUM, Outcome.LESSENED),
        (Severity.HIGH, Severity.LOW, Outcome.LESSENED),
        (Severity.MEDIUM, Severity.LOW, Outcome.LESSENED),
        (Severity.MEDIUM, Severity.MEDIUM, Outcome.UNCHANGED),
        (Severity.LOW, Severity.LOW, Outcome.UNCHANGED),
        (Severity.LOW, Severity.MEDIUM, Outcome.WORSENED),
        (Severity.MEDIUM, Severity.HIGH, Outcome.WORSENED),
    ],
)
def test_what_became_of_a_deficit(before, after, expected):
    assert outcome(before, after) == (expected, after)


def test_a_result_counts_when_it_is_later_than_the_route():
    for on, expected in ((-5, Outcome.NOT_ASSESSED), (0, Outcome.NOT_ASSESSED), (1, Outcome.CLOSED)):
        (rated,) = rate(made(*found("x")), assessed("x", on=on)).rated
        assert rated.outcome is expected
        assert rated.assessed_on == (day(on) if expected is Outcome.CLOSED else None)


def test_of_what_was_not_assessed_nothing_follows():
    rating = rate(made(*found("xy")), assessed("y"))
    assert rating.rated[0] == Rated(found("x")[0], Outcome.NOT_ASSESSED)
    assert (rating.assessed, rating.share_closed) == (1, Fraction(1))
    nothing = rate(made(*found("x")))
    assert (nothing.assessed, nothing.share_closed) == (0, None)


def test_counts_and_the_share_of_those_assessed():
    rating = rate(
        made(*found("vwxyz", Severity.MEDIUM)),
        assessed("v"),
        assessed("w", Severity.LOW),
        assessed("x", Severity.MEDIUM),
        assessed("y", Severity.HIGH),
    )
    assert [one.outcome for one in rating.rated] == [
        Outcome.CLOSED,
        Outcome.LESSENED,
        Outcome.UNCHANGED,
        Outcome.WORSENED,
        Outcome.NOT_ASSESSED,
    ]
    assert [rating.count(one) for one in Outcome] == [1] * 5
    assert (rating.assessed, rating.share_closed) == (4, Fraction(1, 4))


def test_new_deficits_are_those_that_the_route_did_not_know():
    rating = rate(
        made(*found("x")), assessed("x"), assessed("y", Severity.LOW), assessed("z"), assessed("w", Severity.HIGH, -1)
    )
    assert rating.new == (Deficit(competency="y", severity=Severity.LOW, found_on=day(30)),)


def test_names_the_steps_that_were_to_close_it():
    steps = [
        Step(id_, Stage.LEARNING, ON, ON, closes=tuple(found(closes))) for id_, closes in (("a", "x"), ("b", "xy"))
    ]
    steps.append(Step("c", Stage.TRANSFER, ON, ON, serves=tuple(found("x"))))
    rating = rate(made(*found("xyz"), steps=tuple(steps)), assessed("x", Severity.LOW))
    assert [one.steps for one in rating.rated] == [("a", "b"), ("b",), ()]


def test_the_results_of_another_person_are_refused():
    with pytest.raises(ValueError, match="the route is of p, the results are of q"):
        rate(made(*found("x")), who="q")
    assert rate(made(*found("x"), who=None), assessed("x"), who="q").person is None
