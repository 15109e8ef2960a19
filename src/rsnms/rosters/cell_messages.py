"""The texts of what is wrong with cells, and of what cells may hold. They are public interface."""

from rsnms.domain.fact import FactType
from rsnms.domain.text import Text

EXPECTED: dict[FactType, Text] = {
    FactType.BOOLEAN: Text("«да» или «нет»", "'да' or 'нет', yes or no"),
    FactType.INTEGER: Text("целое число, например 7", "a whole number such as 7"),
    FactType.NUMBER: Text("число, например 3,5", "a number such as 3.5"),
    FactType.DATE: Text("дата, например 31.01.2024", "a date such as 31.01.2024"),
    FactType.DURATION: Text(
        "срок, например «12 лет 3 мес.», или целое число лет", "a time such as '12 years 3 months', or whole years"
    ),
    FactType.CHOICE: Text("одно из значений: {values}", "one of: {values}"),
    FactType.CHOICES: Text(
        "одно или несколько значений через «;»: {values}; либо «нет»",
        "one or more, separated by ';': {values}; or 'нет'",
    ),
    FactType.TEXT: Text("текст", "a text"),
    FactType.TEXTS: Text(
        "один или несколько текстов через «;»; либо «нет»", "one or more texts separated by ';'; or 'нет'"
    ),
}

TEXTS: dict[str, tuple[Text, Text | None]] = {
    "not-listed": (
        Text("{found} не распознано; ожидается {expected}.", "{found} is not recognised; expected {expected}."),
        None,
    ),
    "wrong-value": (
        Text("здесь {found}; ожидается {expected}.", "found {found}; expected {expected}."),
        None,
    ),
    "unknown-members": (
        Text("не распознано «{unknown}»; ожидается {expected}.", "'{unknown}' is not recognised; expected {expected}."),
        None,
    ),
    "hidden-members": (
        Text(
            "часть списка не распознана; ожидается {expected}.",
            "a part of the list is not recognised; expected {expected}.",
        ),
        None,
    ),
    "ambiguous": (
        Text("{found} может означать: {candidates}.", "{found} may mean: {candidates}."),
        Text("Уточните значение.", "Say which."),
    ),
    "several-values": (
        Text("{found} называет сразу несколько значений: {candidates}.", "{found} names several values: {candidates}."),
        Text(
            "Оставьте одно или укажите значение в файле соответствий.",
            "Keep one, or settle the value in a mapping file.",
        ),
    ),
    "broken-formula": (
        Text("формула закончилась ошибкой {error}.", "the formula ended in the error {error}."),
        Text("Исправьте формулу или впишите значение.", "Mend the formula or write the value."),
    ),
    "formula-without-value": (
        Text("в файле нет значения формулы.", "the file does not hold the value of the formula."),
        Text("Откройте файл в Excel и сохраните.", "Open the file in Excel and save it."),
    ),
    "out-of-range": (
        Text("{found} вне допустимого: {range}.", "{found} lies outside {range}."),
        None,
    ),
    "impossible-date": (
        Text("даты {found} не существует.", "the date {found} does not exist."),
        Text("Исправьте день, месяц или год.", "Mend the day, month or year."),
    ),
    "short-year": (
        Text("в дате {found} год неполный.", "the year of the date {found} is not full."),
        Text("Запишите год четырьмя цифрами: 31.01.2024.", "Write the year with four digits: 31.01.2024."),
    ),
    "date-as-number": (
        Text("здесь число, а не дата.", "this is a number, not a date."),
        Text(
            "Задайте ячейке формат даты или запишите дату текстом: 31.01.2024.",
            "Give the cell a date format or write the date as text: 31.01.2024.",
        ),
    ),
    "doubtful-date": (
        Text(
            "в {found} неясно, где день и где месяц.", "in {found} it is unclear which is the day and which the month."
        ),
        Text("Запишите дату через точки: 31.01.2024.", "Write the date with dots: 31.01.2024."),
    ),
    "fraction-of-years": (
        Text(
            "дробное число лет {found} понимают по-разному.", "a fraction of years {found} is read in different ways."
        ),
        Text("Запишите годы и месяцы: «7 лет 6 мес.».", "Write years and months: '7 лет 6 мес.'."),
    ),
    "unit-unclear": (
        Text(
            "неясно, годы это или месяцы: {found}.",
            "it is unclear whether this is years or months: {found}.",
        ),
        Text("Запишите единицу: «7 лет 6 мес.».", "Write the unit: '7 лет 6 мес.'."),
    ),
    "many-months": (
        Text("в {found} месяцев больше 11.", "{found} has more than 11 months."),
        Text("Исправьте число лет и месяцев.", "Mend the years and months."),
    ),
    "date-instead": (
        Text("здесь дата; ожидается {expected}.", "this is a date; expected {expected}."),
        Text(
            "Возможно, Excel сам превратил запись в дату: задайте ячейке текстовый формат и впишите заново.",
            "Excel may have turned the entry into a date: give the cell the text format and write it again.",
        ),
    ),
    "share-or-percent": (
        Text(
            "неясно, доля это или проценты: {found}.", "it is unclear whether this is a share or a percentage: {found}."
        ),
        Text("Впишите проценты числом или текстом: 85 или «85 %».", "Write percent as 85 or as the text '85 %'."),
    ),
    "comma-list": (
        Text("неясно, один это текст или список через запятую.", "it is unclear whether this is one text or a list."),
        Text(
            "Разделите части списка точкой с запятой или укажите separators в файле соответствий.",
            "Separate the parts by semicolons, or state separators in a mapping file.",
        ),
    ),
    "two-columns": (
        Text("факт записан и в другом столбце: {other}.", "another column states the fact as well: {other}."),
        Text(
            "Оставьте один столбец, остальные отметьте ignore в файле соответствий.",
            "Keep one column and mark the others ignore in a mapping file.",
        ),
    ),
    "wrong-width": (
        Text(
            "ячеек {cells}, а заголовков {headings}: строка могла сдвинуться и не прочитана.",
            "{cells} cells for {headings} headings: the row may be shifted and was not read.",
        ),
        Text(
            "Проверьте разделители и кавычки в этой строке.",
            "Check the separators and quotes of this row.",
        ),
    ),
    "category-unclear": (
        Text(
            "в должности упомянута категория, но не распознана.", "the post mentions a category that is not recognised."
        ),
        Text("Впишите категорию в её столбец.", "Write the category in a column of its own."),
    ),
    "category-disagrees": (
        Text("категория расходится с должностью: {other}.", "the category disagrees with the post: {other}."),
        Text("Оставьте верную.", "Keep the right one."),
    ),
    "born-later": (
        Text("дата рождения позже даты, на которую составлен список.", "the birth lies after the day of the roster."),
        None,
    ),
    "before-birth": (
        Text("не сходится с датой рождения: {other}.", "contradicts the date of birth: {other}."),
        Text("Событие раньше рождения: исправьте одну из дат.", "The event precedes the birth: mend one of the dates."),
    ),
    "longer-than-life": (
        Text("не сходится с датой рождения: {other}.", "contradicts the date of birth: {other}."),
        Text(
            "По этим данным человек начал работать раньше 14 лет: исправьте одно из двух.",
            "By these the person began to work before 14: mend one of the two.",
        ),
    ),
    "end-before-start": (
        Text("конец раньше начала: {other}.", "the end precedes the start: {other}."),
        Text("Исправьте одну из дат.", "Mend one of the dates."),
    ),
    "disagrees-with-date": (
        Text("не сходится с датой: {other}.", "disagrees with the date: {other}."),
        Text("Исправьте одно из двух.", "Mend one of the two."),
    ),
}
