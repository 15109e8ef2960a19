"""Pairs of mentors and mentees: equal to the best of all matchings tried, on bases judged as decisions judge them."""

import sys
from dataclasses import replace
from datetime import date
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rsnms
from rsnms.domain.category import SpecialCategory
from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.educator import Education, Educator, Pair, Post, Role
from rsnms.domain.extras import LibraryMissingError
from rsnms.domain.fact import About, Fact, FactType, Grows, Happened, Holds, Overlap, Since
from rsnms.domain.level import Level
from rsnms.domain.measure import Measure
from rsnms.domain.organisation import Organisation
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.policy.conditions import Comparison, Op
from rsnms.policy.model import NotInForceError, Policy, UnknownNameError
from rsnms.routes.pairs.pairing import pair_up
from rsnms.routes.pairs.pairing_problem import ranks_of
from rsnms.routes.pairs.pairs import (
    Mentee,
    Mentor,
    Nearness,
    UnmatchedReason,
    bases_of,
    match_pairs,
    mentors_among,
)
from rsnms.routes.pairs.testing import PairTest
from rsnms.rules.profile import Profile, profile_of
from rsnms.rules.truth import Truth

ON = date(2025, 3, 1)
JURISDICTIONS = rsnms.load_policies()
VOLGOGRAD, MEGION, LENINGRAD = (
    JURISDICTIONS[id_].on(ON) for id_ in ("ru/volgograd", "ru/yugra/megion", "ru/leningrad")
)
MANAGERIAL = Measure.MANAGERIAL_MENTORING
BARE = Policy("ru/bare", Text("Без фактов"), Level.REGIONAL)


def person(id_=None, *, subjects="", roles="", young=None, can=None, lacks=None, school=None, town=None, post=None):
    """A person by letters: subjects taught, competencies that can be passed on or are lacking."""
    return Educator(
        id=id_,
        post=post,
        subjects=frozenset(subjects) or None,
        roles=frozenset(roles.split()),
        young_specialist=young,
        competencies=None if can is None else frozenset(can),
        deficits=None if lacks is None else lacking(lacks),
        organisation=Organisation(name=school, municipality=town),
    )


def lacking(competencies, severity=Severity.MEDIUM):
    return tuple(Deficit(competency=one, severity=severity) for one in competencies)


def mentor(id_, load=None, **known):
    return Mentor(id_, person(**known), load)


def mentee(id_, measure=Measure.MENTORING, deficits=(), **known):
    return Mentee(id_, person(**known), deficits, measure)


def matched(mentors, mentees, policy=VOLGOGRAD, **more):
    return match_pairs(policy, mentors, mentees, on=ON, **more)


def told(matching):
    return {(pair.mentee, pair.mentor) for pair in matching.pairs}


def bases(matching):
    return [[base.id for base in pair.bases] for pair in matching.pairs]


# --- the pairing of numbers


@st.composite
def pairings(draw):
    """Up to five seekers of few kinds and up to four helpers, with many ties."""
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311
    places = [random.choice((0, 1, 1, 2, 3)) for _ in range(random.randint(0, 4))]
    kinds = []
    for _ in range(random.randint(1, 4)):
        ranks = dict.fromkeys(range(3), 0)
        for helper in range(len(places)):
            if random.random() < 0.7:
                ranks[random.choice((0, 0, 1, 2))] |= 1 << helper
        kinds.append(ranks_of(ranks))
    return [random.choice(kinds) for _ in range(random.randint(0, 5))], places


def best_by_trying(seekers, places):
    """The best of all pairings, each of whose seekers has a helper that could take them, or none."""
    costs = [{helper: rank for rank, mask in ranks for helper in range(9) if mask >> helper & 1} for ranks in seekers]

    def worth(pairing):
        loads = [pairing.count(helper) for helper in range(len(places))]
        unplaced = tuple(helper is None for helper in pairing)
        cost = sum(known[helper] for known, helper in zip(costs, pairing, strict=True) if helper is not None)
        ids = tuple(-1 if helper is None else helper for helper in pairing)
        return sum(unplaced), unplaced, cost, sum(load**2 for load in loads), ids

    every = product(*([None, *known] for known in costs))
    within = (one for one in every if all(one.count(helper) <= most for helper, most in enumerate(places)))
    return min(within, key=worth)


@settings(max_examples=400)
@given(pairings())
def test_the_pairing_is_the_best_of_all(case):
    assert pair_up(*case) == best_by_trying(*case)


@pytest.mark.parametrize(
    ("seekers", "places", "helpers"),
    [([0b110, 0b111, 0b111, 0b111], [2, 2, 2], (1, 0, 0, 2)), ([0b111, 0b011], [2, 1, 2], (0, 1))],
)
def test_exchanges_that_keep_loads_even_bring_smaller_numbers(seekers, places, helpers):
    ranks = [ranks_of({0: reached}) for reached in seekers]
    assert pair_up(ranks, places) == helpers == best_by_trying(ranks, places)


# --- bases


@pytest.mark.parametrize(("policy", "clause"), [(VOLGOGRAD, "3.5.3"), (MEGION, "3.3.3")])
def test_the_grounds_of_the_act_are_the_bases(policy, clause):
    found = bases_of(policy)
    assert [base.id for base in found] == ["same-subject", "mentor-and-young", "competency"]
    assert {(base.clause, base.is_default) for base in found} == {(clause, False)}
    assert found[0].title == Text("По предметному принципу", "By subject")


def test_where_the_act_is_silent_the_bases_are_defaults():
    found = bases_of(LENINGRAD)
    assert [base.id for base in found] == ["same-subject", "mentor-and-young", "competency"]
    assert {(base.clause, base.is_default) for base in found} == {(None, True)}
    assert bases_of(BARE) == bases_of(BARE, MANAGERIAL) == ()


def test_managers_have_a_default_base_beside_the_others():
    assert [base.id for base in bases_of(VOLGOGRAD, MANAGERIAL)] == [
        "same-subject",
        "mentor-and-young",
        "competency",
        "managers",
    ]
    assert bases_of(VOLGOGRAD, MANAGERIAL)[-1].is_default


@st.composite
def crowds(draw, most=4):
    """A few mentors and mentees with much in common and much unknown."""
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311

    def some(letters, unknown=0.2):
        return None if random.random() < unknown else random.sample(letters, random.randint(0, 2))

    def anybody(number, **more):
        known = {"subjects": some("фхи") or "", "school": random.choice(("1", "2")), "town": random.choice("AAB")}
        return person(f"p{number}", **known, **more)

    mentors, mentees = [], []
    for number in random.sample(range(9), random.randint(0, 3)):
        roles = random.choice(("mentor", "mentor", ""))
        post = random.choice((Post.HEAD, Post.TEACHER, None))
        one = anybody(number, roles=roles, can=some("xyz"), post=post)
        mentors.append(Mentor(one.id, one, random.choice((None, None, 0, 2))))
    for number in random.sample(range(9), random.randint(0, most)):
        one = anybody(number, lacks=some("xyz"), young=random.choice((True, False, None)))
        severe = lacking(some("xyz") or "", random.choice(list(Severity)))
        mentees.append(Mentee(one.id, one, severe, random.choice((Measure.MENTORING, Measure.MENTORING, MANAGERIAL))))
    return mentors, mentees, random.choice((0, 1, 1, 2))


def decided(policy, one, other):
    """The bases of a pair as decisions tell them; of managers' pairs, beside the default."""
    jurisdiction = JURISDICTIONS[policy.id]
    lacks = tuple(Deficit(competency=id_, severity=severity) for id_, severity in other.severities.items())
    mentored = other.known.model_copy(update={"deficits": lacks or other.known.deficits})
    decision = rsnms.decide(jurisdiction, "teacher-pair", Pair(mentor=one.known, mentee=mentored), ON)
    met = [id_ for id_, explanation in decision.grounds.items() if explanation.truth is Truth.MET]
    managing = other.measure is MANAGERIAL
    met += ["managers"] if managing and other.known.post is Post.HEAD else []
    return met if one.id != other.id and (not managing or one.known.post is Post.HEAD) else []


def rank(policy, one, other):
    """How a pair ranks, ``None`` without a base."""
    held = decided(policy, one, other)
    if not held:
        return None
    mine, yours = one.known.organisation, other.known.organisation
    near = 2 if mine.municipality != yours.municipality else 1 if mine.name != yours.name else 0
    subject = bool((one.known.subjects or frozenset()) & (other.known.subjects or frozenset()))
    count = 4 if other.measure is MANAGERIAL else 3
    return ((count - len(held)) * 3 + near) * 2 + (not subject)


def by_trying(policy, mentors, mentees, load):
    """The best matching of all."""
    mentors = sorted(mentors, key=lambda one: one.id)
    mentees = sorted(mentees, key=lambda one: (one.urgency, one.id))
    places = [load if one.load is None else one.load for one in mentors]
    seekers = []
    for other in mentees:
        by_rank = {}
        for number, one in enumerate(mentors):
            if (found := rank(policy, one, other)) is not None:
                by_rank[found] = by_rank.get(found, 0) | 1 << number
        seekers.append(ranks_of(by_rank))
    helpers = best_by_trying(seekers, places)
    return {(other.id, mentors[one].id) for other, one in zip(mentees, helpers, strict=True) if one is not None}


@given(crowds(), st.sampled_from([VOLGOGRAD, MEGION]))
def test_the_matching_is_the_best_of_all(crowd, policy):
    mentors, mentees, load = crowd
    found = matched(mentors, mentees, policy, load=load)
    assert told(found) == by_trying(policy, mentors, mentees, load)
    one, other = ({each.id: each for each in people} for people in (mentors, mentees))
    for pair in found.pairs:
        assert [base.id for base in pair.bases] == decided(policy, one[pair.mentor], other[pair.mentee])
    assert {pair.mentee for pair in found.pairs} | {each.mentee for each in found.unmatched} == other.keys()
    assert all(amount <= (load if one[id_].load is None else one[id_].load) for id_, amount in found.loads.items())


@given(crowds(most=9), st.integers())
def test_no_order_of_the_input_matters(crowd, seed):
    mentors, mentees, load = crowd
    random = Random(seed)  # noqa: S311
    turned = (random.sample(people, len(people)) for people in (mentors, mentees))
    assert matched(*turned, load=load) == matched(mentors, mentees, load=load)


@given(crowds(most=9), st.integers(0, 2))
def test_more_mentors_or_places_never_match_fewer(crowd, number):
    mentors, mentees, load = crowd
    found = len(matched(mentors, mentees, load=load).pairs)
    assert len(matched(mentors[:number] + mentors[number + 1 :], mentees, load=load).pairs) <= found
    assert len(matched(mentors, mentees, load=load + 1).pairs) >= found
    raised = [replace(one, load=None if one.load is None else one.load + 1) for one in mentors]
    assert len(matched(raised, mentees, load=load).pairs) >= found


@given(crowds(most=9))
def test_defaults_match_as_the_acts_that_say_the_same(crowd):
    mentors, mentees, load = crowd
    found = matched(mentors, mentees, LENINGRAD, load=load)
    assert told(found) == told(matched(mentors, mentees, load=load))
    assert all(base.is_default for pair in found.pairs for base in pair.bases)


def test_a_gate_holds_for_every_base():
    eligibility = VOLGOGRAD.eligibilities["teacher-pair"]
    role = VOLGOGRAD.facts_about(About.PAIR)["mentor.roles"]
    gated = replace(eligibility, gate=Comparison(role, Op.ANY_OF, ("mentor",)))
    policy = replace(VOLGOGRAD, eligibilities={"teacher-pair": gated})
    pupil = mentee("b", subjects="ф")
    assert bases(matched([mentor("a", subjects="ф", roles="mentor")], [pupil], policy)) == [["same-subject"]]
    assert not matched([mentor("a", subjects="ф")], [pupil], policy).pairs


DAY = Fact("mentor.day", FactType.DATE, Text("День"))
FOLLOWING = {
    "happened": (FactType.BOOLEAN, Happened("mentor.day"), Op.IS, True),
    "since": (FactType.DURATION, Since("mentor.day"), Op.AT_LEAST, Span.of(1)),
    "held": (FactType.CHOICE, Holds("mentor.day", None), Op.KNOWN, False),
    "grown": (FactType.DURATION, Grows(), Op.KNOWN, False),
    "stated": (FactType.BOOLEAN, None, Op.KNOWN, False),
}


@pytest.mark.parametrize("name", FOLLOWING)
def test_facts_about_a_pair_follow_from_those_of_the_two(name):
    type_, movement, op, operand = FOLLOWING[name]
    fact = Fact(name, type_, Text(name), About.PAIR, movement=movement)
    known, unknown = Profile({"day": date(2020, 1, 1)}, ON), Profile({}, ON)
    pairs = PairTest(Comparison(fact, op, operand), [known, unknown, known], ON).of(unknown)
    assert pairs.met & 0b101 == 0b101
    assert pairs.met == 0b101 or operand is False
    assert pairs.missing == (frozenset() if operand is False else {"mentor.day"})


def test_what_was_not_asked_of_the_two_is_told_by_the_fact_about_the_pair():
    fact = Fact("stated", FactType.BOOLEAN, Text("Сказано"), About.PAIR, movement=Overlap("mentor.a", "mentee.a"))
    test = PairTest(Comparison(replace(fact, movement=None), Op.IS, True), [Profile({}, ON)], ON)
    assert test.of(Profile({}, ON)).missing == {"stated"}
    overlapping = PairTest(Comparison(fact, Op.IS, True), [Profile({"a": frozenset("x")}, ON)], ON)
    assert overlapping.of(Profile({}, ON)).missing == {"mentee.a"}


# --- what counts


def test_more_bases_come_before_nearness_and_nearness_before_a_subject_in_common():
    pupil = mentee("m", subjects="ф", young=True, lacks="x", school="1", town="A")
    two = mentor("c", subjects="ф", can="x", town="B")
    one_here = mentor("b", subjects="ф", can="z", school="1", town="A")
    assert told(matched([one_here, two], [pupil])) == {("m", "c")}
    near = mentor("d", subjects="х", can="x", school="2", town="A")
    far = mentor("a", subjects="ф", can="z", school="1", town="B")
    assert told(matched([far, near], [pupil])) == {("m", "d")}
    alike = mentor("z", subjects="ф", can="z", school="2", town="A")
    assert told(matched([near, alike], [pupil])) == {("m", "z")}


@pytest.mark.parametrize(
    ("mine", "yours", "nearness"),
    [
        (("1", "A"), ("1", "A"), Nearness.SAME_ORGANISATION),
        (("1", None), ("1", "A"), Nearness.SAME_ORGANISATION),
        (("1", "A"), ("1", None), Nearness.SAME_ORGANISATION),
        (("1", "A"), ("1", "B"), Nearness.ELSEWHERE),
        (("1", "A"), ("2", "A"), Nearness.SAME_MUNICIPALITY),
        ((None, "A"), (None, "A"), Nearness.SAME_MUNICIPALITY),
        ((None, None), (None, None), Nearness.ELSEWHERE),
    ],
)
def test_nearness(mine, yours, nearness):
    one = mentor("a", subjects="ф", school=mine[0], town=mine[1])
    [pair] = matched([one], [mentee("b", subjects="ф", school=yours[0], town=yours[1])]).pairs
    assert pair.nearness is nearness
    assert pair.same_subject


def test_nearness_alone_is_no_base():
    one = mentor("a", subjects="ф", roles="mentor", can="", school="1", town="A")
    [alone] = matched([one], [mentee("b", subjects="х", young=False, lacks="x", school="1", town="A")]).unmatched
    assert alone.reason is UnmatchedReason.NO_BASE
    assert "основание" in alone.help.ru


def test_loads_are_even():
    found = matched([mentor(id_, subjects="ф") for id_ in "ab"], [mentee(id_, subjects="ф") for id_ in "wxyz"])
    assert found.loads == {"a": 2, "b": 2}
    assert told(found) == {("w", "a"), ("x", "a"), ("y", "b"), ("z", "b")}


def test_the_more_severe_come_first_unless_told_otherwise():
    one = mentor("a", 1, subjects="ф")
    low = mentee("b", subjects="ф", deficits=lacking("xyz", Severity.LOW))
    high = mentee("c", subjects="ф", deficits=lacking("x", Severity.HIGH))
    again = mentee("d", subjects="ф", lacks="x", deficits=lacking("x", Severity.LOW))
    found = matched([one], [again, low, high])
    assert told(found) == {("c", "a")}
    assert [each.mentee for each in found.unmatched] == ["d", "b"]
    assert told(matched([one], [low, high], order=lambda each: each.id)) == {("b", "a")}
    assert again.severities == {"x": Severity.MEDIUM}
    assert Mentee("e", {}, lacking("x") + lacking("x", Severity.HIGH)).severities == {"x": Severity.HIGH}


def test_deficits_add_to_those_that_the_facts_name():
    one = mentor("a", can="xy")
    known = profile_of({"deficits": ["y"]}, VOLGOGRAD.facts_about(About.PERSON), ON)
    for facts in ({"deficits": ["y"]}, {}, known):
        assert bases(matched([one], [Mentee("b", facts, lacking("x"))])) == [["competency"]]
    assert bases(matched([one], [Mentee("b", {"deficits": ["y"]}, lacking("z"))])) == [["competency"]]


def test_nobody_is_matched_with_themself():
    found = matched([mentor("a", subjects="ф")], [mentee("a", subjects="ф")])
    assert found.unmatched[0].reason is UnmatchedReason.NO_MENTOR


# --- managers


def test_managers_are_mentored_by_heads_and_deputy_heads():
    able = [mentor("a", subjects="ф", post=Post.TEACHER), mentor("b", post=Post.DEPUTY_HEAD), mentor("c", post=None)]
    head, teacher = mentee("d", MANAGERIAL, subjects="ф", post=Post.HEAD), mentee("e", subjects="ф", post=Post.TEACHER)
    assert told(matched(able, [head, teacher])) == {("d", "b"), ("e", "a")}
    acting = Mentee("f", {"manages_organisation": True}, measure=MANAGERIAL)
    assert bases(matched(able, [acting])) == [["managers"]]
    [alone] = matched(able[:1], [head]).unmatched
    assert alone.reason is UnmatchedReason.NO_MENTOR
    assert "заместителей" in alone.help.ru


# --- those who stay without


def test_all_mentors_with_a_base_are_full():
    able = [mentor("a", subjects="ф", town="B"), mentor("b", subjects="ф", town="A"), mentor("c", subjects="х")]
    [alone] = matched(able, [mentee("d", subjects="ф", town="A")], load=0).unmatched
    assert (alone.reason, alone.full) == (UnmatchedReason.ALL_FULL, ("b", "a"))
    assert "2" in alone.help.ru


def test_what_is_not_known_is_named():
    able = [mentor("a", subjects="ф", can="x"), mentor("b", subjects="х", roles="mentor")]
    [alone] = matched(able, [Mentee("c", {"subjects": ["и"], "young_specialist": False})]).unmatched
    assert (alone.reason, alone.undecided) == (UnmatchedReason.NOT_KNOWN, 2)
    assert [fact.name for fact in alone.missing] == ["mentee.deficits", "mentor.competencies"]
    assert alone.help.en == (
        "Find out: Professional deficits (mentee); Competencies held (mentor) (undecided mentors: 2)"
    )


def test_there_is_no_mentor():
    [alone] = matched([], [mentee("a", subjects="ф")]).unmatched
    assert alone.reason is UnmatchedReason.NO_MENTOR
    assert alone.help.en == "Find mentors: there are none"
    assert matched([], []).pairs == matched([], []).unmatched == ()


def test_a_policy_without_facts_has_no_bases():
    able = [Mentor("a", {})]
    assert mentors_among({"a": {}}, BARE, on=ON) == ()
    found = matched(able, [Mentee("b", {}, lacking("x")), Mentee("c", {}, measure=MANAGERIAL)], BARE)
    assert [each.reason for each in found.unmatched] == [UnmatchedReason.NO_BASE, UnmatchedReason.NO_MENTOR]


# --- who can be a mentor


def test_mentors_have_the_role_or_the_category_and_need_no_mentor():
    vocabulary = VOLGOGRAD.facts_about(About.PERSON)
    persons = {
        "role": {"roles": [Role.MENTOR]},
        "category": Educator(special_categories=frozenset({SpecialCategory.MENTOR}), deficits=lacking("x")),
        "profile": profile_of({"roles": [Role.MENTOR]}, vocabulary, ON),
        "head": Educator(roles=frozenset({Role.MENTOR}), post=Post.HEAD),
        "unknown": {},
        "methodist": Educator(special_categories=frozenset({SpecialCategory.METHODIST}), roles=frozenset()),
        "after-a-break": {"roles": [Role.MENTOR], "long_break": True},
        "not-a-pedagogue": Educator(roles=frozenset({Role.MENTOR}), post=Post.TEACHER, education=Education.GENERAL),
        "in-need": {"roles": [Role.MENTOR]},
    }
    found = mentors_among(persons, VOLGOGRAD, on=ON, in_need={"in-need"})
    assert [one.id for one in found] == ["category", "head", "profile", "role"]
    assert found[-1] == Mentor("role", persons["role"])


# --- mistakes


def test_refuses_what_makes_no_sense():
    one, pupil = mentor("a"), mentee("b")
    with pytest.raises(ValueError, match="two mentors have the id 'a'"):
        matched([one, one], [pupil])
    with pytest.raises(ValueError, match="two mentees have the id 'b'"):
        matched([one], [pupil, pupil])
    with pytest.raises(ValueError, match="the load is -1"):
        matched([one], [pupil], load=-1)
    with pytest.raises(ValueError, match="the load of 'a' is -1"):
        mentor("a", -1)
    with pytest.raises(ValueError, match="the measure is internship"):
        mentee("b", Measure.INTERNSHIP)
    with pytest.raises(UnknownNameError):
        matched([one], [Mentee("b", {"nonsense": 1})])


def test_refuses_a_day_on_which_the_policy_does_not_apply():
    early = date(1990, 1, 1)
    with pytest.raises(NotInForceError):
        match_pairs(VOLGOGRAD, [], [], on=early)
    with pytest.raises(NotInForceError):
        mentors_among({}, VOLGOGRAD, on=early)


def test_names_the_extra_where_the_solver_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "ortools.graph.python.min_cost_flow", None)
    with pytest.raises(LibraryMissingError) as raised:
        matched([mentor("a", subjects="ф")], [mentee("b", subjects="ф")])
    assert "rsnms[routes]" in raised.value.text("en")
