"""Where something stands in a roster, in the words of a spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from rsnms.domain.text import Lang
from rsnms.rules.wording import quoted

_SHOWN_ROWS = 20


@dataclass(frozen=True, slots=True)
class Address:
    """A cell, or a row where no column is named. ``letters`` are absent in dataframes, ``sheet`` in CSV."""

    row: int
    letters: str | None = None
    heading: str | None = None
    sheet: str | None = None

    @property
    def reference(self) -> str:
        """The cell the way a formula names it: ``Реестр!N7``."""
        cell = f"{self.letters or ''}{self.row}"
        return f"{self.sheet}!{cell}" if self.sheet else cell

    def text(self, lang: Lang = "ru") -> str:
        """The cell in words: лист «Реестр», строка 7, столбец N «Должность»."""
        sheet, row, column = ("лист", "строка", "столбец") if lang == "ru" else ("sheet", "row", "column")
        parts = [f"{sheet} {quoted(self.sheet, lang)}"] if self.sheet else []
        parts.append(f"{row} {self.row}")
        if self.letters or self.heading:
            parts.append(" ".join([column, *self._column(lang)]))
        return ", ".join(parts)

    def _column(self, lang: Lang) -> list[str]:
        return [part for part in (self.letters, self.heading and quoted(self.heading, lang)) if part]


def rows_words(rows: Sequence[int], lang: Lang = "ru") -> str:
    """Row numbers as a list that stays readable: "5, 7, 9 и ещё 120"."""
    shown = ", ".join(map(str, rows[:_SHOWN_ROWS]))
    more = len(rows) - _SHOWN_ROWS
    if more <= 0:
        return shown
    return f"{shown} и ещё {more}" if lang == "ru" else f"{shown} and {more} more"
