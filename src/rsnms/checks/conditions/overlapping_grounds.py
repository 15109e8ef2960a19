"""RS104: grounds of different force that one person meets both, so that their order decides."""

from collections.abc import Iterator
from itertools import combinations

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.conditions.people import person
from rsnms.checks.conditions.proving import prover_of
from rsnms.checks.conditions.sites import finding, own_eligibilities
from rsnms.domain.subject import Modality
from rsnms.domain.text import Text
from rsnms.policy.stated import Eligibility, Ground
from rsnms.policy.workspace import place_of
from rsnms.rules.proof.prover import NOT_MET, Demand, Prover, Witness


def find(scope: Scope) -> Iterator[Finding]:
    """Find pairs of grounds that overlap, neither of them within the other, told at the later one."""
    for policy, written, eligibility in own_eligibilities(scope):
        prover = prover_of(policy, eligibility.about, scope.on)
        for first, second in combinations(range(len(eligibility.grounds)), 2):
            one, other = eligibility.grounds[first], eligibility.grounds[second]
            if _force(one, eligibility) is _force(other, eligibility):
                continue
            witness = _in_both(one, other, eligibility, prover)
            if witness is not None:
                earlier = Text(f"основание «{one.id}»", f"the ground '{one.id}'")
                related = ((place_of(written, ("grounds", first)), earlier),)
                message = _message(one, other, eligibility)
                path = ("grounds", second)
                yield finding(CHECK.code, policy, written, path, message, related, person(witness, prover))


def _force(ground: Ground, eligibility: Eligibility) -> Modality | None:
    return ground.modality or eligibility.modality


def _in_both(one: Ground, other: Ground, eligibility: Eligibility, prover: Prover) -> Witness | None:
    """Somebody in both grounds, where neither is within the other."""
    if one.when is None or other.when is None:
        return None
    gate = [] if eligibility.gate is None else [Demand(eligibility.gate)]
    for wider, narrower in ((one.when, other.when), (other.when, one.when)):
        if not prover.is_possible(*gate, Demand(narrower), Demand(wider, NOT_MET)):
            return None
    return prover.find(*gate, Demand(one.when), Demand(other.when))


def _message(one: Ground, other: Ground, eligibility: Eligibility) -> Text:
    forces = [_force(ground, eligibility) for ground in (one, other)]
    ru, en = ([str(force or none) for force in forces] for none in ("без modality", "no modality"))
    return Text(
        f"Основания «{one.id}» ({ru[0]}) и «{other.id}» ({ru[1]}) пересекаются: кто отвечает обоим, получает первое. "
        "Проверьте, что акт ставит их в этом порядке.",
        f"The grounds '{one.id}' ({en[0]}) and '{other.id}' ({en[1]}) overlap: who meets both is given the first. "
        "See that this is the act's order.",
    )


CHECK = Check(
    "RS104",
    "overlapping-grounds",
    Severity.NOTE,
    Text("Основания разной силы пересекаются", "Grounds of different force overlap"),
    find,
    "z3",
)
