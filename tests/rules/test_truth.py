"""Kleene's tables."""

from itertools import product

import pytest

from rsnms.rules.truth import Truth, at_least

UNMET, UNKNOWN, MET = Truth


def test_negation_keeps_unknown():
    assert [truth.opposite for truth in (UNMET, UNKNOWN, MET)] == [MET, UNKNOWN, UNMET]


def test_an_answer_has_a_truth():
    assert [Truth.of(answer) for answer in (False, None, True)] == [UNMET, UNKNOWN, MET]


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (UNMET, UNMET, UNMET, UNMET),
        (UNMET, UNKNOWN, UNMET, UNKNOWN),
        (UNMET, MET, UNMET, MET),
        (UNKNOWN, UNMET, UNMET, UNKNOWN),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, MET, UNKNOWN, MET),
        (MET, UNMET, UNMET, MET),
        (MET, UNKNOWN, UNKNOWN, MET),
        (MET, MET, MET, MET),
    ],
)
def test_all_and_any_of_two(one, other, both, either):
    assert at_least(2, [one, other]) is both
    assert at_least(1, [one, other]) is either


@pytest.mark.parametrize("size", range(1, 5))
def test_at_least_is_settled_when_no_outcome_of_the_unknown_can_change_it(size):
    for truths, count in product(product(Truth, repeat=size), range(1, size + 1)):
        outcomes = product(*((UNMET, MET) if truth is UNKNOWN else (truth,) for truth in truths))
        answers = {turned.count(MET) >= count for turned in outcomes}

        assert at_least(count, list(truths)) is (UNKNOWN if len(answers) == 2 else Truth.of(answers.pop()))
