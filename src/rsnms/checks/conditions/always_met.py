"""RS103: conditions, or parts of them, that sort nobody out."""

from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.conditions.proving import prover_of
from rsnms.checks.conditions.sites import Part, sites
from rsnms.domain.text import Text
from rsnms.policy.conditions import Condition, Not
from rsnms.rules.proof.prover import UNMET, Demand, Prover


def find(scope: Scope) -> Iterator[Finding]:
    """Find the smallest such parts of own conditions; what a criterion of the same policy asks is told there."""
    for site in sites(scope):
        for part in _idle(site.whole, prover_of(site.policy, site.about, scope.on)):
            if not part.is_own_criterion:
                yield part.finding(CHECK.code, _message(part))


def is_always_met(condition: Condition, prover: Prover) -> bool:
    """Whether a condition can be met and is never unmet, whatever is known."""
    return not prover.is_possible(Demand(condition, UNMET)) and prover.is_possible(Demand(condition))


def _idle(part: Part, prover: Prover) -> Iterator[Part]:
    if isinstance(part.condition, Not):
        # A denial of what is never or always met is the fault of that, or can never be met itself: RS102 tells it.
        if not all(is_always_met(below.condition, prover) for below in part.parts):
            for below in part.parts:
                yield from _idle(below, prover)
        return
    inner = [one for below in part.parts for one in _idle(below, prover)]
    if inner:
        yield from inner
    elif is_always_met(part.condition, prover):
        yield part


def _message(part: Part) -> Text:
    name, words = part.site.name, part.words
    return Text(
        f"{name.ru}: это выполнено всегда и никого не отсеивает: {words.ru}.",
        f"{name.in_('en')}: this is always met and sorts nobody out: {words.in_('en')}.",
    )


CHECK = Check(
    "RS103",
    "always-met",
    Severity.WARNING,
    Text("Условие, которое выполнено всегда", "A condition that is always met"),
    find,
    "z3",
)
