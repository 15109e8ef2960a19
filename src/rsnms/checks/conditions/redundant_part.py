"""RS106: parts of conditions that could be left out, because the rest says as much."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.conditions.always_met import is_always_met
from rsnms.checks.conditions.proving import prover_of, smallest
from rsnms.checks.conditions.sites import Part, Reason, demands, sites
from rsnms.domain.text import Text
from rsnms.policy.conditions import All, Any, Condition, Not
from rsnms.rules.proof.prover import NOT_MET, Demand, Prover


def find(scope: Scope) -> Iterator[Finding]:
    """Find such parts of own conditions; a ground for everybody who passes the gate is no such part."""
    for site in sites(scope):
        prover = prover_of(site.policy, site.about, scope.on)
        if not prover.is_possible(*demands(site.given), Demand(site.condition)):
            continue
        if not site.given or not _is_implied(site.condition, site.given, prover):
            found = _redundant(site.whole, site.given, prover)
        elif site.is_ground or is_always_met(site.condition, prover):
            continue
        else:
            found = iter([_Redundant(site.whole, _implying(site.condition, site.given, prover))])
        for one in found:
            yield one.part.finding(CHECK.code, _message(one), one.reasons)


@dataclass(frozen=True, slots=True)
class _Redundant:
    part: Part
    reasons: tuple[Reason, ...]
    """What implies it; of an alternative, what it implies."""
    is_alternative: bool = False


def _redundant(part: Part, given: tuple[Reason, ...], prover: Prover) -> Iterator[_Redundant]:
    """The redundant parts of one that can be met among those who meet what is given; of equal ones the later."""
    parts = part.parts
    kept = list(parts)
    for below in reversed(parts):
        rest = tuple(one.reason for one in kept if one is not below)
        match part.condition:
            case All() if _demands_nothing_new(below, (*given, *rest), prover):
                yield _Redundant(below, _implying(below.condition, (*given, *rest), prover))
                kept.remove(below)
            case Any() if rest and _admits_nobody_new(below.condition, rest, given, prover):
                within = smallest(rest, lambda some: _admits_nobody_new(below.condition, some, given, prover))  # noqa: B023
                yield _Redundant(below, within, is_alternative=True)
                kept.remove(below)
    for below in kept:
        match part.condition:
            case All():
                yield from _redundant(below, (*given, *(one.reason for one in kept if one is not below)), prover)
            case Any() if prover.is_possible(*demands(given), Demand(below.condition)):
                yield from _redundant(below, given, prover)
            case Not():
                yield from _redundant(below, (), prover)


def _demands_nothing_new(part: Part, others: Sequence[Reason], prover: Prover) -> bool:
    """Whether the others imply a part that is not always met anyway, which RS103 tells."""
    return _is_implied(part.condition, others, prover) and not is_always_met(part.condition, prover)


def _is_implied(condition: Condition, reasons: Sequence[Reason], prover: Prover) -> bool:
    return bool(reasons) and not prover.is_possible(*demands(reasons), Demand(condition, NOT_MET))


def _implying(condition: Condition, reasons: Sequence[Reason], prover: Prover) -> tuple[Reason, ...]:
    return smallest(reasons, lambda some: _is_implied(condition, some, prover))


def _admits_nobody_new(
    alternative: Condition, others: Sequence[Reason], given: tuple[Reason, ...], prover: Prover
) -> bool:
    """Whether the other alternatives take in whoever an alternative does; one that nobody can meet is RS102's."""
    if not others:
        return False
    either = Any(tuple(one.condition for one in others))
    asked = (*demands(given), Demand(alternative))
    return prover.is_possible(*asked) and not prover.is_possible(*asked, Demand(either, NOT_MET))


def _message(one: _Redundant) -> Text:
    name, words = one.part.site.name, one.part.words
    why = (
        ("вариант лишний, он входит в другие", "the alternative is redundant, others include it")
        if one.is_alternative
        else ("условие лишнее, оно следует из других", "the condition is redundant, it follows from others")
    )
    return Text(f"{name.ru}: {why[0]}: {words.ru}.", f"{name.in_('en')}: {why[1]}: {words.in_('en')}.")


CHECK = Check(
    "RS106",
    "redundant-part",
    Severity.NOTE,
    Text("Условие, которое следует из других", "A condition that follows from others"),
    find,
    "z3",
)
