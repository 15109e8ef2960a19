"""A route planned again: what is done or begun stays, what it closed is closed, the rest is the best that is left."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rsnms
from routes.choice.choosing import offer
from routes.planning.plans import (
    MANAGERS,
    ON,
    Case,
    cases,
    day,
    for_deficits,
    found,
    person,
    policy,
    policy_of,
    programme,
    rule,
    run,
)
from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.educator import Post
from rsnms.domain.measure import Measure
from rsnms.domain.offer import OfferKind
from rsnms.reports.routes.records import route_record
from rsnms.routes.fitting.hindrance import Reason
from rsnms.routes.planning.openings import Seats
from rsnms.routes.planning.planner import Planner
from rsnms.routes.planning.replanning import DoneDayError, UnknownStepError, deficits_since, replan, terms_left
from rsnms.routes.planning.route import Route, Stage, Status, Step
from rsnms.routes.planning.saved import read_routes
from rsnms.routes.planning.steps import provides
from rsnms.routes.planning.terms import Terms
from rsnms.routes.requirements.required import Requirement

VOLGOGRAD = rsnms.load_policies()["ru/volgograd"].on(ON)
YEAR = Terms(begins=ON)
PROGRAMME = for_deficits("programme", Measure.REGISTER_PROGRAMME)
TRANSFER = rule("transfer", Measure.TRANSFER_INTO_PRACTICE, after=(Measure.REGISTER_PROGRAMME,))
AGAIN = for_deficits("again", Measure.REPEATED_DIAGNOSIS)
HORIZONTAL = for_deficits("horizontal", Measure.HORIZONTAL_LEARNING)
FIRST = programme("a", "x", 16, sessions=(run(0, 10),), cost=Decimal(3))
SECOND = programme("b", "y", 24, sessions=(run(20, 10), run(60, 10)), cost=Decimal(3))


def plan(offers, deficits, *rules, terms=YEAR):
    return Planner(policy_of(*rules), offers, terms).plan(person(), deficits)


def again(route, offers, *rules, on, done=None, policy=None, **more):
    planner = Planner(policy or policy_of(*rules), offers, terms_left(route, on))
    return replan(planner, route, more.pop("who", person()), done=done or {}, **more)


def dates(route):
    return {step.id: (step.begins, step.ends, step.status) for step in route.steps if step.stage is not Stage.DIAGNOSIS}


def test_the_terms_that_are_left():
    route = plan([], [], terms=Terms(begins=ON, until=day(100), hours=36))
    assert terms_left(route, day(10)) == Terms(begins=day(10), until=day(100), hours=36)
    assert terms_left(route, day(101)) == Terms(begins=day(101), until=day(101), hours=36)
    assert terms_left(plan([], []), day(1)).until == date(2026, 3, 3)


def test_done_steps_stay_and_what_they_closed_is_not_planned_again():
    route = plan([FIRST, SECOND], found("xy"))
    cheaper = offer("c", "x", 1)
    later = again(route, [FIRST, SECOND, cheaper], on=day(12), done={"a": None})
    assert dates(later) == {
        "a": (day(0), day(9), Status.DONE),
        "b": (day(20), day(29), Status.PLANNED),
    }
    assert later.step("a").closes == tuple(found("x"))
    assert (later.uncovered, later.hours) == ((), 40)
    assert later.worth == route.worth


def test_what_is_neither_done_nor_begun_is_planned_again():
    route = plan([FIRST, SECOND], found("xy"))
    later = again(route, [FIRST, SECOND], on=day(40))
    assert dates(later) == {"b": (day(60), day(69), Status.PLANNED)}
    assert [(one.deficit.competency, one.reason) for one in later.uncovered] == [("x", Reason.SESSIONS_OVER)]


def test_begun_sessions_stay():
    route = plan([FIRST, SECOND], found("xy"))
    for today, stays in ((day(0), True), (day(1), True), (day(9), True), (day(10), False)):
        assert ("a" in dates(again(route, [FIRST, SECOND], on=today))) is stays
    later = again(route, [FIRST, SECOND, offer("c", "x", 1)], on=day(5))
    assert dates(later)["a"] == (day(0), day(9), Status.PLANNED)
    assert "c" not in dates(later)


def test_a_session_that_begins_today_is_not_begun():
    route = plan([FIRST], found("x"))
    later = again(route, [FIRST, offer("c", "x", 1)], on=day(0))
    assert "a" not in dates(later)
    assert "c" in dates(later)


def test_a_begun_session_keeps_its_days():
    route = plan([FIRST], found("x"))
    busy = [FIRST, offer("b", "y", 10, sessions=(run(7, 2), run(12, 2)))]
    later = again(route, busy, on=day(5), deficits=found("xy"))
    assert later.step("b").begins == day(12)


def test_a_step_that_is_done_earlier_frees_its_days():
    route = plan([FIRST], found("x"))
    busy = [FIRST, offer("b", "y", 10, sessions=(run(7, 2), run(12, 2)))]
    later = again(route, busy, on=day(5), deficits=found("xy"), done={"a": day(4)})
    assert dates(later)["a"] == (day(0), day(4), Status.DONE)
    assert later.step("b").begins == day(7)
    assert dict(later.step("a").month_hours) == {(2025, 3): 16}


def test_hours_and_cost_that_are_spent_count_against_the_limits():
    for limits in ({"hours": 39}, {"cost": Decimal(5)}):
        terms = Terms(begins=ON, **limits)
        route = plan([FIRST], found("x"), terms=terms)
        later = again(route, [FIRST, SECOND], on=day(12), done={"a": None}, deficits=found("xy"))
        (left,) = later.uncovered
        assert left.reason is Reason.OVER_BUDGET
        (remedy,) = left.remedies
        assert (remedy.hours, remedy.cost) == ((40, None) if "hours" in limits else (None, Decimal(6)))
    for limits in ({"hours": 40}, {"cost": Decimal(6)}):
        route = plan([FIRST], found("x"), terms=Terms(begins=ON, **limits))
        later = again(route, [FIRST, SECOND], on=day(12), done={"a": None}, deficits=found("xy"))
        assert not later.uncovered


def test_hours_that_are_spent_count_in_their_month():
    terms = Terms(begins=ON, hours_a_month=20)
    route = plan([FIRST], found("x"), terms=terms)
    more = offer("c", "y", 6, sessions=(run(15, 2), run(40, 2)))
    assert again(route, [FIRST, more], on=day(12), done={"a": None}, deficits=found("xy")).step("c").begins == day(40)


def test_a_limit_that_is_exceeded_already_leaves_nothing():
    route = plan([FIRST], found("x"))
    narrowed = replace(route, terms=Terms(begins=ON, hours=8, hours_a_month=8))
    later = again(narrowed, [FIRST, offer("c", "y", 1)], on=day(12), done={"a": None}, deficits=found("xy"))
    assert dates(later) == {"a": (day(0), day(9), Status.DONE)}
    assert [one.reason for one in later.uncovered] == [Reason.OVER_BUDGET]


def test_a_month_whose_hours_are_exceeded_already_is_full_and_others_are_not():
    route = plan([FIRST], found("x"))
    narrowed = replace(route, terms=Terms(begins=ON, hours_a_month=8))
    more = offer("c", "y", 8, sessions=(run(15, 2), run(40, 2)))
    later = again(narrowed, [FIRST, more], on=day(12), done={"a": None}, deficits=found("xy"))
    assert later.step("c").begins == day(40)


def test_the_hours_of_a_step_that_ended_early_are_in_the_months_of_its_days():
    route = plan([SECOND], found("y"))
    assert dict(route.step("b").month_hours) == {(2025, 3): 22, (2025, 4): 2}
    later = again(route, [SECOND], on=day(26), done={"b": day(25)})
    assert dict(later.step("b").month_hours) == {(2025, 3): 24}


def test_done_steps_meet_prerequisites():
    needs = offer("n", "y", 6, prerequisites=frozenset("a"))
    route = plan([FIRST], found("x"))
    later = again(route, [FIRST, needs], on=day(12), done={"a": None}, deficits=found("xy"))
    assert (later.step("n").begins, later.step("n").after) == (day(14), ("a",))
    assert later.uncovered == ()


def test_what_builds_on_a_begun_step_comes_after_it():
    needs = offer("n", "y", 6, prerequisites=frozenset("a"))
    club = offer("k", {"x": Severity.LOW}, 4, kind=OfferKind.COMMUNITY, prerequisites=frozenset("a"))
    route = plan([FIRST], found("x"))
    later = again(route, [FIRST, needs, club], HORIZONTAL, on=day(5), deficits=found("xy"))
    assert (later.step("n").begins, later.step("k").begins) == (day(10), day(10))


def test_a_community_that_is_begun_does_not_close_what_a_programme_is_to_close():
    club = offer("k", "x", 4, kind=OfferKind.COMMUNITY)
    late = programme("a", "x", 16, sessions=(run(20, 5),))
    route = plan([late, club], found("x"), PROGRAMME, HORIZONTAL)
    assert {step.id for step in route.of_stage(Stage.LEARNING)} == {"a", "k"}
    later = again(route, [late, club], PROGRAMME, HORIZONTAL, on=day(2))
    assert dates(later) == dates(route)
    assert (later.uncovered, later.unkept) == ((), ())
    assert later.worth == route.worth


def test_a_community_that_is_begun_is_no_transfer_of_what_is_yet_to_be_learned():
    club = offer("k", "x", 4, kind=OfferKind.COMMUNITY, sessions=(run(0, 40),))
    late = programme("a", "x", 16, sessions=(run(20, 5),))
    rules = (PROGRAMME, HORIZONTAL, TRANSFER)
    route = plan([late, club], found("x"), *rules)
    later = again(route, [late, club], *rules, on=day(2))
    assert dates(later) == dates(route)
    assert [one.rule.id for one in later.step("k").requirements] == ["horizontal"]
    assert later.step("transfer-into-practice-after-a").begins == day(25)


def test_a_deficit_found_anew_that_a_step_closes_is_closed():
    route = plan([FIRST], found("x", on=day(-5)))
    later = again(route, [FIRST], on=day(5), deficits=found("x", on=day(4)))
    assert later.uncovered == ()
    assert later.step("a").closes == tuple(found("x", on=day(4)))


def test_a_deficit_that_is_more_severe_than_what_was_learned_stays_open():
    weak = programme("a", {"x": Severity.LOW}, 16, sessions=(run(0, 10),))
    route = plan([weak], found("x", Severity.LOW))
    strong = offer("s", "x", 8)
    later = again(route, [weak, strong], on=day(12), done={"a": None}, deficits=found("x"))
    assert later.step("s").closes == tuple(found("x"))
    assert later.step("a").closes == ()


def test_a_new_deficit_is_closed_by_what_is_begun():
    both = programme("a", "xy", 16, sessions=(run(0, 10),))
    route = plan([both], found("x"))
    later = again(route, [both, offer("c", "y", 2)], on=day(5), deficits=found("xy"))
    assert dates(later) == {"a": (day(0), day(9), Status.PLANNED)}
    assert later.step("a").closes == tuple(found("xy"))


def test_what_is_no_deficit_any_more_stays_closed_by_its_step():
    route = plan([FIRST], found("x"))
    later = again(route, [FIRST, SECOND], on=day(12), done={"a": None}, deficits=found("y"))
    assert later.step("a").closes == tuple(found("x"))
    assert later.deficits == tuple(found("y"))


def test_rules_are_kept_by_what_stands():
    route = plan([FIRST], found("x"), PROGRAMME, TRANSFER)
    later = again(route, [FIRST], PROGRAMME, TRANSFER, on=day(12), done={"a": None})
    assert [one.rule.id for one in later.step("a").requirements] == ["programme"]
    assert later.step("transfer-into-practice-after-a").after == ("a",)
    assert later.unkept == ()
    internship = offer("i", {"x": Severity.LOW}, 6, kind=OfferKind.INTERNSHIP)
    later = again(route, [FIRST, internship], PROGRAMME, TRANSFER, on=day(12), done={"a": None})
    assert (later.step("i").begins, later.step("i").after) == (day(14), ("a",))


def test_steps_of_subjects_can_be_done():
    route = plan([FIRST], found("x"), PROGRAMME, TRANSFER)
    done = {"a": None, "transfer-into-practice-after-a": day(25)}
    later = again(route, [FIRST], PROGRAMME, TRANSFER, on=day(30), done=done)
    assert dates(later)["transfer-into-practice-after-a"] == (day(10), day(25), Status.DONE)
    assert later.unkept == ()


def test_a_measure_that_is_done_serves_what_was_found_since_and_closed_by_the_same_learning(tmp_path):
    both = programme("a", "xy", 16, sessions=(run(0, 10),))
    route = plan([both], found("x"), PROGRAMME, TRANSFER)
    done = {"a": None, "transfer-into-practice-after-a": day(25)}
    for each in (route, read_back(route, tmp_path)):
        later = again(each, [both], PROGRAMME, TRANSFER, on=day(30), done=done, deficits=found("xy"))
        (step,) = later.of_stage(Stage.TRANSFER)
        assert (step.id, step.status, step.serves) == (
            "transfer-into-practice-after-a",
            Status.DONE,
            tuple(found("xy")),
        )
        assert later.unkept == ()


def test_a_measure_that_is_done_after_one_programme_is_not_done_after_another():
    route = plan([FIRST, SECOND], found("xy"), PROGRAMME, TRANSFER)
    done = {"a": None, "transfer-into-practice-after-a": day(25)}
    later = again(route, [FIRST, SECOND], PROGRAMME, TRANSFER, on=day(27), done=done)
    assert dates(later)["transfer-into-practice-after-b"] == (day(30), day(59), Status.PLANNED)


def test_a_measure_whose_days_are_over_is_planned_again():
    route = plan([FIRST], found("x"), PROGRAMME, TRANSFER, AGAIN)
    assert dates(route)["transfer-into-practice-after-a"] == (day(10), day(39), Status.PLANNED)
    for on, days in ((day(12), (day(10), day(39))), (day(39), (day(10), day(39))), (day(40), (day(40), day(69)))):
        later = again(route, [FIRST], PROGRAMME, TRANSFER, AGAIN, on=on, done={"a": None})
        assert dates(later)["transfer-into-practice-after-a"] == (*days, Status.PLANNED)
    done = {"a": None, "transfer-into-practice-after-a": None}
    later = again(route, [FIRST], PROGRAMME, TRANSFER, AGAIN, on=day(60), done=done)
    assert later.step("repeated-diagnosis").begins == day(60) == later.terms.begins


def test_an_invitation_lasts_its_days_and_is_made_again_when_they_are_over():
    invitation = rule("invitation", Measure.INVITATION_TO_ACTIVE)
    route = plan([], [], invitation)
    assert dates(route) == {"invitation-to-active": (ON, day(29), Status.PLANNED)}
    for on, days in ((day(12), (ON, day(29))), (day(29), (ON, day(29))), (day(30), (day(30), day(59)))):
        assert dates(again(route, [], invitation, on=on)) == {"invitation-to-active": (*days, Status.PLANNED)}
    later = again(route, [], invitation, on=day(40), done={"invitation-to-active": day(35)})
    assert dates(later) == {"invitation-to-active": (ON, day(35), Status.DONE)}


def test_an_internship_without_learning_goes_on_from_its_first_day():
    internship = for_deficits("internship", Measure.INTERNSHIP)
    route = plan([SECOND], found("xy"), internship)
    assert dates(route)["internship"] == (ON, day(29), Status.PLANNED)
    assert dates(again(route, [SECOND], internship, on=day(9)))["internship"] == (ON, day(29), Status.PLANNED)
    later = again(route, [SECOND], internship, on=day(40), done={"b": None})
    assert dates(later)["internship"] == (day(40), YEAR.last_day, Status.PLANNED)


def test_an_offer_of_mentoring_that_is_begun_keeps_the_measure():
    mentoring = rule("mentoring", Measure.MENTORING)
    offers = [offer("m", "x", 10, kind=OfferKind.MENTORING, sessions=(run(0, 30),))]
    route = plan(offers, found("x"), mentoring)
    assert dates(again(route, offers, mentoring, on=day(9))) == {"m": (day(0), day(29), Status.PLANNED)}


def test_a_consultation_that_closes_a_deficit_is_no_support_when_it_is_done():
    support = for_deficits("support", Measure.POST_COURSE_SUPPORT)
    offers = [offer("k", "x", 2, kind=OfferKind.CONSULTATION, sessions=(run(3),))]
    later = again(plan(offers, found("x"), support), offers, support, on=day(9), done={"k": None})
    assert [one.requirement.rule.id for one in later.unkept] == ["support"]


def test_a_consultation_after_a_programme_is_support_when_both_are_done():
    support = for_deficits("support", Measure.POST_COURSE_SUPPORT)
    offers = [
        programme("p", "x", 16, sessions=(run(0, 5),)),
        offer("k", "xy", 2, kind=OfferKind.CONSULTATION, sessions=(run(7),)),
    ]
    rules = PROGRAMME, support
    route = plan(offers, found("xy"), *rules)
    later = again(route, offers, *rules, on=day(9), done={"p": None, "k": None})
    for each in (route, later):
        assert [(one.rule.id, one.deficit.competency) for one in each.step("k").requirements] == [("support", "x")]
        assert not each.of_stage(Stage.POST_COURSE)


def test_steps_that_stand_name_no_steps_that_are_gone():
    needs = offer("n", "y", 6, prerequisites=frozenset("a"), sessions=(run(12, 5),))
    route = plan([FIRST, needs], found("y"))
    assert route.step("n").after == ("a",)
    later = again(route, [FIRST, needs], on=day(14))
    assert ("a" in dates(later), later.step("n").after) == (False, ())


@pytest.mark.parametrize(
    ("id_", "measure", "serves", "deficit", "expected"),
    [
        ("internship-after-a", Measure.INTERNSHIP, "x", "x", True),
        ("internship-after-a", Measure.INTERNSHIP, "x", "y", False),
        ("internship-after-a", Measure.INTERNSHIP, "x", None, False),
        ("internship-after-a", Measure.INTERNSHIP, "", None, True),
        ("internship-after-a", Measure.TRANSFER_INTO_PRACTICE, "x", "x", False),
        ("internship", Measure.INTERNSHIP, "xy", "y", True),
        ("internship", Measure.INTERNSHIP, "x", "y", False),
        ("internships", Measure.INTERNSHIP, "x", "x", False),
        ("accompaniment", Measure.ACCOMPANIMENT, "x", "y", True),
        ("mentoring", Measure.MENTORING, "", None, True),
        ("mentoring", Measure.MANAGERIAL_MENTORING, "", None, False),
        ("mentoring-after-a", Measure.MENTORING, "", None, False),
    ],
)
def test_what_a_step_of_an_earlier_route_provides(id_, measure, serves, deficit, expected):
    step = Step(id_, Stage.TRANSFER, ON, day(9), serves=tuple(found(serves)))
    asked = Requirement(rule("r", measure), found(deficit)[0] if deficit else None, ())
    assert provides(step, asked) is expected


def test_deficits_that_another_diagnostics_does_not_assess_stay():
    route = plan([], [*found("xy"), *found("z", Severity.LOW)])
    assert deficits_since(route, frozenset(), []) == list(route.deficits)
    later = deficits_since(route, frozenset("xz"), found("z", Severity.HIGH, on=day(9)))
    assert later == [*found("y"), *found("z", Severity.HIGH, on=day(9))]
    assert deficits_since(route, frozenset("xyzw"), found("w")) == found("w")


def test_steps_done_before_stay_done():
    route = plan([FIRST, SECOND], found("xy"))
    once = again(route, [FIRST, SECOND], on=day(12), done={"a": day(8)})
    twice = again(once, [FIRST, SECOND], on=day(40), done={"b": None})
    assert dates(twice) == {"a": (day(0), day(8), Status.DONE), "b": (day(20), day(29), Status.DONE)}


def test_steps_that_run_throughout_keep_their_first_day_and_person():
    route = plan([FIRST, SECOND], found("xy"), for_deficits("tutor", Measure.ACCOMPANIMENT))
    steps = tuple(replace(step, person="m7") if step.id == "accompaniment" else step for step in route.steps)
    later = again(
        replace(route, steps=steps), [FIRST, SECOND], for_deficits("tutor", Measure.ACCOMPANIMENT), on=day(12)
    )
    step = later.step("accompaniment")
    assert (step.begins, step.ends, step.person) == (ON, day(29), "m7")


def test_the_person_of_a_step_that_is_done_stays_named(tmp_path):
    tutor = for_deficits("tutor", Measure.ACCOMPANIMENT)
    route = plan([FIRST], found("x"), tutor)
    route = replace(route, steps=tuple(replace(step, person="m7") for step in route.steps))
    for each in (route, read_back(route, tmp_path)):
        later = again(each, [FIRST], tutor, on=day(12), done={"accompaniment": day(11), "a": None})
        assert (later.step("accompaniment").person, later.step("a").person) == ("m7", "m7")


def test_a_step_that_runs_throughout_and_is_new_begins_today():
    route = plan([FIRST], found("x"))
    later = again(route, [FIRST], for_deficits("tutor", Measure.ACCOMPANIMENT), on=day(5))
    assert later.step("accompaniment").begins == day(5)


def test_seats_that_others_have_count():
    one = offer("c", "x", sessions=(run(20, seats=1), run(40, seats=1)))
    route = plan([one], found("x"))
    seats = Seats()
    seats.take("c", one.sessions[0])
    assert again(route, [one], on=day(5), seats=seats).step("c").begins == day(40)


def test_facts_hold_for_the_day_for_which_they_were_stated():
    young = {
        "post": "teacher",
        "organisation_kind": "general",
        "birth_date": date(1999, 3, 20),
        "years_in_profession": rsnms.Span.of(2),
    }
    route = Planner(VOLGOGRAD, [], YEAR).plan(young, [])
    assert "mentoring" in dates(route)
    planner = Planner(VOLGOGRAD, [], terms_left(route, day(5)))
    for as_of, is_young in ((None, True), (day(5), True), (date(2023, 3, 1), False)):
        assert ("mentoring" in dates(replan(planner, route, young, done={}, as_of=as_of))) is is_young


# --- mistakes


def test_unknown_steps_are_told_with_those_there_are():
    route = plan([FIRST, SECOND], found("xy"))
    with pytest.raises(UnknownStepError) as error:
        again(route, [FIRST], on=day(12), done={"z": None, "a": None, "c": day(3)})
    assert str(error.value) == "the route has no step z, c; its steps: diagnosis, a, b"
    assert error.value.text() == "в маршруте нет шага z, c; его шаги: diagnosis, a, b"


@pytest.mark.parametrize(
    ("step", "on", "ru", "en"),
    [
        (
            *("a", day(15)),
            "шаг a пройден 18.03.2025, а ожидается день с 03.03.2025 по 15.03.2025",
            "step a was done on 2025-03-18, expected a day from 2025-03-03 to 2025-03-15",
        ),
        (
            *("a", day(-1)),
            "шаг a пройден 02.03.2025, а ожидается день с 03.03.2025 по 15.03.2025",
            "step a was done on 2025-03-02, expected a day from 2025-03-03 to 2025-03-15",
        ),
        (
            *("b", day(11)),
            "шаг b пройден 14.03.2025, а ожидается день с 23.03.2025 по 01.04.2025",
            "step b was done on 2025-03-14, expected a day from 2025-03-23 to 2025-04-01",
        ),
    ],
)
def test_a_day_on_which_a_step_cannot_have_ended(step, on, ru, en):
    route = plan([FIRST, SECOND], found("xy"))
    with pytest.raises(DoneDayError) as error:
        again(route, [FIRST, SECOND], on=day(12), done={step: on})
    assert (error.value.text(), error.value.text("en"), str(error.value)) == (ru, en, en)


def test_a_session_that_is_still_to_come_cannot_be_done():
    route = plan([FIRST, SECOND], found("xy"))
    with pytest.raises(DoneDayError, match="expected a day from 2025-03-23"):
        again(route, [FIRST, SECOND], on=day(12), done={"b": None})


def test_what_needs_no_session_can_be_done_before_its_day():
    free = offer("c", "y", 6, prerequisites=frozenset("a"))
    route = plan([FIRST, free], found("xy"))
    assert route.step("c").begins > day(5)
    later = again(route, [FIRST, free], on=day(5), done={"c": None})
    assert dates(later)["c"] == (day(5), day(5), Status.DONE)


def test_people_of_one_planner_keep_their_own_completed_steps():
    """What one has done outside the catalogue opens nothing for another with the same deficits."""
    after = programme("n", "x", 16, prerequisites=frozenset({"old"}))
    old = programme("old", "z", 8, sessions=(run(-30, 5),))
    planner = Planner(policy_of(), [after, old], YEAR)
    gone = Step("old", Stage.LEARNING, day(-30), day(-26), 8, status=Status.DONE)
    alone = planner.plan(person(), found("x"))
    assert [step.id for step in alone.steps if step.offer] == []
    with_it = planner.plan(person(), found("x"), standing=[gone])
    assert "n" in [step.id for step in with_it.steps]
    assert planner.plan(person(), found("x")) == alone


def test_a_deficit_found_after_the_learning_is_open_again():
    route = plan([FIRST], found("x", on=day(-3)))
    more = offer("g", "x", 20)
    later = again(route, [FIRST, more], on=day(15), done={"a": None}, deficits=found("x", on=day(14)))
    assert [(step.id, step.status) for step in later.steps if step.closes] == [("g", Status.PLANNED)]


def test_a_programme_for_managers_that_is_done_is_not_planned_again():
    managers = rule("managers", Measure.MANAGEMENT_TEAM_PROGRAMME)
    offers = [
        programme(id_, "z", 16, sessions=(run(start, 5),), audience=MANAGERS) for id_, start in (("m", 0), ("k", 30))
    ]
    head = person(Post.HEAD)
    route = Planner(policy_of(managers), offers, YEAR).plan(head, [])
    assert [step.id for step in route.steps if step.offer] == ["m"]
    later = replan(Planner(policy_of(managers), offers, terms_left(route, day(8))), route, head, done={"m": None})
    assert [step.id for step in later.steps if step.offer] == ["m"]


# --- saved routes


def read_back(route: Route, tmp_path):
    path = tmp_path / "route.json"
    path.write_text(json.dumps(route_record(route), ensure_ascii=False), "utf-8")
    (saved,) = read_routes(path)
    return saved


def test_from_a_saved_route_the_same(tmp_path):
    ict = Deficit(competency="ict", severity=Severity.HIGH, found_on=date(2025, 2, 10))
    low = Deficit(competency="methodical", severity=Severity.LOW, found_on=date(2025, 2, 17))
    gains = {"ict": Severity.HIGH}
    offers = [
        programme("p", gains, 36, sessions=(run(7, 12), run(50, 12)), cost=Decimal("1500.5")),
        programme("q", {"methodical": Severity.MEDIUM}, 16, sessions=(run(40, 4),)),
        offer("k", gains, 8, kind=OfferKind.COMMUNITY, sessions=(run(2, 40),)),
        offer("i", gains, 16, kind=OfferKind.INTERNSHIP),
    ]
    who = {"post": "teacher", "organisation_kind": "general", "organisation_traits": {"low-results"}}
    terms = Terms(begins=ON, hours=120, hours_a_month=60, cost=Decimal(5000))
    route = Planner(VOLGOGRAD, offers, terms).plan(who, [ict, low])
    assert {step.id for step in route.steps if step.offer} == {"p", "q", "k", "i"}
    for on, done in ((day(10), {}), (day(25), {"p": None}), (day(45), {"p": day(17), "q": day(43), "k": None})):
        later = [
            again(each, offers, policy=VOLGOGRAD, who=who, on=on, done=done)
            for each in (route, read_back(route, tmp_path))
        ]
        assert later[0] == later[1]
        assert {step.id for step in later[0].steps if step.status is Status.DONE} == {"diagnosis", *done}


@given(case=cases(), after=st.integers(1, 60), random=st.randoms())
def test_from_a_saved_route_the_same_whatever_the_case(tmp_path_factory, case: Case, after: int, random):
    route = case.plan()
    over = [step.id for step in route.steps if step.stage is not Stage.DIAGNOSIS and step.ends <= day(after)]
    done = dict.fromkeys(random.sample(over, random.randint(0, len(over))))
    planner = Planner(policy(case.asking), case.offers, terms_left(route, day(after)))
    saved = read_back(route, tmp_path_factory.getbasetemp())
    later = [replan(planner, each, case.person, done=done, seats=case.seats) for each in (route, saved)]
    assert later[0] == later[1]
    closed = {one for step in later[0].steps for one in step.closes}
    assert closed | {one.deficit for one in later[0].uncovered} == set(case.deficits)
    assert not closed & {one.deficit for one in later[0].uncovered}
    for id_ in done:
        assert (later[0].step(id_).ends, later[0].step(id_).status) == (route.step(id_).ends, Status.DONE)
    assert len({step.id for step in later[0].steps}) == len(later[0].steps)


def test_a_done_step_that_the_catalogue_has_no_more_stays_done(tmp_path):
    route = plan([FIRST, SECOND], found("xy"))
    needs = offer("n", "z", 6, prerequisites=frozenset("a"))
    saved = read_back(route, tmp_path)
    offers = [SECOND, offer("c", "x", 1), needs]
    later = again(saved, offers, on=day(12), done={"a": None}, deficits=found("xyz"))
    assert set(dates(later)) == {"a", "b", "n"}
    assert (later.step("a").closes, later.step("a").offer, later.step("a").hours) == (tuple(found("x")), None, 16)
    assert later.uncovered == ()
