"""The report of indicators as the stable record for machines."""

from collections.abc import Mapping
from typing import Any

from rsnms.domain.target import Bound, Milestone
from rsnms.domain.text import Lang
from rsnms.monitoring.forecast import Forecast
from rsnms.monitoring.indicators import IndicatorReport, Measured
from rsnms.monitoring.measuring import Measurement, Part
from rsnms.monitoring.recommendations import Laggard
from rsnms.policy.indicators import Ratio, Share, State, Tally
from rsnms.reports.indicator_words import target_words


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
        "current": measurement_record(current),
        "milestones": [measurement_record(one) for one in measured.measurements if one.milestone],
        "municipalities": [
            {"municipality": place, **part_record(part)} for place, part in current.municipalities.items()
        ],
        "recommendations": [_laggard(one) for one in measured.laggards],
        "forecast": _forecast(measured.forecast) if measured.forecast else None,
    }
    if organisations:
        record["organisations"] = [
            {"municipality": place[0], "organisation": place[1], **part_record(part)}
            for place, part in current.organisations.items()
        ]
    return record


_MEASURES: Mapping[type, str] = {Share: "share", Tally: "count", Ratio: "ratio", State: "state"}


def measurement_record(one: Measurement) -> dict[str, Any]:
    """A measurement with its milestone, for machines."""
    part = part_record(one.whole) if one.whole else dict.fromkeys(_PART_KEYS)
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


def part_record(part: Part) -> dict[str, Any]:
    """What was counted, for machines."""
    value, low, high = (
        None if one is None else float(one) for one in (part.value.value, part.value.low, part.value.high)
    )
    numbers = (part.numerator, part.denominator, part.unknown, value, low, high, str(part.status), part.gap)
    return dict(zip(_PART_KEYS, numbers, strict=True))


def _laggard(one: Laggard) -> dict[str, Any]:
    return {"municipality": one.municipality, "organisation": one.organisation, **part_record(one.part)}


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
