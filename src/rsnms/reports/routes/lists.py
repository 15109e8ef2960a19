"""Routes as lists: a row for each person, and a row for each step."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from rsnms.domain.text import Lang, Text
from rsnms.policy.model import Policy
from rsnms.reports.deficits import SEVERITIES
from rsnms.reports.listing import Column, Listing, Row
from rsnms.reports.routes.words import (
    FORMS,
    HOURS,
    KINDS,
    STAGES,
    STATUSES,
    competency_title,
    days_words,
    measures_words,
    step_title,
    subject_title,
)
from rsnms.routes.planning.route import Route, Stage, Status, Step
from rsnms.rules.narrative import clause_words
from rsnms.rules.wording import PEOPLE, count_words, date_words, number_words

_ALL = Text("все", "all")
STEP_COLUMNS = (
    Column("person", Text("Кто", "Who"), 14),
    Column("number", Text("№", "No."), 6),
    Column("stage", Text("Этап", "Stage"), 24),
    Column("begins", Text("Начало", "Begins"), 14),
    Column("ends", Text("Окончание", "Ends"), 14),
    Column("title", Text("Что", "What"), 50),
    Column("kind", Text("Вид", "Kind"), 24),
    Column("form", Text("Форма", "Form"), 16),
    Column("place", Text("Место", "Place"), 20),
    Column("hours", Text("Часы", "Hours"), 8),
    Column("closes", Text("Закрывает", "Closes"), 40),
    Column("serves", Text("Для чего", "For what"), 40),
    Column("measures", Text("Мера", "Measure"), 30),
    Column("clauses", Text("Пункты", "Clauses"), 20),
    Column("by", Text("Кто обеспечивает", "Provided by"), 40),
    Column("with", Text("Кто сопровождает", "Accompanied by"), 16),
    Column("status", Text("Состояние", "Status"), 14),
)
ROUTE_COLUMNS = (
    Column("person", Text("Кто", "Who"), 14),
    Column("begins", Text("Начало", "Begins"), 14),
    Column("ends_on", Text("Завершение", "Ends on"), 14),
    Column("hours", Text("Часы", "Hours"), 8),
    Column("cost", Text("Стоимость, руб.", "Cost, roubles"), 14),
    Column("steps", Text("Шагов", "Steps"), 8),
    Column("done", Text("Пройдено", "Done"), 10),
    Column("deficits", Text("Дефицитов", "Deficits"), 10),
    Column("closed", Text("Закрывается", "Closed"), 12),
    Column("open", Text("Остаётся", "Left open"), 10),
    Column("unkept", Text("Не обеспечено мер", "Measures not kept"), 12),
    Column("proven", Text("Доказано", "Proven"), 10),
)


def steps_listing(routes: Iterable[Route], policy: Policy, lang: Lang = "ru") -> Listing:
    """The steps of routes, route by route."""
    rows = [_step(route, number, step, policy, lang) for route in routes for number, step in enumerate(route.steps, 1)]
    return Listing(STEP_COLUMNS, rows, lang)


def brief_listing(routes: Iterable[Route], policy: Policy, lang: Lang = "ru") -> Listing:
    """The steps of routes in as few columns as a terminal has room for; its records are those of the full one."""
    rows = [
        Row(full.record, _brief(route, number, step, policy, lang), full.style)
        for route in routes
        for number, step in enumerate(route.steps, 1)
        for full in (_step(route, number, step, policy, lang),)
    ]
    return Listing(_BRIEF, rows, lang)


_BRIEF = (
    Column("person", Text("Кто", "Who"), 10),
    Column("days", Text("Сроки", "Days"), 24),
    Column("title", Text("Что и кто обеспечивает", "What, and provided by"), 60),
    Column("deficits", Text("Компетенции", "Competencies"), 40),
)
_COMPETENCY = Text(" компетенция", " competency")


def _brief(route: Route, number: int, step: Step, policy: Policy, lang: Lang) -> tuple[str, ...]:
    kind = KINDS[step.offer.kind].in_(lang) if step.offer else ""
    place = (step.session.place if step.session else None) or ""
    hours = count_words(step.hours, HOURS, lang) if step.hours else ""
    about = ", ".join(filter(None, (kind, place, hours)))
    by = "; ".join([*(subject_title(id_, policy) for id_ in step.by), *([step.person] if step.person else [])])
    deficits = (*step.closes, *step.serves)
    everything = len(deficits) == len(route.deficits) > 1
    titles = (competency_title(one.competency, policy, lang) for one in deficits)
    named = "\n".join(title.removesuffix(_COMPETENCY.in_(lang)) for title in titles)
    days = days_words(step.begins, step.ends, lang)
    title = f"{number}. {step_title(step, lang)}" + (f" ({about})" if about else "")
    return (
        route.person or "",
        days.replace("–", "–\n") if lang == "ru" else days.replace(" to ", "\nto "),
        "\n".join(filter(None, (title, by))),
        _ALL.in_(lang) if everything else named,
    )


def _step(route: Route, number: int, step: Step, policy: Policy, lang: Lang) -> Row:
    clauses = list(dict.fromkeys(one.clause for one in step.requirements if one.clause))
    record = {
        "person": route.person,
        "number": number,
        "step": step.id,
        "stage": str(step.stage),
        "begins": step.begins.isoformat(),
        "ends": step.ends.isoformat(),
        "title": step_title(step, lang),
        "kind": str(step.offer.kind) if step.offer else None,
        "form": str(step.offer.form) if step.offer else None,
        "place": step.session.place if step.session else None,
        "hours": step.hours,
        "closes": [one.competency for one in step.closes],
        "serves": [one.competency for one in step.serves],
        "measures": [str(measure) for measure in step.measures],
        "clauses": clauses,
        "by": list(step.by),
        "with": step.person,
        "status": str(step.status),
    }
    cells = (
        route.person or "",
        str(number),
        STAGES[step.stage].in_(lang),
        date_words(step.begins, lang),
        date_words(step.ends, lang),
        *_told(step, policy, lang),
        ", ".join(clause_words(clause, lang) for clause in clauses),
        "; ".join(subject_title(id_, policy) for id_ in step.by),
        step.person or "",
        STATUSES[step.status].in_(lang),
    )
    return Row(record, cells, "dim" if step.status is Status.DONE else "")


def _told(step: Step, policy: Policy, lang: Lang) -> Iterator[str]:
    """What a step is and what for, cell by cell."""
    yield step_title(step, lang)
    yield KINDS[step.offer.kind].in_(lang) if step.offer else ""
    yield FORMS[step.offer.form].in_(lang) if step.offer else ""
    yield (step.session.place if step.session else None) or ""
    yield str(step.hours or "")
    for deficits in (step.closes, step.serves):
        yield "; ".join(
            f"{competency_title(one.competency, policy, lang)} ({SEVERITIES[one.severity].in_(lang)})"
            for one in deficits
        )
    yield measures_words(step, lang)


def routes_listing(routes: Iterable[Route], lang: Lang = "ru") -> Listing:
    """A row for each route: its period, hours and cost, its steps, and how many deficits it closes."""
    return Listing(ROUTE_COLUMNS, [_route(route, lang) for route in routes], lang)


def _route(route: Route, lang: Lang) -> Row:
    numbers = route_numbers(route)
    cells = tuple(_cell(value, lang) for value in numbers.values())
    return Row({key: _plain(value) for key, value in numbers.items()}, cells, "yellow" if route.uncovered else "")


def brief_routes_listing(routes: Iterable[Route], lang: Lang = "ru") -> Listing:
    """Routes in as few columns as a terminal has room for; its records are those of the full listing."""
    rows = [Row(full.record, _in_brief(route, lang), full.style) for route in routes for full in (_route(route, lang),)]
    return Listing(_BRIEF_ROUTES, rows, lang)


_BRIEF_ROUTES = (
    Column("person", Text("Кто", "Who"), 10),
    Column("ends_on", Text("Завершение", "Ends on"), 14),
    Column("hours", Text("Часов", "Hours"), 8),
    Column("cost", Text("Рублей", "Roubles"), 10),
    Column("steps", Text("Шагов", "Steps"), 8),
    Column("closed", Text("Закрывает дефицитов", "Deficits closed"), 12),
    Column("unkept", Text("Не обеспечено", "Not kept"), 10),
)
_OF = Text("{closed} из {all}", "{closed} of {all}")


def _in_brief(route: Route, lang: Lang) -> tuple[str, ...]:
    numbers = route_numbers(route)
    closed = _OF.in_(lang).format(closed=numbers["closed"], all=numbers["deficits"]) if route.deficits else ""
    cells = (_cell(numbers[key], lang) for key in ("person", "ends_on", "hours", "cost", "steps"))
    return (*cells, closed, _cell(len(route.unkept) or None, lang))


def route_numbers(route: Route) -> dict[str, str | int | Decimal | date | None]:
    """What a route comes to: dates, numbers and booleans by the keys of :data:`ROUTE_COLUMNS`, in their order."""
    return {
        "person": route.person,
        "begins": min(_beginnings(route), default=route.terms.begins),
        "ends_on": route.ends_on,
        "hours": route.hours,
        "cost": route.cost,
        "steps": len(route.steps),
        "done": sum(step.status is Status.DONE for step in route.steps),
        "deficits": len(route.deficits),
        "closed": closed_number(route),
        "open": len(route.uncovered),
        "unkept": len(route.unkept),
        "proven": route.is_proven,
    }


def _beginnings(route: Route) -> Iterator[date]:
    return (step.begins for step in route.steps if step.stage is not Stage.DIAGNOSIS)


def closed_number(route: Route) -> int:
    """How many of its deficits a route closes."""
    closed = {deficit for step in route.steps for deficit in step.closes}
    return sum(deficit in closed for deficit in route.deficits)


def _cell(value: str | int | Decimal | date | None, lang: Lang) -> str:
    match value:
        case None:
            return ""
        case bool():
            return yes_no(value, lang)
        case date():
            return date_words(value, lang)
        case int() | Decimal():
            return number_words(value, lang)
    return value


def _plain(value: str | int | Decimal | date | None) -> str | int | float | None:
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return float(value)
    return value


def yes_no(value: bool, lang: Lang = "ru") -> str:
    """A boolean in a cell."""
    return {"ru": ("нет", "да"), "en": ("no", "yes")}[lang][value]


def routes_summary(routes: Sequence[Route], lang: Lang = "ru") -> str:
    """How many routes, hours, and deficits closed and left open, in one line."""
    people = count_words(len(routes), PEOPLE, lang)
    hours = count_words(sum(route.hours for route in routes), HOURS, lang)
    closed = sum(map(closed_number, routes))
    left = sum(len(route.uncovered) for route in routes)
    if lang == "en":
        return f"{people}: {hours}, deficits closed: {closed}, left open: {left}"
    return f"{people}: {hours}, закрывается дефицитов: {closed}, остаётся открытыми: {left}"
