import subprocess
import sys

import pytest

from cli.test_check import ELIGIBILITY, write
from cli.test_test import CASES

pytest_plugins = "pytester"

THIRD = """\
  - name: Предложенный
    eligibility: active
    confirmed: false
    expect: {verdict: eligible}
"""


@pytest.fixture
def project(pytester, monkeypatch) -> pytest.Pytester:
    """A folder with policies of one's own and their cases."""
    monkeypatch.delenv("RSNMS_LANG", raising=False)
    write(pytester.path / "policies", ELIGIBILITY)
    _cases(pytester, CASES + THIRD)
    return pytester


def _cases(project: pytest.Pytester, text: str) -> None:
    (project.path / "policies/ru/n-skaya/people.test.yaml").write_text(text, encoding="utf-8")


def test_each_case_is_a_test_of_its_own(project) -> None:
    ran = project.runpytest_inprocess("-v", "-rs", "policies")
    ran.assert_outcomes(passed=2, skipped=1)
    ran.stdout.fnmatch_lines(["policies/ru/n-skaya/people.test.yaml::Высшая категория PASSED*"])
    ran.stdout.fnmatch_lines(["SKIPPED * не подтверждён: предложен программой, и никто за него не поручился"])


def test_one_case_can_be_chosen(project) -> None:
    project.runpytest_inprocess("policies", "-k", "Первая").assert_outcomes(passed=1, deselected=2)
    chosen = "policies/ru/n-skaya/people.test.yaml::Высшая категория"
    project.runpytest_inprocess(chosen).assert_outcomes(passed=1)


def test_a_failure_is_told_without_a_traceback(project) -> None:
    file = project.path / "policies/ru/n-skaya/eligibility.yaml"
    file.write_text(ELIGIBILITY.replace("highest", "first"), encoding="utf-8")
    ran = project.runpytest_inprocess("policies")
    ran.assert_outcomes(failed=2, skipped=1)
    ran.stdout.fnmatch_lines(
        [
            "✗ Высшая категория",
            "  policies/ru/n-skaya/people.test.yaml:3:5",
            "  verdict:",
            "    ожидается: eligible",
            "    получено:  ineligible",
            "  Почему так:",
            "    Актив, 01.06.2024: не подходит",
        ]
    )
    ran.stdout.no_fnmatch_line("*CaseFailedError*")
    ran.stdout.no_fnmatch_line("*plugin.py*")


def test_mistakes_in_a_file_are_an_error_of_collection(project) -> None:
    _cases(project, CASES.replace("category: first", "categry: first"))
    ran = project.runpytest_inprocess("policies")
    ran.assert_outcomes(errors=1)
    ran.stdout.fnmatch_lines(["policies/ru/n-skaya/people.test.yaml:9:14: unknown-fact: *«categry»*«category»*"])
    ran.stdout.no_fnmatch_line("*Traceback*")


def test_mistakes_in_the_policies_are_an_error_of_collection(project) -> None:
    file = project.path / "policies/ru/n-skaya/eligibility.yaml"
    file.write_text(ELIGIBILITY.replace("highest", "best"), encoding="utf-8")
    ran = project.runpytest_inprocess("policies")
    ran.assert_outcomes(errors=1)
    ran.stdout.fnmatch_lines(["policies/ru/n-skaya/eligibility.yaml:5:*«best»*"])


def test_files_elsewhere_are_left_alone_unless_they_are_named(project) -> None:
    other = project.path / "other"
    other.mkdir()
    text = CASES.replace("tests:", "policy: ru/n-skaya\ntests:")
    (other / "people.test.yaml").write_text(text, encoding="utf-8")
    project.makeini("[pytest]\nrsnms_policies = policies\n")
    project.runpytest_inprocess("other").assert_outcomes()
    project.runpytest_inprocess("other/people.test.yaml").assert_outcomes(passed=2)


def test_it_can_be_turned_off(project) -> None:
    project.runpytest_inprocess("-p", "no:rsnms", "policies").assert_outcomes()


def test_english(project, monkeypatch) -> None:
    monkeypatch.setenv("RSNMS_LANG", "en")
    file = project.path / "policies/ru/n-skaya/eligibility.yaml"
    file.write_text(ELIGIBILITY.replace("highest", "first"), encoding="utf-8")
    project.runpytest_inprocess("policies").stdout.fnmatch_lines(["    expected: eligible", "    got:      ineligible"])


def test_loading_the_plugin_loads_nothing_heavy() -> None:
    heavy = ("pydantic", "yaml", "polars", "hypothesis", "z3", "rich", "durable")
    code = f"import sys, rsnms.testing.plugin; print([name for name in {heavy} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
