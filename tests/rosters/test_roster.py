import subprocess
import sys
from datetime import date

import polars as pl
import pytest

from rsnms.rosters.mapping import RosterMapping
from rsnms.rosters.problems import RosterError, Severity
from rsnms.rosters.roster import read_roster
from rsnms.rosters.spelling import Spellings

from .books import write_xlsx
from .vocabulary import EXPORT, FACTS, MENTEE_SUBJECTS, MENTOR_SUBJECTS


def person(**cells):
    usual = {
        "Муниципалитет": "Волгоград",
        "Место работы": "МБОУ СОШ № 3",
        "Фамилия": "Иванова",
        "Имя": "Анна",
        "Отчество": "Петровна",
        "Дата рождения получателя": "31.01.1980",
        "СНИЛС": "112-233-445 95",
        "Должность": "учитель физики",
        "Предмет": "Физика; Математика",
        "Образование": "высшее педагогическое",
        "Педагогический стаж": "12 лет 3 мес.",
        "Личный электронный адрес": "anna@example.org",
        "Номер телефона": "+7 900 123-45-67",
    }
    return [{**usual, **cells}.get(heading) for heading in EXPORT]


def read(source, **settings):
    return read_roster(source, FACTS, **settings)


def codes(roster, severity=None):
    return [problem.code for problem in roster.problems if severity in (None, problem.severity)]


def problem(roster, code):
    return next(problem for problem in roster.problems if problem.code == code)


def frame(**columns):
    return pl.DataFrame({name.replace("_", " "): list(cells) for name, cells in columns.items()})


def refused(source, **settings):
    with pytest.raises(RosterError) as caught:
        read(source, **settings)
    return caught.value


def export(tmp_path, *people):
    rows = [["Реестр получателей методической поддержки"], ["Выгружено 01.09.2024"], [None], EXPORT, *people]
    return write_xlsx(tmp_path / "export.xlsx", rows, left=2)


def test_the_export_in_use(tmp_path):
    roster = read(export(tmp_path, person(), person(Должность="методист", СНИЛС="112-233-446 96")))
    assert (roster.sheet, roster.header_row) == ("Реестр", 4)
    assert roster.columns == {
        "Муниципалитет": "municipality",
        "Место работы": "organisation",
        "Дата рождения получателя": "birth_date",
        "Должность": "post",
        "Предмет": "subjects",
        "Образование": "education",
        "Педагогический стаж": "pedagogical_experience",
    }
    assert [(row.row, row.id) for row in roster.rows] == [(5, "5"), (6, "6")]
    assert roster.rows[0].facts == {
        "municipality": "Волгоград",
        "organisation": "МБОУ СОШ № 3",
        "birth_date": date(1980, 1, 31),
        "post": "teacher",
        "subjects": {"Физика", "Математика"},
        "education": "higher-pedagogical",
        "pedagogical_experience": 147,
    }
    assert not list(roster.errors)
    assert codes(roster, Severity.ERROR) == []
    assert codes(roster, Severity.NOTE) == ["personal-columns", "unused-columns"]


def test_bad_cells_of_the_export_keep_their_rows(tmp_path):
    bad = {
        "Дата рождения получателя": "31.02.1980",
        "Должность": "учетель физики",
        "Предмет": "Физика, Математика",
        "Образование": "высшее",
        "Педагогический стаж": "12,5",
    }
    roster = read(export(tmp_path, person(), person(**bad), person()))
    assert len(roster.rows) == 3
    row = roster.rows[1]
    assert row.facts == {"municipality": "Волгоград", "organisation": "МБОУ СОШ № 3"}
    assert [(error.address.reference, error.code) for error in row.errors] == [
        ("Реестр!H6", "impossible-date"),
        ("Реестр!K6", "not-listed"),
        ("Реестр!M6", "comma-list"),
        ("Реестр!N6", "ambiguous"),
        ("Реестр!Q6", "fraction-of-years"),
    ]
    post = row.errors[1]
    assert post.nearest == "учитель"
    assert post.text() == (
        "лист «Реестр», строка 6, столбец K «Должность»: «учетель физики» не распознано; ожидается одно из значений: "
        "руководитель организации; заместитель руководителя; учитель; методист; педагог-психолог; "
        "другая педагогическая; другая. Возможно, имелось в виду «учитель»."
    )
    assert post.text("en").startswith("sheet “Реестр”, row 6, column K “Должность”: “Post”: “учетель физики” is not")
    assert post.as_record() == {
        "code": "not-listed",
        "fact": "post",
        "sheet": "Реестр",
        "row": 6,
        "column": "K",
        "heading": "Должность",
        "found": "учетель физики",
        "expected": post.expected(),
        "nearest": "учитель",
        "message": post.message(),
    }
    assert roster.rows[0].facts == roster.rows[2].facts


@pytest.mark.parametrize("top", [0, 1, 7, 150])
@pytest.mark.parametrize("left", [0, 5, 30])
def test_the_header_is_found_anywhere(tmp_path, top, left):
    rows = [["Категория", "Район"], ["высшая", "Центральный"]]
    roster = read(write_xlsx(tmp_path / "a.xlsx", rows, top=top, left=left))
    assert roster.header_row == top + 1
    assert [(row.row, dict(row.facts)) for row in roster.rows] == [
        (top + 2, {"category": "highest", "municipality": "Центральный"})
    ]


def test_a_header_too_far_down_has_to_be_stated(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [["x"], *[["y"]] * 300, ["Категория", "Район"], ["высшая", "А"]])
    assert refused(path).problem.code == "no-header"
    assert read(path, header_row=302).rows[0].facts == {"category": "highest", "municipality": "А"}


def test_no_header(tmp_path):
    error = refused(write_xlsx(tmp_path / "a.xlsx", [["Иванов", "учитель"], ["Петров", "методист"]]))
    assert error.problem.code == "no-header"
    assert "header_row" in str(error)
    assert (
        refused(write_xlsx(tmp_path / "b.xlsx", [["Фамилия", "Имя"], ["Иванов", "Иван"]])).problem.code == "no-header"
    )
    assert refused(write_xlsx(tmp_path / "c.xlsx", [])).problem.code == "no-header"


def test_two_different_headers(tmp_path):
    rows = [["Категория", "Район"], ["высшая", "А"], ["Предмет", "Роли"], ["Физика", "тьютор"]]
    path = write_xlsx(tmp_path / "a.xlsx", rows)
    error = refused(path)
    assert error.problem.code == "several-headers"
    assert "1, 3" in str(error)
    assert read(path, header_row=3).rows[0].facts == {"subjects": {"Физика"}, "roles": {"tutor"}}


def test_an_empty_header_row(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [["Категория", "Район"], ["высшая", "А"]])
    assert refused(path, header_row=9).problem.code == "empty-header"


def test_headings_without_data(tmp_path):
    roster = read(write_xlsx(tmp_path / "a.xlsx", [["Категория", "Район"]]))
    assert roster.rows == ()
    assert codes(roster) == ["no-rows"]


def test_sheets(tmp_path):
    rows = [["Категория", "Район"], ["высшая", "А"]]
    path = write_xlsx(tmp_path / "a.xlsx", rows, sheet="Школы", more={"Сады": rows, "Заметки": [["о разном"]]})
    error = refused(path)
    assert error.problem.code == "several-sheets"
    assert "«Школы», «Сады»" in str(error)
    roster = read(path, sheet="Сады")
    assert roster.sheet == "Сады"
    assert problem(roster, "other-sheets").text() == "Другие листы с данными не читались: «Школы», «Заметки»."
    error = refused(path, sheet="Школа")
    assert error.problem.code == "no-sheet"
    assert "Возможно, имелось в виду «Школы»" in str(error)


def test_a_sheet_with_one_known_heading_yields_to_the_roster(tmp_path):
    more = {"Справка": [["Категория"], ["см. приказ"]]}
    assert read(write_xlsx(tmp_path / "a.xlsx", [["Категория", "Район"], ["ВКК", "А"]], more=more)).sheet == "Реестр"


def test_headings_of_two_rows(tmp_path):
    rows = [
        ["Список"],
        ["Район", None, None, "Категория"],
        [None, "педагогический", "по специальности"],
        ["А", "5 лет", "3", "высшая"],
    ]
    merges = [("A2:A3", "Район"), ("B2:C2", "Стаж"), ("D2:D3", "Категория")]
    path = write_xlsx(tmp_path / "a.xlsx", rows, merges=merges)
    for settings in ({}, {"header_row": 2}, {"header_row": 3}):
        roster = read(path, **settings)
        assert roster.header_row == 3
        assert roster.columns["Стаж: по специальности"] == "specialty_experience"
        assert [(row.row, dict(row.facts)) for row in roster.rows] == [
            (
                4,
                {
                    "municipality": "А",
                    "pedagogical_experience": 60,
                    "specialty_experience": 36,
                    "category": "highest",
                },
            )
        ]


def test_a_pair_below_the_name_of_its_person(tmp_path):
    rows = [
        ["Наставник", None, "Наставляемый", None],
        ["ФИО", "Предмет", "ФИО", "Предмет"],
        ["Иванов", "Физика", "Петров", "физика"],
    ]
    merges = [("A1:B1", "Наставник"), ("C1:D1", "Наставляемый")]
    path = write_xlsx(tmp_path / "a.xlsx", rows, merges=merges)
    roster = read_roster(path, (*FACTS, MENTOR_SUBJECTS, MENTEE_SUBJECTS))
    assert roster.rows[0].facts == {"mentor.subjects": {"Физика"}, "mentee.subjects": {"Физика"}}


def test_a_merged_cell_counts_in_each_of_its_rows(tmp_path):
    rows = [["Организация", "Категория"], ["СОШ", "высшая"], [None, "первая"], [None, None], ["Лицей", "СЗД"]]
    roster = read(write_xlsx(tmp_path / "a.xlsx", rows, merges=[("A2:A4", "СОШ")]))
    assert [(row.row, row.facts["organisation"]) for row in roster.rows] == [(2, "СОШ"), (3, "СОШ"), (5, "Лицей")]


def test_rows_that_are_no_persons_are_named(tmp_path):
    header = ["Район", "Категория", "Предмет"]
    rows = [
        header,
        [1, 2, 3],
        ["А", "высшая", None],
        [],
        header,
        ["Б", None, None],
        ["Итого: 2", 2, None],
        [None, None, None, "подпись"],
    ]
    roster = read(write_xlsx(tmp_path / "a.xlsx", rows))
    assert [row.row for row in roster.rows] == [3, 6, 8]
    assert {problem.code: problem.rows for problem in roster.problems if problem.rows} == {
        "total-row": (7,),
        "numbering-row": (2,),
        "repeated-header": (5,),
        "says-nothing": (8,),
    }
    assert problem(roster, "no-heading").words["columns"] == "D"


def test_unknown_columns_are_reported_with_the_nearest_heading():
    roster = read(frame(Категория=["высшая"], Муниципалитед=["А"], Хобби=["шахматы"]))
    unknown = [problem for problem in roster.problems if problem.code == "unknown-heading"]
    assert [one.nearest for one in unknown] == ["Муниципалитет", None]
    assert (
        "Столбец «Муниципалитед» не распознан и не читается. Возможно, имелось в виду «Муниципалитет»."
        in unknown[0].text()
    )


def test_two_columns_for_one_fact(tmp_path):
    rows = [
        ["Категория", "Кв. категория", "Район"],
        ["высшая", "первая", "А"],
        [None, "первая", "Б"],
        [None, None, "В"],
    ]
    path = write_xlsx(tmp_path / "a.xlsx", rows)
    roster = read(path)
    assert "A «Категория», B «Кв. категория»" in problem(roster, "two-columns").text()
    assert [[error.code for error in row.errors] for row in roster.rows] == [["two-columns"], ["two-columns"], []]
    assert "category" not in {name for row in roster.rows for name in row.facts}
    kept = read(path, mapping=RosterMapping(columns={"Кв. категория": "ignore"}))
    assert kept.rows[0].facts["category"] == "highest"


def test_two_columns_with_one_heading_are_told_apart_by_letters(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [["Категория", "Категория"], ["высшая", "первая"]])
    roster = read(path, header_row=1, mapping=RosterMapping(columns={"=a": "ignore"}))
    assert roster.rows[0].facts == {"category": "first"}


def test_ids():
    by_id = pl.DataFrame({"Таб. №": ["12", None, "12", "А-7", "2"], "Категория": ["высшая"] * 5})
    roster = read(by_id)
    assert [row.id for row in roster.rows] == ["12", "2", "12", "А-7", "2"]
    assert [(one.code, one.rows) for one in roster.problems] == [
        ("missing-id", (2,)),
        ("duplicate-id", (1, 3)),
        ("duplicate-id", (2, 5)),
    ]


def test_numbers_as_ids(tmp_path):
    roster = read(
        write_xlsx(tmp_path / "a.xlsx", [["Табельный номер", "Категория"], [12, "высшая"], ["0012", "первая"]])
    )
    assert [row.id for row in roster.rows] == ["12", "0012"]


def test_two_columns_with_ids():
    both = pl.DataFrame({"id": ["1"], "Таб. №": ["2"], "Категория": ["высшая"]})
    roster = read(both)
    assert codes(roster) == ["two-id-columns"]
    assert read(both, id_column="таб.№").rows[0].id == "2"
    assert refused(both, id_column="Таб").problem.nearest == "Таб. №"


def test_snils_is_no_id_unless_asked_for():
    numbers = ["112-233-445 95", "087-654-303 00"]
    roster = read(pl.DataFrame({"СНИЛС": numbers, "Категория": ["высшая"] * 2}))
    assert [row.id for row in roster.rows] == ["1", "2"]
    disguised = pl.DataFrame({"id": numbers, "Категория": ["высшая"] * 2})
    assert [row.id for row in read(disguised).rows] == ["1", "2"]
    assert codes(read(disguised)) == ["id-is-snils"]
    asked = read(pl.DataFrame({"СНИЛС": numbers, "Категория": ["высшая"] * 2}), id_column="СНИЛС")
    assert [row.id for row in asked.rows] == numbers


def test_duplicates_by_snils_name_rows_alone(tmp_path):
    snils = ["112-233-445 95", "11223344595", "123-456-789 00", None, "087-654-303 00", 8765430300, "000-000-000 00"]
    rows = [["СНИЛС", "Категория"], *([one, "высшая"] for one in snils)]
    roster = read(write_xlsx(tmp_path / "a.xlsx", rows))
    assert [(one.code, one.rows) for one in roster.problems] == [
        ("duplicate-snils", (2, 3)),
        ("duplicate-snils", (6, 7)),
        ("wrong-snils", (4, 8)),
    ]
    assert len(roster.rows) == 7


@pytest.mark.parametrize(
    ("cells", "facts", "error"),
    [
        ({"post": "учитель физики, высшая категория"}, {"post": "teacher", "category": "highest"}, None),
        ({"post": "Учитель высшей категории"}, {"post": "teacher", "category": "highest"}, None),
        ({"post": "учитель физики (первая кв. категория)"}, {"post": "teacher", "category": "first"}, None),
        ({"post": "учитель - СЗД"}, {"post": "teacher", "category": "conformity"}, None),
        ({"post": "учитель физики, ВКК"}, {"post": "teacher", "category": "highest"}, None),
        ({"post": "учитель физики (б/к)"}, {"post": "teacher", "category": "none"}, None),
        ({"post": "методист, без категории"}, {"post": "methodist", "category": "none"}, None),
        ({"post": "учитель I категории"}, {"post": "teacher"}, "category-unclear"),
        ({"post": "учитель физики, 2 категория"}, {"post": "teacher"}, "category-unclear"),
        ({"post": "учитель без высшей категории"}, {"post": "teacher"}, "category-unclear"),
        ({"post": "учитель, первая категория, высшая категория"}, {"post": "teacher"}, "category-unclear"),
        ({"post": "учитель, высшая", "category": "ВКК"}, {"post": "teacher", "category": "highest"}, None),
        ({"post": "учитель, высшая", "category": "первая"}, {"post": "teacher"}, "category-disagrees"),
        ({"post": "учитель, высшая", "category": "перваяя"}, {"post": "teacher"}, "not-listed"),
        ({"post": "учитель, 2 категория", "category": "первая"}, {"post": "teacher", "category": "first"}, None),
        ({"post": "учитель физики", "category": "первая"}, {"post": "teacher", "category": "first"}, None),
        ({"post": "водитель, высшая категория"}, {"category": "highest"}, "not-listed"),
    ],
)
def test_a_category_inside_the_post(cells, facts, error):
    roster = read(pl.DataFrame({name: [cell] for name, cell in cells.items()} | {"Район": [None]}))
    assert roster.rows[0].facts == facts
    assert [one.code for one in roster.errors] == ([error] if error else [])
    taken = "category" in facts and "category" not in cells
    assert codes(roster) == (["category-from-post"] if taken else [])


def test_a_disagreement_names_both_cells():
    roster = read(frame(Должность=["учитель, высшая категория"], Категория=["первая"]))
    error = next(roster.errors)
    assert error.fact.name == "category"
    assert "столбец «Категория»" in error.text()
    assert "столбец «Должность»" in error.text()


NAMES = {
    "МБОУ СОШ № 3": "general",
    "МБДОУ «Детский сад № 5»": "preschool",
    "МБУ ДО ДДТ": "additional-children",
    "Детская музыкальная школа": "additional-children",
    "ГАУ ДПО «Институт развития образования»": "further-professional",
    "ВГСПУ (университет)": "higher",
    "ООО Ромашка": None,
    "Лицей и детский сад": "several",
}


@pytest.mark.parametrize(("name", "kind"), NAMES.items())
def test_the_kind_of_an_organisation_is_taken_from_its_name_only_where_a_mapping_says_so(name, kind):
    source = frame(Организация=[name])
    assert "organisation_kind" not in read(source).rows[0].facts
    roster = read(source, mapping=RosterMapping(derive={"organisation_kind": "organisation"}))
    if kind in (None, "several"):
        assert "organisation_kind" not in roster.rows[0].facts
        assert [error.code for error in roster.errors] == (["several-values"] if kind else [])
    else:
        assert roster.rows[0].facts["organisation_kind"] == kind
        assert problem(roster, "derived").rows == (1,)


def test_a_stated_kind_prevails_over_the_name():
    source = frame(Организация=["МБОУ СОШ № 3"] * 2, Вид_организации=["дошкольная", "дашкольная"])
    roster = read(source, mapping=RosterMapping(derive={"organisation_kind": "organisation"}))
    assert [row.facts.get("organisation_kind") for row in roster.rows] == ["preschool", None]


@pytest.mark.parametrize(
    ("cells", "errors"),
    [
        ({"birth_date": "01.09.2024"}, {"birth_date": "born-later"}),
        ({"birth_date": "01.01.2000", "category_decided_on": "31.12.1999"}, ("before-birth", "category_decided_on")),
        ({"birth_date": "01.01.2000", "diagnosed_on": "31.12.1999"}, ("before-birth", "diagnosed_on")),
        ({"birth_date": "01.01.2000", "work_started_on": "31.12.2013"}, ("longer-than-life", "work_started_on")),
        ({"birth_date": "01.01.2000", "Педстаж": "10 лет 1 мес."}, ("longer-than-life", "pedagogical_experience")),
        ({"birth_date": "01.01.2000", "Возраст": "25"}, ("disagrees-with-date", "age")),
    ],
)
def test_contradictions_make_both_facts_unknown(cells, errors):
    roster = read(
        pl.DataFrame({name: [cell] for name, cell in cells.items()} | {"Район": ["А"]}), as_of=date(2024, 1, 1)
    )
    expected = errors if isinstance(errors, dict) else {errors[1]: errors[0], "birth_date": errors[0]}
    assert {error.fact.name: error.code for error in roster.errors} == expected
    assert roster.rows[0].facts == {"municipality": "А"}
    if len(expected) == 2:
        assert all(error.other is not None for error in roster.errors)


def test_a_category_that_ends_before_it_begins():
    roster = read(frame(Дата_аттестации=["01.01.2020"], Срок_действия_категории=["31.12.2019"]))
    assert [error.code for error in roster.errors] == ["end-before-start"] * 2
    assert roster.rows[0].facts == {}


def test_what_fits_together_is_left_alone():
    cells = {"birth_date": "01.01.2000", "Педстаж": "10", "Возраст": "24", "work_started_on": "01.01.2014"}
    roster = read(pl.DataFrame({name: [cell] for name, cell in cells.items()}), as_of=date(2024, 1, 1))
    assert not list(roster.errors)
    assert len(roster.rows[0].facts) == 4


def test_the_day_of_the_roster_may_stand_in_a_heading():
    source = pl.DataFrame({"Педстаж на 01.09.2024": ["5"], "Категория": ["высшая"]})
    roster = read(source)
    assert roster.as_of == date(2024, 9, 1)
    assert roster.rows[0].facts["pedagogical_experience"] == 60
    other = read(source, as_of=date(2025, 1, 1))
    assert codes(other) == ["stated-for-another-day"]
    assert "pedagogical_experience" not in other.rows[0].facts
    assert "он на 01.09.2024, а список на 01.01.2025" in other.problems[0].text()


def test_months_by_the_heading():
    assert read(pl.DataFrame({"Педстаж, мес.": [18]})).rows[0].facts["pedagogical_experience"] == 18


def test_no_column_of_a_fact():
    roster = read(pl.DataFrame({"id": ["1"], "Хобби": ["шахматы"]}))
    assert "no-facts" in codes(roster)
    assert len(roster.rows) == 1


def test_a_column_of_a_mapping_that_the_roster_lacks():
    roster = read(
        frame(Категория=["ВКК"]), mapping=RosterMapping(columns={"Разряд": "category", "Категория": "category"})
    )
    assert codes(roster) == ["mapped-column-absent"]


def test_every_text_has_both_languages(tmp_path):
    roster = read(export(tmp_path, person(Должность="учетель"), person(Образование="высшее")))
    for one in (*roster.problems, *roster.errors):
        assert one.text("ru") != one.text("en")
        assert "{" not in one.text("ru") + one.text("en")
        assert one.as_record("en")["message"]


def test_nearest_values_are_looked_for_only_when_somebody_asks(monkeypatch):
    """Comparing every bad cell with every spelling would take minutes on long rosters."""
    asked = []
    monkeypatch.setattr(Spellings, "nearest", lambda _, text: asked.append(text))
    roster = read(pl.DataFrame({"Категория": [f"вышая{number}" for number in range(2000)]}))
    assert len(list(roster.errors)) == 2000
    assert not asked
    assert next(roster.errors).nearest is None
    assert asked == ["вышая0"]


def test_nothing_heavy_is_imported():
    code = "import sys, rsnms.rosters.roster, rsnms.rosters.template; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"polars", "pandas", "pyarrow", "python_calamine", "xlsxwriter"} & set(loaded)
