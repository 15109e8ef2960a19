"""The choice against its definition, and what must hold of it whatever the input."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.choice.choosing import ON, TEACHER, Case, cases, deficits, offer, whole
from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.offer import OfferKind
from rsnms.routes.choice.choice import Limits, Objective, choose
from rsnms.routes.fitting.hindrance import Reason


@given(cases())
def test_is_the_best_of_all_sets_of_offers(case: Case):
    choice = case.choose()
    assert choice.is_proven
    assert whole(choice) == case.best_by_trying()


@given(cases())
def test_keeps_to_the_limits_and_takes_prerequisites(case: Case):
    assert case.is_allowed(frozenset(one.offer.id for one in case.choose().chosen))


@given(cases(limits=False))
def test_leaves_no_coverable_deficit_open_without_budgets(case: Case):
    for left in case.choose().uncovered:
        alone = replace(case, deficits=(left.deficit,)).best_by_trying()
        assert sum(alone[:3]) == 1


@given(cases())
def test_says_of_every_deficit_what_closes_it_or_why_nothing_does(case: Case):
    choice = case.choose()
    closed = {deficit for one in choice.chosen for deficit in one.closes}
    left = [one.deficit for one in choice.uncovered]
    assert closed | set(left) == set(case.deficits)
    assert not closed & set(left)
    assert all(one.offer.closes(d.competency, d.severity) for one in choice.chosen for d in one.closes)


@given(cases())
def test_never_gets_worse_with_one_more_offer(case: Case):
    more = offer("zz", case.deficits[0].competency, 5)
    assert case.choose(offers=(*case.offers, more)).objective <= case.choose().objective


@given(cases(), st.integers(0, 20))
def test_never_gets_worse_with_higher_budgets(case: Case, more: int):
    limits = case.limits
    raised = replace(
        limits,
        hours=None if limits.hours is None else limits.hours + more,
        cost=None if limits.cost is None else limits.cost + more,
    )
    assert case.choose(limits=raised).objective <= case.choose().objective


@given(cases(), st.randoms())
def test_does_not_depend_on_the_order_of_the_input(case: Case, random: Random):
    shuffled = case.choose(
        deficits=tuple(random.sample(case.deficits, len(case.deficits))),
        offers=tuple(random.sample(case.offers, len(case.offers))),
    )
    assert shuffled == case.choose()


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        pytest.param([offer("a", "xy", 10), offer("b", "x", 4), offer("c", "y", 5)], ["b", "c"], id="fewest hours"),
        pytest.param(
            [
                offer("a", "xy", kind=OfferKind.UPSKILLING),
                offer("b", "xy", kind=OfferKind.UPSKILLING, register_from=ON, cost=Decimal(9)),
            ],
            ["b"],
            id="the register before the cost",
        ),
        pytest.param([offer("a", "xy", cost=Decimal(2)), offer("b", "xy", cost=Decimal(1))], ["b"], id="lowest cost"),
        pytest.param([offer("a", "x", 5), offer("b", "y", 5), offer("c", "xy")], ["c"], id="fewest offers"),
        pytest.param([offer("b", "xy"), offer("a", "xy")], ["a"], id="the smallest ids"),
        pytest.param(
            [offer("a", "x", 8, prerequisites=frozenset("b")), offer("b", "", 5), offer("c", "x", 12), offer("d", "y")],
            ["c", "d"],
            id="with the hours of its prerequisite it is the longer one",
        ),
        pytest.param(
            [
                offer("a", "x", 2, prerequisites=frozenset("c")),
                offer("b", "y", 2, prerequisites=frozenset("c")),
                *(offer("c", "", 7), offer("d", "x", 7), offer("e", "y", 7)),
            ],
            ["a", "b", "c"],
            id="a prerequisite that two share counts once",
        ),
    ],
)
def test_prefers(offers, expected):
    choice = choose(deficits("xy"), offers, TEACHER, on=ON)
    assert [one.offer.id for one in choice.chosen] == expected
    assert not choice.uncovered


def test_covers_the_most_severe_first_within_the_hours():
    found = [*deficits("x"), *deficits("yz", Severity.LOW)]
    choice = choose(found, [offer("a", "yz"), offer("b", "x")], TEACHER, on=ON, limits=Limits(hours=10))
    assert choice.objective == Objective(0, 0, 2, 10, 0, Decimal(0), 1)
    assert [one.reason for one in choice.uncovered] == [Reason.OVER_BUDGET] * 2


def test_a_register_entry_that_ended_does_not_count():
    ended = offer("a", "x", kind=OfferKind.UPSKILLING, register_from=ON, register_until=ON)
    assert choose(deficits("x"), [ended], TEACHER, on=ON).objective.unregistered == 0
    assert choose(deficits("x"), [ended], TEACHER, on=ON + timedelta(days=1)).objective.unregistered == 1


def test_of_two_deficits_in_a_competency_the_more_severe_counts():
    found = [*deficits("x", Severity.LOW), *deficits("x", Severity.HIGH)]
    weak = offer("a", {"x": Severity.MEDIUM})
    choice = choose(found, [weak], TEACHER, on=ON)
    assert [one.deficit for one in choice.uncovered] == [Deficit(competency="x", severity=Severity.HIGH)]


def test_nothing_lacking_and_nothing_on_offer_are_empty_choices():
    assert choose([], [offer("a", "x")], TEACHER, on=ON).chosen == ()
    assert choose(deficits("x"), [], TEACHER, on=ON).uncovered[0].reason is Reason.NO_OFFER
    assert choose(deficits("x"), [], TEACHER, on=ON, limits=Limits(hours=0)).is_proven


def test_more_deficits_than_the_dynamic_programme_takes_are_solved_too():
    letters = "abcdefghijklmnopqrstuv"
    choice = choose(deficits(letters), [offer(each, each, 1) for each in letters], TEACHER, on=ON)
    assert (choice.is_proven, choice.objective.hours) == (True, 22)


def test_refuses_two_offers_with_one_id():
    with pytest.raises(ValueError, match="two offers of the catalogue have the id 'a'"):
        choose(deficits("x"), [offer("a", "x"), offer("a", "y")], TEACHER, on=ON)


@pytest.mark.parametrize("limits", [{"hours": -1}, {"cost": Decimal(-1)}])
def test_refuses_limits_below_nothing(limits):
    with pytest.raises(ValueError, match="expected 0 or more"):
        Limits(**limits)
