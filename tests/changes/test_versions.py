from datetime import date

import pytest

from changes.edited import SMALL, TODAY, changed, difference
from changes.test_sources import DATED
from policy.folders import write
from rsnms.changes.diff import diff
from rsnms.changes.outcomes import Effect
from rsnms.changes.sources import read_side, read_sides
from rsnms.changes.versions import versions
from rsnms.policy.model import NotInForceError, UnknownNameError

FUTURE = {**SMALL, "a/b/policy.yaml": str(SMALL["a/b/policy.yaml"]).replace("2024-01-01", "2027-01-01")}


def days(old, new, **more):
    return [(pair.id, pair.on) for pair in versions(old, new, TODAY, **more)]


def test_today_where_both_are_in_force(tmp_path) -> None:
    side = read_side(str(write(tmp_path, SMALL)))
    assert days(side, side) == [("a", TODAY), ("a/b", TODAY)]
    assert days(side, side, policies=["a/b"], on=date(2024, 5, 1)) == [("a/b", date(2024, 5, 1))]


def test_the_first_day_of_a_version_that_is_to_come(tmp_path) -> None:
    old, new = read_sides(*(str(write(tmp_path / name, files)) for name, files in (("1", SMALL), ("2", FUTURE))))
    assert days(old, new, policies=["a/b"]) == [("a/b", date(2027, 1, 1))]


def test_a_version_on_a_day_is_asked_on_that_day(tmp_path) -> None:
    root = write(tmp_path, DATED)
    old, new = read_sides("a/b@2023-05-01", "a/b@2024-05-01", [root])
    [pair] = versions(old, new, TODAY)
    assert (pair.on, pair.old.since, pair.new.since) == (date(2024, 5, 1), date(2023, 1, 1), date(2024, 1, 1))
    [pair] = versions(old, read_side(str(root)), TODAY)
    assert (pair.on, pair.old.since, pair.new.since) == (date(2024, 1, 1), date(2023, 1, 1), date(2024, 1, 1))


def test_a_coming_version_is_compared_too(tmp_path) -> None:
    coming = {
        f"a/b/2027-01-01/{name.removeprefix('a/b/')}": str(text)
        .replace("2024-01-01", "2027-01-01")
        .replace("5 years", "3 years")
        for name, text in SMALL.items()
        if name.startswith("a/b/")
    }
    until = str(SMALL["a/b/policy.yaml"]).replace("from: 2024-01-01", "from: 2024-01-01, until: 2026-12-31")
    closed = {**SMALL, "a/b/policy.yaml": until}
    found = difference(tmp_path, closed, {**closed, **coming})
    assert [(one.versions.id, one.versions.on) for one in found.jurisdictions] == [("a/b", date(2027, 1, 1))]
    assert [change.id for change in found.jurisdictions[0].people] == ["active"]


def test_on_a_day_before_a_version_is_in_force_it_is_compared_all_the_same(tmp_path) -> None:
    """``a`` always applies, ``a/b`` from 2024 on: a gate must not be blind to it."""
    old = read_side(str(write(tmp_path / "1", SMALL)))
    new = read_side(str(write(tmp_path / "2", changed(SMALL, eligibility=("5 years", "15 years")))))
    found = diff(old, new, TODAY, date(2020, 1, 1))
    assert [(one.versions.id, one.versions.on) for one in found.jurisdictions] == [("a/b", date(2020, 1, 1))]
    assert found.may_be(Effect.LOST)
    assert found.left_out == ()


def test_versions_after_the_chosen_day_are_named_as_left_out(tmp_path) -> None:
    side = read_side(str(write(tmp_path, DATED)))
    found = diff(side, side, TODAY, date(2023, 5, 1))
    assert [(one.id, one.since) for one in found.left_out] == [("a/b", date(2024, 1, 1))]
    assert diff(side, side, TODAY).left_out == ()


def test_policies_and_days_that_there_are_not(tmp_path) -> None:
    side = read_side(str(write(tmp_path, SMALL)))
    with pytest.raises(UnknownNameError, match=r"Нет политики «a/c»\. Возможно: «a/b»\."):
        versions(side, side, TODAY, policies=["a/c"])
    with pytest.raises(NotInForceError, match=r"01\.05\.2020 в «a/b» не действует ни один акт"):
        versions(side, side, TODAY, date(2020, 5, 1), ["a/b"])
