"""RS106: parts that follow from others, and alternatives that others include."""

import pytest

from checks.findings import found, packaged, places
from rsnms.checks.conditions.redundant_part import CHECK

FIVE, TEN = (f"{{fact: pedagogical_experience, at_least: {years} years}}" for years in (5, 10))
TEACHES = "{fact: teaches, is: true}"


def criterion(when: str) -> dict[str, str]:
    return {"criteria.yaml": f"criteria:\n  - id: one\n    title: К\n    when:\n      {when}\n"}


def all_(*parts: str) -> str:
    return f"{{all: [{', '.join(parts)}]}}"


def any_(*parts: str) -> str:
    return f"{{any: [{', '.join(parts)}]}}"


def test_a_demand_that_follows_from_another(tmp_path):
    [finding] = found(CHECK, tmp_path, criterion(all_(FIVE, TEACHES, TEN)))
    assert places([finding], tmp_path) == ["criteria.yaml:5:14"]
    assert finding.message.ru == (
        "Критерий «one»: условие лишнее, оно следует из других: педагогический стаж — не менее 5 лет."
    )
    assert finding.message.en == (
        "The criterion 'one': the condition is redundant, it follows from others: "
        "pedagogical experience — at least 5 years."
    )
    assert [words.ru for _, words in finding.related] == ["педагогический стаж — не менее 10 лет"]


def test_an_alternative_that_another_includes(tmp_path):
    [finding] = found(CHECK, tmp_path, criterion(any_(FIVE, TEACHES, TEN)))
    assert finding.message.ru == (
        "Критерий «one»: вариант лишний, он входит в другие: педагогический стаж — не менее 10 лет."
    )
    assert [words.ru for _, words in finding.related] == ["педагогический стаж — не менее 5 лет"]


@pytest.mark.parametrize(
    ("when", "columns"),
    [
        pytest.param(all_(TEACHES, TEACHES), [41], id="of equal ones the later"),
        pytest.param(all_(TEACHES, any_(FIVE, TEACHES)), [41], id="an alternative is demanded anyway"),
        pytest.param(all_(TEACHES, any_(FIVE, all_(TEACHES, TEN))), [99], id="an alternative, by what stands beside"),
        pytest.param(f"{{not: {all_(FIVE, TEN)}}}", [20], id="denied"),
    ],
)
def test_which_part_is_told(tmp_path, when, columns):
    findings = found(CHECK, tmp_path, criterion(when))
    assert places(findings, tmp_path) == [f"criteria.yaml:5:{column}" for column in columns]


@pytest.mark.parametrize(
    "when",
    [
        pytest.param(all_(TEACHES, FIVE), id="independent demands"),
        pytest.param(any_(TEACHES, FIVE), id="independent alternatives"),
        pytest.param(all_(TEACHES, "{fact: age, at_least: 14 years}"), id="always met, which RS103 tells"),
        pytest.param(any_(TEACHES, all_(TEN, "{fact: age, less_than: 20 years}")), id="never met, which RS102 tells"),
    ],
)
def test_no_redundancy(tmp_path, when):
    assert found(CHECK, tmp_path, criterion(when)) == []


def eligibility(*grounds: str) -> dict[str, str]:
    listed = (f"      - {{id: g{number}, title: О, when: {when}}}\n" for number, when in enumerate(grounds))
    head = f"eligibility:\n  - id: active\n    title: Актив\n    gate: {TEN}\n    grounds:\n"
    return {"eligibility.yaml": head + "".join(listed)}


def test_a_part_of_a_ground_that_the_gate_demands_already(tmp_path):
    [finding] = found(CHECK, tmp_path, eligibility(all_(TEACHES, FIVE)))
    assert [(place.line, words.ru) for place, words in finding.related] == [(4, "общее условие (gate)")]


def test_a_ground_for_all_others_is_meant_so(tmp_path):
    assert found(CHECK, tmp_path, eligibility(TEACHES, FIVE)) == []
    assert found(CHECK, tmp_path, eligibility(TEACHES, all_(FIVE, TEN))) == []


def test_a_numerator_that_is_the_whole_denominator(tmp_path):
    files = {
        "indicators.yaml": f"indicators:\n  - id: i\n    title: И\n    share:\n      of: {TEN}\n      where: {FIVE}\n"
    }
    [finding] = found(CHECK, tmp_path, files)
    assert places([finding], tmp_path) == ["indicators.yaml:6:14"]
    assert [words.ru for _, words in finding.related] == ["знаменатель доли (of)"]


def test_of_the_packaged_policies_only_volgograd_names_the_post_twice():
    assert packaged(CHECK) == [
        "Основание «general-rule» права «regional-methodical-active»: условие лишнее, оно следует из других: "
        "критерий «pedagogical-post»."
    ]
