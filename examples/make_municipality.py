"""Makes the example municipality: fictional educators of two districts and their results of diagnostics, the same ones
every time. Mentors, methodists and young specialists are among them; one diagnostics has found most of them wanting in
the same things, so that seats become scarce.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

FOLDER = Path(__file__).parent / "municipality"
SEED = 302
PEOPLE = 240
DIAGNOSED_ON = date(2024, 11, 18)

DISTRICTS = ("Заречный район", "Степной район")
SUBJECTS = ("Математика", "Русский язык", "История", "Физика", "Биология", "Химия", "Информатика", "Начальные классы")
POSTS = (
    ("учитель", 66),
    ("воспитатель", 12),
    ("педагог дополнительного образования", 8),
    ("педагог-психолог", 4),
    ("директор", 4),
    ("заместитель директора", 6),
)
BLOCKS = (
    ("Нормативный блок", 20, 0.82),
    ("Предметный блок", 40, 0.74),
    ("Методический блок", 30, 0.55),
    ("Психолого-педагогический блок", 20, 0.78),
    ("Коммуникативный блок", 20, 0.84),
    ("ИКТ", 10, 0.6),
)
"""Blocks, their most points, and the share that people reach on average."""
COMPETENCIES = ("методическая", "ИКТ", "предметная", "коммуникативная", "психолого-педагогическая")
PEOPLE_HEADING = (
    *("Таб. №", "Муниципалитет", "Место работы", "Вид организации", "Особенности организации", "Должность", "Предмет"),
    *("Образование", "Дата рождения", "Дата начала работы", "Молодой специалист", "Длительный перерыв", "Роли"),
    "Владеет компетенциями",
)
RESULTS_HEADING = ("Таб. №", "Дата диагностики", "Блок", "Баллы", "Максимум", "В ЦНППМ")


def main() -> None:
    """Write both tables beside this file."""
    write_municipality(FOLDER)


def write_municipality(folder: Path, people: int = PEOPLE, seed: int = SEED) -> None:
    """Write the educators of a municipality and their results to a folder."""
    random = Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    persons = [_person(random, number) for number in range(1, people + 1)]
    _write(folder / "educators.csv", PEOPLE_HEADING, persons)
    results = (row for person in persons if random.random() < 0.8 for row in _results(random, str(person[0])))
    _write(folder / "diagnoses.csv", RESULTS_HEADING, results)


def _person(random: Random, number: int) -> tuple[str, ...]:
    district = DISTRICTS[random.random() < 0.4]
    post = random.choices([post for post, _ in POSTS], [weight for _, weight in POSTS])[0]
    kind = "детский сад" if post == "воспитатель" else "школа"
    school = f"МБ{'ДОУ' if kind == 'детский сад' else 'ОУ СОШ'} № {random.randint(1, 9)} ({district.split()[0]})"
    age = random.randint(23, 66)
    born = date(2024 - age, random.randint(1, 12), random.randint(1, 28))
    began = date(min(2024, born.year + random.randint(22, 28)), random.choice((8, 9)), random.randint(1, 28))
    is_young = (DIAGNOSED_ON - began).days < 3 * 365 and age < 35
    experienced = (DIAGNOSED_ON - began).days > 8 * 365
    roles, competencies = "нет", ""
    if experienced and random.random() < 0.14:
        roles, competencies = "наставник", "; ".join(sorted(random.sample(COMPETENCIES, random.randint(1, 2))))
    elif experienced and random.random() < 0.04:
        roles = random.choice(("муниципальный методист", "региональный методист", "тьютор"))
    education = random.choices(
        ("высшее педагогическое", "среднее профессиональное педагогическое", "высшее непедагогическое"), (78, 14, 8)
    )
    return (
        f"{20_000 + number}",
        district,
        school,
        kind,
        "низкие результаты" if random.random() < 0.08 else "нет",
        post,
        random.choice(SUBJECTS) if post == "учитель" else "",
        education[0],
        f"{born:%d.%m.%Y}",
        f"{began:%d.%m.%Y}",
        "да" if is_young else "нет",
        "да" if random.random() < 0.03 else "нет",
        roles,
        competencies,
    )


def _results(random: Random, person: str) -> Iterable[tuple[object, ...]]:
    day = DIAGNOSED_ON + timedelta(days=random.randint(0, 10))
    skill = random.gauss(0, 0.12)
    for block, most, average in BLOCKS:
        share = min(1.0, max(0.0, random.gauss(average + skill, 0.1)))
        yield person, f"{day:%d.%m.%Y}", block, round(share * most), most, "да"


def _write(path: Path, heading: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
