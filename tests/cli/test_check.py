import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from checks.fake_check import FACTS, fake, suppressing
from checks.fake_check import write as write_facts
from cli.in_process import call
from rsnms.checks import registry
from rsnms.checks.check import Severity
from rsnms.rules.proof.prover import NoAnswerError

POLICY = """\
title: Н-ская область
level: regional
acts:
  - {id: order-1, kind: приказ, title: О системе, body: Комитет, number: "1", in_force: {from: 2024-01-01}}
"""
ELIGIBILITY = """\
eligibility:
  - id: active
    title: Актив
    grounds:
      - {id: core, title: Основа, when: {fact: category, is: highest, clause: "1"}}
"""


def write(root: Path, eligibility: str) -> Path:
    folder = root / "ru" / "n-skaya"
    folder.mkdir(parents=True)
    (folder / "policy.yaml").write_text(POLICY, encoding="utf-8")
    (folder / "eligibility.yaml").write_text(eligibility, encoding="utf-8")
    return root


def test_packaged_policies_are_in_order(run) -> None:
    checked = run("check", "--fail-on", "warning")
    assert checked.returncode == 0
    assert checked.stderr.startswith("Политики в порядке: 6")


def test_own_folder_inherits_from_the_packaged_base(run, tmp_path) -> None:
    root = write(tmp_path, ELIGIBILITY)
    assert run("check", root).returncode == 0
    assert "ru/n-skaya: Н-ская область" in run("policies", "--policies", root).stdout


def test_the_tree_is_found_from_the_top_of_a_repository(tmp_path) -> None:
    write(tmp_path / "policies", ELIGIBILITY)
    for asked in (".", "policies", "policies/ru", "policies/ru/n-skaya"):
        assert call("check", asked, cwd=tmp_path).returncode == 0, asked


def test_mistakes_are_listed_with_place_and_exit_code_1(run, tmp_path) -> None:
    root = write(tmp_path, ELIGIBILITY.replace("highest", "hihgest").replace("title: Основа", "titel: Основа"))
    checked = run("check", root)
    assert checked.returncode == 1
    lines = checked.stdout.splitlines()
    assert len(lines) == 2
    file = root / "ru" / "n-skaya" / "eligibility.yaml"
    assert all(line.startswith(f"{file}:5:") for line in lines)
    assert any("Возможно, имелось в виду «highest»" in line for line in lines)
    assert any("Неизвестный ключ «titel». Возможно, имелось в виду «title»" in line for line in lines)
    assert checked.stderr.strip() == "2 ошибки"


def test_mistakes_as_json(run, tmp_path) -> None:
    root = write(tmp_path, ELIGIBILITY.replace("fact: category", "fact: categry"))
    found = json.loads(run("check", root, "--format", "json", "--lang", "en").stdout)
    [problem] = found["problems"]
    assert (problem["code"], problem["line"], problem["nearest"]) == ("unknown-fact", 5, "category")
    assert problem["path"] == "eligibility[0].grounds[0].when.fact"
    assert "ru/n-skaya" not in found["policies"]


def test_a_folder_that_is_not_there(run) -> None:
    missing = run("check", "nowhere")
    assert missing.returncode == 2
    assert "nowhere" in missing.stderr
    assert "Traceback" not in missing.stderr


def test_other_commands_refuse_mistaken_policies(run, tmp_path) -> None:
    root = write(tmp_path, ELIGIBILITY.replace("highest", "best"))
    refused = run("policies", "--policies", root)
    assert refused.returncode == 2
    assert "eligibility.yaml:5:" in refused.stderr


def test_one_jurisdiction_or_one_file_stands_for_its_tree(run, tmp_path) -> None:
    root = write(tmp_path, ELIGIBILITY.replace("fact: category", "fact: categry"))
    folder = root / "ru" / "n-skaya"
    for path in (folder, folder / "eligibility.yaml"):
        checked = run("check", path, cwd=tmp_path)
        assert checked.returncode == 1
        assert checked.stdout.startswith("ru/n-skaya/eligibility.yaml:5:")


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A policy with a warning that can be fixed and a suppressed one, over fake checks; a folder to run in."""
    known = (fake("RS197", "grave-word", Severity.ERROR, word="ужас"), fake(), *suppressing())
    monkeypatch.setattr(registry, "checks", lambda: known)
    write_facts(tmp_path / "mine", FACTS.replace("Ранг", "плохо"))
    return tmp_path


def test_findings_are_shown_with_their_line(tree) -> None:
    checked = call("check", "mine", cwd=tree)
    assert checked.returncode == 1
    assert checked.stdout.splitlines()[:3] == [
        "mine/ru/oblast/facts.yaml:3:12: RS199 bad-word: Здесь «плохо».",
        "    3 |     title: плохо",
        "      |            ^",
    ]
    assert checked.stderr.splitlines() == [
        "1 замечание: 1 предупреждение",
        "Подробнее о замечании: rsnms check --explain RS199",
    ]


@pytest.mark.parametrize(("fail_on", "code"), [("note", 1), ("warning", 1), ("error", 0), ("never", 0)])
def test_exit_code_by_severity(tree, fail_on, code) -> None:
    assert call("check", "mine", "--fail-on", fail_on, cwd=tree).returncode == code


def test_mistakes_fail_whatever_is_asked(tree) -> None:
    write_facts(tree / "mine", FACTS.replace("integer", "integr"))
    assert call("check", "mine", "--fail-on", "never", cwd=tree).returncode == 1


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        (["--select", "RS199"], 1),
        (["--select", "RS901,RS902"], 0),
        (["--select", "bad-word", "--select", "RS902"], 1),
        (["--ignore", "RS199"], 0),
    ],
)
def test_checks_are_chosen(tree, choice, found) -> None:
    checked = call("check", "mine", "--format", "json", *choice, cwd=tree)
    assert len(json.loads(checked.stdout)["findings"]) == found


def test_an_unknown_check_is_bad_usage(tree) -> None:
    checked = call("check", "mine", "--select", "RS19", cwd=tree)
    assert (checked.returncode, checked.stdout) == (2, "")
    assert checked.stderr.startswith("Нет проверки «RS19». Возможно: «RS19")


def test_only_the_policies_asked_about_are_reported_on(tree) -> None:
    write_facts(tree / "mine", FACTS.replace("Ранг", "плохо"), "ru/other")
    checked = call("check", "mine/ru/other", "--format", "json", cwd=tree)
    assert [finding["policy"] for finding in json.loads(checked.stdout)["findings"]] == ["ru/other"]
    own = call("check", "--policies", "mine", "--format", "json", cwd=tree)
    assert [finding["policy"] for finding in json.loads(own.stdout)["findings"]] == ["ru/oblast", "ru/other"]


def test_formats_of_machines(tree) -> None:
    sarif = call("check", "mine", "--format", "sarif", "--out", "out.sarif", cwd=tree)
    assert (sarif.returncode, sarif.stdout) == (1, "")
    [run] = json.loads((tree / "out.sarif").read_text("utf-8"))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["RS199"]
    junit = call("check", "mine", "--format", "junit", "--fail-on", "error", cwd=tree)
    assert junit.returncode == 0
    assert ElementTree.fromstring(junit.stdout).get("failures") == "0"  # noqa: S314 - it is our own
    github = call("check", "mine", "--format", "github", cwd=tree)
    assert github.stdout.startswith("::warning file=mine/ru/oblast/facts.yaml,line=3,col=12,title=RS199 bad-word::")


def test_fixes_are_made_and_told(tree) -> None:
    fixed = call("check", "mine", "--fix", cwd=tree)
    assert (fixed.returncode, fixed.stdout) == (0, "")
    assert fixed.stderr.splitlines()[0] == "mine/ru/oblast/facts.yaml:3:12: RS199 исправлено: Здесь «плохо»."
    assert (tree / "mine/ru/oblast/facts.yaml").read_text("utf-8") == FACTS.replace("Ранг", "хорошо")


@pytest.mark.parametrize("options", [["--diff"], ["--fix", "--diff"], ["--fix", "--dry-run"]])
def test_a_difference_is_shown_and_nothing_written(tree, options) -> None:
    shown = call("check", "mine", *options, cwd=tree)
    assert shown.returncode == 1
    assert "-    title: плохо\n+    title: хорошо\n" in shown.stdout
    assert "плохо" in (tree / "mine/ru/oblast/facts.yaml").read_text("utf-8")


def test_the_packaged_policies_are_not_fixed(tree) -> None:
    refused = call("check", "--fix", cwd=tree)
    assert refused.returncode == 2
    assert "name the folders or files to fix" in refused.stderr


def test_a_question_too_hard_is_told_beside_what_the_others_find(tree, monkeypatch) -> None:
    def too_hard(_scope):
        raise NoAnswerError("max. resource limit exceeded")

    known = (replace(fake("RS198", "hard"), find=too_hard), fake(), *suppressing())
    monkeypatch.setattr(registry, "checks", lambda: known)
    stopped = call("check", "mine", cwd=tree)
    assert stopped.returncode == 2
    assert "RS199 bad-word" in stopped.stdout
    assert "RS198 hard: Ответа нет: условия слишком сложны" in stopped.stderr


def test_a_missing_library_is_told_unless_its_check_is_ignored(tree, monkeypatch) -> None:
    known = (fake("RS198", "proved", needs="no_such_library"), *suppressing())
    monkeypatch.setattr(registry, "checks", lambda: known)
    missing = call("check", "mine", cwd=tree)
    assert missing.returncode == 2
    assert 'pip install "rsnms[proofs]"' in missing.stderr
    assert call("check", "mine", "--ignore", "RS198", cwd=tree).returncode == 0


def test_codes_are_explained(run) -> None:
    assert run("check", "--explain", "RS902").stdout.startswith("# RS902 idle-suppression\n")
    english = run("check", "--explain", "idle-suppression", "--lang", "en").stdout
    assert english.startswith("There is no English page of this check; here is the Russian one.\n\n# RS902")
    mistake = run("check", "--explain", "unknown-key").stdout
    assert mistake.startswith("# unknown-key\n\nНеизвестный ключ «…».\n")
    unknown = run("check", "--explain", "unknown-kye")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert unknown.stderr.strip() == "Нет кода «unknown-kye». Возможно: «unknown-key»."


def test_checks_are_listed(tree) -> None:
    listed = call("check", "--list", "--format", "json", cwd=tree)
    records = json.loads(listed.stdout)
    assert [record["code"] for record in records] == ["RS197", "RS199", "RS901", "RS902", "RS903"]
    assert records[1] == {"code": "RS199", "name": "bad-word", "severity": "warning", "title": "Плохое слово"}
    assert "bad-word" in call("check", "--list", cwd=tree).stdout
    assert call("check", "--list", "--format", "sarif", cwd=tree).returncode == 2


def test_notes_are_counted_and_shown_when_asked_for(tmp_path):
    quiet = call("check", cwd=tmp_path)
    assert quiet.stdout == ""
    assert quiet.stderr.endswith("Показать и заметки: rsnms check --show note\n")
    shown = call("check", "--show", "note", cwd=tmp_path).stdout
    passed = "RS304 target-passed: "
    assert passed in shown
    assert "RS301" in shown
    chosen = call("check", "--select", "RS304", cwd=tmp_path).stdout
    assert "RS301" not in chosen
    assert chosen.count(passed) == shown.count(passed)
