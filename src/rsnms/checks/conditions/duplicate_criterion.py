"""RS109: criteria that mean the same as another one of another id."""

from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.conditions.proving import are_equivalent, prover_of
from rsnms.checks.conditions.sites import finding
from rsnms.domain.text import Text
from rsnms.policy.model import Policy
from rsnms.policy.stated import Criterion
from rsnms.policy.workspace import place_of
from rsnms.rules.proof.prover import Demand


def find(scope: Scope) -> Iterator[Finding]:
    """Find own criteria equivalent to an inherited one or to an own one that stands before."""
    for policy in scope.policies:
        own = {written.form.id: written for section, written in scope.workspace.own(policy) if section == "criteria"}
        inherited = [id_ for id_ in policy.criteria if id_ not in own]
        for index, (id_, written) in enumerate(own.items()):
            for other in (*inherited, *list(own)[:index]):
                if _are_equivalent(policy, id_, other, scope):
                    at = scope.workspace.written(policy, "criteria", other)
                    words = Text(f"критерий «{other}»", f"the criterion '{other}'")
                    related = ((place_of(at), words),) if at else ()
                    yield finding(CHECK.code, policy, written, (), _message(id_, other), related)
                    break


def _are_equivalent(policy: Policy, id_: str, other_id: str, scope: Scope) -> bool:
    """Whether two criteria always have the same truth; of those that nobody can meet RS102 tells."""
    one: Criterion | None = policy.criteria.get(id_)
    other: Criterion = policy.criteria[other_id]
    if one is None or one.when is None or other.when is None or one.about is not other.about:
        return False
    prover = prover_of(policy, one.about, scope.on)
    return are_equivalent(prover, one.when, other.when) and prover.is_possible(Demand(one.when))


def _message(id_: str, other: str) -> Text:
    return Text(
        f"Критерий «{id_}» означает то же, что «{other}»; оставьте один из них.",
        f"The criterion '{id_}' means the same as '{other}'; keep one of them.",
    )


CHECK = Check(
    "RS109",
    "duplicate-criterion",
    Severity.NOTE,
    Text("Два критерия с одним смыслом", "Two criteria of one meaning"),
    find,
    "z3",
)
