"""RS103: the smallest part of a condition that sorts nobody out."""

import pytest

from checks.findings import found, packaged, places
from rsnms.checks.conditions.always_met import CHECK

ALWAYS = "{fact: age, at_least: 14 years}"


def criterion(when: str) -> dict[str, str]:
    return {"criteria.yaml": f"criteria:\n  - id: one\n    title: К\n    when: {when}\n"}


def test_a_threshold_at_the_end_of_what_is_possible(tmp_path):
    [finding] = found(CHECK, tmp_path, criterion(ALWAYS))
    assert places([finding], tmp_path) == ["criteria.yaml:4:11"]
    assert finding.message.ru == (
        "Критерий «one»: это выполнено всегда и никого не отсеивает: возраст — не менее 14 лет."
    )
    assert finding.message.en == (
        "The criterion 'one': this is always met and sorts nobody out: age — at least 14 years."
    )


@pytest.mark.parametrize(
    ("when", "column"),
    [
        pytest.param(f"{{all: [{{fact: teaches, is: true}}, {ALWAYS}]}}", 45, id="a part of a whole"),
        pytest.param(f"{{any: [{{fact: teaches, is: true}}, {ALWAYS}]}}", 45, id="an alternative"),
        pytest.param(f"{{not: {{all: [{{fact: teaches, is: true}}, {ALWAYS}]}}}}", 51, id="a denied part"),
        pytest.param(
            "{any: [{fact: teaches, is: true}, {not: {fact: teaches, is: true}}]}", 11, id="this or its contrary"
        ),
        pytest.param("{any: [{fact: teaches, known: true}, {fact: teaches, known: false}]}", 11, id="known or not"),
    ],
)
def test_the_smallest_part_is_told(tmp_path, when, column):
    assert places(found(CHECK, tmp_path, criterion(when)), tmp_path) == [f"criteria.yaml:4:{column}"]


@pytest.mark.parametrize(
    "when",
    [
        pytest.param("{fact: teaches, known: true}", id="asks whether a fact is known"),
        pytest.param("{any: [{fact: teaches, known: false}, {fact: teaches, is: false}]}", id="can be unmet"),
        pytest.param(f"{{not: {ALWAYS}}}", id="its denial is never met, which RS102 tells"),
        pytest.param(
            "{not: {all: [{fact: age, less_than: 20 years}, {fact: pedagogical_experience, at_least: 10 years}]}}",
            id="the denial of what nobody can meet, which RS102 tells",
        ),
    ],
)
def test_what_is_not_always_met_or_another_check_s(tmp_path, when):
    assert found(CHECK, tmp_path, criterion(when)) == []


def test_a_criterion_is_told_once_and_not_where_it_is_used(tmp_path):
    used = "eligibility:\n  - {id: e, title: П, grounds: [{id: g, title: О, when: {use: one}}]}\n"
    findings = found(CHECK, tmp_path, {**criterion(ALWAYS), "eligibility.yaml": used})
    assert places(findings, tmp_path) == ["criteria.yaml:4:11"]


def test_the_packaged_policies_have_none():
    assert packaged(CHECK) == []
