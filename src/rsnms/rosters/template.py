"""An empty workbook to fill in by hand: just the columns needed, with lists, checks and notes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rsnms.domain.extras import need
from rsnms.domain.fact import Fact, FactType, Happened, Holds, Overlap, Since
from rsnms.domain.text import Lang, Text
from rsnms.rosters.guide import GENERAL, YES_NO, example, how_to_fill, note
from rsnms.rosters.headings import Headings, States, headings_of
from rsnms.rosters.sheet import column_letters

_ROWS = 5_000
"""Rows prepared with lists and checks."""
_LONGEST_LIST = 255
"""Characters that Excel takes for a list written into a check; longer ones stand on a hidden sheet."""
_ID = Text("Таб. №", "ID")
_PEOPLE, _GUIDE, _LISTS = Text("Список", "Roster"), Text("Справка", "Guide"), Text("Значения", "Values")
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
"""Excel knows no earlier days."""
_DATE_FORMAT = "dd.mm.yyyy"
_WIDEST = 40


def facts_to_state(facts: Iterable[Fact], vocabulary: Mapping[str, Fact]) -> tuple[Fact, ...]:
    """The facts that have to be stated so that the given ones are known: dates instead of what follows from them.

    A value that holds from one day to another, or that an event brings about, may be stated with its days.
    """
    wanted: dict[str, Fact] = {}
    for fact in facts:
        match fact.movement:
            case Since(start=start):
                names = [start]
            case Overlap(first=first, second=second):
                names = [first, second]
            case Holds(start=start, until=until):
                names = [fact.name, *filter(None, (start, until))]
            case Happened(on=day):
                names = [fact.name, day]
            case _:
                names = [fact.name]
        wanted |= {name: vocabulary[name] for name in names if name in vocabulary}
    return tuple(wanted.values())


@dataclass(frozen=True, slots=True)
class TemplateSheet:
    """A sheet of a workbook to fill in: its name, the facts of its columns, and whether a column of ids comes first."""

    name: str
    facts: Sequence[Fact]
    with_id: bool = True


def write_template(path: str | Path, facts: Sequence[Fact], title: str, lang: Lang = "ru") -> None:
    """Write a workbook with a column for each fact, which :func:`~rsnms.rosters.roster.read_roster` reads back.

    Raises:
        LibraryMissingError: the library that writes workbooks is not installed.
        OSError: the file cannot be written.
    """
    write_workbook(path, [TemplateSheet(_PEOPLE.in_(lang), facts)], title, lang)


def write_workbook(path: str | Path, sheets: Sequence[TemplateSheet], title: str, lang: Lang = "ru") -> None:
    """Write a workbook with several sheets to fill in, and a guide to their columns.

    Raises:
        LibraryMissingError: the library that writes workbooks is not installed.
        OSError: the file cannot be written.
    """
    xlsxwriter = need("xlsxwriter")
    with Path(path).open("wb") as file, xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": title})
        opened = [book.add_worksheet(sheet.name) for sheet in sheets]
        guide = _Guide(book, book.add_worksheet(_GUIDE.in_(lang)), title, lang)
        lists = _Lists(book, _LISTS.in_(lang))
        for sheet, worksheet in zip(sheets, opened, strict=True):
            headings = _headings(sheet.facts, lang)
            _write_sheet(book, worksheet, sheet, headings, lists, lang)
            guide.write(sheet, headings, is_named=len(sheets) > 1)
        opened[0].activate()


def _headings(facts: Sequence[Fact], lang: Lang) -> dict[str, str]:
    """A heading for each fact, under which it and no other fact is found."""
    known = Headings(facts)
    chosen: dict[str, str] = {}
    for fact in facts:
        wanted = [fact.title.en or ""] if lang == "en" else []
        candidates = [heading for heading in (*wanted, *headings_of(fact)) if heading]
        chosen[fact.name] = next(
            (one for one in candidates if isinstance(meaning := known.meaning(one), States) and meaning.fact == fact),
            fact.name,
        )
    return chosen


class _Lists:
    """The values offered by drop-down lists: written into the check, or on a hidden sheet where they are long."""

    def __init__(self, book: Any, name: str) -> None:
        self._book, self._name = book, name
        self._sheet: Any = None
        self._columns = 0

    def source(self, values: Sequence[str]) -> Sequence[str] | str:
        """What a check names as its list."""
        if len(",".join(values)) <= _LONGEST_LIST and not any(set(value) & set(',"') for value in values):
            return values
        if self._sheet is None:
            self._sheet = self._book.add_worksheet(self._name)
            self._sheet.hide()
        from xlsxwriter.utility import xl_range_abs

        self._sheet.write_column(0, self._columns, values)
        self._columns += 1
        place = xl_range_abs(0, self._columns - 1, len(values) - 1, self._columns - 1)
        return f"='{self._name}'!{place}"


def _write_sheet(
    book: Any, sheet: Any, stated: TemplateSheet, headings: Mapping[str, str], lists: _Lists, lang: Lang
) -> None:
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDEBF7", "border": 1})
    text, day = book.add_format({"num_format": "@"}), book.add_format({"num_format": _DATE_FORMAT})
    sheet.freeze_panes(1, 1)
    sheet.set_row(0, 45)
    if stated.with_id:
        sheet.set_column(0, 0, 12, text)
        sheet.write_string(0, 0, _ID.in_(lang), head)
    for column, fact in enumerate(stated.facts, int(stated.with_id)):
        heading = headings[fact.name]
        width = min(max(len(heading), *(len(value.title.in_(lang)) for value in fact.values), 12) + 2, _WIDEST)
        formats = {FactType.DATE: day, FactType.DURATION: text, FactType.TEXT: text, FactType.TEXTS: text}
        sheet.set_column(column, column, width, formats.get(fact.type))
        sheet.write_string(0, column, heading, head)
        sheet.write_comment(0, column, note(fact, lang), {"x_scale": 2.5, "y_scale": 1.6})
        sheet.data_validation(1, column, _ROWS, column, _check(fact, lists, lang))


def _check(fact: Fact, lists: _Lists, lang: Lang) -> dict[str, Any]:
    """The check of a column. Lists of several values and durations are only explained: Excel cannot check them."""
    hint = {"input_title": fact.title.in_(lang)[:32], "input_message": _shortened(how_to_fill(fact, lang))}
    low, high = fact.lowest, fact.highest
    match fact.type:
        case FactType.BOOLEAN:
            return {"validate": "list", "source": list(YES_NO), **hint}
        case FactType.CHOICE:
            return {"validate": "list", "source": lists.source(_titles(fact, lang)), **hint}
        case FactType.CHOICES:
            return {"validate": "list", "source": lists.source(_titles(fact, lang)), "show_error": False, **hint}
        case FactType.DATE:
            first = max(low, _FIRST_DAY) if isinstance(low, date) else _FIRST_DAY
            return {"validate": "date", **_between(first, high or _LAST_DAY), **hint}
        case FactType.INTEGER | FactType.NUMBER:
            kind = "integer" if fact.type is FactType.INTEGER else "decimal"
            return {"validate": kind, **_between(_or(low, -(10**15)), _or(high, 10**15)), **hint}
    return {"validate": "any", **hint}


def _between(low: object, high: object) -> dict[str, object]:
    return {"criteria": "between", "minimum": low, "maximum": high}


def _or(bound: object, otherwise: int) -> object:
    return otherwise if bound is None else bound


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_LIST else text[: _LONGEST_LIST - 1] + "…"


def _titles(fact: Fact, lang: Lang) -> list[str]:
    return [value.title.in_(lang) for value in fact.values]


class _Guide:
    """The sheet that explains the columns of the others."""

    def __init__(self, book: Any, sheet: Any, title: str, lang: Lang) -> None:
        self._sheet, self._lang = sheet, lang
        self._bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
        for row, line in enumerate(GENERAL, 1):
            sheet.write_string(row, 0, line.in_(lang))
        self._row = len(GENERAL) + 2

    def write(self, stated: TemplateSheet, headings: Mapping[str, str], *, is_named: bool) -> None:
        """Explain the columns of one sheet."""
        lang = self._lang
        if is_named:
            self._sheet.write_string(self._row, 0, stated.name, self._bold)
            self._row += 1
        names = ("Столбец", "Вопрос", "Как заполнять", "Значения", "Чем подтверждается", "Пример")
        english = ("Column", "Question", "How to fill in", "Values", "Evidence", "Example")
        widths = (28, 40, 40, 50, 30, 24)
        for column, (name, width) in enumerate(zip(names if lang == "ru" else english, widths, strict=True)):
            self._sheet.set_column(column, column, width)
            self._sheet.write_string(self._row, column, name, self._bold)
        for place, fact in enumerate(stated.facts, 1 + int(stated.with_id)):
            self._row += 1
            cells = (
                f"{column_letters(place)}: {headings[fact.name]}",
                fact.question.in_(lang) if fact.question else "",
                how_to_fill(fact, lang),
                "\n".join(_titles(fact, lang)),
                fact.evidence.in_(lang) if fact.evidence else "",
                example(fact, lang),
            )
            for column, cell in enumerate(cells):
                self._sheet.write_string(self._row, column, cell, self._wrapped)
        self._row += 2
