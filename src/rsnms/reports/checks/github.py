"""Findings as annotations of GitHub: workflow commands that a job prints."""

from collections.abc import Iterator

from rsnms.checks.check import Severity
from rsnms.checks.running import Report
from rsnms.domain.text import Lang
from rsnms.policy.problems import Place
from rsnms.reports.checks.uris import relative_path

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotations(report: Report, lang: Lang = "ru") -> Iterator[str]:
    """One workflow command for each mistake and finding."""
    for problem in report.problems:
        yield _annotation("error", problem.place, problem.code, problem.text(lang))
    for finding in report.findings:
        check = report.check(finding)
        said = [finding.message.in_(lang), *([finding.witness.in_(lang)] if finding.witness else [])]
        title = f"{check.code} {check.name}"
        yield _annotation(_COMMANDS[check.severity], finding.place, title, "\n".join(said))


def _annotation(command: str, place: Place, title: str, message: str) -> str:
    properties = {"file": relative_path(place.file), "line": place.line, "col": place.column, "title": title}
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{command} {said}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
