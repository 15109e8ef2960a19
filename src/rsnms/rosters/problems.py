"""What is wrong with a roster as a whole, and what a reader of its results should know.

The texts are public interface: they say what was found, where, and how to mend it, and hold no personal data.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from rsnms.domain.text import Lang, Text
from rsnms.rosters.addresses import rows_words


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """Something was not read, or is doubtful, until somebody mends it."""
    NOTE = "note"
    """Something was left out knowingly."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of a roster: its code, the words that belong to it, and the rows it concerns."""

    code: str
    words: Mapping[str, str | Text] = field(default_factory=dict)
    rows: tuple[int, ...] = ()
    nearest: str | None = None

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return _TEXTS[self.code][0]

    def text(self, lang: Lang = "ru") -> str:
        """What is wrong and how to mend it."""
        _, template, advice = _TEXTS[self.code]
        words = {name: word.in_(lang) if isinstance(word, Text) else word for name, word in self.words.items()}
        words["rows"] = rows_words(self.rows, lang)
        said = [template.in_(lang).format(**words)]
        if self.nearest:
            said.append(NEAREST.in_(lang).format(nearest=self.nearest))
        if advice:
            said.append(advice.in_(lang).format(**words))
        return " ".join(said)

    def as_record(self, lang: Lang = "ru") -> dict[str, object]:
        """The problem for a machine."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "rows": list(self.rows),
            "nearest": self.nearest,
            "message": self.text(lang),
        }


class RosterError(Exception):
    """A roster that cannot be read at all, or a request that its file cannot meet."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text())
        self.problem = problem

    @classmethod
    def of(cls, code: str, *, nearest: str | None = None, **words: str | Text) -> Self:
        """Make the error from the code of its problem and the words that belong to it."""
        return cls(Problem(code, words, nearest=nearest))

    def text(self, lang: Lang = "ru") -> str:
        """What is wrong and how to mend it."""
        return self.problem.text(lang)


NEAREST = Text("Возможно, имелось в виду «{nearest}».", "Did you mean '{nearest}'?")

_E, _N = Severity.ERROR, Severity.NOTE
_IN_MAPPING = Text(
    "Укажите его факт или ignore в файле соответствий (rsnms roster map).",
    "Give its fact, or ignore, in a mapping file (rsnms roster map).",
)

_TEXTS: dict[str, tuple[Severity, Text, Text | None]] = {
    "no-file": (
        _E,
        Text("Нет файла «{file}».", "There is no file '{file}'."),
        None,
    ),
    "unreadable": (
        _E,
        Text("Файл «{file}» не читается: {reason}.", "The file '{file}' cannot be read: {reason}."),
        None,
    ),
    "unknown-format": (
        _E,
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
        _E,
        Text("{kind} — не файл и не таблица данных.", "{kind} is neither a file nor a dataframe."),
        Text(
            "Передайте путь или таблицу polars, pandas, pyarrow, DuckDB.",
            "Pass a path, or a frame of polars, pandas, pyarrow or DuckDB.",
        ),
    ),
    "needs-extra": (
        _E,
        Text(
            "Для таких файлов нужна библиотека {module}.",
            "Such files need the library {module}.",
        ),
        Text('Установите её: pip install "rsnms[tables]"', 'Install it: pip install "rsnms[tables]"'),
    ),
    "not-a-workbook": (
        _E,
        Text("«{file}» по содержанию — не книга Excel.", "'{file}' is not an Excel workbook by its content."),
        Text(
            "Откройте файл в Excel и сохраните как .xlsx (системы нередко выгружают под .xls веб-страницу или текст).",
            "Open the file in Excel and save it as .xlsx (systems often export a web page or a text as .xls).",
        ),
    ),
    "password": (
        _E,
        Text("Книга «{file}» защищена паролем.", "The workbook '{file}' is protected by a password."),
        Text("Сохраните её без пароля.", "Save it without a password."),
    ),
    "damaged": (
        _E,
        Text("Файл «{file}» повреждён: {reason}.", "The file '{file}' is damaged: {reason}."),
        Text("Откройте его и сохраните заново.", "Open it and save it again."),
    ),
    "encoding": (
        _E,
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
        _E,
        Text("Файл «{file}» не читается в кодировке {encoding}.", "The file '{file}' is not in {encoding}."),
        Text("Исправьте encoding в файле соответствий.", "Mend encoding in the mapping file."),
    ),
    "delimiter": (
        _E,
        Text(
            "Разделитель столбцов в «{file}» не определён: ни «;», ни «,», ни табуляция не дают одной таблицы.",
            "The separator of columns in '{file}' is undecided: neither ';' nor ',' nor a tab makes one table.",
        ),
        Text("Укажите delimiter в файле соответствий.", "State the delimiter in a mapping file."),
    ),
    "csv-quotes": (
        _E,
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
        _E,
        Text("В «{file}» нет листа «{sheet}». Есть: {sheets}.", "'{file}' has no sheet '{sheet}'. It has: {sheets}."),
        None,
    ),
    "no-header": (
        _E,
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
        _E,
        Text("Строка {row}, названная строкой заголовков, пуста.", "Row {row}, stated to be the header, is empty."),
        Text("Исправьте header_row.", "Mend header_row."),
    ),
    "several-headers": (
        _E,
        Text(
            "Строк заголовков может быть несколько: {candidates}.",
            "Several rows may be the header: {candidates}.",
        ),
        Text("Укажите header_row.", "State header_row."),
    ),
    "several-sheets": (
        _E,
        Text("Списки есть на нескольких листах: {sheets}.", "Several sheets hold rosters: {sheets}."),
        Text("Укажите лист (sheet).", "State the sheet."),
    ),
    "no-id-column": (
        _E,
        Text("Нет столбца «{column}», названного столбцом id.", "There is no column '{column}' to take ids from."),
        None,
    ),
    "no-rows": (
        _E,
        Text("Под строкой заголовков нет данных.", "There is no data below the header."),
        None,
    ),
    "no-facts": (
        _E,
        Text("Ни один столбец не содержит нужных сведений.", "No column holds a fact that is asked for."),
        Text(
            "Сопоставьте столбцы в файле соответствий (rsnms roster map).",
            "Map the columns in a mapping file (rsnms roster map).",
        ),
    ),
    "unknown-heading": (
        _E,
        Text("Столбец {column} не распознан и не читается.", "Column {column} is not recognised and not read."),
        _IN_MAPPING,
    ),
    "ambiguous-heading": (
        _E,
        Text(
            "Столбец {column} не читается: подходит нескольким фактам ({facts}).",
            "Column {column} is not read: it fits several facts ({facts}).",
        ),
        _IN_MAPPING,
    ),
    "stated-for-another-day": (
        _E,
        Text(
            "Столбец {column} не читается: он на {day}, а список на {as_of}.",
            "Column {column} is not read: it is stated for {day}, the roster for {as_of}.",
        ),
        Text("Укажите дату списка (as_of).", "State the day of the roster (as_of)."),
    ),
    "no-heading": (
        _N,
        Text(
            "Столбцы без заголовка не читаются, хотя в них есть данные: {columns}.",
            "Columns without a heading are not read though they hold data: {columns}.",
        ),
        None,
    ),
    "two-columns": (
        _E,
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
        _E,
        Text(
            "Столбцов с id несколько: {columns}. Вместо id взяты номера строк.",
            "Several columns hold ids: {columns}. Row numbers are used instead.",
        ),
        Text("Укажите столбец (id_column).", "State the column (id_column)."),
    ),
    "id-is-snils": (
        _E,
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
        _E,
        Text("Нет id, вместо него номер строки. Строки: {rows}.", "No id, the row number stands in. Rows: {rows}."),
        None,
    ),
    "duplicate-id": (
        _E,
        Text("Один id у нескольких строк: {rows}.", "Several rows have the same id: {rows}."),
        Text("Каждая строка рассмотрена отдельно.", "Each row is considered by itself."),
    ),
    "duplicate-snils": (
        _E,
        Text("Один СНИЛС у нескольких строк: {rows}.", "Several rows have the same СНИЛС: {rows}."),
        Text("Каждая строка рассмотрена отдельно.", "Each row is considered by itself."),
    ),
    "wrong-snils": (
        _E,
        Text(
            "СНИЛС не той формы или с неверным контрольным числом. Строки: {rows}.",
            "The СНИЛС has a wrong form or control number. Rows: {rows}.",
        ),
        Text("Повторы среди этих строк не проверены.", "These rows were not checked for duplicates."),
    ),
    "total-row": (
        _N,
        Text("Строки с итогами пропущены: {rows}.", "Rows with totals are left out: {rows}."),
        None,
    ),
    "numbering-row": (
        _N,
        Text("Строки с номерами столбцов пропущены: {rows}.", "Rows with column numbers are left out: {rows}."),
        None,
    ),
    "repeated-header": (
        _N,
        Text("Повторы строки заголовков пропущены: {rows}.", "Repetitions of the header are left out: {rows}."),
        None,
    ),
    "says-nothing": (
        _N,
        Text(
            "Строки, в которых нет ни одного из нужных сведений: {rows}.",
            "Rows that state none of the facts asked for: {rows}.",
        ),
        Text("Возможно, это подписи или подзаголовки.", "They may be signatures or subtitles."),
    ),
    "personal-columns": (
        _N,
        Text(
            "Личные данные не читаются: {columns}.",
            "Personal data is not read: {columns}.",
        ),
        None,
    ),
    "unused-columns": (
        _N,
        Text("Столбцы, которые ни о чём нужном не говорят: {columns}.", "Columns that no fact needs: {columns}."),
        None,
    ),
    "ignored-columns": (
        _N,
        Text(
            "По файлу соответствий не читаются: {columns}.",
            "Not read, as the mapping file says: {columns}.",
        ),
        None,
    ),
    "mapped-column-absent": (
        _N,
        Text(
            "Столбца «{column}» из файла соответствий в списке нет.",
            "The roster has no column '{column}' of the mapping file.",
        ),
        None,
    ),
    "other-sheets": (
        _N,
        Text("Другие листы с данными не читались: {sheets}.", "Other sheets with data were not read: {sheets}."),
        None,
    ),
    "hidden-sheets": (
        _N,
        Text("Скрытые листы не читались: {sheets}.", "Hidden sheets were not read: {sheets}."),
        None,
    ),
    "derived": (
        _N,
        Text(
            "По файлу соответствий факт «{fact}» выведен из «{source}» в строках: {rows}.",
            "As the mapping file says, '{fact}' is derived from '{source}' in rows: {rows}.",
        ),
        Text("Проверьте их.", "Check them."),
    ),
    "category-from-post": (
        _N,
        Text(
            "Категория взята из должности в строках: {rows}.",
            "The category is taken from the post in rows: {rows}.",
        ),
        None,
    ),
}
