"""Requirements: equal to a naive forward chainer, whatever the order, the thread and the number of cases."""

import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rsnms
from routes.requirements.naive_chainer import naive_sources
from routes.requirements.rule_sets import KNOWN, NAMES, ON, holds, lacking, persons, policy_of, rule_sets
from rsnms.domain import Modality, Text
from rsnms.domain.competency import CompetencyArea, Deficit, Severity
from rsnms.domain.measure import Measure
from rsnms.policy.routes import DeficitPattern, RouteRule
from rsnms.routes.requirements.chaining import CaseFacts, Chaining, Lack
from rsnms.routes.requirements.required import Met, Requirement, Standing
from rsnms.routes.requirements.requirements import Requirements
from rsnms.rules.explain import explain
from rsnms.rules.truth import Truth

HIGH = Deficit(competency="boards", severity=Severity.HIGH)


def case_of(rules, person, deficits):
    """The facts of a case, judged by the reference meaning of conditions."""
    met = [number for number, rule in enumerate(rules) if rule.when and explain(rule.when, person).truth is Truth.MET]
    lacks = [
        Lack(number, one.competency, one.severity, (KNOWN[one.competency],) if one.competency in KNOWN else ())
        for number, one in enumerate(deficits)
    ]
    return CaseFacts(met, ["active"] if person.get("a") else [], lacks)


def told(requirements):
    return {(one.rule.id, one.deficit) for one in requirements}


def shuffled(things, seed):
    return random.Random(seed).sample(list(things), len(things))  # noqa: S311 - an order, no secret


@given(rule_sets(), persons, lacking)
def test_the_engine_chains_as_the_naive_chainer(rules, person, deficits):
    case = case_of(rules, person, deficits)
    assert Chaining(rules).sources(case) == naive_sources(rules, case)


@given(rule_sets(), persons, lacking)
def test_requirements_are_those_of_the_naive_chainer(rules, person, deficits):
    naive = naive_sources(rules, case_of(rules, person, deficits))
    expected = {(rules[key.rule].id, None if key.deficit is None else deficits[key.deficit]) for key in naive}
    found = Requirements(policy_of(rules)).of(person, deficits, ON)
    assert told(found) == expected
    assert len(found) == len(expected)


@given(rule_sets(), persons, lacking, st.integers())
def test_no_order_matters(rules, person, deficits, seed):
    found = Requirements(policy_of(rules)).judge(person, deficits, ON)
    facts = dict(shuffled(person.items(), seed))
    again = shuffled([*deficits, *deficits], seed)
    assert Requirements(policy_of(rules)).judge(facts, again, ON) == found
    turned = Requirements(policy_of(tuple(shuffled(rules, seed)))).of(person, deficits, ON)
    assert told(turned) == told(found.requirements)


@given(rule_sets(), st.lists(st.tuples(persons, lacking), min_size=8, max_size=8))
def test_threads_share_it(rules, cases):
    compiled = Requirements(policy_of(rules))
    alone = [compiled.judge(person, deficits, ON) for person, deficits in cases]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda case: compiled.judge(*case, ON), cases)) == alone


@given(rule_sets(), persons, lacking)
def test_a_chain_ends_in_facts(rules, person, deficits):
    for found in Requirements(policy_of(rules)).of(person, deficits, ON):
        chain = list(found.chain())
        assert chain[-1] is found
        assert len({(one.rule.id, one.deficit) for one in chain}) == len(chain)
        for one, then in pairwise(chain):
            assert one.measure in then.rule.after
            assert one in then.because
        kinds = [type(reason) for reason in found.because]
        rule = found.rule
        stated = [(rule.when, Met), (rule.eligible_for, Standing), (rule.deficit, Deficit), (rule.after, Requirement)]
        assert kinds == [kind for part, kind in stated if part]


@given(rule_sets(), persons, lacking, lacking)
def test_a_further_deficit_removes_nothing(rules, person, deficits, more):
    compiled = Requirements(policy_of(rules))
    assert told(compiled.of(person, deficits, ON)) <= told(compiled.of(person, [*deficits, *more], ON))


@given(rule_sets(), persons, persons, lacking)
def test_what_is_required_stays_however_the_unknown_turns_out(rules, person, rest, deficits):
    compiled = Requirements(policy_of(rules))
    judged = compiled.judge(person, deficits, ON)
    later = told(compiled.of(dict.fromkeys(NAMES, False) | rest | person, deficits, ON))
    assert told(judged.requirements) <= later
    if not judged.open:
        assert told(judged.requirements) == later


@given(rule_sets(), persons, lacking)
def test_what_is_open_names_what_is_missing(rules, person, deficits):
    for one in Requirements(policy_of(rules)).judge(person, deficits, ON).open:
        assert one.missing or one.competencies
        assert not {fact.name for fact in one.missing} & person.keys()
        assert not set(one.competencies) & KNOWN.keys()


def rule(id_, measure, **more):
    return RouteRule(id_, Text("П"), "test", modality=Modality.MUST, measure=measure, **more)


def test_a_rule_after_another_is_about_the_same_deficit():
    rules = (
        rule("transfer", Measure.TRANSFER_INTO_PRACTICE, after=(Measure.REGISTER_PROGRAMME,)),
        rule("programme", Measure.REGISTER_PROGRAMME, deficit=DeficitPattern(severity=Severity.MEDIUM)),
    )
    slight = Deficit(competency="nets", severity=Severity.LOW)
    transfer, programme = Requirements(policy_of(rules)).of({}, [slight, HIGH], ON)
    assert (transfer.deficit, transfer.because) == (HIGH, (programme,))
    assert programme.because == (HIGH,)
    assert [one.rule.id for one in transfer.chain()] == ["programme", "transfer"]


def test_an_area_that_the_policy_does_not_know_is_open():
    rules = (rule("ict", Measure.INTERNSHIP, deficit=DeficitPattern(areas=(CompetencyArea.ICT,))),)
    unlisted = Deficit(competency="unlisted", severity=Severity.HIGH)
    judged = Requirements(policy_of(rules)).judge({}, [unlisted, HIGH], ON)
    assert told(judged.requirements) == {("ict", HIGH)}
    assert [(one.rule.id, one.competencies) for one in judged.open] == [("ict", ("unlisted",))]


def test_an_unknown_fact_leaves_a_rule_open_only_where_it_could_fire():
    rules = (
        rule("for-all", Measure.MENTORING, when=holds("a")),
        rule("by-deficit", Measure.INTERNSHIP, when=holds("a"), deficit=DeficitPattern()),
    )
    judged = Requirements(policy_of(rules)).judge({}, [], ON)
    assert [(one.rule.id, [fact.name for fact in one.missing]) for one in judged.open] == [("for-all", ["a"])]


def test_many_deficits_of_one_person():
    rules = tuple(rule(f"r{number}", Measure.INTERNSHIP, deficit=DeficitPattern()) for number in range(30))
    deficits = [Deficit(competency=f"c{number}", severity=Severity.LOW) for number in range(200)]
    assert len(Requirements(policy_of(rules)).of({}, deficits, ON)) == 30 * 200


def test_a_day_outside_the_period_is_an_error():
    policy = rsnms.load_policies()["ru/volgograd"].latest
    with pytest.raises(rsnms.NotInForceError):
        Requirements(policy).of({}, [], date(2000, 1, 1))


MANY_CASES = """
import resource, sys, tracemalloc
from datetime import date
import rsnms
from rsnms.domain.competency import Deficit, Severity
from rsnms.routes.requirements.requirements import Requirements

compiled = Requirements(rsnms.load_policies()["ru/volgograd"].latest)
severities = list(Severity)

def ask(first, last):
    for number in range(first, last):
        deficits = [Deficit(competency=f"c{number + n}", severity=severities[(number + n) % 3]) for n in range(2)]
        person = {"post": "teacher", "long_break": number % 2 == 0, "organisation": f"Школа № {number}"}
        assert compiled.of(person, deficits, date(2024, 9, 1))

ask(0, 1_000)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
ask(1_000, 11_000)
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak
tracemalloc.start()
ask(11_000, 11_050)
held = tracemalloc.get_traced_memory()[0]
ask(11_050, 11_300)
print(grown * (1 if sys.platform == "darwin" else 1024), tracemalloc.get_traced_memory()[0] - held)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no resource module")
def test_ten_thousand_cases_do_not_grow_the_memory():
    """200 bytes a case are the bound: of the engine's and of Python's memory."""
    done = subprocess.run([sys.executable, "-c", MANY_CASES], capture_output=True, text=True, check=True)
    grown, held = map(int, done.stdout.split())
    assert grown < 10_000 * 200
    assert held < 250 * 200
