"""Spellings: when two texts of a roster say the same, and which listed value a text means.

Case, ё and е, punctuation, line breaks and Latin letters that look like Cyrillic ones make no difference. Nothing
else is forgiven: a misspelt word is unknown, and its nearest known word is only suggested.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache

from rsnms.domain.fact import Fact

Phrase = tuple[str, ...]
"""Folded words."""

_LOOKALIKES = str.maketrans("abcehkmoptxyіё", "авсенкмортхуiе")
_WORD = re.compile(r"[^\W_]+")
_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
_SHORT_WORD = 3
_LEADING = re.compile(r"\s*(?:…|\.\.\.)\s*$")
_SEPARATORS = re.compile(r"[,;/+()\n]|\sи\s")


def folded(text: str) -> str:
    """Return a text without the differences of case, ё and alphabet that mean nothing."""
    text = unicodedata.normalize("NFKC", text.replace("№", " n ").replace("\u00ad", ""))
    return text.casefold().translate(_LOOKALIKES)


def phrase(text: str) -> Phrase:
    """Return the words of a text, folded, without punctuation."""
    return tuple(_WORD.findall(folded(text)))


def words(text: str) -> str:
    """Return the words of a text, folded, with one space between them: the key by which texts are equal."""
    return " ".join(phrase(text))


def key(text: str) -> str:
    """Return the key by which values are equal: their words, or the signs of a text that has none ("+", "-")."""
    return words(text) or _DASHES.sub("-", text).strip()


def nearest(text: str, known: Mapping[str, str]) -> str | None:
    """The known text that resembles a text most, if any does; ``known`` leads from words to the text to show."""
    found = get_close_matches(words(text), known, 1, 0.7)
    return known[found[0]] if found else None


class Spellings:
    """The spellings of a fact's listed values: ids, titles and synonyms.

    A synonym that ends with an ellipsis stands for its leading words: "учитель …" is "учитель" and "учитель физики",
    but not "учитель-логопед". The longest leading words win. A spelling that several values share settles nothing.
    """

    def __init__(self, fact: Fact) -> None:
        self._exact: dict[str, Phrase] = {}
        self._leading: dict[Phrase, Phrase] = {}
        self._shown: dict[str, str] = {}
        for value in fact.values:
            for spelling in (value.id, value.title.ru, value.title.en or "", *value.synonyms):
                text = _LEADING.sub("", spelling)
                _add(self._exact, key(text), value.id)
                self._shown.setdefault(key(text), value.title.ru)
                if text != spelling:
                    _add(self._leading, phrase(text), value.id)

    def meant(self, text: str) -> tuple[str, ...]:
        """The ids of the values that a whole text can mean: none, one, or several where the text leaves it open.

        Where leading words count, "директор, учитель" names two values.
        """
        exact = self.exact(text)
        if exact or not self._leading:
            return exact
        first, *others = (self._led(part) for part in _SEPARATORS.split(text))
        return tuple(dict.fromkeys(id_ for ids in (first, *others) for id_ in ids)) if first else ()

    def exact(self, text: str) -> tuple[str, ...]:
        """The ids of the values with exactly this spelling."""
        return self._exact.get(key(text), ())

    def nearest(self, text: str) -> str | None:
        """The title of the value whose spelling resembles a text most, or else its first word, if any does."""
        first = " ".join(phrase(text)[:1])
        return nearest(text, self._shown) or (nearest(first, self._shown) if len(first) > _SHORT_WORD else None)

    def phrases(self) -> dict[Phrase, tuple[str, ...]]:
        """Every spelling as words, with the ids of the values that it can mean."""
        return {tuple(spelling.split()): ids for spelling, ids in self._exact.items()}

    def _led(self, text: str) -> tuple[str, ...]:
        exact = self.exact(text)
        if exact:
            return exact
        return next((self._leading[start] for start in reversed(list(_starts(text))) if start in self._leading), ())


def _add(index: dict, spelling: object, id_: str) -> None:  # type: ignore[type-arg]
    if spelling and id_ not in index.get(spelling, ()):
        index[spelling] = (*index.get(spelling, ()), id_)


def _starts(text: str) -> Iterator[Phrase]:
    """The leading words of a text, more and more of them, never ending inside a hyphenated word."""
    found: Phrase = ()
    for compound in _COMPOUND.findall(_DASHES.sub("-", folded(text))):
        found += tuple(compound.split("-"))
        yield found


@lru_cache(512)
def spellings(fact: Fact) -> Spellings:
    """Return the spellings of a fact, made once for equal facts."""
    return Spellings(fact)


def runs(found: Phrase, known: Iterable[Phrase]) -> list[Phrase]:
    """The known phrases that stand in a text, in order, without those inside a longer one."""
    phrases = set(known)
    places = [
        (start, start + length)
        for length in {len(phrase) for phrase in phrases}
        for start in range(len(found) - length + 1)
        if found[start : start + length] in phrases
    ]
    return [found[start:end] for start, end in sorted(places) if not _covered(start, end, places)]


def _covered(start: int, end: int, places: list[tuple[int, int]]) -> bool:
    return any((low, high) != (start, end) and low <= start and end <= high for low, high in places)
