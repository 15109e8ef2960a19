"""A plan as a list, and as a calendar in the format iCalendar (RFC 5545), which every calendar program reads."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from rsnms.domain.extras import need
from rsnms.domain.text import Lang, Text
from rsnms.monitoring.duty_words import each_words
from rsnms.monitoring.kinds import kind_title
from rsnms.monitoring.occasions import Occasion
from rsnms.monitoring.periods import period_code, period_words
from rsnms.monitoring.plan import Plan
from rsnms.policy.model import Policy
from rsnms.reports.audit import DUTIES, force_words, responsible_words
from rsnms.reports.audit_table import titled
from rsnms.reports.listing import Column, Listing, Row
from rsnms.rules.narrative import clause_words
from rsnms.rules.wording import capitalised, count_words, date_words

_COLUMNS = (
    Column("due", Text("Срок", "Due"), 14),
    Column("period", Text("Период", "Period"), 16),
    Column("title", Text("Что сделать", "What to do"), 50),
    Column("for_each", Text("Для кого", "For whom"), 24),
    Column("responsible", Text("Кто отвечает", "Responsible"), 40),
    Column("result", Text("Результат", "Result"), 40),
    Column("kind", Text("Вид", "Kind"), 16),
    Column("clause", Text("Пункт", "Clause"), 12),
    Column("modality", Text("Сила", "Force"), 16),
    Column("duty", Text("Идентификатор", "Id"), 28),
)
_SHORT = (
    Column("due", Text("Срок", "Due"), 24),
    Column("title", Text("Что сделать", "What to do"), 60),
    Column("responsible", Text("Кто отвечает", "Responsible"), 40),
    Column("result", Text("Результат", "Result"), 40),
)
_EPOCH = date(2000, 1, 1)
"""The stamp of events of a policy that has always been in force."""


def plan_listing(found: Plan, lang: Lang = "ru") -> Listing:
    """What is due, day by day."""
    return Listing(_COLUMNS, [_row(found.policy, occasion, lang) for occasion in found.occasions], lang)


def _row(policy: Policy, occasion: Occasion, lang: Lang) -> Row:
    duty, period = occasion.duty, occasion.period
    record = {
        "due": str(occasion.due),
        "period": period_code(period) if period else None,
        "title": duty.title.in_(lang),
        "for_each": str(duty.schedule.for_each) if duty.schedule.for_each else None,
        "responsible": list(duty.responsible),
        "result": duty.result,
        "kind": duty.kind,
        "clause": duty.clause,
        "modality": str(duty.modality) if duty.modality else None,
        "duty": duty.id,
        "origin": duty.origin,
        "uid": _uid(policy, occasion),
    }
    cells = (
        date_words(occasion.due, lang) if occasion.due else "",
        period_words(period, lang) if period else "",
        duty.title.in_(lang),
        each_words(duty, policy.level, lang),
        responsible_words(duty, policy),
        duty.result or "",
        kind_title(duty.kind).in_(lang),
        duty.clause or "",
        force_words(duty, lang),
        duty.id,
    )
    return Row(record, cells)


def plan_table(found: Plan, lang: Lang = "ru") -> Listing:
    """What is due, day by day, in few columns."""
    rows = []
    for occasion in found.occasions:
        duty, day = occasion.duty, date_words(occasion.due, lang) if occasion.due else ""
        when = "\n".join(filter(None, (day, period_words(occasion.period, lang) if occasion.period else "")))
        what = "\n".join(filter(None, (titled(duty, lang), each_words(duty, found.policy.level, lang))))
        rows.append(Row({}, (when, what, responsible_words(duty, found.policy), duty.result or "")))
    return Listing(_SHORT, rows, lang)


def plan_ics(found: Plan, lang: Lang = "ru", *, remind_days: int | None = None) -> bytes:
    """The plan as an iCalendar file: an event of the whole day on which something is due.

    The same plan gives the same bytes; an event keeps its identifier in later plans, so that programs update it.

    Raises:
        LibraryMissingError: the library ``icalendar`` is not installed.
    """
    icalendar = need("icalendar", extra="calendar")
    policy = found.policy
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//rsnms//{policy.id.replace('/', '.')}//{lang.upper()}")
    calendar.add("x-wr-calname", icalendar.vText(_name(found, lang)))
    for occasion in found.occasions:
        calendar.add_component(_event(icalendar, policy, occasion, lang, remind_days))
    return bytes(calendar.to_ical())


def _name(found: Plan, lang: Lang) -> str:
    return f"{'Сроки' if lang == 'ru' else 'Due days'}: {found.policy.title.in_(lang)}"


def _event(icalendar: Any, policy: Policy, occasion: Occasion, lang: Lang, remind_days: int | None) -> Any:
    duty, since = occasion.duty, policy.since or _EPOCH
    event = icalendar.Event()
    event.add("uid", _uid(policy, occasion))
    event.add("dtstamp", datetime(since.year, since.month, since.day, tzinfo=UTC))
    event.add("dtstart", occasion.due)
    event.add("transp", "TRANSPARENT")
    event.add("summary", duty.title.in_(lang))
    event.add("description", "\n".join(_described(policy, occasion, lang)))
    event.add("categories", [capitalised(kind_title(duty.kind).in_(lang))])
    if remind_days is not None:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", duty.title.in_(lang))
        alarm.add("trigger", -timedelta(days=remind_days))
        event.add_component(alarm)
    return event


def _uid(policy: Policy, occasion: Occasion) -> str:
    return f"{policy.id}.{occasion.duty.id}.{occasion.due}@rsnms".replace("/", ".").replace(":", ".")


def _described(policy: Policy, occasion: Occasion, lang: Lang) -> Iterator[str]:
    duty, ru = occasion.duty, lang == "ru"
    said = {
        "Период" if ru else "Period": period_words(occasion.period, lang) if occasion.period else "",
        "Основание" if ru else "Clause": clause_words(duty.clause, lang),
        "Кто отвечает" if ru else "Responsible": responsible_words(duty, policy),
        "Результат" if ru else "Result": duty.result or "",
        "Для кого" if ru else "For whom": each_words(duty, policy.level, lang),
        "Сила" if ru else "Force": force_words(duty, lang),
    }
    return (f"{label}: {text}" for label, text in said.items() if text)


def undated_lines(found: Plan, lang: Lang = "ru") -> Iterator[str]:
    """The duties that have no day to stand on, after a line that counts them; none where there are none."""
    if found.undated:
        number = count_words(len(found.undated), DUTIES, lang)
        why = "акт не называет календарной даты" if lang == "ru" else "the act names no calendar date"
        yield (
            f"Не в календаре, потому что {why}, {number}:"
            if lang == "ru"
            else f"Not in the calendar, because {why}, {number}:"
        )
        yield from (f"  {titled(duty, lang)}" for duty in found.undated)


def plan_summary(found: Plan, lang: Lang = "ru") -> str:
    """How much is due in the window, in one line."""
    days = [date_words(day, lang) for day in (found.first, found.last)]
    number = len(found.occasions)
    if lang == "en":
        return f"{found.policy.id}, {days[0]} to {days[1]}: {number} due"
    return f"{found.policy.id}, с {days[0]} по {days[1]}: сроков {number}"
