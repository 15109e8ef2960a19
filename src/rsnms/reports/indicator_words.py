"""Indicators in words: values, bounds, targets, statuses, gaps, forecasts, recommendations."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Any

from rsnms.domain.fact import About
from rsnms.domain.target import Amount, Bound, Target
from rsnms.domain.text import Lang, Text, Unit
from rsnms.monitoring.forecast import ASSUMPTION, Forecast
from rsnms.monitoring.indicators import Measured
from rsnms.monitoring.measuring import Measurement, Part, Status
from rsnms.policy.indicators import Indicator, Ratio, Share, State, Tally
from rsnms.policy.model import Policy
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
_UNITS = {
    About.PERSON: PEOPLE,
    About.TEAM: Unit("команда", "команды", "команд", ("team", "teams")),
    About.PROGRAMME: Unit("программа", "программы", "программ", ("programme", "programmes")),
    About.METHODIST: Unit("методист", "методиста", "методистов", ("methodist", "methodists")),
    About.ORGANISATION: Unit("организация", "организации", "организаций", ("organisation", "organisations")),
    About.MUNICIPALITY: Unit("муниципалитет", "муниципалитета", "муниципалитетов", ("municipality", "municipalities")),
}


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
