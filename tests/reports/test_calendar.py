"""A plan as a table and as a calendar file that reads back by RFC 5545."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest

from acts import document, obligation, policy, schedule
from rsnms.domain.extras import LibraryMissingError
from rsnms.domain.level import Level
from rsnms.domain.period import Every
from rsnms.domain.subject import Modality
from rsnms.domain.system import DocumentKind, ForEach, ObligationKind
from rsnms.monitoring.plan import plan
from rsnms.policy.model import Jurisdiction
from rsnms.reports.calendar import plan_ics, plan_listing, plan_summary, plan_table, undated_lines
from rsnms.reports.listing import ListFormat

LONG = "Заседание муниципального методического совета; протокол, решения \\ поручения «на год»"
JURISDICTION = Jurisdiction(
    "x",
    (
        policy(
            document(
                *("agreement", DocumentKind.AGREEMENT, "Соглашение"),
                clause="3.4",
                parties=("cnppm", "authority"),
                when=schedule(due=date(2023, 5, 1), for_each=ForEach.MUNICIPALITY),
            ),
            obligation(
                *("meets", ObligationKind.MEETING, LONG),
                clause="прил. 2, 3",
                by=("council",),
                result="Протокол",
                modality=Modality.RECOMMENDED,
                when=schedule(every=Every.QUARTER),
            ),
            document("plan", DocumentKind.PLAN, "План"),
        ),
    ),
)
FOUND = plan(JURISDICTION, date(2023, 1, 1), date(2023, 6, 30))


def read(content):
    return icalendar.Calendar.from_ical(content)


def test_a_calendar_reads_back():
    calendar = read(plan_ics(FOUND))
    assert (calendar["version"], calendar["prodid"]) == ("2.0", "-//rsnms//x//RU")
    assert calendar["x-wr-calname"] == "Сроки: Край"
    events = calendar.walk("VEVENT")
    assert [(event.decoded("dtstart"), str(event["summary"]), str(event["uid"])) for event in events] == [
        (date(2023, 3, 31), LONG, "x.meets.2023-03-31@rsnms"),
        (date(2023, 5, 1), "Соглашение", "x.agreement.2023-05-01@rsnms"),
        (date(2023, 6, 30), LONG, "x.meets.2023-06-30@rsnms"),
    ]
    assert str(events[0]["description"]).splitlines() == [
        "Период: I квартал 2023",
        "Основание: прил. 2, 3",
        "Кто отвечает: Методический совет",
        "Результат: Протокол",
        "Сила: рекомендация",
    ]
    assert str(events[1]["description"]).splitlines() == [
        "Основание: п. 3.4",
        "Кто отвечает: ЦНППМ; Комитет образования",
        "Для кого: для каждого муниципалитета",
    ]
    assert [event["categories"].cats for event in events] == [["Заседание"], ["Соглашение"], ["Заседание"]]
    assert {event.decoded("dtstamp") for event in events} == {datetime(2022, 11, 15, tzinfo=UTC)}
    assert {str(event["transp"]) for event in events} == {"TRANSPARENT"}


def test_the_form_is_that_of_the_standard():
    content = plan_ics(FOUND, remind_days=7)
    lines = content.split(b"\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    for event in read(content).walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert event.errors == []


def test_the_same_plan_gives_the_same_bytes_and_a_later_plan_the_same_events():
    assert plan_ics(FOUND) == plan_ics(plan(JURISDICTION, date(2023, 1, 1), date(2023, 6, 30)))
    later = plan(JURISDICTION, date(2023, 6, 1), date(2023, 12, 31))
    uids = [{str(event["uid"]) for event in read(plan_ics(one)).walk("VEVENT")} for one in (FOUND, later)]
    assert uids[0] & uids[1] == {"x.meets.2023-06-30@rsnms"}


def test_events_remind_when_asked():
    assert read(plan_ics(FOUND)).walk("VALARM") == []
    alarms = read(plan_ics(FOUND, remind_days=14)).walk("VALARM")
    assert [(str(alarm["action"]), alarm.decoded("trigger")) for alarm in alarms] == [
        ("DISPLAY", timedelta(days=-14))
    ] * 3


def test_in_english():
    calendar = read(plan_ics(FOUND, "en"))
    assert calendar["x-wr-calname"] == "Due days: Territory"
    assert "Clause: cl. 3.4" in str(calendar.walk("VEVENT")[1]["description"])
    assert list(undated_lines(FOUND, "en")) == [
        "Not in the calendar, because the act names no calendar date, 1 duty:",
        "  План",
    ]
    assert plan_summary(FOUND, "en") == "x, 1 January 2023 to 30 June 2023: 3 due"


def test_a_municipal_policy_speaks_of_itself():
    policies = tuple(replace(one, level=Level.MUNICIPAL) for one in JURISDICTION.periods)
    found = plan(Jurisdiction("x", policies), date(2023, 5, 1), date(2023, 5, 1))
    assert plan_table(found).rows[0].cells[1] == "Соглашение (п. 3.4)"


def test_without_the_library_its_extra_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    with pytest.raises(LibraryMissingError, match=r'нужна библиотека icalendar\. .* pip install "rsnms\[calendar\]"'):
        plan_ics(FOUND)


def test_a_plan_as_a_table_and_for_machines():
    assert plan_table(FOUND).rows[1].cells == (
        "01.05.2023",
        "Соглашение (п. 3.4)\nдля каждого муниципалитета",
        "ЦНППМ; Комитет образования",
        "",
    )
    assert plan_listing(FOUND).records[0] == {
        "due": "2023-03-31",
        "period": "2023-Q1",
        "title": LONG,
        "for_each": None,
        "responsible": ["council"],
        "result": "Протокол",
        "kind": "meeting",
        "clause": "прил. 2, 3",
        "modality": "recommended",
        "duty": "meets",
        "origin": "x",
        "uid": "x.meets.2023-03-31@rsnms",
    }
    assert plan_listing(FOUND).text(ListFormat.CSV).splitlines()[2] == (
        "2023-05-01,,Соглашение,municipality,cnppm; authority,,agreement,3.4,,agreement"
    )
    assert list(undated_lines(FOUND)) == [
        "Не в календаре, потому что акт не называет календарной даты, 1 обязательство:",
        "  План",
    ]
    assert list(undated_lines(replace(FOUND, undated=()))) == []
    assert plan_summary(FOUND) == "x, с 01.01.2023 по 30.06.2023: сроков 3"
