"""Indicators in words, as a list, and as the stable record for machines."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Any

from rsnms.domain.fact import About
from rsnms.domain.target import Amount, Bound, Milestone, Target
from rsnms.domain.text import Lang, Text, Unit
from rsnms.monitoring.forecast import ASSUMPTION, Forecast
from rsnms.monitoring.indicators import IndicatorReport, Measured
from rsnms.monitoring.measuring import Measurement, Part, Status
from rsnms.monitoring.recommendations import Laggard
from rsnms.policy.indicators import Indicator, Ratio, Share, State, Tally
from rsnms.policy.model import Policy
from rsnms.reports.listing import Column, Listing, Row
from rsnms.rules.narrative import clause_words
from rsnms.rules.wording import PEOPLE, ROWS, count_words, date_words, number_words

STATUSES = {
    Status.MET: Text("достигнут", "met"),
    Status.MISSED: Text("не достигнут", "missed"),
    Status.PENDING: Text("ещё не достигнут", "not met yet"),
    Status.UNDECIDED: Text("нельзя определить", "cannot be said"),
    Status.NO_TARGET: Text("без цели", "no target"),
}
REASONS = {
    "no-table": Text("нет таблиц: {tables}", "tables are missing: {tables}"),
    "no-evidence": Text("нет таблицы свидетельств", "there is no table of evidence"),
    "no-places": Text("не названо ни одного места", "no place is named"),
}
_STYLES = {Status.MET: "green", Status.MISSED: "red", Status.PENDING: "yellow", Status.UNDECIDED: "yellow"}
_UNITS = {
    About.PERSON: PEOPLE,
    About.TEAM: Unit("команда", "команды", "команд", ("team", "teams")),
    About.PROGRAMME: Unit("программа", "программы", "программ", ("programme", "programmes")),
    About.METHODIST: Unit("методист", "методиста", "методистов", ("methodist", "methodists")),
    About.ORGANISATION: Unit("организация", "организации", "организаций", ("organisation", "organisations")),
    About.MUNICIPALITY: Unit("муниципалитет", "муниципалитета", "муниципалитетов", ("municipality", "municipalities")),
}
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
    record = _measurement(measured.current)
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


# --- words -----------------------------------------------------------------------------------------------------------


def counted_words(part: Part) -> str:
    """Numerator and denominator: "312 / 3200"."""
    return str(part.numerator) if part.denominator is None else f"{part.numerator} / {part.denominator}"


def value_words(indicator: Indicator, value: Fraction | None, lang: Lang = "ru", *, upwards: bool = False) -> str:
    """A value: a share in percent with two digits, a ratio with one, a count whole; cut off, so 9.996 % is no 10 %.

    An upper bound is rounded ``upwards``: it bounds what is shown.
    """
    if value is None:
        return "—"
    if isinstance(indicator.measure, State):
        return {"ru": ("нет", "да"), "en": ("no", "yes")}[lang][value == 1]
    if isinstance(indicator.measure, Share):
        return f"{number_words(_cut(value * 100, 2, upwards=upwards), lang)}{' ' if lang == 'ru' else ''}%"
    return number_words(_cut(value, 1, upwards=upwards), lang)


def _cut(value: Fraction, digits: int, *, upwards: bool) -> float:
    """A number with so many digits after the point, the rest cut off or rounded up."""
    whole: int = (ceil if upwards else floor)(value * 10**digits)
    return float(Fraction(whole, 10**digits))


def bounds_words(indicator: Indicator, part: Part, lang: Lang = "ru") -> str:
    """The bounds, where something unknown can still move the value."""
    value = part.value
    if value.is_exact or (value.low is None and value.high is None):
        return ""
    low, high = value_words(indicator, value.low, lang), value_words(indicator, value.high, lang, upwards=True)
    if value.high is None:
        return f"от {low}" if lang == "ru" else f"from {low}"
    return f"{low} … {high}"


def amount_words(amount: Amount, lang: Lang = "ru", *, is_share: bool) -> str:
    """An amount: "не менее 10 %", "at most 250"."""
    bound = {
        Bound.AT_LEAST: Text("не менее", "at least"),
        Bound.AT_MOST: Text("не более", "at most"),
    }[amount.bound].in_(lang)
    number = number_words(float(amount.value * (100 if is_share else 1)), lang)
    return f"{bound} {number}" + ((" %" if lang == "ru" else "%") if is_share else "")


def target_words(target: Target | None, indicator: Indicator, lang: Lang = "ru") -> str:
    """A target with its dates; without one, that the source gives none."""
    if target is None:
        return "в источнике не указана" if lang == "ru" else "not specified in the source"
    is_share = isinstance(indicator.measure, Share)
    said = [amount_words(target.amount, lang, is_share=is_share)] if target.amount else []
    if target.by is not None:
        said.append(_by(target.by, lang))
    if target.every_year_from is not None:
        every = f"каждый год с {target.every_year_from}" if lang == "ru" else f"each year from {target.every_year_from}"
        last = (" по " if lang == "ru" else " to ") + str(target.last_year) if target.last_year else ""
        said.append(every + last)
    for year, amount in target.steps:
        said.append(f"{year}: {amount_words(amount, lang, is_share=is_share)}")
    if target.floor is not None:
        floor = amount_words(target.floor, lang, is_share=is_share)
        source = f" ({indicator.floor_from.in_(lang)})" if indicator.floor_from else ""
        said.append((f"граница сверху: {floor}" if lang == "ru" else f"floor from above: {floor}") + source)
    return ", ".join(said)


def _by(day: Any, lang: Lang) -> str:
    if (day.month, day.day) == (12, 31):
        return f"к концу {day.year}" if lang == "ru" else f"by the end of {day.year}"
    return f"к {date_words(day, lang)}" if lang == "ru" else f"by {date_words(day, lang)}"


def status_words(measured: Measured, lang: Lang = "ru") -> str:
    """What can be said of the target, with its past day, and of earlier years."""
    current = measured.current
    said = STATUSES[measured.status].in_(lang)
    if current.reason:
        said += f" ({REASONS[current.reason].in_(lang).format(tables=', '.join(current.tables))})"
    milestone = current.milestone
    if milestone and milestone.due == current.on and measured.status in (Status.MET, Status.MISSED):
        passed = date_words(milestone.due, lang)
        said += f" (срок прошёл {passed})" if lang == "ru" else f" (the day passed on {passed})"
    before = [f"{one.milestone.due.year} {_MARKS[one.status]}" for one in measured.measurements[:-1] if one.milestone]
    return said + (f"; {', '.join(before)}" if before else "")


_MARKS = {Status.MET: "✓", Status.MISSED: "✗", Status.UNDECIDED: "?", Status.PENDING: "…", Status.NO_TARGET: "—"}


def gap_words(indicator: Indicator, gap: int, lang: Lang = "ru") -> str:
    """How many are missing: "ещё 37 педагогов"."""
    counted = count_words(gap, indicator.unit or _unit_of(indicator), lang)
    if _is_excess(indicator):
        return f"лишние: {counted}" if lang == "ru" else f"too many: {counted}"
    return f"ещё {counted}" if lang == "ru" else counted.replace(" ", " more ", 1)


def _is_excess(indicator: Indicator) -> bool:
    amounts = [indicator.target.amount, *(step for _, step in indicator.target.steps)] if indicator.target else []
    at_most = any(one is not None and one.bound is Bound.AT_MOST for one in amounts)
    return at_most and not isinstance(indicator.measure, Ratio)


def _unit_of(indicator: Indicator) -> Unit:
    match indicator.measure:
        case Share(about=about) | Tally(about=about):
            return _UNITS.get(about, PEOPLE)
        case Ratio(to=to):
            return _UNITS.get(to.about, PEOPLE)
    return PEOPLE


def unknown_words(measurement: Measurement, policy: Policy, lang: Lang = "ru") -> str:
    """How many rows lack facts, and which."""
    if measurement.whole is None or not measurement.whole.unknown:
        return ""
    facts = ", ".join(f"{_title(name, policy, lang)} ({number})" for name, number in measurement.missing.items())
    return count_words(measurement.whole.unknown, ROWS, lang) + (f": {facts}" if facts else "")


def _title(name: str, policy: Policy, lang: Lang) -> str:
    return policy.facts[name].title.in_(lang) if name in policy.facts else name


_ENDS = {True: Text("цель достигается", "reaches the target"), False: Text("цель не достигается", "misses the target")}


def forecast_words(measured: Measured, expected: Forecast, lang: Lang = "ru") -> str:
    """The forecast with its assumption."""
    value = value_words(measured.indicator, expected.value, lang)
    assumption = ASSUMPTION.in_(lang).format(
        points=expected.points, first=date_words(expected.first, lang), last=date_words(expected.last, lang)
    )
    end = f", {_ENDS[expected.reaches].in_(lang)}" if expected.reaches is not None else ""
    due = date_words(expected.due, lang)
    said = f"прогноз на {due}: {value}" if lang == "ru" else f"forecast for {due}: {value}"
    return f"{measured.indicator.title.in_(lang)} — {said}{end} ({assumption})"


def recommendation_words(measured: Measured, lang: Lang = "ru") -> Iterator[str]:
    """The addressed recommendations for an indicator: who lacks most."""
    for one in measured.laggards:
        place = ", ".join(filter(None, (one.organisation, one.municipality)))
        gap = gap_words(measured.indicator, one.gap, lang)
        value = value_words(measured.indicator, one.part.value.value, lang)
        yield f"{place}: {counted_words(one.part)} ({value}), {gap}"


# --- places ----------------------------------------------------------------------------------------------------------


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
        record = {"id": indicator.id, "municipality": municipality, "organisation": organisation, **_part(part)}
        record["counted"] = counted_words(part)
        yield Row(record, cells, _STYLES.get(part.status, ""))


# --- records ---------------------------------------------------------------------------------------------------------


def indicators_record(report: IndicatorReport, lang: Lang = "ru", *, organisations: bool = False) -> dict[str, Any]:
    """The whole report for a machine; its keys are stable, earlier reports are read from it."""
    return {
        "policy": report.policy.id,
        "on": report.on.isoformat(),
        "as_of": report.as_of.isoformat(),
        "indicators": [_indicator(one, lang, organisations=organisations) for one in report.results],
        "remarks": [
            {"table": one.table, "row": one.row, "error": one.is_error, "message": one.text(lang)}
            for one in report.passport.remarks
        ],
    }


def _indicator(measured: Measured, lang: Lang, *, organisations: bool) -> dict[str, Any]:
    indicator, current = measured.indicator, measured.current
    record: dict[str, Any] = {
        "id": indicator.id,
        "title": indicator.title.in_(lang),
        "clause": indicator.clause,
        "item": indicator.item,
        "stated_by": indicator.origin,
        "within": indicator.within,
        "measure": _MEASURES[type(indicator.measure)],
        "reading": indicator.reading,
        "target": target_words(indicator.target, indicator, lang) if indicator.target else None,
        "status": str(measured.status),
        "current": _measurement(current),
        "milestones": [_measurement(one) for one in measured.measurements if one.milestone],
        "municipalities": [{"municipality": place, **_part(part)} for place, part in current.municipalities.items()],
        "recommendations": [_laggard(one) for one in measured.laggards],
        "forecast": _forecast(measured.forecast) if measured.forecast else None,
    }
    if organisations:
        record["organisations"] = [
            {"municipality": place[0], "organisation": place[1], **_part(part)}
            for place, part in current.organisations.items()
        ]
    return record


_MEASURES: Mapping[type, str] = {Share: "share", Tally: "count", Ratio: "ratio", State: "state"}


def _measurement(one: Measurement) -> dict[str, Any]:
    part = _part(one.whole) if one.whole else dict.fromkeys(_PART_KEYS)
    return {
        **_milestone(one.milestone),
        "measured_on": one.on.isoformat(),
        **part,
        "status": str(one.status),
        "reason": one.reason,
        "missing_tables": list(one.tables),
        "missing_facts": dict(one.missing),
    }


def _milestone(milestone: Milestone | None) -> dict[str, Any]:
    amount = milestone.amount if milestone else None
    return {
        "due": milestone.due.isoformat() if milestone else None,
        str(Bound.AT_LEAST): float(amount.value) if amount and amount.bound is Bound.AT_LEAST else None,
        str(Bound.AT_MOST): float(amount.value) if amount and amount.bound is Bound.AT_MOST else None,
    }


_PART_KEYS = ("numerator", "denominator", "unknown", "value", "low", "high", "status", "gap")


def _part(part: Part) -> dict[str, Any]:
    value, low, high = (
        None if one is None else float(one) for one in (part.value.value, part.value.low, part.value.high)
    )
    numbers = (part.numerator, part.denominator, part.unknown, value, low, high, str(part.status), part.gap)
    return dict(zip(_PART_KEYS, numbers, strict=True))


def _laggard(one: Laggard) -> dict[str, Any]:
    return {"municipality": one.municipality, "organisation": one.organisation, **_part(one.part)}


def _forecast(one: Forecast) -> dict[str, Any]:
    return {
        "due": one.due.isoformat(),
        "value": float(one.value),
        "reaches": one.reaches,
        "points": one.points,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "assumption": "linear",
    }
