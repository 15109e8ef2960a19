"""RS202: criteria that a policy declares and nobody uses."""

from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.names.named import Asked, criteria_in
from rsnms.checks.stated import Families, versions
from rsnms.domain.text import Text


def find(scope: Scope) -> Iterator[Finding]:
    """Find own criteria that no condition uses, here or in a child; those of a base are used by any policy loaded."""
    families, used = Families(scope.workspace), Asked(criteria_in)
    for version in versions(scope):
        for written in version.stated("criteria"):
            if written.form.id not in used.by(families.whole(version.policy.id)):
                yield version.finding(CHECK.code, written, ("id",), _message(written.form.id))


def _message(id_: str) -> Text:
    return Text(
        f"Критерий «{id_}» объявлен, но нигде не использован; впишите «use: {id_}» в условие или удалите критерий.",
        f"The criterion '{id_}' is declared and used nowhere; write 'use: {id_}' into a condition or delete it.",
    )


CHECK = Check(
    "RS202",
    "unused-criterion",
    Severity.WARNING,
    Text("Критерий, которым никто не пользуется", "A criterion that nobody uses"),
    find,
)
