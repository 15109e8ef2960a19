"""Random policies: valid every time, and ready to be asked."""

from datetime import date
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rsnms
from rsnms.domain.fact import About
from rsnms.testing import load, policies, policy_people
from testing.simplest import simplest

ON = date(2024, 6, 1)
MISTAKEN = {"a/policy.yaml": "title: Регион\nlevel: regonal\n"}


@settings(max_examples=40)
@given(policies())
def test_every_policy_loads_without_problems(files):
    with TemporaryDirectory() as folder:
        tree = load(files, folder)

    assert list(tree) == ["a", "a/b", "a/b/c"][: len(tree)]
    assert set(files) == {f"{id_}/{name}.yaml" for id_ in tree for name in ("policy", "sections")}


@settings(max_examples=25)
@given(policies(1), st.data())
def test_its_people_can_be_decided_on(files, data):
    with TemporaryDirectory() as folder:
        jurisdiction = load(files, folder)["a"]
    for eligibility in jurisdiction.on(ON).eligibilities.values():
        person = data.draw(policy_people(jurisdiction, eligibility.id, on=ON))
        assert rsnms.decide(jurisdiction, eligibility.id, person, ON).eligibility is eligibility
        assert eligibility.about is About.PERSON


def test_the_simplest_policy_says_nothing_but_the_facts():
    files = simplest(policies())

    assert set(files) == {"a/policy.yaml", "a/sections.yaml"}
    assert files["a/sections.yaml"].startswith("facts:")
    assert files["a/sections.yaml"].count("\n  - ") == 7


@settings(max_examples=10)
@given(policies(2))
def test_a_child_is_there_when_asked_for(files):
    assert set(files) == {"a/policy.yaml", "a/sections.yaml", "a/b/policy.yaml", "a/b/sections.yaml"}


@pytest.mark.parametrize("depth", [0, 4])
def test_no_other_depths(depth):
    with pytest.raises(ValueError, match=f"a depth of {depth}, expected 1 to 3"):
        policies(depth)


def test_mistakes_are_raised(tmp_path):
    with pytest.raises(rsnms.PolicyError, match="regonal"):
        load(MISTAKEN, tmp_path)


def test_files_may_lie_over_the_packaged_policies(tmp_path):
    files = {
        "ru/example/policy.yaml": "title: Пример\nlevel: regional\n"
        "acts:\n  - {id: order, kind: приказ, title: О примере, body: Орган, in_force: {from: 2024-01-01}}\n"
    }

    assert "category" in load(files, tmp_path, over_packaged=True)["ru/example"].latest.facts
