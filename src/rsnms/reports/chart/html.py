"""The chart as a page that needs nothing else: the picture, and all of it as a list with functions and clauses."""

from collections.abc import Iterator
from html import escape

from rsnms.domain.level import Level
from rsnms.domain.subject import Statement, Subject
from rsnms.domain.text import Lang, Text
from rsnms.policy.system import Governance
from rsnms.reports.chart.style import PAGE, PAGE_DARK, style
from rsnms.reports.chart.svg import svg
from rsnms.reports.chart.words import LEVELS, OUTSIDE, PART, chart_title
from rsnms.reports.names import RELATIONS, SUBJECT_KINDS, kind_words
from rsnms.rules.narrative import clause_words
from rsnms.rules.wording import capitalised
from rsnms.survey.structure import Structure

_LIST = Text("Субъекты, их функции и пункты акта", "Subjects, their functions and the clauses of the act")
_NO_FUNCTIONS = Text("Функции: в источнике не указано", "Functions: not specified in the source")
_READING = Text("Чтение", "Reading")


def html(structure: Structure, lang: Lang = "ru") -> str:
    """Write a structure as a page."""
    title = escape(chart_title(structure, lang))
    head = (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>\n{PAGE}\n@media screen and (prefers-color-scheme: dark) {{\n{PAGE_DARK}\n}}\n</style>\n</head>"
    )
    picture = f'<figure tabindex="0" aria-label="{title}">\n{svg(structure, lang, linked=True)}</figure>'
    dark = f"<style>@media screen and (prefers-color-scheme: dark) {{\n{style(dark=True)}\n}}</style>"
    listed = "\n".join(_levels(structure, lang))
    parts = [head, "<body>", "<main>", picture, dark, f"<h1>{escape(_LIST.in_(lang))}</h1>", listed]
    return "\n".join([*parts, "</main>", "</body>", "</html>", ""])


def _levels(structure: Structure, lang: Lang) -> Iterator[str]:
    for level in (level for level in Level if structure.at(level)):
        yield f"<h2>{escape(LEVELS[level].in_(lang))}</h2>"
        for subject in structure.at(level):
            yield from _subject(structure, subject, lang)


def _subject(structure: Structure, subject: Subject, lang: Lang) -> Iterator[str]:
    yield f'<section id="subject-{escape(subject.id)}">'
    yield f"<h3>{escape(subject.title)}{_clause(subject.clause, lang)}</h3>"
    yield f"<p>{escape('; '.join(_standing(structure, subject, lang)))}</p>"
    items = [*_governance(structure, subject, lang), *(_statement(one, lang) for one in subject.statements)]
    if items:
        yield "<ul>"
        yield from (f"<li>{item}</li>" for item in items)
        yield "</ul>"
    if not subject.statements:
        yield f'<p class="note">{escape(_NO_FUNCTIONS.in_(lang))}</p>'
    if subject.reading:
        yield f'<p class="note">{escape(_READING.in_(lang))}: {escape(subject.reading)}</p>'
    yield "</section>"


def _standing(structure: Structure, subject: Subject, lang: Lang) -> Iterator[str]:
    """What a subject is and where it stands."""
    yield capitalised(SUBJECT_KINDS[subject.kind].in_(lang))
    if subject.official_name:
        yield subject.official_name
    if subject.part_of is not None:
        yield f"{PART.in_(lang)}: {structure.policy.subjects[subject.part_of].title}"
    if not subject.in_structure:
        yield OUTSIDE.in_(lang)


def _governance(structure: Structure, subject: Subject, lang: Lang) -> Iterator[str]:
    """What a subject does with regard to others, to documents and to the system."""
    for governance in structure.policy.governance.values():
        if subject.id in governance.by:
            relation = capitalised(RELATIONS[governance.relation].in_(lang))
            said = f"<b>{escape(relation)}</b>: {escape(governance.title.in_(lang))}"
            yield said + _clause(governance.clause, lang) + _note(governance, lang)


def _statement(statement: Statement, lang: Lang) -> str:
    kind = capitalised(kind_words(str(statement.kind), lang))
    said = f"<b>{escape(kind)}</b>: {escape(statement.title)}"
    return said + _clause(statement.clause, lang) + _note(statement, lang)


def _clause(clause: str | None, lang: Lang) -> str:
    return f' <span class="clause">{escape(clause_words(clause, lang))}</span>' if clause else ""


def _note(stated: Statement | Governance, lang: Lang) -> str:
    return (
        f'<br><span class="note">{escape(_READING.in_(lang))}: {escape(stated.reading)}</span>'
        if stated.reading
        else ""
    )
