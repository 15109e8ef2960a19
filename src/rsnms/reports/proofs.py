"""Proofs in words: what is said of whom, whether it is proven, and somebody who shows it with the decisions on him."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

from rsnms.domain.fact import Atom
from rsnms.domain.text import Lang, Text, Unit
from rsnms.policy.conditions import facts_of
from rsnms.reports.listing import Column, Listing, Row
from rsnms.rules.decision import Finding
from rsnms.rules.explain import explain
from rsnms.rules.judge import Verdict, judge_of
from rsnms.rules.narrative import MODALITIES, VERDICTS, clause_words, finding_words
from rsnms.rules.proof.operands import Bound
from rsnms.rules.proof.properties import Expected
from rsnms.rules.proof.prover import Witness
from rsnms.rules.proof.proving import Outcome, Proof, witnesses
from rsnms.rules.proof.relations import Related, Relations
from rsnms.rules.proof.statement import Joined, Relation
from rsnms.rules.requirement import found_words
from rsnms.rules.truth import Truth
from rsnms.rules.wording import count_words, date_words, mid_sentence, quoted
from rsnms.rules.words import words

_SENTENCES = {
    Relation.IMPLIES: Text("Кто подходит под {0}, подходит и под {1}", "Whoever meets {0} meets {1}"),
    Relation.EQUIVALENT: Text("Под {0} и под {1} подходят одни и те же", "The same people meet {0} and {1}"),
    Relation.DISJOINT: Text("Никто не подходит сразу под {0} и под {1}", "Nobody meets both {0} and {1}"),
    Relation.POSSIBLE: Text("Под {0} можно подойти", "It is possible to meet {0}"),
    Relation.ALWAYS: Text("Под {0} подходит каждый", "Everybody meets {0}"),
    Relation.MONOTONE: Text(
        "Кто подходит под {0}, подойдёт и тогда, когда {1} больше", "Whoever meets {0} still does with more of {1}"
    ),
    Relation.FALLING: Text(
        "Кто подходит под {0}, подойдёт и тогда, когда {1} меньше", "Whoever meets {0} still does with less of {1}"
    ),
}
_OUTCOMES = {
    Outcome.PROVEN: Text("доказано", "proven"),
    Outcome.REFUTED: Text("опровергнуто", "refuted"),
    Outcome.UNDECIDED: Text(
        "ответа нет, условия слишком сложны для решателя; спросите об их частях, например об отдельных основаниях",
        "no answer, the conditions are too hard to prove; ask about their parts, such as single grounds",
    ),
}
_NOBODY = Text("таких не бывает", "there can be nobody like that")
_KNOWN_ONLY = Text("доказано для тех, о ком известно всё, что спрашивают", "proven of those of whom all asked is known")
_STRICT = Text("не доказано для тех, о ком известно не всё", "not proven of those of whom not everything is known")
_HEADINGS = {
    "witness": Text("Кто это показывает", "Who shows it"),
    "before": Text("До изменения", "Before"),
    "after": Text("После изменения", "After"),
    "unsaid": Text("О ком сказать нельзя", "Of whom it cannot be said"),
}
_NOTHING = Text("о нём ничего не известно", "nothing is known of him")
_EXPECTED = Text("Ожидалось: {0}.", "Expected: {0}.")
_GATE = Text("Общее условие", "Gate")
_CRITERION = Text("критерий {0}", "the criterion {0}")
_GROUND = Text("основание", "ground")
_NOT, _AND, _OR = Text("не {0}", "not {0}"), Text(" и ", " and "), Text(" или ", " or ")
_PROPERTIES = Unit("свойство", "свойства", "свойств", ("property", "properties"))

_VERDICTS = {
    Truth.MET: Verdict.ELIGIBLE,
    Truth.UNMET: Verdict.INELIGIBLE,
    Truth.UNKNOWN: Verdict.UNDETERMINED,
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A proof beside what was expected of it."""

    expected: Expected
    proof: Proof
    strict: bool = False

    @property
    def outcome(self) -> Outcome:
        """The outcome; ``strict`` counts what is not proven of everybody as refuted."""
        unproven = self.strict and self.proof.unsaid is not None
        return Outcome.REFUTED if unproven else self.proof.outcome

    @property
    def is_as_expected(self) -> bool:
        """Whether the outcome is the one expected."""
        return self.outcome is self.expected.outcome


def operand_words(bound: Bound, lang: Lang = "ru") -> str:
    """What an operand stands for: "«Основа актива» («Региональный методический актив», Волгоградская область)"."""
    if bound.parts:
        inner = [operand_words(part, lang) for part in bound.parts]
        if not isinstance(bound.operand, Joined):
            return _NOT.in_(lang).format(_bracketed(bound.parts[0], inner[0]))
        both = [_bracketed(part, said) for part, said in zip(bound.parts, inner, strict=True)]
        return (_AND if bound.operand.is_all else _OR).in_(lang).join(both)
    if bound.eligibility is None or bound.policy is None:
        if bound.criterion is not None:
            return _CRITERION.in_(lang).format(quoted(bound.criterion.title.in_(lang), lang))
        return quoted(words(bound.condition, lang), lang)
    where = [bound.policy.title.in_(lang)]
    if bound.chosen_on is not None:
        where.append(date_words(bound.chosen_on, lang))
    name = quoted(bound.eligibility.title.in_(lang), lang)
    part = bound.ground.title if bound.ground else _GATE if bound.is_gate else None
    if part is not None:
        where.insert(0, name)
        name = quoted(part.in_(lang), lang)
    return f"{name} ({', '.join(where)})"


def _bracketed(part: Bound, said: str) -> str:
    return f"({said})" if isinstance(part.operand, Joined) else said


def sentence(proof: Proof, lang: Lang = "ru") -> str:
    """What a property says, in words."""
    asked = proof.property
    names = [operand_words(operand, lang) for operand in asked.operands]
    if asked.fact is not None:
        names.append(quoted(mid_sentence(asked.fact.title.in_(lang)), lang))
    return _SENTENCES[asked.statement.relation].in_(lang).format(*names)


def proof_text(checked: Checked, lang: Lang = "ru") -> str:
    """A property, its outcome, and everybody who shows it with the decisions on him."""
    return "\n".join(_lines(checked, lang))


def _lines(checked: Checked, lang: Lang) -> Iterator[str]:
    proof = checked.proof
    mark = "✓" if checked.is_as_expected else "✗"
    named = f"{checked.expected.name}. " if checked.expected.name else ""
    yield f"{mark} {named}{sentence(proof, lang)}: {_verdict(checked, lang)}."
    if not checked.is_as_expected and checked.expected.outcome is not Outcome.PROVEN:
        yield f"  {_EXPECTED.in_(lang).format(_OUTCOMES[checked.expected.outcome].in_(lang))}"
    for name, witness in witnesses(proof):
        yield f"  {_HEADINGS[name].in_(lang)} ({date_words(witness.on, lang)}):"
        yield from (f"    {line}" for line in _facts(proof, witness, lang))
        for operand in proof.property.operands:
            yield from (f"    {line}" for line in _decision(operand, witness, lang))


def _verdict(checked: Checked, lang: Lang) -> str:
    proof = checked.proof
    if proof.unsaid is not None:
        return (_STRICT if checked.strict else _KNOWN_ONLY).in_(lang)
    said = _OUTCOMES[proof.outcome].in_(lang)
    is_empty = proof.property.statement.relation is Relation.POSSIBLE and proof.outcome is Outcome.REFUTED
    return f"{said}, {_NOBODY.in_(lang)}" if is_empty else said


def _facts(proof: Proof, witness: Witness, lang: Lang) -> Iterator[str]:
    if not witness.facts:
        yield f"– {_NOTHING.in_(lang)}"
    for name, atom in witness.facts.items():
        fact = proof.property.vocabulary[name]
        yield f"– {fact.title.in_(lang)}: {found_words(fact, atom, lang)}"


def _decision(operand: Bound, witness: Witness, lang: Lang) -> Iterator[str]:
    """The decision of one operand on a witness, with the reasons that decide it and their clauses."""
    explanation = explain(operand.condition, witness.profile.case(facts_of(operand.condition), witness.on))
    said = VERDICTS[_VERDICTS[explanation.truth]].in_(lang)
    ground = _ground(operand, witness, lang) if explanation.truth is Truth.MET else ""
    yield f"{operand_words(operand, lang)} — {said}{ground}"
    for literal, truth, found in explanation.in_the_way():
        if truth is explanation.truth:
            yield f"  — {finding_words(Finding(literal, found), lang)}"


def _ground(operand: Bound, witness: Witness, lang: Lang) -> str:
    """The ground that gives the standing, with what the act says of it."""
    ground = operand.ground
    if operand.eligibility is not None and not operand.is_gate and ground is None:
        judge = judge_of(operand.eligibility)
        ground = judge(witness.profile.case(judge.facts, witness.on)).ground
    if ground is None:
        return ""
    modality = MODALITIES[ground.modality].in_(lang) if ground.modality else ""
    said = ", ".join(filter(None, (modality, clause_words(ground.clause, lang))))
    return f", {_GROUND.in_(lang)}: {ground.title.in_(lang)}" + (f" ({said})" if said else "")


def summary(checked: Sequence[Checked], lang: Lang = "ru") -> str:
    """How many properties hold as expected."""
    wrong = sum(not one.is_as_expected for one in checked)
    total = count_words(len(checked), _PROPERTIES, lang)
    if lang == "en":
        return f"{total}, all as expected" if not wrong else f"{total}, not as expected: {wrong}"
    return f"{total}, всё как ожидалось" if not wrong else f"{total}, не так, как ожидалось: {wrong}"


# --- for machines -----------------------------------------------------------------------------------------------------


def proofs_json(checked: Sequence[Checked], lang: Lang = "ru") -> str:
    """Stable JSON: statements, outcomes, witnesses with their facts and the truth of every operand."""
    return json.dumps([_record(one, lang) for one in checked], ensure_ascii=False, indent=2)


def _record(checked: Checked, lang: Lang) -> dict[str, object]:
    proof = checked.proof
    asked = proof.property
    return {
        "name": checked.expected.name,
        "statement": asked.statement.text,
        "text": sentence(proof, lang),
        "on": asked.on.isoformat(),
        "outcome": str(checked.outcome),
        "expected": str(checked.expected.outcome),
        "as_expected": checked.is_as_expected,
        "known_only": proof.unsaid is not None,
        **dict.fromkeys(_HEADINGS),
        **{name: _person(proof, witness) for name, witness in witnesses(proof)},
    }


def _person(proof: Proof, witness: Witness) -> dict[str, object]:
    truths = []
    for operand in proof.property.operands:
        case = witness.profile.case(facts_of(operand.condition), witness.on)
        truths.append(explain(operand.condition, case).truth.name.lower())
    return {"facts": {name: _json_atom(atom) for name, atom in witness.facts.items()}, "operands": truths}


def _json_atom(atom: Atom) -> object:
    if isinstance(atom, frozenset):
        return sorted(atom)
    return atom.isoformat() if isinstance(atom, date) else atom


def proofs_junit(checked: Sequence[Checked], policy: str, lang: Lang = "ru") -> str:
    """A JUnit report with a case for every property; what is not as expected is a failure."""
    wrong = sum(not one.is_as_expected for one in checked)
    figures = {"tests": str(len(checked)), "failures": str(wrong), "errors": "0"}
    suites = ElementTree.Element("testsuites", figures)
    suite = ElementTree.SubElement(suites, "testsuite", {"name": "rsnms prove", **figures})
    for one in checked:
        name = one.expected.name or one.proof.property.statement.text
        case = ElementTree.SubElement(suite, "testcase", {"classname": policy, "name": name})
        if not one.is_as_expected:
            message = {"message": _verdict(one, lang), "type": str(one.outcome)}
            ElementTree.SubElement(case, "failure", message).text = proof_text(one, lang)
    ElementTree.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suites, encoding="unicode") + "\n"


# --- every two --------------------------------------------------------------------------------------------------------

_RELATED = {
    Related.EQUIVALENT: Text("подходят одни и те же", "the same people"),
    Related.IMPLIES: Text(
        "кто подходит в первой, подходит и во второй", "whoever qualifies in the first does in the second"
    ),
    Related.IMPLIED: Text(
        "кто подходит во второй, подходит и в первой", "whoever qualifies in the second does in the first"
    ),
    Related.DISJOINT: Text("никто не подходит в обеих", "nobody qualifies in both"),
    Related.OVERLAPPING: Text("есть общие, и у каждой свои", "some in both, some in one alone"),
}
_COLUMNS = (
    Column("one", Text("Первая", "First")),
    Column("relation", Text("Отношение", "Relation")),
    Column("other", Text("Вторая", "Second")),
)


def relations_listing(found: Relations, lang: Lang = "ru") -> Listing:
    """A row for every two."""
    rows = [
        Row(
            {"one": one, "relation": str(related), "other": other},
            (one, _RELATED[related].in_(lang), other),
        )
        for (one, other), related in found.pairs.items()
    ]
    return Listing(_COLUMNS, rows, lang)
