"""When duties are due, in words."""

from rsnms.domain.level import Level
from rsnms.domain.system import ForEach
from rsnms.domain.text import Lang, Text
from rsnms.monitoring.duties import Duty
from rsnms.monitoring.periods import EVERY
from rsnms.monitoring.places import Places
from rsnms.rules.wording import date_words

_EACH = {
    ForEach.MUNICIPALITY: Text("для каждого муниципалитета", "for each municipality"),
    ForEach.ORGANISATION: Text("для каждой организации", "for each organisation"),
}


def each_words(duty: Duty, level: Level, lang: Lang = "ru") -> str:
    """For which places a policy of a level asks it, each by itself; empty where it asks one."""
    each = duty.schedule.for_each
    return _EACH[each].in_(lang) if each and Places(level).are_asked(duty) else ""


def schedule_words(duty: Duty, lang: Lang = "ru") -> str:
    """How often, or by when, it has to be done: "не реже раза в квартал", "до 20.08.2021"."""
    ru, schedule = lang == "ru", duty.schedule
    if schedule.every is not None:
        return EVERY[schedule.every].in_(lang)
    if schedule.due is not None:
        return f"{'до' if ru else 'by'} {date_words(schedule.due, lang)}"
    return schedule.date_note or ("срок не указан" if ru else "no date is stated")


def life_words(duty: Duty, lang: Lang = "ru") -> str:
    """How often, and from which day to which: "не реже раза в год, с 05.06.2023"."""
    ru, since, until = lang == "ru", duty.schedule.since, duty.until
    first = f"{'с' if ru else 'from'} {date_words(since, lang)}" if since else ""
    last = f"{'по' if ru else 'to'} {date_words(until, lang)}" if until else ""
    return ", ".join(filter(None, (schedule_words(duty, lang), " ".join(filter(None, (first, last))))))
