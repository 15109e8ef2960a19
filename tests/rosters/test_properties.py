"""People written the way humans write them read back as they were; and whatever a file holds, no row is lost."""

import csv
from datetime import date
from io import StringIO
from math import isfinite
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from rsnms.domain.fact import FactType
from rsnms.domain.span import Span
from rsnms.rosters.cell_problems import Bad
from rsnms.rosters.cells import CellReader
from rsnms.rosters.delimited import read_delimited
from rsnms.rosters.headings import Headings, States, headings_of
from rsnms.rosters.problems import RosterError
from rsnms.rosters.roster import read_roster
from rsnms.rosters.sheet import column_letters, column_number

from .books import write_xlsx
from .vocabulary import FACTS

BARE = tuple(fact for fact in FACTS if fact.name not in ("age", "birth_date", "work_started_on", "category_until"))
"""Facts that cannot contradict each other."""
GARBAGE = (
    st.none()
    | st.text(max_size=12)
    | st.text("да нетИвановвысшя12.;,-%#№\n", max_size=12)
    | st.integers()
    | st.floats()
    | st.booleans()
    | st.dates()
    | st.datetimes()
    | st.sampled_from(
        ["итог", "высшая", "учитель физики", "12 лет", "#N/A", "31.02.2024", "112-233-445 95", "∞", "\u00a0"]
    )
)
TOTALS = ("итог", "всего", "total")


def written(draw, fact, atom):
    """An atom the way somebody may write it."""
    match fact.type:
        case FactType.BOOLEAN:
            return draw(
                st.sampled_from(["да", "Да", "+", "имеется", 1, True] if atom else ["нет", "НЕТ", "-", 0, False])
            )
        case FactType.DATE:
            return draw(
                st.sampled_from([atom, f"{atom:%d.%m.%Y}", atom.isoformat(), f"{atom.day}.{atom.month}.{atom:%Y} г."])
            )
        case FactType.DURATION:
            years, months = divmod(atom, 12)
            forms = [
                f"{years} лет {months} мес.",
                f"{years} л. {months} м.",
                f"{years} г. {months} м. 9 д.",
                f"{atom} мес.",
            ]
            return draw(
                st.sampled_from([*forms, *([years, float(years), str(years), f"{years} лет"] if not months else [])])
            )
        case FactType.INTEGER:
            return draw(st.sampled_from([atom, str(atom), float(atom)]))
        case FactType.NUMBER:
            return draw(st.sampled_from([f"{atom:.3f}".replace(".", ","), f"{atom:.3f}"]))
        case FactType.CHOICE:
            return spelled(draw, fact, atom)
        case FactType.CHOICES | FactType.TEXTS:
            members = [spelled(draw, fact, member) for member in sorted(atom)]
            return draw(st.sampled_from(["; ", ";", " ;\n"])).join(members) or draw(st.sampled_from(["нет", "-", "—"]))
    return atom


def spelled(draw, fact, member):
    if not fact.type.is_listed:
        return member
    value = fact.value(member)
    spellings = [value.id, value.title.ru, *(one for one in value.synonyms if len(CANDIDATES[fact.name][one]) == 1)]
    chosen = draw(st.sampled_from(spellings)).removesuffix(" …")
    return draw(st.sampled_from([chosen, chosen.upper(), chosen.capitalize(), f" {chosen.replace(' ', '  ')} "]))


CANDIDATES = {
    fact.name: {
        synonym: [value.id for value in fact.values if synonym in value.synonyms]
        for value_ in fact.values
        for synonym in value_.synonyms
    }
    for fact in FACTS
}


def atoms(fact):
    match fact.type:
        case FactType.BOOLEAN:
            return st.booleans()
        case FactType.DATE:
            return st.dates(date(1930, 1, 1), date(2100, 1, 1))
        case FactType.DURATION:
            return st.integers(0, 960)
        case FactType.INTEGER:
            return st.integers(0, 50)
        case FactType.NUMBER:
            return st.integers(0, 100_000).map(lambda number: number / 1000)
        case FactType.CHOICE:
            return st.sampled_from([value.id for value in fact.values])
        case FactType.CHOICES:
            return st.frozensets(st.sampled_from([value.id for value in fact.values]))
        case FactType.TEXT:
            return st.sampled_from(["МБОУ СОШ № 3", "Ёлкино", "Лицей «Дар»", "a b"])
    return st.frozensets(st.sampled_from(["физика", "основы безопасности", "труд (дерево, металл)", "ИЗО", "2 класс"]))


@st.composite
def people(draw):
    """A few facts, people as atoms, and the same people as cells under headings."""
    facts = draw(st.lists(st.sampled_from(BARE), min_size=2, max_size=6, unique=True))
    known = Headings(FACTS)
    usable = [
        [one for one in headings_of(fact) if one != fact.name and known.meaning(one) == States(fact)] for fact in facts
    ]
    headings = [draw(st.sampled_from(forms)) for forms in usable]
    persons = draw(
        st.lists(st.fixed_dictionaries({}, optional={fact.name: atoms(fact) for fact in facts}), min_size=1, max_size=4)
    )
    rows = [
        [written(draw, fact, person[fact.name]) if fact.name in person else None for fact in facts]
        for person in persons
    ]
    return headings, persons, rows


def said(cell):
    return f"{cell:%d.%m.%Y}" if isinstance(cell, date) else "" if cell is None else str(cell)


@given(people(), st.sampled_from([";", ",", "\t"]), st.sampled_from(["utf-8", "utf-8-sig", "cp1251"]))
@settings(max_examples=300, deadline=None)
def test_people_written_by_humans_read_back_from_csv(drawn, delimiter, encoding):
    headings, persons, rows = drawn
    buffer = StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows([headings, *([said(cell) for cell in row] for row in rows)])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "roster.csv"
        path.write_bytes(buffer.getvalue().encode(encoding, "xmlcharrefreplace"))
        assert_same(read_roster(path, FACTS), persons)


@given(people(), st.integers(0, 5), st.integers(0, 30))
@settings(max_examples=60, deadline=None)
def test_people_written_by_humans_read_back_from_excel(drawn, top, left):
    headings, persons, rows = drawn
    with TemporaryDirectory() as folder:
        path = write_xlsx(Path(folder) / "roster.xlsx", [headings, *rows], top=top, left=left)
        assert_same(read_roster(path, FACTS), persons)


def assert_same(roster, persons):
    assert not list(roster.errors)
    assert [dict(row.facts) for row in roster.rows] == [person for person in persons if person]


def is_total(row):
    first = next((said(cell).strip() for cell in row if said(cell).strip()), "")
    return first.lower().startswith(TOTALS)


def is_blank(row):
    return not any(said(cell).strip(" \t\r\n\u00a0\u200b\ufeff") for cell in row)


@given(st.lists(st.lists(GARBAGE, min_size=6, max_size=6), max_size=6))
@settings(max_examples=300, deadline=None)
def test_no_row_of_a_frame_is_lost_whatever_it_holds(rows):
    names = ["Категория", "Дата рождения", "Педстаж", "Роли", "Предмет", "Должность"]
    columns = {name: pl.Series(name, [row[i] for row in rows], dtype=pl.Object) for i, name in enumerate(names)}
    roster = read_roster(pl.DataFrame(columns), FACTS, as_of=date(2024, 1, 1))
    expected = [number for number, row in enumerate(rows, 1) if not is_blank(row) and row != [float("nan")] * 6]
    named = {row for problem in roster.problems if problem.code == "total-row" for row in problem.rows}
    kept = [row.row for row in roster.rows]
    assert set(kept) <= set(expected)
    assert set(expected) - set(kept) <= named | {number for number, row in enumerate(rows, 1) if only_nan(row)}
    for row in roster.rows:
        stated = {name for name, cell in zip(names, rows[row.row - 1], strict=True) if cell is not None}
        assert not (set(row.facts) & {error.fact.name for error in row.errors})
        assert len(row.facts) + len(row.errors) <= 2 * len(stated) + 1
        for error in row.errors:
            assert error.text("ru")
            assert error.text("en")


def only_nan(row):
    return all(cell is None or cell != cell or not said(cell).strip(" \t\r\n\u00a0\u200b\ufeff") for cell in row)


@given(st.binary(max_size=200) | st.text('Категория;,\t"\nвысшяа', max_size=80).map(str.encode))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_table_or_a_clear_error(raw):
    try:
        rows = read_delimited(raw, "roster.csv", Headings(FACTS).knows).rows
    except RosterError as error:
        rows, code = [], error.problem.code
    else:
        code = None
    assert code in (None, "encoding", "delimiter", "csv-quotes")
    assert all(isinstance(cell, str) for row in rows for cell in row)


@given(st.sampled_from(FACTS), GARBAGE | st.times() | st.timedeltas() | st.lists(st.text(max_size=5)).map(tuple))
@settings(max_examples=1500, deadline=None)
def test_any_cell_is_an_atom_nothing_or_an_error(fact, cell):
    if isinstance(cell, float) and not isfinite(cell):
        cell = str(cell)
    reader = CellReader(fact)
    reading = reader.read(cell)
    assert reader.read(cell) is reading
    if reading is not None and not isinstance(reading, Bad):
        assert fact.atom(Span(reading) if fact.type is FactType.DURATION else reading) == reading


@given(st.integers(1, 20_000))
def test_letters_of_columns(number):
    assert column_number(column_letters(number)) == number
