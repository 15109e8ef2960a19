"""What the fake check finds, in every format."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from checks.fake_check import FACTS, fake, report_of, suppressing, write
from rsnms.checks import registry
from rsnms.checks.check import Severity
from rsnms.reports.checks.github import annotations
from rsnms.reports.checks.junit import junit
from rsnms.reports.checks.records import report_record
from rsnms.reports.checks.text import findings_text
from rsnms.reports.checks.words import explain_words, summary

LONG = "о" * 150


@pytest.fixture(autouse=True)
def known(monkeypatch):
    every = (fake("RS198", "worse-word", Severity.NOTE, word="хуже"), fake(), *suppressing())
    monkeypatch.setattr(registry, "checks", lambda: every)
    return every


@pytest.fixture
def report(tmp_path, monkeypatch, known):
    """A warning, a note, one of each suppressed, and a policy that is not valid."""
    monkeypatch.chdir(tmp_path)
    bad = FACTS.replace("Ранг", "плохо").replace("rank", "rank # плохо и хуже")
    kept = "    reading: хуже и плохо # rsnms: ignore RS198, RS199 — так в акте\n"
    (tmp_path / "tree").mkdir()
    write(tmp_path / "tree", bad + kept)
    write(tmp_path / "tree", FACTS.replace("Ранг", "хуже").replace("integer", '"integr"'), "ru/wrong")
    write(tmp_path / "tree", FACTS.replace("Ранг", f"{LONG}хуже {LONG}"), "ru/other, один%")
    return report_of(Path("tree"), *known)


def test_text_shows_the_line_and_the_place(report):
    lines = list(findings_text(report))
    at = lines.index("tree/ru/oblast/facts.yaml:3:12: RS199 bad-word: Здесь «плохо».")
    assert lines[at : at + 7] == [
        "tree/ru/oblast/facts.yaml:3:12: RS199 bad-word: Здесь «плохо».",
        "    3 |     title: плохо",
        "      |            ^",
        "  tree/ru/oblast/facts.yaml:1:1: Начало файла",
        "    1 | facts:",
        "      | ^",
        "  Пример: стаж 5 лет",
    ]


def test_mistakes_come_first_and_as_ever(report):
    [problem] = report.problems
    assert next(findings_text(report)) == problem.line()
    assert problem.line().startswith("tree/ru/wrong/facts.yaml:5:11: wrong-value: ")


def test_long_lines_are_shown_around_the_place(report):
    lines = list(findings_text(report))
    at = next(number for number, line in enumerate(lines) if "facts.yaml:3:162: RS198" in line)
    shown, caret = lines[at + 1], lines[at + 2]
    assert len(shown) == len("    3 | ") + 100
    assert shown[caret.index("^") :].startswith("хуже")
    assert shown[8] == shown[-1] == "…"


def test_colours_only_where_asked(report):
    assert "\x1b" not in "".join(findings_text(report))
    assert "\x1b[1;33mRS199\x1b[0m" in "".join(findings_text(report, colours=True))


def test_signs_that_steer_a_terminal_are_left_out(tmp_path):
    write(tmp_path, FACTS.replace("Ранг", '"плохо"'))
    steering = report_of(tmp_path, fake(word="плохо", name="bad\x1b[31m"))
    assert "\x1b" not in "".join(findings_text(steering))


def test_the_summary_counts(report):
    assert summary(report, "ru") == "1 неверная запись; 2 замечания: 1 предупреждение, 1 заметка; подавлено: 2"
    assert summary(report, "en") == "1 invalid statement; 2 findings: 1 warning, 1 note; suppressed: 2"
    more = "Подробнее о замечании: rsnms check --explain RS199"
    assert list(explain_words(report, Severity.NOTE, "ru")) == [more]
    assert list(explain_words(report, Severity.WARNING, "ru")) == [
        "Показать и заметки: rsnms check --show note",
        more,
    ]


def test_records_say_all(report):
    record = report_record(report)
    json.dumps(record)
    assert record["policies"] == ["ru/oblast", "ru/other, один%"]
    assert [problem["code"] for problem in record["problems"]] == ["wrong-value"]
    finding = record["findings"][0]
    assert finding == {
        "code": "RS199",
        "name": "bad-word",
        "severity": "warning",
        "policy": "ru/oblast",
        "file": "tree/ru/oblast/facts.yaml",
        "line": 3,
        "column": 12,
        "path": "facts[0].title",
        "message": "Здесь «плохо».",
        "witness": "стаж 5 лет",
        "related": [{"file": "tree/ru/oblast/facts.yaml", "line": 1, "column": 1, "message": "Начало файла"}],
        "fix": [{"file": "tree/ru/oblast/facts.yaml", "line": 3, "start": 12, "end": 17, "text": "хорошо"}],
    }
    assert {(one["code"], one["reason"], one["suppressed_at"]["line"]) for one in record["suppressed"]} == {
        ("RS198", "так в акте", 6),
        ("RS199", "так в акте", 6),
    }


def test_annotations_are_escaped(report):
    lines = list(annotations(report))
    assert len(lines) == 3
    assert lines[0].startswith("::error file=tree/ru/wrong/facts.yaml,line=5,col=11,title=wrong-value::")
    warning = "::warning file=tree/ru/oblast/facts.yaml,line=3,col=12,title=RS199 bad-word::Здесь «плохо».%0Aстаж 5 лет"
    assert lines[1] == warning
    assert lines[2].startswith("::notice file=tree/ru/other%2C один%25/facts.yaml,line=3,col=162,title=RS198")


@pytest.mark.parametrize(("fail_on", "failures"), [(Severity.NOTE, 3), (Severity.WARNING, 2), (None, 1)])
def test_junit_has_a_case_for_each_policy_and_check(report, fail_on, failures):
    root = ElementTree.fromstring(junit(report, fail_on))  # noqa: S314 - it is our own
    assert (root.tag, root.get("failures")) == ("testsuites", str(failures))
    suites = {suite.get("name"): suite for suite in root}
    assert list(suites) == ["ru/oblast", "ru/other, один%", "ru/wrong"]
    sound = ["validity", "RS198 worse-word", "RS199 bad-word"]
    sound += ["RS901 unreasoned-suppression", "RS902 idle-suppression", "RS903 unknown-code"]
    assert [case.get("name") for case in suites["ru/oblast"]] == sound
    assert [case.get("name") for case in suites["ru/wrong"]] == ["validity"]
    for suite in root:
        assert {"name", "tests", "failures", "errors", "skipped"} <= set(suite.keys())
        assert suite.get("tests") == str(len(suite))
        assert all(case.get("classname") and case.get("name") and case.get("time") for case in suite)
        assert {part.tag for case in suite for part in case} <= {"failure", "system-out"}
    failed = [(case.get("name"), part.get("type")) for suite in root for case in suite for part in case.iter("failure")]
    assert ("validity", "wrong-value") in failed
    assert sum(int(suite.get("failures")) for suite in root) == failures == len(failed)


def test_junit_holds_no_signs_that_xml_forbids(tmp_path):
    write(tmp_path, FACTS.replace("Ранг", "плохо"))
    text = junit(report_of(tmp_path, fake(name="bad\x00name")), None)
    assert ElementTree.fromstring(text).get("tests") == "2"  # noqa: S314 - it is our own
