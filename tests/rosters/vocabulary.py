"""A small vocabulary with the words of real rosters."""

from datetime import date

from rsnms.domain.fact import About, Fact, FactType, FactValue, Grows, Happened, Holds, Since
from rsnms.domain.span import Span
from rsnms.domain.text import Text, Unit


def value(id_: str, ru: str, en: str, *synonyms: str) -> FactValue:
    return FactValue(id_, Text(ru, en), synonyms)


YEARS_80 = Span.of(years=80).months

BIRTH = Fact(
    "birth_date",
    FactType.DATE,
    Text("Дата рождения", "Date of birth"),
    lowest=date(1920, 1, 1),
    headings=("Дата рождения", "Дата рождения получателя"),
    question=Text("Какова дата рождения?", "What is the date of birth?"),
    evidence=Text("Паспорт", "Passport"),
)
AGE = Fact("age", FactType.DURATION, Text("Возраст", "Age"), movement=Since("birth_date"), headings=("Полных лет",))
PEDAGOGICAL = Fact(
    "pedagogical_experience",
    FactType.DURATION,
    Text("Педагогический стаж", "Pedagogical experience"),
    movement=Grows(),
    lowest=0,
    highest=YEARS_80,
    headings=("Педагогический стаж", "Пед. стаж", "Педстаж", "Стаж педагогической работы"),
    evidence=Text("Трудовая книжка"),
)
SPECIALTY = Fact(
    "specialty_experience",
    FactType.DURATION,
    Text("Стаж работы по специальности", "Specialty experience"),
    movement=Grows(),
    lowest=0,
    highest=YEARS_80,
    headings=("Стаж работы по специальности", "Стаж по специальности"),
)
CATEGORY = Fact(
    "category",
    FactType.CHOICE,
    Text("Квалификационная категория", "Qualification category"),
    values=(
        value("none", "нет", "none", "без категории", "б/к", "не имеет", "-"),
        value("conformity", "соответствие занимаемой должности", "conformity", "СЗД", "соответствие"),
        value(
            *("first", "первая", "first", "1", "I", "1 КК", "1 категория", "I категория", "первая категория"),
            *("первая кв. категория", "первой категории", "1 кв. категория", "первая квалификационная категория"),
        ),
        value(
            *("highest", "высшая", "highest", "ВКК", "высшая категория", "высшая кв. категория", "высшей категории"),
            *("высшая квалификационная категория", "высшей квалификационной категории", "в/к"),
        ),
    ),
    movement=Holds("category_decided_on", "category_until", "none", 60, date(2023, 9, 1)),
    headings=("Категория", "Кв. категория", "Квалификационная категория"),
    question=Text("Какая квалификационная категория?"),
)
DECIDED = Fact(
    "category_decided_on",
    FactType.DATE,
    Text("Дата установления категории", "Category given on"),
    headings=("Дата установления категории", "Дата присвоения категории", "Дата аттестации"),
)
UNTIL = Fact("category_until", FactType.DATE, Text("Категория действует по"), headings=("Срок действия категории",))
POST = Fact(
    "post",
    FactType.CHOICE,
    Text("Должность", "Post"),
    values=(
        value("head", "руководитель организации", "head", "директор …", "и.о. директора …", "заведующий", "заведующая"),
        value("deputy-head", "заместитель руководителя", "deputy head", "заместитель директора …", "зам. директора …"),
        value("teacher", "учитель", "teacher", "учитель …"),
        value("methodist", "методист", "methodist", "методист …", "старший методист …"),
        value("psychologist", "педагог-психолог", "psychologist", "педагог-психолог …"),
        value("other-pedagogical", "другая педагогическая", "other pedagogical", "учитель-логопед …", "логопед …"),
        value("other", "другая", "other", "заведующий хозяйством …", "завхоз …"),
    ),
    headings=("Должность", "Занимаемая должность"),
)
EDUCATION = Fact(
    "education",
    FactType.CHOICE,
    Text("Образование", "Education"),
    values=(
        value("higher-pedagogical", "высшее педагогическое", "higher pedagogical", "высшее (педагогическое)", "высшее"),
        value("higher-other", "высшее непедагогическое", "higher other", "высшее"),
        value("vocational-pedagogical", "среднее профессиональное педагогическое", "vocational", "СПО педагогическое"),
    ),
    headings=("Образование", "Уровень образования"),
)
SUBJECTS = Fact(
    "subjects", FactType.TEXTS, Text("Преподаваемые предметы", "Subjects taught"), headings=("Предмет", "Предметы")
)
ROLES = Fact(
    "roles",
    FactType.CHOICES,
    Text("Роли", "Roles"),
    values=(
        value("head-of-methodical-association", "руководитель методического объединения", "head", "руководитель ШМО"),
        value("lead-exam-expert", "ведущий эксперт ЕГЭ или ОГЭ", "lead exam expert", "ведущий эксперт"),
        value("tutor", "тьютор", "tutor"),
        value("mentor", "наставник", "mentor"),
        value("innovation-site-worker", "работник инновационной площадки, базовой школы", "innovation site"),
    ),
    headings=("Роли", "Дополнительные роли"),
)
DIAGNOSED = Fact(
    "diagnostics_passed",
    FactType.BOOLEAN,
    Text("Диагностика профессиональных компетенций пройдена", "Diagnostics passed"),
    movement=Happened("diagnosed_on"),
    headings=("Диагностика пройдена", "Диагностика"),
)
DIAGNOSED_ON = Fact("diagnosed_on", FactType.DATE, Text("Дата диагностики"), headings=("Дата диагностики",))
ORGANISATION = Fact("organisation", FactType.TEXT, Text("Место работы", "Organisation"), headings=("Организация", "ОО"))
KIND = Fact(
    "organisation_kind",
    FactType.CHOICE,
    Text("Вид организации", "Kind of organisation"),
    values=(
        value("general", "общеобразовательная", "general", "школа", "СОШ", "лицей", "гимназия"),
        value("preschool", "дошкольная", "preschool", "детский сад", "МБДОУ"),
        value("additional-children", "дополнительного образования детей", "additional", "ДДТ", "музыкальная школа"),
        value("higher", "высшего образования", "higher", "университет", "институт"),
        value("further-professional", "ДПО", "further", "институт развития образования"),
    ),
    headings=("Вид организации", "Тип организации"),
)
MUNICIPALITY = Fact("municipality", FactType.TEXT, Text("Муниципалитет", "Municipality"), headings=("Район",))
LOAD = Fact(
    "groups",
    FactType.INTEGER,
    Text("Число групп", "Groups"),
    lowest=0,
    highest=50,
    unit=Unit("группа", "группы", "групп"),
)
SCORE = Fact(
    "score", FactType.NUMBER, Text("Результат диагностики", "Score"), lowest=0, highest=100, unit=Unit.invariable("%")
)
STARTED = Fact("work_started_on", FactType.DATE, Text("Дата начала работы"))

FACTS = (
    *(BIRTH, AGE, PEDAGOGICAL, SPECIALTY, CATEGORY, DECIDED, UNTIL, POST, EDUCATION, SUBJECTS, ROLES, DIAGNOSED),
    *(DIAGNOSED_ON, ORGANISATION, KIND, MUNICIPALITY, LOAD, SCORE, STARTED),
)

MENTOR_SUBJECTS = Fact(
    "mentor.subjects", FactType.TEXTS, Text("Наставник: Предметы"), About.PERSON, headings=("Наставник: Предмет",)
)
MENTEE_SUBJECTS = Fact(
    "mentee.subjects", FactType.TEXTS, Text("Наставляемый: Предметы"), About.PERSON, headings=("Наставляемый: Предмет",)
)

EXPORT = (
    *("Муниципалитет", "Место работы", "Фамилия", "Имя", "Отчество", "Дата рождения получателя", "Пол получателя"),
    *("СНИЛС", "Должность", "Вид деятельности", "Предмет", "Образование", "Серия диплома", "Номер диплома"),
    *("Педагогический стаж", "Стаж в должности", "Личный электронный адрес", "Номер телефона"),
)
"""The headings of an export in use: row 4, columns C to T."""
