"""Rows of a roster joined with what diagnostics found."""

import rsnms
from routes.planning.plans import ON, day
from routes.planning.test_rating import assessed
from rsnms.domain.competency import Deficit, Severity
from rsnms.rosters.roster import Row
from rsnms.routes.diagnostics.deficits import PersonDeficits
from rsnms.routes.municipality.participants import Participant, join
from rsnms.rules.profile import Profile

COMPETENCIES = rsnms.load_policies()["ru"].on(ON).competencies
DEFICIT = Deficit(competency="ict", severity=Severity.HIGH, found_on=day(-5))
ASSESSED = frozenset({"ict", "methodical"})
DIAGNOSED = {"diagnosed_on": day(-5)}
RESULTS = PersonDeficits("b", (assessed("ict", Severity.HIGH, -5), assessed("methodical", None, -5)))


def joined(rows, results=()):
    return join(rows, results, ON, competencies=COMPETENCIES)


def row(id_, number=2, **facts):
    return Row(number, id_, facts)


def test_rows_keep_their_order_and_have_what_was_found():
    people = joined([row("c", post="teacher"), row("b", post="head")], [RESULTS])
    assert list(people.items()) == [
        ("c", Participant("c", Profile({"post": "teacher"}, ON, "c"))),
        ("b", Participant("b", Profile({"post": "head", **DIAGNOSED}, ON, "b"), (DEFICIT,), ASSESSED)),
    ]


def test_who_was_diagnosed_without_deficits_is_diagnosed():
    (one,) = joined([row("b")], [PersonDeficits("b", (assessed("ict"),))]).values()
    assert (one.deficits, one.assessed, one.is_listed) == ((), {"ict"}, True)


def test_what_the_roster_says_of_diagnostics_stands():
    people = joined([row("b", diagnostics_passed=False)], [RESULTS])
    assert people["b"].profile.sources == {"diagnostics_passed": False}


def test_those_whom_the_roster_lacks_come_last_with_their_deficits_alone():
    people = joined([row("c")], [PersonDeficits("a", ()), RESULTS])
    assert list(people) == ["c", "a", "b"]
    assert people["b"] == Participant("b", Profile(DIAGNOSED, ON, "b"), (DEFICIT,), ASSESSED, is_listed=False)
    assert people["a"] == Participant("a", Profile({}, ON, "a"), is_listed=False)


def test_of_several_rows_with_one_id_the_first_counts():
    people = joined([row("b", 2, post="teacher"), row("c", 3), row("b", 4, post="head")], [RESULTS])
    assert list(people) == ["b", "c"]
    assert people["b"].profile.sources == {"post": "teacher", **DIAGNOSED}


def test_competencies_to_pass_on_are_known_by_their_ids():
    held = frozenset({"Методическая компетенция", "цифровая", "игра на баяне"})
    (one,) = joined([row("b", competencies=held, post="teacher")]).values()
    assert one.profile.sources == {"competencies": frozenset({"methodical", "ict", "игра на баяне"}), "post": "teacher"}


def test_nobody_is_nobody():
    assert joined([]) == {}
    assert [one.deficits for one in joined([], [RESULTS]).values()] == [(DEFICIT,)]
