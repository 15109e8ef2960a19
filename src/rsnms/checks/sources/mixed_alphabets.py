"""RS405: words written with letters of two alphabets, which look right and match nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rsnms.checks.check import Check, Edit, Finding, Scope, Severity
from rsnms.checks.files import Files
from rsnms.domain.text import Text
from rsnms.policy.problems import Place

_ALIKE = dict(zip("aceopxykABCEHKMOPTXYë", "асеорхукАВСЕНКМОРТХУё", strict=True))
"""Latin letters and the Russian ones that look the same."""
_LATIN_OF = {cyrillic: latin for latin, cyrillic in _ALIKE.items() if latin != "k"} | dict(
    zip("іјѕІЈЅ", "ijsIJS", strict=True)
)
_WORD = re.compile(r"(?<!\\)[^\W\d_]+|(?<=\\)[^\W\d_]([^\W\d_]+)")
"""Letters without a hyphen between them; what follows a backslash is a sign of YAML, no letter of the word."""
_CYRILLIC, _LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z\u00c0-\u024f]")
_ALONE = re.compile(r"(?<=[\u0400-\u04ff] )[aceoyk](?= [\u0400-\u04ff])")
"""A Latin letter that stands for a Russian word of one letter."""


def find(scope: Scope) -> Iterator[Finding]:
    """Find such words anywhere in the files, keys and comments included; of each, where one can, how to mend it.

    Parts of a word joined by a hyphen (Wi-Fi-сеть) are words of their own.
    """
    files = Files(scope.workspace)
    for id_ in dict.fromkeys(policy.id for policy in scope.policies):
        for file in files.of(id_):
            for number, line in enumerate(files.lines(file), 1):
                for mixed in _mixed(line):
                    place = Place(file, number, mixed.column)
                    fix = (Edit(file, number, mixed.column, mixed.end, mixed.mended),) if mixed.mended else ()
                    yield Finding(CHECK.code, place, mixed.message, id_, fix=fix)


@dataclass(frozen=True, slots=True)
class _Mixed:
    """A word of two alphabets, its column from 1, the letters that do not belong, and what it should be."""

    word: str
    column: int
    foreign: str
    is_russian: bool
    mended: str | None

    @property
    def end(self) -> int:
        return self.column + len(self.word)

    @property
    def message(self) -> Text:
        letters = ", ".join(f"{letter} ({self.word.index(letter) + 1}-я)" for letter in dict.fromkeys(self.foreign))
        named = ", ".join(f"{letter} ({self.word.index(letter) + 1})" for letter in dict.fromkeys(self.foreign))
        which, of = ("латинские", "Latin") if self.is_russian else ("русские", "Cyrillic")
        return Text(
            f"В слове «{self.word}» есть {which} буквы: {letters}. "
            "Оно выглядит верно, но ни с чем не совпадёт; наберите его в одной раскладке.",
            f"The word '{self.word}' has {of} letters in it: {named}. "
            "It looks right and matches nothing; type it with one keyboard layout.",
        )


def _mixed(line: str) -> Iterator[_Mixed]:
    for match in _WORD.finditer(line):
        word, start = (match[1], match.start(1)) if match[1] else (match[0], match.start())
        if _CYRILLIC.search(word) and _LATIN.search(word):
            yield _judged(word, start + 1)
    for match in _ALONE.finditer(line):
        yield _Mixed(match[0], match.start() + 1, match[0], True, _ALIKE[match[0]])


def _judged(word: str, column: int) -> _Mixed:
    """Which letters of a word are the foreign ones: those that can all be replaced, else the fewer."""
    latin, cyrillic = "".join(_LATIN.findall(word)), "".join(_CYRILLIC.findall(word))
    to_russian = all(letter in _ALIKE for letter in latin)
    to_latin = all(letter in _LATIN_OF for letter in cyrillic)
    is_russian = len(cyrillic) >= len(latin) if to_russian == to_latin else to_russian
    is_sure = (to_russian or to_latin) and not (to_russian and to_latin and len(latin) == len(cyrillic))
    alike = _ALIKE if is_russian else _LATIN_OF
    mended = "".join(alike.get(letter, letter) for letter in word) if is_sure else None
    return _Mixed(word, column, latin if is_russian else cyrillic, is_russian, mended)


CHECK = Check(
    "RS405",
    "mixed-alphabets",
    Severity.WARNING,
    Text("Слово из букв двух алфавитов", "A word of letters of two alphabets"),
    find,
)
