"""RS102: the smallest part of a condition that nobody can meet, with what makes it so."""

import pytest

from checks.findings import found, packaged, places
from rsnms.checks.conditions.unmeetable import CHECK

NEVER = "{all: [{fact: age, less_than: 20 years}, {fact: pedagogical_experience, at_least: 10 years}]}"


def criterion(when: str) -> dict[str, str]:
    return {"criteria.yaml": f"criteria:\n  - id: one\n    title: К\n    when: {when}\n"}


def test_a_whole_that_asks_for_what_excludes_itself(tmp_path):
    [finding] = found(CHECK, tmp_path, criterion(NEVER))
    assert places([finding], tmp_path) == ["criteria.yaml:4:11"]
    assert finding.message.ru == (
        "Критерий «one»: это невыполнимо вместе с другими требованиями: "
        "возраст — менее 20 лет; и педагогический стаж — не менее 10 лет."
    )
    assert finding.message.en == (
        "The criterion 'one': nobody can meet this together with the other demands: "
        "age — less than 20 years; and pedagogical experience — at least 10 years."
    )
    assert [words.ru for _, words in finding.related] == [
        "возраст — менее 20 лет",
        "педагогический стаж — не менее 10 лет",
    ]


@pytest.mark.parametrize(
    ("when", "column"),
    [
        pytest.param(f"{{any: [{{fact: teaches, is: true}}, {NEVER}]}}", 45, id="an alternative"),
        pytest.param(f"{{all: [{{fact: teaches, is: true}}, {NEVER}]}}", 45, id="a part of a whole"),
        pytest.param(f"{{not: {NEVER}}}", 17, id="denied"),
        pytest.param(f"{{at_least: 1, of: [{{fact: teaches, is: true}}, {NEVER}]}}", 57, id="one of those counted"),
        pytest.param(f"{{any: [{NEVER}, {NEVER}]}}", 18, id="every alternative"),
        pytest.param(
            "{all: [{fact: age, less_than: 20 years}, {any: [{fact: teaches, is: true}, "
            "{fact: pedagogical_experience, at_least: 10 years}]}]}",
            86,
            id="an alternative, by what stands beside",
        ),
        pytest.param(
            "{not: {any: [{fact: teaches, is: true}, {not: {fact: teaches, is: true}}]}}", 11, id="a denied tautology"
        ),
    ],
)
def test_the_smallest_part_is_told(tmp_path, when, column):
    assert places(found(CHECK, tmp_path, criterion(when)), tmp_path)[0] == f"criteria.yaml:4:{column}"


def test_each_dead_alternative_is_told(tmp_path):
    findings = found(CHECK, tmp_path, criterion(f"{{any: [{NEVER}, {NEVER}]}}"))
    assert len(findings) == 2


def test_a_dead_criterion_is_told_once_and_not_where_it_is_used(tmp_path):
    used = "eligibility:\n  - {id: e, title: П, grounds: [{id: g, title: О, when: {all: [{use: one}]}}]}\n"
    findings = found(CHECK, tmp_path, {**criterion(NEVER), "eligibility.yaml": used})
    assert places(findings, tmp_path) == ["criteria.yaml:4:11"]


def test_a_ground_that_the_gate_excludes(tmp_path):
    files = {
        **criterion("{fact: category, is: highest}"),
        "eligibility.yaml": """\
eligibility:
  - id: e
    title: П
    gate: {use: one}
    grounds:
      - {id: g, title: О, when: {any: [{fact: category, is: first}, {fact: category, is: none}]}}
      - {id: h, title: О, when: {fact: teaches, is: true}}
""",
    }
    [finding] = found(CHECK, tmp_path, files)
    assert places([finding], tmp_path) == ["eligibility.yaml:6:33"]
    assert [(place.line, words.ru) for place, words in finding.related] == [(4, "общее условие (gate)")]


def test_conditions_of_routes_indicators_and_records(tmp_path):
    files = {
        "routes.yaml": f"routes:\n  - {{id: r, title: М, modality: may, when: {NEVER}, "
        "require: {measure: mentoring}}\n",
        "indicators.yaml": "indicators:\n  - id: i\n    title: И\n    share:\n"
        "      of: {fact: age, less_than: 20 years}\n"
        "      where: {fact: pedagogical_experience, at_least: 10 years}\n",
        "facts.yaml": "facts:\n  - id: f\n    type: boolean\n    title: Ф\n"
        "    records: {of: diagnosis, date: diagnosis_on, "
        "where: {all: [{not: {fact: diagnosis_of, known: true}}, {fact: diagnosis_of, is: functional-literacy}]}}\n",
    }
    assert places(sorted(found(CHECK, tmp_path, files), key=lambda one: one.place), tmp_path) == [
        "facts.yaml:5:57",
        "indicators.yaml:6:14",
        "routes.yaml:2:44",
    ]


def test_the_packaged_policies_have_none():
    assert packaged(CHECK) == []
