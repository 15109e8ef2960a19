"""Records: every element of a policy once, found by whatever one knows of it."""

from dataclasses import replace

import pytest
from hypothesis import given

from rsnms.domain.level import Level
from rsnms.domain.subject import Modality
from rsnms.policy.loading import load_policies
from rsnms.policy.model import UnknownNameError
from rsnms.reports import names
from rsnms.survey.record import Record
from rsnms.survey.records import KINDS, is_below, records
from systems import north, south, systems, town


def found(policy=None, **asked) -> list[str]:
    return [f"{one.kind}:{one.id}" for one in records(policy or north(), **asked)]


def test_every_element_is_there_once_in_the_order_of_the_policy():
    assert [one for one in found() if not one.startswith("fact:")] == [
        "basis:order-1-basis-1",
        "term:active",
        *("activity:coordinate", "activity:mentoring", "activity:consult", "activity:research"),
        "subject:institute",
        *("subject:centre", "function:runs", "function:advises", "right:asks"),
        *("subject:service", "function:advises"),
        *("subject:mentors", "duty:mentor"),
        *("goal:aim", "principle:why"),
        *("governance:helps", "governance:works"),
        *("document:plan", "section:goals", "section:first-goal", "document:regulation", "document:notes"),
        "obligation:meets",
        *("indicator:trained", "indicator:tutors"),
        *("eligibility:active", "ground:core", "ground:by-role"),
    ]


def test_a_record_knows_all_of_its_element():
    [asks] = records(north(), kind="right")
    assert asks == Record(
        kind="right",
        id="asks",
        clause="3.2",
        item=None,
        title=asks.title,
        subject="centre",
        subjects=("centre",),
        level=Level.REGIONAL,
        modality=Modality.MUST,
        reading="У кого, не сказано",
        act="order-1",
        origin="a/north",
    )
    assert asks.as_record() == {
        "kind": "right",
        "id": "asks",
        "clause": "3.2",
        "item": None,
        "title": "Запрашивает сведения",
        "subject": "centre",
        "level": "regional",
        "modality": "must",
        "activity": None,
        "sort": None,
        "within": None,
        "subjects": ("centre",),
        "cited": (),
        "reading": "У кого, не сказано",
        "act": "order-1",
        "origin": "a/north",
        "inherited_from": None,
    }


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"kind": "function"}, ["function:runs", "function:advises", "function:advises"]),
        ({"activity": "consult"}, ["function:advises", "function:advises"]),
        ({"activity": "consult", "level": "municipal"}, ["function:advises"]),
        ({"modality": "may"}, ["duty:mentor", "document:notes", "ground:by-role"]),
        ({"level": Level.INSTITUTIONAL}, ["subject:mentors", "duty:mentor"]),
        (
            {"subject": "centre", "kind": "governance"},
            ["governance:helps"],
        ),
        (
            {"subject": "mentors"},
            ["subject:mentors", "duty:mentor", "governance:works"],
        ),
        ({"subject": "centre", "kind": "obligation"}, ["obligation:meets"]),
        ({"kind": "section"}, ["section:goals", "section:first-goal"]),
    ],
)
def test_filters_narrow(asked, expected):
    assert found(**asked) == expected


def test_a_clause_is_found_with_those_below_it_and_not_with_its_namesakes():
    assert found(clause="3.2") == [
        *("subject:centre", "function:runs", "function:advises", "right:asks"),
        "eligibility:active",
    ]
    assert found(clause="3.20") == ["subject:service", "function:advises"]
    assert "subject:service" in found(clause="3")


def test_clauses_inside_conditions_are_found_too():
    assert found(clause="1", kind="eligibility") == ["eligibility:active"]
    [active] = records(south(), kind="eligibility")
    assert active.clauses == ("4", "4.1")


@pytest.mark.parametrize(
    ("clause", "asked", "below"),
    [
        ("3.2", "3.2", True),
        ("3.2.4", "3.2", True),
        ("3.2, 1", "3.2", True),
        ("3.20", "3.2", False),
        ("13.2", "3.2", False),
        ("прил. 2, 1.3", "прил. 2", True),
        ("прил. 21", "прил. 2", False),
        ("3", "3.2", False),
    ],
)
def test_what_is_below_a_clause(clause, asked, below):
    assert is_below(clause, asked) is below


def test_own_leaves_out_what_parents_state():
    everything = records(town())
    assert {one.inherited_from for one in everything} == {None, "a", "a/north"}
    assert found(town(), own=True) == ["subject:service"]
    [service] = records(town(), own=True)
    assert (service.title.ru, service.clause, service.origin) == ("Городская служба", "2", "a/north/town")


def test_what_the_act_does_not_specify_has_no_records():
    assert found(kind="event") == []
    assert found(activity="research") == []
    assert found(clause="9.9") == []
    assert found(level=Level.FEDERAL) == []


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ({"kind": "functoin"}, "function"),
        ({"subject": "center"}, "centre"),
        ({"level": "municpal"}, "municipal"),
        ({"activity": "mentorin"}, "mentoring"),
        ({"modality": "mst"}, "must"),
    ],
)
def test_a_word_that_means_nothing_names_the_nearest(asked, nearest):
    with pytest.raises(UnknownNameError) as error:
        records(north(), **asked)
    assert error.value.nearest == nearest
    assert error.value.where == "a/north"


def test_every_kind_has_words():
    assert set(names.KINDS) == set(KINDS)
    assert len(KINDS) == len(set(KINDS))


@given(systems())
def test_kinds_share_out_all_records(policy):
    everything = records(policy)
    assert sorted(map(repr, everything)) == sorted(repr(one) for kind in KINDS for one in records(policy, kind=kind))


@given(systems())
def test_a_subject_finds_whatever_names_it(policy):
    for id_ in policy.subjects:
        named = set(records(policy, subject=id_))
        assert named == {one for one in records(policy) if id_ in one.subjects}
        assert {one for one in records(policy) if one.subject == id_} <= named


def test_records_of_the_packaged_policies_refer_to_what_exists():
    for jurisdiction in load_policies().values():
        policy = jurisdiction.latest
        for one in records(policy):
            assert one.kind in KINDS
            assert set(one.subjects) <= set(policy.subjects)
            assert one.activity is None or one.activity in policy.activities
            assert one.level is None or one.level in Level
        assert len(records(policy)) == len({replace(one, title=None) for one in records(policy)})
