"""The texts of a roster's problems: what is wrong, and how to mend it. They are public interface."""

from rsnms.domain.text import Text

NEAREST = Text("Возможно, имелось в виду «{nearest}».", "Did you mean '{nearest}'?")

_IN_MAPPING = Text(
    "Укажите его факт или ignore в файле соответствий (rsnms roster map).",
    "Give its fact, or ignore, in a mapping file (rsnms roster map).",
)

TEXTS: dict[str, tuple[Text, Text | None]] = {
    "no-file": (
        Text("Нет файла «{file}».", "There is no file '{file}'."),
        None,
    ),
    "unreadable": (
        Text("Файл «{file}» не читается: {reason}.", "The file '{file}' cannot be read: {reason}."),
        None,
    ),
    "unknown-format": (
        Text(
            "Формат «{format}» не поддерживается.",
            "The format '{format}' is not supported.",
        ),
        Text(
            "Сохраните список как .xlsx, .xls, .csv или .parquet.",
            "Save the roster as .xlsx, .xls, .csv or .parquet.",
        ),
    ),
    "not-a-frame": (
        Text("{kind} — не файл и не таблица данных.", "{kind} is neither a file nor a dataframe."),
        Text(
            "Передайте путь или таблицу polars, pandas, pyarrow, DuckDB.",
            "Pass a path, or a frame of polars, pandas, pyarrow or DuckDB.",
        ),
    ),
    "not-a-workbook": (
        Text("«{file}» по содержанию — не книга Excel.", "'{file}' is not an Excel workbook by its content."),
        Text(
            "Откройте файл в Excel и сохраните как .xlsx (системы нередко выгружают под .xls веб-страницу или текст).",
            "Open the file in Excel and save it as .xlsx (systems often export a web page or a text as .xls).",
        ),
    ),
    "password": (
        Text("Книга «{file}» защищена паролем.", "The workbook '{file}' is protected by a password."),
        Text("Сохраните её без пароля.", "Save it without a password."),
    ),
    "damaged": (
        Text("Файл «{file}» повреждён: {reason}.", "The file '{file}' is damaged: {reason}."),
        Text("Откройте его и сохраните заново.", "Open it and save it again."),
    ),
    "encoding": (
        Text(
            "Кодировка файла «{file}» не определена: это не UTF-8 и не похоже на русский текст в Windows-1251.",
            "The encoding of '{file}' is undecided: it is not UTF-8 and does not look like Russian in Windows-1251.",
        ),
        Text(
            "Сохраните файл в UTF-8 или укажите encoding в файле соответствий.",
            "Save the file as UTF-8 or state its encoding in a mapping file.",
        ),
    ),
    "wrong-encoding": (
        Text("Файл «{file}» не читается в кодировке {encoding}.", "The file '{file}' is not in {encoding}."),
        Text("Исправьте encoding в файле соответствий.", "Mend encoding in the mapping file."),
    ),
    "delimiter": (
        Text(
            "Разделитель столбцов в «{file}» не определён: ни «;», ни «,», ни табуляция не дают одной таблицы.",
            "The separator of columns in '{file}' is undecided: neither ';' nor ',' nor a tab makes one table.",
        ),
        Text("Укажите delimiter в файле соответствий.", "State the delimiter in a mapping file."),
    ),
    "csv-quotes": (
        Text(
            "В «{file}» не сходятся кавычки: запись, которая начинается в строке {line} файла, не закончена верно.",
            "Quotes do not match in '{file}': the record that begins on line {line} of the file does not end properly.",
        ),
        Text(
            "Кавычки внутри ячейки пишутся дважды, а ячейка берётся в кавычки целиком.",
            "Quotes inside a cell are doubled, and the whole cell is quoted.",
        ),
    ),
    "no-sheet": (
        Text("В «{file}» нет листа «{sheet}». Есть: {sheets}.", "'{file}' has no sheet '{sheet}'. It has: {sheets}."),
        None,
    ),
    "no-header": (
        Text(
            "В «{file}» нет строки заголовков: в первых {rows_seen} строках не найдены известные названия столбцов.",
            "'{file}' has no header row: its first {rows_seen} rows hold no known headings.",
        ),
        Text(
            "Укажите header_row и столбцы в файле соответствий (rsnms roster map).",
            "State header_row and the columns in a mapping file (rsnms roster map).",
        ),
    ),
    "empty-header": (
        Text("Строка {row}, названная строкой заголовков, пуста.", "Row {row}, stated to be the header, is empty."),
        Text("Исправьте header_row.", "Mend header_row."),
    ),
    "several-headers": (
        Text(
            "Строк заголовков может быть несколько: {candidates}.",
            "Several rows may be the header: {candidates}.",
        ),
        Text("Укажите header_row.", "State header_row."),
    ),
    "several-sheets": (
        Text("Списки есть на нескольких листах: {sheets}.", "Several sheets hold rosters: {sheets}."),
        Text("Укажите лист (sheet).", "State the sheet."),
    ),
    "no-id-column": (
        Text("Нет столбца «{column}», названного столбцом id.", "There is no column '{column}' to take ids from."),
        None,
    ),
    "no-rows": (
        Text("Под строкой заголовков нет данных.", "There is no data below the header."),
        None,
    ),
    "no-facts": (
        Text("Ни один столбец не содержит нужных сведений.", "No column holds a fact that is asked for."),
        Text(
            "Сопоставьте столбцы в файле соответствий (rsnms roster map).",
            "Map the columns in a mapping file (rsnms roster map).",
        ),
    ),
    "unknown-heading": (
        Text("Столбец {column} не распознан и не читается.", "Column {column} is not recognised and not read."),
        _IN_MAPPING,
    ),
    "ambiguous-heading": (
        Text(
            "Столбец {column} не читается: подходит нескольким фактам ({facts}).",
            "Column {column} is not read: it fits several facts ({facts}).",
        ),
        _IN_MAPPING,
    ),
    "stated-for-another-day": (
        Text(
            "Столбец {column} не читается: он на {day}, а список на {as_of}.",
            "Column {column} is not read: it is stated for {day}, the roster for {as_of}.",
        ),
        Text("Укажите дату списка (as_of).", "State the day of the roster (as_of)."),
    ),
    "no-heading": (
        Text(
            "Столбцы без заголовка не читаются, хотя в них есть данные: {columns}.",
            "Columns without a heading are not read though they hold data: {columns}.",
        ),
        None,
    ),
    "two-columns": (
        Text(
            "Для факта «{fact}» есть несколько столбцов: {columns}. Ни один не читается.",
            "Several columns state the fact '{fact}': {columns}. None of them is read.",
        ),
        Text(
            "Оставьте один, остальные отметьте ignore в файле соответствий.",
            "Keep one and mark the others ignore in a mapping file.",
        ),
    ),
    "two-id-columns": (
        Text(
            "Столбцов с id несколько: {columns}. Вместо id взяты номера строк.",
            "Several columns hold ids: {columns}. Row numbers are used instead.",
        ),
        Text("Укажите столбец (id_column).", "State the column (id_column)."),
    ),
    "id-is-snils": (
        Text(
            "В столбце id {column} стоят СНИЛС. Вместо id взяты номера строк.",
            "The id column {column} holds СНИЛС numbers. Row numbers are used instead.",
        ),
        Text(
            "Чтобы всё же взять их, назовите столбец явно (id_column).",
            "To use them all the same, name the column (id_column).",
        ),
    ),
    "missing-id": (
        Text("Нет id, вместо него номер строки. Строки: {rows}.", "No id, the row number stands in. Rows: {rows}."),
        None,
    ),
    "duplicate-id": (
        Text("Один id у нескольких строк: {rows}.", "Several rows have the same id: {rows}."),
        Text("Каждая строка рассмотрена отдельно.", "Each row is considered by itself."),
    ),
    "duplicate-snils": (
        Text("Один СНИЛС у нескольких строк: {rows}.", "Several rows have the same СНИЛС: {rows}."),
        Text("Каждая строка рассмотрена отдельно.", "Each row is considered by itself."),
    ),
    "wrong-snils": (
        Text(
            "СНИЛС не той формы или с неверным контрольным числом. Строки: {rows}.",
            "The СНИЛС has a wrong form or control number. Rows: {rows}.",
        ),
        Text("Повторы среди этих строк не проверены.", "These rows were not checked for duplicates."),
    ),
    "total-row": (
        Text("Строки с итогами пропущены: {rows}.", "Rows with totals are left out: {rows}."),
        None,
    ),
    "numbering-row": (
        Text("Строки с номерами столбцов пропущены: {rows}.", "Rows with column numbers are left out: {rows}."),
        None,
    ),
    "repeated-header": (
        Text("Повторы строки заголовков пропущены: {rows}.", "Repetitions of the header are left out: {rows}."),
        None,
    ),
    "says-nothing": (
        Text(
            "Строки, в которых нет ни одного из нужных сведений: {rows}.",
            "Rows that state none of the facts asked for: {rows}.",
        ),
        Text("Возможно, это подписи или подзаголовки.", "They may be signatures or subtitles."),
    ),
    "personal-columns": (
        Text(
            "Личные данные не читаются: {columns}.",
            "Personal data is not read: {columns}.",
        ),
        None,
    ),
    "unused-columns": (
        Text("Столбцы, которые ни о чём нужном не говорят: {columns}.", "Columns that no fact needs: {columns}."),
        None,
    ),
    "ignored-columns": (
        Text(
            "По файлу соответствий не читаются: {columns}.",
            "Not read, as the mapping file says: {columns}.",
        ),
        None,
    ),
    "mapped-column-absent": (
        Text(
            "Столбца «{column}» из файла соответствий в списке нет.",
            "The roster has no column '{column}' of the mapping file.",
        ),
        None,
    ),
    "other-sheets": (
        Text("Другие листы с данными не читались: {sheets}.", "Other sheets with data were not read: {sheets}."),
        None,
    ),
    "hidden-sheets": (
        Text("Скрытые листы не читались: {sheets}.", "Hidden sheets were not read: {sheets}."),
        None,
    ),
    "derived": (
        Text(
            "По файлу соответствий факт «{fact}» выведен из «{source}» в строках: {rows}.",
            "As the mapping file says, '{fact}' is derived from '{source}' in rows: {rows}.",
        ),
        Text("Проверьте их.", "Check them."),
    ),
    "category-from-post": (
        Text(
            "Категория взята из должности в строках: {rows}.",
            "The category is taken from the post in rows: {rows}.",
        ),
        None,
    ),
}

NOTES = frozenset(
    (
        "no-heading",
        "total-row",
        "numbering-row",
        "repeated-header",
        "says-nothing",
        "personal-columns",
        "unused-columns",
        "ignored-columns",
        "mapped-column-absent",
        "other-sheets",
        "hidden-sheets",
        "derived",
        "category-from-post",
    )
)
"""What was left out knowingly; every other problem waits for somebody to mend it."""
