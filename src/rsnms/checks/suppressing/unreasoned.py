"""RS901: a suppression that gives no reason."""

from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.suppressions import FILE, LINE
from rsnms.domain.text import Text


def find(scope: Scope) -> Iterator[Finding]:
    """Look for comments that name what to suppress and not why."""
    for one in scope.suppressions:
        if one.word not in (LINE, FILE) or one.reason:
            continue
        asked = f"# rsnms: {one.word} {', '.join(one.codes) or 'RS101'}"
        message = Text(
            f"Подавление без причины ничего не подавляет. Допишите её: «{asked} — причина».",
            f"A suppression without a reason suppresses nothing. Add the reason: '{asked} — reason'.",
        )
        yield Finding(CHECK.code, one.place, message, one.policy)


CHECK = Check(
    "RS901",
    "unreasoned-suppression",
    Severity.ERROR,
    Text("Подавление без причины", "A suppression that gives no reason"),
    find,
)
