"""From the forms of cases to cases: names resolved against the policy that applies on the day, values typed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from rsnms.domain.competency import Deficit
from rsnms.domain.fact import About
from rsnms.domain.text import Text
from rsnms.policy.document import Document
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy.problems import Path
from rsnms.policy.stated import Eligibility
from rsnms.policy_tests.case import (
    NEVER,
    NONE,
    PERSON,
    Case,
    EligibilityCase,
    ExpectedDecision,
    ExpectedRequirement,
    ExpectedRoute,
    RouteCase,
)
from rsnms.policy_tests.facts import FactReader, Stated, Variant
from rsnms.policy_tests.forms import (
    DecisionForm,
    EligibilityCaseForm,
    FileForm,
    IndicatorCaseForm,
    PersonCaseForm,
    RequirementForm,
    RouteCaseForm,
    RouteForm,
)
from rsnms.policy_tests.reports import Reports
from rsnms.policy_tests.tables import bind_indicator_case


class Binder:
    """Makes the cases of one file; mistakes go to its document."""

    def __init__(self, document: Document, jurisdiction: Jurisdiction, form: FileForm) -> None:
        self._reports = Reports(document)
        self._jurisdiction = jurisdiction
        self._form = form
        self._used: set[str] = set()

    def cases(self, form: PersonCaseForm | IndicatorCaseForm, path: Path) -> Iterator[Case]:
        """The cases that a test makes: several where a fact varies, none where it has mistakes."""
        before = self._reports.number
        cases = list(self._cases(form, path))
        if self._reports.number == before:
            yield from cases

    def check_persons(self, *, complete: bool) -> None:
        """Report the sets of facts that no test uses, if all tests could be read."""
        for name in self._form.persons:
            if complete and name not in self._used:
                self._reports.add("unused-persons", ("persons", name), name, is_key=True)

    def _cases(self, form: PersonCaseForm | IndicatorCaseForm, path: Path) -> Iterator[Case]:
        day = form.on or self._form.on
        if day is None:
            self._reports.add("no-day", path)
            return
        policy = next((period for period in self._jurisdiction.periods if day in period), None)
        if policy is None:
            self._reports.not_on(Text(f"Политика {self._jurisdiction.id}", self._jurisdiction.id), day, path)
            return
        head = {"policy": self._jurisdiction.id, "name": form.name, "on": day, "confirmed": form.confirmed}
        head |= {"as_of": form.as_of, "place": self._reports.document.place(path)}
        match form:
            case EligibilityCaseForm():
                yield from self._eligibility(form, policy, head, path)
            case RouteCaseForm():
                yield from self._routes(form, policy, head, path)
            case IndicatorCaseForm():
                yield from bind_indicator_case(form, policy, head, path, self._reports)

    def _eligibility(
        self, form: EligibilityCaseForm, policy: Policy, head: dict[str, Any], path: Path
    ) -> Iterator[Case]:
        asked = self._asked(form.eligibility, policy, head["on"], path)
        if asked is None:
            return
        reader = FactReader(self._reports.document, policy.facts_about(asked.about), asked.about)
        stated = [key for key in form.apart if getattr(form, key) is not None]
        if stated and stated[0] != asked.about:
            self._reports.add("facts-of-another", (*path, stated[0]), stated[0], Text(str(asked.about)), is_key=True)
            return
        expected = self._decision(form.expect, asked, reader, path)
        for variant in self._variants(form, reader, getattr(form, str(asked.about), None), str(asked.about), path):
            whole = _varied(head, variant)
            yield EligibilityCase(**whole, eligibility=asked.id, facts=variant.facts, expected=expected)

    def _asked(self, id_: str, policy: Policy, day: date, path: Path) -> Eligibility | None:
        if id_ in policy.eligibilities:
            return policy.eligibilities[id_]
        where = (*path, "eligibility")
        if any(id_ in period.eligibilities for period in self._jurisdiction.periods):
            self._reports.not_on(Text(f"Право на включение «{id_}»", f"The eligibility '{id_}'"), day, where)
        else:
            self._reports.unknown("unknown-eligibility", where, id_, policy.eligibilities)
        return None

    def _decision(self, form: DecisionForm, asked: Eligibility, reader: FactReader, path: Path) -> ExpectedDecision:
        where = (*path, "expect")
        self._reports.assert_something(form, where)
        grounds = {ground.id: ground for ground in asked.grounds}
        if form.ground not in (None, NONE, *grounds):
            self._reports.unknown("unknown-ground", (*where, "ground"), str(form.ground), grounds)
        for key, names in (("unmet", form.unmet), ("unknown", form.unknown)):
            reader.check_names(names or (), (*where, key))
        since = form.eligible_from
        day = self._reports.day(since, (*where, "eligible_from")) if since and since != NEVER else None
        return ExpectedDecision(
            form.verdict,
            form.ground,
            None if form.unmet is None else frozenset(form.unmet),
            None if form.unknown is None else frozenset(form.unknown),
            "never" if since == NEVER else day,
        )

    def _routes(self, form: RouteCaseForm, policy: Policy, head: dict[str, Any], path: Path) -> Iterator[Case]:
        reader = FactReader(self._reports.document, policy.facts_about(About.PERSON), About.PERSON)
        for index, deficit in enumerate(form.deficits):
            where = (*path, "deficits", index, "competency")
            self._reports.check_named("unknown-competency", where, deficit.competency, policy.competencies)
        deficits = tuple(Deficit(**deficit.model_dump()) for deficit in form.deficits)
        expected = self._route(form.expect, policy, (*path, "expect"))
        for variant in self._variants(form, reader, form.person, "person", path):
            whole = _varied(head, variant)
            yield RouteCase(**whole, facts=variant.facts, deficits=deficits, expected=expected)

    def _route(self, form: RouteForm, policy: Policy, where: Path) -> ExpectedRoute:
        self._reports.assert_something(form, where)
        for index, id_ in enumerate(form.open or ()):
            place = (*where, "open", index) if self._reports.document.is_list((*where, "open")) else (*where, "open")
            self._reports.check_named("unknown-rule", place, id_, policy.routes)
        return ExpectedRoute(
            tuple(self._requirements(form.requires, policy, (*where, "requires"))),
            tuple(self._requirements(form.not_requires, policy, (*where, "not_requires"))),
            None if form.only is None else tuple(self._requirements(form.only, policy, (*where, "only"))),
            None if form.open is None else frozenset(form.open),
        )

    def _requirements(
        self, forms: Iterable[RequirementForm], policy: Policy, where: Path
    ) -> Iterator[ExpectedRequirement]:
        for index, form in enumerate(forms):
            place = (*where, index)
            if not form.model_fields_set:
                self._reports.add("requirement-without-words", place)
            if form.rule is not None:
                self._reports.check_named("unknown-rule", (*place, "rule"), form.rule, policy.routes)
            if form.by not in (None, NONE):
                self._reports.check_named("unknown-provider", (*place, "by"), str(form.by), policy.subjects)
            if form.for_ not in (None, PERSON):
                self._reports.check_named("unknown-competency", (*place, "for"), str(form.for_), policy.competencies)
            yield ExpectedRequirement(form.rule, form.measure, form.by, form.for_)

    def _variants(
        self, form: PersonCaseForm, reader: FactReader, own: object, key: str, path: Path
    ) -> Iterator[Variant]:
        """The facts of the sets that a test is like, its own over them, for every combination of what varies."""
        facts: Stated = {}
        for index, name in enumerate(form.like):
            where = (*path, "like", index) if self._reports.document.is_list((*path, "like")) else (*path, "like")
            self._used.add(name)
            if name in self._form.persons:
                facts |= reader.mapping(self._form.persons[name], ("persons", name))
            else:
                self._reports.unknown("unknown-persons", where, name, self._form.persons)
        facts |= reader.mapping(own, (*path, key))
        yield from reader.variants(facts, form.vary, (*path, "vary"))


def _varied(head: Mapping[str, Any], variant: Variant) -> dict[str, Any]:
    """What a case has beside its subject, named by what varies."""
    if not variant.label:
        return dict(head)
    return {**head, "name": f"{head['name']} ({variant.label})", "place": variant.place}
