"""The plan of a municipality as lists: the request for programmes, who waits for a seat, pairs, methodists, seats."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from rsnms.domain.text import Lang, Text, Unit
from rsnms.policy.model import Policy
from rsnms.reports.deficits import SEVERITIES
from rsnms.reports.listing import Column, Listing, Row
from rsnms.reports.routes.lists import (
    brief_listing,
    brief_routes_listing,
    routes_listing,
    routes_summary,
    steps_listing,
)
from rsnms.reports.routes.plan_brief import NOT_STATED, shortened
from rsnms.reports.routes.plan_lists import PlanList
from rsnms.reports.routes.plan_people import methodists_listing, pairs_listing
from rsnms.reports.routes.reasons import reason_words
from rsnms.reports.routes.remedies import remedies_words
from rsnms.reports.routes.words import Offers, competency_title, days_words
from rsnms.routes.fitting.uncovered import Uncovered
from rsnms.routes.municipality.plan import Audience, CommonPlan, Demand, LeftOpen
from rsnms.rules.wording import count_words

_PROGRAMME = Text("программа ДПО", "programme")
_ANY_OFFER = Text("любое предложение", "any offer")
_ONLY_OTHERS = Text(
    "Дефицит закрывает другое предложение, а программы, которой требует правило, в каталоге нет.",
    "Another offer closes the deficit, but the catalogue has no programme, which a rule asks for.",
)
_SEATS = Unit("место", "места", "мест", ("seat", "seats"))


def plan_listing(
    plan: CommonPlan, which: PlanList, policy: Policy, lang: Lang = "ru", *, offers: Offers | None = None
) -> Listing:
    """One of the lists of a plan."""
    match which:
        case PlanList.ROUTES:
            return routes_listing(plan.routes, lang)
        case PlanList.STEPS:
            return steps_listing(plan.routes, policy, lang)
        case PlanList.REQUEST:
            return _listing(_REQUEST, (_demanded(one, policy, lang) for one in plan.demand), lang)
        case PlanList.WAITING:
            return _listing(_OPEN, _left_open(plan.waiting, policy, lang, offers), lang)
        case PlanList.OPEN:
            return _listing(_OPEN, _left_open(plan.open, policy, lang, offers), lang)
        case PlanList.PAIRS:
            return pairs_listing(plan, lang)
        case PlanList.METHODISTS:
            return methodists_listing(plan, lang)
        case PlanList.SEATS:
            return _listing(_SESSIONS, _seats(plan, lang), lang)


def brief_plan_listing(
    plan: CommonPlan, which: PlanList, policy: Policy, lang: Lang = "ru", *, offers: Offers | None = None
) -> Listing:
    """One of the lists of a plan for a terminal, in the columns that it has room for."""
    match which:
        case PlanList.ROUTES:
            return brief_routes_listing(plan.routes, lang)
        case PlanList.STEPS:
            return brief_listing(plan.routes, policy, lang)
    return shortened(plan_listing(plan, which, policy, lang, offers=offers), which)


def _listing(columns: Sequence[Column], rows: Iterator[Row], lang: Lang) -> Listing:
    return Listing(columns, list(rows), lang)


_REQUEST = (
    Column("competency", Text("Компетенция", "Competency"), 36),
    Column("severity", Text("Дефицит", "Deficit"), 12),
    Column("needed", Text("Что нужно", "What is needed"), 18),
    Column("post", Text("Должность", "Post"), 26),
    Column("subjects", Text("Предмет", "Subject"), 24),
    Column("organisation_kind", Text("Вид организации", "Organisation"), 24),
    Column("seats", Text("Мест", "Seats"), 8),
    Column("reason", Text("Почему", "Why"), 60),
)


def _demanded(line: Demand, policy: Policy, lang: Lang) -> Row:
    post, subjects, kind = _audience(line.audience, policy, lang)
    needed = _PROGRAMME if line.is_programme else _ANY_OFFER
    record = {
        "competency": line.competency,
        "severity": str(line.severity),
        "needed": "programme" if line.is_programme else "offer",
        "post": line.audience.post,
        "subjects": list(line.audience.subjects) if line.audience.subjects is not None else None,
        "organisation_kind": line.audience.organisation_kind,
        "seats": line.seats,
        "reason": str(line.reason),
        "persons": list(line.persons),
    }
    cells = (
        competency_title(line.competency, policy, lang),
        SEVERITIES[line.severity].in_(lang),
        needed.in_(lang),
        post,
        subjects,
        kind,
        str(line.seats),
        _ONLY_OTHERS.in_(lang) if line.is_programme else reason_words(Uncovered(line.deficit, line.reason), lang),
    )
    return Row(record, cells)


def _audience(audience: Audience, policy: Policy, lang: Lang) -> tuple[str, str, str]:
    def title(fact: str, value: str | None) -> str:
        listed = policy.facts[fact].value(value) if value is not None and fact in policy.facts else None
        return listed.title.in_(lang) if listed else value or NOT_STATED.in_(lang)

    subjects = NOT_STATED.in_(lang) if audience.subjects is None else ", ".join(audience.subjects)
    return title("post", audience.post), subjects, title("organisation_kind", audience.organisation_kind)


_OPEN = (
    Column("person", Text("Кто", "Who"), 14),
    Column("competency", Text("Компетенция", "Competency"), 36),
    Column("severity", Text("Дефицит", "Deficit"), 12),
    Column("reason", Text("Почему", "Why"), 50),
    Column("next", Text("Ближайшая возможность", "Next possible"), 60),
)


def _left_open(open_: Iterable[LeftOpen], policy: Policy, lang: Lang, offers: Offers | None) -> Iterator[Row]:
    for one in open_:
        left = Uncovered(one.deficit, one.reason, (one.remedy,) if one.remedy else ())
        session = one.remedy.session if one.remedy else None
        record = {
            "person": one.person,
            "competency": one.deficit.competency,
            "severity": str(one.deficit.severity),
            "reason": str(one.reason),
            "offer": one.remedy.offer if one.remedy else None,
            "next": session.starts_on.isoformat() if session else None,
        }
        helps = "\n".join(remedies_words(left, one.route.terms, policy, lang, offers=offers))
        cells = (
            one.person,
            competency_title(one.deficit.competency, policy, lang),
            SEVERITIES[one.deficit.severity].in_(lang),
            reason_words(left, lang),
            helps,
        )
        yield Row(record, cells)


_SESSIONS = (
    Column("offer", Text("Предложение", "Offer"), 12),
    Column("title", Text("Название", "Title"), 50),
    Column("days", Text("Сроки", "Days"), 24),
    Column("place", Text("Место", "Place"), 18),
    Column("taken", Text("Занято", "Taken"), 8),
    Column("seats", Text("Мест", "Seats"), 8),
)


def _seats(plan: CommonPlan, lang: Lang) -> Iterator[Row]:
    for one in plan.occupancy:
        session = one.session
        record = {
            "offer": one.offer.id,
            "title": one.offer.title,
            "days": [session.starts_on.isoformat(), session.ends_on.isoformat()],
            "place": session.place,
            "taken": one.taken,
            "seats": session.seats,
        }
        days = days_words(session.starts_on, session.ends_on, lang)
        seats = "" if session.seats is None else str(session.seats)
        is_full = session.seats is not None and one.taken >= session.seats
        cells = (one.offer.id, one.offer.title, days, session.place or "", str(one.taken), seats)
        yield Row(record, cells, "yellow" if is_full else "")


def plan_summary(plan: CommonPlan, lang: Lang = "ru") -> str:
    """The plan in a few lines."""
    lacking = count_words(sum(line.seats for line in plan.demand), _SEATS, lang)
    paired, alone = len(plan.matching.pairs), len(plan.matching.unmatched)
    assigned, left = len(plan.accompaniment.assignments), len(plan.accompaniment.unassigned)
    words: Callable[[str, str], str] = lambda ru, en: en if lang == "en" else ru  # noqa: E731 - two words
    lines = [
        routes_summary(plan.routes, lang),
        words(
            f"Без места: {len(plan.waiting)}; заявка на программы: {lacking}",
            f"Without a seat: {len(plan.waiting)}; request for programmes: {lacking}",
        ),
        words(
            f"Пар наставничества: {paired}, без наставника: {alone}; с методистом: {assigned}, без методиста: {left}",
            f"Mentoring pairs: {paired}, without a mentor: {alone}; with a methodist: {assigned}, without: {left}",
        ),
    ]
    return "\n".join(lines)
