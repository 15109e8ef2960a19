"""Findings for people: the place, what is wrong, the line of the file with a caret under the place."""

import unicodedata
from collections.abc import Iterator

from rsnms.checks.check import Finding, Severity
from rsnms.checks.files import Files
from rsnms.checks.running import Report
from rsnms.domain.text import Lang, Text
from rsnms.policy.problems import Place
from rsnms.reports.checks.words import headline, plain

WIDEST = 100
"""Characters of a line that are shown; of a longer one, those around the place."""
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_FAINT = "2"
_EXAMPLE = Text("Пример", "Example")


def findings_text(
    report: Report, lang: Lang = "ru", *, least: Severity = Severity.NOTE, colours: bool = False
) -> Iterator[str]:
    """The lines in which mistakes and findings from a severity on are told, the mistakes first."""
    for problem in report.problems:
        yield problem.line(lang)
    for finding in report.at_least(least):
        yield from _told(finding, report, lang, colours)


def _told(finding: Finding, report: Report, lang: Lang, colours: bool) -> Iterator[str]:
    colour = _COLOURS[report.severity(finding)] if colours else ""
    place, said = plain(f"{finding.place}:"), headline(finding, report, lang)
    code, name_and_message = said.split(" ", 1)
    yield f"{_painted(place, _FAINT if colours else '')} {_painted(code, colour)} {name_and_message}"
    yield from _excerpt(finding.place, report.files, colour)
    for related, what in finding.related:
        yield plain(f"  {related}: {what.in_(lang)}")
        yield from _excerpt(related, report.files, _FAINT if colours else "")
    if finding.witness:
        yield plain(f"  {_EXAMPLE.in_(lang)}: {finding.witness.in_(lang)}")


def _excerpt(place: Place, files: Files, colour: str) -> Iterator[str]:
    line = files.line(place)
    if not line.strip():
        return
    at = min(place.column - 1, len(line))
    begin = max(0, min(at - WIDEST // 2, len(line) - WIDEST))
    shown = line[begin : begin + WIDEST]
    before = line[begin:at]
    if begin:
        shown, before = f"…{shown[1:]}", f"…{before[1:]}"
    if begin + WIDEST < len(line):
        shown = f"{shown[:-1]}…"
    number = f"{place.line:>5} | "
    yield f"{number}{plain(shown)}"
    yield f"{' ' * (len(number) - 2)}| {' ' * _width(before)}{_painted('^', colour)}"


def _width(text: str) -> int:
    """The columns of a terminal that a text takes."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def _painted(text: str, colour: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if colour else text
