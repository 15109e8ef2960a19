"""Makes the example passport: the fictional system of a region, the same one every time.

A folder with a table in each file, as a regional service would fill them in: people, their diagnoses, routes and
trainings, management teams, programmes, methodists, organisations and municipalities. Some cells are empty and a few
are wrong, as they come in life.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
FOLDER = HERE / "passport"
SEED = 174
PEOPLE = 3_200
MADE_ON = date(2024, 11, 1)

MUNICIPALITIES = (
    "Заречный район",
    "Лесной округ",
    "Нагорный район",
    "Приозёрный район",
    "Степной район",
    "город Северный",
)
WEIGHTS = (18, 9, 12, 14, 11, 36)
"""How many of a hundred people work in each of them."""
SUBJECTS = ("Математика", "Русский язык", "История", "Физика", "Биология", "Химия", "Информатика", "Начальные классы")
POSTS = (
    ("учитель", 62),
    ("воспитатель", 14),
    ("педагог дополнительного образования", 8),
    ("педагог-психолог", 4),
    ("методист", 3),
    ("директор", 3),
    ("заместитель директора", 6),
)
YES, NO, UNKNOWN = "да", "нет", ""
ZEAL = {
    "Заречный район": 1.3,
    "Лесной округ": 0.7,
    "Нагорный район": 1.0,
    "Приозёрный район": 0.5,
    "Степной район": 0.9,
    "город Северный": 1.1,
}
"""How eagerly a municipality takes part: the examples need places that hold an indicator back."""


@dataclass(frozen=True)
class School:
    """An organisation of the example."""

    name: str
    municipality: str
    kind: str


@dataclass(frozen=True)
class Person:
    """What the other tables need of a person."""

    id: str
    municipality: str
    is_young: bool


def main() -> None:
    """Write the passport beside this file."""
    write_passport(FOLDER)


def write_passport(folder: Path, people: int = PEOPLE, seed: int = SEED) -> None:
    """Write the tables of a passport of so many people to a folder."""
    random = Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    schools = _schools(people)
    staff = _write_people(folder, random, schools, people)
    _write_diagnoses(folder, random, staff)
    _write_routes(folder, random, staff)
    _write_trainings(folder, random, staff)
    _write_teams(folder, random, schools)
    _write_programmes(folder, random)
    _write_methodists(folder, people)
    _write(folder, "organisations", ("Организация", "Муниципалитет"), ((one.name, one.municipality) for one in schools))
    _write(folder, "municipalities", ("Муниципалитет",), ((one,) for one in MUNICIPALITIES))


def _write(folder: Path, name: str, heading: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)


def _schools(people: int) -> list[School]:
    """About one organisation for fifty people, at least two in each municipality."""
    schools = []
    for municipality, weight in zip(MUNICIPALITIES, WEIGHTS, strict=True):
        number = max(2, people * weight // 100 // 50)
        for index in range(1, number + 1):
            stem = municipality.removeprefix("город ").removesuffix(" район").removesuffix(" округ")
            if index % 6 == 5:
                schools.append(School(f"МБДОУ «Детский сад № {index}» ({stem})", municipality, "детский сад"))
            elif index % 9 == 8:
                schools.append(School(f"МБУ ДО «Дом творчества № {index}» ({stem})", municipality, "дом творчества"))
            else:
                schools.append(School(f"МБОУ СОШ № {index} ({stem})", municipality, "школа"))
    return schools


PEOPLE_HEADING = (
    "Таб. №",
    "Муниципалитет",
    "Место работы",
    "Вид организации",
    "Должность",
    "Педагогические обязанности",
    "Предмет",
    "Дата рождения",
    "Дата начала работы",
    "Участвует в поддержке молодых",
    "Закреплён за региональным методистом",
)


def _write_people(folder: Path, random: Random, schools: Sequence[School], people: int) -> list[Person]:
    staff: list[Person] = []
    rows = []
    by_place = {place: [one for one in schools if one.municipality == place] for place in MUNICIPALITIES}
    for number in range(1, people + 1):
        school = random.choice(by_place[random.choices(MUNICIPALITIES, WEIGHTS)[0]])
        post = random.choices([post for post, _ in POSTS], [weight for _, weight in POSTS])[0]
        age = min(70, max(21, round(random.gauss(43, 12))))
        born = MADE_ON - timedelta(days=age * 365 + random.randint(0, 364))
        begun = born + timedelta(days=365 * random.choice((21, 22, 22, 23, 24, 27, 30)) + random.randint(0, 300))
        started = min(begun, MADE_ON - timedelta(days=random.randint(30, 900)))
        is_young = age < 35 and (MADE_ON - started).days < 3 * 365
        person = Person(f"{10_000 + number}", school.municipality, is_young)
        staff.append(person)
        supported = _chance(random, 0.66 * ZEAL[person.municipality]) if is_young else NO
        rows.append(
            (
                person.id,
                school.municipality,
                school.name,
                school.kind,
                post,
                _blank(random, _chance(random, 0.7) if "директор" in post else YES, 0.01),
                random.choice(SUBJECTS) if post == "учитель" else "",
                _blank(random, born.strftime("%d.%m.%Y"), 0.01),
                _blank(random, started.strftime("%d.%m.%Y"), 0.02),
                _blank(random, supported, 0.03),
                _blank(random, _chance(random, 0.8), 0.02),
            )
        )
    for place, column, wrong in ((40, 7, "31.02.1980"), (900, 4, "учетель"), (1500, 9, "наверное"), (2100, 8, "2о19")):
        if place < len(rows):
            rows[place] = (*rows[place][:column], wrong, *rows[place][column + 1 :])
    _write(folder, "people", PEOPLE_HEADING, rows)
    return staff


def _chance(random: Random, share: float) -> str:
    return YES if random.random() < share else NO


def _blank(random: Random, cell: str, share: float) -> str:
    return UNKNOWN if random.random() < share else cell


def _write_diagnoses(folder: Path, random: Random, staff: Sequence[Person]) -> None:
    rows = []
    for year, share in ((2022, 0.08), (2023, 0.12), (2024, 0.11)):
        for person in staff:
            if random.random() < share * ZEAL[person.municipality]:
                at_cnppm = _blank(random, _chance(random, 0.93), 0.02)
                rows.append((person.id, _day(random, year), at_cnppm, "профессиональные компетенции", _percent(random)))
    rows += [
        (person.id, _day(random, 2023), NO, "функциональная грамотность", _percent(random))
        for person in staff
        if random.random() < 0.34 * ZEAL[person.municipality]
    ]
    heading = ("Таб. №", "Дата диагностики", "Проведена в ЦНППМ", "Вид диагностики", "Результат, %")
    _write(folder, "diagnoses", heading, rows)


def _day(random: Random, year: int) -> str:
    first = date(year, 1, 15)
    last = min(date(year, 12, 20), MADE_ON)
    return (first + timedelta(days=random.randint(0, (last - first).days))).strftime("%d.%m.%Y")


def _percent(random: Random) -> str:
    points = min(100.0, max(5.0, random.gauss(68, 15)))
    return f"{points:.1f}".replace(".", ",")


def _write_routes(folder: Path, random: Random, staff: Sequence[Person]) -> None:
    rows = [
        (person.id, _day(random, year), _chance(random, 0.95))
        for year, share in ((2022, 0.07), (2023, 0.11), (2024, 0.09))
        for person in staff
        if random.random() < share * ZEAL[person.municipality]
    ]
    _write(folder, "routes", ("Таб. №", "Дата разработки", "По диагностике ЦНППМ"), rows)


PROGRAMMES = (
    "Предметные и методические компетенции учителя",
    "Формирование функциональной грамотности",
    "Обновлённые ФГОС в работе учителя",
    "Наставничество в школе",
    "Цифровые инструменты педагога",
    "Психолого-педагогическое сопровождение",
)


def _write_trainings(folder: Path, random: Random, staff: Sequence[Person]) -> None:
    rows = []
    for person in staff:
        if random.random() < 0.45 * ZEAL[person.municipality]:
            in_register = _blank(random, _chance(random, 0.75), 0.01)
            by_diagnosis = _blank(random, _chance(random, 0.8), 0.02)
            year = random.choice((2022, 2023, 2024))
            rows.append((person.id, _day(random, year), random.choice(PROGRAMMES), in_register, by_diagnosis))
    rows.append(("99999", "01.03.2024", PROGRAMMES[0], YES, YES))
    heading = ("Таб. №", "Дата окончания", "Программа", "В федеральном реестре", "Подобрана по диагностике")
    _write(folder, "trainings", heading, rows)


def _write_teams(folder: Path, random: Random, schools: Sequence[School]) -> None:
    rows = []
    for school in schools:
        year = random.choice((2021, 2022, 2023, 2024))
        trained = random.random() < 0.5 * ZEAL[school.municipality]
        on_quality = (_chance(random, 0.6) if random.random() < 0.95 else UNKNOWN) if trained else NO
        rows.append(
            (
                school.municipality,
                school.name,
                YES if trained else NO,
                _day(random, year) if trained else "",
                on_quality,
            )
        )
    heading = ("Муниципалитет", "Организация", "Повысила квалификацию", "Дата обучения", "По управлению качеством")
    _write(folder, "teams", heading, rows)


def _write_programmes(folder: Path, random: Random) -> None:
    rows = []
    for index in range(1, 61):
        listed = random.random() < 0.35
        since = f"{random.randint(1, 28):02d}.{random.randint(1, 9):02d}.{random.choice((2021, 2022, 2023, 2024))}"
        provider = "Институт развития образования" if index % 5 else "Педагогический колледж"
        rows.append(
            (
                f"{PROGRAMMES[index % len(PROGRAMMES)]}, {index}",
                provider,
                YES if index % 5 else NO,
                YES if listed else NO,
                since if listed else "",
                f"31.12.{int(since[-4:]) + 3}" if listed else "",
            )
        )
    heading = ("Программа", "Кто реализует", "Реализует региональный институт", "В федеральном реестре")
    _write(folder, "programmes", (*heading, "В реестре с", "В реестре по"), rows)


def _write_methodists(folder: Path, people: int) -> None:
    rows = [
        ("региональный", MUNICIPALITIES[index % len(MUNICIPALITIES)])
        for index in range(max(1, people * 80 // 100 // 270))
    ]
    rows += [("муниципальный", place) for place in MUNICIPALITIES for _ in range(4)]
    _write(folder, "methodists", ("Уровень", "Муниципалитет"), rows)


if __name__ == "__main__":
    main()
