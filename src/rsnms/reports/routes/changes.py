"""What changed in a route that was planned again, and how it was rated, in words and as lists."""

from collections.abc import Iterable, Iterator
from typing import Any

from rsnms.domain.text import Lang, Text
from rsnms.policy.model import Policy
from rsnms.reports.deficits import SEVERITIES
from rsnms.reports.listing import Column, Listing, Row
from rsnms.reports.routes.words import HOURS, competency_title, days_words, step_id_words
from rsnms.routes.planning.comparison import Change, RouteComparison
from rsnms.routes.planning.rating import Outcome, RouteRating
from rsnms.routes.planning.steps import DIAGNOSIS
from rsnms.rules.wording import count_words, date_words, number_words

CHANGES = {
    Change.DONE: Text("шаг пройден", "done"),
    Change.KEPT: Text("шаг без изменений", "unchanged"),
    Change.MOVED: Text("шаг перенесён", "moved"),
    Change.ADDED: Text("шаг добавлен", "added"),
    Change.REMOVED: Text("шаг снят", "removed"),
}
OUTCOMES = {
    Outcome.CLOSED: Text("закрыт", "closed"),
    Outcome.LESSENED: Text("уменьшился", "lessened"),
    Outcome.UNCHANGED: Text("без изменений", "unchanged"),
    Outcome.WORSENED: Text("усилился", "worsened"),
    Outcome.NOT_ASSESSED: Text("не оценивался повторно", "not assessed again"),
}
_ASSESSED = Text("новые результаты", "new results")
"""What became of the first step, which is done."""
_NEW = Text("новый", "new")
_STYLES = {Outcome.CLOSED: "green", Outcome.WORSENED: "red", Outcome.NOT_ASSESSED: "dim"}
_COLUMNS = (
    Column("person", Text("Кто", "Who"), 14),
    Column("competency", Text("Компетенция", "Competency"), 40),
    Column("before", Text("Было", "Before"), 14),
    Column("after", Text("Стало", "After"), 14),
    Column("outcome", Text("Итог", "Outcome"), 26),
    Column("on", Text("Повторная диагностика", "Repeated diagnostics"), 22),
    Column("steps", Text("Шаги, которые закрывали", "Steps that were to close it"), 40),
)
_NO_DEFICIT = Text("дефицита нет", "no deficit")


def changes_words(changes: RouteComparison, policy: Policy, lang: Lang = "ru") -> Iterator[str]:
    """What changed, a line for each step that is not as before, then the whole."""
    for one in changes.steps:
        if one.change is Change.KEPT:
            continue
        change = CHANGES[one.change]
        if one.step == DIAGNOSIS and one.change is Change.MOVED:
            change = _ASSESSED
        days = [days_words(*days, lang) for days in (one.before, one.after) if days is not None]
        told = days if change is CHANGES[Change.MOVED] else days[-1:]
        yield f"{step_id_words(one.step, lang)}: {change.in_(lang)}, {' → '.join(told)}"
    before, after = (count_words(hours, HOURS, lang) for hours in changes.hours)
    if changes.hours[0] != changes.hours[1]:
        yield f"{'Общее время' if lang == 'ru' else 'Total time'}: {before} → {after}"
    if changes.ends_on and changes.ends_on[0] != changes.ends_on[1]:
        days = [date_words(day, lang) for day in changes.ends_on]
        yield f"{'Завершение' if lang == 'ru' else 'End'}: {' → '.join(days)}"
    for competencies, said in (
        (changes.newly_closed, Text("Теперь закрываются", "Closed now")),
        (changes.no_longer_closed, Text("Больше не закрываются", "No longer closed")),
    ):
        if competencies:
            yield f"{said.in_(lang)}: {'; '.join(competency_title(id_, policy, lang) for id_ in competencies)}"
    if all(one.change is Change.KEPT for one in changes.steps):
        yield "Маршрут без изменений" if lang == "ru" else "The route is unchanged"
    elif changes.is_same:
        yield "Остальные шаги без изменений" if lang == "ru" else "The other steps are unchanged"


def ratings_listing(ratings: Iterable[RouteRating], policy: Policy, lang: Lang = "ru") -> Listing:
    """Every deficit of the routes with what became of it, and the deficits that are new."""
    return Listing(_COLUMNS, [row for rating in ratings for row in _rows(rating, policy, lang)], lang)


def _rows(rating: RouteRating, policy: Policy, lang: Lang) -> Iterator[Row]:
    for one in rating.rated:
        assessed = one.outcome is not Outcome.NOT_ASSESSED
        after = SEVERITIES[one.after].in_(lang) if one.after else (_NO_DEFICIT.in_(lang) if assessed else "")
        record: dict[str, Any] = {
            "person": rating.person,
            "competency": one.deficit.competency,
            "before": str(one.deficit.severity),
            "after": str(one.after) if one.after else None,
            "outcome": str(one.outcome),
            "on": one.assessed_on.isoformat() if one.assessed_on else None,
            "steps": list(one.steps),
        }
        cells = (
            rating.person or "",
            competency_title(one.deficit.competency, policy, lang),
            SEVERITIES[one.deficit.severity].in_(lang),
            after,
            OUTCOMES[one.outcome].in_(lang),
            date_words(one.assessed_on, lang) if one.assessed_on else "",
            "; ".join(step_id_words(id_, lang) for id_ in one.steps),
        )
        yield Row(record, cells, _STYLES.get(one.outcome, ""))
    for deficit in rating.new:
        severity, found = str(deficit.severity), deficit.found_on
        record = {
            "person": rating.person,
            "competency": deficit.competency,
            "before": None,
            "after": severity,
            "outcome": "new",
            "on": found.isoformat() if found else None,
            "steps": [],
        }
        cells = (
            rating.person or "",
            competency_title(deficit.competency, policy, lang),
            "",
            SEVERITIES[deficit.severity].in_(lang),
            _NEW.in_(lang),
            date_words(found, lang) if found else "",
            "",
        )
        yield Row(record, cells, "yellow")


def ratings_summary(ratings: Iterable[RouteRating], lang: Lang = "ru") -> str:
    """How many of the deficits that were assessed again are closed, in one line."""
    rated = list(ratings)
    closed, assessed = sum(one.count(Outcome.CLOSED) for one in rated), sum(one.assessed for one in rated)
    total, new = sum(len(one.rated) for one in rated), sum(len(one.new) for one in rated)
    if not assessed:
        said = "повторной диагностики не было" if lang == "ru" else "there was no repeated diagnostics"
        return f"{'Дефицитов' if lang == 'ru' else 'Deficits'}: {total}; {said}"
    share = f"{number_words(closed * 1000 // assessed / 10, lang)}{' %' if lang == 'ru' else '%'}"
    if lang == "en":
        return f"Deficits: {total}, assessed again: {assessed}, closed: {closed} ({share}), new: {new}"
    return f"Дефицитов: {total}, оценено повторно: {assessed}, закрыто: {closed} ({share}), новых: {new}"
