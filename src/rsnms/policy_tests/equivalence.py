"""Whether a mutant means the same as the original: proven, for everybody and in all three truths."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from rsnms.domain.fact import About
from rsnms.policy.conditions import facts_of
from rsnms.policy.indicators import Indicator, RecordRule
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy_tests.distinguishing import distinctions
from rsnms.policy_tests.mutants import Mutant
from rsnms.policy_tests.rule_mutations import RuleMutation
from rsnms.policy_tests.stated_conditions import conditions_of, origin_of, stated_in
from rsnms.policy_tests.target_mutations import TargetMutation
from rsnms.policy_tests.ways import ways
from rsnms.rules.proof.prover import Prover


@dataclass(slots=True)
class Provers:
    """Provers for the vocabularies of policies, each made once; ``today`` is the day asked about where it applies."""

    today: date
    _made: dict[tuple[str, About, date], Prover] = field(default_factory=dict)

    def day(self, policy: Policy) -> date:
        """The day of a policy's period that is nearest to today."""
        day = self.today if policy.until is None else min(self.today, policy.until)
        return day if policy.since is None else max(day, policy.since)

    def of(self, policy: Policy, about: About, on: date | None = None) -> Prover:
        """The prover for a subject in a policy on a day of its period."""
        key = (policy.id, about, on or self.day(policy))
        if key not in self._made:
            self._made[key] = Prover(policy.facts_about(about), key[2])
        return self._made[key]


def is_equivalent(mutant: Mutant, jurisdictions: Mapping[str, Jurisdiction], provers: Provers) -> bool:
    """Whether no case can tell a mutant from the original, in any period.

    Of a fact that follows from records also where no indicator asks about it; of a rule as a whole where it is known
    that it requires nothing of anybody.

    Raises:
        LibraryMissingError: Z3 is not installed (the extra ``proofs``).
    """
    own = [policy for policy in jurisdictions[mutant.unit.policy].periods if mutant.policy(policy) is not None]
    if isinstance(mutant.mutation, TargetMutation):
        return False  # only those are made that some outcome shows
    if isinstance(mutant.mutation, RuleMutation):
        return not any(
            provers.of(policy, About.PERSON).is_possible(*way.demands)
            for policy in own
            for way in ways(policy.routes[mutant.unit.element], policy)
        )
    if mutant.unit.section == "facts" and not any(readers(mutant, jurisdictions)):
        return True
    return not any(
        provers.of(policy, one.about).is_possible(*one.demands)
        for policy in own
        for one in distinctions(mutant, policy)
    )


def readers(mutant: Mutant, jurisdictions: Mapping[str, Jurisdiction]) -> Iterator[tuple[Policy, Indicator]]:
    """The indicators that ask about the fact of a record rule, latest period first."""
    name = mutant.unit.element
    for jurisdiction in jurisdictions.values():
        for policy in reversed(jurisdiction.periods):
            stated = stated_in(policy, "facts").get(name)
            if not isinstance(stated, RecordRule) or origin_of(policy, "facts", name) != mutant.unit.policy:
                continue
            for indicator in policy.indicators.values():
                asked = {fact.name for condition in conditions_of(indicator).values() for fact in facts_of(condition)}
                if name in asked:
                    yield policy, indicator
