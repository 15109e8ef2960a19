"""People whom a change affects, in words: who they are, and how each version judges them."""

from collections.abc import Iterable, Iterator, Sequence

from rsnms.changes.outcomes import Answer, Effect, Outcome, Person
from rsnms.changes.people import PeopleChange
from rsnms.domain.fact import About, Atom, Fact, FactType
from rsnms.domain.text import Lang, Text
from rsnms.policy.conditions import Op, comparisons
from rsnms.rules.decision import Decision, Finding
from rsnms.rules.judge import Verdict
from rsnms.rules.narrative import MODALITIES, clause_words
from rsnms.rules.requirement import found_words
from rsnms.rules.wording import CONDITIONS, capitalised, count_words, mid_sentence, quoted
from rsnms.rules.words import literal_words

BEFORE, AFTER = Text("было", "before"), Text("стало", "after")
Keys = frozenset[tuple[str, Op, object]]
"""What comparisons ask, by their keys."""
_SHOWN = 3
"""Unmet comparisons that are named one by one."""
_LEAD = "post"
"""The fact by which a person is best called."""
_WHOM = {
    About.PERSON: Text("Человек", "Somebody"),
    About.PAIR: Text("Пара", "A pair"),
    About.ORGANISATION: Text("Организация", "An organisation"),
    About.TEAM: Text("Команда", "A team"),
}
_ANYTHING = Text("Случай", "A case")
_EFFECTS = {
    ("eligibility", Effect.ADMITTED): Text("Теперь подходят", "Newly admitted"),
    ("eligibility", Effect.LOST): Text("Больше не подходят", "No longer admitted"),
    ("eligibility", Effect.GROUND): Text("Другое основание", "Another ground"),
    ("routes", Effect.ADMITTED): Text("Правило теперь касается", "The rule newly reaches"),
    ("routes", Effect.LOST): Text("Правило больше не касается", "The rule no longer reaches"),
}
_UNDETERMINED = {
    Effect.ADMITTED: Text("раньше нельзя было определить", "not decided before"),
    Effect.LOST: Text("теперь нельзя определить", "not decided any more"),
}
_NOBODY = Text("доказано: таких людей нет", "proven: there is nobody")
_NONE = Text("доказано: таких случаев нет", "proven: there is no such case")
_UNPROVEN = Text("не удалось ни найти такого человека, ни доказать, что его нет", "neither found nor proven impossible")
_ABSENT = {
    Effect.ADMITTED: Text("такого права не было", "there was no such eligibility"),
    Effect.LOST: Text("такого права больше нет", "there is no such eligibility any more"),
}
_REACHED = {
    Verdict.ELIGIBLE: Text("правило касается", "the rule applies"),
    Verdict.INELIGIBLE: Text("правило не касается", "the rule does not apply"),
    Verdict.UNDETERMINED: Text("нельзя определить", "cannot be said"),
}
_ADMITTED = {
    Verdict.ELIGIBLE: Text("подходит", "eligible"),
    Verdict.INELIGIBLE: Text("не подходит", "not eligible"),
    Verdict.UNDETERMINED: Text("нельзя определить", "cannot be said"),
}


def outcome_heading(change: PeopleChange, outcome: Outcome, lang: Lang) -> str:
    """Which effect, and where nobody shows it that this is proven."""
    said = _EFFECTS[change.section, outcome.effect].in_(lang)
    if outcome.answer is Answer.SOMEBODY:
        doubt = "" if outcome.is_certain else f" ({_UNDETERMINED[outcome.effect].in_(lang)})"
        return f"{said}{doubt}:"
    nobody = _NOBODY if change.about is About.PERSON else _NONE
    return f"{said}: {(nobody if outcome.answer is Answer.NOBODY else _UNPROVEN).in_(lang)}"


def person_words(about: About, facts: Iterable[tuple[Fact, Atom]], lang: Lang) -> str:
    """Somebody by the facts that matter: "Учитель: педагогический стаж — 5 лет; категория — высшая"."""
    known = list(facts)
    lead = next((found_words(fact, atom, lang) for fact, atom in known if fact.name == _LEAD), None)
    whom = capitalised(lead) if lead else _WHOM.get(about, _ANYTHING).in_(lang)
    said = [_fact_words(fact, atom, lang) for fact, atom in known if fact.name != _LEAD]
    return f"{whom}: {'; '.join(said)}" if said else whom


def telling_first(person: Person) -> list[tuple[Fact, Atom]]:
    """The facts of a person, those first of which the versions ask different things."""
    before, after = (asked_by(decision) for decision in (person.before, person.after))
    differing = {key[0] for key in before ^ after} if person.before and person.after else set()
    return sorted(person.facts, key=lambda known: known[0].name not in differing)


def _fact_words(fact: Fact, atom: Atom, lang: Lang) -> str:
    join = ": " if fact.type is FactType.BOOLEAN or fact.type.is_set else " — "
    return f"{mid_sentence(fact.title.in_(lang))}{join}{found_words(fact, atom, lang)}"


def judged_words(change: PeopleChange, outcome: Outcome, person: Person, lang: Lang) -> tuple[str, str]:
    """How the old version judges a person, and how the new one does; first what the other version does not ask."""
    asked = [asked_by(decision) for decision in (person.before, person.after)]
    decisions = ((person.before, asked[1]), (person.after, asked[0]))
    before, after = (
        decision_words(decision, lang, section=change.section, known=others)
        if decision
        else _ABSENT[outcome.effect].in_(lang)
        for decision, others in decisions
    )
    return f"{BEFORE.in_(lang)}: {before}", f"{AFTER.in_(lang)}: {after}"


def decision_words(decision: Decision, lang: Lang, *, section: str = "eligibility", known: Keys = frozenset()) -> str:
    """A decision on one line: the verdict with its ground, or with what is unmet and unknown.

    Of many unmet comparisons those are named that are not among the ``known`` ones, and the others counted.
    """
    verdict = (_ADMITTED if section == "eligibility" else _REACHED)[decision.verdict].in_(lang)
    ground = decision.ground
    if ground is not None:
        if section != "eligibility":
            return verdict
        modality = MODALITIES[ground.modality].in_(lang) if ground.modality else ""
        beside = ", ".join(filter(None, (modality, clause_words(ground.clause or decision.eligibility.clause, lang))))
        label = "основание" if lang == "ru" else "ground"
        return f"{verdict}, {label} {quoted(ground.title.in_(lang), lang)}" + (f" ({beside})" if beside else "")
    unmet = "; ".join(_unmet(decision.unmet, known, lang))
    unknown = "; ".join(mid_sentence(title) for title in _titles(decision.unknown, lang))
    missing = f"{'нет сведений' if lang == 'ru' else 'not known'}: {unknown}" if unknown else ""
    return f"{verdict}: " + "; ".join(filter(None, (unmet, missing)))


def asked_by(decision: Decision | None) -> Keys:
    """What the version that decided asks of anybody."""
    return frozenset(one.key for one in comparisons(decision.eligibility.condition)) if decision else frozenset()


def _unmet(findings: Sequence[Finding], known: Keys, lang: Lang) -> Iterator[str]:
    decisive = [finding for finding in findings if finding.literal.comparison.key not in known] or findings
    shown = findings if len(findings) <= _SHOWN else decisive[:_SHOWN]
    yield from (_finding_words(finding, lang) for finding in shown)
    if len(shown) < len(findings):
        rest = count_words(len(findings) - len(shown), CONDITIONS, lang)
        yield f"и ещё {rest}" if lang == "ru" else f"and {rest} more"


def _finding_words(finding: Finding, lang: Lang) -> str:
    clause = f" ({clause_words(finding.clause, lang)})" if finding.clause else ""
    return mid_sentence(literal_words(finding.literal, lang)) + clause


def _titles(findings: Iterable[Finding], lang: Lang) -> list[str]:
    return list(dict.fromkeys(one.literal.comparison.fact.title.in_(lang) for one in findings))
