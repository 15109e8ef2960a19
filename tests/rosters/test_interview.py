from datetime import date

import pytest

from rsnms.rosters.interview import interview
from rsnms.rosters.mapping import RosterMapping, read_mapping
from rsnms.rosters.problems import RosterError
from rsnms.rosters.roster import read_roster

from .books import write_xlsx
from .vocabulary import FACTS


def hold(source, answers, **settings):
    """Answer the questions in order; returns the mapping and what was asked."""
    dialogue = interview(source, FACTS, **settings)
    asked = []
    try:
        question = next(dialogue)
        for answer in answers:
            asked.append(question.text())
            assert question.text("en")
            question = dialogue.send(answer)
    except StopIteration as stop:
        assert len(asked) == len(answers)
        return stop.value, asked
    raise AssertionError(f"one more question: {question.text()}")


def test_everything_open_is_asked_and_settled(tmp_path):
    rows = [
        ["Таб. №", "id", "Аттестация", "Хобби", "Категория", "Кв. категория", "Роли", "Педстаж", "Диагностика"],
        ["1", "а", "01.02.2020", "шахматы", "вышка", None, "тьютор; главный", "5", "возможно"],
        ["2", "б", "01.02.2021", "шашки", "первая", "высшая", "нет", "6", "да"],
    ]
    path = write_xlsx(tmp_path / "a.xlsx", rows, more={"Архив": rows})
    answers = [
        "Реестр",
        "categ",
        "category_decided_on",
        "ignore",
        "Категория",
        "id",
        "31.12.2023",
        "highest",
        "mentor",
        "",
    ]
    mapping, asked = hold(path, answers)
    assert "Списки есть на нескольких листах" in asked[0]
    assert asked[1:4] == [
        "Что стоит в столбце «Аттестация»?",
        "Ответ «categ» не подходит. Что стоит в столбце «Аттестация»?",
        "Что стоит в столбце «Хобби»?",
    ]
    assert asked[4:] == [
        "Из какого столбца брать «Квалификационная категория»?",
        "Из какого столбца брать id?",
        "На какую дату указан стаж?",
        "«Квалификационная категория»: что значит «вышка» (строк: 1)?",
        "«Роли»: что значит «главный» (строк: 1)?",
        "«Диагностика профессиональных компетенций пройдена»: что значит «возможно» (строк: 1)?",
    ]
    (tmp_path / "mapping.yaml").write_text(mapping.yaml(), encoding="utf-8")
    assert read_mapping(tmp_path / "mapping.yaml", FACTS) == mapping
    roster = read_roster(path, FACTS, mapping=tmp_path / "mapping.yaml")
    assert roster.as_of == date(2023, 12, 31)
    assert [row.id for row in roster.rows] == ["а", "б"]
    assert roster.rows[0].facts == {
        "category_decided_on": date(2020, 2, 1),
        "category": "highest",
        "roles": {"tutor", "mentor"},
        "pedagogical_experience": 60,
    }
    assert [error.fact.name for error in roster.errors] == ["diagnostics_passed"]


def test_nothing_is_asked_where_nothing_is_open(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [["Категория", "Район"], ["высшая", "А"]])
    mapping, asked = hold(path, [])
    assert not asked
    assert mapping.columns == {"Категория": "category", "Район": "municipality"}


def test_answers_may_be_left_open(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [["Категория", "Хобби", "Район"], ["вышка", "шахматы", "А"]])
    mapping, _ = hold(path, ["", ""])
    assert mapping == RosterMapping(
        sheet="Реестр", header_row=1, columns={"Категория": "category", "Район": "municipality"}
    )


def test_the_header_may_have_to_be_named(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [["Список"], ["Аттест.", "Чин"], ["высшая", "учитель"]])
    mapping, asked = hold(path, ["нет", "2", "category", "post"])
    assert "нет строки заголовков" in asked[0]
    assert mapping.header_row == 2
    assert read_roster(path, FACTS, mapping=mapping).rows[0].facts == {"category": "highest", "post": "teacher"}


def test_the_form_of_a_csv_may_have_to_be_named(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("Категория;Район\nвысшая;А\n".encode("cp866"))
    mapping, asked = hold(path, ["cp866"])
    assert "Кодировка" in asked[0]
    assert read_roster(path, FACTS, mapping=mapping).rows[0].facts["category"] == "highest"
    path.write_text("Аттест;Чин,Ранг\nвысшая;1,2\n", encoding="utf-8")
    mapping, _ = hold(path, [";", "1", "category", "ignore"])
    assert read_roster(path, FACTS, mapping=mapping).rows[0].facts == {"category": "highest"}


def test_what_answers_cannot_settle_is_an_error(tmp_path):
    with pytest.raises(RosterError, match="Нет файла"):
        next(interview(tmp_path / "absent.xlsx", FACTS))


def test_a_question_tells_what_it_takes(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [["Педстаж", "Район"], ["давно", "А"]])
    dialogue = interview(path, FACTS)
    day = next(dialogue)
    assert day.takes("")
    assert day.takes("01.09.2024")
    assert not day.takes("вчера")
    value = dialogue.send("")
    assert value.takes("12 лет")
    assert value.takes("ignore")
    assert not value.takes("долго")
