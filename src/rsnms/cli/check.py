"""``rsnms check``: are the policy files sound, and is there anything in them that hardly anybody means."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rsnms.cli.options import (
    BAD_INPUT,
    FINDINGS,
    LangOption,
    OnOption,
    OutOption,
    PoliciesOption,
    note,
    show_listing,
    today,
    write_out,
    write_pieces,
)

if TYPE_CHECKING:
    from rsnms.checks.check import Check, Severity
    from rsnms.checks.running import Report
    from rsnms.domain.text import Lang


class CheckFormat(StrEnum):
    """Formats of what checks found."""

    TABLE = "table"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"


class Show(StrEnum):
    """From which severity on findings are shown."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class FailOn(StrEnum):
    """From which severity on findings make the command fail."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"
    NEVER = "never"

    @property
    def severity(self) -> "Severity | None":
        """The severity; ``None`` where findings never make it fail."""
        from rsnms.checks.check import Severity

        return None if self is FailOn.NEVER else Severity(self.value)


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Policy folders or files; the packaged by default.")
    ] = None,
    folders: PoliciesOption = None,
    output: Annotated[CheckFormat, typer.Option("--format", help="Format of the output.")] = CheckFormat.TABLE,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="The mildest severity of a finding for which the exit code is 1.")
    ] = FailOn.WARNING,
    show: Annotated[
        Show | None,
        typer.Option(
            "--show", help="The mildest severity that the table shows: warning by default; note with --select."
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="CODES", help="Only these checks, by code, family (RS1) or name."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODES", help="Not these checks, by code, family (RS1) or name."),
    ] = None,
    on: OnOption = None,
    fix: Annotated[bool, typer.Option("--fix", help="Make the fixes that are safe, in the files of PATHS.")] = False,
    diff: Annotated[
        bool, typer.Option("--diff", "--dry-run", help="Show the safe fixes as a difference; write nothing.")
    ] = False,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="CODE", help="Explain a code, with an example, and leave.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the checks and leave.")] = False,
    lang: LangOption = "ru",
    out: OutOption = None,
) -> None:
    """Check policy folders, one's own over the packaged ones. Exit code 1 when something is wrong."""
    from rsnms.checks.registry import chosen

    if explain:
        _explain(explain, lang, out)
        return
    checks = chosen(_words(select), _words(ignore))
    if listed:
        _list(checks, output, lang, out)
        return
    question = _Question(tuple(paths or ()), tuple(folders or ()), on or today(), checks)
    report = _fixed(question, lang) if fix and not diff else question.report()
    least = _least(show, fail_on, named=bool(select))
    if diff:
        _show_difference(report, question.asked, out)
    else:
        _show(report, output, fail_on, least, lang, out)
    note(_summary(report, least, lang, is_text=output is CheckFormat.TABLE and not diff))
    for stopped, error in report.unanswered:
        note(f"{stopped.code} {stopped.name}: {error.text(lang)}")
    severity = fail_on.severity
    if report.unanswered:
        raise typer.Exit(BAD_INPUT)
    if report.problems or (severity and report.at_least(severity)):
        raise typer.Exit(FINDINGS)


@dataclass(frozen=True, slots=True)
class _Question:
    """What is to be checked."""

    paths: tuple[Path, ...]
    folders: tuple[Path, ...]
    on: date
    checks: "Sequence[Check]"

    @property
    def asked(self) -> tuple[Path, ...]:
        """The folders and files whose policies are reported on; none where the packaged ones are."""
        return self.paths or self.folders

    def report(self) -> "Report":
        """Read the policies and check them."""
        from rsnms.checks.running import policies_under, run_checks
        from rsnms.policy.loading import packaged_policies, read_workspace, root_of

        roots = dict.fromkeys([packaged_policies(), *self.folders, *map(root_of, self.paths)])
        workspace = read_workspace(*roots)
        policies = policies_under(workspace, self.asked or [packaged_policies()])
        return run_checks(workspace, self.on, policies, self.checks)


def _words(options: list[str] | None) -> list[str]:
    """The codes of an option that may be repeated and may list several."""
    return [word.strip() for option in options or () for word in option.split(",") if word.strip()]


def _least(show: Show | None, fail_on: FailOn, *, named: bool) -> "Severity":
    """The mildest severity to show: what makes the command fail is never hidden."""
    from rsnms.checks.check import Severity

    if show is not None:
        return Severity(show.value)
    return Severity.NOTE if named or fail_on is FailOn.NOTE else Severity.WARNING


def _explain(code: str, lang: "Lang", out: Path | None) -> None:
    from rsnms.reports.checks.listing import explanation

    write_out(explanation(code, lang), out)


def _list(checks: "Sequence[Check]", output: CheckFormat, lang: "Lang", out: Path | None) -> None:
    from rsnms.reports.checks.listing import checks_list
    from rsnms.reports.listing import ListFormat

    if output not in (CheckFormat.TABLE, CheckFormat.JSON):
        raise typer.BadParameter(f"a list is a table or json, not {output}", param_hint="'--format'")
    show_listing(checks_list(checks, lang), ListFormat(output.value), out)


def _fixed(question: _Question, lang: "Lang") -> "Report":
    """Make the fixes, tell them, and report what is left."""
    from rsnms.checks.fixing import fix
    from rsnms.reports.checks.words import fixed_words

    if not question.asked:
        raise typer.BadParameter("name the folders or files to fix", param_hint="'--fix'")
    outcome = fix(question.report, question.asked)
    for line in fixed_words(outcome, lang):
        note(line)
    return outcome.report


def _show_difference(report: "Report", asked: Sequence[Path], out: Path | None) -> None:
    from rsnms.checks.fixing import difference, plan

    shown = difference(plan(report, asked))
    if shown or out:
        write_out(shown, out)


def _show(
    report: "Report", output: CheckFormat, fail_on: FailOn, least: "Severity", lang: "Lang", out: Path | None
) -> None:
    match output:
        case CheckFormat.JSON:
            from rsnms.reports.checks.records import report_record

            write_out(json.dumps(report_record(report, lang), ensure_ascii=False, indent=2), out)
        case CheckFormat.SARIF:
            from rsnms.reports.checks.sarif import sarif

            write_out(sarif(report, lang), out)
        case CheckFormat.JUNIT:
            from rsnms.reports.checks.junit import junit

            write_out(junit(report, fail_on.severity, lang), out)
        case CheckFormat.GITHUB:
            from rsnms.reports.checks.github import annotations

            _write_lines(annotations(report, lang), out)
        case CheckFormat.TABLE:
            from rsnms.reports.checks.text import findings_text

            colours = out is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
            _write_lines(findings_text(report, lang, least=least, colours=colours), out)


def _write_lines(lines: Iterable[str], out: Path | None) -> None:
    write_pieces((f"{line}\n" for line in lines), out)


def _summary(report: "Report", least: "Severity", lang: "Lang", *, is_text: bool) -> str:
    from rsnms.reports.checks.words import explain_words, summary

    more = explain_words(report, least, lang) if is_text else ()
    return "\n".join((summary(report, lang), *more))
