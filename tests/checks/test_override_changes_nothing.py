"""RS108: an overriding element that could be left out, conditions being compared by proof."""

import pytest

from checks.findings import TOWN, found, packaged, places
from rsnms.checks.conditions.override_changes_nothing import CHECK

CRITERION = 'criteria:\n  - id: one\n    {key}\n    title: К\n    clause: "{clause}"\n    when: {when}\n'
PARENTS = "{all: [{fact: teaches, is: true}, {fact: age, less_than: 35 years}]}"
SAME = "{not: {any: [{fact: age, at_least: 35 years}, {not: {fact: teaches, is: true}}]}}"


def criteria(own: str, clause: str = "1") -> dict[str, str]:
    return {
        "criteria.yaml": CRITERION.format(key="about: person", clause="1", when=PARENTS),
        "town/policy.yaml": TOWN,
        "town/criteria.yaml": CRITERION.format(key="override: true", clause=clause, when=own),
    }


def test_a_criterion_that_says_the_same_in_other_words(tmp_path):
    [finding] = found(CHECK, tmp_path, criteria(SAME))
    assert places([finding], tmp_path) == ["town/criteria.yaml:3:15"]
    assert finding.message.ru == (
        "«override: true» ничего не меняет: «one» и без этого действует так же, как в «ru/example». Удалите элемент."
    )
    assert finding.message.en == (
        "'override: true' changes nothing: 'one' applies just as in 'ru/example' without it. Delete the element."
    )
    assert [words.ru for _, words in finding.related] == ["так в «ru/example»"]


@pytest.mark.parametrize(
    ("own", "clause"),
    [
        pytest.param(PARENTS, "2", id="another clause"),
        pytest.param(PARENTS.replace("is: true}", 'is: true, clause: "9"}'), "1", id="another clause of a part"),
        pytest.param(PARENTS.replace("]}", "], title: Молодой}"), "1", id="a title of a part"),
        pytest.param(PARENTS.replace("35", "36"), "1", id="another threshold"),
        pytest.param(
            PARENTS.replace("]}", ", {any: [{fact: post, is: head}, {fact: post, is_not: head}]}]}"),
            "1",
            id="met by fewer, because a fact more has to be known",
        ),
    ],
)
def test_a_criterion_that_says_something_else(tmp_path, own, clause):
    assert found(CHECK, tmp_path, criteria(own, clause)) == []


SUBJECT = "subjects:\n  - {{id: centre, {key}kind: centre, level: regional, title: Центр{more}}}\n"
FACT = "facts:\n  - {{id: f, {key}type: boolean, title: Ф{more}}}\n"
TERM = "terms:\n  - {{id: t, {key}title: Т, means: {more}}}\n"
DOCUMENT = "documents:\n  - {{id: d, {key}kind: plan, title: План{more}}}\n"


@pytest.mark.parametrize(
    ("section", "form", "key", "same", "other"),
    [
        ("subjects", SUBJECT, "extends: true, ", "", ", functions: [{id: helps, title: Помогает}]"),
        ("subjects", SUBJECT, "override: true, ", "", ", official_name: Центр развития"),
        ("facts", FACT, "override: true, ", "", ", headings: [Столбец]"),
        ("terms", TERM, "override: true, ", "круг людей", "круг лиц"),
        ("documents", DOCUMENT, "override: true, ", "", ", every: year"),
    ],
)
def test_elements_of_other_sections(tmp_path, section, form, key, same, other):
    def files(own: str) -> dict[str, str]:
        return {
            f"{section}.yaml": form.format(key="", more=same),
            "town/policy.yaml": TOWN,
            f"town/{section}.yaml": form.format(key=key, more=own),
        }

    assert len(found(CHECK, tmp_path / "same", files(same))) == 1
    assert found(CHECK, tmp_path / "other", files(other)) == []


def test_an_act_that_is_named_is_something_said(tmp_path):
    files = criteria(PARENTS)
    files["town/criteria.yaml"] += "    act: order\n"
    assert found(CHECK, tmp_path, files) == []


def test_it_is_needed_in_another_period(tmp_path):
    later = TOWN.replace("Район", "Область").replace("municipal", "regional").replace("2024-01-01", "2026-01-01")
    files = criteria(PARENTS)
    files["2026-01-01/policy.yaml"] = later
    files["policy.yaml"] = later.replace("from: 2026-01-01", "from: 2024-01-01, until: 2025-12-31")
    files["2026-01-01/criteria.yaml"] = files["criteria.yaml"].replace("35", "40")
    assert found(CHECK, tmp_path, files) == []


def test_the_packaged_policies_have_none():
    assert packaged(CHECK) == []
