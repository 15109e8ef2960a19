"""``rsnms audit``: which documents and obligations of a policy are done, late or overdue."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rsnms.cli.evidence import MunicipalitiesOption, OrganisationsOption, names_of
from rsnms.cli.options import (
    FINDINGS,
    LangOption,
    OnOption,
    OutOption,
    PoliciesOption,
    PolicyOption,
    fail,
    note,
    show_listing,
    today,
    write_out,
)
from rsnms.cli.people import SheetOption
from rsnms.domain.system import ForEach
from rsnms.domain.text import Lang
from rsnms.monitoring.audit import Status
from rsnms.reports.listing import ListFormat, ReportFormat

if TYPE_CHECKING:
    from rsnms.monitoring.audit import Audit
    from rsnms.monitoring.evidence import EvidenceTable


def audit(
    evidence: Annotated[Path, typer.Argument(help="The evidence: .xlsx, .xls, .csv or .parquet.")],
    policy: PolicyOption,
    on: OnOption = None,
    municipalities: MunicipalitiesOption = None,
    organisations: OrganisationsOption = None,
    subject: Annotated[str | None, typer.Option("--subject", help="Only what names a subject, such as cnppm.")] = None,
    status: Annotated[list[Status] | None, typer.Option("--status", help="Only what stands so; repeatable.")] = None,
    output: Annotated[ReportFormat, typer.Option("--format", help="Format of the result.")] = ReportFormat.TABLE,
    out: OutOption = None,
    sheet: SheetOption = None,
    folders: PoliciesOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 also when the evidence has mistakes.")] = False,
    lang: LangOption = "ru",
) -> None:
    """Check documents and obligations against evidence: done, late, overdue, due, or not checkable and why.

    Exit code 1 when something that has to be done is overdue. Rows that do not count are listed on standard error.
    """
    from rsnms.monitoring.audit import audit as audited
    from rsnms.monitoring.evidence import read_evidence
    from rsnms.policy.loading import load_policies
    from rsnms.rosters.problems import Severity

    if output is ReportFormat.XLSX and out is None:
        fail("--format xlsx needs --out FILE")
    day = on or today()
    asked = load_policies(*(folders or []))[policy].on(day)
    places = {ForEach.MUNICIPALITY: names_of(municipalities), ForEach.ORGANISATION: names_of(organisations)}
    read = read_evidence(evidence, asked, sheet=sheet)
    found = audited(
        asked,
        read.evidence,
        day,
        municipalities=places[ForEach.MUNICIPALITY],
        organisations=places[ForEach.ORGANISATION],
    )
    found = found.of_subject(subject) if subject else found
    _write(found, read, status or [], output, out, lang)
    _tell(found, read, [each for each, names in places.items() if names], lang)
    mistaken = read.problems or any(one.problem.severity is Severity.ERROR for one in found.uncounted)
    if found.overdue or (strict and mistaken):
        raise typer.Exit(FINDINGS)


def _write(
    found: "Audit", read: "EvidenceTable", states: list[Status], output: ReportFormat, out: Path | None, lang: Lang
) -> None:
    from rsnms.reports.audit import audit_json, audit_listing
    from rsnms.reports.audit_table import audit_table

    kept = [one for one in found.findings if not states or one.status in states]
    if output is ReportFormat.JSON:
        write_out(audit_json(found, kept, read.problems, lang), out)
    elif output is ReportFormat.XLSX and out is not None:
        title = f"{found.policy.title.in_(lang)}, {found.on:%d.%m.%Y}"
        audit_listing(found, kept, lang).write_xlsx(out, title)
    else:
        listing = audit_listing if output is ReportFormat.CSV else audit_table
        show_listing(listing(found, kept, lang), ListFormat(output), out)


def _tell(found: "Audit", read: "EvidenceTable", given: list[ForEach], lang: Lang) -> None:
    """Say on standard error what does not count, and how it stands as a whole."""
    from rsnms.reports.audit import audit_summary, hints, uncounted_lines

    for problem in read.problems:
        note(problem.text(lang))
    for line in uncounted_lines(found, lang):
        note(line)
    for problem in read.notes:
        note(f"{'К сведению' if lang == 'ru' else 'Note'}: {problem.text(lang)}")
    for hint in hints(found, given, lang):
        note(hint)
    note(audit_summary(found, lang))
