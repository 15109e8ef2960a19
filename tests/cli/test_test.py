import json
from pathlib import Path
from xml.etree.ElementTree import parse

import pytest

from cli.in_process import call
from cli.test_check import ELIGIBILITY, write

CASES = """\
on: 2024-06-01
tests:
  - name: Высшая категория
    eligibility: active
    person: {category: highest}
    expect: {verdict: eligible, ground: core}
  - name: Первая категория
    eligibility: active
    person: {category: first}
    expect: {verdict: ineligible, unmet: [category]}
"""


@pytest.fixture
def own(tmp_path) -> Path:
    """A folder tree of one's own with two cases."""
    root = write(tmp_path, ELIGIBILITY)
    (root / "ru" / "n-skaya" / "people.test.yaml").write_text(CASES, encoding="utf-8")
    return root


def break_policy(root: Path) -> None:
    (root / "ru" / "n-skaya" / "eligibility.yaml").write_text(ELIGIBILITY.replace("highest", "first"), encoding="utf-8")


def test_the_packaged_cases_pass(tmp_path) -> None:
    tested = call("test", cwd=tmp_path)
    assert (tested.returncode, tested.stdout) == (0, "")
    assert tested.stderr.startswith("Тесты — пройдено: ")
    assert "не пройдено" not in tested.stderr


def test_cases_run_beside_the_policy_they_stand_with(own) -> None:
    for paths in ([own], [own / "ru" / "n-skaya"], [own / "ru/n-skaya/people.test.yaml"], ["--policies", own]):
        tested = call("test", *paths, cwd=own)
        assert (tested.returncode, tested.stdout, tested.stderr) == (0, "", "Тесты — пройдено: 2\n"), paths


def test_a_policy_that_changes_fails_its_cases(own) -> None:
    break_policy(own)
    tested = call("test", "ru", cwd=own)
    assert tested.returncode == 1
    assert tested.stdout.splitlines()[:11] == [
        "✗ Высшая категория",
        "  ru/n-skaya/people.test.yaml:3:5",
        "  verdict:",
        "    ожидается: eligible",
        "    получено:  ineligible",
        "  ground:",
        "    ожидается: core",
        "    получено:  none",
        "  Почему так:",
        "    Актив, 01.06.2024: не подходит",
        "    └── ✗ Основание: Основа",
    ]
    assert tested.stderr == "Тесты — пройдено: 0, не пройдено: 2\n"


def test_only_cases_of_a_name(own) -> None:
    break_policy(own)
    tested = call("test", own, "-k", "первая", "--lang", "en", cwd=own)
    assert (tested.returncode, tested.stderr) == (1, "Tests — passed: 0, failed: 1\n")
    assert tested.stdout.startswith("✗ Первая категория\n")
    none = call("test", own, "--name", "третья", cwd=own)
    assert (none.returncode, none.stderr) == (2, "Нет теста, в названии которого есть «третья».\n")


def test_formats_for_machines(own) -> None:
    break_policy(own)
    record = json.loads(call("test", own, "--format", "json", cwd=own).stdout)
    assert [case["outcome"] for case in record["cases"]] == ["failed", "failed"]
    tested = call("test", own, "--format", "junit", "--out", own / "junit.xml", cwd=own)
    assert (tested.returncode, tested.stdout) == (1, "")
    assert parse(own / "junit.xml").getroot().get("failures") == "2"  # noqa: S314 - written by ourselves
    call("test", own, "--out", own / "failures.txt", cwd=own)
    assert (own / "failures.txt").read_text(encoding="utf-8").startswith("✗ Высшая категория\n")


def test_what_is_not_confirmed_is_told_and_not_run(own) -> None:
    file = own / "ru" / "n-skaya" / "people.test.yaml"
    file.write_text(CASES + "    confirmed: false\n", encoding="utf-8")
    break_policy(own)
    assert call("test", own, cwd=own).stderr == "Тесты — пройдено: 0, не пройдено: 1, не подтверждено: 1\n"


def test_mistakes_in_a_file_end_with_2(own) -> None:
    file = own / "ru" / "n-skaya" / "people.test.yaml"
    file.write_text(CASES.replace("category: first", "categry: first"), encoding="utf-8")
    tested = call("test", "ru", cwd=own)
    assert (tested.returncode, tested.stdout) == (2, "")
    assert tested.stderr == (
        "ru/n-skaya/people.test.yaml:9:14: unknown-fact: tests[1].person.categry: Неизвестный факт «categry». "
        "Возможно, имелось в виду «category». "
        "Факты перечисляет «rsnms show ПОЛИТИКА»; здесь нужны факты о: person.\n"
    )


def test_mistakes_in_a_policy_end_with_2(own) -> None:
    (own / "ru" / "n-skaya" / "eligibility.yaml").write_text(ELIGIBILITY.replace("highest", "best"), encoding="utf-8")
    tested = call("test", own, cwd=own)
    assert tested.returncode == 2
    assert "eligibility.yaml:5:" in tested.stderr


def test_nothing_to_run_ends_with_2(own) -> None:
    (own / "ru" / "n-skaya" / "people.test.yaml").unlink()
    none = call("test", "ru", cwd=own)
    assert (none.returncode, none.stderr) == (2, "Тестов (*.test.yaml) не найдено: ru\n")
    english = call("test", "ru", "--lang", "en", cwd=own)
    assert english.stderr == "No cases (*.test.yaml) were found: ru\n"
    missing = call("test", "нет", cwd=own)
    assert (missing.returncode, missing.stderr) == (2, "Нет такого файла или папки: нет\n")
    other = call("test", "ru/n-skaya/eligibility.yaml", cwd=own)
    assert (other.returncode, other.stderr) == (
        2,
        "Это не файл с тестами (*.test.yaml): ru/n-skaya/eligibility.yaml\n",
    )
