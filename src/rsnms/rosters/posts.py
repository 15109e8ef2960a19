"""A qualification category written into the title of a post: "учитель физики, высшая категория"."""

import re
from dataclasses import dataclass

from rsnms.rosters.spelling import Spellings, folded, phrase, words

_SEPARATED = re.compile(r"[,;()\n]|\s[-–—]\s")
_SPEAKS_OF_CATEGORY = re.compile(r"\b(?:кат|катег\w*|в?кк|\dкк|сзд|соответств\w*)\b")
_DENIALS = {"без", "не", "нет", "на", "имеет"}
_TOO_SHORT = 3
"""Spellings such as "1" or "нет" say nothing of a category where they stand inside a post."""


@dataclass(frozen=True, slots=True)
class PostTitle:
    """The title of a post without the category in it, and the values of the category found there."""

    post: str
    categories: tuple[str, ...] = ()
    unclear: bool = False
    """Whether the title speaks of a category that is not recognised."""


class CategoryInPost:
    """Finds spellings of the category in titles of posts; whole parts between commas, or phrases that name it."""

    def __init__(self, category: Spellings) -> None:
        self._parts = {" ".join(known): ids for known, ids in category.phrases().items() if _tells(known)}
        self._phrases = {
            re.compile(r"(?<!\w)" + r"\W+".join(known) + r"(?!\w)"): ids
            for known, ids in sorted(category.phrases().items(), key=lambda item: -len(" ".join(item[0])))
            if _SPEAKS_OF_CATEGORY.search(" ".join(known))
        }

    def split(self, title: str) -> PostTitle:
        """Take the category out of a title."""
        kept: list[str] = []
        found: list[str] = []
        unclear = False
        for part in _SEPARATED.split(title):
            ids = self._parts.get(words(part))
            if ids:
                found += ids
                continue
            rest, ids, doubtful = self._within(folded(part))
            found += ids
            unclear = unclear or doubtful
            kept.append(rest if ids else part)
        return PostTitle(", ".join(kept), tuple(dict.fromkeys(found)), unclear)

    def _within(self, part: str) -> tuple[str, tuple[str, ...], bool]:
        if not _SPEAKS_OF_CATEGORY.search(part):
            return part, (), False
        for pattern, ids in self._phrases.items():
            match = pattern.search(part)
            if match:
                before = phrase(part[: match.start()])
                denied = bool(before) and before[-1] in _DENIALS
                return (part, (), True) if denied else (part[: match.start()] + part[match.end() :], ids, False)
        return part, (), True


def _tells(known: tuple[str, ...]) -> bool:
    text = " ".join(known)
    return len(text) >= _TOO_SHORT and not text.isdigit() and not set(known) <= _DENIALS | {"имеется", "да"}
