"""Versions of acts in time, one's own and the parents'."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policy.folders import REGION, TREE, criterion, eligibility, messages, sound, write
from rsnms.policy.loading import load_policies
from rsnms.policy.model import NotInForceError

A, B, C = (date(2023, 1, 1), date(2024, 1, 1), date(2025, 1, 1))


def act(since: date | None, until: date | None = None) -> str:
    last = f", until: {until}" if until else ""
    force = f", in_force: {{from: {since}{last}}}" if since else ""
    return f"title: Т\nlevel: regional\nacts: [{{id: order, kind: приказ, title: О, body: К{force}}}]\n"


def threshold(points: int) -> str:
    return criterion(f"{{fact: score, at_least: {points}}}")


VERSIONS = {
    **TREE,
    "a/b/policy.yaml": act(A, date(2023, 12, 31)),
    "a/b/c.yaml": threshold(1),
    "a/b/2024-01-01/policy.yaml": act(B, date(2024, 12, 31)),
    "a/b/2024-01-01/c.yaml": threshold(2),
    "a/b/2025-07-01/policy.yaml": act(date(2025, 7, 1)),
    "a/b/2025-07-01/c.yaml": threshold(3),
}


def points(policy) -> int:
    return policy.criteria["c"].when.operand


def spans(jurisdiction) -> list[tuple[date | None, date | None]]:
    return [(period.since, period.until) for period in jurisdiction.periods]


def test_dated_folders_are_versions_of_their_parent(tmp_path) -> None:
    loaded = sound(write(tmp_path, VERSIONS))
    assert list(loaded) == ["a", "a/b"]
    region = loaded["a/b"]
    assert spans(region) == [(A, date(2023, 12, 31)), (B, date(2024, 12, 31)), (date(2025, 7, 1), None)]
    asked = [
        date(2023, 1, 1),
        date(2023, 12, 31),
        date(2024, 1, 1),
        date(2024, 12, 31),
        date(2025, 7, 1),
        date(2099, 1, 1),
    ]
    assert [points(region.on(day)) for day in asked] == [1, 1, 2, 2, 3, 3]
    assert points(region.latest) == 3


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2022, 12, 31), "31.12.2022 в «a/b» не действует ни один акт; первый действует с 01.01.2023."),
        (
            date(2025, 1, 1),
            "01.01.2025 в «a/b» не действует ни один акт; прежний действовал по 31.12.2024; "
            "следующий действует с 01.07.2025.",
        ),
        (
            date(2025, 6, 30),
            "30.06.2025 в «a/b» не действует ни один акт; прежний действовал по 31.12.2024; "
            "следующий действует с 01.07.2025.",
        ),
    ],
)
def test_no_act_in_force(day, said, tmp_path) -> None:
    with pytest.raises(NotInForceError) as caught:
        sound(write(tmp_path, VERSIONS))["a/b"].on(day)
    assert str(caught.value) == said


def test_versions_do_not_build_on_each_other(tmp_path) -> None:
    later = {**VERSIONS, "a/b/2024-01-01/c.yaml": "terms: []\n"}
    assert "c" not in sound(write(tmp_path, later))["a/b"].on(B).criteria


def test_a_policy_without_dates_always_holds(tmp_path) -> None:
    base = sound(write(tmp_path, TREE))["a"]
    assert spans(base) == [(None, None)]
    assert base.on(date.min) is base.on(date.max) is base.latest


def test_only_dated_folders_are_enough(tmp_path) -> None:
    files = {name: text for name, text in VERSIONS.items() if not name.startswith(("a/b/policy", "a/b/c"))}
    assert spans(sound(write(tmp_path, files))["a/b"]) == [(B, date(2024, 12, 31)), (date(2025, 7, 1), None)]


def test_a_childs_life_is_split_where_its_parents_change(tmp_path) -> None:
    child = {"a/b/town/policy.yaml": act(date(2023, 6, 1)), "a/b/town/e.yaml": eligibility("{fact: trained, is: true}")}
    town = sound(write(tmp_path, {**VERSIONS, **child}))["a/b/town"]
    assert spans(town) == [
        (date(2023, 6, 1), date(2023, 12, 31)),
        (B, date(2024, 12, 31)),
        (C, date(2025, 6, 30)),
        (date(2025, 7, 1), None),
    ]
    assert [points(period) if "c" in period.criteria else None for period in town.periods] == [1, 2, None, 3]
    assert [period.parents for period in town.periods] == [("a/b", "a"), ("a/b", "a"), ("a",), ("a/b", "a")]


def test_a_parent_that_changes_before_or_after_a_childs_life_splits_nothing(tmp_path) -> None:
    child = {"a/b/town/policy.yaml": act(date(2024, 3, 1), date(2024, 9, 30))}
    town = sound(write(tmp_path, {**VERSIONS, **child}))["a/b/town"]
    assert spans(town) == [(date(2024, 3, 1), date(2024, 9, 30))]


def test_a_grandparents_change_splits_too(tmp_path) -> None:
    files = {**VERSIONS, "a/b/x/policy.yaml": act(A), "a/b/x/y/policy.yaml": act(date(2023, 2, 1))}
    assert [period.since for period in sound(write(tmp_path, files))["a/b/x/y"].periods] == [
        date(2023, 2, 1),
        B,
        C,
        date(2025, 7, 1),
    ]


def test_an_override_of_what_is_not_in_force_yet_is_no_mistake(tmp_path) -> None:
    override = threshold(9).replace("    title", "    override: true\n    title")
    child = {"a/b/town/policy.yaml": act(date(2022, 1, 1)), "a/b/town/c.yaml": override}
    town = sound(write(tmp_path, {**VERSIONS, **child}))["a/b/town"]
    assert {points(period) for period in town.periods} == {9}
    assert town.periods[0].parents == ("a",)


def test_a_removal_of_what_is_not_in_force_yet_is_no_mistake(tmp_path) -> None:
    child = {"a/b/town/policy.yaml": act(date(2022, 1, 1)), "a/b/town/r.yaml": "remove: {criteria: [c]}\n"}
    town = sound(write(tmp_path, {**VERSIONS, **child}))["a/b/town"]
    assert not any("c" in period.criteria for period in town.periods)


def test_an_eligibility_of_some_versions_only(tmp_path) -> None:
    files = {**VERSIONS, "a/b/2024-01-01/e.yaml": eligibility("{fact: trained, is: true}")}
    region = sound(write(tmp_path, files))["a/b"]
    assert region.eligibility("active", B).id == "active"
    with pytest.raises(NotInForceError) as caught:
        region.eligibility("active", date(2023, 5, 5))
    assert str(caught.value) == "05.05.2023 в «a/b: active» не действует ни один акт; первый действует с 01.01.2024."
    with pytest.raises(NotInForceError) as caught:
        region.eligibility("active", date(2026, 5, 5))
    assert str(caught.value) == "05.05.2026 в «a/b: active» не действует ни один акт; прежний действовал по 31.12.2024."


def test_a_mistake_in_one_version_is_told_once(tmp_path) -> None:
    files = {**VERSIONS, "a/b/2024-01-01/c.yaml": criterion("{fact: scoer, is: 1}"), "a/b/x/policy.yaml": REGION}
    assert len(messages(write(tmp_path, files))) == 1


def test_kirovsk_has_its_regions_rules_from_2024_only() -> None:
    kirovsk = load_policies()["ru/leningrad/kirovsk"]
    assert spans(kirovsk) == [(date(2023, 5, 23), date(2023, 12, 31)), (B, None)]
    before, after = kirovsk.periods
    assert before.parents == ("ru",)
    assert after.parents == ("ru/leningrad", "ru")
    assert "municipal-methodical-active" not in before.eligibilities
    assert "municipal-methodical-active" in after.eligibilities
    assert before.eligibilities["manager"] == after.eligibilities["manager"]
    with pytest.raises(NotInForceError, match=r"первый действует с 01\.01\.2024"):
        kirovsk.eligibility("municipal-methodical-active", date(2023, 12, 31))


def test_the_packaged_jurisdictions_and_the_days_from_which_they_hold() -> None:
    assert {id_: jurisdiction.periods[0].since for id_, jurisdiction in load_policies().items()} == {
        "ru": None,
        "ru/altai/ust-koksa": date(2022, 5, 26),
        "ru/leningrad": B,
        "ru/leningrad/kirovsk": date(2023, 5, 23),
        "ru/volgograd": date(2023, 6, 5),
        "ru/yugra/megion": date(2021, 8, 19),
    }
    assert all(jurisdiction.latest.until is None for jurisdiction in load_policies().values())


days = st.integers(1, 60).map(lambda number: date(2024, 1 + (number - 1) // 5, 1 + (number - 1) % 5 * 6))


@st.composite
def lives(draw: st.DrawFn) -> list[tuple[date, date | None]]:
    """Days on which versions begin and end, without overlaps."""
    marks = sorted(draw(st.sets(days, min_size=2, max_size=6)))
    found = [(first, last) for first, last in zip(marks[::2], marks[1::2], strict=False)]
    return [*found[:-1], (found[-1][0], None)] if draw(st.booleans()) else found


@given(own=lives(), above=lives())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_on_every_day_the_versions_of_that_day_apply(own, above, tmp_path_factory) -> None:
    root = write(tmp_path_factory.mktemp("tree"), TREE)
    (root / "a/b/policy.yaml").unlink()
    for id_, versions in (("a/r", above), ("a/r/t", own)):
        for number, (first, last) in enumerate(versions, 1):
            element = (
                threshold(number)
                if id_ == "a/r"
                else eligibility("{fact: trained, is: true}", head=f"    clause: '{number}'\n")
            )
            write(root, {f"{id_}/{first}/policy.yaml": act(first, last), f"{id_}/{first}/x.yaml": element})
    town = sound(root)["a/r/t"]
    assert all(earlier.until < later.since for earlier, later in pairwise(town.periods))

    def in_force(versions, day) -> int | None:
        return next(
            (n for n, (first, last) in enumerate(versions, 1) if first <= day and (last is None or day <= last)), None
        )

    for number in range(1, 366):
        day = date.fromordinal(date(2023, 12, 31).toordinal() + number)
        expected = in_force(own, day)
        if expected is None:
            with pytest.raises(NotInForceError):
                town.on(day)
            continue
        policy = town.on(day)
        assert policy.eligibilities["active"].clause == str(expected)
        assert (points(policy) if "c" in policy.criteria else None) == in_force(above, day)
