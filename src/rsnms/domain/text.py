"""Short texts in Russian with an optional English wording."""

from dataclasses import dataclass
from typing import Literal

Lang = Literal["ru", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text in Russian; English falls back to Russian where it is not given."""

    ru: str
    en: str | None = None

    def in_(self, lang: Lang) -> str:
        """The wording in a language."""
        return self.en if lang == "en" and self.en else self.ru

    def __str__(self) -> str:
        return self.ru


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure in the three forms that Russian numerals ask for: 1 балл, 2 балла, 5 баллов."""

    one: str
    few: str
    many: str
    en: tuple[str, str] | None = None
    """The English singular and plural; without them English keeps the Russian forms."""

    @classmethod
    def invariable(cls, word: str, en: str | None = None) -> "Unit":
        """A unit that never changes its form, such as "%" or "ч"."""
        return cls(word, word, word, (en, en) if en else None)
