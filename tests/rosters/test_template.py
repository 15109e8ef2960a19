from datetime import date

import pytest
from openpyxl import load_workbook

from rsnms.domain.extras import LibraryMissingError
from rsnms.domain.fact import Fact, FactType, FactValue, Overlap
from rsnms.domain.text import Text
from rsnms.rosters.roster import read_roster
from rsnms.rosters.template import facts_to_state, write_template

from .vocabulary import (
    AGE,
    BIRTH,
    CATEGORY,
    DECIDED,
    DIAGNOSED,
    DIAGNOSED_ON,
    FACTS,
    MENTEE_SUBJECTS,
    MENTOR_SUBJECTS,
    PEDAGOGICAL,
    POST,
    ROLES,
    UNTIL,
)

VOCABULARY = {fact.name: fact for fact in FACTS}


def template(tmp_path, facts=FACTS, lang="ru"):
    path = tmp_path / "template.xlsx"
    write_template(path, facts, "Региональный методический актив", lang)
    return path


def checks(sheet):
    return {str(check.sqref).split(":")[0]: check for check in sheet.data_validations.dataValidation}


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_template_filled_by_hand_reads_back(tmp_path, lang):
    path = template(tmp_path, lang=lang)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    filled = {
        "birth_date": (date(1980, 1, 31), date(1980, 1, 31)),
        "pedagogical_experience": ("12 лет 3 мес.", 147),
        "specialty_experience": (5, 60),
        "category": (CATEGORY.value("highest").title.in_(lang), "highest"),
        "category_decided_on": ("01.02.2020", date(2020, 2, 1)),
        "post": (POST.value("teacher").title.in_(lang), "teacher"),
        "subjects": ("физика; математика", {"физика", "математика"}),
        "roles": (
            f"{ROLES.value('tutor').title.in_(lang)}; {ROLES.value('mentor').title.in_(lang)}",
            {"tutor", "mentor"},
        ),
        "diagnostics_passed": ("да", True),
        "organisation": ("МБОУ СОШ № 3", "МБОУ СОШ № 3"),
        "groups": (3, 3),
        "score": (85.5, 85.5),
    }
    columns = {fact.name: column for column, fact in enumerate(FACTS, 2)}
    sheet.cell(2, 1, "007")
    for name, (cell, _) in filled.items():
        sheet.cell(2, columns[name], cell)
    sheet.cell(3, 1, "008")
    book.save(path)
    roster = read_roster(path, FACTS, as_of=date(2024, 1, 1))
    assert [row.id for row in roster.rows] == ["007", "008"]
    assert roster.rows[0].facts == {name: atom for name, (_, atom) in filled.items()}
    assert {problem.code for problem in roster.problems} <= {"other-sheets", "hidden-sheets", "says-nothing"}
    assert not list(roster.errors)
    assert set(roster.columns.values()) == set(VOCABULARY)


def test_the_look_of_a_template(tmp_path):
    book = load_workbook(template(tmp_path))
    people, guide = book.worksheets[:2]
    assert (people.title, guide.title) == ("Список", "Справка")
    assert people.freeze_panes == "B2"
    headings = {cell.value: cell for cell in people[1]}
    assert list(headings)[:2] == ["Таб. №", "Дата рождения"]
    note = headings["Дата рождения"].comment.text
    assert "Какова дата рождения?" in note
    assert "Паспорт" in note
    assert "31.01.2024" in note
    its_checks = checks(people)
    birth = its_checks["B2"]
    assert (birth.type, birth.formula1) == ("date", str((date(1920, 1, 1) - date(1899, 12, 30)).days))
    category = its_checks[headings["Категория"].column_letter + "2"]
    assert category.formula1 == '"нет,соответствие занимаемой должности,первая,высшая"'
    roles = its_checks[headings["Роли"].column_letter + "2"]
    assert not roles.showErrorMessage
    assert its_checks[headings["Диагностика пройдена"].column_letter + "2"].formula1 == '"да,нет"'
    assert guide["A1"].value == "Региональный методический актив"
    explained = [row[0].value for row in guide.iter_rows() if row[0].value]
    assert "B: Дата рождения" in explained


def test_long_lists_stand_on_a_hidden_sheet(tmp_path):
    values = tuple(FactValue(f"v{number}", Text(f"Значение номер {number}")) for number in range(40))
    commas = (FactValue("a", Text("одно, другое")), FactValue("b", Text('"в кавычках"')))
    facts = (
        Fact("many", FactType.CHOICE, Text("Многое"), values=values),
        Fact("commas", FactType.CHOICES, Text("Запятые"), values=commas),
    )
    path = template(tmp_path, facts)
    book = load_workbook(path)
    assert book.worksheets[2].sheet_state == "hidden"
    assert [check.formula1 for check in checks(book.worksheets[0]).values()] == [
        "'Значения'!$A$1:$A$40",
        "'Значения'!$B$1:$B$2",
    ]
    sheet = book.worksheets[0]
    sheet.append(["1", "Значение номер 39", "одно, другое"])
    book.save(path)
    assert read_roster(path, facts).rows[0].facts == {"many": "v39", "commas": {"a"}}


def test_a_template_of_one_column(tmp_path):
    path = template(tmp_path, (BIRTH,))
    book = load_workbook(path)
    book.worksheets[0].append(["1", "31.01.1980"])
    book.save(path)
    assert read_roster(path, FACTS).rows[0].facts == {"birth_date": date(1980, 1, 31)}


def test_headings_of_a_template_are_never_ambiguous(tmp_path):
    facts = (
        Fact("one", FactType.TEXT, Text("Один"), headings=("Общее", "Первое")),
        Fact("two", FactType.TEXT, Text("Два"), headings=("Общее",)),
    )
    assert [cell.value for cell in load_workbook(template(tmp_path, facts)).worksheets[0][1]] == [
        "Таб. №",
        "Первое",
        "Два",
    ]


def test_a_template_of_pairs(tmp_path):
    facts = (MENTOR_SUBJECTS, MENTEE_SUBJECTS)
    path = template(tmp_path, facts)
    book = load_workbook(path)
    book.worksheets[0].append(["1", "физика", "химия; физика"])
    book.save(path)
    assert read_roster(path, facts).rows[0].facts == {
        "mentor.subjects": {"физика"},
        "mentee.subjects": {"химия", "физика"},
    }


def test_dates_are_asked_instead_of_what_follows_from_them():
    same = Fact("same", FactType.BOOLEAN, Text("Общее"), movement=Overlap("mentor.subjects", "mentee.subjects"))
    vocabulary = {**VOCABULARY, "mentor.subjects": MENTOR_SUBJECTS, "mentee.subjects": MENTEE_SUBJECTS}
    assert facts_to_state((AGE, CATEGORY, PEDAGOGICAL, DIAGNOSED, same), vocabulary) == (
        *(BIRTH, CATEGORY, DECIDED, UNTIL, PEDAGOGICAL, DIAGNOSED, DIAGNOSED_ON, MENTOR_SUBJECTS, MENTEE_SUBJECTS),
    )


def test_a_missing_library_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(LibraryMissingError, match="rsnms\\[tables\\]"):
        template(tmp_path)
    assert not (tmp_path / "template.xlsx").exists()
