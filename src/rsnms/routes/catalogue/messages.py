"""The texts of what is wrong with a catalogue. They are public interface."""

from rsnms.domain.text import Text

Message = tuple[Text, Text | None]

OFFERS: dict[str, Message] = {
    "missing": (
        Text("не заполнено; ожидается {expected}.", "it is not filled in; expected {expected}."),
        None,
    ),
    "unknown-competency": (
        Text(
            "компетенция {found} не распознана; ожидается {expected}.",
            "the competency {found} is not recognised; expected {expected}.",
        ),
        None,
    ),
    "no-level": (
        Text(
            "у компетенции {found} не указан уровень дефицита, который она закрывает; ожидается {expected}.",
            "the competency {found} has no level of the deficit that is closed; expected {expected}.",
        ),
        Text("Впишите его через двоеточие.", "Write it after a colon."),
    ),
    "unknown-level": (
        Text(
            "уровень {found} не распознан; ожидается {expected}.",
            "the level {found} is not recognised; expected {expected}.",
        ),
        None,
    ),
    "two-levels": (
        Text(
            "у компетенции {found} указаны разные уровни: {levels}.",
            "the competency {found} has different levels: {levels}.",
        ),
        Text("Оставьте один.", "Keep one."),
    ),
    "no-gains": (
        Text(
            "не сказано, какие дефициты предложение закрывает; ожидается {expected}.",
            "it does not say which deficits the offer closes; expected {expected}.",
        ),
        Text(
            "Предложение, которое ничего не закрывает, в маршрут не войдёт.",
            "An offer that closes nothing is of no use.",
        ),
    ),
    "wrong-session": (
        Text(
            "сессия {found} не распознана; ожидается {expected}.",
            "the session {found} is not recognised; expected {expected}.",
        ),
        None,
    ),
    "impossible-day": (
        Text("в сессии {found} даты {day} не существует.", "in the session {found} the date {day} does not exist."),
        Text("Исправьте день, месяц или год.", "Mend the day, month or year."),
    ),
    "session-backwards": (
        Text(
            "сессия заканчивается {end}, раньше своего начала {start}.",
            "the session ends on {end}, before it starts on {start}.",
        ),
        Text("Исправьте одну из дат.", "Mend one of the dates."),
    ),
    "no-start": (
        Text(
            "о сессии есть сведения, но нет даты её начала; ожидается {expected}.",
            "something is said of a session, but not when it starts; expected {expected}.",
        ),
        None,
    ),
    "id-twice": (
        Text("идентификатор {found} уже занят: {other}.", "the id {found} is taken: {other}."),
        Text("Дайте одному из предложений другой.", "Give one of the offers another one."),
    ),
    "duplicate-id": (
        Text("идентификатор {found} уже занят: {other}.", "the id {found} is taken: {other}."),
        Text(
            "Дайте другой. Если это ещё одна сессия того же предложения, заполните её дату начала, а прочие ячейки "
            "повторите или оставьте пустыми.",
            "Give another one. If this is another session of the same offer, fill in its start, and repeat the other "
            "cells or leave them empty.",
        ),
    ),
    "reserved-id": (
        Text("идентификатор {found} занят шагами маршрутов.", "the id {found} is reserved for steps of routes."),
        Text("Дайте другой, например с номером.", "Give another one, such as one with a number."),
    ),
    "unknown-prerequisite": (
        Text("предложения {found} в каталоге нет.", "the catalogue has no offer {found}."),
        Text(
            "Впишите id предложения, которое нужно пройти раньше.",
            "Write the id of an offer that has to be completed before.",
        ),
    ),
    "rejected-prerequisite": (
        Text(
            "предложение {found}, которое нужно пройти раньше, не принято; поэтому не принято и это.",
            "the offer {found}, which has to be completed before, was rejected; so this one is rejected too.",
        ),
        Text("Исправьте сначала его.", "Mend that one first."),
    ),
    "circle": (
        Text(
            "предложения ждут друг друга по кругу: {circle}.", "the offers wait for each other in a circle: {circle}."
        ),
        Text(
            "Уберите одно из условий; пока не принято ни одно из них.",
            "Remove one of the conditions; none is accepted.",
        ),
    ),
    "register-backwards": (
        Text(
            "срок в реестре заканчивается {end}, раньше своего начала {start}.",
            "the time in the register ends on {end}, before it starts on {start}.",
        ),
        Text("Исправьте одну из дат.", "Mend one of the dates."),
    ),
    "register-no-start": (
        Text(
            "не сказано, с какого дня программа в федеральном реестре; ожидается {expected}.",
            "it does not say since when the programme is in the federal register; expected {expected}.",
        ),
        None,
    ),
    "register-denied": (
        Text(
            "сказано, что программы в федеральном реестре нет, но указан её срок в нём.",
            "it says that the programme is not in the federal register, but also since when it is.",
        ),
        Text("Исправьте одно из двух.", "Mend one of the two."),
    ),
    "other-column": (
        Text("сведение записано и в другом столбце: {other}.", "another column states it as well: {other}."),
        Text("Оставьте один столбец.", "Keep one column."),
    ),
}
"""By code: what is said of one offer, and the advice."""

TABLES: dict[str, Message] = {
    "no-header": (
        Text(
            "В «{file}» нет строки заголовков: в первых {rows_seen} строках не найдены известные названия столбцов.",
            "'{file}' has no header row: its first {rows_seen} rows hold no known headings.",
        ),
        Text(
            "Нужны столбцы «ID», «Название», «Вид», «Компетенции», «Часы».",
            "Needed are the columns 'id', 'title', 'kind', 'gains', 'hours'.",
        ),
    ),
    "several-headers": (
        Text("Строк заголовков может быть несколько: {candidates}.", "Several rows may be the header: {candidates}."),
        Text("Оставьте одну.", "Keep one."),
    ),
    "several-sheets": (
        Text("Каталоги есть на нескольких листах: {sheets}.", "Several sheets hold catalogues: {sheets}."),
        Text("Оставьте один лист.", "Keep one sheet."),
    ),
    "unknown-heading": (
        Text("Столбец {column} не распознан и не читается.", "Column {column} is not recognised and not read."),
        Text("Исправьте заголовок или удалите столбец.", "Mend the heading or delete the column."),
    ),
    "ambiguous-heading": (
        Text(
            "Столбец {column} не читается: подходит нескольким сведениям ({facts}).",
            "Column {column} is not read: it fits several things ({facts}).",
        ),
        Text("Уточните заголовок.", "Make the heading clear."),
    ),
    "two-columns": (
        Text(
            "Несколько столбцов говорят одно («{fact}»): {columns}. Ни один не читается.",
            "Several columns state the same ('{fact}'): {columns}. None of them is read.",
        ),
        Text("Оставьте один.", "Keep one of them."),
    ),
    "no-facts": (
        Text("Ни один столбец не содержит сведений о предложениях.", "No column holds offers."),
        Text(
            "Нужны столбцы «ID», «Название», «Вид», «Компетенции», «Часы».",
            "Needed are the columns 'id', 'title', 'kind', 'gains', 'hours'.",
        ),
    ),
    "no-rows": (
        Text("Под строкой заголовков нет ни одного предложения.", "There are no offers below the header."),
        None,
    ),
    "says-nothing": (
        Text("Строки, в которых нет ни одного сведения: {rows}.", "Rows that state nothing: {rows}."),
        Text("Возможно, это подписи или подзаголовки.", "They may be signatures or subtitles."),
    ),
}
"""By code: what is said of a table as a whole, where a roster's words would mislead."""
