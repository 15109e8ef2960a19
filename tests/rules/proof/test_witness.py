"""Witnesses are possible people: within the ranges of facts, and without lives that contradict themselves."""

from datetime import date

import pytest

from rsnms import load_policies
from rsnms.domain.fact import About
from rsnms.policy.conditions import All, Any, Comparison, Op
from rsnms.rules.proof.prover import MET, Demand
from rsnms.rules.proof.witness import Witness, is_possible, simplest

ON = date(2024, 6, 1)
BORN = date(1990, 5, 10)


@pytest.fixture(scope="module")
def persons():
    return load_policies()["ru/volgograd"].latest.facts_about(About.PERSON)


@pytest.mark.parametrize(
    ("facts", "fits"),
    [
        ({}, True),
        ({"birth_date": BORN}, True),
        ({"birth_date": date(2012, 1, 1)}, None),
        ({"birth_date": date(2024, 6, 2)}, False),
        ({"birth_date": BORN, "diagnosed_on": date(1990, 5, 9)}, False),
        ({"birth_date": BORN, "diagnosed_on": BORN}, True),
        ({"birth_date": BORN, "work_started_on": date(2004, 5, 9)}, False),
        ({"birth_date": BORN, "work_started_on": date(2004, 5, 10)}, True),
        ({"age": 20 * 12, "specialty_experience": 6 * 12}, True),
        ({"age": 20 * 12, "specialty_experience": 6 * 12 + 1}, False),
        ({"birth_date": BORN, "pedagogical_experience": 20 * 12}, True),
        ({"birth_date": BORN, "pedagogical_experience": 20 * 12 + 1}, False),
    ],
)
def test_lives_that_contradict_themselves(persons, facts, fits):
    """``None``: somebody of twelve is out of the range of ages, however lifelike he has to be."""
    assert is_possible(facts, persons, ON, lifelike=True) is bool(fits)
    assert is_possible(facts, persons, ON, lifelike=False) is (fits is not None)


def test_what_does_not_matter_is_left_out_and_values_come_to_the_bounds(persons):
    condition = Any(
        (
            All(
                (
                    Comparison(persons["category"], Op.IS, "highest"),
                    Comparison(persons["teaches"], Op.IS, True),
                )
            ),
            Comparison(persons["post"], Op.IS, "head"),
        )
    )
    found = {"category": "highest", "teaches": True, "post": "tutor", "category_until": date(2031, 1, 1)}
    simple = simplest(Witness(found, ON), [Demand(condition, MET)], persons, lifelike=True)
    assert dict(simple.facts) == {"category": "highest", "teaches": True}
