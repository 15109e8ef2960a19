"""Lists in every format: the same rows, escaped as each format needs it."""

import csv
import io
import json

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from rsnms.domain.text import Text
from rsnms.reports.listing import Column, ListFormat, Listing, Row
from rsnms.reports.records import for_readers, nothing_found, records_listing, records_table
from rsnms.survey.records import records
from systems import north, town

COLUMNS = (
    Column("id", Text("Имя", "Id"), 10),
    Column("names", Text("Кто", "Who")),
    Column("none", Text("Пусто", "None")),
)
NASTY = 'а "б", в|г\nд; <е>'
LISTING = Listing(
    COLUMNS,
    [
        Row({"id": NASTY, "names": ["а", "б"], "none": None}, (NASTY, "а, б", "")),
        Row({"id": 2, "names": [], "none": None, "more": True}, ("[bold]2[/bold]", "", ""), "red"),
    ],
)


def drawn(table) -> str:
    console = Console(file=io.StringIO(), width=80)
    console.print(table)
    return console.file.getvalue()


def test_json_has_the_whole_records():
    assert json.loads(LISTING.text(ListFormat.JSON)) == LISTING.records
    assert LISTING.records[1]["more"] is True


def test_csv_has_keys_for_headings_and_joins_lists():
    rows = list(csv.reader(io.StringIO(LISTING.text(ListFormat.CSV))))
    assert rows == [["id", "names", "none"], [NASTY, "а; б", ""], ["2", "", ""]]


def test_markdown_has_headings_for_people_and_one_line_a_row():
    assert LISTING.text(ListFormat.MD).splitlines() == [
        "| Имя | Кто | Пусто |",
        "| --- | --- | --- |",
        '| а "б", в\\|г<br>д; <е> | а, б |  |',
        "| [bold]2[/bold] |  |  |",
    ]
    english = Listing(COLUMNS, (), "en").text(ListFormat.MD)
    assert english.splitlines()[0] == "| Id | Who | None |"


def test_the_terminal_leaves_out_empty_columns_and_takes_no_text_for_markup():
    shown = drawn(LISTING.table())
    assert "Пусто" not in shown
    assert "[bold]2[/bold]" in shown


def test_a_table_is_drawn_not_written():
    with pytest.raises(ValueError, match="table"):
        LISTING.text(ListFormat.TABLE)


def test_a_workbook_has_texts_even_where_they_look_like_formulas(tmp_path):
    path = tmp_path / "list.xlsx"
    Listing(COLUMNS, [Row({}, ("=1+1", "@а", "+7"))]).write_xlsx(path, "Список")
    sheet = openpyxl.load_workbook(path).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Имя", "Кто", "Пусто"],
        ["=1+1", "@а", "+7"],
    ]
    assert {cell.data_type for cell in sheet[2]} == {"s"}
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C2")


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))), max_size=3))
def test_csv_reads_back_as_it_was(texts):
    listing = Listing(COLUMNS[:1], [Row({"id": text}, (text,)) for text in texts])
    rows = list(csv.reader(io.StringIO(listing.csv())))
    assert [row[0] if row else "" for row in rows[1:]] == texts


# --- the elements of a policy ----------------------------------------------------------------------------------------


def test_elements_say_what_they_are_whose_and_where():
    [_, advises, _] = records(north(), kind="function")
    [row] = records_listing([advises], north()).rows
    shown = dict(zip((column.key for column in records_listing([], north()).columns), row.cells, strict=True))
    assert {key: value for key, value in shown.items() if value} == {
        "kind": "функция",
        "id": "advises",
        "clause": "3.2",
        "item": "2",
        "title": "Консультирует педагогов",
        "subject": "Центр",
        "level": "региональный",
        "modality": "рекомендация",
        "activity": "консультирование",
        "subjects": "Центр",
        "act": "order-1",
        "origin": "a/north",
    }
    assert row.record == advises.as_record()


def test_readers_get_the_columns_that_say_something():
    found = records(north(), kind="right")
    listing = for_readers(records_listing(found, north(), "en"))
    assert [column.key for column in listing.columns] == [
        *("kind", "id", "clause", "title", "subject", "level", "modality", "reading"),
    ]
    assert [list(row.cells) for row in listing.rows] == [
        ["right", "asks", "3.2", "Запрашивает сведения", "Центр", "regional", "general rule", "У кого, не сказано"]
    ]
    assert [column.key for column in for_readers(records_listing([], north())).columns][:3] == ["kind", "id", "clause"]


def test_the_terminal_shows_readings_activities_and_origins_below_the_title():
    found = (*records(town(), kind="right"), *records(town(), activity="mentoring"))
    shown = drawn(records_table(found, town()))
    assert "чтение: У кого, не сказано" in shown
    assert "деятельность: наставничество" in shown
    assert "mentor, из a/north" in shown
    assert "reading: У кого" in drawn(records_table(found, town(), "en"))


def test_where_nothing_is_found_the_source_does_not_specify_it():
    assert nothing_found(north(), None) == "a/north: в источнике не указано"
    assert nothing_found(north(), None, "en") == "a/north: not specified in the source"
    assert nothing_found(north(), "1.1") == "a/north: в источнике не указано\nП. 1.1: нормы нет, повторяет название"
    assert nothing_found(north(), "9") == "a/north: в источнике не указано"
