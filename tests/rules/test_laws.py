"""The laws of the reference meaning, on random conditions and people."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from rsnms.domain import Fact, FactType, Text
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, Op, parts_of
from rsnms.rules.explain import Literal, compare, explain
from rsnms.rules.truth import Truth, at_least
from rsnms.testing.condition_trees import Trial, trials

law = settings(max_examples=300, deadline=None)


def truth(condition: Condition, case) -> Truth:
    return explain(condition, case).truth


def split(trial: Trial) -> tuple[Condition, ...]:
    return parts_of(trial.condition) or (trial.condition,)


@law
@given(trials())
def test_combining_is_kleenes(trial):
    (case,), parts = trial.cases, split(trial)
    truths = [truth(part, case) for part in parts]

    assert truth(All(parts), case) is min(truths, key=lambda found: found.value)
    assert truth(Any(parts), case) is max(truths, key=lambda found: found.value)
    assert truth(Not(parts[0]), case) is truths[0].opposite
    for count in range(1, len(parts) + 1):
        assert truth(AtLeast(count, parts), case) is at_least(count, truths)


@law
@given(trials())
def test_de_morgan(trial):
    (case,), parts = trial.cases, split(trial)
    contrary = tuple(Not(part) for part in parts)

    assert truth(Not(All(parts)), case) is truth(Any(contrary), case)
    assert truth(Not(Any(parts)), case) is truth(All(contrary), case)
    for count in range(1, len(parts) + 1):
        assert truth(Not(AtLeast(count, parts)), case) is truth(AtLeast(len(parts) - count + 1, contrary), case)


@law
@given(trials())
def test_a_double_negation_changes_nothing(trial):
    (case,) = trial.cases
    twice = explain(Not(Not(trial.condition)), case)
    once = explain(trial.condition, case)

    assert twice.truth is once.truth
    assert list(twice.in_the_way()) == list(once.in_the_way())


@law
@given(trials())
def test_at_least_one_is_any_and_at_least_all_is_all(trial):
    (case,), parts = trial.cases, split(trial)

    for counted, same in ((AtLeast(1, parts), Any(parts)), (AtLeast(len(parts), parts), All(parts))):
        assert truth(counted, case) is truth(same, case)
        assert list(explain(counted, case).in_the_way()) == list(explain(same, case).in_the_way())


@law
@given(trials(), st.randoms())
def test_the_order_of_parts_changes_nothing_but_the_order_of_reasons(trial, random):
    (case,), parts = trial.cases, split(trial)
    shuffled = tuple(random.sample(parts, len(parts)))

    for node in (All, Any, lambda those: AtLeast((len(those) + 1) // 2, those)):
        one, other = explain(node(parts), case), explain(node(shuffled), case)
        assert one.truth is other.truth
        assert sorted(map(str, one.in_the_way())) == sorted(map(str, other.in_the_way()))


@law
@given(trials())
def test_a_single_part_means_what_it_says(trial):
    (case,) = trial.cases

    for node in (All, Any, lambda parts: AtLeast(1, parts)):
        assert truth(node((trial.condition,)), case) is truth(trial.condition, case)


@law
@given(trials(cases_each=2, known_ops=False), st.randoms())
def test_learning_a_fact_never_turns_a_settled_verdict(trial, random):
    case, other = trial.cases
    forgotten = dict(random.sample(list(case.items()), random.randint(0, len(case))))
    settled = truth(trial.condition, forgotten)

    for learned in (case, {**other, **forgotten}):
        assert settled in (Truth.UNKNOWN, truth(trial.condition, learned))


@law
@given(trials())
def test_nothing_stands_in_the_way_exactly_when_the_condition_is_met(trial):
    (case,) = trial.cases
    explanation = explain(trial.condition, case)
    reasons = list(explanation.in_the_way())
    contrary = list(explanation.in_the_way(negated=True))

    assert (not reasons) == (explanation.truth is Truth.MET)
    assert (not contrary) == (explanation.truth is Truth.UNMET)
    for literal, found_truth, found in (*reasons, *contrary):
        compared = compare(literal.comparison, case.get(literal.comparison.fact.name))
        assert found_truth is (compared.opposite if literal.negated else compared)
        assert found_truth is not Truth.MET
        assert found == case.get(literal.comparison.fact.name)


@law
@given(trials())
def test_an_explanation_has_the_shape_of_its_condition(trial):
    (case,) = trial.cases

    def nodes(explanation):
        yield explanation.node
        for part in explanation.parts:
            yield from nodes(part)

    def conditions(condition):
        yield condition
        for part in parts_of(condition):
            yield from conditions(part)

    assert list(nodes(explain(trial.condition, case))) == list(conditions(trial.condition))


# --- the comparisons listed are exactly those that still matter ------------------------------------------------------

LEAVES = tuple(Comparison(Fact(f"f{n}", FactType.BOOLEAN, Text(f"f{n}")), Op.IS, True) for n in range(6))


@st.composite
def read_once(draw, leaves=LEAVES) -> Condition:
    """A condition in which every fact is asked once."""
    wrap = Not if draw(st.integers(0, 3)) == 0 else lambda node: node
    if len(leaves) == 1:
        return wrap(leaves[0])
    cuts = sorted(draw(st.sets(st.integers(1, len(leaves) - 1), min_size=1, max_size=3)))
    parts = tuple(draw(read_once(leaves[a:b])) for a, b in zip((0, *cuts), (*cuts, len(leaves)), strict=True))
    return wrap(draw(st.sampled_from([All(parts), Any(parts), AtLeast((len(parts) + 1) // 2, parts)])))


@law
@given(
    st.integers(1, len(LEAVES)).flatmap(lambda count: read_once(LEAVES[:count])),
    st.lists(st.sampled_from([True, False, None]), min_size=len(LEAVES), max_size=len(LEAVES)),
)
def test_the_reasons_are_exactly_the_comparisons_that_can_still_decide(condition, answers):
    case = {leaf.fact.name: answer for leaf, answer in zip(LEAVES, answers, strict=True) if answer is not None}
    explanation = explain(condition, case)
    listed = {literal.comparison.fact.name for literal, *_ in explanation.in_the_way()}
    wanted = {literal.comparison.fact.name: not literal.negated for literal in literals(condition)}
    open_ = [name for name, answer in wanted.items() if case.get(name) is not answer]
    settled = {name: answer for name, answer in wanted.items() if name not in open_}

    deciding = set()
    for turned in product((True, False), repeat=len(open_)):
        chosen = settled | {name: wanted[name] is turn for name, turn in zip(open_, turned, strict=True)}
        for name in open_:
            if truth(condition, chosen) is not truth(condition, {**chosen, name: not chosen[name]}):
                deciding.add(name)
    assert listed == deciding
    if explanation.truth is not Truth.MET:
        assert truth(condition, case | {name: wanted[name] for name in listed}) is Truth.MET


def literals(condition: Condition, negated: bool = False):
    """Every comparison as the condition wants it."""
    if isinstance(condition, Comparison):
        yield Literal(condition, negated)
    for part in parts_of(condition):
        yield from literals(part, negated != isinstance(condition, Not))
