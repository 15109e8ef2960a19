import csv
import io
import struct
from datetime import date
from decimal import Decimal

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from openpyxl import Workbook

from rsnms.domain.extras import LibraryMissingError
from rsnms.rosters.problems import RosterError
from rsnms.rosters.roster import read_roster

from .books import write_xls, write_xlsx
from .vocabulary import FACTS

HEADINGS = [
    "Таб. №",
    "Категория",
    "Дата рождения",
    "Педагогический стаж",
    "Результат диагностики",
    "Предмет",
    "Место работы",
]
PEOPLE = [
    ["007", "высшая", "31.01.1980", "12 лет 3 мес.", "85,5", "Физика; Математика", "МБОУ «СОШ № 3»"],
    ["008", "первая", "01.02.1990", "5", "70", "нет", 'МБОУ "Лицей", корпус 2'],
    ["", "", "", "", "", "", ""],
    ["009", "", "", "", "", "", ""],
]
FOUND = [
    {
        "category": "highest",
        "birth_date": date(1980, 1, 31),
        "pedagogical_experience": 147,
        "score": 85.5,
        "subjects": frozenset({"Физика", "Математика"}),
        "organisation": "МБОУ «СОШ № 3»",
    },
    {
        "category": "first",
        "birth_date": date(1990, 2, 1),
        "pedagogical_experience": 60,
        "score": 70.0,
        "subjects": frozenset(),
        "organisation": 'МБОУ "Лицей", корпус 2',
    },
    {},
]


def as_csv(delimiter=";", rows=(HEADINGS, *PEOPLE)):
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    return buffer.getvalue()


def read(path, **settings):
    return read_roster(path, FACTS, **settings)


def refused(path, **settings):
    with pytest.raises(RosterError) as caught:
        read(path, **settings)
    assert caught.value.text("ru") == str(caught.value)
    assert caught.value.text("en") != caught.value.text("ru")
    return caught.value.problem.code


def assert_found(roster, rows=(2, 3, 5), ids=("007", "008", "009")):
    assert [row.row for row in roster.rows] == list(rows)
    assert [row.id for row in roster.rows] == list(ids)
    assert [dict(row.facts) for row in roster.rows] == FOUND
    assert not list(roster.errors)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_csv(tmp_path, delimiter, encoding):
    path = tmp_path / "roster.csv"
    path.write_bytes(as_csv(delimiter).encode(encoding))
    assert_found(read(path))


def test_csv_after_a_title_with_line_breaks_in_cells(tmp_path):
    path = tmp_path / "roster.csv"
    rows = [
        ["Список педагогов, участвующих в отборе", *[""] * 6],
        [],
        [name.replace(" ", "\n") for name in HEADINGS],
        *PEOPLE,
    ]
    path.write_text(as_csv(rows=rows), encoding="utf-8")
    roster = read(path)
    assert_found(roster, rows=(4, 5, 7))
    assert roster.header_row == 3


def test_csv_that_says_its_separator(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("sep=;\r\n" + as_csv(), encoding="utf-8")
    assert_found(read(path), rows=(3, 4, 6))


def test_csv_with_one_column(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("Категория\nвысшая\nпервая\n", encoding="utf-8")
    assert [row.facts["category"] for row in read(path).rows] == ["highest", "first"]


def test_the_separator_of_unknown_headings_is_that_of_an_even_table(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("Аттест.;Чин\nвысшая, да;б\nпервая;в\n", encoding="utf-8")
    roster = read(path, header_row=1)
    assert [problem.code for problem in roster.problems][:2] == ["unknown-heading", "unknown-heading"]


@pytest.mark.parametrize("encoding", ["cp866", "koi8-r", "mac-cyrillic", "utf-16-le"])
def test_other_encodings_are_not_guessed(tmp_path, encoding):
    path = tmp_path / "roster.csv"
    path.write_bytes(as_csv().encode(encoding, "replace"))
    assert refused(path) == "encoding"


def test_a_broken_utf8_file_is_not_windows_1251(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_bytes(as_csv().encode() + b"\xff\n")
    assert refused(path) == "encoding"


def test_an_undecided_separator(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("А;Б,В\n1;2,3\n", encoding="utf-8")
    assert refused(path) == "delimiter"


def test_quotes_that_do_not_match(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text('Категория;Место работы\nвысшая;"СОШ\nпервая;Лицей\n', encoding="utf-8")
    assert refused(path) == "csv-quotes"
    path.write_text('Категория;Место работы\nвысшая;"СОШ" № 3\n', encoding="utf-8")
    with pytest.raises(RosterError, match="строке 2"):
        read(path)


def test_a_shifted_row_is_not_read_and_not_lost(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(
        "id;Категория;Район;Предмет\n1;высшая;А\n2;первая;Б;Физика;Химия\n3;первая;Б;Физика;\n4;СЗД;Б;Химия\n",
        encoding="utf-8",
    )
    roster = read(path)
    assert [(row.row, row.id, len(row.facts)) for row in roster.rows] == [
        (2, "2", 0),
        (3, "3", 0),
        (4, "3", 3),
        (5, "4", 3),
    ]
    assert [(error.code, error.address.row) for error in roster.errors] == [("wrong-width", 2), ("wrong-width", 3)]
    assert "строка 2: ячеек 3, а заголовков 4" in next(roster.errors).text()


@pytest.mark.parametrize("write", [write_xlsx, write_xls])
def test_excel(tmp_path, write):
    path = tmp_path / ("roster.xlsx" if write is write_xlsx else "roster.xls")
    people = [list(row) for row in PEOPLE]
    people[0][2], people[1][3], people[1][4] = date(1980, 1, 31), 5, 70
    assert_found(read(write(path, [HEADINGS, *people])))


@pytest.mark.parametrize("write", [write_xlsx, write_xls])
def test_failed_formulas_of_excel_are_mistakes(tmp_path, write):
    path = tmp_path / ("roster.xlsx" if write is write_xlsx else "roster.xls")
    failed = "=NA()" if write is write_xlsx else "#N/A"
    roster = read(write(path, [["Категория", "Район"], ["высшая", failed], [failed, "Б"]], top=2, left=2))
    assert [(error.address.reference, error.bad.words["error"]) for error in roster.errors] == [
        ("Реестр!D4", "#N/A"),
        ("Реестр!C5", "#N/A"),
    ]


def test_a_formula_without_a_value_is_a_mistake(tmp_path):
    book = Workbook()
    book.active.append(["Категория", "Район"])
    book.active.append(["высшая", "Центральный"])
    book.active.append(['=IF(1=1,"высшая","")', "Центральный"])
    book.save(tmp_path / "roster.xlsx")
    roster = read(tmp_path / "roster.xlsx")
    assert [error.code for error in roster.errors] == ["formula-without-value"]


def test_a_workbook_by_its_content(tmp_path):
    page = tmp_path / "roster.xls"
    page.write_text("<html><table><tr><td>Категория</td></tr></table></html>", encoding="utf-8")
    assert refused(page) == "not-a-workbook"
    whole = write_xlsx(tmp_path / "whole.xlsx", [HEADINGS, *PEOPLE]).read_bytes()
    (tmp_path / "roster.xls").write_bytes(whole)
    assert_found(read(tmp_path / "roster.xls"))
    (tmp_path / "cut.xlsx").write_bytes(whole[:2000])
    assert refused(tmp_path / "cut.xlsx") == "damaged"
    old = write_xls(tmp_path / "old.xls", [HEADINGS, *PEOPLE]).read_bytes()
    (tmp_path / "cut.xls").write_bytes(old[:2000])
    assert refused(tmp_path / "cut.xls") == "damaged"


def test_a_protected_workbook(tmp_path):
    path = tmp_path / "roster.xlsx"
    path.write_bytes(
        struct.pack("<8s", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    )
    assert refused(path) == "password"


def test_parquet(tmp_path):
    path = tmp_path / "roster.parquet"
    frame().write_parquet(path)
    assert_found(read(path), rows=(1, 2, 4))
    path.write_bytes(b"PAR1 nonsense")
    assert refused(path) == "damaged"


def frame():
    columns = dict(zip(HEADINGS, zip(*PEOPLE, strict=True), strict=True))
    return pl.DataFrame({name: [cell or None for cell in cells] for name, cells in columns.items()})


@pytest.mark.parametrize(
    "convert",
    [
        lambda frame: frame,
        lambda frame: frame.lazy(),
        lambda frame: frame.to_pandas(),
        lambda frame: frame.to_arrow(),
        lambda frame: duckdb.from_arrow(frame.to_arrow()),
    ],
    ids=["polars", "lazy", "pandas", "pyarrow", "duckdb"],
)
def test_dataframes(convert):
    roster = read(convert(frame()))
    assert_found(roster, rows=(1, 2, 4))
    assert roster.header_row == 0


def test_a_dataframe_of_typed_columns_named_by_facts():
    typed = pl.DataFrame(
        {
            "id": [1, 2, 3],
            "category": pl.Series(["highest", None, "first"], dtype=pl.Enum(["first", "highest"])),
            "birth_date": [date(1980, 1, 31), None, date(1990, 1, 1)],
            "pedagogical_experience_months": [147, None, 60],
            "roles": [["tutor", "mentor"], [], None],
            "subjects": [["Физика, химия"], None, []],
            "diagnostics_passed": [True, None, False],
            "score": pl.Series(["85.5", None, "70"]).cast(pl.Decimal(5, 1)),
            "groups": [1, None, 2],
        }
    )
    expected = [
        {
            "category": "highest",
            "birth_date": date(1980, 1, 31),
            "pedagogical_experience": 147,
            "roles": {"tutor", "mentor"},
            "subjects": {"Физика, химия"},
            "diagnostics_passed": True,
            "score": 85.5,
            "groups": 1,
        },
        {"roles": set()},
        {
            "category": "first",
            "birth_date": date(1990, 1, 1),
            "pedagogical_experience": 60,
            "subjects": set(),
            "diagnostics_passed": False,
            "score": 70.0,
            "groups": 2,
        },
    ]
    for source in (typed, typed.to_arrow(), typed.to_pandas()):
        roster = read(source)
        assert not list(roster.errors)
        assert [dict(row.facts) for row in roster.rows] == expected
        assert [row.id for row in roster.rows] == ["1", "2", "3"]


def test_missing_values_of_pandas_are_unknown():
    source = pd.DataFrame(
        {
            "category": ["highest", None, float("nan")],
            "birth_date": pd.to_datetime(["1980-01-31", None, None]),
            "diagnostics_passed": pd.array([True, None, None], dtype="boolean"),
            "groups": pd.array([1, None, None], dtype="Int64"),
            "score": [Decimal("1.5"), Decimal("NaN"), None],
        }
    )
    roster = read(source)
    assert [len(row.facts) for row in roster.rows] == [5]
    assert not list(roster.errors)


def test_what_cells_do_not_know_is_reported():
    roster = read(pa.table({"category": [{"a": 1}], "score": [float("inf")], "organisation": ["СОШ"]}))
    assert {error.fact.name for error in roster.errors} == {"category", "score"}


def test_months_or_years_of_a_program_are_not_guessed():
    roster = read(pl.DataFrame({"pedagogical_experience": [60], "category": ["first"]}))
    assert [error.code for error in roster.errors] == ["unit-unclear"]


def test_what_is_no_roster(tmp_path):
    assert refused(5) == "not-a-frame"
    assert refused(tmp_path / "absent.xlsx") == "no-file"
    assert refused(tmp_path / "absent.csv") == "no-file"
    assert refused(tmp_path / "absent.docx") == "no-file"
    (tmp_path / "roster.docx").write_text("Категория")
    assert refused(tmp_path / "roster.docx") == "unknown-format"
    (tmp_path / "folder.csv").mkdir()
    assert refused(tmp_path / "folder.csv") == "unreadable"
    assert refused(pd.DataFrame([[1, 2]], columns=["a", "a"])) == "unreadable"


@pytest.mark.parametrize(("name", "module"), [("a.xlsx", "python_calamine"), ("a.parquet", "polars")])
def test_a_missing_library_is_named_with_the_way_to_install_it(tmp_path, monkeypatch, name, module):
    path = tmp_path / name
    path.write_bytes(b"")
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(LibraryMissingError) as caught:
        read(path)
    assert (caught.value.module, caught.value.extra) == (module, "tables")
