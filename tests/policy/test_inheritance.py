from datetime import date

import pytest

from policy_folders import FACTS, REGION, eligibility, write
from rsnms.policy.conditions import comparisons
from rsnms.policy.loading import load_policies, packaged_policies, read_policies

CITY = REGION.replace("regional", "municipal").replace("Н-ская область", "Город")
CRITERIA = "criteria:\n  - {id: good, title: Годен, when: {fact: category, is: highest}}\n"
USING = eligibility("{use: good}")


def sound(root):
    tree, problems = read_policies(root)
    assert [problem.line() for problem in problems] == []
    return tree


def operand(policy) -> object:
    return next(comparisons(policy.eligibility("active").condition)).operand


def test_a_child_sees_everything_of_its_parents(tmp_path) -> None:
    tree = sound(write(tmp_path, {"rf/n/c/policy.yaml": CITY}))
    city = tree["rf/n/c"].latest
    assert city.parents == ("rf/n", "rf")
    assert set(city.facts) == set(tree["rf"].latest.facts)
    assert city.eligibility("active").origin == "rf/n"
    assert city.eligibility("active").act == "order"


def test_an_overridden_criterion_counts_where_parents_use_it(tmp_path) -> None:
    own = CRITERIA.replace("id: good,", "id: good, override: true,").replace("highest", "first")
    tree = sound(
        write(
            tmp_path,
            {
                "rf/n/criteria.yaml": CRITERIA,
                "rf/n/eligibility.yaml": USING,
                "rf/n/c/policy.yaml": CITY,
                "rf/n/c/criteria.yaml": own,
            },
        )
    )
    assert operand(tree["rf/n"].latest) == "highest"
    assert operand(tree["rf/n/c"].latest) == "first"


def test_a_child_drops_what_it_removes(tmp_path) -> None:
    files = {"rf/n/c/policy.yaml": CITY, "rf/n/c/remove.yaml": "remove:\n  eligibility: [active]\n"}
    tree = sound(write(tmp_path, files))
    assert list(tree["rf/n"].latest.eligibilities) == ["active"]
    assert list(tree["rf/n/c"].latest.eligibilities) == []


def test_versions_in_dated_folders_follow_each_other(tmp_path) -> None:
    first = REGION.replace("{from: 2024-01-01}", "{from: 2024-01-01, until: 2024-05-31}")
    files = {
        "rf/n/policy.yaml": first,
        "rf/n/2024-06-01/policy.yaml": REGION.replace("2024-01-01", "2024-06-01"),
        "rf/n/2024-06-01/eligibility.yaml": eligibility("{fact: category, is: first}"),
        "rf/n/c/policy.yaml": CITY,
    }
    tree = sound(write(tmp_path, files))
    for id_ in ("rf/n", "rf/n/c"):
        spans = [(policy.since, policy.until) for policy in tree[id_].periods]
        assert spans == [(date(2024, 1, 1), date(2024, 5, 31)), (date(2024, 6, 1), None)]
        assert operand(tree[id_].on(date(2024, 5, 31))) == "highest"
        assert operand(tree[id_].on(date(2024, 6, 1))) == "first"


def test_a_child_older_than_its_parent_lives_without_it_first() -> None:
    kirovsk = load_policies()["ru/leningrad/kirovsk"]
    early, late = kirovsk.periods
    assert (early.since, early.until) == (date(2023, 5, 23), date(2023, 12, 31))
    assert early.parents == ("ru",)
    assert "municipal-methodical-active" not in early.eligibilities
    assert late.parents == ("ru/leningrad", "ru")
    assert late.eligibility("manager").origin == "ru/leningrad/kirovsk"


def test_a_named_parent_stands_before_the_folder_above(tmp_path) -> None:
    tree = sound(write(tmp_path, {"rf/n/c/policy.yaml": CITY + "parent: rf\n"}))
    assert tree["rf/n/c"].latest.parents == ("rf",)


def test_own_folders_lie_over_the_packaged_ones(tmp_path) -> None:
    own = tmp_path / "ru" / "volgograd"
    own.mkdir(parents=True)
    (own / "policy.yaml").write_text(REGION, encoding="utf-8")
    tree = load_policies(tmp_path)
    assert str(tree["ru/volgograd"].latest.title) == "Н-ская область"
    assert "category" in tree["ru/volgograd"].latest.facts
    assert "ru/leningrad" in tree


def test_policies_never_change(tmp_path) -> None:
    policy = sound(write(tmp_path, {}))["rf/n"].latest
    with pytest.raises(AttributeError):
        policy.title = None
    with pytest.raises(TypeError):
        policy.facts["age"] = None
    with pytest.raises(TypeError):
        del policy.eligibilities["active"]
    with pytest.raises(AttributeError):
        policy.eligibility("active").grounds[0].when.operand = "first"


def test_loading_twice_gives_equal_policies() -> None:
    one, other = (read_policies(packaged_policies())[0] for _ in range(2))
    assert list(one) == list(other)
    assert all(one[id_] == other[id_] for id_ in one)


def test_facts_declared_by_a_child_are_its_own(tmp_path) -> None:
    fact = (
        FACTS.splitlines(keepends=True)[0]
        + "  - {id: years_as_tutor, type: duration, title: Стаж тьютора, time: {grows: true}}\n"
    )
    tree = sound(
        write(
            tmp_path,
            {
                "rf/n/facts.yaml": fact,
                "rf/n/eligibility.yaml": eligibility("{fact: years_as_tutor, at_least: 2 years}"),
            },
        )
    )
    assert "years_as_tutor" in tree["rf/n"].latest.facts
    assert "years_as_tutor" not in tree["rf"].latest.facts
