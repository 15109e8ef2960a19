"""What is wrong with a row of results: texts are public interface."""

from dataclasses import dataclass
from typing import Protocol

from rsnms.domain.text import Lang, Text

TEXTS: dict[str, Text] = {
    "no-person": Text(
        "строка {row}: не указано, чей это результат. Заполните «Таб. №».",
        "row {row}: it does not say whose result this is. Fill in 'Person'.",
    ),
    "no-date": Text(
        "строка {row}: нет даты диагностики, без неё не понять, какой результат последний. Заполните дату.",
        "row {row}: there is no date, and without it nobody knows which result is the latest. Fill in the date.",
    ),
    "no-competency": Text(
        "строка {row}: не указано, что измерялось. Заполните «Компетенция».",
        "row {row}: it does not say what was measured. Fill in 'Competency'.",
    ),
    "unknown-competency": Text(
        "строка {row}: «{found}» инструмент не измеряет; ожидается одно из: {expected}.",
        "row {row}: the instrument does not measure '{found}'; expected one of: {expected}.",
    ),
    "unknown-instrument": Text(
        "строка {row}: инструмента «{found}» в политике нет. Объявите его в разделе instruments.",
        "row {row}: the policy has no instrument '{found}'. Declare it in the section instruments.",
    ),
    "unknown-level": Text(
        "строка {row}: уровня «{found}» у инструмента нет; ожидается одно из: {expected}.",
        "row {row}: the instrument has no level '{found}'; expected one of: {expected}.",
    ),
    "wrong-number": Text(
        "строка {row}, «{expected}»: здесь «{found}»; ожидается число, например 70,5, или «не оценивалось».",
        "row {row}, '{expected}': found '{found}'; expected a number such as 70.5, or 'not assessed'.",
    ),
    "over-maximum": Text(
        "строка {row}: результат «{found}» больше максимума {expected}, или максимум не положителен. Исправьте.",
        "row {row}: the result '{found}' exceeds the maximum {expected}, or that is not above zero. Mend it.",
    ),
    "no-maximum": Text(
        "строка {row}: баллы «{found}» без максимума, а пороги заданы долей. Впишите максимум или процент.",
        "row {row}: the points '{found}' have no maximum, and the cut points are shares. Add it, or the percentage.",
    ),
    "disagree": Text(
        "строка {row}: баллы {found} и процент расходятся. Исправьте одно из них.",
        "row {row}: the points {found} and the percentage disagree. Mend one of them.",
    ),
}
_NEAREST = Text(" Возможно, имелось в виду «{nearest}».", " Did you mean '{nearest}'?")


class Said(Protocol):
    """A problem that says what is wrong and how to mend it."""

    def text(self, lang: Lang = "ru") -> str:
        """What is wrong, where, and how to mend it."""


@dataclass(frozen=True, slots=True)
class ResultProblem:
    """A row of results that does not count, and why."""

    code: str
    row: int
    found: str = ""
    nearest: str | None = None
    expected: str = ""

    def text(self, lang: Lang = "ru") -> str:
        """What is wrong, where, and how to mend it."""
        said = TEXTS[self.code].in_(lang).format(row=self.row, found=self.found, expected=self.expected)
        return said + (_NEAREST.in_(lang).format(nearest=self.nearest) if self.nearest else "")
