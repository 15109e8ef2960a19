"""RS102: conditions, or parts of them, that nobody can meet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.conditions.proving import prover_of, smallest
from rsnms.checks.conditions.sites import Part, Reason, demands, sites
from rsnms.domain.text import Text
from rsnms.policy.conditions import All, Any, AtLeast, Not
from rsnms.rules.proof.prover import Demand, Prover


def find(scope: Scope) -> Iterator[Finding]:
    """Find the smallest such parts of own conditions; what a criterion of the same policy asks is told there."""
    for site in sites(scope):
        prover = prover_of(site.policy, site.about, scope.on)
        given = site.given if prover.is_possible(*demands(site.given)) else ()
        for dead in _dead(site.whole, given, prover):
            if dead.reasons or not dead.part.is_own_criterion:
                message = _message(dead.part, with_others=bool(dead.reasons))
                yield dead.part.finding(CHECK.code, message, dead.reasons)


@dataclass(frozen=True, slots=True)
class _Dead:
    """A part that nobody can meet, and the other demands because of which nobody can."""

    part: Part
    reasons: tuple[Reason, ...]


def _dead(part: Part, given: tuple[Reason, ...], prover: Prover) -> Iterator[_Dead]:
    """What is dead of a part, or in it, among those who meet what is given."""
    if _is_possible(part, given, prover):
        yield from _dead_below(part, given, prover)
        return
    match part.condition:
        case All() if part.parts:
            culprits = [one for one in part.parts if not _is_possible(one, given, prover)]
            around = given
        case Any() | AtLeast() if part.parts:
            culprits = [one for one in part.parts if not _is_possible(one, (), prover)]
            around = ()
            if isinstance(part.condition, Any) and len(culprits) < len(part.parts):
                culprits = []
        case _:
            culprits, around = [], ()
    for culprit in culprits:
        yield from _dead(culprit, around, prover)
    if not culprits:
        yield _Dead(part, _why(part, given, prover))


def _dead_below(part: Part, given: tuple[Reason, ...], prover: Prover) -> Iterator[_Dead]:
    """Dead parts within one that can be met: alternatives, and what is denied."""
    for index, below in enumerate(part.parts):
        match part.condition:
            case All():
                beside = tuple(one.reason for number, one in enumerate(part.parts) if number != index)
                yield from _dead_below(below, (*given, *beside), prover)
            case Not():
                yield from _dead(below, (), prover)
            case _:
                yield from _dead(below, given, prover)


def _is_possible(part: Part, given: Sequence[Reason], prover: Prover) -> bool:
    return prover.is_possible(*demands(given), Demand(part.condition))


def _why(part: Part, given: tuple[Reason, ...], prover: Prover) -> tuple[Reason, ...]:
    """As few demands as make a part impossible, its own parts among them where it asks for all of these."""
    if isinstance(part.condition, All) and part.parts:
        of_all = (*given, *(below.reason for below in part.parts))
        return smallest(of_all, lambda some: not prover.is_possible(*demands(some)))
    if _is_possible(part, (), prover):
        return smallest(given, lambda some: not _is_possible(part, some, prover))
    return ()


def _message(part: Part, *, with_others: bool) -> Text:
    name, words = part.site.name, part.words
    beside = (" вместе с другими требованиями", " together with the other demands") if with_others else ("", "")
    return Text(
        f"{name.ru}: это невыполнимо{beside[0]}: {words.ru}.",
        f"{name.in_('en')}: nobody can meet this{beside[1]}: {words.in_('en')}.",
    )


CHECK = Check(
    "RS102",
    "unmeetable",
    Severity.ERROR,
    Text("Условие, которому никто не может отвечать", "A condition that nobody can meet"),
    find,
    "z3",
)
