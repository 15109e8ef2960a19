"""What came of policy tests, for machines."""

from typing import Any

from rsnms.domain.text import Lang
from rsnms.policy_tests.case import Case
from rsnms.policy_tests.outcomes import Outcomes
from rsnms.policy_tests.running import CaseResult
from rsnms.reports.policy_tests.explanation import explanation_lines


def outcomes_record(outcomes: Outcomes, lang: Lang = "ru") -> dict[str, Any]:
    """The numbers, then every case with its outcome, in the order of files and lines."""
    cases = [*(_result(result, lang) for result in outcomes.results), *map(_unconfirmed, outcomes.unconfirmed)]
    return {
        "passed": len(outcomes.passed),
        "failed": len(outcomes.failed),
        "unconfirmed": len(outcomes.unconfirmed),
        "cases": sorted(cases, key=lambda case: (case["file"], case["line"], case["column"], case["name"])),
    }


def _result(result: CaseResult, lang: Lang) -> dict[str, Any]:
    record = _head(result.case) | {"outcome": "passed" if result.passed else "failed"}
    record["differences"] = [
        {"key": one.key, "expected": one.expected.in_(lang), "got": one.got.in_(lang)} for one in result.differences
    ]
    if not result.passed:
        record["explanation"] = explanation_lines(result, lang)
    return record


def _unconfirmed(case: Case) -> dict[str, Any]:
    return _head(case) | {"outcome": "unconfirmed", "differences": []}


def _head(case: Case) -> dict[str, Any]:
    section, id_ = case.subject
    return {
        "policy": case.policy,
        "section": section,
        "id": id_ or None,
        "name": case.name,
        "on": case.on.isoformat(),
        "file": case.place.file,
        "line": case.place.line,
        "column": case.place.column,
    }
