"""Stems (основы слов): words compared without their case endings, by a short list of endings and nothing else."""

import re
from functools import cache

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = sorted(
    (
        *("иями", "ями", "ами", "ыми", "ими", "ого", "его", "ому", "ему", "иях", "иям", "ием", "ией"),
        *("ах", "ях", "ам", "ям", "ом", "ем", "ой", "ей", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ия"),
        *("ию", "ии", "ую", "юю", "ых", "их", "ым", "им", "ов", "ев", "ью"),
        *"аяоеыиуюьй",
    ),
    key=len,
    reverse=True,
)
_LEAST = 3
"""Letters that a stem has at least."""


Stems = frozenset[str]


@cache
def stem(word: str) -> str:
    """A word without its longest case ending; ``ё`` is ``е``."""
    plain = word.casefold().replace("ё", "е")
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _LEAST:
            return plain.removesuffix(ending)
    return plain


def stems(text: str) -> Stems:
    """The stems of the words of a text; words of one or two letters, which are mostly prepositions, are left out."""
    return frozenset(stem(word) for word in _WORD.findall(text) if len(word) >= _LEAST)
