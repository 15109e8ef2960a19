"""Passports are read strictly: every table is found, every cell is read or reported, nothing is dropped silently."""

from datetime import date

import polars as pl
import pytest

from rosters.books import write_xlsx
from rsnms.domain.fact import About
from rsnms.monitoring.passport_problems import PassportError
from rsnms.monitoring.passport_reading import read_passport
from rsnms.policy.loading import load_policies

PEOPLE = "Таб. №;Муниципалитет;Должность;Дата рождения\n1;Север;учитель;01.06.1990\n2;Юг;методист;\n"
DIAGNOSES = "Таб. №;Дата диагностики;В ЦНППМ;Результат, %\n1;01.03.2024;да;70,5\n"


@pytest.fixture
def policy():
    return load_policies()["ru"].latest


@pytest.fixture
def folder(tmp_path):
    def write(**files):
        for name, text in files.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def said(passport, lang="ru"):
    return [remark.text(lang) for remark in passport.remarks]


def errors(passport):
    return [remark.text() for remark in passport.remarks if remark.is_error]


def test_a_folder_of_tables(folder, policy) -> None:
    read = read_passport(folder(people=PEOPLE, diagnoses=DIAGNOSES), policy)
    people, diagnoses = read.tables[About.PERSON], read.tables[About.DIAGNOSIS]
    assert people.select("id", "municipality", "post", "birth_date").rows() == [
        ("1", "Север", "teacher", date(1990, 6, 1)),
        ("2", "Юг", "methodist", None),
    ]
    assert diagnoses.select("diagnosis_person", "diagnosis_on", "diagnosis_at_cnppm", "diagnosis_percent").rows() == [
        ("1", date(2024, 3, 1), True, 70.5)
    ]
    assert errors(read) == []
    assert read.evidence is None


def test_tables_go_by_their_russian_names_too(folder, policy) -> None:
    read = read_passport(folder(Педагоги=PEOPLE, Диагностики=DIAGNOSES), policy)
    assert set(read.tables) == {About.PERSON, About.DIAGNOSIS}


def test_a_workbook_has_a_sheet_for_each_table(tmp_path, policy) -> None:
    path = tmp_path / "passport.xlsx"
    people = [["Таб. №", "Муниципалитет", "Должность"], [1, "Север", "учитель"]]
    teams = [["Муниципалитет", "Организация", "Обучена"], ["Север", "Школа", "да"]]
    write_xlsx(path, people, sheet="Педагоги", more={"Команды": teams, "Пояснения": [["как заполнять"]]})
    read = read_passport(path, policy)
    assert read.tables[About.TEAM].select("team_municipality", "team_trained").rows() == [("Север", True)]
    assert read.tables[About.PERSON]["id"].to_list() == ["1"]
    assert said(read) == [
        "Пояснения: такой таблицы в паспорте нет, она не прочитана. Известны: people, Педагоги, diagnoses, "
        "Диагностики, "
        "routes, Маршруты, trainings, Обучение, teams, Команды, programmes, Программы, methodists, Методисты, "
        "organisations, Организации, municipalities, Муниципалитеты, evidence, Свидетельства."
    ]
    assert errors(read) == []


def test_a_misspelt_table_is_an_error_with_a_suggestion(folder, policy) -> None:
    read = read_passport(folder(people=PEOPLE, Диогностики=DIAGNOSES), policy)
    assert errors(read)[0].endswith("Возможно, имелось в виду «Диагностики».")
    assert said(read, "en")[0].endswith("Did you mean 'Диагностики'?")


def test_a_bad_cell_is_reported_and_its_row_kept(folder, policy) -> None:
    read = read_passport(folder(people=PEOPLE.replace("учитель", "учетель")), policy)
    assert read.tables[About.PERSON]["post"].to_list() == [None, "methodist"]
    assert len(errors(read)) == 1
    assert errors(read)[0].startswith("people: строка 2, столбец C «Должность»: «учетель» не распознано")
    assert [remark.row for remark in read.remarks if remark.is_error] == [2]


def test_records_that_belong_to_nobody_are_reported(folder, policy) -> None:
    records = DIAGNOSES + "7;01.03.2024;да;50\n;02.03.2024;да;50\n"
    read = read_passport(folder(people=PEOPLE, diagnoses=records), policy)
    assert errors(read) == [
        "diagnoses: записей, в которых не указано, чьи они: 1; они не учтены. Заполните столбец идентификатора.",
        "diagnoses: записей о тех, кого нет в таблице людей: 1 (7); они не учтены. Проверьте идентификаторы.",
    ]


def test_records_need_people_with_ids(folder, policy) -> None:
    without = "Муниципалитет;Должность\nСевер;учитель\n"
    read = read_passport(folder(people=without, diagnoses=DIAGNOSES), policy)
    assert errors(read) == [
        "diagnoses: у людей нет столбца идентификатора («Таб. №»), записи не к кому отнести; они не учтены."
    ]


def test_records_without_people(folder, policy) -> None:
    read = read_passport(folder(diagnoses=DIAGNOSES), policy)
    assert errors(read) == ["diagnoses: таблицы людей нет, записи не к кому отнести; они не учтены."]


def test_the_day_of_the_figures_comes_from_a_heading_or_the_caller(folder, policy) -> None:
    dated = "Таб. №;Должность;Педагогический стаж на 01.09.2024\n1;учитель;5 лет\n"
    assert read_passport(folder(people=dated), policy).as_of == date(2024, 9, 1)
    assert read_passport(folder(people=PEOPLE), policy, as_of=date(2024, 10, 1)).as_of == date(2024, 10, 1)


def test_a_table_twice_is_refused(folder, policy) -> None:
    with pytest.raises(PassportError) as error:
        read_passport(folder(people=PEOPLE, Педагоги=PEOPLE), policy)
    assert error.value.text() == "Таблица «Педагоги» есть дважды: «people» и «Педагоги». Оставьте одну."
    assert error.value.text("en") == "The table 'People' is there twice: 'people' and 'Педагоги'. Keep one of them."


def test_what_is_no_passport(tmp_path, policy) -> None:
    for source, start in (
        (tmp_path / "none", "Нет ни папки, ни файла «"),
        (tmp_path, f"В «{tmp_path.name}» нет ни одной таблицы паспорта. Так называются файлы или листы: people,"),
    ):
        with pytest.raises(PassportError) as error:
            read_passport(source, policy)
        assert error.value.text().startswith(start)
    text = tmp_path / "people.csv"
    text.write_text(PEOPLE, encoding="utf-8")
    with pytest.raises(PassportError, match="не книга Excel и не папка"):
        read_passport(text, policy)


def test_other_files_of_the_folder_are_noted(folder, policy, tmp_path) -> None:
    (tmp_path / "readme.md").write_text("как заполнять", encoding="utf-8")
    read = read_passport(folder(people=PEOPLE), policy)
    assert said(read) == ["readme.md: файл не таблица, он не прочитан."]
    assert errors(read) == []


# --- typed tables ----------------------------------------------------------------------------------------------------


def test_a_parquet_table_of_facts_is_taken_whole(tmp_path, policy) -> None:
    frame = pl.DataFrame(
        {"id": ["1", "2"], "post": ["teacher", None], "roles": [["tutor"], []], "note": ["a", "b"]}
    ).with_columns(pl.Series("pedagogical_experience", [60, None], pl.Int32))
    frame.write_parquet(tmp_path / "people.parquet")
    read = read_passport(tmp_path, policy)
    people = read.tables[About.PERSON]
    assert people.sort("id").select("id", "post", "roles", "pedagogical_experience").rows() == [
        ("1", "teacher", ["tutor"], 60),
        ("2", None, [], None),
    ]
    assert said(read) == ["people: столбцы не читаются: note."]


def test_impossible_values_of_a_typed_table_become_unknown(tmp_path, policy) -> None:
    frame = pl.DataFrame(
        {
            "id": ["1", "2", "3"],
            "post": ["teacher", "директор", None],
            "roles": [["tutor", "друг"], ["mentor"], None],
            "birth_date": [date(1890, 1, 1), date(1990, 1, 1), None],
        }
    )
    frame.write_parquet(tmp_path / "people.parquet")
    read = read_passport(tmp_path, policy)
    people = read.tables[About.PERSON]
    assert people["post"].to_list() == ["teacher", None, None]
    assert people["roles"].to_list() == [None, ["mentor"], None]
    assert people["birth_date"].to_list() == [None, date(1990, 1, 1), None]
    assert [one.split(":")[1].strip() for one in sorted(errors(read))] == [
        "столбец birth_date",
        "столбец post",
        "столбец roles",
    ]
    assert "«директор»" in "".join(errors(read))
    assert "«друг»" in "".join(errors(read))


def test_a_parquet_table_under_headings_is_read_cell_by_cell(tmp_path, policy) -> None:
    frame = pl.DataFrame({"Таб. №": ["1"], "Должность": ["учитель"]})
    frame.write_parquet(tmp_path / "people.parquet")
    assert read_passport(tmp_path, policy).tables[About.PERSON]["post"].to_list() == ["teacher"]
