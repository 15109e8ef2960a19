"""RS902: a suppression that suppresses nothing."""

from collections.abc import Iterator, Sequence

from rsnms.checks.check import Check, Edit, Finding, Scope, Severity
from rsnms.checks.suppressions import Suppression
from rsnms.domain.text import Text


def find(scope: Scope) -> Iterator[Finding]:
    """Look for codes of comments that no finding answers to."""
    for one, codes in scope.idle.items():
        listed, many = ", ".join(codes), len(codes) > 1
        where = Text("В этом файле", "In this file") if one.line is None else Text("Здесь", "Here")
        message = Text(
            f"{where.ru} нет замечани{'й' if many else 'я'} {listed}: подавлять нечего.",
            f"{where.en} there is no finding of {listed}: nothing is suppressed.",
        )
        yield Finding(CHECK.code, one.place, message, one.policy, fix=(_without(one, codes),))


def _without(one: Suppression, codes: Sequence[str]) -> Edit:
    """Take idle codes out of a comment; the whole comment if they are all it names."""
    place = one.place
    after = place.column + len(one.comment)
    left = [code for code in one.codes if code not in codes]
    if left:
        first, (last, column) = one.named[0][1], one.named[-1]
        return Edit(place.file, place.line, first, column + len(last), ", ".join(left))
    if one.is_alone:
        return Edit(place.file, place.line, 1, after + 1, "")
    return Edit(place.file, place.line, one.before, after, "")


CHECK = Check(
    "RS902",
    "idle-suppression",
    Severity.WARNING,
    Text("Подавление, которому нечего подавлять", "A suppression that suppresses nothing"),
    find,
)
