"""One cell and one fact: the atom that the cell states, nothing, or what is wrong with it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from math import isfinite

from rsnms.domain.fact import Atom, BadValueError, Fact, FactType
from rsnms.domain.fact_values import MAX_DIGITS, clean
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.rosters.cell_problems import Bad, range_words, shortened
from rsnms.rosters.dates import read_day
from rsnms.rosters.durations import TimeUnit, bare_months, read_months
from rsnms.rosters.personal import looks_personal
from rsnms.rosters.sheet import Broken, Cell, blank
from rsnms.rosters.spelling import key, spellings, words

Reading = Atom | Bad | None
"""``None`` where the cell says nothing."""

_DASH = re.compile(r"[-‐‑‒–—−]+")
_NOTHING_KNOWN = {words(text) for text in ("нет данных", "н/д", "неизвестно", "не известно", "не указано", "n/a")}
_NONE = {words(text) for text in ("нет", "не имеет", "не имеется", "отсутствует", "отсутствуют", "none", "no")}
_YES = {
    *(
        "да",
        "имеется",
        "имеет",
        "имеются",
        "есть",
        "пройдено",
        "пройдена",
        "пройден",
        "прошел",
        "прошла",
        "1",
        "истина",
    ),
    *map(words, ("true", "yes")),
}
_NO = _NONE | {
    *("не имеются", "не пройдено", "не пройдена", "не пройден", "не прошел", "не прошла", "0", "ложь"),
    words("false"),
}
_YES_SIGNS = ("+", "✓", "✔")
_EXCEL_ERROR = re.compile(r"#[A-ZА-Я]+/?[A-ZА-Я0]*[!?]?")
_WHOLE = r"([-−]?(?:\d{1,16}|\d{1,3}(?: \d{3}){1,5}))"
_INTEGER = re.compile(_WHOLE + r"(?:[.,]0+)?")
_DECIMAL = re.compile(_WHOLE + r"(?:[.,]\d{1,16})?")
_COMMA = re.compile(r",(?![^(]*\))")


@dataclass(slots=True)
class CellReader:
    """Reads the cells of one column; equal cells are read once.

    ``settled`` holds what a mapping file says of texts, by their words: an atom, or ``None`` for "says nothing".
    ``texts`` gives free texts of a roster one spelling each where they differ in case alone; columns share it.
    """

    fact: Fact
    unit: TimeUnit | None = TimeUnit.YEARS
    separator: str | None = None
    settled: Mapping[str, Atom | None] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    _known: dict[object, Reading] = field(default_factory=dict)

    def read(self, cell: Cell) -> Reading:
        """Read a cell."""
        key = cell if type(cell) is str else (type(cell), cell)
        try:
            return self._known[key]
        except KeyError:
            self._known[key] = reading = self._read(cell)
            return reading

    def _read(self, cell: Cell) -> Reading:
        if blank(cell):
            return None
        if isinstance(cell, Broken):
            return Bad("broken-formula" if cell.code else "formula-without-value", words={"error": cell.code})
        text = shown(cell)
        if key(text) in self.settled:
            return self.settled[key(text)]
        if isinstance(cell, str):
            if _EXCEL_ERROR.fullmatch(cell.strip()):
                return Bad("broken-formula", words={"error": cell.strip()})
            if words(cell) in _NOTHING_KNOWN:
                return None
        return self._within_range(_READERS[self.fact.type](self, cell), text)

    def _within_range(self, reading: Reading, text: str) -> Reading:
        fact = self.fact
        if reading is None or isinstance(reading, Bad) or not fact.type.is_ordered:
            return reading
        try:
            fact.atom(Span(reading) if fact.type is FactType.DURATION else reading)  # type: ignore[arg-type]
        except BadValueError:
            if fact.lowest is fact.highest is None:
                return self.bad("wrong-value", text)
            return self.bad("out-of-range", text, range=Text(range_words(fact), range_words(fact, "en")))
        return reading

    def bad(self, code: str, found: object, **words: str | Text) -> Bad:
        """What is wrong with a cell of this column."""
        return Bad.of(code, self.fact, found, **words)


def shown(cell: Cell) -> str:
    """A cell as text, the way a person reads it: 12 for 12.0, 31.01.2024 for a date."""
    match cell:
        case float():
            return str(int(cell)) if cell.is_integer() else f"{cell:.{MAX_DIGITS}g}"
        case datetime() if cell.time() != time():
            return f"{cell:%d.%m.%Y %H:%M}"
        case date():
            return f"{cell:%d.%m.%Y}"
        case tuple():
            return "; ".join(map(str, cell))
        case str():
            return clean(cell)
        case None:
            return ""
    return str(cell)


def _boolean(reader: CellReader, cell: Cell) -> Reading:
    if isinstance(cell, bool):
        return cell
    text = shown(cell)
    said = words(text)
    if text in _YES_SIGNS or said in _YES:
        return True
    if _DASH.fullmatch(text) or said in _NO:
        return False
    return reader.bad("wrong-value", text)


def _integer(reader: CellReader, cell: Cell) -> Reading:
    if isinstance(cell, date):
        return reader.bad("date-instead", shown(cell))
    text = _without_unit(reader.fact, shown(cell))
    whole = _INTEGER.fullmatch(text)
    if isinstance(cell, bool) or not whole:
        return reader.bad("wrong-value", shown(cell))
    return int(_plain_digits(whole[1]))


def _number(reader: CellReader, cell: Cell) -> Reading:
    if isinstance(cell, date):
        return reader.bad("date-instead", shown(cell))
    text = _without_unit(reader.fact, shown(cell))
    if isinstance(cell, bool) or not _DECIMAL.fullmatch(text):
        return reader.bad("wrong-value", shown(cell))
    number = float(_plain_digits(text))
    if not isinstance(cell, str) and 0 < number <= 1 and reader.fact.unit and reader.fact.unit.one == "%":
        return reader.bad("share-or-percent", text)
    return number


def _plain_digits(text: str) -> str:
    return text.replace(" ", "").replace("−", "-").replace(",", ".")


def _without_unit(fact: Fact, text: str) -> str:
    forms = (fact.unit.many, fact.unit.few, fact.unit.one, *reversed(fact.unit.en or ())) if fact.unit else ()
    for form in forms:
        if text.casefold().endswith(form.casefold()):
            return text[: -len(form)].rstrip()
    return text


def _date(reader: CellReader, cell: Cell) -> Reading:
    match cell:
        case datetime():
            return cell.date()
        case date():
            return cell
        case bool() | int() | float():
            return reader.bad("date-as-number", shown(cell))
    text = shown(cell)
    if _DASH.fullmatch(text) or words(text) in _NONE:
        return None
    day = read_day(text)
    return reader.bad(day, text) if isinstance(day, str) else day


def _duration(reader: CellReader, cell: Cell) -> Reading:
    match cell:
        case bool() | time() | timedelta():
            return reader.bad("wrong-value", shown(cell))
        case date():
            return reader.bad("date-instead", shown(cell))
        case int() | float() if not isfinite(cell) or cell < 0:
            return reader.bad("wrong-value", shown(cell))
        case int() | float():
            months = bare_months(int(cell), reader.unit) if cell == int(cell) else "fraction-of-years"
        case _:
            months = read_months(shown(cell), reader.unit)
    return reader.bad(months, shown(cell)) if isinstance(months, str) else months


def _choice(reader: CellReader, cell: Cell) -> Reading:
    text = cell if isinstance(cell, str) else shown(cell)
    ids = () if isinstance(cell, bool) else spellings(reader.fact).meant(text)
    if len(ids) == 1:
        return ids[0]
    if not ids:
        return reader.bad("not-listed", text)
    exact = len(spellings(reader.fact).exact(text)) > 1
    return reader.bad("ambiguous" if exact else "several-values", text, candidates=titles_of(reader.fact, ids))


def titles_of(fact: Fact, ids: Iterable[str]) -> Text:
    """The titles of listed values."""
    values = [value for value in fact.values if value.id in ids]
    return Text("; ".join(value.title.ru for value in values), "; ".join(value.title.in_("en") for value in values))


def _choices(reader: CellReader, cell: Cell) -> Reading:
    parts = _parts(reader, cell, lambda text: bool(spellings(reader.fact).meant(text)))
    found: set[str] = set()
    for part in parts:
        ids = spellings(reader.fact).meant(part)
        if key(part) in reader.settled:
            settled = reader.settled[key(part)]
            found |= settled if isinstance(settled, frozenset) else set()
        elif len(ids) == 1:
            found |= set(ids)
        elif ids:
            return reader.bad("ambiguous", part, candidates=titles_of(reader.fact, ids))
        elif looks_personal(part):
            return reader.bad("hidden-members", part)
        else:
            return reader.bad("unknown-members", shown(cell), unknown=shortened(part))
    return frozenset(found)


def _texts(reader: CellReader, cell: Cell) -> Reading:
    parts = _parts(reader, cell, lambda _: False)
    if reader.separator is None and not isinstance(cell, tuple) and any(_COMMA.search(part) for part in parts):
        return reader.bad("comma-list", shown(cell))
    return frozenset(reader.texts.setdefault(part.casefold().replace("ё", "е"), part) for part in parts)


def _parts(reader: CellReader, cell: Cell, is_known: Callable[[str], bool]) -> list[str]:
    """The members that a cell of a set lists; none where it says that there are none."""
    if isinstance(cell, tuple):
        return [shown(member) for member in cell if not blank(member)]
    text = cell if isinstance(cell, str) else shown(cell)
    if not is_known(text) and (_DASH.fullmatch(text.strip()) or words(text) in _NONE):
        return []
    separators = re.escape(f";\n{reader.separator or ''}")
    parts: list[str] = []
    for part in filter(None, map(clean, re.split(f"[{separators}]", text))):
        split = [clean(piece) for piece in part.split(",")]
        parts += split if not is_known(part) and all(map(is_known, split)) else [part]
    return parts


def _text(reader: CellReader, cell: Cell) -> Reading:
    if isinstance(cell, bool | date | time | timedelta | tuple):
        return reader.bad("wrong-value", shown(cell))
    text = shown(cell)
    return None if _DASH.fullmatch(text) or words(text) in _NONE else text


_READERS: dict[FactType, Callable[[CellReader, Cell], Reading]] = {
    FactType.BOOLEAN: _boolean,
    FactType.INTEGER: _integer,
    FactType.NUMBER: _number,
    FactType.DATE: _date,
    FactType.DURATION: _duration,
    FactType.CHOICE: _choice,
    FactType.CHOICES: _choices,
    FactType.TEXT: _text,
    FactType.TEXTS: _texts,
}
