from datetime import date

import pytest
from openpyxl import load_workbook

from acts import PLACES, document, obligation, policy, schedule
from rsnms.domain.period import Every
from rsnms.domain.system import DocumentKind, ForEach, ObligationKind
from rsnms.monitoring.audit import audit
from rsnms.monitoring.evidence import read_evidence
from rsnms.monitoring.evidence_template import write_evidence_template

EACH = schedule(due=date(2024, 12, 31), for_each=ForEach.MUNICIPALITY)
POLICY = policy(
    document("plan", DocumentKind.PLAN, "План", of="cnppm", clause="4.1"),
    document("year-plan", DocumentKind.PLAN, "План", of="council"),
    document("agreement", DocumentKind.AGREEMENT, "Соглашение", parties=("authority", "cnppm"), when=EACH),
    obligation(
        "meets", ObligationKind.MEETING, "Заседание совета", by=("council",), when=schedule(every=Every.QUARTER)
    ),
)


@pytest.fixture(params=["ru", "en"])
def book(request, tmp_path):
    path = tmp_path / "template.xlsx"
    write_evidence_template(path, POLICY, request.param, municipalities=PLACES)
    return path, request.param


def test_a_template_filled_by_hand_is_counted_without_a_word_of_complaint(book):
    path, _ = book
    filled = load_workbook(path)
    sheet = filled.worksheets[0]
    choices = [cell.value for cell in filled.worksheets[2]["A"] if cell.value]
    assert choices == ["plan", "year-plan", "Соглашение", "Заседание совета"]
    for number, choice in enumerate(choices, 2):
        sheet.cell(number, 1, date(2023, 2, 1))
        sheet.cell(number, 2, choice)
        sheet.cell(number, 3, PLACES[0] if choice == "Соглашение" else None)
    filled.save(path)
    read = read_evidence(path, POLICY)
    assert (len(read.evidence), read.problems) == (4, ())
    result = audit(POLICY, read.evidence, date(2023, 3, 1), municipalities=PLACES)
    assert (result.uncounted, sum(len(one.evidence) for one in result.findings)) == ((), 4)


def test_an_empty_template_holds_no_evidence_and_its_guide_is_not_taken_for_some(book):
    read = read_evidence(book[0], POLICY)
    assert (read.sheet in ("Свидетельства", "Evidence"), read.evidence, read.problems) == (True, (), ())


def test_the_lists_offer_duties_subjects_and_places(book):
    path, _ = book
    workbook = load_workbook(path)
    sheet, _, values = workbook.worksheets
    checks = {str(check.sqref).split(":")[0]: check for check in sheet.data_validations.dataValidation}
    assert [cell.value for cell in values["B"]] == ["ЦНППМ", "Методический совет", "Комитет образования", *PLACES]
    assert {place: check.type for place, check in checks.items()} == {
        **dict.fromkeys(("B2", "C2"), "list"),
        "A2": "date",
        **dict.fromkeys(("D2", "E2", "F2"), None),
    }
    assert "$A$1:$A$4" in checks["B2"].formula1
    assert values.sheet_state == "hidden"


def test_the_guide_lists_the_duties(tmp_path):
    path = tmp_path / "template.xlsx"
    write_evidence_template(path, POLICY)
    rows = [[cell.value or "" for cell in row] for row in load_workbook(path).worksheets[1].iter_rows(min_row=6)]
    assert rows == [
        ["Что вписать", "Идентификатор обязательства", "Что это", "Где в акте", "Когда", "Кто отвечает"],
        ["plan", "plan", "план", "4.1", "срок не указан", ""],
        ["year-plan", "year-plan", "план", "", "срок не указан", ""],
        [
            *("Соглашение", "agreement", "соглашение", "", "до 31.12.2024, для каждого муниципалитета"),
            "Комитет образования; ЦНППМ",
        ],
        ["Заседание совета", "meets", "заседание", "", "не реже раза в квартал", "Методический совет"],
    ]
