"""Columns that rosters usually have and that state no fact: ids, personal data, remarks."""

from enum import Enum

from rsnms.rosters.spelling import words


class Column(Enum):
    """What a column holds that is no fact."""

    ID = "id"
    SNILS = "snils"
    """СНИЛС (personal insurance numbers): compared with each other to find duplicates, never shown."""
    PERSONAL = "personal"
    """Personal data that no fact needs."""
    UNUSED = "unused"
    """Known columns that say nothing of a fact."""
    IGNORED = "ignored"
    """Columns that a mapping file leaves out."""


KNOWN: dict[Column, tuple[str, ...]] = {
    Column.ID: (
        *("id", "ид", "идентификатор", "id сотрудника", "id педагога", "id работника", "employee id", "person id"),
        *("таб. №", "таб №", "табельный №", "табельный номер", "таб. номер", "таб. ном.", "табельный", "№ табельный"),
        *("код сотрудника", "код работника", "код педагога", "personnel number"),
    ),
    Column.SNILS: ("СНИЛС", "номер СНИЛС", "№ СНИЛС", "СНИЛС получателя", "СНИЛС педагога", "страховой номер", "snils"),
    Column.PERSONAL: (
        *("фамилия", "имя", "отчество", "фамилия имя", "фамилия имя отчество", "фамилия имя отчество педагога"),
        *("фамилия имя отчество работника", "фамилия имя отчество сотрудника", "фамилия инициалы"),
        *("фамилия получателя", "имя получателя", "отчество получателя", "name", "full name", "first name"),
        *("last name", "surname", "patronymic", "пол", "пол получателя", "пол м ж", "sex", "gender"),
        *("серия диплома", "номер диплома", "серия и номер диплома", "диплом", "реквизиты диплома", "№ диплома"),
        *("личный электронный адрес", "электронный адрес", "электронная почта", "адрес электронной почты", "e-mail"),
        *("email", "эл. почта", "почта", "личная почта", "номер телефона", "телефон", "контактный телефон"),
        *("моб. телефон", "мобильный телефон", "сотовый телефон", "телефон получателя", "phone", "паспорт"),
        *("серия паспорта", "номер паспорта", "паспортные данные", "ИНН", "адрес", "домашний адрес"),
        *("адрес проживания", "гражданство", "место рождения", "контакты", "контактные данные"),
    ),
    Column.UNUSED: (
        *("№", "№ п/п", "п/п", "№ пп", "номер п/п", "примечание", "примечания", "комментарий", "подпись"),
        *("вид деятельности", "стаж в должности", "общий стаж", "общий трудовой стаж", "стаж в данной организации"),
        *("нагрузка", "ставка", "классы", "специальность по диплому", "квалификация по диплому", "год окончания"),
        *("что окончил", "учебное заведение", "отметка времени", "timestamp"),
    ),
}
"""«Стаж в должности» and «общий стаж» are unused: they are neither of the experiences that the acts ask for."""

NAMES = {"фио", "ф"}
"""First words of headings of names, whosever they are: "ФИО директора", "Ф.И.О."."""

SIDES = {words(word) for word in ("наставник", "наставника", "наставляемый", "наставляемого", "mentor", "mentee")}
"""First words of headings about one person of a pair."""
