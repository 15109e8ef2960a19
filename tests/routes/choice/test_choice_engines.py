"""The ways to choose against each other."""

import sys
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.choice.choosing import ON, TEACHER, Case, cases, deficits, offer
from rsnms.domain.extras import LibraryMissingError
from rsnms.domain.offer import Offer
from rsnms.routes.choice.choice import Limits, choose
from rsnms.routes.choice.cover import cover
from rsnms.routes.choice.greedy import grab
from rsnms.routes.choice.problem import Problem, pose, without_dominated
from rsnms.routes.choice.solver import solve


def posed(case: Case) -> Problem:
    """Without prerequisites and hindrances."""
    by_id = {one.id: one for one in case.offers}
    closures = {id_: frozenset({id_}) for id_ in by_id}
    return pose(case.deficits, by_id, closures, on=ON, hours=case.limits.hours, cost=case.limits.cost)


@given(cases(limits=False, prerequisites=False, hindered=False))
def test_the_dynamic_programme_and_the_solver_choose_the_same(case: Case):
    problem = posed(case)
    chosen = cover(problem)
    assert chosen == cover(without_dominated(problem)) == solve(problem).ids
    assert case.worth(chosen) == case.best_by_trying()


@given(cases(prerequisites=False, hindered=False), st.integers(0, 40))
def test_they_choose_the_same_within_hours(case: Case, hours: int):
    case = replace(case, limits=Limits(hours=hours))
    problem = posed(case)
    assert cover(problem) == cover(without_dominated(problem)) == solve(problem).ids


@given(cases(prerequisites=False, hindered=False))
def test_offers_removed_as_dominated_are_never_missed_under_limits(case: Case):
    problem = posed(case)
    assert solve(problem) == solve(without_dominated(problem))


@given(cases(prerequisites=False, hindered=False))
def test_the_greedy_choice_is_allowed_and_never_better(case: Case):
    problem = posed(case)
    chosen = grab(problem)
    assert case.is_allowed(chosen)
    assert problem.objective(chosen) >= problem.objective(solve(problem).ids)


def test_the_greedy_choice_can_be_worse():
    offers = (offer("a", "abcd", 10), offer("b", "abef", 11), offer("c", "cdef", 11))
    problem = posed(Case(tuple(deficits("abcdef")), offers))
    assert problem.objective(grab(problem)).hours == problem.objective(cover(problem)).hours == 21
    offers = (offer("a", "abc", 3), offer("b", "abd", 4), offer("c", "cef", 4), offer("d", "de", 4), offer("e", "f", 4))
    problem = posed(Case(tuple(deficits("abcdef")), offers))
    assert (problem.objective(grab(problem)).hours, problem.objective(cover(problem)).hours) == (11, 8)


def test_the_solver_reports_the_gap_when_its_effort_runs_out():
    offers = tuple(offer(f"{a}{b}", a + b, 5 + ord(a) * ord(b) % 7) for a in "abcdefgh" for b in "abcdefgh")
    solved = solve(posed(Case(tuple(deficits("abcdefgh")), offers)), effort=0.0)
    assert solved.gap
    assert solved.gap.bound <= solved.gap.reached
    assert solved.ids


SHARED = [offer("a", "x", prerequisites=frozenset("c")), offer("b", "y", prerequisites=frozenset("c")), offer("c", "")]


@pytest.mark.parametrize(("offers", "limits"), [(SHARED, Limits()), ([offer("a", "x")], Limits(cost=Decimal(5)))])
def test_names_the_extra_where_the_solver_is_missing(offers: list[Offer], limits: Limits, monkeypatch):
    monkeypatch.setitem(sys.modules, "ortools.sat.python.cp_model", None)
    with pytest.raises(LibraryMissingError) as raised:
        choose(deficits("xy"), offers, TEACHER, on=ON, limits=limits)
    assert "rsnms[routes]" in raised.value.text("en")


@pytest.mark.parametrize("limits", [Limits(), Limits(hours=30)])
def test_needs_no_solver_without_a_limit_of_cost(limits: Limits, monkeypatch):
    monkeypatch.setitem(sys.modules, "ortools.sat.python.cp_model", None)
    nested = [offer("a", "x", prerequisites=frozenset("b")), offer("b", "y", prerequisites=frozenset("c")), SHARED[2]]
    choice = choose(deficits("xy"), nested, TEACHER, on=ON, limits=limits)
    assert [one.offer.id for one in choice.chosen] == ["a", "b", "c"]
