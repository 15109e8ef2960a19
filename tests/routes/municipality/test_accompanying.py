"""Methodists and educators: equal to the best of all assignments tried, whatever the order."""

from dataclasses import replace
from datetime import date
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rsnms
from rsnms.domain.educator import Educator, Role
from rsnms.domain.fact import About
from rsnms.domain.level import Level
from rsnms.domain.organisation import Organisation
from rsnms.domain.text import Text
from rsnms.policy.model import NotInForceError, Policy
from rsnms.routes.municipality.accompanying import (
    Accompanied,
    Assignment,
    Closeness,
    Load,
    Methodist,
    Unassigned,
    UnassignedReason,
    accompanied_among,
    accompany,
    methodists_among,
)
from rsnms.rules.profile import profile_of

ON = date(2025, 3, 1)
VOLGOGRAD = rsnms.load_policies()["ru/volgograd"].on(ON)


def methodist(id_, town=None, subjects="", *, regional=False, most=None):
    return Methodist(id_, regional, town, frozenset(subjects), most)


def educator(id_, town=None, subjects=""):
    return Accompanied(id_, town, frozenset(subjects))


def told(accompaniment):
    return {(one.educator, one.methodist) for one in accompaniment.assignments}


@st.composite
def crowds(draw, most=5):
    """A few educators and methodists, some of them both, with many alike."""
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311

    def known():
        return random.choice(("A", "A", "B", None)), frozenset(random.sample("фхи", random.randint(0, 2)))

    ids = [random.sample(range(9), random.randint(0, size)) for size in (3, most)]
    methodists = [
        Methodist(str(id_), random.random() < 0.4, *known(), random.choice((None, None, 0, 2))) for id_ in ids[0]
    ]
    return [Accompanied(str(id_), *known()) for id_ in ids[1]], methodists, random.choice((0, 1, 1, 2, 3))


def closeness(one, by):
    """How close a methodist is, ``None`` where they may not accompany the educator."""
    here, subject = one.municipality is not None and one.municipality == by.municipality, one.subjects & by.subjects
    if one.id == by.id or not (here or by.is_regional):
        return None
    if here:
        return Closeness.MUNICIPALITY_AND_SUBJECT if subject else Closeness.MUNICIPALITY
    return Closeness.SUBJECT if subject else Closeness.REGION


def best_by_trying(educators, methodists, most):
    """The best of all assignments."""
    educators, methodists = (sorted(people, key=lambda one: one.id) for people in (educators, methodists))
    places = {one.id: most if one.most is None else one.most for one in methodists}
    close = [{by.id: closeness(one, by) for by in methodists} for one in educators]

    def worth(choice):
        loads = [choice.count(id_) for id_ in places]
        unplaced = tuple(id_ == "" for id_ in choice)
        far = sum(known[id_] for known, id_ in zip(close, choice, strict=True) if id_)
        return sum(unplaced), unplaced, far, sum(load**2 for load in loads), choice

    every = product(*(["", *(id_ for id_, near in known.items() if near is not None)] for known in close))
    within = (choice for choice in every if all(choice.count(id_) <= number for id_, number in places.items()))
    return {(one.id, id_) for one, id_ in zip(educators, min(within, key=worth), strict=True) if id_}


@given(crowds())
def test_the_assignment_is_the_best_of_all(crowd):
    educators, methodists, most = crowd
    found = accompany(educators, methodists, most=most)
    assert told(found) == best_by_trying(educators, methodists, most)
    of_educator, of_methodist = ({one.id: one for one in people} for people in (educators, methodists))
    for one in found.assignments:
        assert one.closeness is closeness(of_educator[one.educator], of_methodist[one.methodist])
    assert {one.educator for one in (*found.assignments, *found.unassigned)} == of_educator.keys()
    assert sum(one.educators for one in found.loads) == len(found.assignments)
    assert all(one.educators <= one.most for one in found.loads)


@given(crowds(most=9), st.integers())
def test_no_order_of_the_input_matters(crowd, seed):
    educators, methodists, most = crowd
    random = Random(seed)  # noqa: S311
    turned = (random.sample(people, len(people)) for people in (educators, methodists))
    assert accompany(*turned, most=most) == accompany(educators, methodists, most=most)


@given(crowds(most=9), st.integers(0, 2))
def test_more_methodists_or_places_never_reach_fewer(crowd, number):
    educators, methodists, most = crowd
    found = len(accompany(educators, methodists, most=most).assignments)
    fewer = methodists[:number] + methodists[number + 1 :]
    assert len(accompany(educators, fewer, most=most).assignments) <= found
    assert len(accompany(educators, methodists, most=most + 1).assignments) >= found
    raised = [replace(one, most=None if one.most is None else one.most + 1) for one in methodists]
    assert len(accompany(educators, raised, most=most).assignments) >= found


def test_the_closest_methodist_comes_first():
    by = [
        methodist("a", "B", "и", regional=True),
        methodist("b", "B", "ф", regional=True),
        methodist("c", "A", "и"),
        methodist("d", "A", "ф", regional=True),
        methodist("e", "B", "ф"),
    ]
    order = []
    while by:
        found = accompany([educator("z", "A", "ф")], by).assignments
        order += [(one.methodist, one.closeness) for one in found]
        by = [one for one in by if found and one.id != found[0].methodist] if found else []
    assert order == [
        ("d", Closeness.MUNICIPALITY_AND_SUBJECT),
        ("c", Closeness.MUNICIPALITY),
        ("b", Closeness.SUBJECT),
        ("a", Closeness.REGION),
    ]


def test_nobody_accompanies_themself():
    both = methodist("a", "A", regional=True), methodist("b", "A")
    found = accompany([educator("a", "A"), educator("b", "A")], both)
    assert told(found) == {("a", "b"), ("b", "a")}
    alone = accompany([educator("a", "A")], both[:1])
    assert alone.unassigned == (Unassigned("a", UnassignedReason.NO_ONE),)


def test_loads_are_even_and_kept():
    by = [methodist("a", "A"), methodist("b", "A", most=1), methodist("c", "A")]
    found = accompany([educator(str(number), "A") for number in range(9)], by, most=3)
    assert found.loads == (Load("a", 3, 3), Load("b", 1, 1), Load("c", 3, 3))
    assert found.assignments[0] == Assignment("0", "a", Closeness.MUNICIPALITY)
    assert found.unassigned == tuple(Unassigned(id_, UnassignedReason.ALL_FULL, 3) for id_ in "78")
    even = accompany([educator(str(number), "A") for number in range(5)], by)
    assert [one.educators for one in even.loads] == [2, 1, 2]


def test_who_counts_first_is_placed_first():
    by = [methodist("a", "A", most=1)]
    waiting = [educator("b", "A"), educator("c", "A")]
    assert told(accompany(waiting, by)) == {("b", "a")}
    assert told(accompany(waiting, by, order=lambda one: one.id != "c")) == {("c", "a")}


def test_says_what_would_help():
    by = [methodist("a", "A", most=0), methodist("b", "B"), methodist("c")]
    found = accompany([educator("d", "A"), educator("e"), educator("f", "C")], by).unassigned
    assert [(one.reason, one.full) for one in found] == [
        (UnassignedReason.ALL_FULL, 1),
        (UnassignedReason.NO_ONE, 0),
        (UnassignedReason.NO_ONE, 0),
    ]
    assert "all full: 1" in found[0].help.in_("en")
    assert "региональный методист" in found[1].help.ru


PERSONS = {
    "regional": {"roles": [Role.REGIONAL_METHODIST], "municipality": "A", "subjects": ["ф"]},
    "both": {"roles": [Role.CNPPM_STAFF, Role.TUTOR]},
    "municipal": Educator(roles=frozenset({Role.MUNICIPAL_METHODIST}), organisation=Organisation(municipality="A")),
    "service": {"roles": [Role.MUNICIPAL_SERVICE_METHODIST]},
    "tutor": profile_of({"roles": [Role.TUTOR]}, VOLGOGRAD.facts_about(About.PERSON), ON),
    "mentor": {"roles": [Role.MENTOR], "subjects": ["и"]},
    "unknown": {},
}


def test_methodists_are_known_by_their_roles():
    assert methodists_among(PERSONS, VOLGOGRAD, on=ON) == (
        Methodist("both", True),
        Methodist("municipal", False, "A"),
        Methodist("regional", True, "A", frozenset({"ф"})),
        Methodist("service", False),
        Methodist("tutor", False),
    )


def test_educators_are_known_by_municipality_and_subjects():
    found = accompanied_among(PERSONS, VOLGOGRAD, on=ON)
    assert [one.id for one in found] == sorted(PERSONS)
    assert found[1] == Accompanied("mentor", None, frozenset({"и"}))
    assert found[2] == Accompanied("municipal", "A")
    bare = Policy("ru/bare", Text("Без фактов"), Level.REGIONAL)
    assert accompanied_among({"a": {}}, bare, on=ON) == (Accompanied("a"),)
    assert methodists_among({"a": {}}, bare, on=ON) == ()


def test_refuses_what_makes_no_sense():
    with pytest.raises(ValueError, match="two educators have the id 'a'"):
        accompany([educator("a"), educator("a")], [])
    with pytest.raises(ValueError, match="two methodists have the id 'a'"):
        accompany([], [methodist("a"), methodist("a")])
    with pytest.raises(ValueError, match="the load is -1"):
        accompany([], [], most=-1)
    with pytest.raises(ValueError, match="the load of 'a' is -1"):
        methodist("a", most=-1)
    with pytest.raises(NotInForceError):
        methodists_among({}, VOLGOGRAD, on=date(1990, 1, 1))
    assert accompany([], [methodist("a")]).loads == (Load("a", 0, 250),)
