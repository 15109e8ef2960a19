"""What is said of deficits that stay open is true, and what is said to help helps."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given

from routes.choice.choosing import ON, TEACHER, Case, cases, deficits, offer
from rsnms.domain.competency import Severity
from rsnms.domain.educator import Educator, Post
from rsnms.domain.offer import Audience, Session, StudyForm
from rsnms.domain.organisation import Organisation
from rsnms.routes.choice.choice import Hindrance, Limits, Reason, Remedy, choose
from rsnms.routes.fitting.hindrance import hindrance


def run(days: int, seats: int | None = None) -> Session:
    """A session of a month that begins so many days after the day."""
    begins = ON + timedelta(days=days)
    return Session(starts_on=begins, ends_on=begins + timedelta(days=30), seats=seats)


HEADS = Audience(posts=frozenset({Post.HEAD}))


@given(cases())
def test_a_budget_said_to_help_is_enough_for_the_choice_with_that_offer(case: Case):
    choice = case.choose()
    chosen = frozenset(one.offer.id for one in choice.chosen)
    for left in choice.uncovered:
        if left.reason is Reason.OVER_BUDGET:
            assert left.remedies
        for remedy in left.remedies if left.reason is Reason.OVER_BUDGET else ():
            raised = replace(
                case.limits,
                hours=case.limits.hours if remedy.hours is None else remedy.hours,
                cost=case.limits.cost if remedy.cost is None else remedy.cost,
            )
            assert raised != case.limits
            wider = replace(case, limits=raised)
            together = _with_prerequisites(case, chosen | {remedy.offer})
            assert wider.is_allowed(together)
            assert wider.choose().objective < choice.objective


@given(cases())
def test_the_reasons_are_true(case: Case):
    by_id = {one.id: one for one in case.offers}
    for left in case.choose().uncovered:
        closing = {one.id for one in case.offers if one.closes(left.deficit.competency, left.deficit.severity)}
        assert {remedy.offer for remedy in left.remedies} <= closing
        match left.reason:
            case Reason.NO_OFFER:
                assert not closing
                assert all(left.deficit.competency in by_id[id_].gains for id_ in left.weaker)
            case Reason.OVER_BUDGET:
                assert case.limits.hours is not None or case.limits.cost is not None
            case reason:
                assert left.remedies
                assert all(remedy.hindrance.reason is reason for remedy in left.remedies)


@given(cases(limits=False))
def test_allowing_the_forms_named_closes_the_deficit(case: Case):
    for left in case.choose().uncovered:
        stands = left.remedies[0].hindrance if left.remedies else Hindrance()
        if left.reason is Reason.FORM_NOT_ALLOWED and replace(stands, forms=frozenset()).reason is None:
            forms = case.limits.forms | stands.forms
            wider = case.choose(limits=replace(case.limits, forms=forms))
            assert left.deficit not in {one.deficit for one in wider.uncovered}


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (offer("a", "x", audience=HEADS), Hindrance(excluded_by=frozenset({"post"}))),
        (
            offer("a", "x", audience=Audience(organisation_kinds=frozenset({"general"}))),
            Hindrance(unknown=frozenset({"organisation_kind"})),
        ),
        (offer("a", "x", form=StudyForm.DISTANCE), Hindrance(forms=frozenset({StudyForm.DISTANCE}))),
        (offer("a", "x", prerequisites=frozenset({"z"})), Hindrance(missing=frozenset({"z"}))),
        (offer("a", "x", prerequisites=frozenset({"a"})), Hindrance(missing=frozenset({"a"}))),
        (offer("a", "x", sessions=(run(-1), run(-9, seats=0))), Hindrance(over=frozenset({"a"}))),
        (offer("a", "x", sessions=(run(-1), run(0, seats=0))), Hindrance(full=frozenset({"a"}))),
    ],
)
def test_names_what_stands_in_the_way(of, expected):
    (left,) = choose(
        deficits("x"), [of], TEACHER, on=ON, limits=Limits(forms=frozenset({StudyForm.IN_PERSON}))
    ).uncovered
    assert left.remedies == (Remedy("a", expected),)
    assert left.reason is expected.reason


def test_what_keeps_one_from_a_prerequisite_keeps_one_from_the_offer():
    offers = [offer("a", "x", prerequisites=frozenset("b")), offer("b", "", audience=HEADS)]
    (left,) = choose(deficits("x"), offers, TEACHER, on=ON).uncovered
    assert left.reason is Reason.NOT_FOR_AUDIENCE
    assert not choose(deficits("x"), offers, TEACHER, on=ON, completed=frozenset("b")).uncovered


def test_one_session_to_come_with_a_seat_is_enough():
    runs = (run(-1), run(0, seats=0), run(5, seats=1))
    assert not choose(deficits("x"), [offer("a", "x", sessions=runs)], TEACHER, on=ON).uncovered
    assert not choose(deficits("x"), [offer("a", "x", sessions=(run(0),))], TEACHER, on=ON).uncovered


def test_a_prerequisite_whose_sessions_are_over_can_be_completed_but_not_taken():
    offers = [offer("a", "x", prerequisites=frozenset("b")), offer("b", "", sessions=(run(-1),))]
    (left,) = choose(deficits("x"), offers, TEACHER, on=ON).uncovered
    assert (left.reason, left.remedies) == (Reason.SESSIONS_OVER, (Remedy("a", Hindrance(over=frozenset("b"))),))
    assert not choose(deficits("x"), offers, TEACHER, on=ON, completed=frozenset("b")).uncovered


def test_a_free_seat_is_named_before_sessions_that_are_over():
    offers = [
        offer("a", "x", sessions=(run(-1),)),
        offer("b", "x", sessions=(run(1, seats=0),), prerequisites=frozenset("d")),
        offer("c", "x", sessions=(run(1, seats=0),)),
        offer("d", "", sessions=(run(1, seats=0),)),
    ]
    (left,) = choose(deficits("x"), offers, TEACHER, on=ON).uncovered
    assert (left.reason, [one.offer for one in left.remedies]) == (Reason.NO_SEATS, ["c", "b"])


def test_names_what_is_completed_already():
    (left,) = choose(deficits("x"), [offer("a", "x")], TEACHER, on=ON, completed=frozenset("a")).uncovered
    assert left.reason is Reason.COMPLETED


def test_names_the_easiest_reason_and_the_offer_that_asks_for_least():
    offers = [
        offer("a", "x", 30, cost=Decimal(5)),
        offer("b", "x", 20),
        offer("c", "x", audience=HEADS),
        offer("d", "y", 4),
    ]
    (left,) = choose(deficits("xy"), offers, TEACHER, on=ON, limits=Limits(hours=12, cost=Decimal(2))).uncovered
    assert left.reason is Reason.OVER_BUDGET
    assert left.remedies == (Remedy("b", hours=24), Remedy("a", hours=34, cost=Decimal(5)))


def test_names_offers_that_close_a_lesser_severity():
    (left,) = choose(deficits("x"), [offer("a", {"x": Severity.LOW})], TEACHER, on=ON).uncovered
    assert (left.reason, left.weaker) == (Reason.NO_OFFER, ("a",))


@pytest.mark.parametrize(
    ("audience", "person", "expected"),
    [
        (Audience(), Educator(), None),
        (Audience(subjects=frozenset({"физика"})), Educator(subjects=frozenset({"Физика"})), None),
        (Audience(subjects=frozenset({"физика"})), Educator(subjects=frozenset()), Reason.NOT_FOR_AUDIENCE),
        (Audience(subjects=frozenset({"физика"})), Educator(), Reason.NOT_KNOWN),
        (Audience(posts=frozenset()), Educator(), Reason.NOT_FOR_AUDIENCE),
        (HEADS, Educator(post=Post.HEAD), None),
        (
            Audience(organisation_kinds=frozenset({"general"})),
            Educator(organisation=Organisation.model_validate({"kind": "preschool"}, strict=False)),
            Reason.NOT_FOR_AUDIENCE,
        ),
    ],
)
def test_whom_an_audience_fits(audience, person, expected):
    assert hindrance(offer("a", "x", audience=audience), person).reason is expected


def _with_prerequisites(case: Case, ids: frozenset[str]) -> frozenset[str]:
    needed = {each for one in case.offers if one.id in ids for each in one.prerequisites - case.completed}
    return ids if needed <= ids else _with_prerequisites(case, ids | needed)
