"""The inference engine agrees with the reference meaning."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import reduce
from itertools import pairwise, product

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rsnms.domain.fact import Fact, FactType, FactValue
from rsnms.domain.fact_values import MAX_INTEGER
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.policy.conditions import MAX_DEPTH, All, Any, AtLeast, Comparison, Not, Op
from rsnms.rules.engine import MAX_TEXT
from rsnms.rules.explain import explain
from rsnms.rules.inference import Inference
from rsnms.rules.production import RuleBookError
from rsnms.rules.truth import Truth
from rsnms.testing.condition_trees import trials


def fact(name, type_, *values):
    return Fact(name, type_, Text(name), values=tuple(FactValue(value, Text(value)) for value in values))


def flags(count):
    return [Comparison(fact(f"flag_{n}", FactType.BOOLEAN), Op.IS, True) for n in range(count)]


def truths(condition, cases):
    inference = Inference(condition)
    found = [inference.truth(case) for case in cases]
    assert found == [explain(condition, case).truth for case in cases]
    return found


ROLES = fact("roles", FactType.CHOICES, "tutor", "mentor", "expert")
EXPERIENCE = fact("mentor.experience", FactType.DURATION)
CATEGORY = fact("category", FactType.CHOICE, "first", "highest")
ELIGIBLE = All(
    (
        Comparison(fact("diagnosed", FactType.BOOLEAN), Op.IS, True),
        Any(
            (
                All(
                    (
                        Comparison(CATEGORY, Op.IS, "highest"),
                        Comparison(EXPERIENCE, Op.AT_LEAST, Span.of(years=5)),
                    )
                ),
                Comparison(ROLES, Op.ANY_OF, ("expert", "mentor", "tutor")),
            )
        ),
    )
)
PEOPLE = [
    {name: value for name, value in zip(("diagnosed", "category", "mentor.experience", "roles"), values, strict=True)
     if value is not None}
    for values in product(
        (True, False, None),
        ("highest", "first", None),
        (59, 60, None),
        (frozenset(), frozenset({"mentor", "tutor"}), None),
    )
]  # fmt: skip


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trials(cases_each=5))
def test_inference_agrees_with_the_reference_meaning_and_its_negation_is_the_opposite(trial):
    inference, negation = Inference(trial.condition), Inference(Not(trial.condition))
    for case in trial.cases:
        truth = explain(trial.condition, case).truth
        assert inference.truth(case) is truth
        assert negation.truth(case) is truth.opposite


def test_a_condition_is_met_unmet_or_unknown():
    assert set(truths(ELIGIBLE, PEOPLE)) == set(Truth)


def test_nobody_known_is_unknown_and_asking_for_knowledge_is_not():
    assert truths(ELIGIBLE, [{}]) == [Truth.UNKNOWN]
    for asked, case in product((True, False), ({}, {"roles": frozenset()})):
        assert truths(Comparison(ROLES, Op.KNOWN, asked), [case]) == [Truth.of(asked == bool(case))]


@pytest.mark.parametrize(
    ("fact_", "values"),
    [
        (fact("n", FactType.INTEGER), [-MAX_INTEGER, -MAX_INTEGER + 1, -1, 0, 1, MAX_INTEGER - 1, MAX_INTEGER]),
        (fact("x", FactType.NUMBER), [-1e15, -2.5, -1e-300, -0.0, 0.0, 5e-324, 1e-7, 0.1 + 0.2, 0.3, 3, 1e15]),
        (fact("day", FactType.DATE), [date.min, date(1999, 12, 31), date(2000, 1, 1), date(2000, 2, 29), date.max]),
    ],
)
def test_ordered_values_compare_exactly(fact_, values):
    cases = [{fact_.name: value} for value in values]
    for asked in values:
        for op in (Op.IS, Op.IS_NOT, Op.AT_LEAST, Op.AT_MOST, Op.MORE_THAN, Op.LESS_THAN):
            truths(Comparison(fact_, op, asked), cases)
    for low, high in pairwise(values):
        truths(Comparison(fact_, Op.BETWEEN, (low, high)), cases)


@settings(max_examples=100, deadline=None)
@given(*[st.floats(allow_nan=False, allow_infinity=False)] * 2)
@example(-0.0, 0.0)
def test_any_float_compares_exactly(asked, found):
    number = fact("x", FactType.NUMBER)
    for op in (Op.AT_LEAST, Op.IS):
        truths(Comparison(number, op, asked), [{"x": found}, {"x": asked}])


LONG = "ёж" * MAX_TEXT


@pytest.mark.parametrize("asked", ["7", "учитель физики", 'a"b\\', "🎓", "\ud800", LONG, LONG + "\ud800"])
def test_texts_compare_exactly(asked):
    text, texts = fact("text", FactType.TEXT), fact("texts", FactType.TEXTS)
    others = [asked, asked + "x", asked[:-1], asked.upper(), LONG, "\ud801", "7.0"]
    truths(Comparison(text, Op.IS, asked), [{"text": other} for other in others])
    truths(Comparison(text, Op.NONE_OF, (asked, "other")), [{"text": other} for other in others])
    truths(Comparison(texts, Op.ALL_OF, (asked, "other")), [{"texts": frozenset({other, "other"})} for other in others])


def test_a_member_that_reads_like_another_question_is_not_confused_with_it():
    texts = fact("texts", FactType.TEXTS)
    odd = ("known", "texts known", "has known", "")
    condition = All((Comparison(texts, Op.KNOWN, True), Comparison(texts, Op.ALL_OF, odd)))
    assert truths(condition, [{"texts": frozenset(odd)}, {"texts": frozenset(odd[1:])}, {}]) == [
        Truth.MET,
        Truth.UNMET,
        Truth.UNMET,
    ]


@pytest.mark.parametrize("count", range(1, 7))
def test_at_least_so_many_is_exact(count):
    parts = flags(6)
    cases = [
        {part.fact.name: value for part, value in zip(parts, values, strict=True) if value is not None}
        for values in product((True, False, None), repeat=6)
    ]
    assert set(truths(AtLeast(count, tuple(parts)), cases)) == set(Truth)


def test_a_part_that_stands_twice_counts_twice_and_one_met_in_two_ways_once():
    one, other, third = flags(3)
    either = Any((one, other))
    condition = AtLeast(2, (either, third, All((third, third))))
    assert truths(condition, [{"flag_0": True, "flag_1": True}, {"flag_2": True}]) == [Truth.UNKNOWN, Truth.MET]


def test_size_costs_no_more_than_it_weighs():
    """Twenty of forty are 10¹¹ combinations, forty choices of two have 10¹² ways to be true."""
    parts = flags(40)
    met = {part.fact.name: True for part in parts}
    half = met | {part.fact.name: False for part in parts[20:]}
    pairs = All(tuple(Any((part, other)) for part, other in pairwise(parts)))
    for condition in (
        AtLeast(20, tuple(parts)),
        AtLeast(21, tuple(parts)),
        pairs,
        Not(pairs),
        Any((Not(pairs), pairs)),
    ):
        truths(condition, [met, half, {}, {"flag_3": False, "flag_4": False}])


def test_depth_is_no_bound():
    deep = reduce(lambda inner, part: Not(All((part, Any((part, inner))))), flags(MAX_DEPTH), *flags(1))
    truths(deep, [{}, *({f"flag_{n}": value for n in range(size)} for size in (1, 20, 40) for value in (True, False))])


def test_long_lists_are_possible_and_longer_ones_refused_clearly():
    number, texts = fact("n", FactType.INTEGER), fact("texts", FactType.TEXTS)
    truths(Comparison(number, Op.ONE_OF, tuple(range(900))), [{"n": 0}, {"n": 899}, {"n": 900}])
    members = tuple(f"member {n:03}" for n in range(240))
    truths(Comparison(texts, Op.ANY_OF, members), [{"texts": frozenset(members)}, {"texts": frozenset()}, {}])
    with pytest.raises(RuleBookError, match="300 fields of 'case' in one rule book, 250 are possible"):
        Inference(Comparison(texts, Op.ANY_OF, tuple(str(n) for n in range(300))))
    with pytest.raises(RuleBookError, match="patterns of 'case' in one rule book, 1024 are possible"):
        Inference(Comparison(number, Op.ONE_OF, tuple(range(1100))))


def test_threads_share_an_inference():
    inference = Inference(ELIGIBLE)
    expected = [explain(ELIGIBLE, person).truth for person in PEOPLE]

    def decide(turn):
        places = [(turn * 7 + place) % len(PEOPLE) for place in range(len(PEOPLE))]
        return all(inference.truth(PEOPLE[place]) is expected[place] for place in places)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(decide, range(24)))


def test_three_thousand_cases_in_a_row_stay_right():
    inference = Inference(ELIGIBLE)
    expected = [explain(ELIGIBLE, person).truth for person in PEOPLE]
    for turn in range(3000):
        assert inference.truth(PEOPLE[turn % len(PEOPLE)]) is expected[turn % len(PEOPLE)]


def test_an_atom_that_is_none_is_refused():
    with pytest.raises(TypeError, match="no atom of a integer"):
        Inference(Comparison(fact("n", FactType.INTEGER), Op.IS, 7)).truth({"n": 7.5})
