from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_tests.imagined import ID, TODAY, TUTOR
from rsnms.domain.competency import Competency, CompetencyArea, Deficit, Severity
from rsnms.domain.level import Level
from rsnms.domain.measure import Measure
from rsnms.domain.text import Text
from rsnms.policy.conditions import Comparison, Op
from rsnms.policy.loading import packaged_policies, read_workspace
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy.problems import Place
from rsnms.policy.routes import DeficitPattern, RouteRule
from rsnms.policy_tests.case import Case, ExpectedRequirement, ExpectedRoute, RouteCase
from rsnms.policy_tests.coverage import coverage
from rsnms.policy_tests.mutants import units_of
from rsnms.policy_tests.rule_mutations import rule_mutations
from rsnms.policy_tests.running import run_case
from rsnms.policy_tests.suggestions import suggestions
from rsnms.reports.policy_tests.coverage import coverage_lines, coverage_records

COMPETENCIES = {
    id_: Competency(id=id_, title=id_, area=area)
    for id_, area in (
        ("ict", CompetencyArea.ICT),
        ("subject", CompetencyArea.SUBJECT),
        ("law", CompetencyArea.NORMATIVE),
    )
}
AREAS = (CompetencyArea.ICT, CompetencyArea.SUBJECT)


def rule(id_: str, measure: Measure, **stated: object) -> RouteRule:
    return RouteRule(id_, Text(id_), ID, clause="2", measure=measure, **stated)  # type: ignore[arg-type]


def ruled(*rules: RouteRule) -> Jurisdiction:
    policy = Policy(
        ID,
        Text("Край"),
        Level.REGIONAL,
        since=date(2020, 1, 1),
        facts={TUTOR.name: TUTOR},
        competencies=COMPETENCIES,
        subjects={},
        routes={one.id: one for one in rules},
    )
    return Jurisdiction(ID, (policy,))


def surviving(one: Jurisdiction, *cases: Case) -> set[tuple[str, str]]:
    (measured,) = coverage({ID: one}, cases, [ID], TODAY)
    return {(survivor.mutant.unit.element, str(survivor.mutant.mutation.kind)) for survivor in measured.survivors}


def case(deficit: Severity | None, *required: ExpectedRequirement, refused: tuple[str, ...] = ()) -> RouteCase:
    return RouteCase(
        policy=ID,
        place=Place("people.test.yaml", 3),
        name="Дефицит",
        on=TODAY,
        facts={},
        deficits=() if deficit is None else (Deficit(competency="ict", severity=deficit),),
        expected=ExpectedRoute(required, tuple(ExpectedRequirement(one) for one in refused)),
    )


MEDIUM = DeficitPattern(severity=Severity.MEDIUM)
PROGRAMME = rule("programme", Measure.REGISTER_PROGRAMME, deficit=MEDIUM, by="institute")


def test_a_rule_that_no_case_names_is_not_covered() -> None:
    help_ = rule("help", Measure.METHODICAL_HELP)
    assert surviving(ruled(PROGRAMME, help_), case(Severity.HIGH, ExpectedRequirement("programme"))) >= {
        ("help", "rule-gone"),
        ("help", "other-measure"),
    }


def test_severity_is_held_by_a_deficit_just_severe_enough_and_one_just_not() -> None:
    exactly = ExpectedRequirement("programme", Measure.REGISTER_PROGRAMME, "institute", "ict")
    far = surviving(ruled(PROGRAMME), case(Severity.HIGH, exactly), case(None, refused=("programme",)))
    assert far == {("programme", "severity-lower"), ("programme", "severity-higher")}
    near = case(Severity.MEDIUM, exactly), case(Severity.LOW, refused=("programme",))
    assert surviving(ruled(PROGRAMME), *near) == set()


def test_a_case_that_does_not_say_the_measure_does_not_hold_it() -> None:
    cases = case(Severity.MEDIUM, ExpectedRequirement("programme")), case(Severity.LOW, refused=("programme",))
    assert surviving(ruled(PROGRAMME), *cases) == {
        ("programme", "other-measure"),
        ("programme", "no-provider"),
    }


def test_a_measure_is_taken_for_one_that_no_rule_speaks_of() -> None:
    mentoring = rule("mentoring", Measure.MENTORING)
    taken = rule("taken", Measure.MANAGERIAL_MENTORING, after=(Measure.METHODICAL_HELP,))
    policy = ruled(mentoring, taken).latest
    (other,) = (one for one in rule_mutations(mentoring, policy) if str(one.kind) == "other-measure")
    assert other.value == Measure.ACCOMPANIMENT


def test_what_nobody_can_tell_is_not_made() -> None:
    one = rule("one", Measure.MENTORING, deficit=DeficitPattern(severity=Severity.LOW), after=(Measure.INTERNSHIP,))
    kinds = [str(mutation.kind) for mutation in rule_mutations(one, ruled(one).latest)]
    assert kinds == ["rule-gone", "other-measure", "not-by-deficit", "severity-higher", "after-nothing"]


def test_a_survivor_is_told_in_words_and_has_the_keys_of_all_others() -> None:
    measured = coverage({ID: ruled(PROGRAMME)}, [case(Severity.MEDIUM, ExpectedRequirement("programme"))], [ID], TODAY)
    assert list(coverage_lines(measured)) == [
        "ru/x: 0 %, закрыто мест: 0 из 1, тестов: 1",
        "  programme: правило «programme»",
        "    мера: программа ДПО → программа для управленческих команд: ни один тест не заметил",
        "    кто обеспечивает, не сказано: ни один тест не заметил",
        "    не по дефициту, а человеку в целом: ни один тест не заметил",
        "    тяжесть дефицита не ниже: средняя → низкая: ни один тест не заметил",
        "    ближайший: «Дефицит» (people.test.yaml:3)",
    ]
    first = coverage_records(measured)[0]["survivors"][0]
    assert (first["section"], first["element"], first["path"], first["steps"], first["fact"]) == (
        "routes",
        "programme",
        "",
        [],
        None,
    )
    assert (first["mutation"], first["change"]) == (
        "other-measure",
        "мера: программа ДПО → программа для управленческих команд",
    )
    gone = list(coverage_lines(coverage({ID: ruled(PROGRAMME)}, [], [ID], TODAY)))
    assert "    правило не действует: ни один тест не заметил" in gone
    assert gone[-1] == "    ни один тест об этом не говорит"


PATTERNS = st.builds(
    DeficitPattern,
    competencies=st.sampled_from([(), ("ict",), ("ict", "law")]),
    areas=st.sampled_from([(), AREAS]),
    severity=st.sampled_from([None, *Severity]),
)


@st.composite
def rules(draw: st.DrawFn) -> Jurisdiction:
    """A programme for deficits, one for tutors, and a rule that may come after either."""
    first = replace(PROGRAMME, deficit=draw(PATTERNS))
    tutor = Comparison(TUTOR, Op.IS, True)
    team = rule("team", Measure.MANAGEMENT_TEAM_PROGRAMME, when=tutor)
    after = draw(st.sampled_from([(), (first.measure,), (first.measure, team.measure)]))
    then = rule("support", Measure.POST_COURSE_SUPPORT, after=after, by=draw(st.sampled_from([None, "active"])))
    return ruled(first, team, then)


@given(rules())
@settings(max_examples=20)
def test_suggested_cases_of_rules_pass_and_cover_everything(one: Jurisdiction) -> None:
    found = suggestions({ID: one}, coverage({ID: one}, [], [ID], TODAY), TODAY)
    cases = [replace(case, confirmed=True) for case in found.cases]
    assert found.unmatched == ()
    assert all(run_case(case, one).passed for case in cases)
    assert surviving(one, *cases) == set()


@pytest.mark.parametrize("id_", ["ru/volgograd", "ru/leningrad"])
def test_every_rule_that_a_policy_states_is_a_unit_with_a_place(id_: str) -> None:
    workspace = read_workspace(packaged_policies())
    units = units_of(workspace.tree[id_], workspace)
    whole = {unit.element: unit.at for unit in units if isinstance(unit.node, RouteRule)}
    stated = {
        name for policy in workspace.tree[id_].periods for name, one in policy.routes.items() if one.origin == id_
    }
    assert set(whole) == stated
    assert all(at is not None and at.place.file.endswith("routes.yaml") for at in whole.values())
