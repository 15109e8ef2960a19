"""What a child sees of its parents, and what it makes of it."""

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, fields, is_dataclass
from pathlib import Path
from typing import Any

import pydantic
import pytest

from policy.folders import BASE, REGION, TREE, Files, criterion, eligibility, messages, section, sound, write
from rsnms.domain.fact import About
from rsnms.domain.span import Span
from rsnms.policy.conditions import All, Comparison, Op
from rsnms.policy.loading import load_policies
from rsnms.policy.model import PolicyTree
from rsnms.policy.problems import PolicyError
from rsnms.policy.salvage import NAMED

PARENT = {
    **TREE,
    "a/criteria.yaml": criterion("{fact: score, at_least: 5, clause: '1.1'}"),
    "a/eligibility.yaml": eligibility("{use: c}"),
    "a/terms.yaml": "terms:\n  - {id: t, title: Т, means: М}\n  - {id: u, title: У, means: Н}\n",
    "a/subjects.yaml": "subjects:\n  - {id: s, title: С, kind: centre, level: regional}\n",
}


def override(file: str) -> str:
    return file.replace("    title:", "    override: true\n    title:", 1)


def tree(tmp_path, files: Files | None = None) -> PolicyTree:
    return sound(write(tmp_path, {**PARENT, **(files or {})}))


def test_a_child_sees_its_parents(tmp_path) -> None:
    loaded = tree(tmp_path, {"a/b/c/policy.yaml": REGION})
    base, town = loaded["a"].latest, loaded["a/b/c"].latest
    assert town.parents == ("a/b", "a")
    assert loaded["a/b"].latest.parents == ("a",)
    assert base.parents == ()
    assert (town.facts, town.criteria, town.eligibilities) == (base.facts, base.criteria, base.eligibilities)
    assert (town.terms, town.subjects) == (base.terms, base.subjects)
    assert town.eligibilities["active"].origin == "a"
    assert {id_: source.origin for id_, source in town.sources["subjects"].items()} == {"s": "a"}
    assert {source.origin for source in town.sources["facts"].values()} == {"a"}
    assert (town.title.ru, town.level, town.acts[0].id) == ("Регион", "regional", "order-1")


def test_a_parent_knows_nothing_of_its_child(tmp_path) -> None:
    loaded = tree(tmp_path, section("terms:\n  - {id: own, title: О, means: С}\n"))
    assert list(loaded["a/b"].latest.terms) == ["t", "u", "own"]
    assert list(loaded["a"].latest.terms) == ["t", "u"]
    assert loaded["a/b"].latest.terms["own"].act == "order-1"
    assert loaded["a/b"].latest.terms["t"].act is None


def test_a_folder_without_files_only_groups(tmp_path) -> None:
    loaded = tree(tmp_path, {"a/group/town/policy.yaml": REGION})
    assert loaded["a/group/town"].latest.parents == ("a",)


def test_a_named_parent_takes_the_place_of_the_folder_above(tmp_path) -> None:
    loaded = tree(
        tmp_path,
        {"z/policy.yaml": REGION + "parent: a/b\n", **section("terms:\n  - {id: own, title: О, means: С}\n")},
    )
    assert loaded["z"].latest.parents == ("a/b", "a")
    assert loaded["z"].latest.terms["own"].origin == "a/b"


def test_an_override_replaces_the_whole_element_in_place(tmp_path) -> None:
    loaded = tree(tmp_path, section("terms:\n  - {id: t, override: true, title: Иное, means: Смысл}\n"))
    terms = loaded["a/b"].latest.terms
    assert list(terms) == ["t", "u"]
    assert (terms["t"].title.ru, terms["t"].origin) == ("Иное", "a/b")
    assert loaded["a"].latest.terms["t"].title.ru == "Т"


def test_an_overridden_criterion_is_bound_late(tmp_path) -> None:
    loaded = tree(tmp_path, section(override(criterion("{fact: stay, at_least: 3 years}"))))
    [ground] = loaded["a/b"].latest.eligibilities["active"].grounds
    assert ground.origin == "a"
    assert [(part.fact.name, part.operand) for part in ground.when.parts] == [("stay", Span.of(3))]
    [ground] = loaded["a"].latest.eligibilities["active"].grounds
    assert [(part.fact.name, part.operand, part.clause) for part in ground.when.parts] == [("score", 5, "1.1")]


def test_an_overridden_fact_is_bound_late(tmp_path) -> None:
    wider = "facts:\n  - {id: score, override: true, type: integer, title: Б, range: {at_most: 200}}\n"
    loaded = tree(tmp_path, section(wider + criterion("{fact: score, at_least: 150}").replace("id: c", "id: d")))
    when = loaded["a/b"].latest.criteria["c"].when
    assert isinstance(when, Comparison)
    assert (when.fact.lowest, when.fact.highest) == (None, 200)
    assert loaded["a"].latest.criteria["c"].when.fact.highest == 100


def test_a_clause_where_a_criterion_is_used_stands_for_comparisons_without_one(tmp_path) -> None:
    conditions = criterion("{all: [{fact: score, at_least: 5, clause: '2'}, {fact: trained, is: true}]}")
    use = eligibility("{use: d, clause: '7.1'}", "{use: d}").replace("id: active", "id: other")
    loaded = tree(tmp_path, section(conditions.replace("id: c", "id: d\n    clause: '9'") + use))
    grounds = loaded["a/b"].latest.eligibilities["other"].grounds
    assert [[part.clause for part in ground.when.parts] for ground in grounds] == [["2", "7.1"], ["2", "9"]]


def test_a_criterion_brings_its_title(tmp_path) -> None:
    use = eligibility("{use: c}", "{use: d}").replace("id: active", "id: other")
    two = "  - id: d\n    title: {ru: Два, en: Two}\n    when: {all: [{use: c}, {fact: trained, is: true}]}\n"
    loaded = tree(tmp_path, {"a/criteria.yaml": PARENT["a/criteria.yaml"] + two, **section(use)})
    one, both = (ground.when for ground in loaded["a/b"].latest.eligibilities["other"].grounds)
    assert isinstance(one, All)
    assert (str(one.title), one.parts[0].op) == ("К", Op.AT_LEAST)
    assert both.title.in_("en") == "Two"
    assert [str(part.title) if isinstance(part, All) else part.fact.name for part in both.parts] == ["К", "trained"]


def test_a_removal_drops_an_element_here_and_below(tmp_path) -> None:
    loaded = tree(tmp_path, {**section("remove: {terms: [t], eligibility: [active]}\n"), "a/b/c/policy.yaml": REGION})
    for id_ in ("a/b", "a/b/c"):
        assert list(loaded[id_].latest.terms) == ["u"]
        assert dict(loaded[id_].latest.eligibilities) == {}
    assert list(loaded["a"].latest.terms) == ["t", "u"]


def test_a_grandchild_states_anew_what_its_parent_removed(tmp_path) -> None:
    town = {"a/b/c/policy.yaml": REGION, "a/b/c/t.yaml": "terms:\n  - {id: t, title: Снова, means: М}\n"}
    loaded = tree(tmp_path, {**section("remove: {terms: [t]}\n"), **town})
    assert loaded["a/b/c"].latest.terms["t"].title.ru == "Снова"


def test_facts_of_both_sides_of_a_pair(tmp_path) -> None:
    pair = eligibility("{all: [{fact: mentor.stay, at_least: 5 years}, {fact: mentee.trained, is: false}]}")
    loaded = tree(tmp_path, section(pair.replace("id: active", "id: pair\n    about: pair")))
    policy = loaded["a/b"].latest
    assert {part.fact.name for part in policy.eligibilities["pair"].grounds[0].when.parts} == {
        "mentor.stay",
        "mentee.trained",
    }
    names = set(policy.facts_about(About.PAIR))
    assert names == {f"{side}.{name}" for side in ("mentor", "mentee") for name in policy.facts}
    assert policy.facts_about(About.TEAM) == {}


def test_a_mistake_of_a_parent_is_told_once_and_keeps_its_children_out(tmp_path) -> None:
    root = write(
        tmp_path, {**PARENT, "a/criteria.yaml": criterion("{fact: scoer, at_least: 5}"), "c/policy.yaml": REGION}
    )
    assert len(messages(root)) == 1


# --- one's own folders ------------------------------------------------------------------------------------------------


def test_own_folders_lie_over_the_packaged_ones(tmp_path) -> None:
    own = write(
        tmp_path,
        {
            "ru/leningrad/town/policy.yaml": REGION,
            "ru/leningrad/town/criteria.yaml": override(criterion("{fact: age, less_than: 30 years}")).replace(
                "id: c", "id: young-educator"
            ),
        },
    )
    loaded = load_policies(own)
    assert set(loaded) == {*load_policies(), "ru/leningrad/town"}
    town = loaded["ru/leningrad/town"].latest
    assert town.parents == ("ru/leningrad", "ru")
    assert "municipal-methodical-active" in town.eligibilities
    assert [part.operand for part in town.eligibilities["young-educator-support"].grounds[0].when.parts] == [
        Span.of(30)
    ]
    assert all(loaded[id_] == load_policies()[id_] for id_ in load_policies())


def test_an_own_jurisdiction_replaces_a_packaged_one_whole(tmp_path) -> None:
    loaded = load_policies(
        write(
            tmp_path, {"ru/volgograd/policy.yaml": REGION, "ru/volgograd/c.yaml": criterion("{use: pedagogical-post}")}
        )
    )
    volgograd = loaded["ru/volgograd"].latest
    assert (volgograd.title.ru, dict(volgograd.eligibilities), dict(volgograd.subjects)) == ("Регион", {}, {})
    assert "c" in volgograd.criteria
    assert volgograd.parents == ("ru",)
    assert load_policies()["ru/volgograd"].latest.title.ru == "Волгоградская область"


def test_a_later_root_wins(tmp_path) -> None:
    first = write(tmp_path / "1", {"n/policy.yaml": BASE, "n/t.yaml": PARENT["a/terms.yaml"]})
    second = write(tmp_path / "2", {"n/policy.yaml": REGION})
    assert dict(load_policies(first, second)["n"].latest.terms) == {}
    assert set(load_policies(second, first)["n"].latest.terms) == {"t", "u"}


def test_a_replacement_is_checked_with_the_children_that_remain(tmp_path) -> None:
    with pytest.raises(PolicyError) as caught:
        load_policies(write(tmp_path, {"ru/leningrad/policy.yaml": REGION}))
    problems = caught.value.problems
    overridden = {problem.found for problem in problems if problem.code == "override-of-nothing"}
    assert overridden >= {"pedagogical-worker", "manager"}
    assert {problem.code for problem in problems} <= {"override-of-nothing", *NAMED}
    assert {Path(problem.place.file).parent.name for problem in problems} == {"kirovsk"}


# --- values -----------------------------------------------------------------------------------------------------


def test_packaged_policies_are_loaded_once() -> None:
    assert load_policies() is load_policies()


def test_loading_twice_gives_equal_values(tmp_path) -> None:
    write(tmp_path, {**PARENT, **section(override(criterion("{fact: stay, at_least: 3 years}")))})
    first, second = sound(tmp_path), sound(tmp_path)
    assert first == second
    assert first is not second
    assert first["a"] != first["a/b"]
    assert repr(first) == "PolicyTree(a, a/b)"


def vars_of(value: object) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def test_nothing_of_a_policy_can_be_changed(tmp_path) -> None:
    loaded = tree(tmp_path)
    policy = loaded["a/b"].latest
    with pytest.raises(TypeError):
        loaded["a"] = loaded["a/b"]
    mappings = {name: value for name, value in vars_of(policy).items() if isinstance(value, Mapping)}
    assert len(mappings) == 17
    for mapping in (*mappings.values(), *policy.sources.values()):
        with pytest.raises(TypeError):
            mapping["x"] = None
        with pytest.raises(TypeError):
            del mapping["t"]
        with pytest.raises(AttributeError):
            mapping.clear()
    eligibility_ = policy.eligibilities["active"]
    for value in (
        loaded["a"],
        policy,
        policy.acts[0],
        policy.facts["score"],
        policy.criteria["c"],
        eligibility_,
        eligibility_.grounds[0],
        eligibility_.grounds[0].when,
        policy.title,
        policy.terms["t"],
    ):
        assert is_dataclass(value)
        for name in (*(field.name for field in fields(value)), "new"):
            with pytest.raises((FrozenInstanceError, TypeError)):
                setattr(value, name, None)
    with pytest.raises(pydantic.ValidationError):
        policy.subjects["s"].title = "Иное"


def test_asking_a_policy_leaves_it_as_it_was(tmp_path) -> None:
    loaded = tree(tmp_path)
    policy = loaded["a/b"].latest
    policy.facts_about(About.PERSON).clear()
    assert "score" in policy.facts
