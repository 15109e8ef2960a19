"""The lists of a plan for a terminal: cells that belong together in one column, so that no word has to be cut."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from rsnms.domain.text import Lang, Text
from rsnms.reports.listing import Column, Listing, Row
from rsnms.rules.wording import mid_sentence

Cells = Mapping[str, str]
"""The cells of a row of the whole list, by the keys of its columns."""
NOT_STATED = Text("не указано", "not stated")


class _Brief(NamedTuple):
    columns: tuple[Column, ...]
    cells: Callable[[Cells, Lang], tuple[str, ...]]


def shortened(listing: Listing, which: str) -> Listing:
    """A list of a plan in fewer columns; its records stay. A list that is short enough stays as it is."""
    brief = _BRIEFS.get(which)
    if brief is None:
        return listing
    keys = [column.key for column in listing.columns]
    rows = [
        Row(row.record, brief.cells(dict(zip(keys, row.cells, strict=True)), listing.lang), row.style)
        for row in listing.rows
    ]
    return Listing(brief.columns, rows, listing.lang)


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _request(cells: Cells, lang: Lang) -> tuple[str, ...]:
    deficit = f"{cells['competency']}, {cells['severity']}: {cells['needed']}"
    stated = dict.fromkeys(cells[key] for key in ("post", "subjects", "organisation_kind"))
    absent = NOT_STATED.in_(lang)
    for_whom = "; ".join(one for one in stated if one != absent) or absent
    return _lines(deficit, f"{_FOR.in_(lang)}: {for_whom}"), cells["seats"], cells["reason"]


def _waiting(cells: Cells, lang: Lang) -> tuple[str, ...]:
    del lang
    return cells["person"], f"{cells['competency']}, {cells['severity']}", _lines(cells["reason"], cells["next"])


def _pairs(cells: Cells, lang: Lang) -> tuple[str, ...]:
    del lang
    why = _lines(cells["bases"], cells["nearness"], cells["reason"], cells["help"])
    return cells["mentee"], cells["mentor"], cells["measure"], why


def _methodists(cells: Cells, lang: Lang) -> tuple[str, ...]:
    methodist, help_ = cells["methodist"] or _NOBODY.in_(lang), cells["help"]
    numbers = _OF.in_(lang).format(number=cells["educators"], most=cells["most"]) if cells["methodist"] else ""
    helps = f"{_HELPS.in_(lang)}: {mid_sentence(help_)}" if help_ else ""
    return methodist, numbers, cells["persons"], _lines(cells["closeness"], helps)


def _seats(cells: Cells, lang: Lang) -> tuple[str, ...]:
    taken = _OF.in_(lang).format(number=cells["taken"], most=cells["seats"]) if cells["seats"] else cells["taken"]
    return f"{cells['offer']} {cells['title']}", cells["days"], cells["place"], taken


_FOR = Text("кому", "for")
_NOBODY = Text("нет", "none")
_HELPS = Text("Поможет", "Would help")
_OF = Text("{number} из {most}", "{number} of {most}")
_OPEN = _Brief(
    (
        Column("person", Text("Кто", "Who")),
        Column("competency", Text("Дефицит", "Deficit")),
        Column("reason", Text("Почему и что поможет", "Why, and what would help")),
    ),
    _waiting,
)
_BRIEFS = {
    "request": _Brief(
        (
            Column("competency", Text("Что нужно", "What is needed")),
            Column("seats", Text("Мест", "Seats")),
            Column("reason", Text("Почему", "Why")),
        ),
        _request,
    ),
    "waiting": _OPEN,
    "open": _OPEN,
    "pairs": _Brief(
        (
            Column("mentee", Text("Кому", "For whom")),
            Column("mentor", Text("Наставник", "Mentor")),
            Column("measure", Text("Мера", "Measure")),
            Column("bases", Text("Основания, или почему нет", "Bases, or why none")),
        ),
        _pairs,
    ),
    "methodists": _Brief(
        (
            Column("methodist", Text("Методист", "Methodist")),
            Column("educators", Text("Педагогов", "Educators")),
            Column("persons", Text("Кого сопровождает", "Whom")),
            Column("closeness", Text("По чему подобраны", "Chosen by")),
        ),
        _methodists,
    ),
    "seats": _Brief(
        (
            Column("title", Text("Предложение", "Offer")),
            Column("days", Text("Сроки", "Days")),
            Column("place", Text("Место", "Place")),
            Column("taken", Text("Занято мест", "Seats taken")),
        ),
        _seats,
    ),
}
