"""The relation of every two conditions, against the prover asked about every pair by itself."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rsnms import load_policies
from rsnms.policy.conditions import All, Any, Comparison, Not, Op
from rsnms.policy.model import UnknownNameError
from rsnms.rules.proof.prover import MET, UNMET, Demand, Prover
from rsnms.rules.proof.relations import Related, relate_versions, relations
from rules.proof.lives import ON, VOCABULARY, draw_asked

HOURS, TRAINED = VOCABULARY["hours"], VOCABULARY["trained"]
FIVE, SEVEN = (Comparison(HOURS, Op.AT_LEAST, hours) for hours in (5, 7))
IS_TRAINED = Comparison(TRAINED, Op.IS, True)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_pair_is_as_the_prover_says_of_it_alone(data):
    names = ("age", "hours", "roles", "category", "until")
    vocabulary = {name: VOCABULARY[name] for name in names}
    conditions = {str(number): draw_asked(data.draw, vocabulary, depth=2) for number in range(4)}
    found, prover = relations(conditions, VOCABULARY, ON), Prover(VOCABULARY, ON)
    for one, other in combinations(conditions, 2):
        met = [Demand(conditions[name], MET) for name in (one, other)]
        unmet = [Demand(conditions[name], UNMET) for name in (one, other)]
        implies = not prover.is_possible(met[0], unmet[1])
        implied = not prover.is_possible(met[1], unmet[0])
        match found.of(one, other):
            case Related.DISJOINT:
                assert not prover.is_possible(*met)
            case Related.EQUIVALENT:
                assert implies
                assert implied
            case Related.IMPLIES:
                assert (implies, implied) == (True, False)
            case Related.IMPLIED:
                assert (implies, implied) == (False, True)
            case Related.OVERLAPPING:
                assert (implies, implied) == (False, False)
                assert prover.is_possible(*met)
        assert found.of(other, one) is found.of(one, other).reversed


def test_the_five_relations():
    conditions = {
        "five": FIVE,
        "seven": SEVEN,
        "more than four": Comparison(HOURS, Op.MORE_THAN, 4),
        "few": Comparison(HOURS, Op.LESS_THAN, 3),
        "trained": IS_TRAINED,
        "nobody": All((FIVE, Not(FIVE))),
    }
    found = relations(conditions, VOCABULARY, ON)
    assert found.of("five", "more than four") is Related.EQUIVALENT
    assert found.of("seven", "five") is Related.IMPLIES
    assert found.of("five", "seven") is Related.IMPLIED
    assert found.of("five", "few") is Related.DISJOINT
    assert found.of("trained", "few") is Related.OVERLAPPING
    assert found.of("nobody", "trained") is Related.DISJOINT


def test_conditions_that_ask_the_same_are_not_asked_about_again():
    clause = Comparison(HOURS, Op.AT_LEAST, 5, "1.1")
    conditions = {
        "one": All((FIVE, IS_TRAINED)),
        "turned": All((IS_TRAINED, clause)),
        "nested": All((All((IS_TRAINED,)), All((clause, Any((FIVE,)))))),
        "twice not": Not(Not(All((FIVE, IS_TRAINED)))),
    }
    found = relations(conditions, VOCABULARY, ON)
    assert set(found.pairs.values()) == {Related.EQUIVALENT}
    assert found.questions == 1


def test_one_person_answers_many_questions():
    conditions = {str(hours): Comparison(HOURS, Op.AT_LEAST, hours) for hours in range(30)}
    found = relations(conditions, VOCABULARY, ON)
    assert all(found.of(str(one), str(other)) is Related.IMPLIED for one, other in combinations(range(30), 2))
    assert found.questions < 30 * 29


def test_versions_of_packaged_policies():
    found = relate_versions(load_policies(), "pedagogical-worker", ON)
    assert found.names == (
        "ru/leningrad",
        "ru/leningrad/kirovsk@2023-05-23",
        "ru/leningrad/kirovsk@2024-01-01",
        "ru/volgograd",
        "ru/yugra/megion",
    )
    assert found.of("ru/volgograd", "ru/yugra/megion") is Related.EQUIVALENT
    assert found.of("ru/volgograd", "ru/leningrad") is Related.IMPLIES
    with pytest.raises(UnknownNameError, match=r"Нет права на включение «pedagogical-workers»\. Возможно"):
        relate_versions(load_policies(), "pedagogical-workers", ON)
