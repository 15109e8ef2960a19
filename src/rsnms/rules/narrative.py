"""Decisions in words: the text a person reads, and the tree of conditions behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rsnms.domain.subject import Modality
from rsnms.domain.text import Lang, Text
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Not
from rsnms.rules.explain import Explanation, Literal
from rsnms.rules.judge import Verdict
from rsnms.rules.requirement import found_words, requirement
from rsnms.rules.truth import Truth
from rsnms.rules.wording import date_words, list_words, mid_sentence

if TYPE_CHECKING:
    from rich.tree import Tree

    from rsnms.rules.decision import Decision, Finding

VERDICTS = {
    Verdict.ELIGIBLE: Text("подходит", "eligible"),
    Verdict.INELIGIBLE: Text("не подходит", "not eligible"),
    Verdict.UNDETERMINED: Text("нельзя определить: не хватает сведений", "cannot be said: facts are missing"),
}
MODALITIES = {
    Modality.MUST: Text("общее правило", "general rule"),
    Modality.MAY: Text("допускается", "permitted"),
    Modality.RECOMMENDED: Text("рекомендация", "recommendation"),
    Modality.BASE: Text("основа", "core"),
}
TRUTHS = {Truth.MET: "✓", Truth.UNMET: "✗", Truth.UNKNOWN: "?"}
_COLOURS = {Truth.MET: "green", Truth.UNMET: "red", Truth.UNKNOWN: "yellow"}


def clause_words(clause: str | None, lang: Lang = "ru") -> str:
    """A reference to a clause: "п. 3.2.4"; a clause that names an appendix stands as it is."""
    if clause is None:
        return ""
    return (f"п. {clause}" if lang == "ru" else f"cl. {clause}") if clause[0].isdigit() else clause


def _in_brackets(clause: str | None, lang: Lang) -> str:
    return f" ({clause_words(clause, lang)})" if clause else ""


def finding_words(finding: "Finding", lang: Lang = "ru") -> str:
    """One reason: the fact, what is required, what was found, the clause."""
    fact = finding.literal.comparison.fact
    required, found = finding.required(lang), found_words(fact, finding.found, lang)
    said = f"требуется {required}, указано: {found}" if lang == "ru" else f"required {required}, found {found}"
    if finding.found is None:
        said = f"требуется {required}, сведений нет" if lang == "ru" else f"required {required}, not known"
    return f"{fact.title.in_(lang)}: {said}{_in_brackets(finding.clause, lang)}"


def narrative(decision: "Decision", lang: Lang = "ru") -> str:
    """The whole decision, a statement on a line."""
    return "\n".join(_lines(decision, lang))


def _lines(decision: "Decision", lang: Lang) -> Iterator[str]:
    ru = lang == "ru"
    title = decision.eligibility.title.in_(lang)
    where = decision.policy.title.in_(lang)
    yield f"{title} — {where}, {date_words(decision.on, lang)}: {VERDICTS[decision.verdict].in_(lang)}."
    if decision.ground:
        modality = f", {MODALITIES[decision.modality].in_(lang)}" if decision.modality else ""
        label = "Основание" if ru else "Ground"
        clause = _in_brackets(decision.ground.clause, lang)
        yield f"{label}: {decision.ground.title.in_(lang)}{modality}{clause}."
    yield from _section("Не выполнено:" if ru else "Unmet:", [finding_words(f, lang) for f in decision.unmet])
    yield from _section("Неизвестно:" if ru else "Unknown:", [finding_words(f, lang) for f in decision.unknown])
    yield from _when(decision, lang)
    ways = [_remedy_words(decision, index, lang) for index in range(len(decision.remedies))]
    yield from _section("Что сделать:" if ru else "What would do it:", ways)
    if decision.questions:
        question = decision.questions[0].fact
        label = "Прежде всего спросить" if ru else "Ask first"
        yield f"{label}: {(question.question or question.title).in_(lang)}"


def _section(heading: str, items: list[str]) -> Iterator[str]:
    if items:
        yield heading
        yield from (f"  — {item}" for item in items)


def _when(decision: "Decision", lang: Lang) -> Iterator[str]:
    ru, when = lang == "ru", decision.horizon
    if when.eligible_from and when.eligible_from > decision.on:
        day = date_words(when.eligible_from, lang)
        yield f"Подойдёт с {day}, если ничего, кроме времени, не изменится." if ru else f"Eligible from {day}."
    if when.eligible_from and when.eligible_until:
        day = date_words(when.eligible_until, lang)
        yield f"Действует по {day} включительно." if ru else f"Eligible until {day}."
    if when.eligible_from is None and not when.depends_on_unknown:
        facts = {literal.comparison.fact.name: literal.comparison.fact.title.in_(lang) for literal in when.obstacles}
        named = list_words(facts.values())
        yield f"Само по себе время этого не изменит: {named}." if ru else f"Time alone does not change it: {named}."


def _remedy_words(decision: "Decision", index: int, lang: Lang) -> str:
    remedy = decision.remedies[index]
    first, *others = (change.text(lang) for change in remedy.changes)
    steps = "; ".join([first, *(mid_sentence(other) for other in others)])
    if remedy.eligible_from <= decision.on:
        return steps
    day = date_words(remedy.eligible_from, lang)
    return f"{steps} (тогда с {day})" if lang == "ru" else f"{steps} (then from {day})"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the tree with the lines below it."""

    truth: Truth | None
    text: str
    below: tuple["_Line", ...] = ()


def decision_tree(decision: "Decision", lang: Lang = "ru") -> "Tree":
    """Draw the decision: the gate, then every ground."""
    from rich.text import Text as Styled
    from rich.tree import Tree

    def grow(tree: "Tree", line: _Line) -> None:
        mark = f"{TRUTHS[line.truth]} " if line.truth else ""
        branch = tree.add(Styled(mark + line.text, style=_COLOURS[line.truth] if line.truth else ""))
        for below in line.below:
            grow(branch, below)

    title, verdict = decision.eligibility.title.in_(lang), VERDICTS[decision.verdict].in_(lang)
    tree = Tree(Styled(f"{title}, {date_words(decision.on, lang)}: {verdict}", style="bold"))
    for line in _branches(decision, lang):
        grow(tree, line)
    return tree


def _branches(decision: "Decision", lang: Lang) -> Iterator[_Line]:
    if decision.gate:
        label = "Условия для всех" if lang == "ru" else "Conditions for everybody"
        yield _Line(decision.gate.truth, label, _opened(decision.gate, lang))
    for ground in decision.eligibility.grounds:
        explanation = decision.grounds[ground.id]
        modality = f", {MODALITIES[ground.modality].in_(lang)}" if ground.modality else ""
        label = ("Основание" if lang == "ru" else "Ground") + f": {ground.title.in_(lang)}{modality}"
        yield _Line(explanation.truth, label + _in_brackets(ground.clause, lang), _opened(explanation, lang))


def _opened(explanation: Explanation, lang: Lang) -> tuple[_Line, ...]:
    """The parts of an "all" stand directly below; anything else is a line of its own."""
    if isinstance(explanation.node, All):
        return tuple(_line(part, lang) for part in explanation.parts)
    return (_line(explanation, lang),)


def _line(explanation: Explanation, lang: Lang) -> _Line:
    node = explanation.node
    if isinstance(node, Comparison):
        required = requirement(Literal(node), lang)
        found = found_words(node.fact, explanation.found, lang)
        there = "найдено" if lang == "ru" else "found"
        text = f"{node.fact.title.in_(lang)}: {required}; {there}: {found}{_in_brackets(node.clause, lang)}"
        return _Line(explanation.truth, text)
    below = tuple(_line(part, lang) for part in explanation.parts)
    kind = _kind(node, lang)
    return _Line(explanation.truth, f"{node.title.in_(lang)} ({kind})" if node.title else kind, below)


def _kind(node: All | Any | Not | AtLeast, lang: Lang) -> str:
    ru = lang == "ru"
    match node:
        case All():
            return "всё из этого" if ru else "all of these"
        case Any():
            return "хотя бы одно из этого" if ru else "at least one of these"
        case Not():
            return "не выполнено это" if ru else "not this"
        case AtLeast(count=count, parts=parts):
            return f"не менее {count} из {len(parts)}" if ru else f"at least {count} of {len(parts)}"
