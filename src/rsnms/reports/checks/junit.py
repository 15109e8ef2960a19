"""Findings as JUnit: a suite for each policy, in it a case for its validity and one for each check."""

import re
from collections import defaultdict
from xml.etree import ElementTree

from rsnms.checks.check import Severity
from rsnms.checks.running import Report
from rsnms.domain.text import Lang
from rsnms.reports.checks.uris import relative_path

VALIDITY = "validity"
_Failures = dict[tuple[str, str], list[tuple[str, str]]]
"""By policy and case: the kind of each failure, and its text."""


def junit(report: Report, fail_on: Severity | None, lang: Lang = "ru") -> str:
    """The report as XML. Findings below ``fail_on`` (``None``: all of them) are in the case's output, not failures."""
    failures, outputs = _results(report, fail_on, lang)
    policies = sorted({*report.policies, *(policy for policy, _ in (*failures, *outputs))})
    root = ElementTree.Element("testsuites", name="rsnms check")
    for policy in policies:
        names = [VALIDITY]
        if policy in report.workspace.tree:
            names += [f"{check.code} {check.name}" for check in report.checks]
        suite = ElementTree.SubElement(root, "testsuite", name=_legal(policy))
        for name in names:
            named = {"classname": f"rsnms.{_legal(policy)}", "name": _legal(name), "time": "0"}
            case = ElementTree.SubElement(suite, "testcase", named)
            for kind, text in failures.get((policy, name), ()):
                message = _legal(text.splitlines()[0])
                ElementTree.SubElement(case, "failure", type=kind, message=message).text = _legal(text)
            if beside := outputs.get((policy, name)):
                ElementTree.SubElement(case, "system-out").text = _legal("\n".join(text for _, text in beside))
        _count(suite)
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ElementTree.indent(root)
    return f"{_DECLARATION}{ElementTree.tostring(root, encoding='unicode')}\n"


_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def _results(report: Report, fail_on: Severity | None, lang: Lang) -> tuple[_Failures, _Failures]:
    failures: _Failures = defaultdict(list)
    outputs: _Failures = defaultdict(list)
    for problem in report.problems:
        policy = problem.arises_in or report.files.whose(problem.place.file) or relative_path(problem.place.file)
        failures[policy, VALIDITY].append((problem.code, problem.line(lang)))
    for finding in report.findings:
        check = report.check(finding)
        text = f"{finding.place}: {finding.code} {finding.message.in_(lang)}"
        text += f"\n{finding.witness.in_(lang)}" if finding.witness else ""
        fails = fail_on is not None and check.severity.rank >= fail_on.rank
        (failures if fails else outputs)[finding.policy, f"{check.code} {check.name}"].append((check.severity, text))
    return failures, outputs


def _count(suite: ElementTree.Element) -> None:
    cases = list(suite)
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("errors", "0")
    suite.set("skipped", "0")


_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _legal(text: str) -> str:
    """A text without the characters that XML does not hold."""
    return _ILLEGAL.sub("\ufffd", text)
