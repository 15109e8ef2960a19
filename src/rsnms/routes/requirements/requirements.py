"""Requirements (требования к маршруту): what a person's plan must contain by the rules of a policy, and why.

``routes.yaml`` says when which measure is required. The rules chain: a deficit requires a programme, the programme
requires a transfer into practice. Every requirement carries the chain of rules down to the facts::

    policy = rsnms.load_policies()["ru/volgograd"].on(day)
    for requirement in Requirements(policy).of({"post": "teacher"}, deficits, on=day):
        print(requirement.measure, requirement.clause, [step.rule.id for step in requirement.chain()])
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rsnms.domain.competency import CompetencyArea, Deficit
from rsnms.domain.fact import About, Fact
from rsnms.policy.conditions import facts_of
from rsnms.policy.model import NotInForceError, Policy
from rsnms.policy.routes import RouteRule
from rsnms.routes.requirements.chaining import CaseFacts, Chaining, Key, Lack, Sources
from rsnms.routes.requirements.required import Judged, Met, Open, Reason, Requirement, Standing
from rsnms.rules.compile import compile_condition
from rsnms.rules.explain import Case, Literal
from rsnms.rules.judge import Verdict, judge_of
from rsnms.rules.profile import Profile, Subject, profile_of
from rsnms.rules.truth import Truth


class Requirements:
    """The route rules of a policy, compiled once for many people; threads may share it.

    Raises:
        rsnms.rules.production.RuleBookError: there are more rules than the engine holds.
    """

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.rules = tuple(policy.routes.values())
        self._chaining = Chaining(self.rules)
        self._settlers = {number: compile_condition(rule.when) for number, rule in enumerate(self.rules) if rule.when}
        named = dict.fromkeys(rule.eligible_for for rule in self.rules if rule.eligible_for)
        self._eligibilities = {name: policy.eligibility(name) for name in named}
        asked = [rule.when for rule in self.rules if rule.when]
        asked += [eligibility.condition for eligibility in self._eligibilities.values()]
        self._facts = {fact.name: fact for condition in asked for fact in facts_of(condition)}

    def of(
        self, person: Subject | Profile, deficits: Iterable[Deficit], on: date, as_of: date | None = None
    ) -> tuple[Requirement, ...]:
        """What is required of a person with these deficits on a day, by the order of the rules, then of deficits.

        ``as_of`` is the day for which the facts were stated, by default ``on``. An unknown fact requires nothing:
        :meth:`judge` also tells which rules are open.

        Raises:
            NotInForceError: the policy does not apply on that day.
            UnknownNameError: a fact is not in the policy's vocabulary.
            BadFactsError: values that their facts cannot take.
        """
        return self._judging(person, deficits, on, as_of).required()

    def judge(
        self, person: Subject | Profile, deficits: Iterable[Deficit], on: date, as_of: date | None = None
    ) -> Judged:
        """What is required, and which rules wait for which facts; raises what :meth:`of` raises."""
        return self._judging(person, deficits, on, as_of).judged()

    def _judging(
        self, person: Subject | Profile, deficits: Iterable[Deficit], on: date, as_of: date | None
    ) -> "_Judging":
        if on not in self.policy:
            raise NotInForceError(self.policy.id, on, [self.policy])
        if not isinstance(person, Profile):
            person = profile_of(person, self.policy.facts_about(About.PERSON), as_of or on)
        return _Judging(self, person.case(self._facts.values(), on), tuple(dict.fromkeys(deficits)))


class _Judging:
    """One case: its facts, what follows from them for sure, and what would follow if the unknown turned out well."""

    def __init__(self, compiled: Requirements, case: Case, deficits: Sequence[Deficit]) -> None:
        self._rules = compiled.rules
        self._chaining = compiled._chaining
        self._case = case
        self._deficits = deficits
        self._areas = {name: one.area for name, one in compiled.policy.competencies.items()}
        self._outcomes = {number: settle(case) for number, settle in compiled._settlers.items()}
        self._standings = {id_: judge_of(one)(case) for id_, one in compiled._eligibilities.items()}

    def required(self) -> tuple[Requirement, ...]:
        return self._requirements(self._chaining.sources(self._facts(hopeful=False)))

    def judged(self) -> Judged:
        sure = self._chaining.sources(self._facts(hopeful=False))
        return Judged(self._requirements(sure), self._open(sure) if self._is_unsure() else ())

    def _facts(self, *, hopeful: bool) -> CaseFacts:
        truths = (Truth.MET, Truth.UNKNOWN) if hopeful else (Truth.MET,)
        verdicts = (Verdict.ELIGIBLE, Verdict.UNDETERMINED) if hopeful else (Verdict.ELIGIBLE,)
        anything = tuple(CompetencyArea) if hopeful else ()
        return CaseFacts(
            [number for number, outcome in self._outcomes.items() if outcome.truth in truths],
            [id_ for id_, judgement in self._standings.items() if judgement.verdict in verdicts],
            [
                Lack(number, one.competency, one.severity, self._area_of(one) or anything)
                for number, one in enumerate(self._deficits)
            ],
        )

    def _area_of(self, deficit: Deficit) -> tuple[CompetencyArea, ...]:
        return (self._areas[deficit.competency],) if deficit.competency in self._areas else ()

    def _requirements(self, sources: Sources) -> tuple[Requirement, ...]:
        made: dict[Key, Requirement] = {}
        waiting = sorted(sources, key=self._place)
        while waiting:
            # Round by round, so that the shortest chain is told, and never one in a circle.
            ready = [key for key in waiting if None in sources[key] or sources[key] & made.keys()]
            made |= {key: self._made(key, self._first(sources[key], made)) for key in ready}
            waiting = [key for key in waiting if key not in made]
        return tuple(made[key] for key in sorted(made, key=self._place))

    def _first(self, among: Iterable[Key | None], made: Mapping[Key, Requirement]) -> Requirement | None:
        """The first of the requirements after which one follows, among those that are made already."""
        known = [key for key in among if key is not None and key in made]
        return made[min(known, key=self._place)] if known else None

    def _made(self, key: Key, source: Requirement | None) -> Requirement:
        rule = self._rules[key.rule]
        deficit = self._deficits[key.deficit] if key.deficit is not None else None
        because: list[Reason] = []
        if rule.when is not None:
            known = ((fact, self._case.get(fact.name)) for fact in facts_of(rule.when))
            because.append(Met(rule.when, tuple((fact, atom) for fact, atom in known if atom is not None)))
        if rule.eligible_for is not None:
            because.append(Standing(rule.eligible_for, self._standings[rule.eligible_for].ground))
        if rule.deficit is not None and deficit is not None:
            because.append(deficit)
        if source is not None:
            because.append(source)
        return Requirement(rule, deficit, tuple(because))

    def _place(self, key: Key) -> tuple[object, ...]:
        """Where a requirement stands: by its rule, then by its deficit whatever the order in which they were given."""
        if key.deficit is None:
            return (key.rule,)
        deficit = self._deficits[key.deficit]
        return (key.rule, deficit.competency, -deficit.severity.rank, deficit.found_on or date.min)

    def _is_unsure(self) -> bool:
        return (
            any(outcome.truth is Truth.UNKNOWN for outcome in self._outcomes.values())
            or any(judgement.verdict is Verdict.UNDETERMINED for judgement in self._standings.values())
            or any(not self._area_of(deficit) for deficit in self._deficits)
        )

    def _open(self, sure: Sources) -> tuple[Open, ...]:
        hoped = self._chaining.sources(self._facts(hopeful=True))
        found = []
        for number, rule in enumerate(self._rules):
            keys = [key for key in hoped if key.rule == number and key not in sure]
            missing = self._missing(number, rule)
            competencies = self._without_area(rule, keys)
            if keys and (missing or competencies):
                found.append(Open(rule, missing, competencies))
        return tuple(found)

    def _missing(self, number: int, rule: RouteRule) -> tuple[Fact, ...]:
        unknown: list[Literal] = []
        if number in self._outcomes and self._outcomes[number].truth is Truth.UNKNOWN:
            unknown += self._outcomes[number].unknown
        if rule.eligible_for and self._standings[rule.eligible_for].verdict is Verdict.UNDETERMINED:
            unknown += self._standings[rule.eligible_for].unknown
        return tuple({one.comparison.fact.name: one.comparison.fact for one in unknown}.values())

    def _without_area(self, rule: RouteRule, keys: Iterable[Key]) -> tuple[str, ...]:
        if rule.deficit is None or not rule.deficit.areas:
            return ()
        lacking = [self._deficits[key.deficit] for key in keys if key.deficit is not None]
        return tuple(sorted({one.competency for one in lacking if not self._area_of(one)}))
