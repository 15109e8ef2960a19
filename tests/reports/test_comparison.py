"""The comparison in words and for machines."""

import json

from hypothesis import given

from rsnms.reports.comparison import comparison_flat, comparison_json, comparison_summary, comparison_tables
from rsnms.reports.listing import ListFormat
from rsnms.survey.comparison import compare
from rsnms.survey.matched import Aspect, Status
from systems import north, south, systems, tree

SIDES = (north(), south())
FOUND = compare(*SIDES)


def table(aspect: Aspect, lang="ru") -> list[tuple[str, ...]]:
    [(_, listing)] = comparison_tables(FOUND, SIDES, [aspect], lang)
    return [tuple(row.cells) for row in listing.rows]


def test_subjects_side_by_side_and_what_differs():
    assert table(Aspect.SUBJECTS) == [
        ("institute", "=", "Институт (п. 3.1)", "Академия (п. 2)"),
        ("centre", "", "Центр (п. 3.2)", "—"),
        ("service", "≠", "Служба (п. 3.20)", "Служба (п. 3)"),
        ("  уровень", "≠", "муниципальный (п. 3.20)", "институциональный (п. 3)"),
        ("mentors", "", "Наставники (п. 3)", "—"),
    ]


def test_functions_with_counts():
    assert table(Aspect.FUNCTIONS, "en") == [
        ("консультирование", "≠", "Центр: 1\nСлужба: 1", "Служба: 1"),
        ("coordination", "", "Центр: 1", "—"),
        ("mentoring", "≠", "Наставники: 1", "Служба: 1"),
    ]


def test_thresholds_with_who_is_asked_and_the_clause():
    assert table(Aspect.ELIGIBILITY) == [
        ("active", "≠", "Актив (п. 4)", "Актив Юга (п. 4)"),
        ("  основание", "≠", "Основа, основа (п. 4)", "Основа, общее правило (п. 4)"),
        ("  основание", "", "По роли, допускается (п. 4)", "—"),
        ("  Обучен", "=", "да (для всех, п. 1)", "да (для всех, п. 4)"),
        ("  Категория", "≠", "высшая (основание «Основа», п. 4)", "высшая (для всех, п. 4.1)"),
        ("  Стаж", "≠", "не менее 5 лет (основание «Основа», п. 4)", "не менее 3 лет (основание «Основа», п. 4)"),
        ("  Роли", "", "в их числе есть: тьютор (основание «По роли», п. 4)", "—"),
    ]


def test_targets_in_words():
    assert table(Aspect.INDICATORS) == [
        ("trained", "≠", "Обучены (п. 6)", "Обучены (п. 6)"),
        ("  мера", "=", "доля (п. 6)", "доля (п. 6)"),
        ("  величина", "≠", "не менее 10 % (п. 6)", "не менее 20 % (п. 6)"),
        ("  срок", "≠", "каждый год с 2024 (п. 6)", "к 31.12.2025 (п. 6)"),
        ("tutors", "", "Тьюторы (п. 6)", "—"),
    ]


def test_how_often_in_words():
    assert table(Aspect.DOCUMENTS)[:2] == [
        ("план: Служба", "≠", "План (п. 5)", "Годовой план (п. 4)"),
        ("  когда", "≠", "не реже раза в год (п. 5)", "не реже раза в полугодие (п. 4)"),
    ]
    assert table(Aspect.OBLIGATIONS, "en") == [
        ("meeting: Служба", "≠", "Заседание службы (cl. 5.1)", "Совет службы (cl. 5)"),
        ("  who", "≠", "Центр (cl. 5.1)", "Академия (cl. 5)"),
    ]


def test_governance_is_called_by_what_is_done_to_whom():
    assert ("сопровождает: Служба", "≠", "Сопровождают службу (п. 3.1)", "Сопровождает (п. 2)") in table(
        Aspect.GOVERNANCE
    )


def test_the_summary_counts_and_says_where_an_act_is_silent():
    summary = list(comparison_summary(FOUND, [Aspect.SUBJECTS, Aspect.TERMS]))
    assert summary == [
        "Субъекты: совпадает 1; различается 1; только в a/north: 2",
        "Термины: совпадает 1",
    ]
    bare = compare(north(), north())
    assert list(comparison_summary(bare, [Aspect.TERMS], "en")) == ["Terms: 1 the same"]
    silent = compare(north(), tree()["a"].latest)
    assert list(comparison_summary(silent, [Aspect.TERMS])) == [
        "Термины: только в a/north: 1; a: в источнике не указано"
    ]


def test_json_is_stable():
    whole = json.loads(comparison_json(FOUND, [Aspect.ELIGIBILITY]))
    assert (whole["one"], whole["other"], list(whole["aspects"])) == ("a/north", "a/south", ["eligibility"])
    [active] = whole["aspects"]["eligibility"]
    assert (active["key"], active["status"]) == (["active"], "differs")
    assert active["points"][3] == {
        "point": "demand",
        "about": "category is",
        "status": "differs",
        "one": [{"value": "highest", "clause": "4", "ground": "core", "modality": "base"}],
        "other": [{"value": "highest", "clause": "4.1", "ground": None, "modality": None}],
    }


def test_csv_has_a_row_for_each_thing_and_each_point():
    lines = comparison_flat(FOUND, [Aspect.DOCUMENTS]).text(ListFormat.CSV).splitlines()
    assert lines[:3] == [
        "aspect,key,status,point,about,one,other,one_clauses,other_clauses",
        "documents,plan service,differs,,,plan,year-plan,5,4",
        "documents,plan service,differs,when,,every: year,every: half-year,5,4",
    ]


@given(systems(), systems("y"))
def test_everything_that_differs_can_be_said(policy, other):
    found = compare(policy, other)
    for lang in ("ru", "en"):
        tables = dict(comparison_tables(found, (policy, other), Aspect, lang))
        rows = [row for listing in tables.values() for row in listing.rows]
        assert len([row for row in rows if not row.cells[0].startswith("  ")]) == len(found.matches)
        assert all(row.cells[0].strip() for row in rows)
    assert len(comparison_flat(found, Aspect).rows) == sum(1 + len(match.points) for match in found.matches)
    json.loads(comparison_json(found, Aspect))
    assert {match.status for match in found.matches} <= set(Status)
