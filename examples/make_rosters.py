"""Makes the example rosters: fictional people, the same ones every time.

``roster.xlsx`` has the columns of a template; ``export.xlsx`` has the layout of a registry's export (header in row 4,
columns C to T) with some bad cells, as they come in life.
"""

from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import xlsxwriter

HERE = Path(__file__).parent
SEED = 58
MADE_ON = datetime(2024, 1, 1)  # noqa: DTZ001 - a workbook's own stamp, fixed so that the file never changes

SURNAMES = ("Абрамова", "Белова", "Воронцова", "Гаврилова", "Дёмина", "Ершова", "Жукова", "Зимина", "Ильина", "Козлова")
NAMES = ("Анна", "Вера", "Галина", "Дарья", "Елена", "Жанна", "Ирина", "Любовь", "Мария", "Нина")
PATRONYMICS = ("Андреевна", "Борисовна", "Викторовна", "Геннадьевна", "Дмитриевна", "Ивановна", "Олеговна", "Петровна")
SCHOOLS = ("МБОУ СОШ № 3", "МБОУ «Гимназия № 1»", "МОУ Лицей № 5", "МКОУ ООШ № 12")
DISTRICTS = ("Волгоград", "Волжский", "Камышин", "Урюпинск")
SUBJECTS = ("Физика", "Математика", "Русский язык", "История", "Биология", "Химия")
POSTS = ("учитель", "учитель начальных классов", "методист", "педагог дополнительного образования", "педагог-психолог")
CATEGORIES = ("высшая", "Высшая кв. категория", "ВКК", "первая", "1 категория", "СЗД", "нет")
EDUCATION = ("высшее педагогическое", "высшее педагогическое", "высшее непедагогическое", "СПО педагогическое")
ROLES = ("нет", "нет", "тьютор", "наставник; руководитель ШМО", "ведущий эксперт ЕГЭ", "лидер сообщества")
YES_NO = ("да", "да", "да", "нет", "")

ROSTER = (
    "Таб. №", "Место работы", "Вид организации", "Должность", "Образование", "Категория", "Дата установления категории",
    "Стаж по специальности", "Педагогический стаж", "Роли", "Диагностика пройдена", "Обучение методической поддержке",
    "Вклад в муниципальную систему образования",
)  # fmt: skip
EXPORT = (
    "Муниципалитет", "Место работы", "Фамилия", "Имя", "Отчество", "Дата рождения получателя", "Пол получателя",
    "СНИЛС", "Должность", "Вид деятельности", "Предмет", "Образование", "Серия диплома", "Номер диплома",
    "Педагогический стаж", "Стаж в должности", "Личный электронный адрес", "Номер телефона",
)  # fmt: skip


def main() -> None:
    """Write both workbooks beside this file."""
    write_roster(HERE / "roster.xlsx", people=24)
    write_export(HERE / "export.xlsx", people=12)


def write_roster(path: Path, people: int, seed: int = SEED) -> None:
    """Write a roster with the columns that the regional and municipal actives ask about."""
    random = Random(seed)
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as workbook:
        workbook.set_properties({"created": MADE_ON})
        sheet = workbook.add_worksheet("Педагоги")
        sheet.write_row(0, 0, ROSTER, workbook.add_format({"bold": True}))
        for number in range(1, people + 1):
            sheet.write_row(number, 0, _person(random, number))


def _person(random: Random, number: int) -> tuple[object, ...]:
    pedagogical = random.randint(0, 30 * 12)
    specialty = random.randint(0, pedagogical)
    decided = date(2020, 1, 15) + timedelta(days=random.randint(0, 1400))
    category = random.choice(CATEGORIES)
    in_school = random.random() < 0.75
    return (
        f"{1000 + number}",
        random.choice(SCHOOLS) if in_school else "МБУ ДО «Дом творчества»",
        "общеобразовательная" if in_school else "дополнительного образования детей",
        random.choice(POSTS),
        random.choice(EDUCATION),
        category,
        decided.strftime("%d.%m.%Y") if category not in ("нет", "СЗД") else "",
        _span(specialty),
        _span(pedagogical),
        random.choice(ROLES),
        random.choice(YES_NO),
        random.choice(YES_NO),
        random.choice(YES_NO),
    )


def _span(months: int) -> str:
    return f"{months // 12} л. {months % 12} мес."


def write_export(path: Path, people: int, seed: int = SEED) -> None:
    """Write the layout of a registry's export, with some bad cells."""
    random = Random(seed)
    with xlsxwriter.Workbook(str(path)) as workbook:
        workbook.set_properties({"created": MADE_ON})
        sheet = workbook.add_worksheet("Выгрузка")
        sheet.write_string(0, 2, "Сведения о педагогических работниках")
        sheet.write_string(1, 2, "по состоянию на 01.01.2024")
        sheet.write_row(3, 2, EXPORT)
        for index in range(people):
            sheet.write_row(4 + index, 2, _exported(random, index))


def _exported(random: Random, index: int) -> tuple[object, ...]:
    born = date(1965, 1, 1) + timedelta(days=random.randint(0, 12000))
    experience = str(random.randint(1, 30))
    subjects = "; ".join(random.sample(SUBJECTS, random.randint(1, 2)))
    row = [
        random.choice(DISTRICTS),
        random.choice(SCHOOLS),
        random.choice(SURNAMES),
        random.choice(NAMES),
        random.choice(PATRONYMICS),
        born.strftime("%d.%m.%Y"),
        "Ж",
        _snils(random),
        f"учитель, {random.choice(('высшая', 'первая'))} категория",
        "Педагогическая",
        subjects,
        random.choice(EDUCATION),
        f"{random.randint(100000, 199999)}",
        f"{random.randint(1000000, 9999999)}",
        experience,
        experience,
        f"person{index}@example.org",
        f"+7900{random.randint(1000000, 9999999)}",
    ]
    for at, bad in {2: (5, "31.02.1980"), 4: (11, "вышее педагогическое"), 6: (14, "7,5"), 8: (14, "много")}.items():
        if index == at:
            row[bad[0]] = bad[1]
    return tuple(row)


def _snils(random: Random) -> str:
    digits = f"{random.randint(2_000_000, 999_999_999):09d}"
    control = sum(int(digit) * weight for digit, weight in zip(digits, range(9, 0, -1), strict=True)) % 101 % 100
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]} {control:02d}"


if __name__ == "__main__":
    main()
