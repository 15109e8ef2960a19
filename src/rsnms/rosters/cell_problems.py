"""What is wrong with a cell of a roster: where, what was found, what is expected, and how to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rsnms.domain.fact import Fact, FactType
from rsnms.domain.text import Lang, Text
from rsnms.rosters.addresses import Address
from rsnms.rosters.personal import hides, looks_personal
from rsnms.rosters.problems import NEAREST
from rsnms.rosters.spelling import spellings
from rsnms.rules.wording import date_words, number_words, quoted, span_words

_LISTED = 12
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Bad:
    """Why a cell states no value of its fact. ``found`` is absent where it may be personal data."""

    code: str
    found: str | None = None
    words: Mapping[str, str | Text] = field(default_factory=dict)

    @classmethod
    def of(cls, code: str, fact: Fact, found: object, **words: str | Text) -> "Bad":
        """Make the finding, hiding what may be personal data."""
        text = str(found)
        hidden = hides(fact) or looks_personal(text)
        return cls(code, None if hidden else shortened(text), words)


def shortened(text: str) -> str:
    """A text on one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A fact that a row does not settle although something is written. Without a ``fact`` it concerns the whole row."""

    bad: Bad
    address: Address
    fact: Fact | None = None
    other: Address | None = None
    """The cell with which this one disagrees."""

    @property
    def code(self) -> str:
        """The kind of problem."""
        return self.bad.code

    @property
    def found(self) -> str | None:
        """What was found, where it may be shown."""
        return self.bad.found

    @property
    def nearest(self) -> str | None:
        """The title of the listed value that resembles what was found, if any does."""
        if self.fact is None or self.found is None or self.code not in _SUGGESTING:
            return None
        return _nearest(self.fact, str(self.bad.words.get("unknown", self.found)))

    def text(self, lang: Lang = "ru") -> str:
        """The whole message: the cell, the fact, what is wrong, and how to mend it."""
        title = self.fact.title.in_(lang) if self.fact else None
        about = f"{quoted(title, lang)}: " if title and title != self.address.heading else ""
        return f"{self.address.text(lang)}: {about}{self.message(lang)}"

    def message(self, lang: Lang = "ru") -> str:
        """What is wrong and how to mend it, without the place."""
        template, advice = _TEXTS[self.code]
        words = {name: word.in_(lang) if isinstance(word, Text) else word for name, word in self.bad.words.items()}
        hidden = "(не показано)" if lang == "ru" else "(not shown)"
        words["found"] = quoted(self.found, lang) if self.found else hidden
        words["expected"] = self.expected(lang)
        words["other"] = self.other.text(lang) if self.other else ""
        said = [template.in_(lang).format(**words)]
        if self.nearest:
            said.append(NEAREST.in_(lang).format(nearest=self.nearest))
        if advice:
            said.append(advice.in_(lang).format(**words))
        return " ".join(said)

    def expected(self, lang: Lang = "ru") -> str:
        """What the cell may hold."""
        return expected(self.fact, lang) if self.fact else ""

    def as_record(self, lang: Lang = "ru") -> dict[str, object]:
        """The problem for a machine."""
        return {
            "code": self.code,
            "fact": self.fact.name if self.fact else None,
            "sheet": self.address.sheet,
            "row": self.address.row,
            "column": self.address.letters,
            "heading": self.address.heading,
            "found": self.found,
            "expected": self.expected(lang) or None,
            "nearest": self.nearest,
            "message": self.message(lang),
        }


@lru_cache(4096)
def _nearest(fact: Fact, found: str) -> str | None:
    return spellings(fact).nearest(found)


def expected(fact: Fact, lang: Lang = "ru") -> str:
    """What a cell of a fact may hold, in the words of a person who fills in tables."""
    if fact.type.is_listed:
        titles = [value.title.in_(lang) for value in fact.values]
        shown = "; ".join(titles[:_LISTED]) + ("; …" if len(titles) > _LISTED else "")
        return _EXPECTED[fact.type].in_(lang).format(values=shown)
    return _EXPECTED[fact.type].in_(lang)


def range_words(fact: Fact, lang: Lang = "ru") -> str:
    """The limits of a fact: "от 0 лет до 80 лет"."""
    low, high = (_bound(fact, bound, lang) for bound in (fact.lowest, fact.highest))
    lower, upper = ("от", "до") if lang == "ru" else ("from", "to")
    return " ".join([*([lower, low] if low else []), *([upper, high] if high else [])])


def _bound(fact: Fact, bound: object, lang: Lang) -> str:
    match fact.type, bound:
        case _, None:
            return ""
        case FactType.DATE, _:
            return date_words(bound, lang)  # type: ignore[arg-type]
        case FactType.DURATION, _:
            return span_words(bound, lang, genitive=True)  # type: ignore[arg-type]
    return number_words(bound, lang)  # type: ignore[arg-type]


_EXPECTED: dict[FactType, Text] = {
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

_SUGGESTING = {"not-listed", "unknown-members"}

_TEXTS: dict[str, tuple[Text, Text | None]] = {
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
