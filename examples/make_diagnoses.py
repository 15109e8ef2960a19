"""Makes the example results of diagnostics: fictional people of the example passport, the same ones every time."""

import csv
from datetime import date, timedelta
from pathlib import Path
from random import Random

FILE = Path(__file__).parent / "diagnoses.csv"
SEED = 201
HEADING = ("Таб. №", "Дата диагностики", "Блок", "Баллы", "Максимум", "Процент", "Уровень", "В ЦНППМ")
BLOCKS = (
    ("Нормативный блок", 20),
    ("Предметный блок", 40),
    ("Методический блок", 30),
    ("Психолого-педагогический блок", 20),
    ("Коммуникативный блок", 20),
    ("ИКТ", 10),
)
LEVELS = ("низкий", "средний", "высокий")


def main() -> None:
    """Write the results beside this file."""
    write_diagnoses(FILE)


def write_diagnoses(path: Path, people: int = 40, seed: int = SEED) -> None:
    """Write the results of so many people: points, percentages or levels, as different instruments report them."""
    random = Random(seed)
    rows: list[tuple[object, ...]] = []
    for number in range(1, people + 1):
        first = date(2024, 2, 1) + timedelta(days=random.randint(0, 200))
        skill = random.gauss(0.62, 0.15)
        for block, most in BLOCKS:
            rows.append((f"{10_000 + number}", f"{first:%d.%m.%Y}", block, *_result(random, skill, most, number), "да"))
        if number % 9 == 0:
            later = first + timedelta(days=60)
            rows.append((f"{10_000 + number}", f"{later:%d.%m.%Y}", BLOCKS[1][0], 36, 40, "", "", "да"))
    rows.append(("10001", "15.03.2024", "Методичский блок", 20, 30, "", "", "да"))
    rows.append(("10002", "15.03.2024", "ИКТ", 12, 10, "", "", "нет"))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(HEADING)
        writer.writerows(rows)


def _result(random: Random, skill: float, most: int, number: int) -> tuple[object, object, object, object]:
    share = min(1.0, max(0.0, random.gauss(skill, 0.15)))
    if random.random() < 0.04:
        return "не оценивалось", "", "", ""
    if number % 5 == 0:
        return "", "", f"{share * 100:.1f}".replace(".", ","), ""
    if number % 7 == 0:
        return "", "", "", LEVELS[min(2, int(share * 3))]
    return round(share * most), most, "", ""


if __name__ == "__main__":
    main()
