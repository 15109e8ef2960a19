"""The stages of a route one by one: what is learned, what follows it, who is responsible, why something stays open."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import rsnms
from routes.choice.choosing import offer
from routes.planning.plans import MANAGERS, ON, day, for_deficits, found, person, policy_of, programme, rule, run
from rsnms.domain import Level, Modality, Statement, StatementKind, Subject, SubjectKind
from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.educator import Educator, Post
from rsnms.domain.measure import Measure
from rsnms.domain.offer import Audience, OfferKind, Session, StudyForm
from rsnms.routes.fitting.hindrance import Hindrance, Reason
from rsnms.routes.planning import carrying, learning
from rsnms.routes.planning.asked import AFTER_LEARNING, PROGRAMMES
from rsnms.routes.planning.openings import Seats
from rsnms.routes.planning.planner import Planner, plan_route
from rsnms.routes.planning.route import Stage, Status
from rsnms.routes.planning.terms import Terms
from rsnms.routes.timetable.scheduling import schedule
from rsnms.routes.timetable.timetable import Gap

VOLGOGRAD = rsnms.load_policies()["ru/volgograd"].on(ON)
FEDERAL = rsnms.load_policies()["ru"].on(ON)
ICT = Deficit(competency="ict", severity=Severity.HIGH, found_on=date(2025, 2, 10))
METHODICAL = Deficit(competency="methodical", severity=Severity.LOW, found_on=date(2025, 2, 17))
YEAR = Terms(begins=ON)
TEACHER = {"post": "teacher", "organisation_kind": "general", "subjects": {"физика"}}
PROGRAMME = for_deficits("programme", Measure.REGISTER_PROGRAMME)
TRANSFER = rule("transfer", Measure.TRANSFER_INTO_PRACTICE, after=(Measure.REGISTER_PROGRAMME,))
SUPPORT = rule("support", Measure.POST_COURSE_SUPPORT, after=(Measure.REGISTER_PROGRAMME,))
INTERNSHIP = for_deficits("internship", Measure.INTERNSHIP)
AGAIN = for_deficits("again", Measure.REPEATED_DIAGNOSIS)


def plan(offers, deficits, *rules, terms=YEAR, who=None):
    """A route by a policy of just these rules."""
    return plan_route(policy_of(*rules), who or person(), deficits, offers, terms)


def by_volgograd(offers, *deficits, terms=YEAR, who=TEACHER):
    return plan_route(VOLGOGRAD, who, deficits, offers, terms)


def learned(route):
    return sorted(step.id for step in route.of_stage(Stage.LEARNING))


def kept_by(route):
    """The rules by the step that keeps them."""
    return {step.id: [one.rule.id for one in step.requirements] for step in route.steps if step.requirements}


def unkept(route):
    return [(one.requirement.rule.id, one.offers) for one in route.unkept]


# --- learning


def test_a_programme_of_the_register_is_preferred_where_one_fits():
    outside = programme("a", "x", 16, register_from=None)
    route = plan([outside, programme("b", "x", 72), offer("c", "x", 2)], found("x"), PROGRAMME)
    assert learned(route) == ["b"]
    assert kept_by(route) == {"b": ["programme"]}
    assert (route.worth.unkept, route.worth.unregistered) == (0, 0)


def test_a_programme_outside_the_register_will_do_where_the_register_has_none():
    for one in (programme("a", "x", register_from=None), programme("a", "x", register_until=date(2025, 3, 2))):
        route = plan([one, offer("c", "x", 2)], found("x"), PROGRAMME)
        assert learned(route) == ["a"]
        assert (route.worth.unkept, route.worth.unregistered) == (0, 1)


def test_a_programme_of_the_register_for_others_does_not_count():
    heads = programme("b", "x", audience=Audience(posts=frozenset({Post.HEAD})))
    assert learned(plan([programme("a", "x", register_from=None), heads], found("x"), PROGRAMME)) == ["a"]


def test_the_deficit_is_closed_otherwise_where_the_hours_lack_for_a_programme():
    offers = [programme("a", "x", 72), offer("b", "x", 6)]
    route = plan(offers, found("x"), PROGRAMME, TRANSFER, terms=Terms(begins=ON, hours=36))
    assert learned(route) == ["b"]
    assert not route.uncovered
    assert unkept(route) == [("programme", ("a",))]
    assert (route.worth.unkept, route.worth.unkept_recommended) == (1, 0)


def test_a_programme_that_the_catalogue_lacks_is_unkept_without_offers():
    route = plan([offer("b", "x", 6), programme("c", {"x": Severity.LOW})], found("x"), PROGRAMME)
    assert learned(route) == ["b"]
    assert unkept(route) == [("programme", ())]


def test_a_prescribed_programme_comes_before_a_recommended_one():
    recommended = for_deficits("team", Measure.REGISTER_PROGRAMME, Modality.RECOMMENDED)
    managers = rule("managers", Measure.MANAGEMENT_TEAM_PROGRAMME)
    offers = [programme("a", "x", 16), programme("m", "y", 36, audience=MANAGERS), offer("w", "x", 2)]
    terms = Terms(begins=ON, hours=40)
    head = person(Post.HEAD)
    assert learned(plan(offers, found("x"), recommended, managers, terms=terms, who=head)) == ["m", "w"]
    prescribed = replace(recommended, modality=Modality.MUST), replace(managers, modality=Modality.RECOMMENDED)
    assert learned(plan(offers, found("x"), *prescribed, terms=terms, who=head)) == ["a"]


@pytest.mark.parametrize("forces", [(Modality.MUST, Modality.MAY), (Modality.MAY, Modality.MUST)])
def test_a_programme_is_prescribed_when_one_of_its_rules_prescribes_it(forces):
    rules = [for_deficits(f"r{number}", Measure.REGISTER_PROGRAMME, force) for number, force in enumerate(forces)]
    worth = plan([offer("w", "x", 2)], found("x"), *rules).worth
    assert (worth.unkept, worth.unkept_recommended) == (1, 0)
    worth = plan([offer("w", "x", 2)], found("x"), rules[forces.index(Modality.MAY)]).worth
    assert (worth.unkept, worth.unkept_recommended) == (0, 1)


def test_one_deficit_can_ask_for_two_programmes():
    both = (PROGRAMME, for_deficits("managers", Measure.MANAGEMENT_TEAM_PROGRAMME))
    offers = [programme("a", "x", 16), programme("m", "x", 36, audience=MANAGERS, register_from=None)]
    route = plan(offers, found("x"), *both, who=person(Post.HEAD))
    assert kept_by(route) == {"a": ["programme"], "m": ["managers", "programme"]}
    route = plan([offers[1]], found("x"), *both, who=person(Post.HEAD))
    assert kept_by(route) == {"m": ["managers", "programme"]}


def test_the_register_counts_before_the_hours_and_a_programme_that_fits_before_the_register():
    offers = [programme("a", "x", 16, register_from=None), programme("b", "x", 72)]
    route = plan(offers, found("x"), PROGRAMME)
    assert (learned(route), route.worth.outside_register) == (["b"], 0)
    route = plan(offers, found("x"), PROGRAMME, terms=Terms(begins=ON, hours=36))
    assert (learned(route), route.worth.unkept, route.worth.outside_register) == (["a"], 0, 1)


def test_covering_counts_before_keeping_and_keeping_before_the_hours():
    offers = [programme("a", "x", 30), offer("b", "xy", 20)]
    terms = Terms(begins=ON, hours=40)
    assert learned(plan(offers, found("xy"), PROGRAMME, terms=terms)) == ["b"]
    assert learned(plan(offers, found("xy"), PROGRAMME)) == ["a", "b"]


def test_without_rules_the_fewest_hours_count():
    offers = [programme("a", "x", 16), offer("b", "x", 8), offer("c", "x", 6, cost=Decimal(10)), offer("d", "x", 6)]
    assert learned(plan(offers, found("x"))) == ["d"]


def test_the_earliest_session_counts_and_then_the_cost():
    offers = [
        offer("a", "x", sessions=(run(30),)),
        offer("b", "x", sessions=(run(20), run(7)), cost=Decimal(5)),
        offer("c", "x", sessions=(run(7),), cost=Decimal(4)),
    ]
    (step,) = plan(offers, found("x")).of_stage(Stage.LEARNING)
    assert (step.id, step.begins, step.session) == ("c", day(7), run(7))


def test_managers_learn_with_their_team():
    managers = rule("managers", Measure.MANAGEMENT_TEAM_PROGRAMME)
    offers = [
        programme("m", "z", 36, audience=MANAGERS),
        programme("n", "z", 16),
        programme("o", "z", 30, audience=MANAGERS),
    ]
    route = plan(offers, [], managers, who=person(Post.DEPUTY_HEAD))
    assert kept_by(route) == {"o": ["managers"]}
    assert route.worth[:7] == (0, 0, 0, 0, 0, 0, 30)
    route = plan(offers[1:2], [], managers, who=person(Post.DEPUTY_HEAD))
    assert unkept(route) == [("managers", ())]
    assert route.worth.unkept == 1


def test_an_offer_comes_after_what_it_builds_on():
    offers = [
        offer("a", "x", 6, prerequisites=frozenset("b"), sessions=(run(3), run(10))),
        offer("b", "", 6, sessions=(run(5),), prerequisites=frozenset("c")),
        offer("c", "", 1),
    ]
    route = plan(offers, found("x"))
    assert [(step.id, step.begins, step.after) for step in route.steps] == [
        ("diagnosis", ON, ()),
        ("c", ON, ("diagnosis",)),
        ("b", day(5), ("c",)),
        ("a", day(10), ("b",)),
    ]
    assert [step.closes for step in route.steps[1:]] == [(), (), tuple(found("x"))]


def test_one_without_sessions_begins_after_what_it_builds_on():
    offers = [offer("a", "x", 6, prerequisites=frozenset("b")), offer("b", "", 6, sessions=(run(10),))]
    assert plan(offers, found("x")).step("a").begins == day(11)


def test_months_share_the_hours():
    offers = [offer("a", "x", 12), offer("b", "y", 12)]
    route = plan(offers, found("xy"), terms=Terms(begins=ON, hours_a_month=12))
    assert [step.begins for step in route.of_stage(Stage.LEARNING)] == [ON, date(2025, 4, 1)]
    assert route.pace == {(2025, 3): 12, (2025, 4): 12}


def test_of_two_deficits_in_a_competency_the_more_severe_counts():
    route = plan([offer("a", "x")], [*found("x", Severity.LOW), *found("x")])
    assert route.deficits == route.step("a").closes == tuple(found("x"))


def test_two_offers_with_one_id_are_refused():
    with pytest.raises(ValueError, match="two offers of the catalogue have the id 'a'"):
        Planner(policy_of(), [offer("a", "x"), offer("a", "y")], YEAR)


# --- what carries the learning into practice


def test_the_transfer_comes_after_the_programme():
    offers = [
        programme("p", "x", sessions=(run(7, 5),)),
        offer("i", "x", 30, kind=OfferKind.INTERNSHIP, sessions=(run(8, 3), run(11, 4), run(12, 3))),
        offer("m", "x", 20, kind=OfferKind.MASTER_CLASS, sessions=(run(2, 2), run(20, 2))),
    ]
    route = plan(offers, found("x"), PROGRAMME, TRANSFER)
    (transfer,) = route.of_stage(Stage.TRANSFER)
    assert (transfer.id, transfer.begins, transfer.after) == ("m", day(20), ("p",))
    assert (transfer.closes, transfer.serves, transfer.measures) == (
        (),
        tuple(found("x")),
        (Measure.TRANSFER_INTO_PRACTICE,),
    )
    route = plan(offers[:2], found("x"), PROGRAMME, TRANSFER)
    assert route.of_stage(Stage.TRANSFER)[0].begins == day(12)


def test_a_consultation_supports_after_the_programme():
    offers = [
        programme("p", "xy", sessions=(run(7, 5),)),
        offer("k", "x", 2, kind=OfferKind.CONSULTATION),
        offer("l", "y", 2, kind=OfferKind.CONSULTATION, sessions=(run(7), run(30))),
    ]
    route = plan(offers, found("xy"), PROGRAMME, SUPPORT)
    steps = route.of_stage(Stage.POST_COURSE)
    assert [(step.id, step.begins, step.after) for step in steps] == [("k", day(14), ("p",)), ("l", day(30), ("p",))]
    assert [step.serves for step in steps] == [(one,) for one in found("xy")]


def test_what_is_learned_anyway_keeps_a_measure_too():
    internship = for_deficits("internship", Measure.INTERNSHIP)
    route = plan([offer("i", "x", 6, kind=OfferKind.INTERNSHIP)], found("x"), internship)
    assert kept_by(route) == {"i": ["internship"]}
    assert [step.stage for step in route.steps] == [Stage.DIAGNOSIS, Stage.LEARNING]


def test_a_community_keeps_horizontal_learning_and_is_not_measured_as_learning():
    horizontal = for_deficits("horizontal", Measure.HORIZONTAL_LEARNING)
    offers = [programme("p", "x", 16), offer("c", {"x": Severity.LOW}, 8, kind=OfferKind.COMMUNITY)]
    route = plan(offers, found("x"), horizontal)
    assert kept_by(route) == {"c": ["horizontal"]}
    assert route.step("c").stage is Stage.LEARNING
    assert (route.step("c").begins, route.step("c").after) == (ON, ())
    assert (route.hours, route.worth.hours, route.worth.offers) == (24, 16, 1)


def test_a_measure_may_build_on_what_is_learned_and_comes_after_it():
    horizontal = for_deficits("horizontal", Measure.HORIZONTAL_LEARNING)
    community = offer("c", {"x": Severity.LOW}, 8, kind=OfferKind.COMMUNITY, prerequisites=frozenset("p"))
    route = plan([programme("p", "x", 16, sessions=(run(7, 5),)), community], found("x"), horizontal)
    assert (route.step("c").begins, route.step("c").after) == (day(14), ("p",))
    absent = community.model_copy(update={"prerequisites": frozenset("q")})
    others = [programme("p", "x", 16), absent, offer("q", "", 4)]
    assert learned(plan(others, found("x"), horizontal)) == ["p"]


def test_measures_keep_to_the_limits_that_the_learning_leaves():
    internship = for_deficits("internship", Measure.INTERNSHIP)
    offers = [
        offer("a", "x", 6, cost=Decimal(3)),
        offer("i", {"x": Severity.LOW}, 6, kind=OfferKind.INTERNSHIP, cost=Decimal(3)),
    ]
    for terms in (Terms(begins=ON, hours=11), Terms(begins=ON, cost=Decimal(5)), Terms(begins=ON, until=day(10))):
        route = plan(offers, found("x"), internship, terms=terms)
        assert [step.offer for step in route.of_stage(Stage.TRANSFER)] == [None]
    for terms in (Terms(begins=ON, hours=12), Terms(begins=ON, cost=Decimal(6)), YEAR):
        assert plan(offers, found("x"), internship, terms=terms).step("i").after == ("a",)


def test_a_prescribed_measure_comes_before_recommended_ones():
    prescribed = for_deficits("must", Measure.HORIZONTAL_LEARNING)
    xs = replace(prescribed, deficit=replace(prescribed.deficit, competencies=("x",)))
    others = for_deficits("can", Measure.HORIZONTAL_LEARNING, Modality.RECOMMENDED)
    others = replace(others, deficit=replace(others.deficit, competencies=("y", "z")))
    weak = [offer("c", {"x": Severity.LOW}, 8, kind=OfferKind.COMMUNITY, sessions=(run(3),))]
    weak += [offer("d", dict.fromkeys("yz", Severity.LOW), 8, kind=OfferKind.COMMUNITY, sessions=(run(3),))]
    route = plan(weak, found("xyz"), xs, others)
    assert kept_by(route) == {"c": ["must"], "horizontal-learning": ["can", "can"]}


# --- what subjects provide, by the act of Volgograd region


def test_two_rules_for_a_measure_are_one_step_of_both_subjects():
    route = by_volgograd([], ICT, METHODICAL)
    step = route.step("accompaniment")
    assert step.by == ("regional-methodical-active", "regional-methodist")
    assert sorted({one.rule.id for one in step.requirements}) == [
        "accompaniment",
        "accompaniment-by-regional-methodist",
        "tutor-on-register-programme",
    ]
    assert step.serves == (ICT, METHODICAL)
    assert (step.stage, step.begins) == (Stage.THROUGHOUT, ON)


def test_subjects_provide_what_the_catalogue_lacks():
    offers = [programme("p", {"ict": Severity.HIGH}, 24, sessions=(run(7, 12),))]
    route = by_volgograd(offers, ICT)
    steps = {step.id: (step.stage, step.begins, step.ends, step.by, step.after) for step in route.steps}
    transfer = (day(19), day(18 + 30))
    assert steps == {
        "diagnosis": (Stage.DIAGNOSIS, date(2025, 2, 10), date(2025, 2, 10), ("cnppm",), ()),
        "p": (Stage.LEARNING, day(7), day(18), ("regional-institute",), ("diagnosis",)),
        "transfer-into-practice-after-p": (Stage.TRANSFER, *transfer, ("municipal-methodical-service",), ("p",)),
        "internship-after-p": (Stage.TRANSFER, *transfer, ("cnppm",), ("p",)),
        "post-course-support-after-p": (Stage.POST_COURSE, *transfer, ("regional-methodical-active",), ("p",)),
        "accompaniment": (
            *(Stage.THROUGHOUT, ON, day(48)),
            *(("regional-methodical-active", "regional-methodist"), ()),
        ),
        "burnout-prevention": (Stage.THROUGHOUT, ON, date(2026, 3, 3), (), ()),
        "horizontal-learning": (Stage.THROUGHOUT, ON, day(48), ("school-methodical-associations",), ()),
        "repeated-diagnosis": (
            *(Stage.REPEATED_DIAGNOSIS, day(49), day(49), ("cnppm",)),
            ("p", "internship-after-p", "transfer-into-practice-after-p", "post-course-support-after-p"),
        ),
    }
    assert not route.unkept
    assert route.ends_on == day(49)


def test_each_step_of_learning_has_its_own_internship():
    offers = [offer("a", "xy", 6, sessions=(run(3),)), programme("b", "z", 16, sessions=(run(20, 5),))]
    route = plan(offers, found("xyz"), INTERNSHIP)
    assert [(step.id, step.begins, step.ends, step.after) for step in route.of_stage(Stage.TRANSFER)] == [
        ("internship-after-a", day(4), day(33), ("a",)),
        ("internship-after-b", day(25), day(54), ("b",)),
    ]
    assert [step.serves for step in route.of_stage(Stage.TRANSFER)] == [tuple(found("xy")), tuple(found("z"))]


def test_what_closes_a_deficit_first_is_followed():
    offers = [programme("a", "xy", 16, sessions=(run(20, 5),)), programme("b", "x", 6, sessions=(run(3),))]
    managers = for_deficits("managers", Measure.MANAGEMENT_TEAM_PROGRAMME)
    offers = [offers[0], offers[1].model_copy(update={"audience": MANAGERS})]
    route = plan(offers, found("xy"), PROGRAMME, managers, INTERNSHIP, who=person(Post.HEAD))
    assert {step.id: step.serves for step in route.of_stage(Stage.TRANSFER)} == {
        "internship-after-b": tuple(found("x")),
        "internship-after-a": tuple(found("y")),
    }


def test_an_internship_without_learning_lasts_as_long_as_what_is_dated():
    route = plan([offer("a", "x", 6, sessions=(run(3, 9),))], found("xy"), INTERNSHIP)
    assert [(step.id, step.begins, step.ends, step.after) for step in route.of_stage(Stage.TRANSFER)] == [
        ("internship", ON, day(11), ()),
        ("internship-after-a", day(12), day(41), ("a",)),
    ]
    assert route.step("internship").serves == tuple(found("y"))


def test_a_transfer_of_the_catalogue_follows_what_has_ended_before_it():
    """Of two programmes for a deficit it follows the first alone, where it comes before the second."""
    managers = for_deficits("managers", Measure.MANAGEMENT_TEAM_PROGRAMME)
    offers = [
        programme("a", "xy", 16, sessions=(run(20, 5),)),
        programme("b", "x", 6, sessions=(run(3),), audience=MANAGERS),
        offer("i", {"x": Severity.LOW}, 6, kind=OfferKind.INTERNSHIP, sessions=(run(10),)),
    ]
    route = plan(offers, found("xy"), PROGRAMME, managers, INTERNSHIP, who=person(Post.HEAD))
    assert (route.step("i").begins, route.step("i").after) == (day(10), ("b",))


def test_a_consultation_that_closes_a_deficit_is_no_support_after_it():
    support = for_deficits("support", Measure.POST_COURSE_SUPPORT)
    consultation = offer("k", "x", 2, kind=OfferKind.CONSULTATION)
    route = plan([consultation], found("x"), support)
    assert learned(route) == ["k"]
    assert unkept(route) == [("support", ("k",))]
    assert not route.of_stage(Stage.POST_COURSE)


def test_what_is_no_programme_is_not_supported_after():
    support = for_deficits("support", Measure.POST_COURSE_SUPPORT)
    route = plan([offer("w", "x", 2), programme("p", "y", 16)], found("xy"), support)
    assert [step.after for step in route.of_stage(Stage.POST_COURSE)] == [("p",)]
    assert [one.requirement.deficit for one in route.unkept] == found("x")


def test_an_offer_of_mentoring_keeps_the_measure():
    mentoring = for_deficits("mentoring", Measure.MENTORING, by="school")
    managerial = for_deficits("managerial", Measure.MANAGERIAL_MENTORING)
    offers = [offer("m", "x", 10, kind=OfferKind.MENTORING)]
    route = plan(offers, found("xy"), mentoring, managerial)
    assert kept_by(route) == {"m": ["mentoring", "mentoring"], "managerial-mentoring": ["managerial", "managerial"]}
    assert (route.step("m").by, route.step("m").closes, route.step("m").serves) == (
        ("school",),
        tuple(found("x")),
        tuple(found("y")),
    )
    assert kept_by(plan(offers, found("y"), mentoring)) == {"mentoring": ["mentoring"]}


def test_what_follows_a_programme_is_unkept_where_there_is_none():
    route = by_volgograd([], ICT)
    assert [one.requirement.measure for one in route.unkept] == [
        Measure.REGISTER_PROGRAMME,
        Measure.POST_COURSE_SUPPORT,
        Measure.TRANSFER_INTO_PRACTICE,
    ]
    assert (route.step("internship").begins, route.step("internship").after) == (ON, ())
    assert route.step("internship").ends == YEAR.last_day
    assert [one.after for one in route.unkept] == [None] * 3


def test_steps_of_subjects_stay_within_the_period():
    offers = [programme("p", {"ict": Severity.HIGH}, 24, sessions=(run(7, 5),))]
    route = by_volgograd(offers, ICT, terms=Terms(begins=ON, until=day(12)))
    assert {(step.begins, step.ends) for step in route.of_stage(Stage.TRANSFER)} == {(day(12), day(12))}
    assert (route.ends_on, route.unkept) == (day(12), ())


def test_what_would_follow_after_the_period_is_unkept():
    offers = [programme("p", {"ict": Severity.HIGH}, 24, sessions=(run(7, 5),))]
    route = by_volgograd(offers, ICT, terms=Terms(begins=ON, until=day(11)))
    assert not route.of_stage(Stage.TRANSFER)
    assert {one.requirement.measure: one.after for one in route.unkept} == dict.fromkeys(AFTER_LEARNING, "p")
    assert (route.ends_on, route.step("repeated-diagnosis").begins) == (day(11), day(11))


# --- what runs throughout


def test_measures_for_the_person_run_all_the_time_and_those_for_deficits_to_the_end_of_the_route():
    person_wide = [
        rule(str(each), each)
        for each in (Measure.MENTORING, Measure.METHODICAL_HELP, Measure.BURNOUT_PREVENTION, Measure.ACCOMPANIMENT)
    ]
    deficits = [for_deficits(str(each), each) for each in (Measure.HORIZONTAL_LEARNING, Measure.MANAGERIAL_MENTORING)]
    invitation = rule("invitation", Measure.INVITATION_TO_ACTIVE)
    route = plan(
        [offer("a", "x", 6, sessions=(run(3, 9),))],
        found("x"),
        *(*person_wide, *deficits, invitation, for_deficits("tutor", Measure.ACCOMPANIMENT), AGAIN),
    )
    assert {step.id: (step.begins, step.ends) for step in route.of_stage(Stage.THROUGHOUT)} == {
        **{str(one.measure): (ON, YEAR.last_day) for one in person_wide},
        **{str(one.measure): (ON, day(11)) for one in deficits},
        "invitation-to-active": (ON, day(29)),
    }
    assert (route.ends_on, route.step("repeated-diagnosis").begins) == (day(14), day(14))
    within = plan([], found("x"), invitation, terms=Terms(begins=ON, until=day(9)))
    assert within.step("invitation-to-active").ends == day(9)


def test_the_end_of_a_route_leaves_out_what_runs_throughout():
    route = plan([], found("x", on=day(-9)), rule("mentoring", Measure.MENTORING))
    assert route.ends_on == ON
    route = plan([offer("a", "x", 6, sessions=(run(3),))], found("x"), rule("mentoring", Measure.MENTORING))
    assert (route.ends_on, route.step("mentoring").ends) == (day(3), YEAR.last_day)


def test_where_nothing_is_dated_the_period_is_the_route():
    horizontal = for_deficits("horizontal", Measure.HORIZONTAL_LEARNING)
    route = plan([], found("x", on=day(-9)), horizontal, AGAIN, terms=Terms(begins=ON, until=day(20)))
    assert (route.step("horizontal-learning").begins, route.step("horizontal-learning").ends) == (ON, day(20))
    assert (route.step("repeated-diagnosis").begins, route.step("repeated-diagnosis").after) == (day(18), ())


# --- the two ends


def test_the_diagnosis_spans_the_days_on_which_deficits_were_found():
    step = by_volgograd([], ICT, METHODICAL).step("diagnosis")
    assert (step.begins, step.ends, step.status) == (date(2025, 2, 10), date(2025, 2, 17), Status.DONE)
    assert step.serves == (ICT, METHODICAL)
    assert plan([], found("x")).step("diagnosis").begins == ON


@pytest.mark.parametrize(
    ("session", "until", "expected"),
    [
        pytest.param(run(0, 3), None, day(3), id="the day after"),
        pytest.param(run(0, 5), None, day(7), id="the Monday after"),
        pytest.param(run(0, 5), day(6), day(4), id="no working day is left: the last one of all"),
        pytest.param(run(0, 5), day(4), day(4), id="the period ends with the learning"),
        pytest.param(run(0, 6), day(6), day(5), id="never before the learning ends"),
    ],
)
def test_the_repeated_diagnosis_is_on_a_working_day_within_the_period(session, until, expected):
    route = plan([offer("a", "x", 20, sessions=(session,))], found("x"), AGAIN, terms=Terms(begins=ON, until=until))
    step = route.steps[-1]
    assert (step.stage, step.begins, step.ends, step.after) == (Stage.REPEATED_DIAGNOSIS, expected, expected, ("a",))


def test_a_repeated_diagnosis_without_anything_before_it():
    route = plan([], [], rule("again", Measure.REPEATED_DIAGNOSIS))
    assert [(step.id, step.begins) for step in route.steps] == [("repeated-diagnosis", YEAR.last_day)]


# --- who is responsible


def subject(id_, level, *activities):
    statements = tuple(
        Statement(id=each, kind=StatementKind.FUNCTION, title=each, activity=each) for each in activities
    )
    return Subject(id=id_, title=id_, kind=SubjectKind.CENTRE, level=level, statements=statements)


def responsible(measure, *subjects, level=Level.REGIONAL, by=None):
    policy = policy_of(for_deficits("r", measure, by=by), level=level, subjects={one.id: one for one in subjects})
    return plan_route(policy, person(), found("x"), [], YEAR).step(str(measure)).by


def test_where_the_rule_names_nobody_the_doer_nearest_to_the_level_is_responsible():
    far, near = subject("far", Level.INSTITUTIONAL, "mentoring"), subject("near", Level.MUNICIPAL, "mentoring")
    assert responsible(Measure.MENTORING, far, near) == ("near",)
    assert responsible(Measure.MENTORING, far, near, level=Level.INSTITUTIONAL) == ("far",)
    twin = subject("twin", Level.MUNICIPAL, "mentoring")
    assert responsible(Measure.MENTORING, near, twin) == ("near",)
    assert responsible(Measure.MENTORING, far, near, by="pairs") == ("pairs",)


def test_the_nearest_activity_counts_before_the_level():
    tutors = subject("tutors", Level.REGIONAL, "tutoring", "build-routes")
    school = subject("school", Level.INSTITUTIONAL, "accompany-routes")
    assert responsible(Measure.ACCOMPANIMENT, tutors, school) == ("school",)
    assert responsible(Measure.ACCOMPANIMENT, tutors) == ("tutors",)
    assert responsible(Measure.ACCOMPANIMENT, subject("other", Level.REGIONAL, "communities")) == ()
    right = Statement(id="r", kind=StatementKind.RIGHT, title="r", activity="tutoring")
    assert responsible(Measure.ACCOMPANIMENT, tutors.model_copy(update={"statements": (right,)})) == ()


def test_subjects_of_obligations_stand_first():
    rules = [
        for_deficits("a", Measure.MENTORING, Modality.RECOMMENDED, by="second"),
        for_deficits("b", Measure.MENTORING, by="first"),
        for_deficits("c", Measure.MENTORING, Modality.MAY, by="first"),
    ]
    assert plan([], found("x"), *rules).step("mentoring").by == ("first", "second")


def test_what_only_closes_deficits_is_accompanied():
    rules = for_deficits("a", Measure.ACCOMPANIMENT, by="tutors")
    assert plan([offer("o", "x")], found("x"), rules).step("o").by == ("tutors",)


def test_who_accompanies_is_responsible_for_programmes_of_which_the_rule_names_nobody():
    doers = [subject("trainers", Level.REGIONAL, "organise-training", "managers", "develop-programmes")]
    doers += [subject("tutors", Level.REGIONAL, "tutoring")]
    who, offers = person(Post.HEAD), [programme("p", "x", 16, audience=MANAGERS)]
    for measure in PROGRAMMES:
        for by, accompanying, expected in (
            (None, "methodist", ("methodist",)),
            (None, None, ("tutors",)),
            ("institute", "methodist", ("institute",)),
        ):
            rules = for_deficits("r", measure, by=by), for_deficits("a", Measure.ACCOMPANIMENT, by=accompanying)
            policy = policy_of(*rules, subjects={one.id: one for one in doers})
            route = plan_route(policy, who, found("x"), offers, YEAR)
            assert [one.rule.id for one in route.step("p").requirements] == ["r"]
            assert route.step("p").by == expected


# --- why deficits stay open


def left(offers, deficits=None, terms=YEAR, who=None, seats=None):
    """Of the only deficit that stays open: the reason and the remedies."""
    planner = Planner(policy_of(), offers, terms)
    (one,) = planner.plan(who or person(), deficits or found("x"), seats=seats).uncovered
    assert one.deficit.competency == "x"
    return one.reason, {remedy.offer: remedy for remedy in one.remedies}


def test_no_offer_names_the_weaker_ones():
    route = plan([offer("b", {"x": Severity.LOW}), offer("a", {"x": Severity.MEDIUM}), offer("c", "y")], found("x"))
    (one,) = route.uncovered
    assert (one.reason, one.remedies, one.weaker) == (Reason.NO_OFFER, (), ("a", "b"))


def test_over_budget_says_which_limits_would_do_beside_what_is_taken():
    offers = [
        offer("a", "x", 30, cost=Decimal(2)),
        offer("b", "x", 20, cost=Decimal(9), prerequisites=frozenset("d")),
        offer("c", "y", 8, cost=Decimal(1)),
        offer("d", "", 1, cost=Decimal(1)),
    ]
    lacking = [*found("x", Severity.LOW), *found("y")]
    reason, remedies = left(offers, lacking, Terms(begins=ON, hours=25, cost=Decimal(5)))
    assert (reason, list(remedies)) == (Reason.OVER_BUDGET, ["a", "b"])
    assert (remedies["a"].hours, remedies["a"].cost) == (38, None)
    assert (remedies["b"].hours, remedies["b"].cost) == (29, Decimal(11))


def test_over_budget_names_the_clashes_too_where_the_days_are_taken():
    offers = [offer("a", "x", 30, sessions=(run(3, 5),)), offer("b", "y", 8, sessions=(run(4, 2),))]
    lacking = [*found("x", Severity.LOW), *found("y")]
    reason, remedies = left(offers, lacking, Terms(begins=ON, hours=25))
    assert (reason, remedies["a"].hours, remedies["a"].clashes) == (Reason.OVER_BUDGET, 30, ("b",))
    assert remedies["a"].session == run(3, 5)


def test_no_time_names_the_clashing_steps_of_the_session_with_fewest():
    offers = [
        offer("a", "x", 10, sessions=(run(3, 10), run(20, 2))),
        offer("b", "y", 8, sessions=(run(4, 2),)),
        offer("c", "z", 8, sessions=(run(10, 2),)),
        offer("d", "w", 8, sessions=(run(20, 2),)),
    ]
    reason, remedies = left(offers, [*found("x", Severity.LOW), *found("yzw")])
    assert reason is Reason.NO_TIME
    assert (remedies["a"].clashes, remedies["a"].session, remedies["a"].hours_a_month) == (("d",), run(20, 2), None)


def test_no_time_says_how_many_hours_a_month_would_do():
    offers = [offer("a", "x", 12, sessions=(run(3, 2),)), offer("b", "y", 8, sessions=(run(10, 2),))]
    lacking = [*found("x", Severity.LOW), *found("y")]
    reason, remedies = left(offers, lacking, Terms(begins=ON, hours_a_month=15))
    assert (reason, remedies["a"].hours_a_month, remedies["a"].clashes) == (Reason.NO_TIME, 20, ())
    assert not plan(offers, lacking, terms=Terms(begins=ON, hours_a_month=20)).uncovered


def test_no_seats_names_the_next_session():
    later = run(400, seats=3)
    reason, remedies = left([offer("a", "x", sessions=(run(3, seats=0), run(500), later))])
    assert (reason, remedies["a"].session) == (Reason.NO_SEATS, later)


def test_sessions_over_names_the_next_session():
    later = run(400)
    reason, remedies = left([offer("a", "x", sessions=(run(-3), later))])
    assert (reason, remedies["a"].session) == (Reason.SESSIONS_OVER, later)
    reason, remedies = left([offer("a", "x", 100)], terms=Terms(begins=ON, until=day(30)))
    assert (reason, remedies["a"].session) == (Reason.SESSIONS_OVER, None)


def test_the_session_of_another_offer_is_not_named():
    offers = [offer("a", "x", prerequisites=frozenset("b")), offer("b", "", sessions=(run(400),))]
    reason, remedies = left(offers)
    assert (reason, remedies["a"].session) == (Reason.SESSIONS_OVER, None)


def test_a_place_that_is_not_allowed_is_named():
    far = run(3, place="Елань")
    reason, remedies = left([offer("a", "x", sessions=(far,))], terms=Terms(begins=ON, places=frozenset({"Дубовка"})))
    assert (reason, remedies["a"].session) == (Reason.PLACE_NOT_ALLOWED, far)


@pytest.mark.parametrize(
    ("more", "reason", "hindrance"),
    [
        ({"form": StudyForm.MIXED}, Reason.FORM_NOT_ALLOWED, Hindrance(forms=frozenset({StudyForm.MIXED}))),
        ({"audience": MANAGERS}, Reason.NOT_FOR_AUDIENCE, Hindrance(excluded_by=frozenset({"post"}))),
        (
            {"audience": Audience(subjects=frozenset({"химия"}))},
            *(Reason.NOT_FOR_AUDIENCE, Hindrance(excluded_by=frozenset({"subjects"}))),
        ),
        (
            {"audience": Audience(organisation_kinds=frozenset({"preschool"}))},
            *(Reason.NOT_FOR_AUDIENCE, Hindrance(excluded_by=frozenset({"organisation_kind"}))),
        ),
        ({"prerequisites": frozenset("b")}, Reason.PREREQUISITE, Hindrance(missing=frozenset("b"))),
        ({"prerequisites": frozenset("a")}, Reason.PREREQUISITE, Hindrance(missing=frozenset("a"))),
    ],
)
def test_what_keeps_a_person_from_an_offer(more, reason, hindrance):
    terms = Terms(begins=ON, forms=frozenset({StudyForm.IN_PERSON}))
    stated, remedies = left([offer("a", "x", **more)], terms=terms)
    assert (stated, remedies["a"].hindrance) == (reason, hindrance)


def test_what_is_not_known_of_the_person_is_named():
    stated, remedies = left([offer("a", "x", audience=MANAGERS)], who=person(None))
    assert (stated, remedies["a"].hindrance) == (Reason.NOT_KNOWN, Hindrance(unknown=frozenset({"post"})))


def test_the_reason_that_is_mended_most_easily_counts():
    terms = Terms(begins=ON, hours=20)
    offers = [
        offer("a", "x", audience=MANAGERS),
        offer("b", "x", sessions=(run(400),)),
        offer("c", "x", sessions=(run(3, seats=0),)),
        offer("d", "x", 30),
    ]
    reasons = [left(offers[:number], terms=terms)[0] for number in range(1, 5)]
    assert reasons == [Reason.NOT_FOR_AUDIENCE, Reason.SESSIONS_OVER, Reason.NO_SEATS, Reason.OVER_BUDGET]


# --- whole routes


def test_a_person_without_deficits():
    route = plan([offer("a", "x")], [], PROGRAMME, TRANSFER, AGAIN)
    assert (route.steps, route.uncovered, route.unkept, route.hours, route.is_proven) == ((), (), (), 0, True)
    assert (route.ends_on, route.worth[:7], route.worth.ends_on) == (ON, (0,) * 7, date.min)
    young = {**TEACHER, "birth_date": date(2000, 1, 1), "work_started_on": date(2024, 9, 1)}
    route = by_volgograd([], who=young)
    assert [(step.id, step.begins, step.ends) for step in route.steps] == [
        ("burnout-prevention", ON, YEAR.last_day),
        ("mentoring", ON, YEAR.last_day),
    ]
    assert route.ends_on == ON


def test_a_period_shorter_than_anything():
    dated = programme("p", {"ict": Severity.HIGH}, 16, sessions=(run(0, 2),))
    offers = [dated, offer("a", {"ict": Severity.HIGH}, 6)]
    route = by_volgograd(offers, ICT, terms=Terms(begins=ON, until=ON))
    (left_open,) = route.uncovered
    assert left_open.reason is Reason.SESSIONS_OVER
    assert [(one.offer, one.session) for one in left_open.remedies] == [("p", run(0, 2)), ("a", None)]
    assert not any(step.offer for step in route.steps)
    assert {(step.begins, step.ends) for step in route.steps if step.stage is not Stage.DIAGNOSIS} == {(ON, ON)}


def test_rules_are_asked_on_the_first_day_unless_said_otherwise():
    planner = Planner(VOLGOGRAD, [], YEAR)
    assert planner.plan(TEACHER, [ICT]).on == ON
    assert planner.plan(TEACHER, [ICT], on=day(3)).on == day(3)
    with pytest.raises(rsnms.NotInForceError):
        planner.plan(TEACHER, [ICT], on=date(2000, 1, 1))


def test_a_rule_that_waits_for_a_fact_is_open():
    route = by_volgograd([], ICT, who={**TEACHER, "work_started_on": date(2024, 9, 1)})
    assert "mentoring-of-the-young" in [one.rule.id for one in route.open]


def test_an_educator_of_the_domain_is_planned_for_too():
    who = Educator(id="ivanov", post=Post.TEACHER, subjects=frozenset({"Физика"}))
    physics = offer("a", {"ict": Severity.HIGH}, audience=Audience(subjects=frozenset({"физика"})))
    route = plan_route(FEDERAL, who, [ICT], [physics], YEAR)
    assert (route.person, route.policy, learned(route)) == ("ivanov", "ru", ["a"])


def test_what_a_route_contains():
    offers = [
        offer("a", "x", 12, technologies=("кейсы", "проекты"), form=StudyForm.DISTANCE, cost=Decimal("1.5")),
        offer("b", "y", 6, technologies=("проекты",), form=StudyForm.DISTANCE, cost=Decimal(2), title="Б"),
    ]
    route = plan(offers, found("xy"))
    assert (route.hours, route.cost, route.content) == (18, Decimal("3.5"), ("Б", "a"))
    assert (route.forms, route.technologies) == ((StudyForm.DISTANCE,), ("проекты", "кейсы"))
    assert route.pace == {(2025, 3): 18}
    assert route.worth == (0, 0, 0, 0, 0, 0, 18, 0, day(14), Decimal("3.5"), 2)
    with pytest.raises(KeyError):
        route.step("c")


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ({"until": date(2025, 3, 2)}, "the period ends on 2025-03-02, before it begins on 2025-03-03"),
        ({"hours": -1}, "the limit is -1 hours, expected 0 or more"),
        ({"hours_a_month": -1}, "the limit is -1 hours a month, expected 0 or more"),
        ({"cost": Decimal(-1)}, "the limit is -1 roubles, expected 0 or more"),
    ],
)
def test_refuses_impossible_terms(stated, message):
    with pytest.raises(ValueError, match=message):
        Terms(begins=ON, **stated)


@pytest.fixture
def gaps(monkeypatch):
    """The gaps that searches are said to have, one after another; then none."""
    told = []

    def unproven(problem):
        return replace(schedule(problem), gap=told.pop(0) if told else None)

    for module in (learning, carrying):
        monkeypatch.setattr(module, "schedule", unproven)
    return told


@pytest.mark.parametrize(
    ("level", "name"),
    [
        *(("uncovered-1", "uncovered-high"), ("uncovered-3", "uncovered-low"), ("uncovered-4", "unkept")),
        *(
            ("uncovered-5", "unkept-recommended"),
            ("uncovered-6", "outside-register"),
            ("hours", "hours"),
            ("items", "offers"),
        ),
    ],
)
def test_a_gap_of_the_learning_names_the_level_of_the_worth(gaps, level, name):
    gaps += [Gap(level, 3, 1)] * 2
    route = plan([offer("a", "x")], found("x"))
    assert (route.gap, route.is_proven) == (Gap(name, 3, 1), False)
    assert name.replace("-", "_") in route.worth._fields


def test_the_first_gap_is_told(gaps):
    measures = (Measure.INTERNSHIP, Measure.HORIZONTAL_LEARNING)
    gaps += [None, Gap("uncovered-2", 1, 0), Gap("uncovered-1", 2, 0)]
    route = plan([offer("a", "x")], found("x"), *(for_deficits(str(each), each) for each in measures))
    assert route.gap == Gap("unkept-recommended", 1, 0)


def test_a_planner_gives_the_same_route_whatever_was_planned_before():
    """A session without seats in one plan has them in the next one."""
    soon, later = run(3, seats=1), run(30, seats=1)
    planner = Planner(policy_of(), [offer("a", "x", sessions=(soon, later))], YEAR)
    seats = Seats()
    seats.take("a", soon)
    assert planner.plan(person(), found("x"), seats=seats).step("a").session == later
    assert planner.plan(person(), found("x")).step("a").session == Session(starts_on=day(3), ends_on=day(3), seats=1)
