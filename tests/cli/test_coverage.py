import json
from pathlib import Path

import pytest

from cli.in_process import call
from cli.test_check import ELIGIBILITY, write

OUTSIDE = """\
on: 2024-06-01
tests:
  - name: Первая категория
    eligibility: active
    person: {category: first}
    expect: {verdict: ineligible}
"""
INSIDE = """\
  - name: Высшая категория
    eligibility: active
    person: {category: highest}
    expect: {verdict: eligible, ground: core}
"""


@pytest.fixture
def own(tmp_path) -> Path:
    """The folder of a policy of one comparison, with one case."""
    home = write(tmp_path, ELIGIBILITY) / "ru" / "n-skaya"
    (home / "people.test.yaml").write_text(OUTSIDE, encoding="utf-8")
    return home


def test_what_no_case_holds_is_shown_at_its_place(own) -> None:
    tested = call("test", "--coverage", own, cwd=own)
    assert tested.returncode == 0
    assert tested.stderr == "Тесты — пройдено: 1\n"
    first, place, change, nearest = tested.stdout.splitlines()
    assert first == "ru/n-skaya: 0 %, закрыто мест: 0 из 1, тестов: 1"
    assert place.startswith("  eligibility.yaml:") or "/eligibility.yaml:" in place
    assert change == "    условие не выполнено ни у кого: ни один тест не заметил"
    assert nearest.startswith("    ближайший: «Первая категория» (")


def test_too_little_coverage_is_a_finding_and_enough_is_none(own) -> None:
    tested = call("test", "--min-coverage", "100", own, cwd=own)
    assert tested.returncode == 1
    assert "ru/n-skaya: покрытие 0 %, меньше 100 %" in tested.stderr
    (own / "people.test.yaml").write_text(OUTSIDE + INSIDE, encoding="utf-8")
    tested = call("test", "--min-coverage", "100", own, cwd=own)
    assert (tested.returncode, tested.stdout) == (0, "ru/n-skaya: 100 %, закрыто мест: 1 из 1, тестов: 2\n")


def test_a_percentage_is_checked(own) -> None:
    tested = call("test", "--min-coverage", "101", own, cwd=own, COLUMNS="200")
    assert tested.returncode == 2
    assert "'101' is no percentage; expected 0 to 100, such as 100 or 99.5" in tested.stderr


def test_coverage_stands_in_json_beside_the_outcomes(own) -> None:
    record = json.loads(call("test", "--coverage", "--format", "json", own, cwd=own).stdout)
    assert record["passed"] == 1
    (found,) = record["coverage"]
    assert (found["policy"], found["units"], found["covered"], found["share"]) == ("ru/n-skaya", 1, 0, "0")
    assert [one["mutation"] for one in found["survivors"]] == ["never-met"]


def test_missing_cases_are_written_beside_the_policy_confirmed_by_hand_and_then_cover_it(own) -> None:
    (own / "people.test.yaml").unlink()
    tested = call("test", "--suggest", own, cwd=own)
    file = own / "suggested.test.yaml"
    assert tested.returncode == 0
    assert "Предложено тестов: 2, в " in tested.stderr
    text = file.read_text(encoding="utf-8")
    assert text.count("confirmed: false\n") == 2
    assert call("test", "--min-coverage", "100", own, cwd=own).returncode == 1
    confirmed = [line for line in text.splitlines() if line.strip() != "confirmed: false"]
    file.write_text("\n".join(confirmed), encoding="utf-8")
    tested = call("test", "--min-coverage", "100", own, cwd=own)
    assert (tested.returncode, tested.stdout) == (0, "ru/n-skaya: 100 %, закрыто мест: 1 из 1, тестов: 2\n")
    assert "Недостающих случаев нет." in call("test", "--suggest", own, cwd=own).stderr


def test_a_file_of_suggestions_is_replaced_only_by_force_and_never_where_cases_are_confirmed(own) -> None:
    file = own / "suggested.test.yaml"
    assert call("test", "--suggest", own, cwd=own).returncode == 0
    before = file.read_text(encoding="utf-8")
    tested = call("test", "--suggest", own, cwd=own)
    assert tested.returncode == 2
    assert tested.stderr.splitlines()[-1].endswith(
        "такой файл уже есть. Подтвердите его случаи или удалите его; заменить — с --force."
    )
    assert call("test", "--suggest", "--force", own, cwd=own).returncode == 0
    assert file.read_text(encoding="utf-8") == before
    (own / "people.test.yaml").rename(file)
    tested = call("test", "--suggest", "--force", own, cwd=own)
    assert tested.returncode == 2
    assert "здесь есть подтверждённые случаи" in tested.stderr
    assert file.read_text(encoding="utf-8") == OUTSIDE


def test_suggestions_go_to_standard_output_or_to_one_file(own, tmp_path) -> None:
    shown = call("test", "--suggest", "--out", "-", own, cwd=own).stdout
    assert "policy: ru/n-skaya\n" in shown
    assert "category: highest" in shown
    other = tmp_path / "other.test.yaml"
    assert call("test", "--suggest", "--out", other, own, cwd=own).returncode == 0
    assert other.read_text(encoding="utf-8") == shown
    assert not (own / "suggested.test.yaml").exists()
