"""RS303: policies that should have been compared with their acts again."""

from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.stated import versions_in_force
from rsnms.domain.text import Text


def find(scope: Scope) -> Iterator[Finding]:
    """Find versions that apply on the day, and whose ``review_by`` lies before it."""
    for version in versions_in_force(scope):
        last = version.policy.review_by
        if last is not None and last < scope.on:
            message = Text(
                f"Политику надо было сверить с актами не позднее {last:%d.%m.%Y}. "
                "Сверьте её и назовите день следующей сверки.",
                f"The policy was to be compared with its acts by {last}. Compare it, and name the next day.",
            )
            yield version.finding_in_identity(CHECK.code, ("review_by",), message)


CHECK = Check(
    "RS303",
    "stale-review",
    Severity.WARNING,
    Text("Сверка с актами просрочена", "The review of the policy is overdue"),
    find,
)
