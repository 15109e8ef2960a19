"""Every check has a page, and the page is right: its bad example is found, its good one is not."""

from datetime import date
from pathlib import Path

import pytest

from rsnms.checks.check import SUPPRESSING, Check
from rsnms.checks.pages import BAD, FINDS, GOOD, SUPPRESSED, WHY, page, page_codes, parse
from rsnms.checks.registry import by_code, checks
from rsnms.checks.running import policies_under, run_checks
from rsnms.policy.loading import packaged_policies, read_workspace

IDENTITY = """\
title: Пример
level: {level}
acts:
  - {{id: act, kind: приказ, title: О примере, body: Орган, number: "1", in_force: {{from: 2024-01-01}}}}
"""
PAGED = [pytest.param(check, id=check.code) for check in checks()]


def found(check: Check, example: dict[str, str], on: date, root: Path) -> tuple[list[str], list[str]]:
    """The problems of an example, and the messages of the check's findings in it."""
    for path, text in example.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    for depth, folder in enumerate(sorted({(root / path).parent for path in example})):
        identity = folder / "policy.yaml"
        if not identity.exists():
            identity.write_text(IDENTITY.format(level="municipal" if depth else "regional"), encoding="utf-8")
    workspace = read_workspace(packaged_policies(), root)
    # What a suppression suppresses is known only where the other checks have run.
    running = checks() if check.family == SUPPRESSING else [check]
    report = run_checks(workspace, on, policies_under(workspace, [root]), running)
    problems = [problem.line() for problem in report.problems]
    return problems, [one.message.ru for one in report.findings if one.code == check.code]


@pytest.mark.parametrize("check", PAGED)
def test_the_bad_example_is_valid_and_found(check, tmp_path):
    written = page(check.code)
    assert written, f"pages/{check.code}.md is missing"
    assert written.bad
    problems, messages = found(check, written.bad, written.on, tmp_path)
    assert problems == []
    assert messages


@pytest.mark.parametrize("check", PAGED)
def test_the_mended_example_is_valid_and_not_found(check, tmp_path):
    written = page(check.code)
    assert written, f"pages/{check.code}.md is missing"
    assert written.good
    assert found(check, written.good, written.on, tmp_path) == ([], [])


@pytest.mark.parametrize("check", PAGED)
def test_a_page_is_headed_and_ordered_as_all_are(check):
    written = page(check.code)
    assert written, f"pages/{check.code}.md is missing"
    assert (written.code, written.name) == (check.code, check.name)
    assert list(written.sections) in ([FINDS, WHY, BAD, GOOD], [FINDS, WHY, BAD, GOOD, SUPPRESSED])
    assert written.summary


def test_every_page_has_a_check():
    assert set(page_codes()) <= set(by_code())


def test_english_falls_back_to_the_russian_page():
    assert page("RS901", "en").lang == "ru"


def test_no_page():
    assert page("RS000") is None


def test_a_page_names_its_day_folders_and_files():
    written = parse(
        "# RS101 a-name\n<!-- on: 2026-02-03 -->\n## Что находит\n\nПервое\nи второе.\n\nТретье.\n\n"
        '## Пример с ошибкой\n```yaml title="facts.yaml" folder="ru/example/child"\n## не заголовок\na: b\n```\n'
        "```yaml\nне: файл\n```\n"
    )
    assert (written.code, written.name, written.on) == ("RS101", "a-name", date(2026, 2, 3))
    assert written.summary == "Первое и второе."
    assert written.bad == {"ru/example/child/facts.yaml": "## не заголовок\na: b\n"}
    assert written.good == {}
