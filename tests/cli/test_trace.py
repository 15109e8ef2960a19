import json

import pytest

from policy.folders import write
from systems import FILES

CLAUSES = 'clauses:\n  - {clause: "1", title: Общее}\n  - {clause: "2", title: Служба, items: 2}\n'


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "policies", {**FILES, "a/north/town/clauses.yaml": CLAUSES})


def test_a_covered_act(run, folder) -> None:
    traced = run("trace", "a/north", "--policies", folder)
    assert traced.returncode == 0
    assert "нормы нет: повторяет название" in " ".join(traced.stdout.split())
    assert traced.stderr.strip() == "a/north: покрыто 10 из 10 пунктов и позиций (100 %)"


def test_what_is_not_covered_is_exit_code_1(run, folder) -> None:
    traced = run("trace", "a/north/town", "--gaps", "--format", "json", "--policies", folder)
    assert traced.returncode == 1
    assert json.loads(traced.stdout) == {
        "policy": "a/north/town",
        "covered": 0,
        "total": 3,
        "clauses": [
            {
                "clause": "1",
                "title": "Общее",
                "act": "order-3",
                "status": "missing",
                "items": 0,
                "missing_items": [],
                "no_norm": None,
                "elements": [],
            },
            {
                "clause": "2",
                "title": "Служба",
                "act": "order-3",
                "status": "partly",
                "items": 2,
                "missing_items": [1, 2],
                "no_norm": None,
                "elements": ["subject:service"],
            },
        ],
        "not_listed": [],
    }
    assert traced.stderr.strip() == "a/north/town: покрыто 0 из 3 пунктов и позиций (0 %)"


def test_one_clause_and_those_below_it(run, folder) -> None:
    table = run("trace", "a/north", "--clause", "3", "--format", "csv", "--policies", folder).stdout.splitlines()
    assert [line.split(",")[0] for line in table] == ["clause", "3", "3.1", "3.2", "3.20"]
    text = run("trace", "a/north", "--clause", "3.2", "--format", "md", "--lang", "en", "--policies", folder).stdout
    assert "| 3.2 | Центр | ✓ 2/2 |" in text


def test_numbers_of_the_text_that_the_list_lacks(run, folder, tmp_path) -> None:
    act = tmp_path / "act.txt"
    act.write_text("1. Общее\n3. Субъекты\n7. Заключение\n", encoding="utf-8")
    traced = run("trace", "a/north", "--text", act, "--policies", folder, "--lang", "en")
    assert traced.returncode == 1
    assert traced.stderr.splitlines()[0] == "The list lacks clause 7 (in the text 1×, lines 3; listed 0×)"
    act.write_bytes("1. Общее".encode("cp1251"))
    broken = run("trace", "a/north", "--text", act, "--policies", folder)
    assert broken.returncode == 2
    assert "act.txt" in broken.stderr
    missing = run("trace", "a/north", "--text", tmp_path / "none.txt", "--policies", folder)
    assert missing.returncode == 2
    assert "Traceback" not in broken.stderr + missing.stderr


def test_a_policy_without_a_list(run, folder) -> None:
    traced = run("trace", "a/south", "--policies", folder)
    assert traced.returncode == 1
    assert "a/south нет перечня пунктов" in traced.stderr
