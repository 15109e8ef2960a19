"""From merged layers to the policy of one period: every element made, every reference checked."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from rsnms.domain.fact import About, Fact
from rsnms.domain.subject import Modality, Statement, StatementKind, Subject
from rsnms.domain.text import Text
from rsnms.policy.binding import ConditionBinder
from rsnms.policy.conditions import Condition
from rsnms.policy.inheritance import Elements, Ids, merge
from rsnms.policy.layers import Layer, Written
from rsnms.policy.model import (
    Act,
    Activity,
    ActReference,
    Criterion,
    Eligibility,
    Ground,
    Policy,
    Term,
    vocabulary_about,
)
from rsnms.policy.problems import Problem, nearest
from rsnms.policy.salvage import check_broken
from rsnms.policy.syntax import ActForm, ActReferenceForm, EligibilityForm, StatementForm, SubjectForm
from rsnms.policy.vocabulary import bind_facts

Chain = tuple[Layer, ...]
"""The versions that apply in a period, the base first."""


def bind_policy(
    id_: str, since: date | None, until: date | None, chain: Chain, ever: Ids, problems: list[Problem]
) -> Policy:
    """Bind what a chain of layers, base first, states for one period; mistakes go to ``problems``."""
    elements = merge(chain, ever, problems)
    own = chain[-1].identity
    facts = bind_facts(elements["facts"], problems)
    binder = _Binder(facts, elements, chain, problems)
    subjects = {name: binder.subject(written) for name, written in elements["subjects"].items()}
    binder.check_subjects(subjects)
    for layer in chain:
        check_broken(layer, binder.conditions)
    return Policy(
        id=id_,
        title=own.title.text() if own else Text(id_),
        level=own.level if own else None,  # type: ignore[arg-type]
        code=own.code if own else None,
        acts=tuple(_act(form) for form in own.acts) if own else (),
        note=own.note if own else None,
        since=since,
        until=until,
        parents=tuple(layer.id for layer in reversed(chain[:-1])),
        facts=MappingProxyType(facts),
        criteria=_frozen(elements["criteria"], binder.criterion),
        subjects=MappingProxyType(subjects),
        eligibilities=_frozen(elements["eligibility"], binder.eligibility),
        terms=_frozen(elements["terms"], binder.term),
        activities=_frozen(elements["activities"], binder.activity),
        origins=MappingProxyType({name: written.origin for name, written in elements["subjects"].items()}),
    )


def _frozen(stated: Mapping[str, Written], bind: Callable[[Written], Any]) -> Mapping[str, Any]:
    return MappingProxyType({name: bind(written) for name, written in stated.items()})


class _Binder:
    """Makes the elements of one period."""

    def __init__(self, facts: dict[str, Fact], elements: Elements, chain: Chain, problems: list[Problem]) -> None:
        self._elements = elements
        self._problems = problems
        self._acts = {layer.id: [act.id for act in layer.identity.acts] for layer in chain if layer.identity}
        self.conditions = {
            about: ConditionBinder(vocabulary_about(facts, about), elements["criteria"], problems) for about in About
        }

    def criterion(self, written: Written) -> Criterion:
        form = written.form
        when = self._condition(written, form.when, ("when",), form.about, form.clause)
        return Criterion(**self._head(written), about=form.about, when=when)

    def eligibility(self, written: Written) -> Eligibility:
        form: EligibilityForm = written.form
        gate = self._condition(written, form.gate, ("gate",), form.about, form.clause) if form.gate else None
        grounds = tuple(self._ground(written, index) for index in range(len(form.grounds)))
        ids = [ground.id for ground in grounds]
        for index, id_ in enumerate(ids):
            if id_ in ids[:index]:
                self._problems.append(written.problem("duplicate-id", ("grounds", index, "id"), id_))
        formed_by = form.formed_by
        if formed_by:
            self._check_subject(written, ("formed_by", "subject"), formed_by.subject)
        return Eligibility(
            **self._head(written),
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
        return Ground(**self._head(ground), when=when)

    def term(self, written: Written) -> Term:
        return Term(**self._head(written), means=written.form.means.text())

    def activity(self, written: Written) -> Activity:
        return Activity(**self._head(written))

    def subject(self, written: Written) -> Subject:
        form: SubjectForm = written.form
        kinds = {
            StatementKind.FUNCTION: ("functions", form.functions),
            StatementKind.RIGHT: ("rights", form.rights),
            StatementKind.DUTY: ("duties", form.duties),
        }
        statements = tuple(
            self._statement(written, statement, kind, (section, index))
            for kind, (section, stated) in kinds.items()
            for index, statement in enumerate(stated)
        )
        return Subject(
            id=form.id,
            title=str(form.title.text()),
            kind=form.kind,
            level=form.level,
            clause=form.clause,
            official_name=form.official_name,
            part_of=form.part_of,
            coordinated_by=form.coordinated_by,
            modality=form.modality or Modality.MUST,
            statements=statements,
            reading=form.reading,
        )

    def _statement(
        self, written: Written, form: StatementForm, kind: StatementKind, path: tuple[str, int]
    ) -> Statement:
        activities = self._elements["activities"]
        if form.activity is not None and form.activity not in activities:
            guess = nearest(form.activity, activities)
            problem = written.problem("unknown-activity", (*path, "activity"), form.activity, nearest=guess)
            self._problems.append(problem)
        return Statement(
            id=form.id,
            kind=kind,
            title=str(form.title.text()),
            clause=form.clause or written.form.clause,
            activity=form.activity,
            modality=form.modality or Modality.MUST,
            reading=form.reading,
        )

    def check_subjects(self, subjects: Mapping[str, Subject]) -> None:
        """Check that subjects refer to subjects that exist."""
        for name, subject in subjects.items():
            for key in ("part_of", "coordinated_by"):
                other = getattr(subject, key)
                if other is not None:
                    self._check_subject(self._elements["subjects"][name], (key,), other)

    def _check_subject(self, written: Written, path: tuple[str, ...], id_: str) -> None:
        subjects = self._elements["subjects"]
        if id_ not in subjects:
            guess = nearest(id_, subjects)
            self._problems.append(written.problem("unknown-subject", path, id_, nearest=guess))

    def _condition(
        self, written: Written, form: object, path: tuple[str, ...], about: About, clause: str | None
    ) -> Condition | None:
        return self.conditions[about].bind(written, form, path, clause)

    def _head(self, written: Written) -> dict[str, Any]:
        form = written.form
        known = self._acts.get(written.origin, [])
        if form.act is not None and form.act not in known:
            problem = written.problem("unknown-act", ("act",), form.act, nearest=nearest(form.act, known))
            self._problems.append(problem)
        return {
            "id": form.id,
            "title": form.title.text(),
            "origin": written.origin,
            "clause": form.clause,
            "act": form.act or (known[0] if known else None),
            "modality": form.modality,
            "reading": form.reading,
        }


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
    return ActReference(form.kind, form.body, form.number, form.date, form.title)
