"""Witnesses in words: what is known of the person, fact by fact."""

from collections.abc import Mapping

from rsnms.domain.fact import Fact
from rsnms.domain.text import Lang, Text
from rsnms.rules.proof.prover import Prover, Witness
from rsnms.rules.requirement import found_words
from rsnms.rules.wording import capitalised, mid_sentence


def person(witness: Witness, prover: Prover) -> Text:
    """The facts of a witness: "Возраст: 40 лет; должность: учитель"."""
    if not witness.facts:
        return Text("Ничего не известно", "Nothing is known")
    return Text(_said(witness, prover.vocabulary, "ru"), _said(witness, prover.vocabulary, "en"))


def _said(witness: Witness, vocabulary: Mapping[str, Fact], lang: Lang) -> str:
    known = ((vocabulary[name], atom) for name, atom in witness.facts.items())
    return capitalised(
        "; ".join(f"{mid_sentence(fact.title.in_(lang))}: {found_words(fact, atom, lang)}" for fact, atom in known)
    )
