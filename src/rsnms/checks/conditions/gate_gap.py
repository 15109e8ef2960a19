"""RS105: people who pass the gate and meet none of several grounds."""

from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.conditions.people import person
from rsnms.checks.conditions.proving import prover_of
from rsnms.checks.conditions.sites import finding, own_eligibilities
from rsnms.domain.text import Text
from rsnms.policy.conditions import Any
from rsnms.rules.proof.prover import UNMET, Demand

_SEVERAL = 2
"""Grounds from which on they may be meant to take in everybody; a single one is just one more demand."""


def find(scope: Scope) -> Iterator[Finding]:
    """Find own eligibilities with a gate and several grounds that leave somebody out whose facts are known."""
    for policy, written, eligibility in own_eligibilities(scope):
        grounds = tuple(ground.when for ground in eligibility.grounds if ground.when is not None)
        if eligibility.gate is None or len(grounds) < _SEVERAL:
            continue
        prover = prover_of(policy, eligibility.about, scope.on)
        witness = prover.find(Demand(eligibility.gate), Demand(Any(grounds), UNMET))
        if witness is not None:
            message = _message(eligibility.id)
            yield finding(CHECK.code, policy, written, ("grounds",), message, (), person(witness, prover))


def _message(id_: str) -> Text:
    return Text(
        f"Право «{id_}»: общему условию отвечает и тот, кому не подходит ни одно из оснований. "
        "Проверьте, что акт не даёт ему права.",
        f"The eligibility '{id_}': somebody passes the gate and meets none of the grounds. "
        "See that the act leaves him out.",
    )


CHECK = Check(
    "RS105",
    "gate-gap",
    Severity.NOTE,
    Text("Прошёл общее условие, а основания нет", "Passes the gate and meets no ground"),
    find,
    "z3",
)
