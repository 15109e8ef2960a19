"""Two routes of one person, step by step and as a whole."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given

from routes.planning.plans import ON, Case, cases, day, found
from rsnms.routes.planning.comparison import Change, StepChange, compare_routes
from rsnms.routes.planning.route import Route, Stage, Status, Step
from rsnms.routes.planning.terms import Terms


def step(id_, starts=0, length=5, **more):
    return Step(id_, Stage.LEARNING, day(starts), day(starts + length - 1), **more)


def route(*steps):
    return Route("p", "test", ON, Terms(begins=ON), (), steps)


def changes(before, after):
    return {one.step: one.change for one in compare_routes(before, after).steps}


def test_what_became_of_each_step():
    before = route(step("stays"), step("moves"), step("longer"), step("goes"), step("ends"))
    after = route(
        step("new"), step("longer", 0, 6), step("moves", 2), step("stays"), step("ends", 0, 3, status=Status.DONE)
    )
    compared = compare_routes(before, after)
    assert compared.steps == (
        StepChange("new", Change.ADDED, None, (day(0), day(4))),
        StepChange("longer", Change.MOVED, (day(0), day(4)), (day(0), day(5))),
        StepChange("moves", Change.MOVED, (day(0), day(4)), (day(2), day(6))),
        StepChange("stays", Change.KEPT, (day(0), day(4)), (day(0), day(4))),
        StepChange("ends", Change.DONE, (day(0), day(4)), (day(0), day(2))),
        StepChange("goes", Change.REMOVED, (day(0), day(4)), None),
    )
    assert not compared.is_same


def test_a_step_that_was_done_before_is_kept_or_moved():
    done, moved = step("a", status=Status.DONE), step("a", 1, status=Status.DONE)
    assert changes(route(done), route(done)) == {"a": Change.KEPT}
    assert changes(route(done), route(moved)) == {"a": Change.MOVED}
    assert changes(route(done), route(step("a"))) == {"a": Change.KEPT}
    assert changes(route(), route(done)) == {"a": Change.ADDED}


def test_nothing_but_progress_is_the_same():
    before = route(step("a"), step("b"))
    assert compare_routes(before, route(step("a", status=Status.DONE), step("b"))).is_same
    assert not compare_routes(before, route(step("a"))).is_same
    assert not compare_routes(before, route(step("a"), step("b", 1))).is_same
    assert not compare_routes(before, route(step("a"), step("b"), step("c"))).is_same
    assert compare_routes(route(), route()).is_same


def test_hours_and_last_days_of_both():
    before, after = route(step("a", hours=16), step("b", 30, hours=8)), route(step("a", hours=16))
    compared = compare_routes(before, after)
    assert (compared.hours, compared.ends_on) == ((24, 16), (day(34), day(4)))
    assert compare_routes(route(), after).ends_on is None
    assert compare_routes(before, route()).ends_on is None
    assert compare_routes(route(), after).hours == (0, 16)


def test_what_runs_throughout_and_the_diagnosis_are_no_last_days():
    throughout, diagnosed = replace(step("t", 0, 99), stage=Stage.THROUGHOUT), replace(step("d"), stage=Stage.DIAGNOSIS)
    assert compare_routes(route(step("a"), throughout), route(diagnosed, step("a", 9))).ends_on == (day(4), day(13))
    assert compare_routes(route(step("a")), route(diagnosed, throughout)).ends_on is None


def test_deficits_that_only_one_of_them_closes():
    before = route(step("a", closes=tuple(found("xy"))), step("b", closes=tuple(found("y"))))
    after = replace(route(step("a", closes=tuple(found("ywz")))), deficits=tuple(found("wxyz")))
    compared = compare_routes(before, after)
    assert (compared.newly_closed, compared.no_longer_closed) == (("w", "z"), ("x",))
    gone = replace(after, deficits=tuple(found("wyz")))
    assert compare_routes(before, gone).no_longer_closed == ()


@given(cases(), cases())
def test_comparing_backwards_tells_the_opposite(one: Case, other: Case):
    before, after = one.plan(), other.plan()
    there, back = compare_routes(before, after), compare_routes(after, before)
    opposite = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED}
    assert {each.step: opposite.get(each.change, each.change) for each in there.steps} == {
        each.step: each.change for each in back.steps
    }
    assert there.hours == back.hours[::-1]
    open_ = {deficit.competency for deficit in after.deficits}
    assert set(there.no_longer_closed) == set(back.newly_closed) & open_
    assert compare_routes(before, before).is_same
    shifted = route(*(Step(s.id, s.stage, s.begins + timedelta(1), s.ends + timedelta(1)) for s in before.steps))
    assert set(changes(before, shifted).values()) <= {Change.MOVED}
