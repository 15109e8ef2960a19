"""Vocabularies, conditions and cases: public strategies, the simplest first."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rsnms.testing
from rsnms.domain.extras import LibraryMissingError
from rsnms.domain.fact import FactType
from rsnms.policy.conditions import Comparison, Op, comparisons, facts_of
from rsnms.rules.explain import explain
from rsnms.rules.truth import Truth
from rsnms.testing import cases, conditions, facts, vocabularies
from testing.simplest import simplest


@settings(max_examples=60)
@given(st.data(), vocabularies())
def test_conditions_ask_about_their_vocabulary_and_cases_answer(data, vocabulary):
    condition = data.draw(conditions(vocabulary))
    case = data.draw(cases(vocabulary, condition))

    assert set(facts_of(condition)) <= set(vocabulary)
    assert set(case) <= {fact.name for fact in vocabulary}
    assert explain(condition, case).truth in Truth


@settings(max_examples=60)
@given(vocabularies().flatmap(lambda vocabulary: conditions(vocabulary, known_ops=False)))
def test_what_is_known_need_not_be_asked(condition):
    assert all(comparison.op is not Op.KNOWN for comparison in comparisons(condition))


@given(facts("experience"))
@settings(max_examples=60)
def test_facts_have_the_name_wanted_and_values_where_they_list_them(fact):
    assert fact.name == "experience"
    assert fact.type.is_listed == bool(fact.values)


def test_the_simplest_come_first():
    fact = simplest(facts())

    assert fact.type is FactType.BOOLEAN
    assert isinstance(simplest(conditions((fact,))), Comparison)
    assert simplest(cases((fact,), simplest(conditions((fact,))))) == {}


# --- what is imported when -------------------------------------------------------------------------------------------


def test_every_public_name_is_there():
    for name in rsnms.testing.__all__:
        assert getattr(rsnms.testing, name).__doc__, name
    assert dir(rsnms.testing) == sorted(rsnms.testing.__all__)
    assert not hasattr(rsnms.testing, "strategies")


def test_hypothesis_is_not_loaded_before_a_strategy_is_asked_for():
    code = "import sys, rsnms.testing; print('hypothesis' in sys.modules)"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "False"


def test_without_hypothesis_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(rsnms.testing.__dict__, "people", raising=False)

    with pytest.raises(LibraryMissingError, match=r'hypothesis. Установите её: pip install "rsnms\[testing\]"'):
        _ = rsnms.testing.people
