"""The structure: subjects with their parts on every level, ties, and who directs the system."""

from hypothesis import given

from rsnms.domain import Level
from rsnms.domain.system import Relation
from rsnms.survey.structure import COORDINATING, structure
from systems import north, systems, tree


def test_ties_are_one_for_each_pair_and_relation():
    ties = [(str(tie.relation), tie.source, tie.target) for tie in structure(north()).ties]
    assert ties == [
        ("supports", "institute", "service"),
        ("supports", "centre", "service"),
        ("interacts", "service", "mentors"),
    ]
    narrowed = structure(north(), [Relation.INTERACTS])
    assert [tie.target for tie in narrowed.ties] == ["mentors"]
    assert len(narrowed.subjects) == 4


def test_heads_and_families():
    found = structure(north())
    [institute] = found.heads(Level.REGIONAL)
    assert [one.id for one in found.family(institute)] == ["institute", "centre"]
    assert found.heads(Level.FEDERAL) == ()
    assert structure(tree()["a"].latest).subjects == ()


@given(systems())
def test_every_subject_belongs_to_one_family_of_its_level(policy):
    found = structure(policy)
    members = [one.id for level in Level for head in found.heads(level) for one in found.family(head)]
    assert sorted(members) == sorted(policy.subjects)


@given(systems())
def test_ties_and_directing_say_what_governance_says(policy):
    found = structure(policy)
    stated = {
        (one.relation, by, of) for one in policy.governance.values() for by in one.by for of in one.of if by != of
    }
    assert {(tie.relation, tie.source, tie.target) for tie in found.ties} == stated
    assert len(found.ties) == len(stated)
    whole = {
        by
        for one in policy.governance.values()
        for by in one.by
        if one.relation in COORDINATING and not one.of and one.document is None
    }
    assert set(found.directing) == whole
