"""The columns of a table of offers: their headings, their listed values and the spellings of these."""

from collections.abc import Iterable

from rsnms.domain.competency import Severity
from rsnms.domain.educator import Post
from rsnms.domain.fact import Fact, FactType, FactValue
from rsnms.domain.offer import EducationKind, OfferKind, StudyForm
from rsnms.domain.organisation import OrganisationKind
from rsnms.domain.text import Text, Unit
from rsnms.rosters.mapping import RosterMapping


def _value(id_: str, ru: str, en: str, *synonyms: str) -> FactValue:
    return FactValue(id_, Text(ru, en), synonyms)


KINDS = (
    _value(
        *(OfferKind.UPSKILLING, "повышение квалификации", "upskilling programme", "ПК", "ДПП ПК"),
        *("программа повышения квалификации", "курсы повышения квалификации", "КПК", "курсы"),
    ),
    _value(
        *(OfferKind.RETRAINING, "профессиональная переподготовка", "retraining programme", "ПП", "ДПП ПП"),
        *("программа профессиональной переподготовки", "переподготовка"),
    ),
    _value(OfferKind.INTERNSHIP, "стажировка", "internship"),
    _value(OfferKind.MASTER_CLASS, "мастер-класс", "master class", "мастеркласс"),
    _value(
        *(OfferKind.COMMUNITY, "профессиональное сообщество", "community", "сообщество", "методическое объединение"),
        *("участие в профессиональном сообществе", "профессиональное объединение"),
    ),
    _value(OfferKind.WEBINAR, "вебинар", "webinar", "онлайн-семинар"),
    _value(OfferKind.CONSULTATION, "консультация", "consultation", "методическая консультация"),
    _value(OfferKind.MENTORING, "наставничество", "mentoring", "сопровождение наставника"),
    _value(OfferKind.SELF_EDUCATION, "самообразование", "self-education"),
)
EDUCATIONS = (
    _value(EducationKind.FORMAL, "формальное", "formal"),
    _value(EducationKind.NON_FORMAL, "неформальное", "non-formal"),
    _value(EducationKind.INFORMAL, "информальное", "informal"),
)
FORMS = (
    _value(StudyForm.IN_PERSON, "очная", "in person", "очно"),
    _value(StudyForm.DISTANCE, "дистанционная", "distance", "дистанционно", "заочная", "онлайн"),
    _value(StudyForm.MIXED, "очно-заочная", "mixed", "смешанная", "очно-дистанционная"),
    _value(StudyForm.NETWORKED, "сетевая", "networked"),
    _value(StudyForm.CASCADE, "каскадная", "cascade", "каскадная модель"),
)
LEVELS = (
    _value(Severity.LOW, "низкий", "low", "низкая", "низкие"),
    _value(Severity.MEDIUM, "средний", "medium", "средняя", "средние"),
    _value(Severity.HIGH, "высокий", "high", "высокая", "высокие"),
)
POSTS = (
    _value(
        *(Post.HEAD, "руководитель организации", "head of the organisation", "директор", "заведующий", "руководитель"),
    ),
    _value(
        *(Post.DEPUTY_HEAD, "заместитель руководителя", "deputy head", "заместитель директора", "завуч"),
        *("заместитель заведующего",),
    ),
    _value(Post.UNIT_HEAD, "руководитель структурного подразделения", "head of a unit", "заведующий отделением"),
    _value(Post.TEACHER, "учитель", "teacher", "учителя", "учитель-предметник"),
    _value(Post.LECTURER, "преподаватель", "lecturer", "преподаватели"),
    _value(Post.PRESCHOOL_EDUCATOR, "воспитатель", "preschool educator", "воспитатели"),
    _value(
        *(Post.ADDITIONAL_EDUCATOR, "педагог дополнительного образования", "educator of additional education", "ПДО"),
    ),
    _value(Post.METHODIST, "методист", "methodist", "методисты"),
    _value(Post.TUTOR, "тьютор", "tutor", "тьюторы"),
    _value(Post.PSYCHOLOGIST, "педагог-психолог", "educational psychologist", "психолог", "педагоги-психологи"),
    _value(Post.OTHER_PEDAGOGICAL, "другая педагогическая должность", "another pedagogical post"),
    _value(Post.OTHER, "другая должность", "another post"),
)
ORGANISATION_KINDS = (
    _value(OrganisationKind.GENERAL, "общеобразовательная", "general education", "школа", "СОШ", "школы"),
    _value(
        *(OrganisationKind.ADDITIONAL_CHILDREN, "дополнительного образования детей"),
        *("additional education of children", "дом творчества", "УДОД"),
    ),
    _value(OrganisationKind.PRESCHOOL, "дошкольная", "preschool", "детский сад", "ДОУ", "ДОО", "детские сады"),
    _value(OrganisationKind.VOCATIONAL, "профессиональная", "vocational", "колледж", "техникум", "СПО"),
    _value(OrganisationKind.HIGHER, "высшего образования", "higher education", "вуз", "университет"),
    _value(
        *(OrganisationKind.FURTHER_PROFESSIONAL, "дополнительного профессионального образования"),
        *("further professional education", "ДПО", "ИРО", "ЦНППМ"),
    ),
    _value(
        OrganisationKind.OTHER_EDUCATIONAL, "иная с образовательной деятельностью", "another with educational activity"
    ),
    _value(OrganisationKind.NOT_EDUCATIONAL, "без образовательной деятельности", "without educational activity"),
)


def _column(
    name: str,
    type_: FactType,
    ru: str,
    en: str,
    *headings: str,
    values: Iterable[FactValue] = (),
    unit: str | None = None,
) -> Fact:
    ordered = type_ in (FactType.INTEGER, FactType.NUMBER)
    counted = Unit.invariable(unit) if unit else None
    lowest = 0 if ordered else None
    return Fact(name, type_, Text(ru, en), values=tuple(values), unit=counted, lowest=lowest, headings=(ru, *headings))


_TEXT, _DATE, _WHOLE = FactType.TEXT, FactType.DATE, FactType.INTEGER
ID = _column("id", _TEXT, "ID", "Id", "Код", "Идентификатор", "Шифр", "Код программы", "ID программы")
TITLE = _column("title", _TEXT, "Название", "Title", "Наименование", "Тема", "Программа", "Название программы")
KIND = _column("kind", FactType.CHOICE, "Вид", "Kind", "Вид предложения", "Тип", "Вид мероприятия", values=KINDS)
GAINS = _column(
    *("gains", _TEXT, "Компетенции", "Gains", "Закрываемые дефициты", "Какие дефициты закрывает", "Competencies"),
)
HOURS = _column("hours", _WHOLE, "Часы", "Hours", "Объём", "Количество часов", "Объём, ч", "Трудоёмкость", unit="ч")
EDUCATION = _column(
    *("education", FactType.CHOICE, "Вид образования", "Education", "Формальность", "Education kind"), values=EDUCATIONS
)
FORM = _column("form", FactType.CHOICE, "Форма обучения", "Form", "Форма", "Study form", values=FORMS)
TECHNOLOGIES = _column(
    *("technologies", _TEXT, "Технологии", "Technologies", "Образовательные технологии", "Educational technologies"),
)
POSTS_FOR = _column("posts", FactType.CHOICES, "Должности", "Posts", "Для каких должностей", "Должность", values=POSTS)
SUBJECTS_FOR = _column("subjects", _TEXT, "Предметы", "Subjects", "Для каких предметов", "Предмет")
KINDS_FOR = _column(
    *("organisation_kinds", FactType.CHOICES, "Виды организаций", "Organisation kinds", "Вид организации"),
    *("Для каких организаций", "Тип организации"),
    values=ORGANISATION_KINDS,
)
SESSIONS = _column("sessions", _TEXT, "Сессии", "Sessions", "Сроки", "Даты", "Сроки проведения", "Даты проведения")
STARTS = _column("starts_on", _DATE, "Начало", "Starts on", "Дата начала", "Начало обучения", "Start")
ENDS = _column("ends_on", _DATE, "Окончание", "Ends on", "Дата окончания", "Конец", "Окончание обучения", "End")
SEATS = _column("seats", _WHOLE, "Места", "Seats", "Мест", "Количество мест", "Число мест", unit="мест")
PLACE = _column("place", _TEXT, "Место проведения", "Place", "Где проводится", "Адрес проведения", "Площадка")
IN_REGISTER = _column(
    *(
        "in_register",
        FactType.BOOLEAN,
        "В федеральном реестре",
        "In the register",
        "В реестре",
        "In the federal register",
    ),
)
REGISTER_FROM = _column(
    *("register_from", _DATE, "В реестре с", "In the register from", "Дата включения в реестр", "Register from"),
)
REGISTER_UNTIL = _column(
    *("register_until", _DATE, "В реестре по", "In the register until", "Дата исключения из реестра", "Register until"),
)
PROVIDER = _column("provider", _TEXT, "Кто проводит", "Provider", "Организатор", "Кто реализует", "Провайдер")
PREREQUISITES = _column(
    *("prerequisites", _TEXT, "Пройти раньше", "Prerequisites", "Предварительные", "Предварительные условия"),
    *("Пререквизиты", "После чего"),
)
COST = _column("cost", FactType.NUMBER, "Стоимость", "Cost", "Цена", "Стоимость, руб.", "Стоимость, ₽", unit="руб.")

COLUMNS = (
    *(ID, TITLE, KIND, GAINS, HOURS, EDUCATION, FORM, TECHNOLOGIES, POSTS_FOR, SUBJECTS_FOR, KINDS_FOR, SESSIONS),
    *(STARTS, ENDS, SEATS, PLACE, IN_REGISTER, REGISTER_FROM, REGISTER_UNTIL, PROVIDER, PREREQUISITES, COST),
)
"""Only the id, the title, the kind, the hours and some gain have to be there."""
OF_SESSION = (SESSIONS, STARTS, ENDS, SEATS, PLACE)
"""Columns in which the rows of one offer differ."""
LEVEL = Fact("level", FactType.CHOICE, Text("Уровень", "Level"), values=LEVELS)
"""The most severe deficit that an offer closes, as it stands after the colon of a gain."""
GAIN = "gain:"
"""Begins the names of columns that each hold the level of one competency."""
SETTLED = RosterMapping(
    values={
        COST.name: {"бесплатно": "0", "безвозмездно": "0", "free": "0", "за счёт бюджета": "0"},
        SEATS.name: {"без ограничений": "ignore", "не ограничено": "ignore", "unlimited": "ignore"},
    }
)
"""Words for numbers."""


def gain_columns(competencies: Fact) -> tuple[Fact, ...]:
    """A column for each competency of a framework, headed by its title, its id or a synonym."""
    return tuple(
        Fact(
            f"{GAIN}{one.id}", FactType.CHOICE, one.title, values=LEVELS, headings=(one.title.ru, one.id, *one.synonyms)
        )
        for one in competencies.values
    )
