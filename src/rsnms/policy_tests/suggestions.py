"""Suggestions (предложения): the cases that tests lack, found by proof, for a person to read against the act.

For each mutant that no test notices there is somebody, or a small table, on whom it and the original differ: just
inside a threshold and just outside. What a case expects is what the policy says today; whether the act says so, too,
only somebody who reads it can confirm.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rsnms.policy.model import Jurisdiction
from rsnms.policy_tests.case import Case, IndicatorCase
from rsnms.policy_tests.coverage import PolicyCoverage
from rsnms.policy_tests.equivalence import Provers
from rsnms.policy_tests.mutants import Mutant
from rsnms.policy_tests.mutations import Kind
from rsnms.policy_tests.noticing import Examiner
from rsnms.policy_tests.rule_mutations import RuleMutation
from rsnms.policy_tests.running import run_case
from rsnms.policy_tests.suggested_names import table_name
from rsnms.policy_tests.suggested_people import eligibility_cases, route_cases
from rsnms.policy_tests.suggested_rules import rule_cases
from rsnms.policy_tests.suggested_tables import indicator_cases, record_cases
from rsnms.policy_tests.suggested_targets import target_cases
from rsnms.policy_tests.suggested_tests import (
    SuggestedTest,
    Suggestion,
    grouped,
    merged_tables,
    named,
    remarks_on,
)
from rsnms.policy_tests.target_mutations import TargetMutation


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The tests that are missing."""

    tests: tuple[SuggestedTest, ...]
    unmatched: tuple[Mutant, ...] = ()
    """Mutants that differ from the original, but for which no case was found."""

    @property
    def cases(self) -> tuple[Case, ...]:
        """All cases, none of them confirmed."""
        return tuple(case for test in self.tests for case in test.cases)

    def by_policy(self) -> dict[str, tuple[SuggestedTest, ...]]:
        """The tests by the policy that they are about; a fact that follows from records is tested by a child."""
        found: dict[str, tuple[SuggestedTest, ...]] = {}
        for test in self.tests:
            policy = test.cases[0].policy
            found[policy] = (*found.get(policy, ()), test)
        return found


Progress = Callable[[int, int], None]
"""Told how many mutants of how many are done."""


def suggestions(
    jurisdictions: Mapping[str, Jurisdiction],
    measured: Iterable[PolicyCoverage],
    today: date,
    *,
    taken: Iterable[str] = (),
    progress: Progress | None = None,
) -> Suggestions:
    """Find cases that notice every mutant which survived, as few as a greedy choice leaves.

    ``taken`` are names that cases have already; a case is about ``today`` where the policy applies then.

    Raises:
        LibraryMissingError: the library for proofs, or for tables, is not installed.
    """
    survivors = [survivor.mutant for one in measured for survivor in one.survivors]
    seeker = _Seeker(jurisdictions, Provers(today))
    by_element: dict[tuple[str, str, str], list[Mutant]] = {}
    for mutant in survivors:
        unit = mutant.unit
        by_element.setdefault((unit.policy, unit.section, unit.element), []).append(mutant)
    found: list[SuggestedTest] = []
    unmatched: list[Mutant] = []
    done = 0
    for mutants in by_element.values():
        made: list[Suggestion] = []
        for mutant in sorted(mutants, key=_moves_no_bound):
            if not any(seeker.notices(one.case, mutant) for one in made):
                case = seeker.case(mutant)
                if case is None:
                    unmatched.append(mutant)
                else:
                    made.append(Suggestion(case, (mutant,)))
            done += 1
            if progress:
                progress(done, len(survivors))
        found += seeker.tests(seeker.needed(made, mutants), mutants)
    return Suggestions(tuple(named(found, taken)), tuple(unmatched))


def _moves_no_bound(mutant: Mutant) -> bool:
    """Thresholds go first: who stands just inside of one often shows more than the threshold."""
    return mutant.mutation.kind not in (Kind.LOWER, Kind.HIGHER)


class _Seeker:
    """Looks for cases, and remembers which of them notices which mutant."""

    def __init__(self, jurisdictions: Mapping[str, Jurisdiction], provers: Provers) -> None:
        self._jurisdictions = jurisdictions
        self._provers = provers
        self._examiner = Examiner(jurisdictions, ())

    def case(self, mutant: Mutant) -> Case | None:
        """The most telling case that passes and notices a mutant."""
        for case in self._candidates(mutant):
            if run_case(case, self._jurisdictions[case.policy]).passed and self.notices(case, mutant):
                return case
        return None

    def notices(self, case: Case, mutant: Mutant) -> bool:
        """Whether a case fails with a mutant."""
        return self._examiner.notices(case, mutant)

    def needed(self, made: list[Suggestion], mutants: list[Mutant]) -> list[Suggestion]:
        """The suggestions without those that the others make idle: the ones that notice most are taken first."""
        noticed = [{number for number, mutant in enumerate(mutants) if self.notices(one.case, mutant)} for one in made]
        open_, chosen = set().union(*noticed), list[int]()
        while open_:
            best = max(range(len(made)), key=lambda index: (len(noticed[index] & open_), -index))
            chosen.append(best)
            open_ -= noticed[best]
        for index in list(chosen):
            others = set().union(*(noticed[other] for other in chosen if other != index))
            if noticed[index] <= others:
                chosen.remove(index)
        return [made[index] for index in sorted(chosen)]

    def tests(self, made: list[Suggestion], mutants: list[Mutant]) -> Iterator[SuggestedTest]:
        """The cases of one element as tests: rows of an indicator in one table, what differs in one fact together."""
        by_policy: dict[str, list[Suggestion]] = {}
        for one in made:
            by_policy.setdefault(one.case.policy, []).append(one)
        for policy, own in by_policy.items():
            jurisdiction = self._jurisdictions[policy]
            whole = None
            if own[0].mutants[0].unit.section == "indicators":
                apart = [one for one in own if isinstance(one.mutants[0].mutation, TargetMutation)]
                own = [one for one in own if not isinstance(one.mutants[0].mutation, TargetMutation)]
                yield from grouped(apart, jurisdiction)
                whole = merged_tables(own, jurisdiction, mutants, self.notices) if own else None
            if whole is not None and isinstance(whole.case, IndicatorCase):
                name, remarks = table_name(whole.case, jurisdiction), remarks_on(whole.case, [one.case for one in own])
                yield SuggestedTest(name, (whole.case,), whole.mutants, remarks=remarks)
            else:
                yield from grouped(own, jurisdiction)

    def _candidates(self, mutant: Mutant) -> Iterator[Case]:
        jurisdiction = self._jurisdictions[mutant.unit.policy]
        match mutant.mutation:
            case RuleMutation():
                yield from rule_cases(mutant, jurisdiction, self._provers)
                return
            case TargetMutation():
                yield from target_cases(mutant, jurisdiction, self._provers)
                return
        match mutant.unit.section:
            case "eligibility":
                yield from eligibility_cases(mutant, jurisdiction, self._provers)
            case "routes":
                yield from route_cases(mutant, jurisdiction, self._provers)
            case "indicators":
                yield from indicator_cases(mutant, jurisdiction, self._provers)
            case "facts":
                yield from record_cases(mutant, self._jurisdictions, self._provers)
