"""RS107: what overrides a parent's element and lets pass more."""

import pytest

from checks.findings import TOWN, found, packaged, places
from rsnms.checks.conditions.weaker_than_parent import CHECK

CRITERION = "criteria:\n  - id: one\n    title: К\n    {key}\n    when: {when}\n"
FIVE, THREE = (f"{{fact: pedagogical_experience, at_least: {years} years}}" for years in (5, 3))


def criteria(parents: str, own: str, **more: str) -> dict[str, str]:
    return {
        "criteria.yaml": CRITERION.format(key='clause: "1"', when=parents),
        "town/policy.yaml": TOWN,
        "town/criteria.yaml": CRITERION.format(key="override: true", when=own),
        **more,
    }


def test_a_criterion_that_admits_somebody_whom_the_parent_s_refuses(tmp_path):
    [finding] = found(CHECK, tmp_path, criteria(FIVE, THREE))
    assert places([finding], tmp_path) == ["town/criteria.yaml:2:5"]
    assert finding.message.ru == "Критерий «one» шире, чем в «ru/example»: подходит и тот, кому там отказано."
    assert finding.message.en == (
        "The criterion 'one' is wider than in 'ru/example': it admits somebody who is refused there."
    )
    assert finding.witness.ru == "Педагогический стаж: 3 года"
    assert finding.policy == "ru/example/town"
    assert [(place.line, words.ru) for place, words in finding.related] == [(2, "так в «ru/example»")]


@pytest.mark.parametrize(
    "own",
    [
        pytest.param("{fact: pedagogical_experience, at_least: 7 years}", id="narrower"),
        pytest.param("{not: {fact: pedagogical_experience, less_than: 5 years}}", id="the same, said otherwise"),
        pytest.param(f"{{any: [{FIVE}, {{all: [{FIVE}, {{fact: teaches, known: false}}]}}]}}", id="the same people"),
    ],
)
def test_a_criterion_that_is_no_wider(tmp_path, own):
    assert found(CHECK, tmp_path, criteria(FIVE, own)) == []


def test_an_eligibility_that_has_lost_its_gate(tmp_path):
    grounds = "grounds: [{id: g, title: О, when: {fact: category, is: highest}}]"
    files = {
        "eligibility.yaml": "eligibility:\n  - {id: e, title: П, gate: {fact: teaches, is: true}, " + grounds + "}\n",
        "town/policy.yaml": TOWN,
        "town/eligibility.yaml": "eligibility:\n  - {id: e, title: П, override: true, " + grounds + "}\n",
    }
    [finding] = found(CHECK, tmp_path, files)
    assert finding.message.ru == "Право «e» шире, чем в «ru/example»: подходит и тот, кому там отказано."
    assert finding.witness.ru == "Квалификационная категория: высшая; ведёт педагогическую деятельность: нет"


INDICATOR = "indicators:\n  - id: i\n    title: И\n    {key}\n    share: {{where: {where}}}\n    {target}\n"
DIAGNOSED = "{fact: diagnostics_passed, is: true}"
TARGET = "target: {at_least: 30 %, by_end_of: 2025}"


def indicators(own: str, where: str = DIAGNOSED) -> dict[str, str]:
    return {
        "indicators.yaml": INDICATOR.format(key='clause: "1"', where=DIAGNOSED, target=TARGET),
        "town/policy.yaml": TOWN,
        "town/indicators.yaml": INDICATOR.format(key="override: true", where=where, target=own),
    }


def test_a_target_that_is_due_later(tmp_path):
    [finding] = found(CHECK, tmp_path, indicators("target: {at_least: 30 %, by_end_of: 2026}"))
    assert places([finding], tmp_path) == ["town/indicators.yaml:6:13"]
    assert finding.message.ru == "Цель показателя «i» слабее, чем в «ru/example»."
    assert [place.line for place, _ in finding.related] == [6]


def test_a_target_that_is_dropped_is_told_at_the_indicator(tmp_path):
    assert places(found(CHECK, tmp_path, indicators("area: О")), tmp_path) == ["town/indicators.yaml:2:5"]


def test_targets_of_different_measures_do_not_compare(tmp_path):
    low = "target: {at_least: 10 %, by_end_of: 2025}"
    assert found(CHECK, tmp_path, indicators(low, "{fact: teaches, is: true}")) == []
    same = "{not: {fact: diagnostics_passed, is: false}}"
    assert len(found(CHECK, tmp_path / "same", indicators(low, same))) == 1


def test_nothing_is_proven_where_a_fact_is_understood_differently(tmp_path):
    fact = "facts:\n  - {id: pedagogical_experience, override: true, type: integer, title: Стаж}\n"
    own = "{fact: pedagogical_experience, at_least: 3}"
    assert found(CHECK, tmp_path, criteria(FIVE, own, **{"town/facts.yaml": fact})) == []


def test_the_packaged_policies_have_none():
    assert packaged(CHECK) == []
