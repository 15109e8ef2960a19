"""Provers are shared by the checks, and people are asked about on a day on which the policy is in force."""

from datetime import date

import pytest

from rsnms.checks.conditions.proving import are_equivalent, day_of, prover_of, prover_of_both, smallest
from rsnms.domain.fact import About
from rsnms.policy.conditions import All, Any, Comparison, Not, Op
from rsnms.policy.loading import load_policies

TREE = load_policies()
KIROVSK = TREE["ru/leningrad/kirovsk"].periods
DAY = date(2025, 1, 1)


@pytest.mark.parametrize(
    ("policy", "day"),
    [
        pytest.param(KIROVSK[-1], DAY, id="in force"),
        pytest.param(KIROVSK[0], date(2023, 5, 23), id="not in force any more"),
        pytest.param(TREE["ru"].latest, DAY, id="the base"),
    ],
)
def test_the_day(policy, day):
    assert day_of(policy, DAY) == day


def test_one_prover_for_all_checks():
    policy = KIROVSK[-1]
    prover = prover_of(policy, About.PERSON, DAY)
    assert prover_of(policy, About.PERSON, DAY) is prover
    assert prover_of(policy, About.PERSON, date(2026, 1, 1)) is not prover
    assert prover_of(policy, About.PAIR, DAY) is not prover
    assert prover_of_both(policy, TREE["ru/leningrad"].latest, About.PERSON, DAY) is prover


def test_equivalence_is_of_all_three_truths():
    facts = TREE["ru"].latest.facts
    prover = prover_of(TREE["ru"].latest, About.PERSON, DAY)
    teaches, manages = (Comparison(facts[name], Op.IS, True) for name in ("teaches", "manages_organisation"))
    assert are_equivalent(prover, All((teaches, manages)), Not(Any((Not(manages), Not(teaches)))))
    assert are_equivalent(prover, teaches, All((teaches, Any((teaches, manages)))))
    # Met by the same, but unmet rather than unknown where the fact is not known.
    assert not are_equivalent(prover, teaches, All((teaches, Comparison(facts["teaches"], Op.KNOWN, True))))
    # Unmet by the same, but unknown where the other fact is not known.
    assert not are_equivalent(prover, teaches, All((teaches, Any((manages, Not(manages))))))


def test_the_smallest_that_suffices():
    def reaches_ten(numbers: list[int]) -> bool:
        return sum(numbers) >= 10

    assert smallest([1, 2, 12, 3], reaches_ten) == (12,)
    assert smallest([1, 9, 8, 3], reaches_ten) == (1, 9)
