"""Coverage: which clause is carried by which elements, item by item, and what is left out."""

import pytest

from policy.folders import sound, write
from rsnms.policy.problems import PolicyError
from rsnms.policy.system import Clause
from rsnms.survey.act_text import missing_clauses, read_act
from rsnms.survey.coverage import Coverage, coverage
from systems import north, south, town

BASE = {
    "a/policy.yaml": "title: О\nlevel: federal\n",
    "a/facts.yaml": "facts: [{id: trained, type: boolean, title: Обучен}]\n",
    "a/b/policy.yaml": """\
title: Р
level: regional
acts:
  - {id: order, kind: приказ, title: О системе, body: К, in_force: {from: 2024-01-01}}
  - {id: annex, kind: положение, title: Положение, body: К, in_force: {from: 2024-01-01}}
""",
}


def covered(root, clauses: str, elements: str) -> Coverage:
    tree = sound(write(root, {**BASE, "a/b/clauses.yaml": clauses, "a/b/x.yaml": elements}))
    return coverage(tree["a/b"].latest)


def test_a_clause_is_covered_by_one_element_and_a_list_by_one_for_each_item(tmp_path):
    found = covered(
        tmp_path,
        'clauses:\n  - {clause: "1", title: А}\n  - {clause: "2", title: Б, items: 3}\n  - {clause: "3", title: В}\n',
        """\
terms:
  - {id: one, title: Т, means: М, clause: "1"}
  - {id: two, title: Т, means: М, clause: "2", item: 1}
  - {id: three, title: Т, means: М, clause: "2", item: 3}
  - {id: four, title: Т, means: М, clause: "2", item: 3}
""",
    )
    first, second, third = found.clauses
    assert ([one.id for one in first.elements], first.missing, first.is_covered) == (["one"], (), True)
    assert (len(second.elements), second.missing, second.is_covered) == (3, (2,), False)
    assert (third.elements, third.is_covered) == ((), False)
    assert (found.covered, found.total) == (3, 5)
    assert found.gaps == (second, third)
    assert not found.is_complete


def test_a_clause_without_norm_counts_only_when_something_cites_it(tmp_path):
    found = covered(
        tmp_path,
        'clauses:\n  - {clause: "1", title: А, no_norm: вводная}\n  - {clause: "2", title: Б, no_norm: вводная}\n',
        'terms: [{id: one, title: Т, means: М, clause: "2"}]\n',
    )
    assert (found.covered, found.total) == (0, 0)
    [contradictory] = found.gaps
    assert (contradictory.clause.clause, contradictory.is_covered, contradictory.is_contradictory) == ("2", True, True)


def test_the_same_number_in_two_acts_is_two_clauses(tmp_path):
    found = covered(
        tmp_path,
        'clauses:\n  - {clause: "1", title: А}\n  - {clause: "1", title: Б, act: annex}\n',
        'terms: [{id: one, title: Т, means: М, clause: "1", act: annex}]\n',
    )
    assert [(one.clause.act, one.is_covered) for one in found.clauses] == [("order", False), ("annex", True)]


def test_conditions_cite_clauses_too(tmp_path):
    found = covered(
        tmp_path,
        'clauses:\n  - {clause: "1", title: А}\n  - {clause: "2", title: Б}\n  - {clause: "3", title: В}\n',
        """\
eligibility:
  - id: active
    title: Актив
    gate: {fact: trained, is: true, clause: "1"}
    grounds: [{id: g, title: О, when: {fact: trained, is: true, clause: "2"}}]
criteria: [{id: c, title: К, when: {fact: trained, is: true, clause: "3"}}]
""",
    )
    assert [[one.kind for one in traced.elements] for traced in found.clauses] == [
        ["eligibility"],
        ["ground"],
        ["criterion"],
    ]
    assert found.is_complete


def test_what_parents_state_covers_no_clause_of_ones_own():
    assert coverage(town()) == Coverage("a/north/town", ())
    assert not coverage(town()).is_complete


def test_below_a_clause_and_a_policy_without_a_list():
    found = coverage(north())
    assert [traced.clause.clause for traced in found.below("3")] == ["3", "3.1", "3.2", "3.20"]
    assert [traced.clause.clause for traced in found.below("3.2")] == ["3.2"]
    assert found.is_complete
    assert (coverage(south()).total, coverage(south()).is_complete) == (0, False)


# --- the text of the act ---------------------------------------------------------------------------------------------

TEXT = """\
Содержание
1. Общие положения ........ 3
I. Раздел
1. Общие положения
1.1 Настоящее Положение
  **2. Задачи**
2.1.3. Ещё
2) Перечень
3.5 % педагогов
Приложение
1. Общие положения
"""


def missing(text: str, *clauses: str) -> dict[str, tuple[int, ...]]:
    listed = [Clause(clause, "О") for clause in clauses]
    return {one.number: one.lines for one in missing_clauses(text, listed)}


def test_numbers_begin_lines_and_contents_are_left_out():
    assert missing(TEXT) == {"1": (4, 11), "1.1": (5,), "2": (6, 8), "2.1.3": (7,)}


def test_numbers_count_as_often_as_they_occur():
    assert missing(TEXT, "1", "1.1", "2", "2, пункт 2)", "2.1.3") == {"1": (4, 11)}
    assert missing(TEXT, "1", "прил. 2, 1", "1.1", "2.1.3", "прил. 1, 2", "2") == {}
    [one, *_] = missing_clauses(TEXT, [Clause("1", "О")])
    assert (one.number, one.in_text, one.in_list) == ("1", 2, 1)


def test_a_range_stands_for_all_of_its_numbers():
    assert missing("3.1. А\n3.2. Б\n3.3. В\n3.4. Г\n", "прил. 3, 3.1–3.3") == {"3.4": (4,)}


def test_a_number_does_not_stand_for_those_around_it():
    assert missing("3. А\n3.1. Б\n", "3.1") == {"3": (1,)}
    assert missing("3. А\n3.1. Б\n", "3") == {"3.1": (2,)}


def test_an_act_has_to_be_text(tmp_path):
    path = tmp_path / "act.txt"
    path.write_bytes("1. Пункт".encode("cp1251"))
    with pytest.raises(PolicyError) as error:
        read_act(path)
    assert "act.txt" in str(error.value)
    path.write_text("1. Пункт", encoding="utf-8")
    assert read_act(path) == "1. Пункт"
