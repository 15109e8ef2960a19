"""Bad policies, and exactly what is said about them. The tables stand beside this file, one a kind of mistake."""

import time
from datetime import date

import pytest

from policy import (
    bad_conditions,
    bad_consequences,
    bad_facts,
    bad_forms,
    bad_indicators,
    bad_instruments,
    bad_routes,
    bad_system,
    bad_trees,
    bad_yaml,
)
from policy.folders import REGION, TREE, Case, condition, criterion, eligibility, lines, messages, section, sound, write
from rsnms.policy.layers import PolicyFolderError
from rsnms.policy.loading import load_policies, read_policies
from rsnms.policy.messages import TEXTS
from rsnms.policy.model import NotInForceError, UnknownNameError, UnknownPolicyError
from rsnms.policy.problems import Place, PolicyError, Problem

TABLES = (
    bad_yaml,
    bad_forms,
    bad_conditions,
    bad_facts,
    bad_system,
    bad_indicators,
    bad_instruments,
    bad_routes,
    bad_trees,
    bad_consequences,
)
CASES = {name: case for table in TABLES for name, case in table.CASES.items()}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_said(case: Case, tmp_path) -> None:
    root = write(tmp_path, {**TREE, **case.files})
    _, problems = read_policies(root)
    ru, en = lines(problems, root, "ru"), lines(problems, root, "en")
    assert ru == list(case.ru)
    assert len(case.en) in (0, len(en))
    assert list(case.en) in ([], en)
    assert all(is_whole(line) for line in (*ru, *en))


def is_whole(line: str) -> bool:
    """One line, a whole sentence, every word of its template filled in."""
    return (
        "\n" not in line and line.endswith((".", "?")) and ".." not in line and "None" not in line and "{}" not in line
    )


def test_the_tables_show_every_kind_of_problem() -> None:
    assert len(CASES) == sum(len(table.CASES) for table in TABLES)
    shown = {line.split(": ")[1] for case in CASES.values() for line in case.ru}
    assert shown | {"no-policies"} == set(TEXTS)


@pytest.mark.parametrize(
    "files",
    [
        condition('{fact: score, at_least: "7"}'),
        condition("{fact: share, is: 0.5}"),
        condition("{fact: stay, between: [6 months, 5 лет]}"),
        condition("{fact: place, one_of: [нет, no, 'null', '1']}"),
        section("terms:\n  - {id: t, title: Т, means: М, clause: 3.10}\n"),
        section("terms:\n  - {id: t, title: 2024-02-30, means: no}\n"),
        section("---\nterms: []\n...\n"),
        section(b"\xef\xbb\xbfterms: []\n"),
        section("terms:\n  - id: t\n    title: >\n      Длинный\n      термин\n    means: 'М'\n"),
        section("terms: []\r\nremove: {}\r\n"),
        {"a/.git/x.yaml": "[", "a/b/.x.yaml": "[", ".github/ci.yml": "on: push\n", "a/b/notes.txt": "\t"},
        {"Регион/policy.yaml": REGION},
    ],
)
def test_what_only_looks_wrong(files, tmp_path) -> None:
    assert messages(write(tmp_path, {**TREE, **files})) == []


def test_a_clause_stays_as_written(tmp_path) -> None:
    tree = sound(write(tmp_path, {**TREE, **section(criterion("{fact: score, is: 7, clause: 3.10}"))}))
    assert tree["a/b"].latest.criteria["c"].when.clause == "3.10"


def test_hostile_files_are_refused_quickly(tmp_path) -> None:
    bomb = "facts: &a0 []\n" + "".join(f"x{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 500))
    hostile = [bomb, "[" * 500_000, "- " * 200_000, "x" * 1_000_000 + ": 1\n", "facts: [" + "*a, " * 50_000 + "]\n"]
    files = {f"a/f{index}/x.yaml": text for index, text in enumerate(hostile)}
    began = time.process_time()
    assert messages(write(tmp_path, files))
    assert time.process_time() - began < 10


# --- questions about what is not there --------------------------------------------------------------------------------


def test_a_root_that_does_not_exist(tmp_path) -> None:
    missing = tmp_path / "нет"
    with pytest.raises(FileNotFoundError) as caught:
        load_policies(missing)
    assert isinstance(caught.value, PolicyFolderError)
    assert str(caught.value) == f"Нет такой папки политик: {missing}"
    assert caught.value.text("en") == f"There is no folder of policies: {missing}"
    assert caught.value.filename == str(missing)
    assert caught.value.strerror


def test_a_root_that_is_a_file(tmp_path) -> None:
    with pytest.raises(PolicyFolderError):
        read_policies(write(tmp_path, {"policy.yaml": REGION}) / "policy.yaml")


def test_a_root_without_policies(tmp_path) -> None:
    (tmp_path / "пусто").mkdir()
    _, [problem] = read_policies(tmp_path)
    assert problem.line() == (
        f"{tmp_path}:1:1: no-policies: В папке нет ни одного файла политик (.yaml). Проверьте путь."
    )
    assert problem.text("en") == "The folder holds no policy file (.yaml). Check the path."


def test_a_day_on_which_no_act_is_in_force(tmp_path) -> None:
    closed = REGION.replace("2024-01-01}", "2024-01-01, until: 2025-12-31}")
    region = sound(write(tmp_path, {**TREE, "a/b/policy.yaml": closed}))["a/b"]
    assert region.on(date(2024, 1, 1)) is region.on(date(2025, 12, 31))
    with pytest.raises(NotInForceError) as early:
        region.on(date(2023, 12, 31))
    assert str(early.value) == "31.12.2023 в «a/b» не действует ни один акт; первый действует с 01.01.2024."
    assert early.value.text("en") == "No act of 'a/b' is in force on 2023-12-31; the first is in force from 2024-01-01."
    with pytest.raises(NotInForceError) as late:
        region.eligibility("active", date(2026, 1, 1))
    assert str(late.value) == "01.01.2026 в «a/b» не действует ни один акт; прежний действовал по 31.12.2025."
    assert (
        late.value.text("en")
        == "No act of 'a/b' is in force on 2026-01-01; the one before was in force until 2025-12-31."
    )


def test_a_policy_that_does_not_exist(tmp_path) -> None:
    tree = sound(write(tmp_path, TREE))
    with pytest.raises(UnknownPolicyError) as caught:
        tree["a/c"]
    assert isinstance(caught.value, KeyError)
    assert str(caught.value) == "Нет политики «a/c». Возможно: «a/b». Есть: a, a/b."
    assert caught.value.nearest == "a/b"
    assert tree.get("a/c") is None
    assert "a/c" not in tree


def test_an_eligibility_that_does_not_exist(tmp_path) -> None:
    region = sound(write(tmp_path, {**TREE, **section(eligibility("{fact: trained, is: true}"))}))["a/b"]
    with pytest.raises(UnknownNameError) as caught:
        region.eligibility("actve", date(2024, 1, 1))
    assert str(caught.value) == "Нет права на включение «actve» в a/b. Возможно: «active». Есть: active."
    assert caught.value.nearest == "active"


# --- problems as values -----------------------------------------------------------------------------------------------


def test_problems_come_in_the_order_of_the_files_and_once(tmp_path) -> None:
    files = {
        **TREE,
        "a/b/z.yaml": criterion("{fact: scoer, is: 1}"),
        "a/b/d.yaml": "terms:\n",
        "a/d/policy.yaml": "- x\n",
    }
    _, problems = read_policies(write(tmp_path, files))
    assert [problem.place.file.removeprefix(f"{tmp_path}/a/") for problem in problems] == [
        "b/d.yaml",
        "b/z.yaml",
        "d/policy.yaml",
    ]
    error = PolicyError([*reversed(problems), *problems])
    assert error.problems == problems
    assert str(error) == error.text("ru") == "\n".join(problem.line() for problem in problems)
    assert error.text("en").splitlines() == [problem.line("en") for problem in problems]


def test_a_problem_as_a_record(tmp_path) -> None:
    root = write(tmp_path, {**TREE, **condition("{fact: category, is: higest}")})
    _, [problem] = read_policies(root)
    assert problem.as_record("en") == {
        "code": "wrong-value",
        "file": str(root / "a/b/x.yaml"),
        "line": 4,
        "column": 32,
        "path": "criteria[0].when.is",
        "found": "higest",
        "expected": "one of: first, highest",
        "nearest": "highest",
        "message": "Found 'higest', expected one of: first, highest. Did you mean 'highest'?",
    }


def test_other_policies_remain_usable_beside_a_mistake(tmp_path) -> None:
    tree, problems = read_policies(write(tmp_path, {**TREE, "a/c/policy.yaml": REGION, **condition("{}")}))
    assert len(problems) == 1
    assert list(tree) == ["a", "a/c"]


def test_problems_at_one_place_can_be_ordered() -> None:
    place = Place("x.yaml")
    unordered = [Problem("missing-key", place, ("terms", 0), "b"), Problem("missing-key", place, (1, "x"), "a")]
    assert len(PolicyError(unordered).problems) == 2
