"""Many people over shared seats: nobody lacks one that somebody with less severe deficits has; no order matters."""

from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rsnms
from routes.choice.choosing import offer
from routes.planning.plans import (
    MANAGERS,
    ON,
    SEVERITIES,
    Case,
    cases,
    day,
    for_deficits,
    found,
    person,
    policy,
    policy_of,
    programme,
    run,
)
from rsnms.domain import Modality
from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.educator import Post, Role
from rsnms.domain.measure import Measure
from rsnms.domain.offer import OfferKind
from rsnms.routes.fitting.hindrance import Reason
from rsnms.routes.fitting.uncovered import Remedy
from rsnms.routes.municipality.participants import Participant
from rsnms.routes.municipality.plan import Audience, Demand, Occupancy
from rsnms.routes.municipality.planning import in_fairness, plan_together
from rsnms.routes.planning import planner as planning
from rsnms.routes.planning.planner import Planner
from rsnms.routes.planning.route import Stage
from rsnms.routes.planning.terms import Terms
from rsnms.rules.profile import Profile

VOLGOGRAD = rsnms.load_policies()["ru/volgograd"].on(ON)
YEAR = Terms(begins=ON)
TEACHER = Audience("teacher", ("физика",), "general")
PROGRAMME = for_deficits("programme", Measure.REGISTER_PROGRAMME)


def one(id_, deficits=(), post=Post.TEACHER, **facts):
    return Participant(id_, person(post, id_, **facts), tuple(deficits))


def together(offers, people, *rules, terms=YEAR, **more):
    return plan_together(Planner(policy_of(*rules), offers, terms), people, **more)


def sessions_of(plan):
    """Who is in which session."""
    return {route.person: step.session for route in plan.routes for step in route.of_stage(Stage.LEARNING)}


# --- laws


@st.composite
def populations(draw, most_deficits=3):
    """Up to eight people like those of a case, with the limits and the catalogue of the case."""
    case = draw(cases())
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311
    people = []
    for number in range(random.randint(1, 8)):
        lacking = random.sample("abc", random.randint(1, most_deficits))
        deficits = [
            Deficit(
                competency=each, severity=random.choice(SEVERITIES), found_on=random.choice((None, day(-9), day(-2)))
            )
            for each in lacking
        ]
        deficits.sort(key=lambda each: (-each.severity.rank, each.competency))
        people.append(one(f"p{number}", deficits, random.choice((Post.TEACHER, Post.DEPUTY_HEAD))))
    return case, people


def plan_of(case: Case, people):
    return plan_together(Planner(policy(case.asking), case.offers, case.terms), people)


@given(populations())
def test_seats_are_never_exceeded(population):
    case, people = population
    plan = plan_of(case, people)
    taken = Counter((s.offer.id, s.session) for route in plan.routes for s in route.steps if s.offer and s.session)
    for (_, session), number in taken.items():
        assert session.seats is None or number <= session.seats
    assert {(each.offer.id, each.session): each.taken for each in plan.occupancy} == taken


@given(populations(), st.randoms())
def test_the_order_of_the_people_does_not_matter(population, random):
    case, people = population
    shuffled = random.sample(people, len(people))
    assert plan_of(case, shuffled) == plan_of(case, people)


@given(populations())
def test_a_planner_can_plan_again(population):
    case, people = population
    planner = Planner(policy(case.asking), case.offers, case.terms)
    assert plan_together(planner, people) == plan_together(planner, people) == plan_of(case, people)


@given(populations())
def test_everybody_has_the_best_route_that_the_seats_left_allow(population):
    """Solved one by one, each with a planner of their own, the routes are the same."""
    case, people = population
    seats = Counter()
    for route in plan_of(case, people).routes:
        participant = next(each for each in people if each.id == route.person)
        taken = tuple((*key, number) for key, number in seats.items())
        alone = replace(case, deficits=participant.deficits, person=participant.profile, taken=taken).plan()
        assert (alone.worth, alone.steps, alone.uncovered) == (route.worth, route.steps, route.uncovered)
        seats.update((step.offer.id, step.session) for step in route.steps if step.offer and step.session)


@given(populations(most_deficits=1))
def test_nobody_has_a_seat_that_somebody_with_a_more_severe_deficit_lacks(population):
    case, people = population
    case = replace(case, offers=tuple(each for each in case.offers if not each.prerequisites))
    plan = plan_of(case, people)
    severity = {each.id: each.deficits[0].severity.rank for each in people}
    posts = {each.id: each.profile.sources["post"] for each in people}
    for without in (route for route in plan.routes if route.uncovered):
        (deficit,) = without.deficits
        less = [each for each in plan.routes if severity[each.person] < severity[without.person]]
        for holder in (each for each in less if posts[each.person] == posts[without.person]):
            for step in holder.steps:
                suits = step.offer is not None and step.offer.closes(deficit.competency, deficit.severity)
                assert not (suits and step.session is not None and step.closes)


@given(populations())
def test_who_comes_first_has_the_route_of_one_alone(population):
    case, people = population
    first = plan_of(case, people).routes[0]
    participant = in_fairness(people)[0]
    assert first.person == participant.id
    assert first.worth == plan_of(case, [participant]).routes[0].worth


# --- fairness


def test_those_with_more_severe_deficits_come_first():
    high, medium, low = Severity.HIGH, Severity.MEDIUM, Severity.LOW
    people = [
        one("no"),
        one("low", found("x", low)),
        one("many-low", found("xyz", low)),
        one("medium", found("x", medium)),
        one("high", found("x", high)),
        one("high-and-low", [*found("x", high), *found("y", low)]),
        one("two-high", found("xy", high)),
    ]
    ordered = [each.id for each in in_fairness(people)]
    assert ordered == ["two-high", "high-and-low", "high", "medium", "many-low", "low", "no"]


def test_of_equals_those_whose_deficits_were_found_earlier_then_the_ids():
    people = [
        one("c", found("x", on=day(-1))),
        one("d", found("x", on=day(-9))),
        one("b", found("x")),
        one("a", found("x", on=day(-1))),
        one("e", [*found("x", on=day(-1)), *found("y", on=day(-20))]),
    ]
    assert [each.id for each in in_fairness(people)] == ["e", "d", "a", "c", "b"]


def test_the_last_seat_goes_to_the_most_severe_deficit():
    soon, later = run(3, seats=1), run(30, seats=1)
    people = [one("a", found("x", Severity.LOW)), one("b", found("x")), one("c", found("x", Severity.MEDIUM))]
    plan = together([offer("o", "x", sessions=(soon, later))], people)
    assert sessions_of(plan) == {"b": soon, "c": later}
    assert [each.person for each in plan.waiting] == ["a"]
    assert plan.occupancy == (
        Occupancy(plan.route("b").step("o").offer, soon, 1),
        Occupancy(plan.route("b").step("o").offer, later, 1),
    )
    with pytest.raises(KeyError):
        plan.route("d")


def test_measures_after_the_learning_take_seats_too():
    support = for_deficits("support", Measure.POST_COURSE_SUPPORT)
    advice = offer("k", {"x": Severity.LOW}, 1, kind=OfferKind.CONSULTATION, sessions=(run(30, seats=1),))
    plan = together([programme("o", "x"), advice], [one("a", found("x")), one("b", found("x"))], support)
    assert [step.id for step in plan.route("a").of_stage(Stage.POST_COURSE)] == ["k"]
    assert [step.id for step in plan.route("b").of_stage(Stage.POST_COURSE)] == ["post-course-support-after-o"]


def test_groups_on_the_same_days_in_one_place_have_their_seats_together():
    groups = (run(3, seats=1), run(3, seats=2), run(3, seats=1, place="Елань"))
    people = [one(id_, found("x")) for id_ in "abcde"]
    plan = together([offer("o", "x", sessions=groups)], people)
    assert [(each.session.place, each.session.seats, each.taken) for each in plan.occupancy] == [
        (None, 3, 3),
        ("Елань", 1, 1),
    ]
    assert [each.person for each in plan.waiting] == ["e"]
    endless = offer("o", "x", sessions=(*groups, run(3)))
    assert [(each.session.seats, each.taken) for each in together([endless], people).occupancy] == [(None, 5)]


# --- equal cases


@pytest.fixture
def solved(monkeypatch):
    """The cases that were arranged."""
    cases_, arrange = [], planning.arrange

    def counted(supply, case, fits, seats):
        cases_.append(case)
        return arrange(supply, case, fits, seats)

    monkeypatch.setattr(planning, "arrange", counted)
    return cases_


def test_equal_cases_are_solved_once(solved):
    days = [None, day(-5), day(-3)]
    people = [one(f"t{number}", found("x", on=days[number % 3])) for number in range(9)]
    together([offer("o", "x", sessions=(run(3),))], people)
    assert len(solved) == 1


def test_equal_cases_are_solved_again_when_their_seats_are_taken(solved):
    sessions = (run(3, seats=4), run(10, seats=3))
    people = [one(f"t{number}", found("x")) for number in range(12)]
    plan = together([offer("o", "x", sessions=sessions)], people)
    assert [each.taken for each in plan.occupancy] == [4, 3]
    assert len(plan.waiting) == 5
    assert len(solved) == 3


@pytest.mark.parametrize(
    "other",
    [
        one("b", found("y")),
        one("b", found("x", Severity.LOW)),
        one("b", found("x"), Post.HEAD),
        one("b", found("x"), subjects=frozenset({"химия"})),
        one("b", found("x"), organisation_kind="preschool"),
    ],
)
def test_cases_that_differ_are_solved_each(solved, other):
    together([offer("o", "xy", sessions=(run(3),))], [one("a", found("x")), other])
    assert len(solved) == 2


# --- what is lacking


def test_the_waiting_list_names_the_next_session():
    later = run(400, seats=5)
    full = offer("o", "x", sessions=(run(3, seats=1), run(390, seats=0), later))
    people = [one("a", found("x")), one("b", found("x", Severity.LOW)), one("c", found("z"))]
    (waiting,) = together([full], people).waiting
    assert (waiting.person, waiting.deficit, waiting.reason) == ("b", *found("x", Severity.LOW), Reason.NO_SEATS)
    assert waiting.remedy == Remedy("o", session=later)


def test_the_request_for_programmes_is_grouped_by_audience():
    heads = programme("m", "x", audience=MANAGERS)
    people = [
        one("d", found("x")),
        one("a", found("x", on=day(-3))),
        one("b", found("x", Severity.LOW)),
        one("c", found("x"), subjects=frozenset({"химия", "биология"})),
        one("e", found("x"), Post.HEAD),
        one("f", found("y"), Post.HEAD),
        one("g", found("y"), None, subjects=None),
    ]
    plan = together([heads], people)
    chemistry = Audience("teacher", ("биология", "химия"), "general")
    high, other = Severity.HIGH, Reason.NOT_FOR_AUDIENCE
    assert plan.demand == (
        Demand("x", high, TEACHER, other, ("a", "d")),
        Demand("x", high, chemistry, other, ("c",)),
        Demand("y", high, Audience(None, None, "general"), Reason.NO_OFFER, ("g",)),
        Demand("y", high, Audience("head", ("физика",), "general"), Reason.NO_OFFER, ("f",)),
        Demand("x", Severity.LOW, TEACHER, other, ("b",)),
    )
    assert (plan.demand[0].seats, plan.demand[0].deficit) == (2, found("x")[0])


def test_the_largest_request_comes_first():
    people = [one("a", found("x")), one("b", found("y", Severity.LOW)), one("c", found("y", Severity.LOW))]
    assert [(each.competency, each.seats) for each in together([], people).demand] == [("y", 2), ("x", 1)]


def test_a_programme_that_a_rule_asks_for_is_requested_though_the_deficit_is_closed():
    plan = together([offer("w", "x", 2)], [one("a", found("x"))], PROGRAMME)
    assert plan.demand == (Demand("x", Severity.HIGH, TEACHER, Reason.NO_OFFER, ("a",), is_programme=True),)
    hours = Terms(begins=ON, hours=10)
    assert (
        together([offer("w", "x", 2), programme("p", "x", 72)], [one("a", found("x"))], PROGRAMME, terms=hours).demand
        == ()
    )
    plan = together([], [one("a", found("x"))], PROGRAMME)
    assert [each.is_programme for each in plan.demand] == [False]


def test_what_the_person_or_the_terms_could_change_is_not_requested():
    unknown = Participant("b", Profile({}, ON, "b"), tuple(found("x")))
    plan = together(
        [programme("p", "x", 72, audience=MANAGERS)],
        [unknown, one("a", found("x"), Post.HEAD)],
        terms=Terms(begins=ON, hours=10),
    )
    assert [each.uncovered[0].reason for each in plan.routes] == [Reason.OVER_BUDGET, Reason.NOT_KNOWN]
    assert plan.demand == ()


# --- mentors and methodists


def an_educator(id_, lacks=(), **facts):
    stated = {"post": "teacher", "organisation_kind": "general", "municipality": "Дубовский район", **facts}
    return Participant(id_, Profile(stated, ON, id_), tuple(lacks))


ICT = Deficit(competency="ict", severity=Severity.HIGH, found_on=day(-9))
YOUNG = {"birth_date": date(2000, 5, 5), "work_started_on": date(2024, 9, 1), "subjects": frozenset({"физика"})}
EXPERIENCED = {
    "birth_date": date(1980, 5, 5),
    "work_started_on": date(2004, 9, 1),
    "long_break": False,
    "subjects": frozenset({"физика"}),
}


def test_mentors_and_methodists_are_named_on_their_steps():
    people = [
        an_educator("young", [ICT], **YOUNG, organisation="Школа № 1"),
        an_educator("mentor", roles=frozenset({Role.MENTOR}), **EXPERIENCED, organisation="Школа № 1"),
        an_educator("methodist", roles=frozenset({Role.REGIONAL_METHODIST}), **EXPERIENCED),
    ]
    plan = plan_together(Planner(VOLGOGRAD, [offer("o", {"ict": Severity.HIGH})], YEAR), people)
    route = plan.route("young")
    named = {step.id: step.person for step in route.steps if step.person}
    assert named == {"mentoring": "mentor", "accompaniment": "methodist"}
    assert route.step("o").person is None
    assert [(each.mentee, each.mentor) for each in plan.matching.pairs] == [("young", "mentor")]
    assert [(each.educator, each.methodist) for each in plan.accompaniment.assignments] == [("young", "methodist")]
    assert not any(step.person for id_ in ("mentor", "methodist") for step in plan.route(id_).steps)
    assert (plan.policy, plan.on) == ("ru/volgograd", ON)


def test_a_mentor_of_the_organisation_is_left_to_those_without_an_offer_of_mentoring():
    offers = [offer("o", {"ict": Severity.HIGH}, kind=OfferKind.MENTORING, sessions=(run(3, 9, seats=1),))]
    people = [
        an_educator("a", [ICT], **YOUNG),
        an_educator("b", [ICT.model_copy(update={"severity": Severity.LOW})], **YOUNG),
        an_educator("mentor", roles=frozenset({Role.MENTOR}), **EXPERIENCED),
    ]
    plan = plan_together(Planner(VOLGOGRAD, offers, YEAR), people, load=1)
    assert Measure.MENTORING in plan.route("a").step("o").measures
    assert [(each.mentee, each.mentor) for each in plan.matching.pairs] == [("b", "mentor")]
    assert plan.matching.unmatched == ()


def test_mentors_and_methodists_have_no_more_than_their_load():
    people = [an_educator(f"young-{number}", [ICT], **YOUNG) for number in range(3)]
    people += [
        an_educator("mentor", roles=frozenset({Role.MENTOR}), **EXPERIENCED),
        an_educator("methodist", roles=frozenset({Role.REGIONAL_METHODIST}), **EXPERIENCED),
    ]
    planner = Planner(VOLGOGRAD, [], YEAR)
    plan = plan_together(planner, people, load=2, most=1)
    assert [each.mentee for each in plan.matching.pairs] == ["young-0", "young-1"]
    assert [each.mentee for each in plan.matching.unmatched] == ["young-2"]
    assert [each.educator for each in plan.accompaniment.assignments] == ["young-0"]
    assert plan.route("young-2").step("mentoring").person is None
    assert len(plan_together(planner, people).matching.pairs) == 3


def test_places_with_mentors_go_to_the_most_severe_deficits():
    mild = ICT.model_copy(update={"severity": Severity.LOW})
    people = [an_educator("a", [mild], **YOUNG), an_educator("b", [ICT], **YOUNG)]
    people += [
        an_educator("m", roles=frozenset({Role.MENTOR}), **EXPERIENCED),
        an_educator("n", roles=frozenset({Role.REGIONAL_METHODIST}), **EXPERIENCED),
    ]
    plan = plan_together(Planner(VOLGOGRAD, [], YEAR), people, load=1, most=1)
    assert [each.mentee for each in plan.matching.pairs] == ["b"]
    assert [each.educator for each in plan.accompaniment.assignments] == ["b"]


# --- whom


def test_two_people_with_one_id_are_refused():
    with pytest.raises(ValueError, match="two people have one id"):
        together([], [one("a"), one("b"), one("a", found("x"))])


def test_a_person_is_known_by_the_id_of_the_participant():
    nameless = Participant("a", Profile({"post": "teacher"}, ON), tuple(found("x")))
    plan = together([], [nameless], for_deficits("tutor", Measure.ACCOMPANIMENT, Modality.MUST))
    assert plan.route("a").person == "a"
    assert [each.persons for each in plan.demand] == [("a",)]


def test_nobody_and_progress():
    plan = together([], [])
    assert (plan.routes, plan.occupancy, plan.demand, plan.waiting) == ((), (), (), ())
    seen = []

    def track(people):
        for each in people:
            seen.append(each.id)
            yield each

    together([], [one("a"), one("b", found("x"))], track=track)
    assert seen == ["b", "a"]


def test_rules_are_asked_on_the_day_that_is_given():
    planner = Planner(VOLGOGRAD, [], YEAR)
    assert {plan_together(planner, [one("a")], on=day(9)).on, planner.plan(person(), []).on} == {day(9), ON}
    with pytest.raises(rsnms.NotInForceError):
        plan_together(planner, [one("a")], on=date(2000, 1, 1))
