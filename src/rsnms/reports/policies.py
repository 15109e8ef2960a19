"""Policies as records for machines and as tables for people."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from rsnms.domain.fact import Fact
from rsnms.domain.subject import Subject
from rsnms.domain.text import Lang, Text
from rsnms.policy.conditions import All, AtLeast, Comparison, Condition, Not, shown_operand
from rsnms.policy.conditions import Any as AnyOf
from rsnms.policy.model import Jurisdiction, Policy, PolicyTree
from rsnms.policy.stated import NOT_SPECIFIED, Act, Eligibility
from rsnms.reports.names import LEVELS
from rsnms.rules.narrative import MODALITIES, clause_words
from rsnms.rules.wording import date_words
from rsnms.rules.words import outline, words

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

ASPECTS = {
    "admitting-body": Text("кто принимает", "who admits"),
    "admission-procedure": Text("порядок включения", "how one is admitted"),
    "term": Text("срок", "for how long"),
    "exit": Text("как выбывают", "how one leaves"),
    "number-of-members": Text("численность", "how many members"),
    "length-of-break": Text("какой перерыв длительный", "which break is long"),
    "kind-of-work": Text("какая работа считается", "which work counts"),
}


def policy_summary(jurisdiction: Jurisdiction, lang: Lang = "ru") -> dict[str, Any]:
    """A jurisdiction in one record."""
    policy = jurisdiction.latest
    return {
        "id": jurisdiction.id,
        "title": policy.title.in_(lang),
        "level": str(policy.level),
        "code": policy.code,
        "in_force_from": _iso(jurisdiction.periods[0].since),
        "in_force_until": _iso(policy.until),
        "inherits": list(policy.parents),
        "eligibilities": list(policy.eligibilities),
    }


def policy_record(policy: Policy, lang: Lang = "ru") -> dict[str, Any]:
    """Everything a policy says in one period."""
    return {
        "id": policy.id,
        "title": policy.title.in_(lang),
        "level": str(policy.level),
        "code": policy.code,
        "since": _iso(policy.since),
        "until": _iso(policy.until),
        "inherits": list(policy.parents),
        "acts": [_act_record(act) for act in policy.acts],
        "subjects": [_subject_record(subject, policy) for subject in policy.subjects.values()],
        "eligibilities": [eligibility_record(one, lang) for one in policy.eligibilities.values()],
        "criteria": [
            {"id": one.id, "title": one.title.in_(lang), "inherited_from": one.origin, "words": words(one.when, lang)}
            for one in policy.criteria.values()
            if one.when is not None
        ],
        "facts": [_fact_record(fact, lang) for fact in policy.facts.values()],
        "terms": [
            {"id": term.id, "title": term.title.in_(lang), "clause": term.clause} for term in policy.terms.values()
        ],
    }


def eligibility_record(eligibility: Eligibility, lang: Lang = "ru") -> dict[str, Any]:
    """One eligibility with its conditions, as structure and in words."""
    return {
        "id": eligibility.id,
        "title": eligibility.title.in_(lang),
        "about": str(eligibility.about),
        "clause": eligibility.clause,
        "stated_by": eligibility.origin,
        "confers": eligibility.confers.in_(lang) if eligibility.confers else None,
        "formed_by": eligibility.formed_by,
        "reading": eligibility.reading,
        "not_specified": list(eligibility.silent_on),
        "gate": condition_record(eligibility.gate, lang) if eligibility.gate else None,
        "grounds": [
            {
                "id": ground.id,
                "title": ground.title.in_(lang),
                "modality": str(ground.modality) if ground.modality else None,
                "clause": ground.clause,
                "reading": ground.reading,
                "when": condition_record(ground.when, lang) if ground.when else None,
            }
            for ground in eligibility.grounds
        ],
    }


def condition_record(condition: Condition, lang: Lang = "ru") -> dict[str, Any]:
    """A condition as nested records, each with its words."""
    title = None if isinstance(condition, Comparison) else condition.title
    shown: dict[str, Any]
    match condition:
        case Comparison(fact, op, operand, clause):
            shown = {"fact": fact.name, "op": str(op), "operand": shown_operand(operand), "clause": clause}
        case All(parts):
            shown = {"all": [condition_record(part, lang) for part in parts]}
        case AnyOf(parts):
            shown = {"any": [condition_record(part, lang) for part in parts]}
        case AtLeast(count, parts):
            shown = {"at_least": count, "of": [condition_record(part, lang) for part in parts]}
        case Not(part):
            shown = {"not": condition_record(part, lang)}
    return {**shown, **({"title": title.in_(lang)} if title else {}), "words": words(condition, lang)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _act_record(act: Act) -> dict[str, Any]:
    return {
        "id": act.id,
        "kind": act.kind,
        "title": act.title,
        "body": act.body,
        "number": act.number,
        "date": _iso(act.dated),
        "in_force_from": _iso(act.since),
        "in_force_until": _iso(act.until),
        "reading": act.reading,
        "repeals": [{"kind": one.kind, "number": one.number, "date": _iso(one.dated)} for one in act.repeals],
        "basis": [{"kind": one.kind, "number": one.number, "date": _iso(one.dated)} for one in act.basis],
    }


def _subject_record(subject: Subject, policy: Policy) -> dict[str, Any]:
    return {
        "id": subject.id,
        "title": subject.title,
        "kind": str(subject.kind),
        "level": str(subject.level),
        "clause": subject.clause,
        "part_of": subject.part_of,
        "stated_by": policy.sources["subjects"][subject.id].origin,
        "statements": [
            {"id": one.id, "kind": str(one.kind), "title": one.title, "clause": one.clause, "activity": one.activity}
            for one in subject.statements
        ],
    }


def _fact_record(fact: Fact, lang: Lang) -> dict[str, Any]:
    return {
        "name": fact.name,
        "about": str(fact.about),
        "type": str(fact.type),
        "title": fact.title.in_(lang),
        "values": [value.id for value in fact.values] or None,
        "changeable": fact.changeable,
    }


def policies_list(tree: PolicyTree, lang: Lang = "ru") -> Iterator[str]:
    """The list of policies, two lines each, that reads well and greps well."""
    for jurisdiction in tree.values():
        policy, since = jurisdiction.latest, jurisdiction.periods[0].since
        force = date_words(since, lang) if since else None
        level = LEVELS[policy.level].in_(lang)
        when = (f", действует с {force}" if lang == "ru" else f", in force from {force}") if force else ""
        yield f"{jurisdiction.id}: {policy.title.in_(lang)} ({level}{when})"
        if policy.eligibilities:
            yield f"    {', '.join(policy.eligibilities)}"


def policy_renderables(policy: Policy, only: str | None = None, lang: Lang = "ru") -> Iterator["RenderableType"]:
    """A policy for the terminal, part by part; ``only`` one eligibility where its id is given."""
    from rich.text import Text as Styled

    if only is not None:
        yield from _eligibility_lines(policy.eligibility(only), lang)
        return
    yield Styled(f"{policy.title.in_(lang)} ({policy.id})", style="bold")
    for act in policy.acts:
        yield _act_words(act, lang)
    if policy.note:
        yield policy.note
    for eligibility in policy.eligibilities.values():
        yield ""
        yield from _eligibility_lines(eligibility, lang)
    if policy.subjects:
        yield ""
        yield _subjects_table(policy, lang)
    yield ""
    yield _facts_table(policy, lang)


def _act_words(act: Act, lang: Lang) -> str:
    number = f" № {act.number}" if act.number else ""
    dated = f" {'от' if lang == 'ru' else 'of'} {date_words(act.dated, lang)}" if act.dated else ""
    force = ""
    if act.since:
        force = f" ({'действует с' if lang == 'ru' else 'in force from'} {date_words(act.since, lang)})"
    return f"{act.kind}{dated}{number}, {act.body}: {act.title}{force}"


def _eligibility_lines(eligibility: Eligibility, lang: Lang) -> Iterator["RenderableType"]:
    from rich.text import Text as Styled

    ru = lang == "ru"
    clause = f", {clause_words(eligibility.clause, lang)}" if eligibility.clause else ""
    origin = f", {eligibility.origin}"
    yield Styled(f"{eligibility.title.in_(lang)} [{eligibility.id}{clause}{origin}]", style="bold cyan")
    if eligibility.gate:
        yield Styled("Условия для всех:" if ru else "Conditions for everybody:")
        yield Styled(outline(eligibility.gate, lang))
    for number, ground in enumerate(eligibility.grounds, 1):
        modality = f", {MODALITIES[ground.modality].in_(lang)}" if ground.modality else ""
        reference = f", {clause_words(ground.clause, lang)}" if ground.clause else ""
        label = "Основание" if ru else "Ground"
        yield Styled(f"{label} {number}: {ground.title.in_(lang)}{modality}{reference}", style="cyan")
        if ground.when:
            yield Styled(outline(ground.when, lang))
        if ground.reading:
            yield Styled(f"  {'Чтение' if ru else 'Reading'}: {ground.reading}", style="dim")
    if eligibility.reading:
        yield Styled(f"{'Чтение' if ru else 'Reading'}: {eligibility.reading}", style="dim")
    for aspect in eligibility.silent_on:
        yield Styled(f"{ASPECTS[aspect].in_(lang).capitalize()}: {NOT_SPECIFIED.in_(lang)}", style="dim")


def _subjects_table(policy: Policy, lang: Lang) -> "Table":
    from rich.table import Table

    headings = ("Субъект", "Название", "Уровень", "Пункт", "Функций")
    if lang == "en":
        headings = ("Subject", "Title", "Level", "Clause", "Functions")
    table = Table(*headings)
    for subject in policy.subjects.values():
        level = LEVELS[subject.level].in_(lang)
        table.add_row(subject.id, subject.title, level, subject.clause or "", str(len(subject.functions)))
    return table


def _facts_table(policy: Policy, lang: Lang) -> "Table":
    from rich.table import Table

    headings = ("Факт", "Название", "Тип", "Значения")
    if lang == "en":
        headings = ("Fact", "Title", "Type", "Values")
    table = Table(*headings)
    for fact in policy.facts.values():
        values = ", ".join(value.id for value in fact.values)
        table.add_row(fact.name, fact.title.in_(lang), str(fact.type), values)
    return table
