"""Makes the example catalogue: the offers of a fictional region in 2025, the same ones every time.

Programmes of the federal register and others, internships, master classes, communities, webinars, consultations,
mentoring and self-education, as several providers would offer them. Everything reads without a problem.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
FILE = HERE / "catalogue.csv"
SEED = 273

HEADING = (
    *("ID", "Название", "Вид", "Компетенции", "Часы", "Вид образования", "Форма обучения", "Технологии"),
    *("Должности", "Предметы", "Виды организаций", "Сессии", "В федеральном реестре", "В реестре с", "В реестре по"),
    *("Кто проводит", "Пройти раньше", "Стоимость, руб."),
)
SUBJECTS = (
    *("математика", "русский язык", "литература", "история", "обществознание", "физика", "химия", "биология"),
    *("география", "информатика", "иностранный язык", "начальные классы"),
)
INSTITUTE = "Институт развития образования"
CENTRE = "Центр непрерывного повышения профессионального мастерства"
UNIVERSITY = "Педагогический университет"
COLLEGE = "Педагогический колледж"
SERVICE = "Муниципальная методическая служба"
PLACES = ("Северный", "Заречный", "Лесной", "Нагорный", "Приозёрный", "Степной")
LEVELS = ("низкий", "средний", "высокий")

THEMES = (
    ("методическая", "Формирующее оценивание на уроке"),
    ("методическая", "Проектирование урока по обновлённым ФГОС"),
    ("методическая", "Функциональная грамотность обучающихся"),
    ("методическая", "Дифференцированное обучение в разноуровневом классе"),
    ("методическая", "Подготовка к государственной итоговой аттестации: анализ результатов"),
    ("психолого-педагогическая", "Работа с детьми с ограниченными возможностями здоровья"),
    ("психолого-педагогическая", "Профилактика учебной неуспешности"),
    ("психолого-педагогическая", "Развитие учебной мотивации подростков"),
    ("психолого-педагогическая", "Психологическая безопасность образовательной среды"),
    ("коммуникативная", "Взаимодействие с семьёй обучающегося"),
    ("коммуникативная", "Публичное выступление и работа с классом"),
    ("коммуникативная", "Медиация и разрешение конфликтов в школе"),
    ("ИКТ", "Цифровые инструменты педагога"),
    ("ИКТ", "Электронное обучение и верифицированный контент"),
    ("ИКТ", "Анализ данных об образовательных результатах"),
    ("нормативная", "Нормативное обеспечение работы педагога"),
    ("нормативная", "Аттестация педагогических работников: новый порядок"),
)
"""General themes with the competency that they develop most."""
SUBJECT_THEMES = (
    "Предметное содержание углублённого уровня",
    "Решение заданий повышенной сложности",
    "Типичные затруднения обучающихся и их преодоление",
    "Лабораторный практикум и учебный эксперимент",
)
REMOTELY = ("дистанционная", "очно-заочная", "сетевая")
REMOTE = "дистанционные образовательные технологии"
TECHNOLOGIES = {
    "повышение квалификации": ("кейс-метод", "проектная деятельность", "перевёрнутое обучение", "взаимное обучение"),
    "профессиональная переподготовка": ("проектная деятельность", "кейс-метод"),
    "стажировка": ("кейс-метод", "взаимное обучение", "проектная деятельность"),
    "мастер-класс": ("взаимное обучение", "деловая игра", "кейс-метод"),
    "профессиональное сообщество": ("взаимное обучение", "проектная деятельность"),
    "вебинар": ("микрообучение",),
    "консультация": (),
    "наставничество": ("взаимное обучение", "кейс-метод"),
    "самообразование": ("микрообучение",),
}
"""What offers of a kind are taught by; those from afar by distance technologies as well."""
BESIDE = ("методическая", "психолого-педагогическая", "коммуникативная", "ИКТ", "нормативная")


@dataclass
class Maker:
    """Numbers and writes the offers of one catalogue."""

    random: Random
    others: Random
    """Draws what was added later, so that everything drawn before stays as it was."""
    rows: list[Sequence[object]] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def add(
        self,
        prefix: str,
        kind: str,
        title: str,
        gains: str,
        hours: int,
        *,
        education: str = "неформальное",
        form: str = "очная",
        posts: str = "",
        subjects: str = "",
        organisations: str = "",
        sessions: str = "",
        register: Sequence[str] = ("", "", ""),
        provider: str = INSTITUTE,
        after: str = "",
        cost: str = "",
    ) -> str:
        """Add an offer and return its id."""
        self.numbers[prefix] = number = self.numbers.get(prefix, 0) + 1
        id_ = f"{prefix}-{number:03d}"
        about = (id_, title, kind, gains, hours, education, form, self.technologies(kind, form))
        audience = (posts, subjects, organisations)
        self.rows.append((*about, *audience, sessions, *register, provider, after, cost))
        return id_

    def technologies(self, kind: str, form: str) -> str:
        """By what an offer is taught: up to two technologies of its kind, after the distance ones."""
        usual = TECHNOLOGIES[kind]
        drawn = self.others.sample(usual, self.others.randint(0, min(2, len(usual))))
        return "; ".join([*([REMOTE] if form in REMOTELY else []), *drawn])

    def gains(self, main: str, level: str, *, beside: float = 0.5) -> str:
        """The main gain, and at times a lesser one beside it."""
        others = [one for one in BESIDE if one != main]
        if self.random.random() >= beside or level == LEVELS[0]:
            return f"{main}: {level}"
        return f"{main}: {level}; {self.random.choice(others)}: {LEVELS[LEVELS.index(level) - 1]}"

    def sessions(self, number: int, days: int, seats: int | None, place: str = "") -> str:
        """So many runs in 2025, each from a Monday on, or on one day."""
        weeks = sorted(self.random.sample((*range(3, 24), *range(36, 49)), number))
        shown = []
        for week in weeks:
            first = date.fromisocalendar(2025, week, 1) + timedelta(days=self.random.randint(0, 3) if days == 1 else 0)
            last = first + timedelta(days=days - 1)
            run = f"{first:%d.%m.%Y}" if days == 1 else f"{first:%d.%m.%Y}–{last:%d.%m.%Y}"
            shown.append(", ".join(filter(None, (run, f"{seats} мест" if seats else "", place))))
        return "; ".join(shown)

    def registered(self, share: float) -> Sequence[str]:
        """The cells on the federal register."""
        if self.random.random() >= share:
            return "нет", "", ""
        since = date(self.random.choice((2022, 2023, 2024)), self.random.randint(1, 12), self.random.randint(1, 28))
        return "да", f"{since:%d.%m.%Y}", f"31.12.{since.year + 3}"


def main() -> None:
    """Write the catalogue beside this file."""
    write_catalogue(FILE)


def write_catalogue(path: Path, seed: int = SEED) -> None:
    """Write the catalogue as CSV."""
    maker = Maker(Random(seed), Random(seed + 1))
    _programmes(maker)
    _retraining(maker)
    _practice(maker)
    _short_forms(maker)
    _support(maker)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(HEADING)
        writer.writerows(maker.rows)


def _inside(title: str) -> str:
    return title[0].lower() + title[1:]


def _money(roubles: int) -> str:
    return f"{roubles},00"


def _subject_titles() -> Iterator[tuple[str, str]]:
    for subject in SUBJECTS:
        for theme in SUBJECT_THEMES:
            yield subject, f"{theme}: {subject}"


def _programmes(maker: Maker) -> None:
    """Upskilling: a basic programme on each theme and an advanced one that follows it, and four on each subject."""
    for competency, title in THEMES:
        basic = maker.add(
            *("ПК", "повышение квалификации", title, maker.gains(competency, "средний"), 36),
            education="формальное",
            form=maker.random.choice(("очная", "очно-заочная", "дистанционная")),
            sessions=maker.sessions(3, 12, 25, maker.random.choice(PLACES)),
            register=maker.registered(0.7),
        )
        maker.add(
            *("ПК", "повышение квалификации", f"{title}: углублённый уровень", maker.gains(competency, "высокий"), 72),
            education="формальное",
            form="очно-заочная",
            sessions=maker.sessions(2, 26, 20),
            register=maker.registered(0.6),
            provider=maker.random.choice((INSTITUTE, UNIVERSITY)),
            after=basic,
            cost=_money(maker.random.randrange(4_000, 12_000, 500)),
        )
    for number, (subject, title) in enumerate(_subject_titles()):
        free = number % 3 != 0
        maker.add(
            *("ПК", "повышение квалификации", title, maker.gains("предметная", maker.random.choice(LEVELS[1:])), 48),
            education="формальное",
            form=maker.random.choice(("очная", "дистанционная", "сетевая")),
            posts="учитель",
            subjects=subject,
            organisations="общеобразовательная",
            sessions=maker.sessions(maker.random.randint(1, 3), 19, maker.random.choice((15, 25, 30))),
            register=maker.registered(0.75),
            provider=INSTITUTE if free else UNIVERSITY,
            cost="" if free else _money(maker.random.randrange(5_000, 15_000, 500)),
        )


def _retraining(maker: Maker) -> None:
    for subject in SUBJECTS:
        maker.add(
            *("ПП", "профессиональная переподготовка", f"Учитель: {subject}"),
            *("предметная: высокий; методическая: высокий; нормативная: средний", 520),
            education="формальное",
            form="очно-заочная",
            organisations="общеобразовательная; профессиональная",
            sessions="01.09.2025–29.05.2026, 20 мест",
            register=maker.registered(0.3),
            provider=UNIVERSITY,
            cost=_money(maker.random.randrange(30_000, 60_000, 1_000)),
        )
    for title, posts, gains in (
        ("Педагог-психолог в образовании", "", "психолого-педагогическая: высокий; коммуникативная: высокий"),
        ("Менеджмент в образовании", "руководитель организации; заместитель руководителя", "нормативная: высокий"),
        ("Методист образовательной организации", "методист; учитель", "методическая: высокий; ИКТ: средний"),
        ("Тьюторское сопровождение", "", "психолого-педагогическая: высокий; методическая: средний"),
    ):
        maker.add(
            *("ПП", "профессиональная переподготовка", title, gains, 260),
            education="формальное",
            form="очно-заочная",
            posts=posts,
            sessions="03.02.2025–28.06.2025, 25 мест; 15.09.2025–27.02.2026, 25 мест",
            register=maker.registered(0.3),
            provider=UNIVERSITY,
            cost=_money(28_500),
        )


def _practice(maker: Maker) -> None:
    """Internships and master classes at places that do well."""
    for competency, title in THEMES:
        maker.add(
            *("СТ", "стажировка", f"{title}: стажировочная площадка", maker.gains(competency, "высокий"), 24),
            sessions=maker.sessions(2, 3, 12, f"Лицей № {maker.random.randint(1, 9)}"),
            provider=CENTRE,
        )
    for subject in SUBJECTS:
        maker.add(
            *("СТ", "стажировка", f"Урок у наставника: {subject}", "предметная: средний; методическая: высокий", 16),
            posts="учитель",
            subjects=subject,
            sessions=maker.sessions(2, 2, 8),
            provider=CENTRE,
        )
        for theme in ("Сложные темы программы", "Приёмы работы с текстом и задачей"):
            maker.add(
                *("МК", "мастер-класс", f"{theme}: {subject}"),
                *(maker.gains("предметная", maker.random.choice(LEVELS[:2])), maker.random.choice((2, 4))),
                subjects=subject,
                sessions=maker.sessions(2, 1, 40, maker.random.choice(PLACES)),
                provider=maker.random.choice((CENTRE, SERVICE, COLLEGE)),
            )
    for competency, title in THEMES * 2:
        maker.add(
            *("МК", "мастер-класс", f"{title}: мастер-класс {maker.numbers['МК'] + 1}"),
            *(maker.gains(competency, maker.random.choice(LEVELS[:2])), 4),
            sessions=maker.sessions(1, 1, 30, maker.random.choice(PLACES)),
            provider=maker.random.choice((CENTRE, SERVICE)),
        )


def _short_forms(maker: Maker) -> None:
    """Webinars and consultations."""
    for part in ("основы", "практика", "вопросы и ответы"):
        for competency, title in THEMES:
            maker.add(
                *("ВБ", "вебинар", f"{title}: {part}", f"{competency}: низкий", 2),
                form="дистанционная",
                sessions=maker.sessions(3, 1, None),
                provider=maker.random.choice((INSTITUTE, CENTRE)),
            )
    for subject in SUBJECTS:
        for theme in ("Изменения в программе и учебниках", "Разбор диагностики предметных компетенций"):
            maker.add(
                *("ВБ", "вебинар", f"{theme}: {subject}", "предметная: низкий; нормативная: низкий", 2),
                form="дистанционная",
                subjects=subject,
                sessions=maker.sessions(2, 1, 100),
            )
        maker.add(
            *(
                "КН",
                "консультация",
                f"Консультация методиста: {subject}",
                "предметная: средний; методическая: низкий",
                2,
            ),
            subjects=subject,
            provider=SERVICE,
        )
    for competency, title in THEMES:
        maker.add(
            *("КН", "консультация", f"Консультация: {_inside(title)}", f"{competency}: средний", 2),
            form=maker.random.choice(("очная", "дистанционная")),
            provider=maker.random.choice((SERVICE, CENTRE)),
        )


def _support(maker: Maker) -> None:
    """Communities, mentoring and self-education, which mostly begin on any day."""
    for subject in SUBJECTS:
        maker.add(
            *("СО", "профессиональное сообщество", f"Региональное сообщество: {subject}"),
            *("предметная: средний; коммуникативная: низкий", 16),
            subjects=subject,
            form="сетевая",
            provider=CENTRE,
        )
        for place in PLACES[:2]:
            maker.add(
                *("СО", "профессиональное сообщество", f"Методическое объединение ({place}): {subject}"),
                *("предметная: низкий; методическая: средний", 12),
                subjects=subject,
                provider=SERVICE,
            )
        maker.add(
            *("НС", "наставничество", f"Наставник-предметник: {subject}"),
            *("предметная: высокий; методическая: средний", 36),
            posts="учитель",
            subjects=subject,
            form="каскадная",
            sessions=f"13.01.2025–30.05.2025, {maker.random.randint(4, 10)} мест; 01.09.2025–26.12.2025, 6 мест",
            provider=CENTRE,
        )
    for competency, title in THEMES:
        maker.add(
            *("НС", "наставничество", f"Наставник: {_inside(title)}", maker.gains(competency, "высокий"), 24),
            provider=maker.random.choice((CENTRE, SERVICE)),
        )
        maker.add(
            *("СМ", "самообразование", f"{title}: подборка материалов", f"{competency}: низкий", 8),
            education="информальное",
            form="дистанционная",
            provider=CENTRE,
        )
    for subject in SUBJECTS:
        for theme, gains in (("Читаем о предмете", "предметная: низкий"), ("Банк заданий", "методическая: низкий")):
            maker.add(
                *("СМ", "самообразование", f"{theme}: {subject}", gains, 12),
                education="информальное",
                form="дистанционная",
                subjects=subject,
                provider=CENTRE,
            )
    for post, title, gains in (
        ("воспитатель", "Федеральная программа дошкольного образования", "методическая: средний; нормативная: низкий"),
        ("педагог-психолог", "Диагностический инструментарий", "психолого-педагогическая: высокий"),
        ("педагог дополнительного образования", "Программы нового поколения", "методическая: высокий"),
    ):
        for place in PLACES:
            maker.add(
                *("МК", "мастер-класс", f"{title} ({place})", gains, 6),
                posts=post,
                sessions=maker.sessions(1, 1, 25, place),
                provider=SERVICE,
            )


if __name__ == "__main__":
    main()
