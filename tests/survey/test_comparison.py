"""Comparison: what both have, what only one has, where thresholds differ; the same from either side."""

from itertools import product

import pytest
from hypothesis import given

import imaginary
from rsnms.domain import Span
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Not, Op
from rsnms.policy.loading import load_policies
from rsnms.survey.comparison import compare
from rsnms.survey.demands import demands, eligibility_points
from rsnms.survey.matched import Aspect, Matched, Point, Said, Status
from systems import north, south, systems, town

FOUND = compare(north(), south())


def statuses(aspect: Aspect) -> dict[str, str]:
    return {" ".join(one.key): str(one.status) for one in FOUND.of(aspect)}


def matched(aspect: Aspect, *key: str) -> Matched:
    [one] = [one for one in FOUND.of(aspect) if one.key == key]
    return one


def said(points, name, about=None) -> tuple[list, list]:
    """What both say at a point, with the clauses."""
    [point] = [point for point in points if point.name == name and about in (None, point.about)]
    return tuple([(one.text, one.clause) for one in side] for side in (point.one, point.other))


def test_subjects_by_id_with_what_differs():
    assert statuses(Aspect.SUBJECTS) == {"institute": "both", "centre": "one", "mentors": "one", "service": "differs"}
    [level] = matched(Aspect.SUBJECTS, "service").differences
    assert (level.name, level.status) == ("level", Status.DIFFERS)
    assert said([level], "level") == ([("municipal", "3.20")], [("institutional", "3")])


def test_functions_by_activity_and_who_performs_them():
    assert statuses(Aspect.FUNCTIONS) == {"consult": "differs", "coordinate": "one", "mentoring": "differs"}
    consult = matched(Aspect.FUNCTIONS, "consult")
    assert [one.subject for one in consult.one] == ["centre", "service"]
    assert [one.subject for one in consult.other] == ["service"]
    assert said(consult.points, "performer")[0] == [("centre", "3.2"), ("service", "3.20")]


def test_eligibilities_by_fact_and_operator():
    active = matched(Aspect.ELIGIBILITY, "active")
    assert active.status is Status.DIFFERS
    points = active.points
    assert {point.about: point.status for point in points if point.name == "demand"} == {
        "trained is": Status.BOTH,
        "category is": Status.DIFFERS,  # of everybody in the south, in the north of the core
        "stay at_least": Status.DIFFERS,
        "roles any_of": Status.ONE,
    }
    assert said(points, "demand", "trained is") == ([("true", "1")], [("true", "4")])
    assert said(points, "demand", "stay at_least") == ([("5 years", "4")], [("3 years", "4")])
    [category] = [point for point in points if point.about == "category is"]
    assert [(one.text, one.ground) for one in (*category.one, *category.other)] == [
        ("highest", "core"),
        ("highest", None),
    ]
    assert said(points, "ground", "core") == ([("base", "4")], [("must", "4")])
    assert said(points, "ground", "by-role") == ([("may", "4")], [])


def test_indicators_by_id_with_amounts_and_dates():
    assert statuses(Aspect.INDICATORS) == {"trained": "differs", "tutors": "one"}
    points = matched(Aspect.INDICATORS, "trained").points
    assert said(points, "measure") == ([("share of person", "6")], [("share of person", "6")])
    assert said(points, "amount") == ([("at_least 10 %", "6")], [("at_least 20 %", "6")])
    assert said(points, "date") == ([("every year from 2024", "6")], [("by 2025-12-31", "6")])
    assert [point.name for point in matched(Aspect.INDICATORS, "tutors").points] == ["measure", "measured"]


def test_documents_and_obligations_by_kind_and_subject_with_how_often():
    assert statuses(Aspect.DOCUMENTS) == {
        "plan service": "differs",
        "regulation centre": "one",
        "materials service": "one",
    }
    plan = matched(Aspect.DOCUMENTS, "plan", "service")
    assert ([one.id for one in plan.one], [one.id for one in plan.other]) == (["plan"], ["year-plan"])
    assert said(plan.points, "when") == ([("every: year", "5")], [("every: half-year", "4")])
    [meeting] = FOUND.of(Aspect.OBLIGATIONS)
    assert meeting.key == ("meeting", "service")
    assert said(meeting.points, "when") == ([("every: quarter", "5.1")], [("every: quarter", "5")])
    assert [point.name for point in meeting.differences] == ["by"]


def test_governance_provisions_and_terms():
    assert statuses(Aspect.GOVERNANCE) == {"supports service": "differs", "interacts mentors": "one"}
    assert statuses(Aspect.PROVISIONS) == {"goal": "both", "principle": "one"}
    assert statuses(Aspect.TERMS) == {"active": "both"}
    assert FOUND.count(Aspect.SUBJECTS, Status.ONE) == 2


def test_a_child_and_its_parent_differ_where_the_child_replaces():
    found = compare(north(), town())
    [consult] = [one for one in found.matches if one.status is not Status.BOTH]
    assert (consult.key, [one.subject for one in consult.other]) == (("consult",), ["centre"])
    [service] = [one for one in found.of("subjects") if one.key == ("service",)]
    assert [record.title.ru for record in (*service.one, *service.other)] == ["Служба", "Городская служба"]


# --- symmetry --------------------------------------------------------------------------------------------------------


@given(systems(), systems("y"))
def test_seen_from_the_other_side_it_is_mirrored(policy, other):
    found = compare(policy, other)
    assert compare(other, policy) == found.mirrored
    assert found.mirrored.mirrored == found
    assert [one.status.mirrored for one in found.matches] == [one.status for one in found.mirrored.matches]


@given(systems())
def test_nothing_differs_from_itself(policy):
    assert {one.status for one in compare(policy, policy).matches} <= {Status.BOTH}


@given(systems(), systems("y"))
def test_every_element_is_compared_once(policy, other):
    found = compare(policy, other)
    for side, whose in (("one", policy), ("other", other)):
        compared = [record for match in found.matches for record in getattr(match, side)]
        assert len(compared) == len(set(compared))
        counts = {aspect: sum(len(getattr(match, side)) for match in found.of(aspect)) for aspect in Aspect}
        assert counts[Aspect.SUBJECTS] == len(whose.subjects)
        assert counts[Aspect.DOCUMENTS] == len(whose.documents)
        assert counts[Aspect.OBLIGATIONS] == len(whose.obligations)
        assert counts[Aspect.GOVERNANCE] == len(whose.governance)


def test_packaged_policies_are_compared_from_either_side():
    policies = [jurisdiction.latest for jurisdiction in load_policies().values()]
    for one, other in product(policies, repeat=2):
        assert compare(other, one) == compare(one, other).mirrored
    for policy in policies:
        assert {match.status for match in compare(policy, policy).matches} <= {Status.BOTH}


# --- conditions ------------------------------------------------------------------------------------------------------

TRAINED, CATEGORY = imaginary.VOCABULARY["trained"], imaginary.VOCABULARY["category"]
STAY = imaginary.VOCABULARY["stay"]
IS_TRAINED = Comparison(TRAINED, Op.IS, True)
IS_HIGHEST = Comparison(CATEGORY, Op.IS, "highest")


def differences(one, other) -> set[tuple[str, str | None]]:
    points = eligibility_points(imaginary.eligibility(one), imaginary.eligibility(other))
    return {(point.name, point.about) for point in points if point.status is not Status.BOTH}


def test_order_grouping_titles_and_clauses_make_no_difference():
    one = All((IS_TRAINED, All((IS_HIGHEST, IS_TRAINED))))
    other = All((Comparison(CATEGORY, Op.IS, "highest", clause="7"), Any((IS_TRAINED,))))
    assert differences(one, other) == set()


def test_the_same_demands_combined_otherwise_are_a_difference():
    assert differences(All((IS_TRAINED, IS_HIGHEST)), Any((IS_TRAINED, IS_HIGHEST))) == {("combination", None)}
    assert differences(AtLeast(2, (IS_TRAINED, IS_HIGHEST)), All((IS_TRAINED, IS_HIGHEST))) == set()
    assert differences(AtLeast(1, (IS_TRAINED, IS_HIGHEST)), Any((IS_TRAINED, IS_HIGHEST))) == set()


def test_the_contrary_is_another_demand():
    assert differences(Not(IS_TRAINED), IS_TRAINED) == {("demand", "trained is")}
    assert differences(Not(Not(IS_TRAINED)), IS_TRAINED) == {("combination", None)}
    [denied] = demands(imaginary.eligibility(Not(IS_TRAINED)))["trained is"]
    assert (denied.text, denied.ground) == ("not true", "ground-1")


def test_years_and_months_are_different_thresholds():
    years, months = (Comparison(STAY, Op.AT_LEAST, span) for span in (Span.of(2), Span(24)))
    assert differences(years, months) == {("demand", "stay at_least")}


@given(imaginary.eligibilities(), imaginary.eligibilities())
def test_points_of_eligibilities_mirror(one, other):
    assert eligibility_points(other, one) == tuple(point.mirrored for point in eligibility_points(one, other))


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        (("a",), ("a",), Status.BOTH),
        (("a", "b"), ("b", "a"), Status.BOTH),
        (("a",), ("b",), Status.DIFFERS),
        (("a",), (), Status.ONE),
        ((), ("a",), Status.OTHER),
    ],
)
def test_who_says_what_at_a_point(one, other, status):
    point = Point("level", None, tuple(map(Said, one)), tuple(map(Said, other)))
    assert (point.status, point.mirrored.status) == (status, status.mirrored)
