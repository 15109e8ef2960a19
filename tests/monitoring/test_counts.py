"""Bounds hold whatever the unknown turns out to be, and no tighter ones would."""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from rsnms.monitoring.counts import Counts, ratio, share, tally

ANSWERS = st.sampled_from((True, False, None))
ROWS = st.lists(st.tuples(ANSWERS, ANSWERS), max_size=6)
KINDS = {
    (True, True): "met",
    (True, False): "unmet",
    (True, None): "open",
    (None, True): "maybe_met",
    (None, False): "maybe_unmet",
    (None, None): "maybe_open",
}


def counted(rows):
    kinds = [KINDS[row] for row in rows if row[0] is not False]
    return Counts(**{kind: kinds.count(kind) for kind in set(kinds)})


def completions(rows):
    """Every way in which the unknown answers can turn out."""
    choices = [[(inside, met) for inside in _filled(of) for met in _filled(where)] for of, where in rows]
    return product(*choices)


def _filled(answer):
    return (True, False) if answer is None else (answer,)


@given(ROWS)
def test_a_share_lies_between_its_bounds_and_reaches_both(rows) -> None:
    found = share(counted(rows))
    values = {
        Fraction(sum(met for inside, met in full if inside), population)
        for full in completions(rows)
        if (population := sum(inside for inside, _ in full))
    }
    assert (found.low, found.high) == ((min(values), max(values)) if values else (None, None))
    if found.value is not None:
        assert found.low <= found.value <= found.high


@given(ROWS)
def test_a_tally_lies_between_its_bounds_and_reaches_both(rows) -> None:
    found = tally(counted(rows))
    values = {sum(inside and met for inside, met in full) for full in completions(rows)}
    assert (found.low, found.high) == (min(values), max(values))
    assert found.low == found.value


@given(st.lists(ANSWERS, max_size=5), st.lists(ANSWERS, max_size=5))
def test_a_ratio_lies_between_its_bounds(of, to) -> None:
    found = ratio(counted([(one, True) for one in of]), counted([(one, True) for one in to]))
    for many, few in product(*(completions([(one, True) for one in side]) for side in (of, to))):
        number = sum(inside for inside, _ in few)
        if number:
            value = Fraction(sum(inside for inside, _ in many), number)
            assert found.low <= value
            assert found.high is None or value <= found.high
    if not any(one is True for one in to):
        assert found.high is None


@given(ROWS, ROWS)
def test_counts_add_up(first, second) -> None:
    assert counted(first) + counted(second) == counted(first + second)


def test_what_is_exact() -> None:
    assert share(Counts(met=1, unmet=3)).is_exact
    assert not share(Counts(met=1, unmet=3, open=1)).is_exact
    assert share(Counts()).value is None
    assert ratio(Counts(met=500), Counts(met=2)).value == 250
