from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

import rsnms
from rsnms import Span
from rsnms.domain.text import Text
from rsnms.policy.conditions import All, Comparison
from rsnms.policy.model import Jurisdiction, UnknownNameError
from rsnms.policy_tests.case import Case
from rsnms.policy_tests.comparing import Difference, shown_value
from rsnms.policy_tests.outcomes import named_like, run_cases
from rsnms.policy_tests.running import run_case

VOLGOGRAD = rsnms.load_policies()["ru/volgograd"]

HEAD = """\
persons:
  core:
    diagnostics_passed: true
    trained_in_methodical_support: true
    organisation_kind: vocational
    post: lecturer
    category: highest
    education: higher-pedagogical
    specialty_experience: 5 years
"""
ACTIVE = "    eligibility: regional-methodical-active\n    like: core\n"
TEACHER = "{post: teacher, organisation_kind: general}"


def differences(read, tests: str, head: str = "") -> list[tuple[str, str, str]]:
    [case] = read(tests, head)
    return [(one.key, str(one.expected), str(one.got)) for one in run_case(case, VOLGOGRAD).differences]


def test_a_case_passes_where_all_is_as_it_expects(read) -> None:
    assert not differences(read, f"  - name: Основа\n{ACTIVE}    expect: {{verdict: eligible, ground: core}}\n", HEAD)


def test_each_thing_that_differs_is_told_in_the_words_of_the_file(read) -> None:
    found = differences(
        read,
        f"  - name: Основа\n{ACTIVE}    person: {{category: first, specialty_experience: unknown, roles: []}}\n"
        "    expect: {verdict: eligible, ground: core, unmet: [], unknown: [category], eligible_from: 2024-05-01}\n",
        HEAD,
    )
    assert found == [
        ("verdict", "eligible", "undetermined"),
        ("ground", "core", "none"),
        ("unmet", "[]", "[category, organisation_kind, post, roles]"),
        (
            "unknown",
            "[category]",
            "[organisation_runs_general_programmes, specialty_experience, steadily_high_results]",
        ),
        ("eligible_from", "2024-05-01", "never"),
    ]


def test_what_is_not_asked_makes_no_difference(read) -> None:
    assert not differences(
        read, f"  - name: Не основа\n{ACTIVE}    person: {{category: first}}\n    expect: {{ground: none}}\n", HEAD
    )


def test_a_day_to_come_counts_from_the_day_of_the_facts(read) -> None:
    expect = "    expect: {verdict: ineligible, eligible_from: 2024-03-15}\n"
    head = HEAD.replace("5 years", "4 years 9 months") + (
        "    roles: []\n    steadily_high_results: false\n    organisation_runs_general_programmes: false\n"
    )
    assert not differences(read, f"  - name: Скоро\n{ACTIVE}    as_of: 2023-12-15\n{expect}", head)
    assert differences(read, f"  - name: Скоро\n{ACTIVE}{expect}", head) == [
        ("eligible_from", "2024-03-15", "2024-04-01")
    ]


def test_pairs_are_asked_about_both(read) -> None:
    assert not differences(
        read,
        "  - name: Пара\n    eligibility: teacher-pair\n"
        "    pair: {mentor.subjects: [физика], mentee.subjects: [химия, физика]}\n"
        "    expect: {verdict: eligible, ground: same-subject}\n",
    )


def raised_threshold(jurisdiction: Jurisdiction) -> Jurisdiction:
    """The jurisdiction with a month more of experience in the core of the active."""
    policy = jurisdiction.latest
    active = policy.eligibilities["regional-methodical-active"]
    core = active.grounds[0]
    assert isinstance(core.when, All)
    *others, experience = core.when.parts
    assert isinstance(experience, Comparison)
    harder = replace(core, when=All((*others, replace(experience, operand=Span.of(5, 1)))))
    changed = replace(active, grounds=(harder, *active.grounds[1:]))
    eligibilities = {**policy.eligibilities, active.id: changed}
    return replace(jurisdiction, periods=(replace(policy, eligibilities=eligibilities),))


def test_a_case_runs_against_any_jurisdiction(read) -> None:
    [case] = read(f"  - name: Основа\n{ACTIVE}    person: {{roles: []}}\n    expect: {{ground: core}}\n", HEAD)
    assert run_case(case, VOLGOGRAD).passed
    changed = run_case(case, raised_threshold(VOLGOGRAD))
    assert changed.differences == (Difference("ground", Text("core"), Text("none")),)


def test_a_jurisdiction_without_what_is_asked_about_is_refused(read) -> None:
    [case] = read("  - name: Управленец\n    eligibility: manager\n    expect: {verdict: undetermined}\n")
    without = replace(VOLGOGRAD, periods=(replace(VOLGOGRAD.latest, eligibilities={}),))
    with pytest.raises(UnknownNameError, match="manager"):
        run_case(case, without)


# --- routes


def test_what_is_required_what_is_not_and_what_is_open(read) -> None:
    assert not differences(
        read,
        "  - name: Маршрут\n    deficits: [{competency: ict, severity: high}]\n"
        f"    person: {TEACHER}\n"
        "    expect:\n"
        "      requires:\n"
        "        - {rule: programme-for-deficit, for: ict}\n"
        "        - {measure: burnout-prevention, by: none, for: person}\n"
        "      not_requires: [{measure: mentoring}]\n"
        "      open: [mentoring-of-the-young, mentoring-after-break, mentoring-without-pedagogical-education, "
        "managerial-mentoring, help-for-low-results, invitation-to-active]\n",
    )


def test_a_requirement_is_told_whole_where_none_is_expected(read) -> None:
    found = differences(
        read,
        f"  - name: Маршрут\n    routes: true\n    person: {TEACHER}\n"
        "    expect:\n      requires: [{measure: mentoring, by: teacher-pairs}]\n"
        "      not_requires: [{measure: burnout-prevention}]\n",
    )
    assert found == [
        ("requires", "{measure: mentoring, by: teacher-pairs}", "такого требования нет"),
        (
            "not_requires",
            "не {measure: burnout-prevention}",
            "{rule: burnout-prevention, measure: burnout-prevention, by: none, for: person}",
        ),
    ]


def test_only_what_is_listed_is_required(read) -> None:
    case = f"  - name: Маршрут\n    routes: true\n    person: {TEACHER}\n    expect: {{only: [%s]}}\n"
    assert not differences(read, case % "{rule: burnout-prevention}")
    assert differences(read, case % "{rule: internship}") == [
        ("only", "{rule: internship}", "такого требования нет"),
        ("only", "ничего", "{rule: burnout-prevention, measure: burnout-prevention, by: none, for: person}"),
    ]


# --- indicators


def test_a_share_is_measured_with_its_bounds(read) -> None:
    table = (
        f"    table:\n      - {TEACHER[:-1]}, diagnosed_at_cnppm_this_year: true}}\n"
        f"      - {TEACHER[:-1]}, diagnosed_at_cnppm_this_year: false, times: 18}}\n      - {TEACHER}\n"
    )
    case = f"  - name: Доля\n    indicator: diagnosed\n    on: 2023-12-31\n{table}"
    assert not differences(read, f"{case}    expect: {{value: 5 %, low: 0.05, high: 1/10, outcome: pending, gap: 1}}\n")
    assert differences(read, f"{case}    expect: {{value: 1/3, low: 1, high: none, outcome: met, gap: 0}}\n") == [
        ("value", "1/3", "0.05"),
        ("low", "1", "0.05"),
        ("high", "none", "0.1"),
        ("outcome", "met", "pending"),
        ("gap", "0", "1"),
    ]


def test_a_past_milestone_is_measured_by_records_of_its_time(read) -> None:
    tables = (
        "    tables:\n      people:\n"
        f"        - {TEACHER[:-1]}, id: a}}\n        - {TEACHER[:-1]}, id: b}}\n"
        "      diagnoses:\n"
        "        - {diagnosis_person: a, diagnosis_on: 2023-05-01, diagnosis_at_cnppm: true}\n"
        "        - {diagnosis_person: b, diagnosis_on: 2022-05-01, diagnosis_at_cnppm: true}\n"
    )
    for year, outcome, value in ((2022, "met", "50 %"), (2023, "met", "1/2"), (2024, "pending", "0")):
        case = f"  - name: Доля\n    indicator: diagnosed\n    due: {year}-12-31\n{tables}"
        assert not differences(read, f"{case}    expect: {{value: {value}, outcome: {outcome}}}\n"), year


def test_a_ratio_and_a_state(read) -> None:
    assert not differences(
        read,
        "  - name: Нагрузка\n    indicator: load-of-methodists\n    tables:\n"
        f"      people: [{TEACHER[:-1]}, has_regional_methodist: true, times: 501}}]\n"
        "      methodists: [{methodist_level: regional, times: 2}, {methodist_level: municipal}]\n"
        "    expect: {value: 250.5, outcome: pending}\n",
    )
    state = "  - name: Карта\n    indicator: roadmap-in-force\n"
    shown = "    evidence: [{on: 2023-06-20, kind: roadmap, subject: regional-authority}]\n"
    assert not differences(read, f"{state}{shown}    expect: {{outcome: met}}\n")
    assert differences(read, f"{state}    expect: {{value: 1}}\n") == [("value", "1", "не измерено")]


def test_a_population_of_nobody_has_no_value(read) -> None:
    case = "  - name: Никого\n    indicator: diagnosed\n    table: []\n    expect: {value: none}\n"
    assert not differences(read, case)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Fraction(1, 3), "1/3"), (Fraction(1, 20), "0.05"), (Fraction(250), "250"), (None, "none"), ("none", "none")],
)
def test_values_are_shown_as_cases_write_them(value, shown) -> None:
    assert shown_value(value) == shown


# --- all together


def test_cases_that_nobody_has_confirmed_are_not_run(read) -> None:
    cases = read(
        "  - {name: Верный, eligibility: manager, expect: {verdict: undetermined}}\n"
        "  - {name: Неверный, eligibility: manager, expect: {verdict: eligible}}\n"
        "  - {name: Предложенный, eligibility: manager, confirmed: false, expect: {verdict: eligible}}\n"
    )
    outcomes = run_cases(cases, rsnms.load_policies())
    assert [result.case.name for result in outcomes.passed] == ["Верный"]
    assert [result.case.name for result in outcomes.failed] == ["Неверный"]
    assert [case.name for case in outcomes.unconfirmed] == ["Предложенный"]


def test_cases_are_found_by_a_part_of_their_names() -> None:
    cases = [_named(name) for name in ("Высшая категория", "Первая категория", "Стаж")]
    assert [case.name for case in named_like(cases, "КАТЕГОР")] == ["Высшая категория", "Первая категория"]
    assert [case.name for case in named_like(cases, "выс*кат")] == ["Высшая категория"]
    assert len(named_like(cases, "")) == 3


def _named(name: str) -> Case:
    from rsnms.policy.problems import Place

    return Case(policy="ru", place=Place("a.test.yaml"), name=name, on=date(2024, 1, 1))
