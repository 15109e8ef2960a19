"""Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), which code hosts read.

Paragraphs of the standard are named where they decide.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from rsnms.checks.check import Check, Edit, Finding, Severity
from rsnms.checks.pages import page
from rsnms.checks.running import Report
from rsnms.checks.suppressions import Suppression
from rsnms.domain.text import Lang
from rsnms.policy.problems import Place, Problem
from rsnms.reports.checks.listing import check_explained, mistake_explained
from rsnms.reports.checks.uris import uri

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
"""What relative URIs are relative to (3.14.14): the root of the repository, where the command runs."""
FINGERPRINT = "rsnmsFinding/v1"
_Object = dict[str, Any]


def sarif(report: Report, lang: Lang = "ru") -> str:
    """The report as a SARIF log of one run, suppressed findings included."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, lang)]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _run(report: Report, lang: Lang) -> _Object:
    from rsnms import __version__

    mistakes = sorted({problem.code for problem in report.problems})
    rules = [_rule(check, lang) for check in report.checks] + [_validity_rule(code, lang) for code in mistakes]
    results = [_problem_result(problem, report, lang) for problem in report.problems]
    results += [_result(finding, None, report, lang) for finding in report.findings]
    results += [_result(one.finding, one.by, report, lang) for one in report.suppressed]
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    for result in results:
        result["ruleIndex"] = index[result["ruleId"]]
    _set_fingerprints(results)
    driver = {"name": "rsnms", "version": __version__, "semanticVersion": __version__, "rules": rules}
    return {
        "tool": {"driver": driver},
        "language": "en-US" if lang == "en" else "ru-RU",
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "rsnms-check/"},
        "invocations": [{"executionSuccessful": True}],
        "results": results,
    }


def _rule(check: Check, lang: Lang) -> _Object:
    title = check.title.in_(lang)
    written = page(check.code, lang)
    said = check_explained(check, lang)
    return {
        "id": check.code,
        "name": check.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": (written.summary if written else "") or title},
        "help": {"text": said, "markdown": said},
        "defaultConfiguration": {"level": str(check.severity)},
        "properties": {"problem.severity": _severity(check.severity), "tags": ["policy"]},
    }


def _severity(severity: Severity) -> str:
    """The level in the words of code scanning."""
    return "recommendation" if severity is Severity.NOTE else str(severity)


def _validity_rule(code: str, lang: Lang) -> _Object:
    said = mistake_explained(code, lang)
    return {
        "id": code,
        "name": code,
        "shortDescription": {"text": said.split("\n\n")[1].strip()},
        "help": {"text": said, "markdown": said},
        "defaultConfiguration": {"level": "error"},
        "properties": {"problem.severity": "error", "tags": ["policy", "validity"]},
    }


def _problem_result(problem: Problem, report: Report, lang: Lang) -> _Object:
    return {
        "ruleId": problem.code,
        "level": "error",
        "message": {"text": problem.text(lang)},
        "locations": [_location(problem.place, report)],
        "suppressions": [],
    }


def _result(finding: Finding, by: Suppression | None, report: Report, lang: Lang) -> _Object:
    witness = f" {finding.witness.in_(lang)}" if finding.witness else ""
    result: _Object = {
        "ruleId": finding.code,
        "level": str(report.severity(finding)),
        "message": {"text": finding.message.in_(lang) + witness},
        "locations": [_location(finding.place, report) | {"logicalLocations": [_policy(finding)]}],
        # Empty rather than absent: it is known that they are not suppressed (3.27.23).
        "suppressions": [_suppression(by, report)] if by else [],
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(place, report), "message": {"text": what.in_(lang)}}
            for number, (place, what) in enumerate(finding.related, 1)
        ]
    if finding.fix:
        result["fixes"] = [_fix(finding.fix, report, lang)]
    return result


def _policy(finding: Finding) -> _Object:
    return {"name": finding.policy, "kind": "namespace"}


def _suppression(by: Suppression, report: Report) -> _Object:
    return {
        "kind": "inSource",
        "status": "accepted",
        "justification": by.reason,
        "location": _location(by.place, report),
    }


def _location(place: Place, report: Report) -> _Object:
    region: _Object = {"startLine": place.line, "startColumn": place.column}
    line = report.files.line(place)
    if line:
        region["snippet"] = {"text": line}
    return {"physicalLocation": {"artifactLocation": _artifact(place.file), "region": region}}


def _artifact(file: str) -> _Object:
    reference = uri(file)
    return {"uri": reference} if reference.startswith("file:") else {"uri": reference, "uriBaseId": ROOT}


def _fix(edits: Sequence[Edit], report: Report, lang: Lang) -> _Object:
    files = dict.fromkeys(edit.file for edit in edits)
    return {
        "description": {"text": "Fix it" if lang == "en" else "Исправить"},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(file),
                "replacements": [_replacement(edit, report) for edit in edits if edit.file == file],
            }
            for file in files
        ],
    }


def _replacement(edit: Edit, report: Report) -> _Object:
    region = {"startLine": edit.line, "startColumn": edit.start, "endLine": edit.line, "endColumn": edit.end}
    if edit.end > len(report.files.line(Place(edit.file, edit.line))) + 1:
        region |= {"endLine": edit.line + 1, "endColumn": 1}
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _set_fingerprints(results: Iterable[_Object]) -> None:
    """Name every result by its code, file and the text of its line, so that a move of lines leaves it the same."""
    met: Counter[str] = Counter()
    for result in results:
        place = result["locations"][0]["physicalLocation"]
        line = place["region"].get("snippet", {"text": ""})["text"].strip()
        named = "\0".join([result["ruleId"], place["artifactLocation"]["uri"], line])
        met[named] += 1
        digest = sha256(f"{named}\0{met[named]}".encode()).hexdigest()[:32]
        result["partialFingerprints"] = {FINGERPRINT: digest}
