"""RS402: clauses of the act that no element carries, and those that are said to carry no norm and yet are cited."""

from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.stated import Version, versions
from rsnms.domain.text import Text
from rsnms.survey.coverage import Traced, coverage


def find(scope: Scope) -> Iterator[Finding]:
    """Find the gaps in what the elements of a version cover of its own list of clauses."""
    for version in versions(scope):
        listed = list(version.stated("clauses"))
        for traced in coverage(version.policy).gaps if listed else ():
            yield from _finding(version, traced)


def _finding(version: Version, traced: Traced) -> Iterator[Finding]:
    principal = version.policy.acts[0].id if version.policy.acts else None
    for written in version.stated("clauses"):
        if (written.form.act or principal, written.form.clause) == (traced.clause.act, traced.clause.clause):
            yield version.finding(CHECK.code, written, ("clause",), _message(traced))
            return


def _message(traced: Traced) -> Text:
    clause = traced.clause.clause
    if traced.is_contradictory:
        ids = ", ".join(dict.fromkeys(record.id for record in traced.elements))
        return Text(
            f"О пункте {clause} сказано, что нормы в нём нет (no_norm), но на него ссылаются: {ids}.",
            f"Clause {clause} is said to carry no norm (no_norm), and yet it is cited by: {ids}.",
        )
    if traced.elements and traced.missing:
        items = ", ".join(map(str, traced.missing))
        return Text(
            f"В пункте {clause} остались без элементов позиции: {items}. Добавьте элементы с clause и item.",
            f"Items of clause {clause} without an element: {items}. Add elements with clause and item.",
        )
    return Text(
        f"На пункт {clause} не ссылается ни один элемент; добавьте элемент или объясните в no_norm, почему нормы нет.",
        f"No element cites clause {clause}; add one, or say in no_norm why it carries no norm.",
    )


CHECK = Check(
    "RS402",
    "clause-without-element",
    Severity.WARNING,
    Text("Пункт акта без элемента", "A clause without an element"),
    find,
)
