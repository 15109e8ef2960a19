"""An audit for people: a few lines for each duty, and in short what does not fit into them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rsnms.domain.system import ForEach
from rsnms.domain.text import Lang, Text, Unit
from rsnms.monitoring.audit import Audit, Finding, Status
from rsnms.monitoring.duties import Duty
from rsnms.monitoring.periods import UNITS, period_words
from rsnms.reports.audit import STATUSES, force_words, responsible_words, state_words, style_of
from rsnms.reports.listing import Column, Listing, Row
from rsnms.rules.narrative import clause_words
from rsnms.rules.wording import count_words, date_words, list_words

_COLUMNS = (
    Column("title", Text("Обязательство", "Duty"), 50),
    Column("responsible", Text("Кто отвечает", "Responsible"), 40),
    Column("time", Text("Срок", "Due"), 28),
    Column("state", Text("Состояние", "Status"), 60),
)
_LAST, _MOST = 3, 5
"""Periods, and places where something is not done, that have lines of their own."""
_NAMED = 6
"""Occasions that a short line names."""
_PLACES = {
    ForEach.MUNICIPALITY: Unit(
        "муниципалитет", "муниципалитета", "муниципалитетов", ("municipality", "municipalities")
    ),
    ForEach.ORGANISATION: Unit("организация", "организации", "организаций", ("organisation", "organisations")),
}
_TIMES = Unit("случай", "случая", "случаев", ("occasion", "occasions"))


def audit_table(found: Audit, findings: Iterable[Finding], lang: Lang = "ru") -> Listing:
    """Findings duty by duty, those of long-standing duties shortened."""
    rows: list[Row] = []
    for _, group in groupby(findings, key=lambda finding: finding.duty.id):
        of_duty = list(group)
        shown, rest = _split(of_duty)
        duty = of_duty[0].duty
        lines = [(*_cells(finding, lang), style_of(finding)) for finding in shown]
        lines += [("", in_short(rest, lang, after=bool(shown)), _worst_style(rest))] if rest else []
        for number, (*cells, style) in enumerate(lines):
            head = _head(found, duty, lang) if number == 0 else ("", "")
            rows.append(Row({}, (*head, *cells), style))
    return Listing(_COLUMNS, rows, lang)


def _head(found: Audit, duty: Duty, lang: Lang) -> tuple[str, str]:
    return titled(duty, lang), responsible_words(duty, found.policy)


def titled(duty: Duty, lang: Lang = "ru") -> str:
    """The title of a duty with its clause and, where it need not be done, its force."""
    force = force_words(duty, lang) if not duty.is_binding else ""
    said = ", ".join(filter(None, (clause_words(duty.clause, lang), force)))
    return duty.title.in_(lang) + (f" ({said})" if said else "")


def _split(findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings with lines of their own, and the others."""
    if len(findings) <= _LAST:
        return list(findings), []
    if not any(finding.occasion.place for finding in findings):
        return list(findings[-_LAST:]), list(findings[:-_LAST])
    open_ = [finding for finding in findings if finding.status in (Status.OVERDUE, Status.DUE)]
    shown = sorted(open_, key=_pressure)[:_MOST]
    return shown, [finding for finding in findings if finding not in shown]


def _pressure(finding: Finding) -> tuple[int, int]:
    return list(Status).index(finding.status), -(finding.days or 0)


def _worst_style(findings: Sequence[Finding]) -> str:
    return style_of(min(findings, key=_pressure))


def _cells(finding: Finding, lang: Lang) -> tuple[str, str]:
    shown = [row.title or row.link or "" for row in finding.evidence]
    return _time(finding, lang), "\n".join(filter(None, (state_words(finding, lang), *shown)))


def _time(finding: Finding, lang: Lang) -> str:
    occasion, note = finding.occasion, finding.duty.schedule.date_note
    by = "до" if lang == "ru" else "by"
    parts = [occasion.place, period_words(occasion.period, lang) if occasion.period else None]
    parts += [f"{by} {date_words(occasion.due, lang)}" if occasion.due else note]
    return "\n".join(filter(None, parts))


def in_short(findings: Sequence[Finding], lang: Lang = "ru", *, after: bool = True) -> str:
    """What is found of many occasions: "ещё 5 кварталов: все выполнены", or those that are not done by name."""
    counts = Counter(finding.status for finding in findings)
    number = count_words(len(findings), _unit(findings), lang)
    head = f"{'ещё' if lang == 'ru' else 'another'} {number}" if after else number
    if counts[Status.DONE] == len(findings):
        all_done = ("выполнено", "все выполнены") if lang == "ru" else ("done", "all done")
        return f"{head}: {all_done[len(findings) > 1]}"
    return f"{head}: {'; '.join(_by_status(findings, counts, lang))}"


def _by_status(findings: Sequence[Finding], counts: Counter[Status], lang: Lang) -> Iterator[str]:
    for status in reversed(Status):
        if not counts[status]:
            continue
        label = STATUSES[status].in_(lang)
        said = f"{label} {counts[status]}" if lang == "ru" else f"{counts[status]} {label}"
        names = [] if status is Status.DONE else [_name(one, lang) for one in findings if one.status is status]
        more = len(names) - _NAMED
        listed = list_words(filter(None, names[:_NAMED]))
        if more > 0:
            listed += f" и ещё {more}" if lang == "ru" else f" and {more} more"
        yield f"{said} ({listed})" if listed else said


def _name(finding: Finding, lang: Lang) -> str:
    occasion = finding.occasion
    period = period_words(occasion.period, lang) if occasion.period else None
    return ", ".join(filter(None, (occasion.place, period)))


def _unit(findings: Sequence[Finding]) -> Unit:
    """What occasions differ by: their periods, their places, or both."""
    schedule = findings[0].duty.schedule
    if schedule.every is not None and not any(finding.occasion.place for finding in findings):
        return UNITS[schedule.every]
    if schedule.every is None and schedule.for_each is not None:
        return _PLACES[schedule.for_each]
    return _TIMES
