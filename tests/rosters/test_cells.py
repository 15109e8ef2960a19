from datetime import date, datetime, time, timedelta

import pytest

from rsnms.domain.fact import Fact, FactType
from rsnms.domain.text import Text
from rsnms.rosters.cell_problems import Bad
from rsnms.rosters.cells import CellReader
from rsnms.rosters.durations import TimeUnit
from rsnms.rosters.sheet import Broken

from .vocabulary import (
    BIRTH,
    CATEGORY,
    DECIDED,
    DIAGNOSED,
    EDUCATION,
    LOAD,
    ORGANISATION,
    PEDAGOGICAL,
    POST,
    ROLES,
    SCORE,
    SUBJECTS,
)


def read(fact, cell, **settings):
    return CellReader(fact, **settings).read(cell)


def code(fact, cell, **settings):
    reading = read(fact, cell, **settings)
    return reading.code if isinstance(reading, Bad) else reading


@pytest.mark.parametrize("cell", [None, "", "  ", "\u00a0", "нет данных", "Н/Д", "не указано"])
@pytest.mark.parametrize("fact", [CATEGORY, PEDAGOGICAL, BIRTH, ROLES, SUBJECTS, DIAGNOSED, LOAD, SCORE, ORGANISATION])
def test_nothing_said_is_unknown(fact, cell):
    assert read(fact, cell) is None


@pytest.mark.parametrize(
    "cell",
    ["да", "Да ", "ДА", "+", "имеется", "Есть", "true", "TRUE", "истина", "1", 1, 1.0, True, "✓", "Пройдена", "прошёл"],
)
def test_yes(cell):
    assert read(DIAGNOSED, cell) is True


@pytest.mark.parametrize(
    "cell", ["нет", "НЕТ", "-", "–", "—", "−", "не имеется", "false", "0", 0, 0.0, False, "Не пройдена"]
)
def test_no(cell):
    assert read(DIAGNOSED, cell) is False


@pytest.mark.parametrize("cell", ["может быть", "да?нет", 2, "х", "планируется", date(2024, 1, 1), ("да",) * 2])
def test_not_boolean(cell):
    assert code(DIAGNOSED, cell) == "wrong-value"


@pytest.mark.parametrize(
    ("cell", "months"),
    [
        ("12 лет 3 мес.", 147),
        ("12 л. 3 м.", 147),
        ("12л3м", 147),
        ("12 лет, 3 месяца", 147),
        ("12 лет и 3 месяца", 147),
        ("12 лет\n3 мес", 147),
        ("12 л. 3 м. 15 д.", 147),
        ("12 лет 3 месяца 1 день", 147),
        ("5 лет", 60),
        ("1 год", 12),
        ("21 год", 252),
        ("18 мес.", 18),
        ("11 месяцев", 11),
        ("0 лет", 0),
        ("5", 60),
        (5, 60),
        (5.0, 60),
        ("5,0", 60),
        ("5 years 2 months", 62),
        ("5\u00a0лет", 60),
    ],
)
def test_durations(cell, months):
    assert read(PEDAGOGICAL, cell) == months


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("7,5", "fraction-of-years"),
        (7.5, "fraction-of-years"),
        ("7.5 лет", "fraction-of-years"),
        ("1 год 15 мес.", "many-months"),
        ("более 10 лет", "wrong-value"),
        ("-5", "wrong-value"),
        (-5, "wrong-value"),
        ("-", "wrong-value"),
        ("12/3", "wrong-value"),
        (date(2026, 3, 5), "date-instead"),
        (True, "wrong-value"),
        (time(12), "wrong-value"),
        (timedelta(3), "wrong-value"),
        (81, "out-of-range"),
        ("80 лет 1 мес.", "out-of-range"),
        (1e300, "out-of-range"),
        ("99999 лет", "wrong-value"),
    ],
)
def test_bad_durations(cell, problem):
    assert code(PEDAGOGICAL, cell) == problem


def test_the_heading_says_what_a_bare_number_counts():
    assert read(PEDAGOGICAL, "18", unit=TimeUnit.MONTHS) == 18
    assert code(PEDAGOGICAL, "18", unit=None) == "unit-unclear"
    assert code(PEDAGOGICAL, 18, unit=None) == "unit-unclear"
    assert read(PEDAGOGICAL, "18 лет", unit=None) == 216


@pytest.mark.parametrize(
    "cell",
    [
        "31.01.2024",
        "31.1.2024",
        "31.01.2024 г.",
        "31.01.2024 00:00:00",
        "2024-01-31",
        "2024-01-31T10:15:00",
        "2024-01-31 00:00:00",
        "31 января 2024 г.",
        "«31» января 2024 года",
        date(2024, 1, 31),
        datetime.fromisoformat("2024-01-31T14:30"),
    ],
)
def test_dates(cell):
    assert read(DECIDED, cell) == date(2024, 1, 31)


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("30.02.2024", "impossible-date"),
        ("2023-02-29", "impossible-date"),
        ("31 июня 2024", "impossible-date"),
        ("00.01.2024", "impossible-date"),
        ("31.01.24", "short-year"),
        ("01/02/2024", "doubtful-date"),
        ("2024", "wrong-value"),
        ("январь 2024", "wrong-value"),
        (45322, "date-as-number"),
        (45322.0, "date-as-number"),
        (True, "date-as-number"),
        ("31.01.2024, приказ № 5", "wrong-value"),
    ],
)
def test_bad_dates(cell, problem):
    assert code(DECIDED, cell) == problem


@pytest.mark.parametrize("cell", ["-", "нет", "—"])
def test_no_date_is_no_mistake(cell):
    assert read(DECIDED, cell) is None


def test_a_date_outside_its_limits():
    bad = read(BIRTH, "01.01.1900")
    assert bad.code == "out-of-range"
    assert bad.found is None
    assert bad.words["range"].ru == "от 01.01.1920"


@pytest.mark.parametrize(
    ("cell", "id_"),
    [
        ("высшая", "highest"),
        ("Высшая кв. категория", "highest"),
        ("ВЫСШАЯ  КВ КАТЕГОРИЯ", "highest"),
        ("Высшая\nкатегория", "highest"),
        ("ВКК", "highest"),
        ("BKK", "highest"),
        ("highest", "highest"),
        ("1 категория", "first"),
        ("I категория", "first"),
        ("Ⅰ категория", "first"),
        ("І категория", "first"),
        (1, "first"),
        (1.0, "first"),
        ("СЗД", "conformity"),
        ("C3Д", None),
        ("нет", "none"),
        ("–", "none"),
        ("б/к", "none"),
        ("Соответствие занимаемой должности", "conformity"),
    ],
)
def test_categories(cell, id_):
    reading = read(CATEGORY, cell)
    assert (None if isinstance(reading, Bad) else reading) == id_


@pytest.mark.parametrize("cell", ["вышая", "вторая", "не имеет высшей категории", "была высшая категория", True, 2])
def test_not_a_category(cell):
    assert code(CATEGORY, cell) == "not-listed"


def test_a_spelling_of_two_values_settles_nothing():
    bad = read(EDUCATION, "Высшее")
    assert bad.code == "ambiguous"
    assert bad.words["candidates"].ru == "высшее педагогическое; высшее непедагогическое"


@pytest.mark.parametrize(
    ("cell", "id_"),
    [
        ("учитель", "teacher"),
        ("Учитель физики", "teacher"),
        ("учитель физики и информатики", "teacher"),
        ("учитель русского языка, литературы", "teacher"),
        ("учитель физики, учитель математики", "teacher"),
        ("Директор", "head"),
        ("И.о. директора школы", "head"),
        ("заместитель директора по УВР", "deputy-head"),
        ("Зам. директора по ВР", "deputy-head"),
        ("методист", "methodist"),
        ("Старший методист отдела", "methodist"),
        ("учитель-логопед", "other-pedagogical"),
        ("учитель – логопед", "other-pedagogical"),
        ("учитель логопед высшей ступени", "other-pedagogical"),
        ("Педагог - психолог", "psychologist"),
        ("заведующий", "head"),
        ("заведующий хозяйством", "other"),
    ],
)
def test_posts(cell, id_):
    assert read(POST, cell) == id_


@pytest.mark.parametrize(
    "cell", ["учитель-дефектолог", "заведующий библиотекой", "педагог", "водитель", "физик-учитель"]
)
def test_unknown_posts(cell):
    assert code(POST, cell) == "not-listed"


@pytest.mark.parametrize(
    "cell", ["директор, учитель физики", "учитель и методист", "учитель физики (методист)", "учитель\nметодист"]
)
def test_two_posts_are_not_one(cell):
    assert code(POST, cell) == "several-values"


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        ("тьютор", {"tutor"}),
        ("тьютор; наставник", {"tutor", "mentor"}),
        ("Тьютор ;\nНаставник;", {"tutor", "mentor"}),
        ("тьютор, наставник", {"tutor", "mentor"}),
        ("работник инновационной площадки, базовой школы; тьютор", {"innovation-site-worker", "tutor"}),
        ("работник инновационной площадки, базовой школы", {"innovation-site-worker"}),
        (("tutor", "наставник"), {"tutor", "mentor"}),
        ((), set()),
        ("нет", set()),
        ("-", set()),
        ("—", set()),
        ("не имеется", set()),
    ],
)
def test_lists_of_values(cell, ids):
    assert read(ROLES, cell) == frozenset(ids)


def test_an_unknown_member_spoils_the_list():
    bad = read(ROLES, "тьютор; настваник")
    assert bad.code == "unknown-members"
    assert bad.words["unknown"] == "настваник"


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("Физика", {"Физика"}),
        ("Физика; Математика", {"Физика", "Математика"}),
        ("Физика;\nМатематика", {"Физика", "Математика"}),
        ("Труд (технология, робототехника)", {"Труд (технология, робототехника)"}),
        ("нет", set()),
        (("Физика", "Химия"), {"Физика", "Химия"}),
    ],
)
def test_lists_of_texts(cell, texts):
    assert read(SUBJECTS, cell) == frozenset(texts)


def test_a_comma_in_a_text_is_settled_by_whoever_knows():
    assert code(SUBJECTS, "Физика, математика") == "comma-list"
    assert read(SUBJECTS, "Физика, математика", separator=",") == {"Физика", "математика"}
    assert read(SUBJECTS, "История, обществознание; физика", separator=";") == {"История, обществознание", "физика"}


def test_texts_that_differ_in_case_are_one():
    reader = CellReader(SUBJECTS)
    assert reader.read("Физика; Ёлка") == {"Физика", "Ёлка"}
    assert reader.read("физика; ЕЛКА") == {"Физика", "Ёлка"}


@pytest.mark.parametrize(("cell", "number"), [("7", 7), (7.0, 7), (7, 7), ("7,0", 7), ("7 групп", 7), ("0", 0)])
def test_integers(cell, number):
    reading = read(LOAD, cell)
    assert reading == number
    assert type(reading) is int


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("7,5", "wrong-value"),
        (7.5, "wrong-value"),
        ("семь", "wrong-value"),
        ("9" * 5000, "wrong-value"),
        (51, "out-of-range"),
        (-1, "out-of-range"),
        (True, "wrong-value"),
        (date(2024, 1, 7), "date-instead"),
        ("-", "wrong-value"),
    ],
)
def test_bad_integers(cell, problem):
    assert code(LOAD, cell) == problem


@pytest.mark.parametrize(
    ("cell", "number"),
    [("85,5", 85.5), ("85.5", 85.5), ("85 %", 85.0), (85, 85.0), ("0,5", 0.5), (0, 0.0), ("85,5%", 85.5)],
)
def test_numbers(cell, number):
    reading = read(SCORE, cell)
    assert reading == number
    assert type(reading) is float


def test_a_percentage_of_excel_may_be_a_share():
    assert code(SCORE, 0.85) == "share-or-percent"
    assert code(SCORE, 1) == "share-or-percent"


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("1.234,5", "wrong-value"),
        ("85,", "wrong-value"),
        ("много", "wrong-value"),
        ("100,01", "out-of-range"),
        ("1e2", "wrong-value"),
    ],
)
def test_bad_numbers(cell, problem):
    assert code(SCORE, cell) == problem


def test_numbers_without_limits_still_have_the_limit_of_engines():
    fact = Fact("n", FactType.NUMBER, Text("N"))
    assert read(fact, "1 234 567,5") == 1234567.5
    assert read(fact, 0.1 + 0.2) == 0.3
    assert code(fact, "1234567890123456,5") == "wrong-value"
    assert code(fact, 1e300) == "wrong-value"


@pytest.mark.parametrize(
    ("cell", "text"), [("МБОУ  СОШ\n№ 3", "МБОУ СОШ № 3"), (3.0, "3"), ("-", None), ("нет", None), ("1 мая", "1 мая")]
)
def test_texts(cell, text):
    assert read(ORGANISATION, cell) == text


@pytest.mark.parametrize("cell", [date(2024, 5, 1), True, ("a", "b")])
def test_not_texts(cell):
    assert code(ORGANISATION, cell) == "wrong-value"


@pytest.mark.parametrize("fact", [CATEGORY, PEDAGOGICAL, BIRTH, ROLES, SUBJECTS, DIAGNOSED, LOAD, SCORE, ORGANISATION])
@pytest.mark.parametrize("cell", [Broken("#N/A"), "#N/A", "#Н/Д", "#ДЕЛ/0!", "#REF!", "#ИМЯ?"])
def test_a_failed_formula_is_a_mistake(fact, cell):
    bad = read(fact, cell)
    assert bad.code == "broken-formula"
    assert bad.words["error"] == str(cell)


def test_a_formula_without_a_value():
    assert code(CATEGORY, Broken()) == "formula-without-value"


def test_settled_values_prevail():
    settled = {"вышка": "highest", "?": None}
    assert read(CATEGORY, "Вышка!", settled=settled) == "highest"
    assert read(CATEGORY, "?", settled=settled) is None
    assert read(ROLES, "тьютор; шмо", settled={"шмо": frozenset({"mentor"})}) == {"tutor", "mentor"}
    assert read(ROLES, "тьютор; эксперт", settled={"эксперт": None}) == {"tutor"}


def test_equal_cells_of_different_types_differ():
    reader = CellReader(LOAD)
    assert reader.read(1) == 1
    assert reader.read(True).code == "wrong-value"
    assert reader.read("1") == 1
