"""What is wrong with a passport as a whole: texts are public interface."""

from collections.abc import Mapping
from typing import Self

from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang, Text
from rsnms.monitoring.passport import Remark

TEXTS: dict[str, Text] = {
    "no-passport": Text(
        "Нет ни папки, ни файла «{source}». Паспорт — папка с таблицами или книга Excel (rsnms passport template).",
        "There is no '{source}'. A passport is a folder of tables, or a workbook (rsnms passport template).",
    ),
    "not-a-passport": Text(
        "«{source}» — не книга Excel и не папка. Положите таблицы в папку или сохраните их листами книги .xlsx.",
        "'{source}' is neither a workbook nor a folder. Put the tables in a folder, or in sheets of an .xlsx.",
    ),
    "no-tables": Text(
        "В «{source}» нет ни одной таблицы паспорта. Так называются файлы или листы: {names}.",
        "'{source}' holds no table of a passport. Files or sheets are called: {names}.",
    ),
    "table-twice": Text(
        "Таблица «{table}» есть дважды: «{first}» и «{second}». Оставьте одну.",
        "The table '{table}' is there twice: '{first}' and '{second}'. Keep one of them.",
    ),
    "unknown-table": Text(
        "такой таблицы в паспорте нет, она не прочитана. Известны: {names}.",
        "a passport has no such table; it was not read. Known: {names}.",
    ),
    "other-file": Text("файл не таблица, он не прочитан.", "the file is no table; it was not read."),
    "no-person": Text(
        "записей, в которых не указано, чьи они: {number}; они не учтены. Заполните столбец идентификатора.",
        "records that do not say whose they are: {number}; they do not count. Fill in the column of ids.",
    ),
    "unknown-person": Text(
        "записей о тех, кого нет в таблице людей: {number} ({ids}); они не учтены. Проверьте идентификаторы.",
        "records of persons whom the people's table lacks: {number} ({ids}); they do not count. Check the ids.",
    ),
    "no-people": Text(
        "таблицы людей нет, записи не к кому отнести; они не учтены.",
        "there is no table of people to whom the records could belong; they do not count.",
    ),
    "no-ids": Text(
        "у людей нет столбца идентификатора («Таб. №»), записи не к кому отнести; они не учтены.",
        "the people have no column of ids ('ID'), so records belong to nobody; they do not count.",
    ),
    "unlisted": Text(
        "столбец {fact}: значения {found} не из перечня; эти ячейки не учтены. Известны: {expected}.",
        "column {fact}: {found} are no listed values; those cells do not count. Known: {expected}.",
    ),
    "out-of-range": Text(
        "столбец {fact}: {number} значений вне пределов {expected}; эти ячейки не учтены.",
        "column {fact}: {number} values lie outside {expected}; those cells do not count.",
    ),
    "unread-columns": Text("столбцы не читаются: {columns}.", "columns that are not read: {columns}."),
}
NEAREST = Text(" Возможно, имелось в виду «{nearest}».", " Did you mean '{nearest}'?")


def remark(
    table: str,
    code: str,
    words: Mapping[str, str] | None = None,
    *,
    nearest: str | None = None,
    is_error: bool = True,
) -> Remark:
    """Make a remark on a table."""
    text = TEXTS[code]
    guess = Text(*(one.format(nearest=nearest) for one in (NEAREST.ru, NEAREST.in_("en")))) if nearest else Text("", "")
    said = {lang: text.in_(lang).format(**(words or {})) + guess.in_(lang) for lang in ("ru", "en")}
    return Remark(table, {"ru": said["ru"], "en": said["en"] or said["ru"]}, is_error)


class PassportError(InputError):
    """A passport that cannot be read at all."""

    def __init__(self, code: str, words: Mapping[str, str | Text]) -> None:
        self.code, self.words = code, dict(words)
        super().__init__(self.text())

    @classmethod
    def of(cls, code: str, **words: str | Text) -> Self:
        """Make the error from its code and the words that belong to it."""
        return cls(code, words)

    def text(self, lang: Lang = "ru") -> str:
        """What is wrong and how to mend it."""
        words = {name: word.in_(lang) if isinstance(word, Text) else word for name, word in self.words.items()}
        return TEXTS[self.code].in_(lang).format(**words)
