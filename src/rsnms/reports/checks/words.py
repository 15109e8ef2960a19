"""The words in which findings are counted and told."""

import re
from collections.abc import Iterator

from rsnms.checks.check import Finding, Severity
from rsnms.checks.fixing import Outcome
from rsnms.checks.running import Report
from rsnms.domain.text import Lang, Text, Unit
from rsnms.rules.wording import ERRORS, count_words

FINDINGS = Unit("замечание", "замечания", "замечаний", ("finding", "findings"))
MISTAKES = Unit("неверная запись", "неверные записи", "неверных записей", ("invalid statement", "invalid statements"))
SEVERITIES: dict[Severity, tuple[Text, Unit]] = {
    Severity.ERROR: (Text("ошибка", "error"), ERRORS),
    Severity.WARNING: (
        Text("предупреждение", "warning"),
        Unit("предупреждение", "предупреждения", "предупреждений", ("warning", "warnings")),
    ),
    Severity.NOTE: (Text("заметка", "note"), Unit("заметка", "заметки", "заметок", ("note", "notes"))),
}
"""Each severity alone and counted, the gravest first."""


def plain(text: str) -> str:
    """A text without characters that steer a terminal."""
    return _CONTROL.sub(" ", text)


_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def headline(finding: Finding, report: Report, lang: Lang) -> str:
    """Code, name and message of a finding."""
    return plain(f"{finding.code} {report.check(finding).name}: {finding.message.in_(lang)}")


def summary(report: Report, lang: Lang) -> str:
    """How many policies are in order, or how much was found in them."""
    found = _findings(report, lang)
    wrong = len(report.problems)
    sound = len(report.workspace.tree)
    in_order = f"Policies in order: {sound}" if lang == "en" else f"Политики в порядке: {sound}"
    if wrong:
        said = f"{count_words(wrong, MISTAKES, lang)}; {found}" if found else count_words(wrong, ERRORS, lang)
    elif report.at_least(Severity.WARNING):
        said = found
    else:
        said = f"{in_order}; {found}" if found else in_order
    suppressed = len(report.suppressed)
    if not suppressed:
        return said
    return f"{said}; suppressed: {suppressed}" if lang == "en" else f"{said}; подавлено: {suppressed}"


def explain_words(report: Report, least: Severity, lang: Lang) -> Iterator[str]:
    """How to read more about what was shown, and how to see what was not."""
    shown = report.at_least(least)
    if len(shown) < len(report.findings):
        yield f"{_HIDDEN.in_(lang)}: rsnms check --show note"
    if shown:
        yield f"{_MORE.in_(lang)}: rsnms check --explain {shown[0].code}"


_HIDDEN = Text("Показать и заметки", "To see the notes too")
_MORE = Text("Подробнее о замечании", "More about a finding")


def fixed_words(outcome: Outcome, lang: Lang) -> Iterator[str]:
    """What was fixed, one finding on a line, and what could not be."""
    fixed = "fixed" if lang == "en" else "исправлено"
    for finding in outcome.fixed:
        yield plain(f"{finding.place}: {finding.code} {fixed}: {finding.message.in_(lang)}")
    for file in outcome.restored:
        yield plain(_RESTORED.in_(lang).format(file=file))


_RESTORED = Text(
    "{file}: файл возвращён как был: с исправлениями политика стала бы неверной.",
    "{file}: put back as it was: with the fixes the policy would not have been valid.",
)


def _findings(report: Report, lang: Lang) -> str:
    if not report.findings:
        return ""
    severities = [report.severity(finding) for finding in report.findings]
    counts = [
        count_words(severities.count(severity), unit, lang)
        for severity, (_, unit) in SEVERITIES.items()
        if severity in severities
    ]
    return f"{count_words(len(report.findings), FINDINGS, lang)}: {', '.join(counts)}"
