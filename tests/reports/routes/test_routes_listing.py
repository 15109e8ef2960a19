"""Routes as lists, records and a workbook."""

import csv
import io
import json
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from reports.routes.route_samples import EMPTY, OFFERS, POLICY, ROUTE, with_title
from rsnms.domain.offer import Session
from rsnms.reports.listing import ListFormat
from rsnms.reports.routes.lists import routes_listing, routes_summary, steps_listing
from rsnms.reports.routes.records import route_record
from rsnms.reports.routes.workbook import route_workbook
from rsnms.reports.workbook import Sheet, write_workbook
from rsnms.routes.fitting.hindrance import Hindrance, Reason
from rsnms.routes.fitting.uncovered import Remedy, Uncovered
from rsnms.routes.timetable.timetable import Gap


def test_steps_for_people():
    rows = steps_listing([ROUTE, EMPTY], POLICY).rows
    assert len(rows) == 5
    assert tuple(rows[1].cells) == (
        "У-17",
        "2",
        "обучение",
        "03.02.2025",
        "14.03.2025",
        "Цифровые средства на уроке",
        "повышение квалификации",
        "очно-заочная",
        "Волгоград",
        "48",
        "ИКТ-компетенция (тяжёлый)",
        "",
        "программа ДПО",
        "п. 3.2.2",
        "ГАУ ДПО «ВГАПО»",
        "",
        "запланировано",
    )
    assert [row.style for row in rows] == ["dim", "", "", "", ""]
    english = steps_listing([ROUTE], POLICY, "en").rows[3].cells
    assert english[2:6] == ("accompaniment throughout", "2 September 2024", "30 May 2025", "Mentoring")


def test_steps_for_machines():
    text = steps_listing([ROUTE], POLICY).text(ListFormat.CSV)
    row = list(csv.DictReader(io.StringIO(text)))[1]
    assert row == {
        "person": "У-17",
        "number": "2",
        "stage": "learning",
        "begins": "2025-02-03",
        "ends": "2025-03-14",
        "title": "Цифровые средства на уроке",
        "kind": "upskilling",
        "form": "mixed",
        "place": "Волгоград",
        "hours": "48",
        "closes": "ict",
        "serves": "",
        "measures": "register-programme",
        "clauses": "3.2.2",
        "by": "regional-institute",
        "with": "",
        "status": "planned",
    }


def test_a_row_for_each_route():
    listing = routes_listing([ROUTE, EMPTY])
    assert [row.cells[index] for row in listing.rows for index in (0, 1, 2, 3, 5, 7, 8, 9, 11)] == [
        *("У-17", "02.09.2024", "31.05.2025", "48", "5", "2", "1", "1", "да"),
        *("", "02.09.2024", "02.09.2024", "0", "0", "0", "0", "0", "да"),
    ]
    assert listing.records[0] == {
        "person": "У-17",
        "begins": "2024-09-02",
        "ends_on": "2025-05-31",
        "hours": 48,
        "cost": 12500.5,
        "steps": 5,
        "done": 1,
        "deficits": 2,
        "closed": 1,
        "open": 1,
        "unkept": 1,
        "proven": True,
    }
    assert routes_summary([ROUTE, EMPTY]) == ("2 человека: 48 часов, закрывается дефицитов: 1, остаётся открытыми: 1")
    assert routes_summary([ROUTE], "en") == "1 person: 48 hours, deficits closed: 1, left open: 1"


DEFICIT = {"competency": "ict", "severity": "high", "found_on": "2024-02-18"}


def test_the_record_of_a_route_is_json():
    record = route_record(ROUTE)
    assert json.loads(json.dumps(record)) == record
    assert list(record) == [
        *("version", "person", "policy", "on", "terms", "deficits", "steps", "uncovered", "unkept", "open"),
        *("content", "forms", "technologies", "pace", "hours", "cost", "ends_on", "worth", "proven", "gap"),
    ]
    assert (record["version"], record["person"], record["policy"], record["on"]) == (
        *(1, "У-17", "ru/volgograd", "2024-09-02"),
    )
    assert record["terms"] == {
        "begins": "2024-09-02",
        "until": "2025-06-30",
        "hours": 72,
        "hours_a_month": None,
        "cost": 12500.5,
        "forms": ["in-person", "mixed"],
        "places": ["Волгоград"],
    }
    assert record["deficits"][0] == DEFICIT
    assert {key: record[key] for key in ("content", "forms", "technologies", "pace", "hours", "cost", "ends_on")} == {
        "content": ["Цифровые средства на уроке"],
        "forms": ["mixed"],
        "technologies": ["кейсы", "проекты"],
        "pace": {"2025-02": 32, "2025-03": 16},
        "hours": 48,
        "cost": 12500.5,
        "ends_on": "2025-05-31",
    }
    assert record["worth"] == {
        "uncovered_high": 0,
        "uncovered_medium": 0,
        "uncovered_low": 1,
        "unkept": 1,
        "unkept_recommended": 0,
        "outside_register": 1,
        "hours": 48,
        "unregistered": 0,
        "ends_on": "2025-03-14",
        "cost": 12500.5,
        "offers": 1,
    }
    assert (record["proven"], record["gap"]) == (True, None)


def test_the_record_of_a_step():
    learning, transfer = route_record(ROUTE)["steps"][1:3]
    assert learning == {
        "id": "ПК-001",
        "stage": "learning",
        "begins": "2025-02-03",
        "ends": "2025-03-14",
        "hours": 48,
        "month_hours": {"2025-02": 32, "2025-03": 16},
        "offer": {
            "id": "ПК-001",
            "title": "Цифровые средства на уроке",
            "kind": "upskilling",
            "education": "formal",
            "form": "mixed",
            "technologies": ["кейсы", "проекты"],
            "provider": "ВГАПО",
            "cost": 12500.5,
            "in_register": True,
        },
        "session": {"starts_on": "2025-02-03", "ends_on": "2025-03-14", "seats": 25, "place": "Волгоград"},
        "closes": [DEFICIT],
        "serves": [],
        "measures": ["register-programme"],
        "rules": [
            {
                "id": "programme-for-deficit",
                "measure": "register-programme",
                "modality": "must",
                "clause": "3.2.2",
                "item": 1,
                "act": "order-58",
                "origin": "ru/volgograd",
                "is_default": False,
                "by": "regional-institute",
                "deficit": DEFICIT,
                "chain": ["programme-for-deficit"],
            }
        ],
        "clauses": ["3.2.2"],
        "by": ["regional-institute"],
        "person": None,
        "after": ["diagnosis"],
        "status": "planned",
    }
    assert transfer["rules"][0]["chain"] == ["programme-for-deficit", "transfer-into-practice"]
    assert (transfer["offer"], transfer["session"]) == (None, None)


def test_the_record_of_what_stays_open():
    session = Session(starts_on=date(2025, 7, 7), ends_on=date(2025, 7, 8))
    stands = Hindrance(unknown=frozenset({"subjects", "post"}))
    left = Uncovered(ROUTE.deficits[1], Reason.NOT_KNOWN, (Remedy("ПК-014", stands, session=session),), ("ПК-2",))
    record = route_record(replace(ROUTE, uncovered=(left,), gap=Gap("hours", 48, 36)))
    assert record["uncovered"] == [
        {
            "deficit": {"competency": "methodical", "severity": "low", "found_on": "2024-02-18"},
            "reason": "not-known",
            "remedies": [
                {
                    "offer": "ПК-014",
                    "hours": None,
                    "hours_a_month": None,
                    "cost": None,
                    "session": {"starts_on": "2025-07-07", "ends_on": "2025-07-08", "seats": None, "place": None},
                    "clashes": [],
                    "unknown": ["post", "subjects"],
                    "excluded_by": [],
                    "forms": [],
                    "missing": [],
                    "completed": [],
                    "over": [],
                    "full": [],
                }
            ],
            "weaker": ["ПК-2"],
        }
    ]
    assert [record["unkept"][0][key] for key in ("id", "offers", "after")] == ["internship", [], None]
    assert (record["open"][0]["missing"], record["open"][0]["competencies"]) == (["organisation_traits"], [])
    assert (record["proven"], record["gap"]) == (False, {"level": "hours", "reached": 48, "bound": 36})


def test_without_any_offer_no_day_is_the_last():
    assert route_record(replace(ROUTE, worth=ROUTE.worth._replace(ends_on=date.min)))["worth"]["ends_on"] is None


def values(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_a_workbook_of_routes(tmp_path):
    path = tmp_path / "routes.xlsx"
    route_workbook(path, [ROUTE, EMPTY], POLICY, offers=OFFERS)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Маршруты", "Шаги", "Не закрыто", "Основания", "Темп"]
    assert [(sheet.freeze_panes, sheet.auto_filter.ref) for sheet in book] == [
        ("A2", "A1:L3"),
        ("A2", "A1:Q6"),
        ("A2", "A1:F2"),
        ("A2", "A1:H6"),
        ("A2", "A1:D3"),
    ]
    assert values(book["Маршруты"])[1] == [
        *("У-17", datetime(2024, 9, 2), datetime(2025, 5, 31), 48, 12500.5, 5, 1, 2, 1, 1, 1, "да"),  # noqa: DTZ001
    ]
    assert values(book["Шаги"])[2][:10] == [
        *("У-17", 2, "обучение", datetime(2025, 2, 3), datetime(2025, 3, 14), "Цифровые средства на уроке"),  # noqa: DTZ001
        *("повышение квалификации", "очно-заочная", "Волгоград", 48),
    ]
    assert values(book["Не закрыто"])[1] == [
        *("У-17", "Методическая компетенция", "лёгкий", datetime(2024, 2, 18)),  # noqa: DTZ001
        "Подходящее предложение не помещается в предел часов.",
        "Поможет «Формирующее оценивание» (ПК-014): предел 84 часов вместо 72.",
    ]
    assert values(book["Основания"])[2] == [
        "У-17",
        "Перенос освоенного в практику",
        "Перенос освоенного в практику",
        "п. 3.3.1, поз. 1; обязательно",
        "ИКТ-компетенция",
        "Муниципальные методические службы (ММС)",
        "да",
        "Дефицит: ИКТ-компетенция, тяжёлый (диагностика 18.02.2024) → правило «Программа ДПО по выявленному дефициту, "
        "в том числе из Федерального реестра» (п. 3.2.2, поз. 1; обязательно) → правило «Перенос освоенного в "
        "практику» (п. 3.3.1, поз. 1; обязательно)",
    ]
    assert values(book["Основания"])[-1][1:7:5] == ["Стажировка", "нет"]
    assert values(book["Темп"]) == [
        ["Кто", "Всего", "февраль 2025", "март 2025"],
        ["У-17", 48, 32, 16],
        [None, 0, None, None],
    ]
    assert book["Маршруты"]["B2"].number_format == "dd.mm.yyyy"


def test_a_workbook_in_english(tmp_path):
    path = tmp_path / "routes.xlsx"
    route_workbook(path, [ROUTE], POLICY, "en")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Routes", "Steps", "Left open", "Grounds", "Pace"]
    assert values(book["Left open"])[1][4:] == [
        "The suitable offer does not fit into the limit of hours.",
        "ПК-014 would help: a limit of 84 hours instead of 72.",
    ]


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "https://example.org"])
def test_nothing_becomes_a_formula_or_a_link(tmp_path, text):
    path = tmp_path / "routes.xlsx"
    route_workbook(path, [replace(with_title(text), person=text)], POLICY)
    book = openpyxl.load_workbook(path)
    cells = [book["Маршруты"]["A2"], book["Шаги"]["A3"], book["Шаги"]["F3"]]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [(text, "s", None)] * 3


def test_an_empty_workbook_has_its_headings(tmp_path):
    path = tmp_path / "routes.xlsx"
    route_workbook(path, [], POLICY)
    assert [sheet.max_row for sheet in openpyxl.load_workbook(path)] == [1] * 5


def test_cells_have_types(tmp_path):
    path = tmp_path / "typed.xlsx"
    write_workbook(path, "Т", [Sheet("Лист", (("а", 5), ("б", 5)), [("1", 1), (None, date(2025, 3, 1))])])
    sheet = openpyxl.load_workbook(path).active
    assert [[cell.data_type for cell in row] for row in sheet.iter_rows(min_row=2)] == [["s", "n"], ["n", "d"]]
