"""What would do it: every remedy works, none is more than needed, and none is missing."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rsnms
from imaginary import ASKED, LEVELS, ON, ROLES, VOCABULARY, eligibilities, jurisdiction, policy, profiles
from rsnms import Span, Verdict, decide
from rsnms.domain import Fact, FactType, FactValue, Text
from rsnms.domain.fact import Atom
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, Op
from rsnms.policy.model import Jurisdiction
from rsnms.rules.horizon import horizon
from rsnms.rules.profile import Profile
from rsnms.rules.remedies import Change, Remedy, remedies


def compared(name: str, op: Op, operand) -> Comparison:
    return Comparison(VOCABULARY[name], op, operand)


highest = compared("category", Op.IS, "highest")
attested = compared("category", Op.ONE_OF, ("first", "highest"))
diagnosed = compared("diagnosed", Op.IS, True)
trained = compared("trained", Op.IS, True)
contributed = compared("contribution", Op.IS, True)
stay_5 = compared("stay", Op.AT_LEAST, Span.of(5))
tutor_or_mentor = compared("roles", Op.ANY_OF, ("mentor", "tutor"))


def shown(found: tuple[Remedy, ...]) -> list[tuple[dict[str, Atom], date]]:
    return [({change.fact.name: change.value for change in remedy.changes}, remedy.eligible_from) for remedy in found]


def ways(*grounds: Condition, gate: Condition | None = None, on: date = ON, **facts) -> list:
    return shown(decide(jurisdiction(*grounds, gate=gate), ASKED, facts, on).remedies)


# --- one by one ------------------------------------------------------------------------------------------------------


def test_an_eligible_person_needs_nothing():
    assert ways(diagnosed, diagnosed=True) == []


def test_the_missing_actions_are_taken_together():
    assert ways(All((diagnosed, trained, highest)), diagnosed=False, trained=False, category="first") == [
        ({"diagnosed": True, "trained": True, "category": "highest"}, ON)
    ]


def test_what_is_unknown_may_be_acted_on_as_well():
    assert ways(diagnosed) == [({"diagnosed": True}, ON)]


def test_alternatives_come_with_the_fewest_and_easiest_first():
    grounds = (All((trained, diagnosed)), highest, trained)

    assert ways(*grounds, category="none", trained=False, diagnosed=False) == [
        ({"trained": True}, ON),
        ({"category": "highest"}, ON),
    ]
    assert ways(*grounds[:2], category="none", trained=False, diagnosed=False) == [
        ({"category": "highest"}, ON),
        ({"diagnosed": True, "trained": True}, ON),
    ]


def test_a_choice_is_as_little_demanding_as_it_may_be():
    assert ways(attested, category="none") == [({"category": "first"}, ON)]


def test_nothing_helps_where_only_others_can_act():
    assert ways(All((diagnosed, contributed)), diagnosed=False, contribution=False) == []
    assert ways(All((diagnosed, contributed)), diagnosed=False) == [], "nor where it is not known"


def test_an_action_may_need_time_as_well():
    condition = All((highest, stay_5))

    assert ways(condition, category="first", stay=Span.of(4, 6)) == [({"category": "highest"}, date(2024, 7, 1))]
    assert ways(condition, category="first") == [], "experience that is not known never comes"


def test_what_time_brings_by_itself_needs_no_action():
    assert ways(Any((stay_5, All((diagnosed, stay_5)))), stay=Span.of(4, 6), diagnosed=False) == []
    assert ways(Any((stay_5, diagnosed)), stay=Span.of(4, 6), diagnosed=False) == [({"diagnosed": True}, ON)]


def test_more_actions_may_lead_there_sooner():
    condition = Any((All((diagnosed, stay_5)), All((diagnosed, trained))))

    assert ways(condition, diagnosed=False, trained=False, stay=Span.of(4, 6)) == [
        ({"diagnosed": True}, date(2024, 7, 1)),
        ({"diagnosed": True, "trained": True}, ON),
    ]


def test_a_category_that_would_expire_meanwhile_is_renewed():
    held = {"category": "highest", "decided_on": date(2019, 5, 10), "stay": Span.of(4, 6)}

    assert ways(All((highest, stay_5)), **held) == [({"category": "highest"}, date(2024, 7, 1))]
    assert ways(All((highest, stay_5)), category="highest", decided_on=date(2023, 9, 1), stay=Span.of(4, 6)) == []


def test_a_category_holds_from_the_day_on_which_it_is_given():
    where = jurisdiction(highest)
    early = date(2023, 8, 31)

    decision = decide(where, ASKED, {"category": "none"}, early)
    (remedy,) = decision.remedies
    changed = decision.profile.with_change(remedy.changes[0].fact, "highest", early)

    assert horizon(where, ASKED, changed, early).eligible_until == date(2028, 8, 31)


def test_a_change_must_not_undo_what_is_met():
    first = compared("category", Op.IS, "first")
    condition = All((Any((first, diagnosed)), highest))

    assert ways(condition, category="first", diagnosed=False) == [({"diagnosed": True, "category": "highest"}, ON)]


def test_a_contradiction_has_no_remedy():
    assert ways(All((highest, Not(attested))), category="first") == []


def test_nobody_unpasses_a_diagnostics():
    assert ways(Not(diagnosed), diagnosed=True) == []


@pytest.mark.parametrize(
    ("condition", "found", "wanted"),
    [
        (tutor_or_mentor, {"expert"}, [{"expert", "mentor"}]),
        (compared("roles", Op.ALL_OF, ("tutor", "mentor")), {"mentor"}, [{"tutor", "mentor"}]),
        (compared("roles", Op.NONE_OF, ("tutor", "mentor")), {"expert", "tutor"}, [{"expert"}]),
        (Not(compared("roles", Op.ALL_OF, ("tutor", "mentor"))), {"tutor", "mentor"}, [{"mentor"}]),
        (All((tutor_or_mentor, compared("roles", Op.NONE_OF, ("mentor", "expert")))), {"expert"}, [{"tutor"}]),
        (
            AtLeast(2, tuple(compared("roles", Op.ANY_OF, (role,)) for role in ROLES)),
            set(),
            [{"expert", "mentor"}, {"expert", "tutor"}, {"mentor", "tutor"}],
        ),
    ],
)
def test_of_a_set_as_few_members_change_as_can(condition, found, wanted):
    assert [changes["roles"] for changes, _ in ways(condition, roles=found)] == wanted


@pytest.mark.parametrize(
    ("op", "operand", "found", "wanted"),
    [
        (Op.AT_LEAST, 3, 1, 3),
        (Op.MORE_THAN, 3, 1, 4),
        (Op.AT_MOST, 3, 5, 3),
        (Op.LESS_THAN, 3, 5, 2),
        (Op.IS, 3, 5, 3),
        (Op.BETWEEN, (2, 3), 5, 2),
        (Op.ONE_OF, (2, 3), 5, 2),
    ],
)
def test_an_amount_is_brought_to_the_bound(op, operand, found, wanted):
    assert ways(compared("hours", op, operand), hours=found) == [({"hours": wanted}, ON)]


def test_an_experience_changed_today_counts_from_today():
    stay = Fact(
        "stay", FactType.DURATION, Text("Стаж"), action=Text("Стажировка"), movement=VOCABULARY["stay"].movement
    )
    profile = Profile({}, date(2020, 1, 1)).with_change(stay, 6, ON)

    assert profile.case([stay], ON) == {"stay": 6}


def test_a_remedy_says_what_to_do():
    level = FactValue("highest", Text("высшая", "highest"))
    category = Fact(
        "category",
        FactType.CHOICE,
        Text("Категория"),
        values=(level,),
        action=Text("Пройти аттестацию, категория: {value}", "Be attested, category: {value}"),
    )

    assert Change(category, "highest").text() == "Пройти аттестацию, категория: высшая"
    assert Change(category, "highest").text("en") == "Be attested, category: highest"


# --- against trying everything ---------------------------------------------------------------------------------------

CHANGEABLE: dict[str, tuple[Atom, ...]] = {
    "category": LEVELS,
    "diagnosed": (True,),
    "trained": (True,),
    "roles": tuple(frozenset(some) for size in range(4) for some in combinations(ROLES, size)),
    "hours": tuple(range(-1, 6)),
}
FIXED = ("age", "years", "stay", "contribution", "shared")


def everything(where: Jurisdiction, profile: Profile, names: list[str]) -> Iterator[tuple[frozenset[str], date]]:
    """Every set of facts that, somehow changed, makes eligible, and the first day on which it does."""
    tries = [(None, *CHANGEABLE[name]) for name in names]
    for values in product(*tries):
        chosen = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        changed = profile
        for name, value in chosen.items():
            changed = changed.with_change(VOCABULARY[name], value, ON)
        first = horizon(where, ASKED, changed, ON).eligible_from
        if first is not None:
            yield frozenset(chosen), first


def smallest(found: list[tuple[frozenset[str], date]]) -> set[tuple[frozenset[str], date]]:
    """Those that no smaller set, and no other day for the same, makes superfluous."""
    return {
        (names, day)
        for names, day in found
        if not any(other <= names and (other, first) != (names, day) and first <= day for other, first in found)
    }


@st.composite
def puzzles(draw) -> tuple[Jurisdiction, Profile, list[str]]:
    names = sorted(draw(st.sets(st.sampled_from(sorted(CHANGEABLE)), min_size=1, max_size=3)))
    facts = tuple(VOCABULARY[name] for name in (*names, *FIXED))
    return Jurisdiction("x", (policy(draw(eligibilities(facts, known=False))),)), draw(profiles()), names


@settings(max_examples=150, deadline=None)
@given(puzzles())
def test_remedies_are_exactly_the_smallest_sets_of_changes(puzzle):
    where, profile, names = puzzle
    if decide(where, ASKED, profile, ON).verdict is Verdict.ELIGIBLE:
        return

    found = remedies(where, ASKED, profile, ON)

    tried = smallest(list(everything(where, profile, names)))
    assert smallest([(remedy.facts, remedy.eligible_from) for remedy in found]) == {
        (facts, day) for facts, day in tried if facts
    }
    for remedy in found:
        changed = profile
        for change in remedy.changes:
            changed = changed.with_change(change.fact, change.value, ON)
        assert decide(where, ASKED, changed, remedy.eligible_from).verdict is Verdict.ELIGIBLE
        assert not any(other.facts < remedy.facts and other.eligible_from <= remedy.eligible_from for other in found), (
            "more than needed"
        )
    ranks = [(len(remedy.changes), remedy.effort, remedy.eligible_from) for remedy in found]
    assert ranks == sorted(ranks)
    assert len(set(found)) == len(found)


# --- the packaged policies -------------------------------------------------------------------------------------------


def test_a_candidate_of_leningrad():
    leningrad = rsnms.load_policies()["ru/leningrad"]
    candidate = {
        "diagnostics_passed": False,
        "trained_in_methodical_support": True,
        "post": "teacher",
        "organisation_kind": "general",
        "education": "higher-pedagogical",
        "pedagogical_experience": Span.of(4, 6),
        "category": "first",
        "category_decided_on": date(2022, 3, 1),
        "contribution": True,
    }

    decision = decide(leningrad, "municipal-methodical-active", candidate, ON)

    assert shown(decision.remedies) == [({"diagnostics_passed": True, "category": "highest"}, date(2024, 7, 1))]
