"""``rsnms test``: the cases beside the policies, run with the real engines."""

import json
from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rsnms.cli.coverage import a_percentage, is_below, measure_coverage, policies_of, suggest
from rsnms.cli.options import FINDINGS, LangOption, OutOption, PoliciesOption, fail, note, write_out
from rsnms.domain.text import Lang

if TYPE_CHECKING:
    from rsnms.policy.workspace import Workspace
    from rsnms.policy_tests.case import Case
    from rsnms.policy_tests.coverage import PolicyCoverage
    from rsnms.policy_tests.outcomes import Outcomes


class Format(StrEnum):
    """Formats of the outcomes."""

    TABLE = "table"
    JSON = "json"
    JUNIT = "junit"


def run_tests(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Files of cases (*.test.yaml), or folders that hold them; those of the policies by default."
        ),
    ] = None,
    folders: PoliciesOption = None,
    name: Annotated[
        str, typer.Option("--name", "-k", metavar="PATTERN", help="Only cases with this in their name; * is anything.")
    ] = "",
    output: Annotated[Format, typer.Option("--format", help="Format of the outcomes.")] = Format.TABLE,
    out: OutOption = None,
    reasons: Annotated[
        int, typer.Option("--reasons", min=0, metavar="N", help="Of how many failed cases the table gives the reasons.")
    ] = 3,
    with_coverage: Annotated[
        bool, typer.Option("--coverage", help="Show which comparisons no case holds, by changing each a little.")
    ] = False,
    least: Annotated[
        Fraction | None,
        typer.Option(
            "--min-coverage",
            parser=a_percentage,
            metavar="PERCENT",
            help="Exit code 1 when a policy is covered less; nothing is rounded up.",
        ),
    ] = None,
    suggesting: Annotated[
        bool,
        typer.Option(
            "--suggest",
            help="Write the missing cases to suggested.test.yaml by each policy, or to --out (- is standard output).",
        ),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="With --suggest: replace a file of suggested cases.")] = False,
    lang: LangOption = "ru",
) -> None:
    """Run the cases of policies: what differs from what they expect, and why. Exit code 1 when a case fails."""
    from rsnms.policy_tests.outcomes import run_cases

    workspace = _workspace(paths or [], folders or [])
    measuring = with_coverage or least is not None or suggesting
    cases = _cases(workspace, paths or folders or [], name, lang, may_be_none=measuring)
    outcomes = run_cases(cases, workspace.tree)
    measured = None
    if measuring:
        measured = measure_coverage(workspace, cases, policies_of(workspace, paths or folders or [], cases), lang)
    if suggesting and measured is not None:
        _note_summary(outcomes, lang)
        suggest(workspace, cases, measured, out, lang, force=force)
    else:
        _write(outcomes, measured, output, out, reasons, lang)
    lacking = least is not None and measured is not None and is_below(measured, least, lang)
    if outcomes.failed or lacking:
        raise typer.Exit(FINDINGS)


def _workspace(paths: list[Path], folders: list[Path]) -> "Workspace":
    """The packaged policies, one's own over them, and those beside which the cases stand."""
    from rsnms.policy.loading import packaged_policies, read_workspace, root_of
    from rsnms.policy.problems import PolicyError

    homes = [root for path in paths if path.exists() and (root := root_of(path)).is_dir()]
    workspace = read_workspace(*dict.fromkeys([packaged_policies(), *folders, *homes]))
    if workspace.problems:
        raise PolicyError(workspace.problems)
    return workspace


def _cases(
    workspace: "Workspace", paths: list[Path], name: str, lang: Lang, *, may_be_none: bool
) -> "tuple[Case, ...]":
    from rsnms.policy.loading import packaged_policies
    from rsnms.policy_tests.outcomes import named_like
    from rsnms.policy_tests.reading import read_cases

    cases = read_cases(workspace, paths or [packaged_policies()])
    chosen = named_like(cases, name)
    if not chosen and (name or not may_be_none):
        fail(_none_found(name if cases else "", paths, lang))
    return chosen


def _none_found(name: str, paths: list[Path], lang: Lang) -> str:
    if name:
        said = f"Нет теста, в названии которого есть «{name}»."
        return f"No case has '{name}' in its name." if lang == "en" else said
    where = ", ".join(map(str, paths))
    if lang == "en":
        return f"No cases (*.test.yaml) were found{': ' if where else '.'}{where}"
    return f"Тестов (*.test.yaml) не найдено{': ' if where else '.'}{where}"


def _write(
    outcomes: "Outcomes",
    measured: "Sequence[PolicyCoverage] | None",
    output: Format,
    out: Path | None,
    reasons: int,
    lang: Lang,
) -> None:
    from rsnms.reports.policy_tests.coverage import coverage_lines, coverage_records
    from rsnms.reports.policy_tests.junit import junit_xml
    from rsnms.reports.policy_tests.records import outcomes_record
    from rsnms.reports.policy_tests.text import outcomes_lines

    if output is Format.JSON:
        record = outcomes_record(outcomes, lang)
        if measured is not None:
            record["coverage"] = coverage_records(measured, lang)
        write_out(json.dumps(record, ensure_ascii=False, indent=2), out)
    elif output is Format.JUNIT:
        write_out(junit_xml(outcomes, lang), out)
    elif outcomes.failed or out is not None or measured is not None:
        failures = outcomes_lines(outcomes, lang, reasons) if outcomes.failed or out is not None else []
        write_out("\n".join([*failures, *coverage_lines(measured or (), lang)]), out)
    _note_summary(outcomes, lang)


def _note_summary(outcomes: "Outcomes", lang: Lang) -> None:
    from rsnms.reports.policy_tests.text import summary_line

    note(summary_line(outcomes, lang))
