"""Which case notices a mutant: one that the policy passes and the mutant fails, with another outcome."""

from collections.abc import Iterable, Iterator, Mapping

from rsnms.domain.fact import About
from rsnms.policy.indicators import RecordRule
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy.routes import RouteRule
from rsnms.policy_tests.case import Case, EligibilityCase, IndicatorCase
from rsnms.policy_tests.mutants import Mutant, Unit
from rsnms.policy_tests.rule_mutations import RuleMutation
from rsnms.policy_tests.running import CaseResult, run_case
from rsnms.policy_tests.stated_conditions import about_of, conditions_of, origin_of, stated_in
from rsnms.policy_tests.subjects import Atoms, subjects_in
from rsnms.policy_tests.target_mutations import TargetMutation
from rsnms.routes.requirements.required import Judged
from rsnms.rules.decision import Decision
from rsnms.rules.explain import explain
from rsnms.rules.judge import Verdict


class Examiner:
    """Tries mutants on cases; of an element only the cases about it, in its policy and in those that inherit it.

    Cases that the policies themselves fail are left out, for they hold nothing.
    """

    def __init__(self, jurisdictions: Mapping[str, Jurisdiction], cases: Iterable[Case]) -> None:
        self._jurisdictions = jurisdictions
        self._cases = tuple(cases)
        self._about: dict[tuple[str, str, str], list[Case]] = {}
        self._results: dict[int, CaseResult] = {}
        self._seen: dict[tuple[int, About], tuple[Atoms, ...]] = {}
        self._kept: list[Case] = []

    def cases_about(self, unit: Unit) -> tuple[Case, ...]:
        """The cases about the element of a unit that pass as the policies are."""
        return tuple(self._concerned(unit))

    def noticing(self, mutant: Mutant) -> Case | None:
        """A case that fails when the mutant takes the place of its element; ``None`` where none does."""
        about = self._concerned(mutant.unit)
        mutated = {id_: mutant.jurisdiction(self._jurisdictions[id_]) for id_ in {case.policy for case in about}}
        for index, case in enumerate(about):
            changed = mutated[case.policy]
            if changed is not None and self.notices(case, mutant, changed):
                # What has noticed one mutant of an element often notices the next.
                about.insert(0, about.pop(index))
                return case
        return None

    def notices(self, case: Case, mutant: Mutant, mutated: Jurisdiction | None = None) -> bool:
        """Whether a case that the policies pass fails when the mutant takes the place of its element."""
        mutated = mutated or mutant.jurisdiction(self._jurisdictions[case.policy])
        if mutated is None or not self._may_notice(case, mutant):
            return False
        result = run_case(case, mutated)
        return not result.passed and self._decides(result)

    def _decides(self, result: CaseResult) -> bool:
        """Whether a failed case shows another outcome; what is unmet beside that may vary without deciding anything."""
        if not isinstance(result.outcome, Decision) or any(one.key == "eligible_from" for one in result.differences):
            return True
        original = self._run(result.case).outcome
        return not isinstance(original, Decision) or _outcome(original) != _outcome(result.outcome)

    def _may_notice(self, case: Case, mutant: Mutant) -> bool:
        """Whether a condition has another truth for somebody in a case; if not, nothing can come out differently.

        Of an eligibility this cannot be told so simply, for a case may also name what is unmet; but it is cheap to try.
        """
        match mutant.mutation:
            case RuleMutation(only_narrows=narrows):
                return not narrows or _speaks_up(self._run(case).outcome, mutant.unit.element)
            case TargetMutation():
                return True
        policy = self._jurisdictions[case.policy].on(case.on)
        stated = stated_in(policy, mutant.unit.section).get(mutant.unit.element)
        mutated = None if stated is None else mutant.element(stated)
        if stated is None or mutated is None:
            return False
        if isinstance(case, EligibilityCase):
            return True
        before, after = conditions_of(stated), conditions_of(mutated)
        return any(
            explain(before[path], atoms).truth is not explain(after[path], atoms).truth
            for path in before
            if before[path] != after[path]
            for atoms in self._subjects(case, policy, about_of(stated, path))
        )

    def _subjects(self, case: Case, policy: Policy, about: About) -> tuple[Atoms, ...]:
        """Everybody of a kind in a case, with the facts that conditions see."""
        key = (id(case), about)
        if key not in self._seen:
            self._kept.append(case)  # as long as its id is a key
            self._seen[key] = tuple(subjects_in(case, policy, about))
        return self._seen[key]

    def _concerned(self, unit: Unit) -> list[Case]:
        key = (unit.policy, unit.section, unit.element)
        if key not in self._about:
            self._about[key] = [case for case in self._candidates(unit) if self._run(case).passed]
        return self._about[key]

    def _candidates(self, unit: Unit) -> Iterator[Case]:
        for case in self._cases:
            policy = self._jurisdictions[case.policy].on(case.on)
            stated = stated_in(policy, unit.section).get(unit.element)
            if stated is None or origin_of(policy, unit.section, unit.element) != unit.policy:
                continue
            if isinstance(stated, RecordRule):
                if isinstance(case, IndicatorCase) and stated.of in case.tables:
                    yield case
            elif case.subject == (unit.section, "" if isinstance(stated, RouteRule) else unit.element):
                yield case

    def _run(self, case: Case) -> CaseResult:
        """What comes of a case as the policies are."""
        if id(case) not in self._results:
            self._results[id(case)] = run_case(case, self._jurisdictions[case.policy])
        return self._results[id(case)]


def _speaks_up(outcome: object, rule: str) -> bool:
    """Whether a rule requires something, or might; if not, nothing changes when it requires less or something else."""
    assert isinstance(outcome, Judged)  # noqa: S101 - of a case of routes
    return rule in {one.rule.id for one in outcome.requirements} | {one.rule.id for one in outcome.open}


def _outcome(decision: Decision) -> tuple[Verdict, str | None]:
    return decision.verdict, decision.ground.id if decision.ground else None
