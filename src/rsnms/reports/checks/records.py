"""Findings and mistakes as records for machines."""

from collections.abc import Mapping
from typing import Any

from rsnms.checks.check import Finding
from rsnms.checks.running import Report
from rsnms.domain.text import Lang
from rsnms.policy.problems import Place, shown_path


def report_record(report: Report, lang: Lang = "ru") -> Mapping[str, Any]:
    """The whole report."""
    return {
        "on": report.on.isoformat(),
        "policies": list(report.workspace.tree),
        "problems": [problem.as_record(lang) for problem in report.problems],
        "findings": [_finding(finding, report, lang) for finding in report.findings],
        "suppressed": [
            {**_finding(one.finding, report, lang), "reason": one.by.reason, "suppressed_at": _place(one.by.place)}
            for one in report.suppressed
        ],
    }


def _finding(finding: Finding, report: Report, lang: Lang) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": report.check(finding).name,
        "severity": report.severity(finding),
        "policy": finding.policy,
        **_place(finding.place),
        "path": shown_path(finding.path),
        "message": finding.message.in_(lang),
        "witness": finding.witness.in_(lang) if finding.witness else None,
        "related": [{**_place(place), "message": what.in_(lang)} for place, what in finding.related],
        "fix": [
            {"file": edit.file, "line": edit.line, "start": edit.start, "end": edit.end, "text": edit.text}
            for edit in finding.fix
        ],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}
