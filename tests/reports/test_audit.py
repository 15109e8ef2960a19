"""An audit in words, as a table and for machines."""

import json
from datetime import date

import pytest

from acts import PLACES, document, obligation, policy, row, schedule
from rsnms.domain.level import Level
from rsnms.domain.period import Every
from rsnms.domain.subject import Modality
from rsnms.domain.system import DocumentKind, ForEach, ObligationKind
from rsnms.monitoring.audit import audit
from rsnms.reports.audit import audit_json, audit_listing, audit_summary, hints, state_words, uncounted_lines
from rsnms.reports.audit_table import audit_table
from rsnms.reports.listing import ListFormat

DUE = date(2023, 3, 1)
ON = date(2024, 5, 10)
REGULATION = document(
    "regulation", DocumentKind.REGULATION, "Положение", clause="1", approved_by="authority", when=schedule(due=DUE)
)
MEETS = obligation("meets", ObligationKind.MEETING, "Заседание", by=("council",), when=schedule(every=Every.QUARTER))
AGREEMENT = document(
    "agreement", DocumentKind.AGREEMENT, "Соглашение", when=schedule(due=DUE, for_each=ForEach.MUNICIPALITY)
)


def states(element, *evidence, on=ON, lang="ru", **places):
    return [state_words(one, lang) for one in audit(policy(element), evidence, on, **places).findings]


@pytest.mark.parametrize(
    ("done_on", "on", "ru", "en"),
    [
        (DUE, ON, "выполнено 01.03.2023", "done on 1 March 2023"),
        (date(2023, 3, 2), ON, "выполнено 02.03.2023, с опозданием на 1 день", "done on 2 March 2023, 1 day late"),
        (date(2023, 3, 6), ON, "выполнено 06.03.2023, с опозданием на 5 дней", "done on 6 March 2023, 5 days late"),
        (None, date(2023, 3, 3), "просрочено на 2 дня", "overdue by 2 days"),
        (None, date(2023, 2, 8), "до конца срока 21 день", "due in 21 days"),
        (None, DUE, "последний день срока", "due today"),
    ],
)
def test_an_occasion_in_words(done_on, on, ru, en):
    evidence = [row(done_on, "regulation")] if done_on else []
    assert states(REGULATION, *evidence, on=on) == [ru]
    assert states(REGULATION, *evidence, on=on, lang="en") == [en]


@pytest.mark.parametrize(
    ("when", "ru", "en"),
    [
        (
            schedule(since=date(2025, 1, 1)),
            *("начнётся 01.01.2025", "begins on 1 January 2025"),
        ),
        (
            schedule(),
            *("срока в акте нет, свидетельств нет", "the act names no date, and there is no evidence"),
        ),
        (
            schedule(date_note="В течение года"),
            "срок в акте не календарный («В течение года»), свидетельств нет",
            "the act's date is no calendar date (“В течение года”), and there is no evidence",
        ),
        (
            schedule(every=Every.YEAR, since=None),
            *("неизвестно, с какого дня действует", "nobody knows since when it binds"),
        ),
        (
            schedule(every=Every.YEAR, until=date(2023, 6, 1)),
            *("за время действия нет полного периода", "no full period lies within its life"),
        ),
        (
            schedule(for_each=ForEach.MUNICIPALITY),
            *("список муниципалитетов не дан", "the list of municipalities is not given"),
        ),
        (
            schedule(for_each=ForEach.ORGANISATION),
            *("список организаций не дан", "the list of organisations is not given"),
        ),
    ],
)
def test_why_an_occasion_is_not_checked(when, ru, en):
    element = document("plan", DocumentKind.PLAN, when=when)
    assert states(element) == [ru]
    assert states(element, lang="en") == [en]


def cells(found, lang="ru"):
    return [tuple(row.cells) for row in audit_table(found, found.findings, lang).rows]


def test_of_a_long_standing_duty_the_last_periods_have_lines_and_the_others_one():
    held = [row(date(2023, month, 1), "meets", title=f"Протокол {month}") for month in (2, 5, 8, 11)]
    found = audit(policy(MEETS), held, ON)
    assert cells(found) == [
        ("Заседание", "Методический совет", "IV квартал 2023\nдо 31.12.2023", "выполнено 01.11.2023\nПротокол 11"),
        ("", "", "I квартал 2024\nдо 31.03.2024", "просрочено на 40 дней"),
        ("", "", "II квартал 2024\nдо 30.06.2024", "до конца срока 51 день"),
        ("", "", "", "ещё 3 квартала: все выполнены"),
    ]
    found = audit(policy(MEETS), held[1:2], ON)
    assert cells(found)[-1][-1] == "ещё 3 квартала: выполнено 1; просрочено 2 (I квартал 2023, III квартал 2023)"
    assert cells(found, "en")[-1][-1] == "another 3 quarters: 1 done; 2 overdue (Q1 2023, Q3 2023)"
    assert cells(audit(policy(MEETS), held[:1], date(2023, 11, 1)))[-1][-1] == "ещё 1 квартал: выполнено"


def test_of_many_places_those_that_lag_have_lines():
    names = [*PLACES, *(f"Район № {number}" for number in range(1, 6))]
    done = [row(date(2023, 2, 1), "agreement", name) for name in names[2:]]
    late = row(date(2023, 3, 3), "agreement", names[1])
    found = audit(policy(AGREEMENT), [*done, late], ON, municipalities=names)
    assert cells(found) == [
        ("Соглашение", "", "Камышинский район\nдо 01.03.2023", "просрочено на 436 дней"),
        ("", "", "", "ещё 6 муниципалитетов: выполнено 5; с опозданием 1 (Серафимовичский район)"),
    ]
    undated = document("a", DocumentKind.AGREEMENT, "Соглашение", when=schedule(for_each=ForEach.MUNICIPALITY))
    found = audit(policy(undated), [], ON, municipalities=[*names, "Район № 6", "Район № 7"])
    assert cells(found) == [
        (
            *("Соглашение", "", ""),
            "9 муниципалитетов: нельзя проверить 9 (Камышинский район, Серафимовичский район, Район № 1, Район № 2, "
            "Район № 3, Район № 4 и ещё 3)",
        )
    ]
    assert "all done" in cells(audit(policy(AGREEMENT), done, ON, municipalities=names[2:]), "en")[0][-1]


def test_occasions_of_places_in_periods_are_counted_together():
    quarterly = obligation("m", ObligationKind.MEETING, when=schedule(every=Every.YEAR, for_each=ForEach.ORGANISATION))
    found = audit(policy(quarterly), [row(date(2023, 5, 1), "m", "Школа № 1")], ON, organisations=("Школа № 1", "Ш 2"))
    assert cells(found)[-1][-1] == "ещё 1 случай: выполнено"
    assert cells(found)[0][2:] == ("Ш 2\n2023 год\nдо 31.12.2023", "просрочено на 131 день")


def test_what_need_not_be_done_is_marked():
    plan = document(
        "plan", DocumentKind.PLAN, "План", clause="3.1", modality=Modality.RECOMMENDED, when=schedule(due=DUE)
    )
    found = audit(policy(plan, REGULATION), [], ON)
    table = audit_table(found, found.findings)
    assert [(row.cells[0], row.style) for row in table.rows] == [
        ("План (п. 3.1, рекомендация)", "yellow"),
        ("Положение (п. 1)", "red"),
    ]
    assert audit_summary(found) == "x, 10.05.2024: 2 обязательства: просрочено 2 (обязательных 1)"
    assert audit_summary(found, "en") == "x, 10 May 2024: 2 duties: 2 overdue (1 binding)"


def test_a_summary_counts_duties_as_they_stand():
    late = [row(date(2023, 4, 1), "regulation"), row(date(2024, 5, 1), "meets")]
    found = audit(policy(REGULATION, AGREEMENT, MEETS), late, ON)
    assert audit_summary(found) == "x, 10.05.2024: 3 обязательства: с опозданием 1, просрочено 1, нельзя проверить 1"
    assert audit_summary(audit(policy(), [], ON)) == "x, 10.05.2024: 0 обязательств"
    assert list(hints(found)) == ["Чтобы проверить каждое место, задайте список: --municipalities"]
    assert list(hints(found, lang="en")) == ["To check each place, give the list: --municipalities"]


def test_a_list_of_places_that_nothing_needs_is_told():
    found = audit(policy(AGREEMENT, level=Level.MUNICIPAL), [], ON, municipalities=PLACES)
    assert list(hints(found, [ForEach.MUNICIPALITY])) == [
        "Список --municipalities не нужен: политика ничего не требует от каждого места отдельно"
    ]
    assert list(hints(found, [ForEach.MUNICIPALITY], "en")) == [
        "The list --municipalities is not needed: the policy asks nothing of each place"
    ]
    assert list(hints(audit(policy(AGREEMENT), [], ON, municipalities=PLACES), [ForEach.MUNICIPALITY])) == []


def test_rows_that_do_not_count_are_told_by_row_or_by_day():
    rows = [row(date(2023, 4, 1), "regulation", "council", row=7), row(date(2023, 4, 2), "regulation", "council")]
    found = audit(policy(REGULATION), rows, ON)
    said = "субъект «council» в этом обязательстве не назван; ожидается Комитет образования. Проверьте субъект и вид."
    assert list(uncounted_lines(found)) == [f"свидетельство от 02.04.2023: {said}", f"строка 7: {said}"]
    assert next(uncounted_lines(found, "en")).startswith("evidence of 2 April 2023: the duty does not name")


def test_for_machines_every_occasion_is_a_record():
    held = row(date(2023, 4, 2), "meets", title="Протокол", link="https://example.org", row=5)
    rows = [held, row(date(2023, 4, 2), "засидание", row=6)]
    found = audit(policy(MEETS), rows, date(2023, 5, 10))
    whole = json.loads(audit_json(found, found.findings, []))
    assert whole["standings"] == {
        "overdue": 1,
        "due": 0,
        "not-checkable": 0,
        "done-late": 0,
        "done": 0,
        "not-yet-due": 0,
    }
    assert (whole["policy"], whole["on"], whole["duties"], whole["binding_overdue"]) == ("x", "2023-05-10", 1, 1)
    assert [one["code"] for one in whole["uncounted"]] == ["unknown-kind"]
    assert whole["findings"][1] == {
        "duty": "meets",
        "title": "Заседание",
        "kind": "meeting",
        "clause": None,
        "modality": None,
        "responsible": ["council"],
        "place": None,
        "period": "2023-Q2",
        "due": "2023-06-30",
        "status": "done",
        "days": None,
        "done_on": "2023-04-02",
        "rows": [5],
        "reason": None,
        "is_binding": True,
        "origin": "x",
        "date_note": None,
        "evidence": [{"row": 5, "on": "2023-04-02", "title": "Протокол", "link": "https://example.org"}],
    }
    lines = audit_listing(found, found.findings).text(ListFormat.CSV).splitlines()
    assert lines[:3] == [
        "duty,title,kind,clause,modality,responsible,place,period,due,status,days,done_on,rows,reason",
        "meets,Заседание,meeting,,,council,,2023-Q1,2023-03-31,overdue,40,,,",
        "meets,Заседание,meeting,,,council,,2023-Q2,2023-06-30,done,,2023-04-02,5,",
    ]
