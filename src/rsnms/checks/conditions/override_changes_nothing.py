"""RS108: overriding elements that say the same as the parent's."""

from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.conditions.overriding import Overriding, equivalence, overriding, related
from rsnms.checks.conditions.sameness import names_nothing_new, says_the_same
from rsnms.checks.conditions.sites import finding
from rsnms.domain.fact import About
from rsnms.domain.text import Text
from rsnms.policy.conditions import Condition
from rsnms.policy.problems import Place
from rsnms.policy.workspace import place_of


def find(scope: Scope) -> Iterator[Finding]:
    """Find elements with ``override`` or ``extends`` that could be left out in every period of their version."""
    idle: dict[Place, list[Overriding]] = {}
    needed: set[Place] = set()
    for one in overriding(scope):
        place = place_of(one.written)
        if place not in needed and _changes_nothing(one, scope):
            idle.setdefault(place, []).append(one)
        else:
            needed.add(place)
    for place, periods in idle.items():
        if place not in needed:
            yield _finding(periods[0], scope)


def _changes_nothing(one: Overriding, scope: Scope) -> bool:
    """Whether the parent's element says the same; an act that is named explicitly is something said."""
    if one.parents is None or one.written.form.act is not None:
        return False
    proven = equivalence(one, scope)

    def equivalent(about: About, own: Condition, other: Condition) -> bool:
        return names_nothing_new(own, other) and proven(about, own, other)

    return says_the_same(one.own, one.parents, equivalent)


def _finding(one: Overriding, scope: Scope) -> Finding:
    id_ = one.written.form.id
    above = one.above.id if one.above else ""
    message = Text(
        f"«{one.key}: true» ничего не меняет: «{id_}» и без этого действует так же, как в «{above}». Удалите элемент.",
        f"'{one.key}: true' changes nothing: '{id_}' applies just as in '{above}' without it. Delete the element.",
    )
    return finding(CHECK.code, one.policy, one.written, (one.key,), message, related(one, scope))


CHECK = Check(
    "RS108",
    "override-changes-nothing",
    Severity.WARNING,
    Text("Замена, которая ничего не меняет", "An override that changes nothing"),
    find,
    "z3",
)
