from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings

from policy_tests.imagined import ASKED, EXPERIENCE, GRADE, ID, ROLES, SMALL, TODAY, TUTOR, jurisdiction, jurisdictions
from rsnms.domain.fact import Atom, Fact, FactType
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, Op, Operand, parts_of
from rsnms.policy.loading import packaged_policies, read_workspace
from rsnms.policy.model import Jurisdiction
from rsnms.policy_tests.equivalence import Provers, is_equivalent
from rsnms.policy_tests.mutants import Mutant, units_of
from rsnms.policy_tests.mutations import Kind, mutations_of
from rsnms.policy_tests.stated_conditions import conditions_of
from rsnms.rules.explain import explain
from rsnms.rules.judge import judge_of

DAY = Fact("day", FactType.DATE, Text("День"))
NUMBER = Fact("number", FactType.NUMBER, Text("Число"))


def moved(fact: Fact, op: Op, operand: Operand) -> list[Operand]:
    comparison = Comparison(fact, op, operand)
    bounds = (Kind.LOWER, Kind.HIGHER)
    changed = [mutation.of(comparison) for mutation in mutations_of(comparison) if mutation.kind in bounds]
    return [one.operand for one in changed if isinstance(one, Comparison)]


@pytest.mark.parametrize(
    ("fact", "op", "operand", "expected"),
    [
        (EXPERIENCE, Op.AT_LEAST, Span.of(5), [Span.of(4), Span.of(6)]),
        (EXPERIENCE, Op.AT_LEAST, Span(60), [Span(59), Span(61)]),
        (EXPERIENCE, Op.LESS_THAN, Span.of(1), [Span.of(2)]),  # nobody has less than no years
        (GRADE, Op.AT_LEAST, 3, [2]),  # nobody has more than the highest grade
        (GRADE, Op.BETWEEN, (1, 2), [(0, 2), (2, 2), (1, 1), (1, 3)]),
        (GRADE, Op.BETWEEN, (2, 2), [(1, 2), (2, 3)]),
        (GRADE, Op.IS, 1, [0, 2]),
        (DAY, Op.AT_MOST, date(2024, 2, 29), [date(2024, 2, 28), date(2024, 3, 1)]),
        (NUMBER, Op.MORE_THAN, 70.0, [69.0, 71.0]),
        (NUMBER, Op.MORE_THAN, 3.25, [3.24, 3.26]),
    ],
)
def test_a_bound_moves_by_one_unit(fact: Fact, op: Op, operand: Operand, expected: list[Operand]) -> None:
    assert moved(fact, op, operand) == expected


@pytest.mark.parametrize(
    ("op", "operand", "judged_otherwise"),
    [
        (Op.AT_LEAST, 70.0, [70.0]),
        (Op.MORE_THAN, 70.0, [70.0]),
        (Op.AT_MOST, 3.25, [3.25]),
        (Op.LESS_THAN, 3.25, [3.25]),
        (Op.BETWEEN, (1.0, 2.5), [1.0, 2.5]),
    ],
)
def test_of_a_number_with_decimals_the_bound_itself_changes_sides(
    op: Op, operand: Operand, judged_otherwise: list[float]
) -> None:
    comparison = Comparison(NUMBER, op, operand)
    changed = [mutation.of(comparison) for mutation in mutations_of(comparison) if mutation.kind is Kind.EDGE]
    values = [0.0, 0.99, 1.0, 1.01, 2.49, 2.5, 2.51, 3.24, 3.25, 3.26, 69.9, 70.0, 70.1]
    found = [
        value
        for one in changed
        for value in values
        if explain(one, {"number": value}).truth is not explain(comparison, {"number": value}).truth
    ]
    assert found == judged_otherwise


@pytest.mark.parametrize(("fact", "operand"), [(EXPERIENCE, Span.of(5)), (GRADE, 2), (DAY, date(2024, 2, 29))])
def test_of_whole_units_a_bound_that_changes_sides_is_one_that_moves(fact: Fact, operand: Operand) -> None:
    assert Kind.EDGE not in [one.kind for one in mutations_of(Comparison(fact, Op.AT_LEAST, operand))]


def test_of_a_list_each_member_is_left_out_but_never_the_last() -> None:
    several, one = (Comparison(ROLES, Op.ANY_OF, members) for members in (("expert", "mentor"), ("mentor",)))
    left_out = [mutation.of(several) for mutation in mutations_of(several) if mutation.kind is Kind.WITHOUT]
    assert left_out == [Comparison(ROLES, Op.ANY_OF, ("mentor",)), Comparison(ROLES, Op.ANY_OF, ("expert",))]
    assert [mutation.kind for mutation in mutations_of(one)] == [Kind.NEVER, Kind.ALWAYS]


def test_nodes_are_swapped_and_counts_moved() -> None:
    parts = tuple(Comparison(TUTOR, Op.IS, value) for value in (True, False, True))
    assert [mutation.of(All(parts)) for mutation in mutations_of(All(parts))] == [Any(parts)]
    assert [mutation.of(Any(parts)) for mutation in mutations_of(Any(parts))] == [All(parts)]
    two = AtLeast(2, parts)
    assert [mutation.of(two) for mutation in mutations_of(two)] == [AtLeast(1, parts), AtLeast(3, parts)]
    assert [*mutations_of(All(parts[:1])), *mutations_of(Not(two))] == []


def test_equal_comparisons_of_an_element_are_one_unit_and_nodes_stand_by_themselves() -> None:
    tutor, other = Comparison(TUTOR, Op.IS, True), Comparison(TUTOR, Op.IS, True, clause="9")
    grade = Comparison(GRADE, Op.AT_LEAST, 2)
    units = units_of(jurisdiction(SMALL, All((tutor, grade)), All((other, grade)), grade))
    assert [(unit.path, unit.steps) for unit in units] == [
        (("gate",), ()),
        (("gate",), (0,)),
        (("gate",), (1,)),
        (("grounds", 0, "when"), ()),
    ]


def test_a_criterion_stands_where_it_is_used_and_in_its_own_place() -> None:
    workspace = read_workspace(packaged_policies())
    units = units_of(workspace.tree["ru/volgograd"], workspace)
    asked = "years_in_profession less_than 3 years"
    found = next(unit for unit in units if unit.element == "young-educator-support" and str(unit.node) == asked)
    assert found.at is not None
    assert found.at.criterion is not None
    use, own = found.at.place, found.at.criterion
    lines = {place: Path(place.file).read_text(encoding="utf-8").splitlines()[place.line - 1] for place in (use, own)}
    assert lines[use].strip() == "when: {use: young-educator}"
    assert lines[own].strip() == "- {fact: years_in_profession, less_than: 3 years}"


Place = tuple[object, ...]


def differing(one: Condition, other: Condition, place: Place) -> Iterator[Place]:
    """The places at which two trees begin to differ."""
    same_kind = type(one) is type(other) and len(parts_of(one)) == len(parts_of(other))
    same_count = getattr(one, "count", None) == getattr(other, "count", None)
    if not same_kind or not same_count or (isinstance(one, Comparison) and one != other):
        yield place
        return
    for index, (mine, yours) in enumerate(zip(parts_of(one), parts_of(other), strict=True)):
        yield from differing(mine, yours, (*place, index))


def comparisons_at(condition: Condition, place: Place) -> Iterator[tuple[Place, Comparison]]:
    if isinstance(condition, Comparison):
        yield place, condition
    for index, part in enumerate(parts_of(condition)):
        yield from comparisons_at(part, (*place, index))


def mutants_of(one: Jurisdiction) -> list[Mutant]:
    return [mutant for unit in units_of(one) for mutant in unit.mutants()]


@given(jurisdictions())
@settings(max_examples=60)
def test_a_mutant_differs_from_the_original_at_its_unit_alone(original: Jurisdiction) -> None:
    before = conditions_of(original.latest.eligibilities[ASKED])
    for mutant in mutants_of(original):
        mutated = mutant.jurisdiction(original)
        assert mutated is not None
        after = conditions_of(mutated.latest.eligibilities[ASKED])
        found = {place for path in before for place in differing(before[path], after[path], path)}
        unit = mutant.unit
        if unit.comparison is None:
            assert found == {(*unit.path, *unit.steps)}
        else:
            stated = [pair for path in before for pair in comparisons_at(before[path], path)]
            assert found == {place for place, one in stated if one.key == unit.comparison.key}


def everybody() -> Iterator[dict[str, Atom]]:
    """Everybody whom four facts with few values can describe, unknown ones included."""
    values: dict[str, list[Atom | None]] = {
        "category": [None, "none", "first"],
        "tutor": [None, True, False],
        "grade": [None, 0, 1, 2, 3],
        "roles": [None, *map(frozenset, ([], ["mentor"], ["expert"], ["mentor", "expert"]))],
    }
    for chosen in product(*values.values()):
        yield {name: value for name, value in zip(values, chosen, strict=True) if value is not None}


@given(jurisdictions(SMALL))
@settings(max_examples=12)
def test_a_mutant_is_equivalent_exactly_where_nobody_is_judged_differently(original: Jurisdiction) -> None:
    provers = Provers(TODAY)
    judge = judge_of(original.latest.eligibilities[ASKED])
    people = list(everybody())
    for mutant in mutants_of(original)[:12]:
        mutated = mutant.jurisdiction(original)
        assert mutated is not None
        other = judge_of(mutated.latest.eligibilities[ASKED])
        same = all(
            (one.verdict, one.ground and one.ground.id) == (two.verdict, two.ground and two.ground.id)
            for one, two in ((judge(case), other(case)) for case in people)
        )
        assert is_equivalent(mutant, {ID: original}, provers) == same
