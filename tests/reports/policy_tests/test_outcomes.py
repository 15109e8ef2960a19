"""The reports about policy tests, all of the same outcomes: one case passes, two fail, one is not confirmed."""

import json
from xml.etree.ElementTree import fromstring

import pytest

from rsnms.policy.loading import packaged_policies, read_workspace
from rsnms.policy_tests.outcomes import Outcomes, run_cases
from rsnms.policy_tests.reading import read_cases
from rsnms.reports.policy_tests.explanation import explanation_lines
from rsnms.reports.policy_tests.junit import junit_xml
from rsnms.reports.policy_tests.records import outcomes_record
from rsnms.reports.policy_tests.text import failure_text, outcomes_lines, summary_line

CASES = """\
policy: ru/volgograd
on: 2024-01-01
tests:
  - name: Директор — управленец
    eligibility: manager
    person: {organisation_kind: general, post: head}
    expect: {verdict: eligible}
  - name: Учитель — управленец
    eligibility: manager
    person: {organisation_kind: general, post: teacher}
    expect: {verdict: eligible, unknown: []}
  - name: Дефицит без программы
    deficits: [{competency: ict, severity: high}]
    person: {organisation_kind: not-educational, post: other, pedagogical_duties: false}
    expect: {not_requires: [{rule: programme-for-deficit}]}
  - name: Предложенный
    eligibility: manager
    confirmed: false
    expect: {verdict: eligible}
"""
INDICATORS = """\
policy: ru/volgograd
on: 2023-12-31
tests:
  - name: Доля
    indicator: diagnosed
    table:
      - {post: teacher, organisation_kind: general, diagnosed_at_cnppm_this_year: true}
      - {post: teacher, organisation_kind: general, times: 3}
    expect: {outcome: missed}
  - name: Без таблицы
    indicator: diagnosed
    expect: {outcome: met}
"""


def outcomes_of(tmp_path, text: str) -> Outcomes:
    file = tmp_path / "people.test.yaml"
    file.write_text(text, encoding="utf-8")
    workspace = read_workspace(packaged_policies())
    return run_cases(read_cases(workspace, [file]), workspace.tree)


@pytest.fixture
def outcomes(tmp_path) -> Outcomes:
    return outcomes_of(tmp_path, CASES)


def test_a_failure_shows_the_difference_and_the_tree(outcomes, tmp_path) -> None:
    assert failure_text(outcomes.failed[0]) == (
        "✗ Учитель — управленец\n"
        f"  {tmp_path}/people.test.yaml:8:5\n"
        "  verdict:\n"
        "    ожидается: eligible\n"
        "    получено:  ineligible\n"
        "  Почему так:\n"
        "    Управленческие кадры, 01.01.2024: не подходит\n"
        "    └── ✗ Основание: Руководитель, заместитель или руководитель подразделения (общее правило, п. 1.3)\n"
        "        ├── ✓ Работает в организации с образовательной деятельностью: всё из этого\n"
        "        │   └── ✓ Вид организации: общеобразовательная — требуется: любое, кроме «без образовательной "
        "деятельности» (п.\n"
        "        │       1.3)\n"
        "        └── ✗ Должность: учитель — требуется: одно из: руководитель организации, заместитель руководителя, "
        "руководитель\n"
        "            структурного подразделения (п. 1.3)"
    )


def test_a_failure_of_a_route_shows_the_chains_of_rules(outcomes) -> None:
    lines = failure_text(outcomes.failed[1]).splitlines()
    assert lines[2:5] == [
        "  not_requires:",
        "    ожидается: не {rule: programme-for-deficit}",
        "    получено:  {rule: programme-for-deficit, measure: register-programme, by: regional-institute, for: ict}",
    ]
    assert (
        "    Программа ДПО [programme-for-deficit, ict]: Дефицит: ИКТ-компетенция, тяжёлый → правило «Программа ДПО по "
        "выявленному дефициту, в том числе из Федерального реестра» (п. 3.2.2, поз. 1; обязательно)"
    ) in lines
    assert any(line.startswith("    ? Наставничество: не решено, нужна ли эта мера; нет сведений:") for line in lines)


def test_a_failure_of_an_indicator_shows_the_figures(tmp_path) -> None:
    measured, absent = outcomes_of(tmp_path, INDICATORS).results
    assert explanation_lines(measured) == [
        "Прошли диагностику компетенций в ЦНППМ, 31.12.2023: достигнут",
        "Значение: 25 % (1 / 4)",
        "Границы: 25 % … 100 %",
        "Цель: не менее 10 %, каждый год с 2022",
        "Неизвестно: 3 строки: Выполняет педагогические обязанности (3), Прошёл диагностику в ЦНППМ в этом году (3)",
    ]
    assert explanation_lines(absent, "en")[1] == "tables are missing: people"


def test_failures_stand_apart_and_are_counted(outcomes) -> None:
    lines = list(outcomes_lines(outcomes))
    assert [line for line in lines if line.startswith("✗")] == ["✗ Учитель — управленец", "✗ Дефицит без программы"]
    assert lines.count("") == 1
    assert summary_line(outcomes) == "Тесты — пройдено: 1, не пройдено: 2, не подтверждено: 1"
    assert summary_line(outcomes, "en") == "Tests — passed: 1, failed: 2, not confirmed: 1"
    assert summary_line(Outcomes(outcomes.passed)) == "Тесты — пройдено: 1"


def test_the_reasons_of_many_failures_are_given_for_the_first(outcomes) -> None:
    every = list(outcomes_lines(outcomes))
    first = list(outcomes_lines(outcomes, reasons=1))

    assert every.count("  Почему так:") == len(outcomes.failed) > 1
    assert first.count("  Почему так:") == 1
    assert first[-2:] == [
        "",
        f"Причины показаны у 1 из {len(outcomes.failed)}; у всех: --reasons {len(outcomes.failed)}",
    ]


def test_machines_get_every_case_in_the_order_of_the_file(outcomes, tmp_path) -> None:
    record = json.loads(json.dumps(outcomes_record(outcomes), ensure_ascii=False))
    assert (record["passed"], record["failed"], record["unconfirmed"]) == (1, 2, 1)
    assert [case["outcome"] for case in record["cases"]] == ["passed", "failed", "failed", "unconfirmed"]
    failed = record["cases"][1]
    explanation = failed.pop("explanation")
    assert explanation[0] == "Управленческие кадры, 01.01.2024: не подходит"
    assert failed == {
        "policy": "ru/volgograd",
        "section": "eligibility",
        "id": "manager",
        "name": "Учитель — управленец",
        "on": "2024-01-01",
        "file": str(tmp_path / "people.test.yaml"),
        "line": 8,
        "column": 5,
        "outcome": "failed",
        "differences": [{"key": "verdict", "expected": "eligible", "got": "ineligible"}],
    }
    assert (record["cases"][2]["section"], record["cases"][2]["id"]) == ("routes", None)


def test_junit_has_a_suite_for_a_file_and_skips_what_is_not_confirmed(outcomes, tmp_path) -> None:
    written = junit_xml(outcomes)
    assert written.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="rsnms test"')
    [suite] = fromstring(written)  # noqa: S314 - written by ourselves
    counts = {key: suite.get(key) for key in ("name", "tests", "failures", "errors", "skipped")}
    assert counts == {
        "name": str(tmp_path / "people.test.yaml"),
        "tests": "4",
        "failures": "2",
        "errors": "0",
        "skipped": "1",
    }
    passed, failed, route, skipped = suite
    assert (passed.get("classname"), passed.get("name"), len(passed)) == (
        "ru/volgograd eligibility manager",
        "Директор — управленец",
        0,
    )
    assert (failed[0].tag, failed[0].get("message")) == ("failure", "verdict: eligible ≠ ineligible")
    assert failed[0].text == failure_text(outcomes.failed[0])
    assert route.get("classname") == "ru/volgograd routes"
    assert skipped[0].get("message") == "не подтверждён: предложен программой, и никто за него не поручился"
