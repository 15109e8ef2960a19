"""Deficits as a list, as records, and in words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rsnms.domain.competency import Severity
from rsnms.domain.text import Lang, Text, Unit
from rsnms.policy.model import Policy
from rsnms.reports.listing import Column, Listing, Row
from rsnms.routes.diagnostics.deficits import Found, PersonDeficits
from rsnms.routes.diagnostics.results import Result
from rsnms.rules.wording import PEOPLE, count_words, date_words, number_words

SEVERITIES = {
    Severity.HIGH: Text("тяжёлый", "severe"),
    Severity.MEDIUM: Text("средний", "medium"),
    Severity.LOW: Text("лёгкий", "mild"),
}
_NONE = Text("дефицита нет", "no deficit")
_NOT_ASSESSED = Text("не оценивалось", "not assessed")
_CONFLICT = Text("результаты одного дня расходятся", "results of one day contradict each other")
_STYLES = {Severity.HIGH: "red", Severity.MEDIUM: "yellow"}
_COLUMNS = (
    Column("person", Text("Кто", "Who"), 14),
    Column("competency", Text("Компетенция", "Competency"), 40),
    Column("severity", Text("Дефицит", "Deficit"), 20),
    Column("result", Text("Результат", "Result"), 30),
    Column("on", Text("Дата", "Date"), 14),
    Column("note", Text("Примечание", "Note"), 40),
)
_DEFICITS = Unit("дефицит", "дефицита", "дефицитов", ("deficit", "deficits"))


def deficits_listing(persons: Iterable[PersonDeficits], policy: Policy, lang: Lang = "ru") -> Listing:
    """Every competency of every person, the deficits first."""
    rows = [row for person in persons for row in _rows(person, policy, lang)]
    return Listing(_COLUMNS, rows, lang)


def _rows(person: PersonDeficits, policy: Policy, lang: Lang) -> Iterator[Row]:
    for found in person.found:
        severity = SEVERITIES[found.severity] if found.severity else _NONE
        results = "; ".join(result_words(result, lang) for result in found.results)
        note = _CONFLICT.in_(lang) if found.is_conflicting else ""
        title = policy.competencies[found.competency].title.in_(lang)
        cells = (person.person, title, severity.in_(lang), results, date_words(found.on, lang), note)
        yield Row(_record(person.person, found), cells, _STYLES.get(found.severity, "") if found.severity else "")
    for competency in person.not_assessed:
        title = policy.competencies[competency].title.in_(lang)
        record = {"person": person.person, "competency": competency, "severity": None, "assessed": False}
        yield Row(record, (person.person, title, _NOT_ASSESSED.in_(lang), "", "", ""), "dim")


def _record(person: str, found: Found) -> dict[str, Any]:
    return {
        "person": person,
        "competency": found.competency,
        "severity": str(found.severity) if found.severity else None,
        "assessed": True,
        "on": found.on.isoformat(),
        "conflict": found.is_conflicting,
        "results": [_result(result) for result in found.results],
        "result": "; ".join(result_words(result, "en") for result in found.results),
        "note": "conflict" if found.is_conflicting else "",
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        "instrument": result.instrument.id,
        "measured": result.measured.id,
        "share": float(result.share) if result.share is not None else None,
        "points": float(result.points) if result.points is not None else None,
        "level": result.level.title if result.level else None,
        "at_cnppm": result.at_cnppm,
        "severity": str(result.severity) if result.severity else None,
        "row": result.row,
    }


def result_words(result: Result, lang: Lang = "ru") -> str:
    """What was shown: "54 %", "12 баллов", or a level."""
    if result.level is not None:
        return result.level.title
    if result.share is not None:
        tenths = result.share * 1000 // 1
        return f"{number_words(tenths / 10, lang)}{' %' if lang == 'ru' else '%'}"
    unit = Unit("балл", "балла", "баллов", ("point", "points"))
    return count_words(float(result.points), unit, lang) if result.points is not None else ""


def deficits_summary(persons: Sequence[PersonDeficits], lang: Lang = "ru") -> str:
    """How many people, deficits and conflicts, in one line."""
    deficits = sum(len(person.deficits) for person in persons)
    severe = sum(one.severity is Severity.HIGH for person in persons for one in person.deficits)
    conflicts = sum(len(person.conflicts) for person in persons)
    people, counted = count_words(len(persons), PEOPLE, lang), count_words(deficits, _DEFICITS, lang)
    if lang == "en":
        said = f"{people}: {counted}, {severe} of them severe"
        return said + (f"; contradicting results: {conflicts}" if conflicts else "")
    said = f"{people}: {counted}, из них тяжёлых {severe}"
    return said + (f"; противоречивых результатов: {conflicts}" if conflicts else "")
