"""RS107: overriding elements that let pass whom, or what, the parent's does not."""

from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.conditions.overriding import Overriding, equivalence, overriding, related
from rsnms.checks.conditions.people import person
from rsnms.checks.conditions.proving import prover_of_both
from rsnms.checks.conditions.sameness import says_the_same
from rsnms.checks.conditions.sites import finding
from rsnms.checks.conditions.targets import is_weaker
from rsnms.domain.fact import About
from rsnms.domain.text import Text
from rsnms.policy.conditions import Condition
from rsnms.policy.indicators import Indicator
from rsnms.policy.model import Policy
from rsnms.policy.stated import Criterion, Eligibility
from rsnms.rules.proof.prover import UNMET, Demand


def find(scope: Scope) -> Iterator[Finding]:
    """Find own eligibilities, criteria and targets of indicators that are weaker than those they override."""
    for one in overriding(scope):
        if one.above is None:
            continue
        match one.own, one.parents:
            case Eligibility() as own, Eligibility() as parents if own.about is parents.about:
                yield from _admitting(one, one.above, own.about, own.condition, parents.condition, scope)
            case Criterion() as own, Criterion() as parents if own.about is parents.about:
                if own.when is not None and parents.when is not None:
                    yield from _admitting(one, one.above, own.about, own.when, parents.when, scope)
            case Indicator() as own, Indicator() as parents:
                if is_weaker(own.target, parents.target) and _measures_the_same(one, own, parents, scope):
                    path, theirs = ("target",) if own.target else (), related(one, scope, ("target",))
                    yield finding(CHECK.code, one.policy, one.written, path, _weaker(one, one.above), theirs)


def _admitting(
    one: Overriding, above: Policy, about: About, own: Condition, parents: Condition, scope: Scope
) -> Iterator[Finding]:
    """A finding with somebody who meets the own condition and certainly not the parent's, where there is one."""
    prover = prover_of_both(one.policy, above, about, scope.on)
    witness = prover.find(Demand(own), Demand(parents, UNMET)) if prover else None
    if prover and witness:
        theirs, whom = related(one, scope), person(witness, prover)
        yield finding(CHECK.code, one.policy, one.written, (), _wider(one, above), theirs, whom)


def _measures_the_same(one: Overriding, own: Indicator, parents: Indicator, scope: Scope) -> bool:
    """Whether amounts of two indicators compare, because both measure the same."""
    return says_the_same(own.measure, parents.measure, equivalence(one, scope))


def _wider(one: Overriding, above: Policy) -> Text:
    kind = ("Право", "The eligibility") if one.section == "eligibility" else ("Критерий", "The criterion")
    id_ = one.written.form.id
    return Text(
        f"{kind[0]} «{id_}» шире, чем в «{above.id}»: подходит и тот, кому там отказано.",
        f"{kind[1]} '{id_}' is wider than in '{above.id}': it admits somebody who is refused there.",
    )


def _weaker(one: Overriding, above: Policy) -> Text:
    id_ = one.written.form.id
    return Text(
        f"Цель показателя «{id_}» слабее, чем в «{above.id}».",
        f"The target of the indicator '{id_}' is weaker than in '{above.id}'.",
    )


CHECK = Check(
    "RS107",
    "weaker-than-parent",
    Severity.WARNING,
    Text("Требование слабее родительского", "A demand weaker than the parent's"),
    find,
    "z3",
)
