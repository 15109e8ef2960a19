"""RS101: grounds that nobody reaches, because everybody who meets them meets an earlier one."""

from collections.abc import Iterator, Sequence

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.conditions.proving import prover_of, smallest
from rsnms.checks.conditions.sites import finding, own_eligibilities
from rsnms.domain.text import Text
from rsnms.policy.conditions import Any, Condition
from rsnms.policy.stated import Eligibility
from rsnms.policy.workspace import place_of
from rsnms.rules.proof.prover import NOT_MET, Demand, Prover
from rsnms.rules.wording import list_words


def find(scope: Scope) -> Iterator[Finding]:
    """Find grounds of own eligibilities that never give a standing; those that nobody can meet are RS102's."""
    for policy, written, eligibility in own_eligibilities(scope):
        prover = prover_of(policy, eligibility.about, scope.on)
        for index, shadows in _unreachable(eligibility, prover):
            names = [eligibility.grounds[earlier].id for earlier in shadows]
            related = tuple(
                (place_of(written, ("grounds", earlier)), Text(f"основание «{name}»", f"the ground '{name}'"))
                for earlier, name in zip(shadows, names, strict=True)
            )
            message = _message(eligibility.grounds[index].id, names)
            yield finding(CHECK.code, policy, written, ("grounds", index), message, related)


def _unreachable(eligibility: Eligibility, prover: Prover) -> Iterator[tuple[int, Sequence[int]]]:
    """The numbers of unreachable grounds, each with those of the earlier ones that are met whenever it is."""
    gate = [] if eligibility.gate is None else [Demand(eligibility.gate)]
    whens = [ground.when for ground in eligibility.grounds]

    def are_met(earlier: Sequence[int], when: Condition) -> bool:
        conditions = [condition for one in earlier if (condition := whens[one]) is not None]
        if not conditions:
            return False
        return not prover.is_possible(*gate, Demand(when), Demand(Any(tuple(conditions)), NOT_MET))

    for index, when in enumerate(whens):
        before = range(index)
        if when is None or not prover.is_possible(*gate, Demand(when)) or not are_met(before, when):
            continue
        yield index, smallest(before, lambda some, when=when: are_met(some, when))  # type: ignore[misc]


def _message(id_: str, shadows: Sequence[str]) -> Text:
    earlier, english = list_words(f"«{name}»" for name in shadows), list_words(f"'{name}'" for name in shadows)
    one = len(shadows) == 1
    return Text(
        f"Основание «{id_}» недостижимо: кто ему отвечает, тот уже отвечает "
        f"{'более раннему' if one else 'одному из более ранних:'} {earlier}. Поставьте его раньше или удалите.",
        f"The ground '{id_}' is never reached: whoever meets it already meets "
        f"{'the earlier' if one else 'one of the earlier'} {english}. Move it up or delete it.",
    )


CHECK = Check(
    "RS101",
    "unreachable-ground",
    Severity.ERROR,
    Text("Основание, которое заслоняют более ранние", "A ground that earlier ones shadow"),
    find,
    "z3",
)
