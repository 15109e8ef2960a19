from dataclasses import replace
from fractions import Fraction

import pytest

from policy_tests.imagined import ASKED, EXPERIENCE, ID, SCORE, TODAY, TUTOR, jurisdiction
from rsnms.domain.fact import Atom
from rsnms.domain.span import Span
from rsnms.policy.conditions import Any, Comparison, Op, Operand
from rsnms.policy.problems import Place
from rsnms.policy_tests.case import Case, EligibilityCase, ExpectedDecision
from rsnms.policy_tests.coverage import PolicyCoverage, coverage
from rsnms.policy_tests.mutants import units_of
from rsnms.policy_tests.mutations import Kind
from rsnms.reports.policy_tests.coverage import coverage_lines, coverage_records
from rsnms.reports.policy_tests.coverage_words import change_words, exact_percent_words, percent_words
from rsnms.rules.judge import Verdict

EITHER = jurisdiction(
    (EXPERIENCE, TUTOR),
    None,
    Any((Comparison(TUTOR, Op.IS, True), Comparison(EXPERIENCE, Op.AT_LEAST, Span.of(5), "2.1"))),
)


def case(name: str, verdict: Verdict, **facts: Atom | Span) -> Case:
    place = Place("people.test.yaml", len(name))
    expected = ExpectedDecision(verdict)
    return EligibilityCase(
        policy=ID, place=place, name=name, on=TODAY, eligibility=ASKED, facts=facts, expected=expected
    )


def measured(*cases: Case) -> PolicyCoverage:
    (one,) = coverage({ID: EITHER}, cases, [ID], TODAY)
    return one


def surviving(one: PolicyCoverage) -> list[tuple[str, str]]:
    nodes = ((survivor.mutant.unit.node, survivor.mutant.mutation.kind) for survivor in one.survivors)
    return [(str(node) if isinstance(node, Comparison) else type(node).__name__, str(kind)) for node, kind in nodes]


TUTOR_ONLY = case("Тьютор без стажа", Verdict.ELIGIBLE, tutor=True, experience=Span.of(1))
INSIDE = case("Ровно 5 лет", Verdict.ELIGIBLE, tutor=False, experience=Span.of(5))
OUTSIDE = case("Без месяца 5 лет", Verdict.INELIGIBLE, tutor=False, experience=Span.of(4, 11))


def test_without_cases_nothing_is_covered() -> None:
    one = measured()
    assert (one.covered, one.counted, one.share, one.cases) == (0, 3, 0, 0)
    assert surviving(one) == [
        ("Any", "swapped"),
        ("tutor is true", "never-met"),
        ("tutor is true", "always-met"),
        ("experience at_least 5 years", "lower"),
        ("experience at_least 5 years", "higher"),
        ("experience at_least 5 years", "never-met"),
        ("experience at_least 5 years", "always-met"),
    ]


def test_both_sides_of_a_threshold_and_each_way_in_cover_all() -> None:
    one = measured(TUTOR_ONLY, INSIDE, OUTSIDE)
    assert (one.covered, one.counted, one.share, one.survivors) == (3, 3, 1, ())


def test_a_threshold_is_held_to_the_unit() -> None:
    far = case("Три года", Verdict.INELIGIBLE, tutor=False, experience=Span.of(3))
    one = measured(TUTOR_ONLY, INSIDE, far)
    assert surviving(one) == [("experience at_least 5 years", "lower")]
    assert one.share == Fraction(2, 3)
    assert one.survivors[0].nearest is INSIDE


def test_a_comparison_whose_fact_is_not_known_has_decided_nothing() -> None:
    unknown = case("Стаж неизвестен", Verdict.UNDETERMINED, tutor=False)
    assert ("experience at_least 5 years", "never-met") in surviving(measured(unknown))
    assert ("experience at_least 5 years", "always-met") in surviving(measured(unknown))


def test_what_is_unmet_beside_a_decision_that_stays_decides_nothing() -> None:
    both = jurisdiction(
        (EXPERIENCE, TUTOR), Comparison(TUTOR, Op.IS, True), Comparison(EXPERIENCE, Op.AT_LEAST, Span.of(5))
    )
    exact = ExpectedDecision(Verdict.INELIGIBLE, unmet=frozenset({"tutor"}))
    one = replace(INSIDE, expected=exact)
    (found,) = coverage({ID: both}, [one], [ID], TODAY)
    assert found.covered == 0
    assert [kind for node, kind in surviving(found) if node.startswith("tutor")] == ["never-met"]


def test_cases_that_nobody_confirms_and_cases_that_fail_hold_nothing() -> None:
    suggested = [replace(one, confirmed=False) for one in (TUTOR_ONLY, INSIDE, OUTSIDE)]
    failing = case("Ошибка", Verdict.INELIGIBLE, tutor=False, experience=Span.of(5))
    assert measured(*suggested, failing).covered == 0


def test_what_is_lacking_is_told_with_the_nearest_case() -> None:
    far = case("Три года", Verdict.INELIGIBLE, tutor=False, experience=Span.of(3))
    assert list(coverage_lines([measured(TUTOR_ONLY, INSIDE, far)])) == [
        "ru/x: 66,6 %, закрыто мест: 2 из 3, тестов: 3",
        "  asked: Педагогический стаж — не менее 5 лет",
        "    порог 5 лет → 4 года: ни один тест не заметил",
        "    ближайший: «Ровно 5 лет» (people.test.yaml:11)",
    ]
    (said,) = list(coverage_lines([measured(TUTOR_ONLY, INSIDE, OUTSIDE)], "en"))
    assert said == "ru/x: 100%, 3 of 3 places covered, 3 cases"


def test_records_have_stable_keys() -> None:
    far = case("Три года", Verdict.INELIGIBLE, tutor=False, experience=Span.of(3))
    (record,) = coverage_records([measured(TUTOR_ONLY, INSIDE, far)])
    assert {key: record[key] for key in ("policy", "units", "covered", "share", "percent", "cases")} == {
        "policy": "ru/x",
        "units": 3,
        "covered": 2,
        "share": "2/3",
        "percent": 66.6,
        "cases": 3,
    }
    assert record["equivalent"] == []
    assert record["survivors"] == [
        {
            "section": "eligibility",
            "element": "asked",
            "path": "grounds[0].when",
            "steps": [1],
            "file": None,
            "line": None,
            "column": None,
            "fact": "experience",
            "op": "at_least",
            "operand": "5 years",
            "unit": "Педагогический стаж — не менее 5 лет",
            "mutation": "lower",
            "change": "порог 5 лет → 4 года",
            "nearest": {"name": "Ровно 5 лет", "file": "people.test.yaml", "line": 11},
        }
    ]


@pytest.mark.parametrize(
    ("share", "ru", "en"),
    [
        (Fraction(1), "100 %", "100%"),
        (Fraction(9_999, 10_000), "99,9 %", "99.9%"),
        (Fraction(2, 3), "66,6 %", "66.6%"),
        (Fraction(1, 2), "50 %", "50%"),
        (Fraction(0), "0 %", "0%"),
    ],
)
def test_a_share_is_never_rounded_up(share: Fraction, ru: str, en: str) -> None:
    assert (percent_words(share), percent_words(share, "en")) == (ru, en)


@pytest.mark.parametrize(
    ("share", "ru", "en"),
    [
        (Fraction(1), "100 %", "100%"),
        (Fraction("0.6667"), "66,67 %", "66.67%"),
        (Fraction("0.999999"), "99,9999 %", "99.9999%"),
        (Fraction("0.00000001"), "0,000001 %", "0.000001%"),
        (Fraction(0), "0 %", "0%"),
    ],
)
def test_a_share_that_is_asked_for_is_told_with_all_its_decimals(share: Fraction, ru: str, en: str) -> None:
    assert (exact_percent_words(share), exact_percent_words(share, "en")) == (ru, en)


@pytest.mark.parametrize(
    ("op", "operand", "ru", "en"),
    [
        (Op.AT_LEAST, 70.0, ["ровно 70: подходит → не подходит"], ["exactly 70: met → not met"]),
        (Op.LESS_THAN, 2.5, ["ровно 2,5: не подходит → подходит"], ["exactly 2.5: not met → met"]),
        (
            Op.BETWEEN,
            (1.0, 2.5),
            ["ровно 1: подходит → не подходит", "ровно 2,5: подходит → не подходит"],
            ["exactly 1: met → not met", "exactly 2.5: met → not met"],
        ),
    ],
)
def test_a_bound_that_changes_sides_is_told_by_what_becomes_of_it(
    op: Op, operand: Operand, ru: list[str], en: list[str]
) -> None:
    (unit,) = units_of(jurisdiction((SCORE,), None, Comparison(SCORE, op, operand)))
    changed = [mutant for mutant in unit.mutants() if mutant.mutation.kind is Kind.EDGE]
    assert [change_words(mutant) for mutant in changed] == ru
    assert [change_words(mutant, "en") for mutant in changed] == en


def test_cases_close_to_a_bound_with_decimals_but_not_at_it_leave_it_open() -> None:
    scored = jurisdiction((SCORE,), None, Comparison(SCORE, Op.AT_LEAST, 70.0))
    close = [case("Меньше", Verdict.INELIGIBLE, score=69.5), case("Чуть больше", Verdict.ELIGIBLE, score=70.5)]
    (without,) = coverage({ID: scored}, close, [ID], TODAY)
    assert surviving(without) == [("score at_least 70.0", "edge")]
    (held,) = coverage({ID: scored}, [*close, case("Ровно", Verdict.ELIGIBLE, score=70.0)], [ID], TODAY)
    assert held.share == 1
