"""Who is matched with whom in a plan: mentors and mentees, methodists and educators, as lists."""

from collections.abc import Iterator

from rsnms.domain.measure import Measure
from rsnms.domain.text import Lang, Text
from rsnms.reports.listing import Column, Listing, Row
from rsnms.reports.routes.words import MEASURES
from rsnms.routes.municipality.accompanying import Closeness
from rsnms.routes.municipality.plan import CommonPlan
from rsnms.routes.pairs.pairs import Nearness, UnmatchedReason
from rsnms.rules.narrative import clause_words

_REASONS = {
    UnmatchedReason.NO_MENTOR: Text("наставников нет", "there are no mentors"),
    UnmatchedReason.NO_BASE: Text("ни с кем нет основания пары", "no base for a pair with anybody"),
    UnmatchedReason.NOT_KNOWN: Text("не хватает сведений", "facts are not known"),
    UnmatchedReason.ALL_FULL: Text("у всех наставников полная нагрузка", "all mentors have their full load"),
}
_NEARNESS = {
    Nearness.SAME_ORGANISATION: Text("та же организация", "the same organisation"),
    Nearness.SAME_MUNICIPALITY: Text("тот же муниципалитет", "the same municipality"),
    Nearness.ELSEWHERE: Text("другой муниципалитет", "another municipality"),
}
_CLOSENESS = {
    Closeness.MUNICIPALITY_AND_SUBJECT: Text("муниципалитет и предмет", "municipality and subject"),
    Closeness.MUNICIPALITY: Text("муниципалитет", "municipality"),
    Closeness.SUBJECT: Text("предмет", "subject"),
    Closeness.REGION: Text("регион", "region"),
}
_DEFAULT = Text("умолчание", "default")

_PAIRS = (
    Column("mentee", Text("Кому", "For whom"), 14),
    Column("mentor", Text("Наставник", "Mentor"), 14),
    Column("measure", Text("Мера", "Measure"), 18),
    Column("bases", Text("Основания", "Bases"), 50),
    Column("nearness", Text("Где", "Where"), 24),
    Column("reason", Text("Почему нет", "Why none"), 36),
    Column("help", Text("Что поможет", "What would help"), 60),
)


def pairs_listing(plan: CommonPlan, lang: Lang = "ru") -> Listing:
    """Every mentee with a mentor and the bases of the pair, then those without one and why."""
    return Listing(_PAIRS, list(_pairs(plan, lang)), lang)


def _pairs(plan: CommonPlan, lang: Lang) -> Iterator[Row]:
    for pair in plan.matching.pairs:
        bases = "; ".join(
            f"{base.title.in_(lang)} ({_DEFAULT.in_(lang) if base.is_default else clause_words(base.clause, lang)})"
            if base.is_default or base.clause
            else base.title.in_(lang)
            for base in pair.bases
        )
        yield _pair(pair.mentee, pair.measure, lang, mentor=pair.mentor, bases=bases, nearness=pair.nearness)
    for one in plan.matching.unmatched:
        yield _pair(one.mentee, one.measure, lang, reason=one.reason, help_=one.help)


def _pair(
    mentee: str,
    measure: Measure,
    lang: Lang,
    *,
    mentor: str | None = None,
    bases: str = "",
    nearness: Nearness | None = None,
    reason: UnmatchedReason | None = None,
    help_: Text | None = None,
) -> Row:
    texts = (None if nearness is None else _NEARNESS[nearness], _REASONS[reason] if reason else None, help_)
    words = [text.in_(lang) if text else "" for text in texts]
    record = {
        "mentee": mentee,
        "mentor": mentor,
        "measure": str(measure),
        "bases": bases,
        "nearness": None if nearness is None else nearness.name.lower().replace("_", "-"),
        "reason": str(reason) if reason else None,
        "help": words[2],
    }
    return Row(record, (mentee, mentor or "", MEASURES[measure].in_(lang), bases, *words), "" if mentor else "yellow")


_METHODISTS = (
    Column("methodist", Text("Методист", "Methodist"), 14),
    Column("educators", Text("Педагогов", "Educators"), 12),
    Column("most", Text("Не более", "At most"), 12),
    Column("persons", Text("Кого сопровождает", "Whom"), 80),
    Column("closeness", Text("По чему подобраны", "Chosen by"), 50),
    Column("help", Text("Что поможет", "What would help"), 60),
)


def methodists_listing(plan: CommonPlan, lang: Lang = "ru") -> Listing:
    """Every methodist with the educators, then the educators without one and what would help."""
    return Listing(_METHODISTS, list(_methodists(plan, lang)), lang)


def _methodists(plan: CommonPlan, lang: Lang) -> Iterator[Row]:
    for load in plan.accompaniment.loads:
        own = [one for one in plan.accompaniment.assignments if one.methodist == load.methodist]
        counts = [(one, sum(each.closeness is one for each in own)) for one in Closeness]
        closeness = "; ".join(f"{_CLOSENESS[one].in_(lang)}: {count}" for one, count in counts if count)
        persons = [one.educator for one in own]
        record = {
            "methodist": load.methodist,
            "educators": load.educators,
            "most": load.most,
            "persons": persons,
            "closeness": closeness,
            "help": "",
        }
        cells = (load.methodist, str(load.educators), str(load.most), ", ".join(persons), closeness, "")
        yield Row(record, cells)
    for one in plan.accompaniment.unassigned:
        record = {
            "methodist": None,
            "educators": 0,
            "most": None,
            "persons": [one.educator],
            "closeness": "",
            "help": one.help.in_(lang),
        }
        yield Row(record, ("", "", "", one.educator, "", one.help.in_(lang)), "yellow")
