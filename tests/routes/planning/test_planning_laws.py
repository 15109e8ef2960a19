"""What must hold of every route, checked from its steps alone and against trying every timetable."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from routes.planning.plans import (
    ON,
    Case,
    a_session,
    an_offer,
    cases,
    day,
    different,
    monday,
    policy,
    programme,
    runs_of,
)
from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.measure import Measure
from rsnms.domain.subject import Modality
from rsnms.routes.choice.choice import Reason
from rsnms.routes.planning.comparison import compare_routes
from rsnms.routes.planning.planner import Planner
from rsnms.routes.planning.replanning import replan, terms_left
from rsnms.routes.planning.route import DATED, Route, Stage, Status, Step
from rsnms.routes.planning.terms import Terms
from rsnms.routes.requirements.required import Requirement
from rsnms.routes.requirements.requirements import Requirements

numbers = st.integers(0, 2**32)


def told(requirement: Requirement) -> tuple[str, Deficit | None]:
    return requirement.rule.id, requirement.deficit


def kept(route: Route) -> set[tuple[str, Deficit | None]]:
    return {told(one) for step in route.steps for one in step.requirements}


def unkept(route: Route) -> set[tuple[str, Deficit | None]]:
    return {told(one.requirement) for one in route.unkept}


@given(cases())
def test_no_limit_is_broken(case: Case):
    route, terms = case.plan(), case.terms
    runs = runs_of(route.steps)
    assert case.is_within(runs)
    for one in runs:
        assert terms.begins <= one.begins <= one.ends <= terms.last_day
        assert terms.forms is None or one.offer.form in terms.forms
        assert one.session is None or case.is_open(one.offer, one.session)
        assert one.session is None or (one.session.starts_on, one.session.ends_on) == (one.begins, one.ends)
        assert one.session in one.offer.sessions or not (one.session or one.offer.sessions)
        assert one.offer.audience.posts is None or case.person.sources["post"] in one.offer.audience.posts
    for step in route.steps:
        assert step.begins <= step.ends <= terms.last_day
        if step.offer:
            (one,) = runs_of([step])
            assert step.hours == step.offer.hours
            assert Counter(dict(step.month_hours)) == +one.months
    assert route.hours == sum(one.offer.hours for one in runs)
    assert route.cost == sum((one.offer.cost for one in runs), Decimal(0))
    assert Counter(route.pace) == +sum((one.months for one in runs), Counter())


@given(cases())
def test_nothing_is_better_than_the_learning(case: Case):
    route = case.plan()
    assert route.worth == case.best_by_trying()


@given(cases())
def test_what_could_be_closed_is_open_only_for_something_as_severe(case: Case):
    """A deficit that some timetable closes stays open only where the limits leave no room beside others as severe."""
    route = case.plan()
    for left in route.uncovered:
        alone = replace(case, deficits=(left.deficit,)).best_by_trying()
        if sum(alone[:3]) == 0:
            closed = [one for one in route.deficits if one not in [each.deficit for each in route.uncovered]]
            assert any(one.severity.rank >= left.deficit.severity.rank for one in closed)
            assert left.reason in (Reason.OVER_BUDGET, Reason.NO_TIME)


@given(cases(), numbers)
def test_never_gets_worse_with_one_more_offer(case: Case, seed: int):
    random = Random(seed)  # noqa: S311
    more = an_offer(random, "zz", [one.id for one in case.offers])
    assert case.plan(offers=(*case.offers, more)).worth <= case.plan().worth


@given(cases(), numbers)
def test_never_gets_worse_with_one_more_session(case: Case, seed: int):
    random = Random(seed)  # noqa: S311
    dated = [one for one in case.offers if one.sessions]
    if dated:
        chosen = random.choice(dated)
        wider = chosen.model_copy(update={"sessions": different((a_session(random), *chosen.sessions))})
        offers = tuple(wider if one is chosen else one for one in case.offers)
        assert case.plan(offers=offers).worth <= case.plan().worth


@given(cases(), numbers)
def test_never_gets_worse_with_one_more_seat(case: Case, seed: int):
    random = Random(seed)  # noqa: S311
    taken = [one for one in case.taken if one[2]]
    if taken:
        freed = random.choice(taken)
        wider = tuple((*one[:2], one[2] - 1) if one is freed else one for one in case.taken)
        assert case.plan(taken=wider).worth <= case.plan().worth


@given(cases(), st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_never_gets_worse_with_wider_limits(case: Case, hours: int, a_month: int, cost: int):
    terms = case.terms
    raised = replace(
        terms,
        hours=None if terms.hours is None else terms.hours + hours,
        hours_a_month=None if terms.hours_a_month is None else terms.hours_a_month + a_month,
        cost=None if terms.cost is None else terms.cost + cost,
    )
    worth = case.plan().worth
    assert case.plan(terms=raised).worth <= worth
    without = [replace(terms, **{limit: None}) for limit in ("hours", "hours_a_month", "cost")]
    assert all(case.plan(terms=each).worth <= worth for each in without)


@given(cases(), st.randoms())
def test_no_order_matters(case: Case, random: Random):
    shuffled = case.plan(
        deficits=tuple(random.sample(case.deficits, len(case.deficits))),
        offers=tuple(random.sample(case.offers, len(case.offers))),
    )
    assert shuffled == case.plan()


@given(cases(), st.data())
def test_what_was_planned_before_does_not_matter(case: Case, data: st.DataObject):
    """One planner for many people, with other deficits and other seats taken, gives each what a new one gives."""
    planner = Planner(policy(case.asking), case.offers, case.terms)
    for _ in range(4):
        lacking = data.draw(st.sampled_from((case.deficits, case.deficits[:1])))
        taken = data.draw(st.sampled_from((case.taken, tuple((*one[:2], 0) for one in case.taken), ())))
        other = replace(case, deficits=lacking, taken=taken)
        assert planner.plan(other.person, other.deficits, seats=other.seats) == other.plan()


@given(cases(), st.sampled_from(Severity))
def test_a_further_deficit_takes_no_requirement_away(case: Case, severity: Severity):
    more = Deficit(competency="d", severity=severity)
    before, after = case.plan(), case.plan(deficits=(*case.deficits, more))
    assert kept(before) | unkept(before) <= kept(after) | unkept(after)


@given(cases())
def test_every_requirement_is_kept_by_a_step_or_named(case: Case):
    route = case.plan()
    required = Requirements(policy(case.asking)).of(case.person, case.deficits, ON)
    assert kept(route) | unkept(route) == {told(one) for one in required}
    assert not kept(route) & unkept(route)


@given(cases())
def test_every_deficit_is_closed_by_a_step_or_explained(case: Case):
    route = case.plan()
    closed = {one for step in route.steps for one in step.closes}
    left = [one.deficit for one in route.uncovered]
    assert closed | set(left) == set(route.deficits) == set(case.deficits)
    assert not closed & set(left)
    for step in route.steps:
        assert all(step.offer.closes(one.competency, one.severity) for one in step.closes)


@given(cases())
def test_every_offer_is_there_for_something(case: Case):
    route = case.plan()
    needed = {each for step in route.steps if step.offer for each in step.offer.prerequisites}
    for step in route.steps:
        assert step.closes or step.requirements or step.id in needed or step.stage is Stage.DIAGNOSIS


def begins_after(step: Step, before: Step, terms: Terms) -> bool:
    """Whether a step comes after one that it names.

    The diagnosis may have been on the day itself; a repeated one is on the last days of the period where the working
    day after everything would be beyond it.
    """
    if before.stage is Stage.DIAGNOSIS:
        return step.begins >= before.ends
    if step.stage is Stage.REPEATED_DIAGNOSIS and monday(before.ends + timedelta(days=1)) > terms.last_day:
        return step.begins >= before.ends
    return step.begins > before.ends


@given(cases())
def test_steps_stand_by_stage_and_after_what_they_name(case: Case):
    route = case.plan()
    assert [step.stage for step in route.steps] == sorted((step.stage for step in route.steps), key=list(Stage).index)
    for step in route.steps:
        assert all(begins_after(step, route.step(id_), case.terms) for id_ in step.after)
        if step.offer:
            assert step.offer.prerequisites <= set(step.after)


@given(cases())
def test_steps_have_ids_of_their_own(case: Case):
    ids = [step.id for step in case.plan().steps]
    assert len(set(ids)) == len(ids)


@given(cases())
def test_what_follows_a_step_follows_learning_that_closes_what_it_serves(case: Case):
    route = case.plan()
    following = [step for step in route.steps if "-after-" in step.id]
    for step in following:
        (before,) = (route.step(id_) for id_ in step.after)
        (measure,) = step.measures
        assert step.id == f"{measure}-after-{before.id}"
        assert before.stage is Stage.LEARNING
        assert set(step.serves) <= set(before.closes)
        assert before.offer.kind.is_programme or measure is not Measure.POST_COURSE_SUPPORT
        assert step.begins == before.ends + timedelta(days=1)
        assert step.ends == min(before.ends + timedelta(days=30), case.terms.last_day)
    told_late = [one for one in route.unkept if one.after]
    assert all(route.step(one.after).ends == case.terms.last_day for one in told_late)


@given(cases())
def test_what_runs_throughout_ends_with_the_route_or_the_period(case: Case):
    route = case.plan()
    end = max((step.ends for step in route.steps if step.stage in DATED), default=case.terms.last_day)
    for step in route.of_stage(Stage.THROUGHOUT):
        assert (step.begins, step.ends) == (ON, end)


@given(cases())
def test_the_repeated_diagnosis_follows_what_is_dated_and_is_on_a_working_day(case: Case):
    route = case.plan(asking=((Measure.REPEATED_DIAGNOSIS, Modality.MUST), *case.asking))
    (again,) = route.of_stage(Stage.REPEATED_DIAGNOSIS)
    last_day = case.terms.last_day
    end = max((step.ends for step in route.steps if step.stage in DATED), default=None)
    assert set(again.after) == {step.id for step in route.steps if step.stage in DATED}
    assert again.begins == again.ends <= last_day
    following = monday(end + timedelta(days=1)) if end else date.max
    if following <= last_day:
        assert again.ends == following
    else:
        assert again.ends >= (end or ON)
        between = (again.ends + timedelta(days=n) for n in range(1, (last_day - again.ends).days + 1))
        assert all(each.weekday() >= 5 for each in between)
        assert again.ends.weekday() < 5 or again.ends == (end or ON)


@given(cases())
def test_planned_again_on_the_same_day_with_nothing_done_it_is_the_same(case: Case):
    route = case.plan()
    planner = Planner(policy(case.asking), case.offers, terms_left(route, ON))
    again = replan(planner, route, case.person, done={}, seats=case.seats)
    assert again.steps == route.steps
    assert (again.worth, again.uncovered, again.unkept) == (route.worth, route.uncovered, route.unkept)
    assert compare_routes(route, again).is_same


@given(cases(), st.integers(1, 60), st.randoms())
def test_planned_again_later_it_keeps_to_the_laws_of_steps(case: Case, after: int, random: Random):
    """With some steps done, and deficits that another diagnostics found."""
    route = case.plan(deficits=case.deficits[:1])
    over = [step.id for step in route.steps if step.stage is not Stage.DIAGNOSIS and step.begins <= day(after)]
    done = dict.fromkeys(random.sample(over, random.randint(0, len(over))))
    terms = terms_left(route, day(after))
    planner = Planner(policy(case.asking), case.offers, terms)
    again = replan(planner, route, case.person, done=done, deficits=case.deficits, seats=case.seats)
    ids = [step.id for step in again.steps]
    assert len(set(ids)) == len(ids)
    for step in again.steps:
        assert all(begins_after(step, again.step(id_), terms) for id_ in step.after if id_ != "diagnosis")
        assert step.ends >= terms.begins or step.status is Status.DONE
        if "-after-" in step.id and step.status is not Status.DONE:
            (before,) = (again.step(id_) for id_ in step.after)
            assert set(step.serves) <= set(before.closes)
    required = Requirements(policy(case.asking)).of(case.person, case.deficits, terms.begins)
    assert kept(again) | unkept(again) == {told(one) for one in required}
    assert not kept(again) & unkept(again)


@given(cases())
def test_is_proven_unless_it_has_a_gap(case: Case):
    route = case.plan()
    assert route.is_proven
    assert route.gap is None


@given(cases())
def test_a_limit_said_to_help_helps(case: Case):
    """With the limits that a remedy names the route gets better, where nothing else is in its way."""
    route, terms = case.plan(), case.terms
    for left in route.uncovered:
        for remedy in left.remedies:
            needs = next(one for one in case.offers if one.id == remedy.offer).prerequisites
            if left.reason not in (Reason.OVER_BUDGET, Reason.NO_TIME) or remedy.clashes or needs:
                continue
            raised = replace(
                terms,
                hours=terms.hours if remedy.hours is None else remedy.hours,
                cost=terms.cost if remedy.cost is None else remedy.cost,
                hours_a_month=terms.hours_a_month if remedy.hours_a_month is None else remedy.hours_a_month,
            )
            assert raised != terms
            assert case.plan(terms=raised).worth < route.worth


def test_a_programme_that_enters_the_register_shows_its_worth():
    """A programme on any day waits for the register, with a limit of hours a month or without one."""
    waits = programme("a", "x", register_from=day(10))
    deficit = Deficit(competency="x", severity=Severity.HIGH)
    case = Case((deficit,), (waits,), Terms(begins=ON))
    assert case.plan().steps[-1].begins == day(10)
    assert case.plan(terms=Terms(begins=ON, hours_a_month=100)).worth == case.plan().worth
