"""RS203: terms that are defined and then said nowhere."""

import re
from collections import Counter
from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.names.stems import Stems, stems
from rsnms.checks.stated import Families, Version, data_of, texts, versions
from rsnms.domain.text import Text

_BRACKETED = re.compile(r"\(([^()]*)\)")


def find(scope: Scope) -> Iterator[Finding]:
    """Find own terms of which too little is said in any other text of the policy and of its children.

    Of a term count the words that no other term of the policy has in its title; a text says it that has at least half
    of them, or an abbreviation that the title gives in brackets. Words are compared by their stems.
    """
    families = Families(scope.workspace)
    for version in versions(scope):
        terms = list(version.stated("terms"))
        said = _said(families, version) if terms else []
        shared = Counter(word for written in terms for word in stems(written.form.title.ru))
        for written in terms:
            title = written.form.title.ru
            spellings = [_BRACKETED.sub(" ", title), *_BRACKETED.findall(title)]
            wanted = [_own(stems(spelling), shared) for spelling in spellings]
            if not any(_is_in(words, text) for words in wanted for id_, text in said if id_ != written.form.id):
                yield version.finding(CHECK.code, written, ("title",), _message(title))


def _said(families: Families, version: Version) -> list[tuple[str | None, Stems]]:
    """The stems of every text, with the id of the term of this version whose text it is."""
    own = {id(written) for written in version.stated("terms")}
    return [
        (written.form.id if id(written) in own else None, stems(text))
        for layer in families.downwards(version.policy.id)
        for section in layer.sections.values()
        for written in section
        for _, text in texts(data_of(written))
    ]


def _own(words: Stems, shared: Counter[str]) -> Stems:
    """The words that only this term has; all of them where it has none of its own."""
    return frozenset(word for word in words if shared[word] == 1) or words


def _is_in(words: Stems, text: Stems) -> bool:
    return bool(words) and 2 * len(words & text) >= len(words)


def _message(title: str) -> Text:
    return Text(
        f"Понятие «{title}» определено, но больше нигде в политике не встречается.",
        f"The term '{title}' is defined, and nothing else in the policy says it.",
    )


CHECK = Check(
    "RS203",
    "unused-term",
    Severity.NOTE,
    Text("Понятие определено и не использовано", "A term is defined and never used"),
    find,
)
