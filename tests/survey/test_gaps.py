"""Gaps: what nobody performs, coordinates or approves, and who is named in vain."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given

from rsnms.domain import Level, Statement, StatementKind, Subject, SubjectKind, Text
from rsnms.domain.system import Relation
from rsnms.policy.model import Policy
from rsnms.policy.stated import Activity, Element
from rsnms.policy.system import Governance
from rsnms.survey.gaps import Gap, GapCode, gaps
from rsnms.survey.structure import structure
from systems import north, south, systems, town


def found(policy) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(str(gap.code), gap.element.id, gap.clauses) for gap in gaps(policy)]


def test_everything_that_is_missing_with_its_clauses():
    assert found(north()) == [
        ("activity-unperformed", "research", ()),
        ("activity-uncoordinated", "consult", ("3.2", "3.20")),
        ("subject-without-functions", "institute", ("3.1",)),
        ("functions-outside-structure", "mentors", ("3",)),
        ("document-unapproved", "plan", ("5",)),
    ]


def test_a_gap_reads_as_a_sentence_and_as_a_record():
    gap = gaps(north())[1]
    assert gap.text() == "Этим занимаются Центр, Служба, но никто их в этом не координирует"
    assert gap.as_record("en") == {
        "code": "activity-uncoordinated",
        "kind": "activity",
        "id": "consult",
        "title": "консультирование",
        "clauses": ["3.2", "3.20"],
        "subjects": ["centre", "service"],
        "inherited_from": "a",
        "text": "This is performed by Центр, Служба, and nobody coordinates them in it",
    }


def test_a_parents_gaps_are_those_of_its_child_unless_it_fills_them():
    assert ("functions-outside-structure", "mentors", ("3",)) in found(town())
    assert ("subject-without-functions", "service", ("2",)) in found(town())
    assert ("activity-uncoordinated", "consult", ("3.2", "3.20")) not in found(town())


def test_the_base_has_no_functions_at_all():
    assert {code for code, _, _ in found(south())} == {
        "activity-unperformed",
        "subject-without-functions",
        "document-unapproved",
    }


# --- who is a coordinator --------------------------------------------------------------------------------------------


def subject(id_: str, part_of: str | None = None) -> Subject:
    does = Statement(id="does", kind=StatementKind.FUNCTION, title="Д", activity="consult")
    return Subject(
        id=id_,
        title=id_,
        kind=SubjectKind.CENTRE,
        level=Level.REGIONAL,
        part_of=part_of,
        statements=(does,) if id_ in ("a", "b") else (),
        in_structure=id_ in ("a", "b"),
    )


def with_governance(**stated) -> Policy:
    """Two who consult, one of them part of a body, and one statement of governance by a third."""
    subjects = {one.id: one for one in (subject("a"), subject("b", "body"), subject("body"), subject("chief"))}
    defaults = {"id": "g", "title": Text("К"), "origin": "x", "relation": Relation.COORDINATES, "by": ("chief",)}
    governance = {"g": Governance(**{**defaults, **stated})} if stated else {}
    return Policy(
        "x",
        Text("К"),
        Level.REGIONAL,
        subjects=MappingProxyType(subjects),
        governance=MappingProxyType(governance),
        activities=MappingProxyType({one: Activity(one, Text(one), "x") for one in ("consult", "coordinate")}),
        sources=MappingProxyType({"subjects": {one: Element(one, Text(one), "x") for one in subjects}}),
    )


@pytest.mark.parametrize(
    "stated",
    [
        {"of": ()},
        {"relation": Relation.LEADS},
        {"activity": "consult"},
        {"activity": "consult", "of": ("a",)},
        {"activity": "coordinate"},
        {"of": ("a", "b")},
        {"of": ("a", "body")},
        {"of": ("body",), "by": ("a",)},
    ],
    ids=str,
)
def test_somebody_coordinates(stated):
    assert not any(gap.code is GapCode.UNCOORDINATED for gap in gaps(with_governance(**{"of": (), **stated})))


@pytest.mark.parametrize(
    "stated",
    [
        {},
        {"of": ("a",)},
        {"of": ("body",)},
        {"of": ("chief",)},
        {"activity": "coordinate", "of": ("a",)},
        {"activity": "mentoring"},
        {"activity": "mentoring", "of": ("a", "b")},
        {"document": "plan"},
        {"relation": Relation.SUPPORTS},
        {"relation": Relation.INTERACTS, "activity": "consult"},
    ],
    ids=str,
)
def test_nobody_coordinates(stated):
    policy = with_governance(**stated)
    [gap] = [gap for gap in gaps(policy) if gap.code is GapCode.UNCOORDINATED]
    assert [one.id for one in gap.subjects] == ["a", "b"]


def test_one_alone_needs_no_coordinator():
    policy = with_governance()
    alone = replace(policy, subjects=MappingProxyType({"a": policy.subjects["a"]}))
    alone = replace(alone, sources=MappingProxyType({"subjects": {"a": policy.sources["subjects"]["a"]}}))
    assert [(gap.code, gap.element.id) for gap in gaps(alone)] == [(GapCode.UNPERFORMED, "coordinate")]


@given(systems())
def test_a_gap_is_found_where_its_definition_says(policy):
    codes: dict[GapCode, set[str]] = {code: set() for code in GapCode}
    for gap in gaps(policy):
        assert isinstance(gap, Gap)
        codes[gap.code].add(gap.element.id)
    kinds = (StatementKind.FUNCTION, StatementKind.DUTY)
    does = {id_: [one for one in each.statements if one.kind in kinds] for id_, each in policy.subjects.items()}
    assert codes[GapCode.UNPERFORMED] == set(policy.activities) - {
        one.activity for each in does.values() for one in each
    }
    named = {id_ for id_, each in policy.subjects.items() if each.in_structure}
    assert codes[GapCode.IDLE] == {id_ for id_ in named if not does[id_]}
    assert codes[GapCode.OUTSIDE] == {id_ for id_ in policy.subjects.keys() - named if does[id_]}
    if structure(policy).directing and any(
        one.activity is None for each in structure(policy).directing.values() for one in each
    ):
        assert not codes[GapCode.UNCOORDINATED]


def test_approval_by_governance_or_permission_closes_the_gap():
    policy = north()
    assert [gap.element.id for gap in gaps(policy) if gap.code is GapCode.UNAPPROVED] == ["plan"]
    approval = Governance("approves", Text("У"), "x", relation=Relation.APPROVES, by=("institute",), document="plan")
    approved = replace(policy, governance=MappingProxyType({**policy.governance, "approves": approval}))
    assert not any(gap.code is GapCode.UNAPPROVED for gap in gaps(approved))
