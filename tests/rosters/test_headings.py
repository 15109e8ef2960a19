from datetime import date

import pytest

from rsnms.domain.fact import Fact, FactType
from rsnms.domain.text import Text
from rsnms.rosters.durations import TimeUnit
from rsnms.rosters.headings import Ambiguous, Headings, States
from rsnms.rosters.known_columns import Column

from .vocabulary import EXPORT, FACTS, MENTEE_SUBJECTS, MENTOR_SUBJECTS

KNOWN = Headings((*FACTS, MENTOR_SUBJECTS, MENTEE_SUBJECTS))


def meant(heading):
    meaning = KNOWN.meaning(heading)
    return meaning.fact.name if isinstance(meaning, States) else meaning


@pytest.mark.parametrize(
    ("heading", "fact"),
    [
        ("Категория", "category"),
        ("КАТЕГОРИЯ", "category"),
        (" Кв.\nкатегория ", "category"),
        ("Квалификационная категория*", "category"),
        ("Kатегория", "category"),
        ("category", "category"),
        ("Qualification category", "category"),
        ("3. Категория", "category"),
        ("Категория (высшая/первая/СЗД)", "category"),
        ("Категория (высшая, первая или СЗД)", "category"),
        ("Роли (тьютор; наставник)", "roles"),
        ("Пед. стаж (полных лет)", "pedagogical_experience"),
        ("Педагогический стаж, лет", "pedagogical_experience"),
        ("Педстаж на 01.09.2024", "pedagogical_experience"),
        ("Дата рождения (дд.мм.гггг)", "birth_date"),
        ("Диагностика пройдена (да/нет)", "diagnostics_passed"),
        ("Место работы", "organisation"),
        ("birth_date", "birth_date"),
        ("Наставник: Предмет", "mentor.subjects"),
        ("Наставник. Предмет", "mentor.subjects"),
        ("Наставник (предмет)", "mentor.subjects"),
        ("Наставляемый: предмет", "mentee.subjects"),
        ("mentor.subjects", "mentor.subjects"),
    ],
)
def test_facts_in_the_ways_rosters_write_them(heading, fact):
    assert meant(heading) == fact


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("id", Column.ID),
        ("ID", Column.ID),
        ("Таб. №", Column.ID),
        ("Таб.№", Column.ID),
        ("Табельный номер", Column.ID),
        ("СНИЛС", Column.SNILS),
        ("Фамилия", Column.PERSONAL),
        ("Ф.И.О.", Column.PERSONAL),
        ("ФИО педагога (полностью)", Column.PERSONAL),
        ("Отчество (при наличии)", Column.PERSONAL),
        ("E-mail", Column.PERSONAL),
        ("Наставник: ФИО", Column.PERSONAL),
        ("Наставляемый: СНИЛС", Column.PERSONAL),
        ("Наставляемый Фамилия", Column.PERSONAL),
        ("№ п/п", Column.UNUSED),
        ("Стаж в должности", Column.UNUSED),
    ],
)
def test_columns_that_state_no_fact(heading, column):
    assert meant(heading) is column


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "---",
        "Стаж",
        "Стаж, лет",
        "Категория (методист)",
        "Педагогический стаж (в этой школе)",
        "Категория водителя",
        "Имя файла",
        "Наставник",
        "Наставник: id",
        "Примечание (категория)",
    ],
)
def test_what_nobody_knows(heading):
    assert KNOWN.meaning(heading) is None


def test_every_heading_of_the_export_is_known():
    assert not [heading for heading in EXPORT if KNOWN.meaning(heading) is None]


def test_a_heading_of_two_facts_is_neither():
    other = Fact("special", FactType.TEXT, Text("Особая"), headings=("Категория",))
    meaning = Headings((*FACTS, other)).meaning("Категория")
    assert isinstance(meaning, Ambiguous)
    assert {fact.name for fact in meaning.facts} == {"category", "special"}


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Педагогический стаж", TimeUnit.YEARS),
        ("Педагогический стаж (лет)", TimeUnit.YEARS),
        ("Педагогический стаж, мес.", TimeUnit.MONTHS),
        ("Педагогический стаж (лет, мес.)", None),
        ("Педагогический стаж на 01.09.2024 г.", TimeUnit.YEARS),
        ("Pedagogical experience", TimeUnit.YEARS),
        ("pedagogical_experience", None),
        ("pedagogical_experience_months", TimeUnit.MONTHS),
        ("pedagogical_experience_years", TimeUnit.YEARS),
    ],
)
def test_units_of_bare_numbers(heading, unit):
    meaning = KNOWN.meaning(heading)
    assert isinstance(meaning, States)
    assert meaning.unit is unit


@pytest.mark.parametrize(
    "heading",
    [
        "Педстаж на 01.09.2024",
        "Педстаж (на 01.09.2024 г.)",
        "Педстаж, лет, на 1 сентября 2024 г.",
        "Педстаж по состоянию на 01.09.2024",
    ],
)
def test_the_day_of_a_heading(heading):
    meaning = KNOWN.meaning(heading)
    assert isinstance(meaning, States)
    assert meaning.on == date(2024, 9, 1)


def test_a_mapping_prevails():
    category = next(fact for fact in FACTS if fact.name == "category")
    known = Headings(FACTS, {"аттестация": category, "район": None})
    assert known.meaning("АТТЕСТАЦИЯ:") == States(category)
    assert known.meaning("Район") is Column.IGNORED


def test_the_nearest_known_heading():
    assert KNOWN.nearest("Котегория") == "Категория"
    assert KNOWN.nearest("Фывапролдж") is None
