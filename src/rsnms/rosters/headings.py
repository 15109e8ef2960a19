"""Headings of columns: which fact a column states, which are known and dropped, and which nobody knows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rsnms.domain.fact import Fact
from rsnms.rosters.dates import read_day
from rsnms.rosters.durations import TimeUnit
from rsnms.rosters.known_columns import KNOWN, NAMES, SIDES, Column
from rsnms.rosters.spelling import nearest, phrase, spellings, words


@dataclass(frozen=True, slots=True)
class States:
    """A column that states a fact."""

    fact: Fact
    unit: TimeUnit | None = TimeUnit.YEARS
    """What a bare number of a duration counts: years, unless the heading says otherwise. A heading that is the fact's
    name leaves it open, because programs count months and people years."""
    on: date | None = None
    """The day for which the heading says that the fact is stated: "Стаж на 01.09.2024"."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A heading that fits several facts."""

    facts: tuple[Fact, ...]


Meaning = States | Ambiguous | Column

_YEARS = set(phrase("лет год года годы годах years г"))
_MONTHS = set(phrase("мес месяц месяцы месяцев месяцах months"))
_HINTS = (
    _YEARS
    | _MONTHS
    | set(phrase("дд мм гг гггг dd mm yyyy число количество кол во полных полные и или в на да нет yes no"))
    | set(phrase("при наличии если есть указать через точку с запятой запятую нужное выбрать формат формате полностью"))
)
"""Words that tell how to fill in a column, not what it holds."""
_NUMBERING = re.compile(r"^\s*\d{1,3}(?:\.\d{1,2})?[.)]\s+")
_BRACKET = re.compile(r"\(([^()]*)\)\s*$")
_DAY = re.compile(r"[\s,(]+(?:по\s+состоянию\s+)?на\s+([^()]+?)[)\s]*$", re.IGNORECASE)


class Headings:
    """The headings that a vocabulary knows, in all the ways in which rosters write them.

    ``settled`` holds what a mapping file says of columns, by the words of their headings or by ``=`` and letters:
    a fact, or ``None`` to ignore the column.
    """

    def __init__(self, facts: Sequence[Fact], settled: Mapping[str, Fact | None] | None = None) -> None:
        self._facts: dict[str, tuple[Fact, ...]] = {}
        self._shown: dict[str, str] = {}
        self._settled = settled or {}
        self._columns = {words(text): column for column, texts in KNOWN.items() for text in texts}
        for fact in facts:
            for heading in headings_of(fact):
                known = self._facts.get(words(heading), ())
                if fact not in known:
                    self._facts[words(heading)] = (*known, fact)
                self._shown.setdefault(words(heading), heading)

    def meaning(self, heading: str, letters: str | None = None) -> Meaning | None:
        """What the column under a heading holds; ``None`` where nobody knows."""
        for settled in (f"={letters}", words(heading)):
            if settled in self._settled:
                fact = self._settled[settled]
                return _states(fact, heading) if fact else Column.IGNORED
        return next((meaning for variant in _variants(heading) if (meaning := self._said(variant))), None)

    def knows(self, heading: str) -> bool:
        """Whether a text is a known heading."""
        return self.meaning(heading) is not None

    def nearest(self, heading: str) -> str | None:
        """The known heading that resembles one most, if any does."""
        return nearest(heading, self._shown)

    def _said(self, variant: "_Variant") -> Meaning | None:
        facts = self._facts.get(variant.words, ())
        fitting = tuple(fact for fact in facts if variant.bracket is None or _lists_values(fact, variant.bracket))
        if len(fitting) == 1:
            return _states(fitting[0], variant.whole)
        if fitting:
            return Ambiguous(fitting)
        column = self._columns.get(variant.words) or self._of_side(variant.words)
        return column if variant.bracket is None or column is Column.PERSONAL else None

    def _of_side(self, said: str) -> Column | None:
        """What a column of a pair's person holds; one person's СНИЛС may stand in many pairs, and is not compared."""
        first, _, rest = said.partition(" ")
        if first in NAMES:
            return Column.PERSONAL
        if first not in SIDES:
            return None
        column = Column.PERSONAL if rest.partition(" ")[0] in NAMES else self._columns.get(rest)
        return Column.PERSONAL if column is Column.SNILS else None if column is Column.ID else column


def headings_of(fact: Fact) -> Iterator[str]:
    """All headings under which a fact is found; the usual one first."""
    yield from filter(None, (*fact.headings, fact.title.ru, fact.title.en, fact.name))


@dataclass(frozen=True, slots=True)
class _Variant:
    """A heading, or what is left of it without a number before and without what tells how to fill it in."""

    words: str
    whole: str
    bracket: str | None = None
    """What stood in brackets that were left out, and must be values of the fact."""


def _variants(heading: str) -> Iterator[_Variant]:
    yield _Variant(words(heading), heading)
    bare = _NUMBERING.sub("", heading)
    yield _Variant(words(bare), heading)
    day = _DAY.search(bare)
    if day and isinstance(read_day(day[1]), date):
        yield from (_Variant(words, heading) for words in _without_hints(bare[: day.start()]))
    yield from (_Variant(words, heading) for words in _without_hints(bare))
    bracket = _BRACKET.search(bare)
    if bracket:
        yield _Variant(words(bare[: bracket.start()]), heading, bracket[1])


def _without_hints(text: str) -> Iterator[str]:
    left = list(phrase(text))
    yield " ".join(left)
    while left and left[-1] in _HINTS:
        left.pop()
        yield " ".join(left)


def _lists_values(fact: Fact, bracket: str) -> bool:
    parts = [part for part in re.split(r"[,;/]|\sили\s", bracket) if words(part)]
    return fact.type.is_listed and bool(parts) and all(spellings(fact).exact(part) for part in parts)


def _states(fact: Fact, heading: str) -> States:
    said = _DAY.search(heading)
    day = read_day(said[1]) if said else None
    rest = heading[: said.start()] if said and isinstance(day, date) else heading
    years, months = (bool(set(phrase(rest)) & unit) for unit in (_YEARS, _MONTHS))
    unclear = years and months if years or months else heading.strip() == fact.name
    unit = None if unclear else TimeUnit.MONTHS if months else TimeUnit.YEARS
    return States(fact, unit, day if isinstance(day, date) else None)
