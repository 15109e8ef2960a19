"""Decisions in words: the text a person reads, and the tree of conditions behind it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rsnms.domain.fact import Atom, Fact
from rsnms.domain.subject import Modality
from rsnms.domain.text import Lang, Text
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Not
from rsnms.policy.stated import Ground
from rsnms.rules.explain import Explanation, Literal
from rsnms.rules.judge import Verdict
from rsnms.rules.requirement import found_words, requirement
from rsnms.rules.truth import Truth
from rsnms.rules.wording import capitalised, date_words, list_words, mid_sentence, quoted

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
_REQUIRED = Text("требуется", "required")
_NOT_KNOWN = Text("сведений нет", "not known")
_NUMBERED = re.compile(r"[0-9]|[IVXLC]+\.")
TRUTHS = {Truth.MET: "✓", Truth.UNMET: "✗", Truth.UNKNOWN: "?"}
_COLOURS = {Truth.MET: "green", Truth.UNMET: "red", Truth.UNKNOWN: "yellow"}


def clause_words(clause: str | None, lang: Lang = "ru") -> str:
    """A reference to a clause: "п. 3.2.4", "п. II.1.1"; a clause that names an appendix stands as it is."""
    if clause is None:
        return ""
    return (f"п. {clause}" if lang == "ru" else f"cl. {clause}") if _NUMBERED.match(clause) else clause


def _in_brackets(clause: str | None, lang: Lang) -> str:
    return f" ({clause_words(clause, lang)})" if clause else ""


def finding_words(finding: "Finding", lang: Lang = "ru") -> str:
    """One reason: the fact, what was found, what is required (unless that is said already), the clause."""
    return _reason(finding.literal, finding.found, lang)


def _reason(literal: Literal, atom: Atom | None, lang: Lang) -> str:
    fact = literal.comparison.fact
    found = _NOT_KNOWN.in_(lang) if atom is None else found_words(fact, atom, lang)
    required = requirement(literal, lang)
    asked = "" if found == required else f" — {_REQUIRED.in_(lang)}: {required}"
    return f"{fact.title.in_(lang)}: {found}{asked}{_in_brackets(literal.comparison.clause, lang)}"


def narrative(decision: "Decision", lang: Lang = "ru") -> str:
    """The whole decision, a statement on a line."""
    return "\n".join(_lines(decision, lang))


def _lines(decision: "Decision", lang: Lang) -> Iterator[str]:
    ru = lang == "ru"
    title = decision.eligibility.title.in_(lang)
    where = decision.policy.title.in_(lang)
    yield f"{title} — {where}, {date_words(decision.on, lang)}: {VERDICTS[decision.verdict].in_(lang)}."
    if decision.eligibility.origin != decision.policy.id:
        origin = decision.eligibility.origin
        yield f"Условия и пункты — из политики {origin}." if ru else f"Conditions and clauses are those of {origin}."
    if decision.ground:
        yield f"{_ground_words(decision.ground, lang)}."
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


def _ground_words(ground: Ground, lang: Lang) -> str:
    """A ground with what the act says of it: "Основание: Допускаемая группа (допускается, п. 3.2.4)"."""
    modality = MODALITIES[ground.modality].in_(lang) if ground.modality else ""
    said = ", ".join(filter(None, (modality, clause_words(ground.clause, lang))))
    label = "Основание" if lang == "ru" else "Ground"
    return f"{label}: {ground.title.in_(lang)}" + (f" ({said})" if said else "")


def _when(decision: "Decision", lang: Lang) -> Iterator[str]:
    ru, when = lang == "ru", decision.horizon
    unless = "если ничего, кроме времени, не изменится" if ru else "if nothing but time changes"
    if when.eligible_from and when.eligible_from > decision.on:
        day = date_words(when.eligible_from, lang)
        yield f"Подойдёт с {day}, {unless}." if ru else f"Eligible from {day}, {unless}."
    if when.eligible_from and when.eligible_until:
        day = date_words(when.eligible_until, lang)
        yield f"Перестанет подходить после {day}, {unless}." if ru else f"Not eligible after {day}, {unless}."
    if when.eligible_from is None and not when.depends_on_unknown:
        yield _never(decision, lang)


def _never(decision: "Decision", lang: Lang) -> str:
    """That time does not help: what it mends of all that is unmet today, or what it spoils before all is met."""
    ru = lang == "ru"
    unmet = {finding.fact: finding.literal.comparison.fact for finding in decision.unmet}
    lasting = {literal.comparison.fact.name: literal.comparison.fact for literal in decision.horizon.obstacles}
    mended = _quoted((fact for name, fact in unmet.items() if name not in lasting), lang)
    spoilt = _quoted((fact for name, fact in lasting.items() if name not in unmet), lang)
    said = "Само по себе время этого не изменит" if ru else "Time alone does not change this"
    if spoilt:
        why = f"к тому времени перестанет выполняться {spoilt}" if ru else f"by then {spoilt} is no longer met"
        return f"{said}: {why}."
    if mended:
        return f"{said}: с ним выполнится только {mended}." if ru else f"{said}: it brings only {mended}."
    return f"{said}."


def _quoted(facts: Iterable[Fact], lang: Lang) -> str:
    return list_words(quoted(fact.title.in_(lang), lang) for fact in facts)


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
        yield _Line(explanation.truth, _ground_words(ground, lang), _opened(explanation, lang))


def _opened(explanation: Explanation, lang: Lang) -> tuple[_Line, ...]:
    """The parts of an "all" stand directly below; anything else is a line of its own."""
    if isinstance(explanation.node, All):
        return tuple(_line(part, lang) for part in explanation.parts)
    return (_line(explanation, lang),)


def _line(explanation: Explanation, lang: Lang) -> _Line:
    node = explanation.node
    if isinstance(node, Comparison):
        return _Line(explanation.truth, _reason(Literal(node), explanation.found, lang))
    below = tuple(_line(part, lang) for part in explanation.parts)
    kind = _kind(node, lang)
    return _Line(explanation.truth, capitalised(f"{node.title.in_(lang)}: {kind}" if node.title else kind), below)


def _kind(node: All | Any | Not | AtLeast, lang: Lang) -> str:
    ru = lang == "ru"
    match node:
        case All():
            return "всё из этого" if ru else "all of these"
        case Any():
            return "хотя бы одно из этого" if ru else "at least one of these"
        case Not():
            return "не должно выполняться" if ru else "must not be met"
        case AtLeast(count=count, parts=parts):
            return f"не менее {count} из {len(parts)}" if ru else f"at least {count} of {len(parts)}"
