"""RS403: titles too long for a table, a menu or a message."""

from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.stated import data_of, texts, versions
from rsnms.domain.text import Text, Unit
from rsnms.rules.wording import count_words

LONGEST = 100
"""Characters of a title that still fit."""
_CHARACTERS = Unit("знак", "знака", "знаков", ("character", "characters"))


def find(scope: Scope) -> Iterator[Finding]:
    """Find own titles that are longer; the names of acts and official names are not ours to shorten."""
    for version in versions(scope):
        for written in version.stated():
            for path, text in texts(data_of(written), ("title",)):
                length = len(" ".join(text.split()))
                if length > LONGEST:
                    yield version.finding(CHECK.code, written, path, _message(length))


def _message(length: int) -> Text:
    return Text(
        f"В названии {count_words(length, _CHARACTERS)}; сократите его до {LONGEST}, подробности перенесите в reading.",
        f"The title has {count_words(length, _CHARACTERS, 'en')}; shorten it to {LONGEST} and move details to reading.",
    )


CHECK = Check(
    "RS403",
    "long-title",
    Severity.NOTE,
    Text("Слишком длинное название", "A title that is too long"),
    find,
)
