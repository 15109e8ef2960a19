"""Indicators as lists: one a row, and broken down by place."""

from collections.abc import Iterator, Mapping
from typing import Any

from rsnms.domain.fact import About
from rsnms.domain.text import Lang, Text
from rsnms.monitoring.indicators import IndicatorReport, Measured
from rsnms.monitoring.measuring import Part, Status
from rsnms.policy.model import Policy
from rsnms.reports.indicator_records import measurement_record, part_record
from rsnms.reports.indicator_words import (
    STATUSES,
    bounds_words,
    counted_words,
    gap_words,
    status_words,
    target_words,
    unknown_words,
    value_words,
)
from rsnms.reports.listing import Column, Listing, Row
from rsnms.rules.narrative import clause_words

_STYLES = {Status.MET: "green", Status.MISSED: "red", Status.PENDING: "yellow", Status.UNDECIDED: "yellow"}
_COLUMNS = (
    Column("id", Text("Показатель", "Indicator"), 26),
    Column("title", Text("Название", "Title"), 44),
    Column("clause", Text("Пункт", "Clause"), 12),
    Column("counted", Text("Числитель и знаменатель", "Numerator and denominator"), 22),
    Column("value", Text("Значение", "Value"), 16),
    Column("bounds", Text("Пределы", "Bounds"), 18),
    Column("target", Text("Цель", "Target"), 28),
    Column("status", Text("Вывод", "Result"), 24),
    Column("gap", Text("Недостаёт", "Missing"), 20),
    Column("unknown", Text("Без сведений", "Not known"), 30),
)


_OVERVIEW = (
    Column("id", Text("Показатель", "Indicator"), 44),
    Column("value", Text("Значение", "Value"), 24),
    Column("target", Text("Цель", "Target"), 28),
    Column("status", Text("Вывод", "Result"), 36),
)


def indicators_overview(report: IndicatorReport, lang: Lang = "ru") -> Listing:
    """The same for a terminal or a page: few columns, the lines of a cell below each other."""
    rows = []
    for row in indicators_listing(report, lang).rows:
        id_, title, clause, counted, value, bounds, target, status, gap, unknown = row.cells
        lacking = [f"{'нет сведений' if lang == 'ru' else 'not known'}: {unknown}"] if unknown else []
        cells = (
            "\n".join(filter(None, (f"{title}{f' ({clause})' if clause else ''}", id_))),
            "\n".join(filter(None, (value, counted, bounds))),
            target,
            "\n".join(filter(None, (status, gap, *lacking))),
        )
        rows.append(Row(row.record, cells, row.style))
    return Listing(_OVERVIEW, rows, lang)


def indicators_listing(report: IndicatorReport, lang: Lang = "ru") -> Listing:
    """The indicators with their current measurement, one a row."""
    return Listing(_COLUMNS, [_row(one, report.policy, lang) for one in report.results], lang)


def _row(measured: Measured, policy: Policy, lang: Lang) -> Row:
    indicator, current = measured.indicator, measured.current
    whole = current.whole
    cells = (
        indicator.id,
        ("  " if indicator.within else "") + indicator.title.in_(lang),
        clause_words(indicator.clause, lang),
        counted_words(whole) if whole else "",
        value_words(indicator, whole.value.value, lang) if whole else "—",
        bounds_words(indicator, whole, lang) if whole else "",
        target_words(indicator.target, indicator, lang),
        status_words(measured, lang),
        gap_words(indicator, whole.gap, lang) if whole and whole.gap else "",
        unknown_words(current, policy, lang),
    )
    return Row(_flat(measured, lang), cells, _STYLES.get(measured.status, ""))


def _flat(measured: Measured, lang: Lang) -> Mapping[str, Any]:
    """A row for CSV: the current measurement with the keys of the columns."""
    record = measurement_record(measured.current)
    indicator, whole = measured.indicator, measured.current.whole
    return {
        "id": indicator.id,
        "title": indicator.title.in_(lang),
        "clause": indicator.clause,
        "counted": counted_words(whole) if whole else None,
        "value": record["value"],
        "bounds": f"{record['low']}..{record['high']}" if whole else None,
        "target": target_words(indicator.target, indicator, "en"),
        "status": str(measured.status),
        "gap": record["gap"],
        "unknown": record["unknown"],
    }


def places_listing(report: IndicatorReport, by: About, lang: Lang = "ru") -> Listing:
    """The indicators broken down by municipality or organisation."""
    organisations = by is About.ORGANISATION
    columns = (
        Column("id", Text("Показатель", "Indicator"), 26),
        Column("municipality", Text("Муниципалитет", "Municipality"), 30),
        *((Column("organisation", Text("Организация", "Organisation"), 40),) if organisations else ()),
        Column("counted", Text("Числитель и знаменатель", "Numerator and denominator"), 22),
        Column("value", Text("Значение", "Value"), 16),
        Column("status", Text("Вывод", "Result"), 24),
        Column("gap", Text("Недостаёт", "Missing"), 20),
    )
    rows = [row for measured in report.results for row in _place_rows(measured, organisations=organisations, lang=lang)]
    return Listing(columns, rows, lang)


def _place_rows(measured: Measured, *, organisations: bool, lang: Lang) -> Iterator[Row]:
    indicator, current = measured.indicator, measured.current
    parts: Mapping[tuple[str | None, str | None], Part] = (
        current.organisations
        if organisations
        else {(place, None): part for place, part in current.municipalities.items()}
    )
    nowhere = "не указано" if lang == "ru" else "not stated"
    for (municipality, organisation), part in sorted(parts.items(), key=lambda one: tuple(map(str, one[0]))):
        names = [municipality or nowhere, *([organisation or nowhere] if organisations else [])]
        gap = gap_words(indicator, part.gap, lang) if part.gap else ""
        value = value_words(indicator, part.value.value, lang)
        cells = (indicator.id, *names, counted_words(part), value, STATUSES[part.status].in_(lang), gap)
        record = {"id": indicator.id, "municipality": municipality, "organisation": organisation, **part_record(part)}
        record["counted"] = counted_words(part)
        yield Row(record, cells, _STYLES.get(part.status, ""))
