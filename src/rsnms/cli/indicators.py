"""``rsnms indicators``: the system's indicators measured from a passport, against their targets."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rsnms.cli.options import (
    FINDINGS,
    AsOfOption,
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
from rsnms.domain.text import Lang
from rsnms.reports.listing import ListFormat, ReportFormat

if TYPE_CHECKING:
    from rsnms.monitoring.indicators import IndicatorReport


class By(StrEnum):
    """Breakdowns."""

    MUNICIPALITY = "municipality"
    ORGANISATION = "organisation"


def indicators(
    passport: Annotated[Path, typer.Argument(help="The passport: a folder of tables, or a workbook.")],
    policy: PolicyOption,
    on: OnOption = None,
    only: Annotated[list[str] | None, typer.Option("--indicator", metavar="ID", help="Only this indicator.")] = None,
    by: Annotated[By | None, typer.Option("--by", help="Break the indicators down by place.")] = None,
    municipality: Annotated[
        str | None, typer.Option("--municipality", metavar="NAME", help="Only the rows of one municipality.")
    ] = None,
    earlier: Annotated[
        list[Path] | None,
        typer.Option("--earlier", metavar="FILE", help="An earlier report (--format json), for a forecast."),
    ] = None,
    as_of: AsOfOption = None,
    output: Annotated[ReportFormat, typer.Option("--format", help="Format of the report.")] = ReportFormat.TABLE,
    out: OutOption = None,
    folders: PoliciesOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when the passport has mistakes.")] = False,
    lang: LangOption = "ru",
) -> None:
    """Measure indicators: value with bounds, target, who is missing, where. Exit code 1 when a target is missed."""
    from rsnms.monitoring.forecast import read_earlier
    from rsnms.monitoring.indicators import measure_indicators
    from rsnms.monitoring.passport_reading import read_passport
    from rsnms.policy.loading import load_policies

    if output is ReportFormat.XLSX and out is None:
        fail("--format xlsx needs --out FILE")
    day = on or today()
    applying = load_policies(*(folders or []))[policy].on(day)
    read = read_passport(passport, applying, as_of=as_of)
    for remark in read.remarks:
        note(remark.text(lang))
    chosen = read.in_municipality(municipality) if municipality else read
    report = measure_indicators(applying, chosen, day, only=only or (), earlier=read_earlier(earlier or [], policy))
    _write(report, by, output, out, lang)
    if not report.results:
        said = "показателей в источнике не указано" if lang == "ru" else "the source specifies no indicators"
        note(f"{policy}: {said}")
    if report.missed or (strict and any(remark.is_error for remark in read.remarks)):
        raise typer.Exit(FINDINGS)


def _write(report: "IndicatorReport", by: By | None, output: ReportFormat, out: Path | None, lang: Lang) -> None:
    from rsnms.domain.fact import About
    from rsnms.reports.indicator_records import indicators_record
    from rsnms.reports.indicators import indicators_listing, indicators_overview, places_listing

    if output is ReportFormat.JSON:
        record = indicators_record(report, lang, organisations=by is By.ORGANISATION)
        write_out(json.dumps(record, ensure_ascii=False, indent=2), out)
        return
    if by is not None:
        listing = places_listing(report, About(by), lang)
    elif output in (ReportFormat.TABLE, ReportFormat.MD):
        listing = indicators_overview(report, lang)
    else:
        listing = indicators_listing(report, lang)
    if output is ReportFormat.XLSX and out is not None:
        listing.write_xlsx(out, f"{report.policy.title.in_(lang)}, {report.on:%d.%m.%Y}")
    else:
        show_listing(listing, ListFormat(output), out)
    if by is None:
        _say_more(report, lang)


def _say_more(report: "IndicatorReport", lang: Lang) -> None:
    """Forecasts and addressed recommendations, beside the table."""
    from rsnms.reports.indicator_words import forecast_words, recommendation_words

    for measured in report.results:
        if measured.forecast:
            note(forecast_words(measured, measured.forecast, lang))
    for measured in report.results:
        lines = list(recommendation_words(measured, lang))
        if lines:
            head = "адресно, кто больше всего сдерживает" if lang == "ru" else "who holds it back most"
            note(f"{measured.indicator.title.in_(lang)} — {head}:")
            for line in lines:
                note(f"  — {line}")
