"""RS109: criteria of one meaning, inherited or own."""

from checks.findings import found, packaged, places
from rsnms.checks.conditions.duplicate_criterion import CHECK


def criteria(*whens: str) -> dict[str, str]:
    listed = (f"  - {{id: c{number}, title: К, when: {when}}}\n" for number, when in enumerate(whens))
    return {"criteria.yaml": "criteria:\n" + "".join(listed)}


def test_an_inherited_criterion_said_otherwise(tmp_path):
    [finding] = found(CHECK, tmp_path, criteria("{not: {fact: organisation_kind, is: not-educational}}"))
    assert places([finding], tmp_path) == ["criteria.yaml:2:5"]
    assert finding.message.ru == "Критерий «c0» означает то же, что «educational-organisation»; оставьте один из них."
    assert finding.message.en == "The criterion 'c0' means the same as 'educational-organisation'; keep one of them."
    assert [words.ru for _, words in finding.related] == ["критерий «educational-organisation»"]


def test_of_two_own_ones_the_later_is_told_once(tmp_path):
    whens = ("{fact: age, less_than: 35 years}", "{fact: teaches, is: true}", "{not: {fact: age, at_least: 35 years}}")
    findings = found(CHECK, tmp_path, criteria(*whens))
    assert [finding.message.ru for finding in findings] == [
        "Критерий «c2» означает то же, что «c0»; оставьте один из них."
    ]


def test_criteria_that_differ_in_unknown_facts_are_not_the_same(tmp_path):
    asks_more = "{all: [{fact: teaches, is: true}, {any: [{fact: post, is: head}, {fact: post, is_not: head}]}]}"
    assert found(CHECK, tmp_path, criteria("{fact: teaches, is: true}", asks_more)) == []


def test_what_nobody_can_meet_is_another_check_s(tmp_path):
    never = "{all: [{fact: age, less_than: 20 years}, {fact: pedagogical_experience, at_least: 10 years}]}"
    assert found(CHECK, tmp_path, criteria(never, never)) == []


def test_the_packaged_policies_have_none():
    assert packaged(CHECK) == []
