"""RS201: facts that a policy declares and nobody asks for."""

from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.names.named import Asked, facts_in
from rsnms.checks.stated import Families, versions
from rsnms.domain.text import Text


def find(scope: Scope) -> Iterator[Finding]:
    """Find own facts that no condition, derivation or rule about records asks for, here or in a child.

    The facts of a base are a vocabulary offered to everybody, and the library reads some of them itself (who works
    where), so they are not looked at.
    """
    families, asked = Families(scope.workspace), Asked(facts_in)
    for version in versions(scope):
        if version.is_base:
            continue
        for written in version.stated("facts"):
            if written.form.id not in asked.by(families.whole(version.policy.id)):
                yield version.finding(CHECK.code, written, ("id",), _message(written.form.id))


def _message(id_: str) -> Text:
    return Text(
        f"Факт «{id_}» объявлен, но ни одно условие о нём не спрашивает; используйте его или удалите.",
        f"The fact '{id_}' is declared, and no condition asks for it; use it or delete it.",
    )


CHECK = Check(
    "RS201",
    "unused-fact",
    Severity.WARNING,
    Text("Факт, о котором никто не спрашивает", "A fact that nobody asks for"),
    find,
)
