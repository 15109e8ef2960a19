"""An empty table of evidence to fill in: lists to choose from, and a guide to the duties of a policy."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from rsnms.domain.extras import need
from rsnms.domain.fact import Fact
from rsnms.domain.text import Lang, Text
from rsnms.monitoring.duties import Duty
from rsnms.monitoring.duty_words import each_words, schedule_words
from rsnms.monitoring.evidence import COLUMNS, DATE, KIND, LINK, PERIOD, SUBJECT, TITLE
from rsnms.monitoring.kinds import kind_title
from rsnms.monitoring.matching import Matcher
from rsnms.monitoring.places import Places
from rsnms.policy.model import Policy

_ROWS = 5_000
"""Rows prepared with lists and checks."""
_EVIDENCE, _GUIDE, _LISTS = Text("Свидетельства", "Evidence"), Text("Справка", "Guide"), Text("Значения", "Values")
_WIDTHS = {DATE: 14, KIND: 50, SUBJECT: 40, TITLE: 50, LINK: 40, PERIOD: 18}
_HINTS = {
    DATE: Text("День события или документа: 31.01.2024", "The day of the event or document: 31.01.2024"),
    KIND: Text(
        "Что сделано: обязательство из списка, его идентификатор или вид («заседание»)",
        "What was done: a duty of the list, its id, or a kind ('meeting')",
    ),
    SUBJECT: Text(
        "Чьё это: субъект из списка, муниципалитет или организация. Пусто, если и так ясно",
        "Whose it is: a subject of the list, a municipality or an organisation. Empty where that is clear",
    ),
    TITLE: Text("Название или реквизиты документа", "The title or number of the document"),
    LINK: Text("Где его найти", "Where it is to be found"),
    PERIOD: Text(
        "За какой период, если не за тот, в котором лежит дата: 2024, 1 квартал 2024, январь 2024",
        "For which period, if not the one of the date: 2024, 2024-Q1, January 2024",
    ),
}
_GENERAL = (
    Text("Одна строка — один документ или одно событие.", "One row is one document or one event."),
    Text(
        "Обязательны дата и вид. Строка засчитывается одному обязательству; если их подходит несколько, впишите "
        "идентификатор одного.",
        "The date and the kind are required. A row counts for one duty; where several fit, write the id of one.",
    ),
    Text("Личные данные не нужны.", "Personal data is not needed."),
)
_GUIDE_COLUMNS = (
    (Text("Что вписать", "What to write"), 60),
    (Text("Идентификатор обязательства", "Id of the duty"), 30),
    (Text("Что это", "What it is"), 18),
    (Text("Где в акте", "Where in the act"), 14),
    (Text("Когда", "When it is due"), 40),
    (Text("Кто отвечает", "Responsible"), 50),
)
"""Headings that are none of a table of evidence, so that the guide is not taken for one."""


def write_evidence_template(
    path: str | Path,
    policy: Policy,
    lang: Lang = "ru",
    *,
    municipalities: Sequence[str] = (),
    organisations: Sequence[str] = (),
) -> None:
    """Write a workbook for the evidence of a policy, which :func:`~rsnms.monitoring.evidence.read_evidence` reads back.

    Raises:
        LibraryMissingError: the library that writes workbooks is not installed.
        OSError: the file cannot be written.
    """
    xlsxwriter = need("xlsxwriter")
    matcher = Matcher(policy, Places(policy.level, tuple(municipalities), tuple(organisations)))
    involved = dict.fromkeys(id_ for duty in matcher.duties for id_ in duty.involved)
    lists = {
        KIND: [matcher.name_of(duty) for duty in matcher.duties],
        SUBJECT: [*(policy.subjects[id_].title for id_ in involved), *municipalities, *organisations],
    }
    with Path(path).open("wb") as file, xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": policy.title.in_(lang)})
        sheet = book.add_worksheet(_EVIDENCE.in_(lang))
        guide = book.add_worksheet(_GUIDE.in_(lang))
        values = book.add_worksheet(_LISTS.in_(lang))
        values.hide()
        _write_table(book, sheet, _sources(values, lists, lang), lang)
        _write_guide(book, guide, matcher, policy, lang)
        sheet.activate()


def _sources(values: Any, lists: dict[Fact, list[str]], lang: Lang) -> dict[Fact, str]:
    """Write the values of drop-down lists; what a check names as its list."""
    from xlsxwriter.utility import xl_range_abs

    sources = {}
    for column, (fact, listed) in enumerate(lists.items()):
        values.write_column(0, column, listed)
        if listed:
            sources[fact] = f"='{_LISTS.in_(lang)}'!{xl_range_abs(0, column, len(listed) - 1, column)}"
    return sources


def _write_table(book: Any, sheet: Any, sources: dict[Fact, str], lang: Lang) -> None:
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDEBF7", "border": 1})
    text, day = book.add_format({"num_format": "@"}), book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.freeze_panes(1, 0)
    for column, fact in enumerate(COLUMNS):
        title, hint = fact.title.in_(lang), _HINTS[fact].in_(lang)
        sheet.set_column(column, column, _WIDTHS[fact], day if fact is DATE else text)
        sheet.write_string(0, column, title, head)
        check: dict[str, Any] = {"validate": "any"}
        if fact is DATE:
            limits = {"minimum": date(1990, 1, 1), "maximum": date(2100, 12, 31)}
            check = {"validate": "date", "criteria": "between", **limits}
        elif fact in sources:
            check = {"validate": "list", "source": sources[fact], "show_error": False}
        sheet.data_validation(1, column, _ROWS, column, {**check, "input_title": title, "input_message": hint})


def _write_guide(book: Any, sheet: Any, matcher: Matcher, policy: Policy, lang: Lang) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.write_string(0, 0, policy.title.in_(lang), book.add_format({"bold": True, "font_size": 14}))
    for row, line in enumerate(_GENERAL, 1):
        sheet.write_string(row, 0, line.in_(lang))
    start = len(_GENERAL) + 2
    for column, (heading, width) in enumerate(_GUIDE_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(start, column, heading.in_(lang), bold)
    for row, duty in enumerate(matcher.duties, start + 1):
        for column, cell in enumerate(_guide_cells(duty, matcher, policy, lang)):
            sheet.write_string(row, column, cell, wrapped)


def _guide_cells(duty: Duty, matcher: Matcher, policy: Policy, lang: Lang) -> tuple[str, ...]:
    return (
        matcher.name_of(duty),
        duty.id,
        kind_title(duty.kind).in_(lang),
        duty.clause or "",
        ", ".join(filter(None, (schedule_words(duty, lang), each_words(duty, policy.level, lang)))),
        "; ".join(policy.subjects[id_].title for id_ in duty.responsible),
    )
