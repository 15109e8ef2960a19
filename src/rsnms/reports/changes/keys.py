"""The names of what changed: sections, elements and keys."""

import re
from typing import Any

from rsnms.changes.elements import ChangeKind, ElementChange, KeyChange
from rsnms.domain.text import Lang, Text
from rsnms.reports.names import KINDS, kind_words
from rsnms.rules.narrative import clause_words
from rsnms.rules.wording import quoted

CHANGES = {
    ChangeKind.ADDED: Text("Добавлено", "Added"),
    ChangeKind.REMOVED: Text("Удалено", "Removed"),
    ChangeKind.CHANGED: Text("Изменено", "Changed"),
}
_SECTIONS = {
    "policy": Text("сведения о политике", "policy"),
    "acts": Text("акт", "act"),
    "clauses": Text("пункт акта", "clause of the act"),
    "activities": KINDS["activity"],
    "facts": KINDS["fact"],
    "criteria": KINDS["criterion"],
    "subjects": KINDS["subject"],
    "eligibility": KINDS["eligibility"],
    "terms": KINDS["term"],
    "provisions": Text("положение", "provision"),
    "documents": KINDS["document"],
    "governance": KINDS["governance"],
    "obligations": KINDS["obligation"],
    "indicators": KINDS["indicator"],
    "competencies": KINDS["competency"],
    "instruments": KINDS["instrument"],
    "routes": KINDS["route-rule"],
    "records": Text("правило учёта записей", "rule of records"),
}
_KEYS = {
    "title": Text("название", "title"),
    "clause": Text("пункт", "clause"),
    "item": Text("позиция в перечне пункта", "item of the clause"),
    "act": Text("акт", "act"),
    "modality": Text("сила", "modality"),
    "reading": Text("чтение", "reading"),
    "note": Text("примечание", "note"),
    "level": Text("уровень", "level"),
    "code": Text("код", "code"),
    "origin": Text("где указано", "stated by"),
    "about": Text("о ком", "about"),
    "when": Text("условие", "condition"),
    "where": Text("условие", "condition"),
    "gate": Text("условие для всех", "condition for everybody"),
    "grounds": Text("порядок оснований", "order of grounds"),
    "confers": Text("кем становится", "confers"),
    "formed_by": Text("кто формирует", "formed by"),
    "formed_by_clause": Text("пункт о том, кто формирует", "clause on who forms it"),
    "silent_on": Text("о чём акт молчит", "silent on"),
    "means": Text("определение", "meaning"),
    "kind": Text("вид", "kind"),
    "type": Text("тип", "type"),
    "values": Text("значения", "values"),
    "synonyms": Text("синонимы", "synonyms"),
    "headings": Text("заголовки столбцов", "headings"),
    "lowest": Text("наименьшее значение", "lowest value"),
    "highest": Text("наибольшее значение", "highest value"),
    "unit": Text("единица", "unit"),
    "question": Text("вопрос", "question"),
    "evidence": Text("подтверждение", "evidence"),
    "movement": Text("как меняется со временем", "movement in time"),
    "subject": Text("субъект", "subject"),
    "by": Text("кто", "by"),
    "of": Text("о ком или о чём", "of"),
    "part_of": Text("входит в", "part of"),
    "within": Text("часть чего", "within"),
    "activity": Text("вид деятельности", "activity"),
    "document": Text("документ", "document"),
    "schedule": Text("срок", "schedule"),
    "prepared_by": Text("кто готовит", "prepared by"),
    "approved_by": Text("кто утверждает", "approved by"),
    "parties": Text("стороны", "parties"),
    "measure": Text("что измеряется или требуется", "measure"),
    "target": Text("цель", "target"),
    "deficit": Text("дефицит", "deficit"),
    "eligible_for": Text("право на включение", "eligibility"),
    "after": Text("после каких мер", "after"),
    "review_by": Text("сверить с актом до", "review by"),
    "since": Text("действует с", "in force from"),
    "until": Text("действует по", "in force until"),
    "number": Text("номер", "number"),
    "dated": Text("дата", "date"),
}
_MEMBERS = {
    "grounds": KINDS["ground"],
    "values": Text("значение", "value"),
    "sections": Text("раздел", "section"),
    "measures": Text("блок", "block"),
    "statements": Text("", ""),
}
_STEP = re.compile(r"(?P<key>\w+)(?:\[(?P<id>[^\]]+)\])?")


def change_heading(change: ElementChange, lang: Lang) -> str:
    """What became of which element: "Изменено: право на включение «Актив» (active, п. 3.2.4)"."""
    return f"{CHANGES[change.kind].in_(lang)}: {element_words(change, lang)}"


def element_words(change: ElementChange, lang: Lang) -> str:
    """An element by its section, title, id and clause."""
    beside = ", ".join(filter(None, (change.id, clause_words(change.clause, lang))))
    title = quoted(change.title.in_(lang), lang)
    return f"{section_words(change.section, lang)} {title} ({beside})"


def section_words(section: str, lang: Lang) -> str:
    """What one element of a section is called."""
    return _SECTIONS[section].in_(lang)


def key_words(key: KeyChange, element: Any, lang: Lang) -> str:
    """A key in words, things that have titles by their titles: "основание «Основа», условие"."""
    said, at = [], element
    for step in _STEP.finditer(key.key):
        name, id_ = step["key"], step["id"]
        at = getattr(at, name, None)
        if id_ is None:
            said.append(_KEYS[name].in_(lang) if name in _KEYS else name)
            continue
        kind, _, bare = id_.rpartition(" ")
        at = next((one for one in at or () if bare == getattr(one, "id", None)), None)
        member = kind_words(kind, lang) if kind else _MEMBERS[name].in_(lang) if name in _MEMBERS else name
        title = getattr(at or key.old, "title", None)
        shown = quoted(title.in_(lang) if isinstance(title, Text) else title, lang) if title else bare
        said.append(f"{member} {shown}")
    return ", ".join(said)
