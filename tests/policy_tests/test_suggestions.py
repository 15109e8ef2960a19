from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from policy_tests.imagined import ASKED, EXPERIENCE, ID, SCORE, SMALL, TODAY, TUTOR, jurisdiction, jurisdictions
from rsnms.domain.span import Span
from rsnms.policy.conditions import All, Comparison, Op
from rsnms.policy.loading import packaged_policies, read_workspace
from rsnms.policy.model import Jurisdiction
from rsnms.policy_tests.case import Case, EligibilityCase
from rsnms.policy_tests.coverage import coverage
from rsnms.policy_tests.mutants import units_of
from rsnms.policy_tests.noticing import Examiner
from rsnms.policy_tests.reading import read_cases
from rsnms.policy_tests.running import run_case
from rsnms.policy_tests.suggestions import Suggestions, suggestions
from rsnms.policy_tests.writing import written_tests

EXPERIENCED = jurisdiction(
    (EXPERIENCE, TUTOR), Comparison(TUTOR, Op.IS, True), Comparison(EXPERIENCE, Op.AT_LEAST, Span.of(5), "2.1")
)


def suggested_for(one: Jurisdiction) -> Suggestions:
    return suggestions({ID: one}, coverage({ID: one}, [], [ID], TODAY), TODAY)


def confirmed(found: Suggestions) -> list[Case]:
    return [replace(case, confirmed=True) for case in found.cases]


@given(jurisdictions())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_suggested_cases_pass_and_cover_everything(one: Jurisdiction) -> None:
    found = suggested_for(one)
    cases = confirmed(found)
    assert found.unmatched == ()
    assert all(run_case(case, one).passed for case in cases)
    (measured,) = coverage({ID: one}, cases, [ID], TODAY)
    assert measured.survivors == ()
    assert measured.share == 1


@given(jurisdictions(SMALL))
@settings(max_examples=15)
def test_no_suggested_case_is_idle(one: Jurisdiction) -> None:
    cases = confirmed(suggested_for(one))
    mutants = [mutant for unit in units_of(one) for mutant in unit.mutants()]
    held = [mutant for mutant in mutants if Examiner({ID: one}, cases).noticing(mutant)]
    for index in range(len(cases)):
        others = Examiner({ID: one}, [*cases[:index], *cases[index + 1 :]])
        assert any(others.noticing(mutant) is None for mutant in held)


def test_a_threshold_gets_somebody_just_inside_and_somebody_just_outside() -> None:
    text = written_tests(EXPERIENCED, suggested_for(EXPERIENCED).tests)
    assert (
        text
        == """\
policy: ru/x
on: 2024-06-15

tests:
  # п. 2.1: Педагогический стаж — не менее 5 лет
  - name: 'Методический актив: педагогический стаж 4 года 11 месяцев — мало'
    confirmed: false
    eligibility: asked
    person:
      tutor: true
      experience: 4 years 11 months
    expect:
      verdict: ineligible
      unmet: [experience]

  # п. 2.1: Педагогический стаж — не менее 5 лет
  - name: 'Методический актив: педагогический стаж 5 лет — достаточно'
    confirmed: false
    eligibility: asked
    person:
      tutor: true
      experience: 5 years
    expect:
      verdict: eligible
      ground: g1

  # п. 2: Тьютор: да
  - name: 'Методический актив: тьютор: нет — права нет'
    confirmed: false
    eligibility: asked
    person:
      tutor: false
      experience: 5 years
    expect:
      verdict: ineligible
      unmet: [tutor]
"""
    )


@pytest.mark.parametrize("op", [Op.AT_LEAST, Op.MORE_THAN, Op.AT_MOST, Op.LESS_THAN])
def test_a_number_with_decimals_gets_somebody_exactly_at_it_and_one_last_decimal_beside_it(op: Op) -> None:
    scored = jurisdiction((SCORE,), None, Comparison(SCORE, op, 2.2))
    cases = confirmed(suggested_for(scored))
    values = sorted(value for case in cases if isinstance(case, EligibilityCase) for value in case.facts.values())
    beside = 2.1 if op in (Op.AT_LEAST, Op.LESS_THAN) else 2.3
    assert values == sorted([2.2, beside])
    (measured,) = coverage({ID: scored}, cases, [ID], TODAY)
    assert (measured.share, measured.equivalent) == (1, ())


def test_where_nothing_is_missing_nothing_is_suggested() -> None:
    cases = confirmed(suggested_for(EXPERIENCED))
    measured = coverage({ID: EXPERIENCED}, cases, [ID], TODAY)
    assert suggestions({ID: EXPERIENCED}, measured, TODAY) == Suggestions(())


def test_what_a_stricter_demand_says_already_is_equivalent_and_not_suggested() -> None:
    four, five = (Comparison(EXPERIENCE, Op.AT_LEAST, Span.of(years)) for years in (4, 5))
    twice = jurisdiction((EXPERIENCE,), None, All((four, five)))
    (measured,) = coverage({ID: twice}, confirmed(suggested_for(twice)), [ID], TODAY)
    assert [(str(one.unit.node), str(one.mutation.kind)) for one in measured.equivalent] == [
        ("experience at_least 4 years", "lower"),
        ("experience at_least 4 years", "higher"),
        ("experience at_least 4 years", "always-met"),
    ]
    assert measured.share == 1


@pytest.mark.parametrize("policy", ["ru", "ru/leningrad/kirovsk", "ru/altai/ust-koksa"])
def test_suggested_tests_read_back_as_they_were_written_and_cover_a_packaged_policy(
    policy: str, tmp_path: Path
) -> None:
    workspace = read_workspace(packaged_policies())
    tree = workspace.tree
    found = suggestions(tree, coverage(tree, [], [policy], TODAY), TODAY)
    read: list[Case] = []
    for id_, tests in found.by_policy().items():
        file = tmp_path / f"{id_.replace('/', '-')}.test.yaml"
        file.write_text(written_tests(tree[id_], tests), encoding="utf-8")
        written = [case for test in tests for case in test.cases]
        back = read_cases(workspace, [file])
        assert [replace(case, place=written[0].place) for case in back] == written
        read += back
    assert not any(case.confirmed for case in read)
    (measured,) = coverage(tree, [replace(case, confirmed=True) for case in read], [policy], TODAY)
    assert found.unmatched == ()
    assert measured.covered == measured.counted > 0
    assert measured.policy == policy
    assert ASKED not in {case.subject[1] for case in read}
