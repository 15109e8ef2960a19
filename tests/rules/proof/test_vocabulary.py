"""The joint vocabulary of two policies."""

from dataclasses import replace

import pytest

from rsnms.domain import Fact, FactType, FactValue, Text
from rsnms.domain.fact import Grows
from rsnms.rules.proof.vocabulary import FactsDifferError, merged


def choice(*values: str) -> Fact:
    return Fact("role", FactType.CHOICE, Text("Роль"), values=tuple(FactValue(value, Text(value)) for value in values))


def test_values_of_either_are_possible():
    (fact,) = merged({"role": choice("a", "b")}, {"role": choice("b", "c")}).values()
    assert [value.id for value in fact.values] == ["a", "b", "c"]


def test_the_wider_range_is_kept_and_no_limit_is_the_widest():
    score = Fact("score", FactType.NUMBER, Text("Балл"), lowest=0.0, highest=10.0)
    assert (merged({"score": score}, {"score": replace(score, lowest=-1.0)})["score"].lowest) == -1.0
    (wider,) = merged({"score": score}, {"score": replace(score, highest=None)}).values()
    assert (wider.lowest, wider.highest) == (0.0, None)


def test_facts_of_one_alone_stay():
    assert list(merged({"role": choice("a")}, {"other": choice("b")})) == ["role", "other"]


def test_a_fact_understood_differently_ends_in_a_message():
    other = Fact("role", FactType.BOOLEAN, Text("Роль"))
    with pytest.raises(FactsDifferError) as error:
        merged({"role": choice("a")}, {"role": other})
    assert error.value.text() == (
        "Политики понимают факт «role» по-разному (choice/person и boolean/person), доказать ничего нельзя."
    )
    assert error.value.text("en") == (
        "The policies understand the fact 'role' differently (choice/person, boolean/person); nothing is proven."
    )


def test_a_fact_that_follows_otherwise_from_time_differs_too():
    stay = Fact("stay", FactType.DURATION, Text("Стаж"))
    with pytest.raises(FactsDifferError):
        merged({"stay": stay}, {"stay": replace(stay, movement=Grows())})
