"""The result of an audit: every occasion as a list for machines and sheets, duty by duty for people, and in short."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from rsnms.domain.evidence import Evidence
from rsnms.domain.system import ForEach
from rsnms.domain.text import Lang, Text, Unit
from rsnms.monitoring.audit import Audit, Finding, Reason, Status, Uncounted
from rsnms.monitoring.duties import Duty
from rsnms.monitoring.evidence import Said
from rsnms.monitoring.kinds import kind_title
from rsnms.monitoring.periods import period_code, period_words
from rsnms.monitoring.places import Places
from rsnms.policy.model import Policy
from rsnms.reports.listing import Column, Listing, Row
from rsnms.rules.narrative import MODALITIES
from rsnms.rules.wording import DAYS, count_words, date_words, quoted

STATUSES = {
    Status.OVERDUE: Text("просрочено", "overdue"),
    Status.DUE: Text("срок идёт", "due"),
    Status.NOT_CHECKABLE: Text("нельзя проверить", "not checkable"),
    Status.DONE_LATE: Text("с опозданием", "done late"),
    Status.DONE: Text("выполнено", "done"),
    Status.NOT_YET_DUE: Text("срок не наступил", "not yet due"),
}
_IN_SUMMARY = (*(Status.DONE, Status.DONE_LATE, Status.OVERDUE, Status.DUE, Status.NOT_YET_DUE, Status.NOT_CHECKABLE),)
_STYLES = {Status.OVERDUE: "red", Status.DUE: "yellow", Status.NOT_CHECKABLE: "dim", Status.NOT_YET_DUE: "dim"}
DUTIES = Unit("обязательство", "обязательства", "обязательств", ("duty", "duties"))
_COLUMNS = (
    Column("duty", Text("Идентификатор", "Id"), 28),
    Column("title", Text("Обязательство", "Duty"), 50),
    Column("kind", Text("Вид", "Kind"), 16),
    Column("clause", Text("Пункт", "Clause"), 12),
    Column("modality", Text("Сила", "Force"), 16),
    Column("responsible", Text("Кто отвечает", "Responsible"), 40),
    Column("place", Text("Место", "Place"), 28),
    Column("period", Text("Период", "Period"), 16),
    Column("due", Text("Срок", "Due"), 14),
    Column("status", Text("Состояние", "Status"), 18),
    Column("days", Text("Дней", "Days"), 8),
    Column("done_on", Text("Выполнено", "Done on"), 14),
    Column("rows", Text("Строки свидетельств", "Rows of evidence"), 14),
    Column("reason", Text("Пояснение", "Explanation"), 50),
)


def audit_listing(found: Audit, findings: Iterable[Finding], lang: Lang = "ru") -> Listing:
    """Findings one by one, with everything known about each."""
    return Listing(_COLUMNS, [_row(found.policy, finding, lang) for finding in findings], lang)


def _row(policy: Policy, finding: Finding, lang: Lang) -> Row:
    duty, occasion = finding.duty, finding.occasion
    first = finding.evidence[0].on if finding.evidence else None
    record = {
        "duty": duty.id,
        "title": duty.title.in_(lang),
        "kind": duty.kind,
        "clause": duty.clause,
        "modality": str(duty.modality) if duty.modality else None,
        "responsible": list(duty.responsible),
        "place": occasion.place,
        "period": period_code(occasion.period) if occasion.period else None,
        "due": occasion.due.isoformat() if occasion.due else None,
        "status": str(finding.status),
        "days": finding.days,
        "done_on": first.isoformat() if first else None,
        "rows": [row.row for row in finding.evidence if row.row is not None],
        "reason": str(finding.reason) if finding.reason else None,
        "is_binding": duty.is_binding,
        "origin": duty.origin,
        "date_note": duty.schedule.date_note,
        "evidence": [_evidence_record(row) for row in finding.evidence],
    }
    cells = (
        duty.id,
        duty.title.in_(lang),
        kind_title(duty.kind).in_(lang),
        duty.clause or "",
        force_words(duty, lang),
        responsible_words(duty, policy),
        occasion.place or "",
        period_words(occasion.period, lang) if occasion.period else "",
        date_words(occasion.due, lang) if occasion.due else "",
        STATUSES[finding.status].in_(lang),
        "" if finding.days is None else str(finding.days),
        date_words(first, lang) if first else "",
        ", ".join(str(row.row) for row in finding.evidence if row.row is not None),
        state_words(finding, lang),
    )
    return Row(record, cells, style_of(finding))


def _evidence_record(row: Evidence) -> dict[str, Any]:
    return {"row": row.row, "on": row.on.isoformat(), "title": row.title, "link": row.link}


def style_of(finding: Finding) -> str:
    """The colour of a finding on a terminal; what need not be done is not red."""
    if finding.status is Status.OVERDUE and not finding.duty.is_binding:
        return "yellow"
    return _STYLES.get(finding.status, "")


def force_words(duty: Duty, lang: Lang = "ru") -> str:
    """The force with which the act says it, where it says one."""
    return MODALITIES[duty.modality].in_(lang) if duty.modality else ""


def responsible_words(duty: Duty, policy: Policy) -> str:
    """Who sees to a duty, by title."""
    return "; ".join(policy.subjects[id_].title for id_ in duty.responsible)


def state_words(finding: Finding, lang: Lang = "ru") -> str:
    """What is found, in words: "просрочено на 5 дней"."""
    ru, days = lang == "ru", count_words(finding.days or 0, DAYS, lang)
    done = date_words(finding.evidence[0].on, lang) if finding.evidence else ""
    match finding.status:
        case Status.DONE:
            return f"выполнено {done}" if ru else f"done on {done}"
        case Status.DONE_LATE:
            return f"выполнено {done}, с опозданием на {days}" if ru else f"done on {done}, {days} late"
        case Status.OVERDUE:
            return f"просрочено на {days}" if ru else f"overdue by {days}"
        case Status.DUE if finding.days == 0:
            return "последний день срока" if ru else "due today"
        case Status.DUE:
            return f"до конца срока {days}" if ru else f"due in {days}"
        case Status.NOT_YET_DUE:
            opens = finding.occasion.opens
            return (
                (f"начнётся {date_words(opens, lang)}" if ru else f"begins on {date_words(opens, lang)}")
                if opens
                else ""
            )
    return reason_words(finding, lang)


def reason_words(finding: Finding, lang: Lang = "ru") -> str:
    """Why an occasion cannot be checked."""
    ru, schedule = lang == "ru", finding.duty.schedule
    match finding.reason:
        case Reason.DATE_IN_WORDS:
            said = quoted(schedule.date_note or "", lang)
            if ru:
                return f"срок в акте не календарный ({said}), свидетельств нет"
            return f"the act's date is no calendar date ({said}), and there is no evidence"
        case Reason.NO_START:
            return "неизвестно, с какого дня действует" if ru else "nobody knows since when it binds"
        case Reason.NO_PERIOD:
            return "за время действия нет полного периода" if ru else "no full period lies within its life"
        case Reason.NO_PLACES if schedule.for_each is ForEach.MUNICIPALITY:
            return "список муниципалитетов не дан" if ru else "the list of municipalities is not given"
        case Reason.NO_PLACES:
            return "список организаций не дан" if ru else "the list of organisations is not given"
    return "срока в акте нет, свидетельств нет" if ru else "the act names no date, and there is no evidence"


def audit_json(found: Audit, findings: Sequence[Finding], problems: Sequence[Said], lang: Lang = "ru") -> str:
    """The stable JSON object of an audit."""
    whole = {
        "policy": found.policy.id,
        "on": found.on.isoformat(),
        "duties": len(found.standings),
        "standings": {str(status): found.counts[status] for status in Status},
        "binding_overdue": len(found.overdue),
        "findings": audit_listing(found, findings, lang).records,
        "uncounted": [_uncounted_record(one, lang) for one in found.uncounted],
        "errors": [problem.as_record(lang) for problem in problems],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _uncounted_record(one: Uncounted, lang: Lang) -> dict[str, Any]:
    return {"on": one.evidence.on.isoformat(), "kind": one.evidence.kind, **one.problem.as_record(lang)}


def uncounted_lines(found: Audit, lang: Lang = "ru") -> Iterator[str]:
    """The rows that count for nothing, a line for each."""
    for one in found.uncounted:
        day = date_words(one.evidence.on, lang)
        where = "" if one.problem.address else f"свидетельство от {day}: " if lang == "ru" else f"evidence of {day}: "
        yield where + one.problem.text(lang)


def hints(found: Audit, given: Collection[ForEach] = (), lang: Lang = "ru") -> Iterator[str]:
    """Which lists of places would let more be checked, and which of those given were not needed."""
    missing = {finding.duty.schedule.for_each for finding in found.findings if finding.reason is Reason.NO_PLACES}
    places = Places(found.policy.level)
    needed = {duty.schedule.for_each for duty in found.duties if places.are_asked(duty)}
    for each, option in _OPTIONS.items():
        if each in missing:
            said = (
                "Чтобы проверить каждое место, задайте список" if lang == "ru" else "To check each place, give the list"
            )
            yield f"{said}: {option}"
        if each in given and each not in needed:
            ru, en = "политика ничего не требует от каждого места отдельно", "the policy asks nothing of each place"
            yield f"Список {option} не нужен: {ru}" if lang == "ru" else f"The list {option} is not needed: {en}"


_OPTIONS = {ForEach.MUNICIPALITY: "--municipalities", ForEach.ORGANISATION: "--organisations"}


def audit_summary(found: Audit, lang: Lang = "ru") -> str:
    """How many duties stand in which way, in one line."""
    total, counts = len(found.standings), found.counts
    binding = len({finding.duty.id for finding in found.overdue})
    said = []
    for status in _IN_SUMMARY:
        if not counts[status]:
            continue
        word, number = STATUSES[status].in_(lang), counts[status]
        part = f"{word} {number}" if lang == "ru" else f"{number} {word}"
        if status is Status.OVERDUE and binding < number:
            part += f" (обязательных {binding})" if lang == "ru" else f" ({binding} binding)"
        said.append(part)
    head = f"{found.policy.id}, {date_words(found.on, lang)}: {count_words(total, DUTIES, lang)}"
    return f"{head}: {', '.join(said)}" if said else head
