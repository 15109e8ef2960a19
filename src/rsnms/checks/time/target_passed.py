"""RS304: targets and duties whose last day has passed while the act is still in force."""

from collections.abc import Iterator
from datetime import date

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.stated import versions_in_force
from rsnms.domain.text import Text
from rsnms.policy.indicator_forms import TargetForm
from rsnms.policy.problems import Path


def find(scope: Scope) -> Iterator[Finding]:
    """Find in the versions that apply on the day targets and duties after whose last day nothing more is asked."""
    for version in versions_in_force(scope):
        for written in version.stated("indicators"):
            path, last = _last_day(written.form.target) if written.form.target else ((), None)
            if last is not None and last < scope.on:
                yield version.finding(CHECK.code, written, path, _of_target(written.form.title.ru, last))
        for written in version.stated("documents", "obligations"):
            due = written.form.due
            if due is not None and due < scope.on:
                yield version.finding(CHECK.code, written, ("due",), _of_duty(written.form.title.ru, due))


def _last_day(target: TargetForm) -> tuple[Path, date | None]:
    """The last day for which a target is stated, and where; ``None`` for a target of every year to come."""
    if target.by is not None:
        return ("target", "by"), target.by
    if target.by_end_of is not None:
        return ("target", "by_end_of"), date(target.by_end_of, 12, 31)
    if target.steps:
        return ("target", "steps", len(target.steps) - 1, "year"), date(target.steps[-1].year, 12, 31)
    return ("target", "until_year"), date(target.until_year, 12, 31) if target.until_year else None


def _of_target(title: str, last: date) -> Text:
    return Text(
        f"«{title}»: последний срок цели — {last:%d.%m.%Y}, дальше акт цели не ставит, хотя действует. "
        "Узнайте, достигнута ли она и есть ли новая.",
        f"'{title}': the last day of the target was {last}; the act, which is in force, sets no later one. "
        "Find out whether it was reached and whether there is a new one.",
    )


def _of_duty(title: str, due: date) -> Text:
    return Text(
        f"«{title}»: срок был {due:%d.%m.%Y}. Узнайте, исполнено ли это и не назначен ли новый срок.",
        f"'{title}' was due on {due}. Find out whether it is done and whether there is a new date.",
    )


CHECK = Check(
    "RS304",
    "target-passed",
    Severity.NOTE,
    Text("Срок прошёл, нового нет", "The date has passed, and there is no new one"),
    find,
)
