"""RS204: abbreviations that neither the policy nor its parents explain."""

import re
from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.stated import OUR_WORDS, data_of, texts, versions
from rsnms.domain.text import Text
from rsnms.policy.model import Policy

_ABBREVIATION = re.compile(r"(?<![^\W_])(?<![0-9]-)[А-ЯЁ]{2,}(?![^\W_])")
"""Two capitals or more that are a word, or a part of one between hyphens; not the letters of an act's number."""
_WORD = re.compile(r"[^\W\d_]+")
_SHOWN = tuple(key for key in OUR_WORDS if key != "reading")
"""Texts that people are shown; a reading tells of the act's own spelling."""
_COMMON = frozenset(("РФ", "ФЗ", "СМИ", "ЕГЭ", "ОГЭ", "ГИА", "ФГОС", "ИКТ"))
"""What everybody in education writes without explaining it."""


def find(scope: Scope) -> Iterator[Finding]:
    """Find abbreviations in own texts, each once, at its first place in a version."""
    for version in versions(scope):
        known = _Known(version.policy)
        seen: set[str] = set()
        for written in version.stated():
            for path, text in texts(data_of(written), _SHOWN):
                for found in _ABBREVIATION.findall(text):
                    if found not in seen and not known.explains(found):
                        seen.add(found)
                        yield version.finding(CHECK.code, written, path, _message(found))


class _Known:
    """The names that explain an abbreviation: they contain it, or their words begin with its letters."""

    def __init__(self, policy: Policy) -> None:
        subjects = [name for subject in policy.subjects.values() for name in (subject.title, subject.official_name)]
        stated = [*policy.terms.values(), *policy.documents.values(), *policy.competencies.values()]
        names = [name for name in (*subjects, *(element.title.ru for element in stated)) if name]
        self._contained = {found for name in names for found in _ABBREVIATION.findall(name)}
        self._initials = ["".join(word[0] for word in _WORD.findall(name)).upper() for name in names]

    def explains(self, abbreviation: str) -> bool:
        """Whether somebody who reads the policy can find out what an abbreviation means."""
        is_known = abbreviation in _COMMON or abbreviation in self._contained
        return is_known or any(abbreviation in initials for initials in self._initials)


def _message(found: str) -> Text:
    return Text(
        f"Сокращение «{found}» нигде не раскрыто: ни в понятиях, ни в названиях субъектов и документов.",
        f"The abbreviation '{found}' is explained nowhere: neither in a term nor in the name of a subject or document.",
    )


CHECK = Check(
    "RS204",
    "undefined-abbreviation",
    Severity.NOTE,
    Text("Сокращение не раскрыто", "An abbreviation that nothing explains"),
    find,
)
