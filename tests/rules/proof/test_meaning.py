"""Formulas mean what the reference says: with the variables fixed to what is stated of somebody, on that day."""

from datetime import date

import pytest
import z3
from hypothesis import given, settings
from hypothesis import strategies as st

from rsnms.domain.fact import Atom, FactType
from rsnms.policy.conditions import Condition, comparisons, facts_of, fold
from rsnms.rules.explain import explain
from rsnms.rules.profile import Profile
from rsnms.rules.proof.meaning import Encoder, formula
from rsnms.rules.proof.symbols import Symbols
from rsnms.rules.truth import Truth
from rsnms.testing.drawing import pick
from rules.proof.lives import DAYS, PAIR, VOCABULARY, draw_asked, draw_sources

law = settings(max_examples=400, deadline=None)


@st.composite
def asked(draw, vocabulary):
    condition, on = draw_asked(draw, vocabulary), pick(draw, DAYS)
    return condition, draw_sources(draw, condition, vocabulary, on), on


def truth_by_formulas(condition: Condition, sources: dict[str, Atom], on: date, vocabulary) -> Truth:
    """The truth that the formulas give when every variable has the value stated; it must be one, and only one."""
    context = z3.Context()
    solver = z3.Solver(ctx=context)
    symbols = Symbols(z3, context, vocabulary, on, texts_of(condition, sources))
    meaning = fold(condition, Encoder(z3, context, symbols))
    for name, symbol in symbols.stated.items():
        fact, atom = vocabulary[name], sources.get(name)
        solver.add(symbol.known == (atom is not None))
        if atom is None:
            continue
        if fact.type.is_set:
            solver.add(*(has == (member in atom) for member, has in symbol.value.items()))
        else:
            solver.add(symbol.value == symbols.atom(fact, atom))
    solver.add(*symbols.laws)
    said = [truth for truth in Truth if solver.check(formula(z3, meaning, frozenset({truth}))) == z3.sat]
    assert len(said) == 1, said
    return said[0]


def texts_of(condition, sources):
    named = [one.operand if isinstance(one.operand, tuple) else (one.operand,) for one in comparisons(condition)]
    stated = [atom if isinstance(atom, frozenset) else (atom,) for atom in sources.values()]
    return tuple(sorted({word for words in (*named, *stated) for word in words if isinstance(word, str)}))


@law
@given(asked(VOCABULARY))
def test_conditions_about_a_person(drawn):
    condition, sources, on = drawn
    case = Profile(sources, on).case(facts_of(condition), on)
    assert truth_by_formulas(condition, sources, on, VOCABULARY) is explain(condition, case).truth


@settings(law, max_examples=200)
@given(asked(PAIR))
def test_conditions_about_a_pair(drawn):
    condition, sources, on = drawn
    case = Profile(sources, on).case(facts_of(condition), on)
    assert truth_by_formulas(condition, sources, on, PAIR) is explain(condition, case).truth


@pytest.mark.parametrize("type_", FactType)
def test_every_type_of_fact_is_among_those_asked_about(type_):
    assert any(fact.type is type_ for fact in VOCABULARY.values())
