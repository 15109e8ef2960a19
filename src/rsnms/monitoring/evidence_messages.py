"""The texts of what is wrong with evidence and with lists of places. They are public interface."""

from rsnms.domain.text import Text

Message = tuple[Text, Text | None]

ROWS: dict[str, Message] = {
    "no-date": (
        Text("нет даты; ожидается {expected}.", "there is no date; expected {expected}."),
        Text("Впишите день события или документа.", "Write the day of the event or document."),
    ),
    "no-kind": (
        Text("не указано, что это; ожидается {expected}.", "it does not say what this is; expected {expected}."),
        None,
    ),
    "unknown-period": (
        Text(
            "период {found} не распознан; ожидается {expected}.",
            "the period {found} is not recognised; expected {expected}.",
        ),
        None,
    ),
    "period-as-date": (
        Text("здесь дата, а не период; ожидается {expected}.", "this is a date, not a period; expected {expected}."),
        Text(
            "Возможно, Excel сам превратил запись в дату: задайте ячейке текстовый формат и впишите заново.",
            "Excel may have turned the entry into a date: give the cell the text format and write it again.",
        ),
    ),
    "other-column": (
        Text("сведение записано и в другом столбце: {other}.", "another column states it as well: {other}."),
        Text("Оставьте один столбец.", "Keep one column."),
    ),
    "unknown-kind": (
        Text("{found} не распознано; ожидается {expected}.", "{found} is not recognised; expected {expected}."),
        None,
    ),
    "absent-kind": (
        Text(
            "обязательств вида {found} в политике нет; ожидается {expected}.",
            "the policy has no duties of the kind {found}; expected {expected}.",
        ),
        None,
    ),
    "ambiguous": (
        Text(
            "{found} подходит сразу нескольким обязательствам: {expected}.",
            "{found} fits several duties: {expected}.",
        ),
        Text(
            "Впишите в столбец «Вид» идентификатор одного из них или уточните субъект.",
            "Write the id of one of them in the column 'Kind', or say whose it is in 'Subject'.",
        ),
    ),
    "unknown-subject": (
        Text(
            "субъект {found} не распознан; ожидается {expected}.",
            "the subject {found} is not recognised; expected {expected}.",
        ),
        None,
    ),
    "other-subject": (
        Text(
            "субъект {found} в этом обязательстве не назван; ожидается {expected}.",
            "the duty does not name the subject {found}; expected {expected}.",
        ),
        Text("Проверьте субъект и вид.", "Check the subject and the kind."),
    ),
    "no-place": (
        Text(
            "«{duty}» проверяется для каждого места, а место не указано; ожидается {expected}.",
            "'{duty}' is checked for each place, and no place is named; expected {expected}.",
        ),
        Text("Впишите его в столбец «Субъект».", "Write it in the column 'Subject'."),
    ),
    "unknown-place": (
        Text(
            "{found} нет в данном списке мест; ожидается {expected}.",
            "{found} is not among the places given; expected {expected}.",
        ),
        None,
    ),
    "wide-period": (
        Text(
            "период «{period}» шире срока исполнения; ожидается {expected}.",
            "the period '{period}' is wider than the one in which it is due; expected {expected}.",
        ),
        Text("Укажите период исполнения или оставьте ячейку пустой.", "Name that period, or leave the cell empty."),
    ),
    "not-asked": (
        Text(
            "«{duty}» за период «{period}» не требуется: {expected}.",
            "'{duty}' is not asked for in {period}: {expected}.",
        ),
        None,
    ),
    "later": (
        Text(
            "дата позже дня проверки ({expected}), свидетельство не учтено.",
            "dated after the day asked about ({expected}); it does not count.",
        ),
        None,
    ),
    "of-indicator": (
        Text(
            "это свидетельство показателя «{expected}», а не обязательства.",
            "this is evidence of the indicator '{expected}', not of a duty.",
        ),
        None,
    ),
}
"""By code: what is said of a row after its place."""

TABLES: dict[str, Message] = {
    "no-header": (
        Text(
            "В «{file}» нет строки заголовков: в первых {rows_seen} строках не найдены «Дата», «Вид», «Субъект», "
            "«Название», «Ссылка», «Период».",
            "'{file}' has no header row: its first {rows_seen} rows lack 'date', 'kind', 'subject', 'title', 'link', "
            "'period'.",
        ),
        Text("Возьмите образец: rsnms evidence template.", "Start from a template: rsnms evidence template."),
    ),
    "several-headers": (
        Text("Строк заголовков может быть несколько: {candidates}.", "Several rows may be the header: {candidates}."),
        Text("Оставьте одну.", "Keep one of them."),
    ),
    "several-sheets": (
        Text("Свидетельства есть на нескольких листах: {sheets}.", "Several sheets hold evidence: {sheets}."),
        Text("Укажите лист (--sheet).", "State the sheet (--sheet)."),
    ),
    "unknown-format": (
        Text("Формат «{format}» не поддерживается.", "The format '{format}' is not supported."),
        Text(
            "Сохраните таблицу как .xlsx, .xls, .csv или .parquet.",
            "Save the table as .xlsx, .xls, .csv or .parquet.",
        ),
    ),
    "encoding": (
        Text(
            "Кодировка файла «{file}» не определена: это не UTF-8 и не похоже на русский текст в Windows-1251.",
            "The encoding of '{file}' is undecided: it is not UTF-8 and does not look like Russian in Windows-1251.",
        ),
        Text("Сохраните файл в UTF-8.", "Save the file as UTF-8."),
    ),
    "delimiter": (
        Text(
            "Разделитель столбцов в «{file}» не определён: ни «;», ни «,», ни табуляция не дают одной таблицы.",
            "The separator of columns in '{file}' is undecided: neither ';' nor ',' nor a tab makes one table.",
        ),
        Text("Сохраните файл как CSV с разделителем «;».", "Save the file as CSV with the separator ';'."),
    ),
    "unknown-heading": (
        Text("Столбец {column} не распознан и не читается.", "Column {column} is not recognised and not read."),
        Text(
            "Читаются «Дата», «Вид», «Субъект», «Название», «Ссылка», «Период».",
            "Read are 'date', 'kind', 'subject', 'title', 'link', 'period'.",
        ),
    ),
    "two-columns": (
        Text(
            "Несколько столбцов говорят одно («{fact}»): {columns}. Ни один не читается.",
            "Several columns state the same ('{fact}'): {columns}. None of them is read.",
        ),
        Text("Оставьте один.", "Keep one of them."),
    ),
    "no-facts": (
        Text("Ни один столбец не содержит сведений о свидетельствах.", "No column holds evidence."),
        Text("Возьмите образец: rsnms evidence template.", "Start from a template: rsnms evidence template."),
    ),
    "no-names": (
        Text("В «{source}» нет ни одного названия.", "'{source}' holds no names."),
        Text(
            "Впишите их столбцом под заголовком «Муниципалитет» или «Организация».",
            "Write them in a column below the heading 'Municipality' or 'Organisation'.",
        ),
    ),
    "which-column": (
        Text(
            "В «{source}» неясно, в каком столбце названия.",
            "In '{source}' it is unclear which column holds the names.",
        ),
        Text("Озаглавьте его «Муниципалитет» или «Организация».", "Head it 'Municipality' or 'Organisation'."),
    ),
    "no-rows": (
        Text("Под строкой заголовков нет ни одного свидетельства.", "There is no evidence below the header."),
        None,
    ),
}
"""By code: what is said of the table as a whole, where a roster's words would mislead."""

NOTES = frozenset(("not-asked", "later", "of-indicator", "no-rows"))
"""What nobody has to mend."""
