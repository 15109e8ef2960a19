"""From merged layers to the policy of one period: every element made, every reference checked."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from rsnms.domain.fact import About, Fact
from rsnms.domain.subject import Modality, Statement, StatementKind, Subject
from rsnms.domain.text import Text
from rsnms.policy.binding import ConditionBinder
from rsnms.policy.clauses import bind_clauses
from rsnms.policy.competency_binding import CompetencyBinder
from rsnms.policy.conditions import All, Condition
from rsnms.policy.feasibility import contradictory_facts
from rsnms.policy.indicator_binding import IndicatorBinder, bind_records
from rsnms.policy.inheritance import Elements, Ids, merge
from rsnms.policy.layers import Layer, Written
from rsnms.policy.model import Policy
from rsnms.policy.problems import Problem
from rsnms.policy.references import References, explained
from rsnms.policy.route_binding import RouteBinder
from rsnms.policy.salvage import Doubts, check_broken, without_consequences
from rsnms.policy.stated import Act, Activity, ActReference, Criterion, Element, Eligibility, Ground, Term
from rsnms.policy.syntax import ActForm, ActReferenceForm, EligibilityForm, StatementForm, SubjectForm
from rsnms.policy.system_binding import SystemBinder
from rsnms.policy.vocabulary import bind_facts

Chain = tuple[Layer, ...]
"""The versions that apply in a period, the base first."""


def bind_policy(
    id_: str, since: date | None, until: date | None, chain: Chain, ever: Ids, unsure: Doubts, problems: list[Problem]
) -> Policy:
    """Bind what a chain of layers, base first, states for one period; mistakes go to ``problems``.

    ``ever`` are the ids that the ancestors state at any time, ``unsure`` those that are or may be mistaken.
    """
    found: list[Problem] = []
    merged = merge(chain, ever, found)
    elements = merged.elements
    own = chain[-1].identity
    facts, doubtful = bind_facts(elements["facts"], found)
    references = References(facts, elements, chain, found)
    binder = _Binder(facts, doubtful, elements, references, found)
    system = SystemBinder(references, {layer.id: layer for layer in chain}, found)
    measures = IndicatorBinder(references, binder.conditions, found)
    competencies = CompetencyBinder(references, found)
    routes = RouteBinder(references, binder.conditions, elements, found)

    def source(written: Written) -> Element:
        head = references.head(written)
        if written.extended and head["modality"] is None:
            head["modality"] = source(written.extended).modality
        return Element(**head)

    policy = Policy(
        id=id_,
        title=own.title.text() if own else Text(id_),
        level=own.level if own else None,  # type: ignore[arg-type]
        code=own.code if own else None,
        acts=tuple(_act(form) for form in own.acts) if own else (),
        review_by=own.review_by if own else None,
        note=own.note if own else None,
        since=since,
        until=until,
        parents=tuple(layer.id for layer in reversed(chain[:-1])),
        parent_titles=MappingProxyType(
            {layer.id: layer.identity.title.text() for layer in chain[:-1] if layer.identity}
        ),
        facts=MappingProxyType(facts),
        criteria=_frozen(elements["criteria"], binder.criterion),
        subjects=_frozen(elements["subjects"], binder.subject),
        eligibilities=_frozen(elements["eligibility"], binder.eligibility),
        terms=_frozen(elements["terms"], binder.term),
        activities=_frozen(elements["activities"], binder.activity),
        provisions=_frozen(elements["provisions"], system.provision),
        governance=_frozen(elements["governance"], system.governance),
        documents=_frozen(elements["documents"], system.document),
        obligations=_frozen(elements["obligations"], system.obligation),
        indicators=_frozen(elements["indicators"], measures.indicator),
        competencies=_frozen(elements["competencies"], competencies.competency),
        instruments=_frozen(elements["instruments"], competencies.instrument),
        routes=_frozen(elements["routes"], routes.rule),
        records=MappingProxyType(bind_records(elements["facts"], facts, binder.conditions, found)),
        clauses=bind_clauses(chain[-1], references, found),
        sources=MappingProxyType({section: _frozen(elements[section], source) for section in ("facts", "subjects")}),
    )
    for section, key in (("subjects", "part_of"), ("provisions", "within"), ("indicators", "within")):
        references.check_circles(section, key)
    for layer in chain:
        check_broken(layer, binder.conditions, references.checks)
    problems += explained(without_consequences(found, unsure), merged, ever, since, until)
    return policy


def _frozen(stated: Mapping[str, Written], bind: Callable[[Written], Any]) -> Mapping[str, Any]:
    return MappingProxyType({name: bind(written) for name, written in stated.items()})


class _Binder:
    """Makes the elements of one period."""

    def __init__(
        self,
        facts: dict[str, Fact],
        doubtful: set[str],
        elements: Elements,
        references: References,
        problems: list[Problem],
    ) -> None:
        self._references = references
        self._problems = problems
        self.conditions = {
            about: ConditionBinder(about, facts, elements["criteria"], doubtful, problems) for about in About
        }

    def criterion(self, written: Written) -> Criterion:
        form = written.form
        when = self.conditions[form.about].bind_criterion(form.id)
        return Criterion(**self._references.head(written), about=form.about, when=when)

    def eligibility(self, written: Written) -> Eligibility:
        form: EligibilityForm = written.form
        gate = self._condition(written, form.gate, ("gate",), form.about, form.clause) if form.gate else None
        grounds = tuple(self._ground(written, index) for index in range(len(form.grounds)))
        self._check_ids(written, "grounds", [ground.id for ground in grounds])
        self._check_gate(written, gate, grounds)
        formed_by = form.formed_by
        if formed_by:
            self._references.check_named("subjects", written, ("formed_by", "subject"), formed_by.subject)
        return Eligibility(
            **self._references.head(written),
            about=form.about,
            confers=form.confers.text() if form.confers else None,
            formed_by=formed_by.subject if formed_by else None,
            formed_by_clause=formed_by.clause if formed_by else None,
            gate=gate,
            grounds=grounds,
            silent_on=tuple(form.silent_on),
        )

    def _ground(self, written: Written, index: int) -> Ground:
        form = written.form.grounds[index]
        ground = Written(form, written.document, (*written.path, "grounds", index), written.origin)
        clause = form.clause or written.form.clause
        when = self._condition(ground, form.when, ("when",), written.form.about, clause)
        return Ground(**self._references.head(ground, written.form.act), when=when)

    def _check_ids(self, written: Written, section: str, ids: list[str]) -> None:
        for index, id_ in enumerate(ids):
            if id_ in ids[:index]:
                self._problems.append(written.problem("duplicate-id", (section, index, "id"), id_))

    def _check_gate(self, written: Written, gate: Condition | None, grounds: tuple[Ground, ...]) -> None:
        """Report grounds that nobody can meet who has passed the gate."""
        for index, ground in enumerate(grounds):
            if gate is None or ground.when is None:
                continue
            parts = [part if isinstance(part, All) else All((part,)) for part in (gate, ground.when)]
            for name in contradictory_facts(All(tuple(parts))):
                self._problems.append(written.problem("contradicts-gate", ("grounds", index, "when"), name))

    def term(self, written: Written) -> Term:
        return Term(**self._references.head(written), means=written.form.means.text())

    def activity(self, written: Written) -> Activity:
        return Activity(**self._references.head(written))

    def subject(
        self, written: Written, anew: frozenset[tuple[StatementKind, str]] = frozenset(), *, placed: bool = False
    ) -> Subject:
        """A subject but for what a subject that extends it says anew: statements, and of what it is a part."""
        form: SubjectForm = written.form
        kinds = {
            StatementKind.FUNCTION: ("functions", form.functions),
            StatementKind.RIGHT: ("rights", form.rights),
            StatementKind.DUTY: ("duties", form.duties),
        }
        for section, stated in kinds.values():
            self._check_ids(written, section, [statement.id for statement in stated])
        statements = tuple(
            self._statement(written, statement, kind, (section, index))
            for kind, (section, stated) in kinds.items()
            for index, statement in enumerate(stated)
            if (kind, statement.id) not in anew
        )
        if not placed:
            self._references.check_named("subjects", written, ("part_of",), form.part_of)
        anew |= {(statement.kind, statement.id) for statement in statements}
        placed = placed or form.part_of is not None
        extended = self.subject(written.extended, anew, placed=placed) if written.extended else None
        return Subject(
            id=form.id,
            title=str(form.title.text()),
            kind=form.kind,
            level=form.level,
            clause=form.clause,
            item=form.item,
            official_name=form.official_name or (extended.official_name if extended else None),
            part_of=form.part_of or (extended.part_of if extended else None),
            in_structure=form.in_structure or (extended is not None and extended.in_structure),
            modality=form.modality or (extended.modality if extended else Modality.MUST),
            statements=(*statements, *(extended.statements if extended else ())),
            reading=form.reading,
        )

    def _statement(
        self, written: Written, form: StatementForm, kind: StatementKind, path: tuple[str, int]
    ) -> Statement:
        self._references.check_act(written, (*path, "act"), form.act)
        self._references.check_named("activities", written, (*path, "activity"), form.activity)
        return Statement(
            id=form.id,
            kind=kind,
            title=str(form.title.text()),
            clause=form.clause or written.form.clause,
            item=form.item,
            act=form.act or written.form.act or self._references.principal_act(written.origin),
            origin=written.origin,
            activity=form.activity,
            modality=form.modality or Modality.MUST,
            reading=form.reading,
        )

    def _condition(
        self, written: Written, form: object, path: tuple[str, ...], about: About, clause: str | None
    ) -> Condition | None:
        return self.conditions[about].bind(written, form, path, clause)


def _act(form: ActForm) -> Act:
    return Act(
        id=form.id,
        kind=form.kind,
        title=form.title,
        body=form.body,
        number=form.number,
        dated=form.date,
        since=form.in_force.from_ if form.in_force else None,
        until=form.in_force.until if form.in_force else None,
        repeals=tuple(_reference(reference) for reference in form.repeals),
        basis=tuple(_reference(reference) for reference in form.basis),
        reading=form.reading,
    )


def _reference(form: ActReferenceForm) -> ActReference:
    return ActReference(form.kind, form.body, form.number, form.date, form.title, form.clause, form.item)
