"""From written provisions, governance, documents and obligations to values, with their references checked."""

from collections.abc import Mapping
from datetime import date

from rsnms.domain.text import Text
from rsnms.policy.layers import Layer, Written
from rsnms.policy.problems import Problem
from rsnms.policy.references import References
from rsnms.policy.system import Document, Governance, Obligation, Provision, Schedule, Section
from rsnms.policy.system_forms import DocumentForm, GovernanceForm, ObligationForm, ProvisionForm, ScheduledForm


class SystemBinder:
    """Makes the elements of one period that describe the system; mistakes go to ``problems``."""

    def __init__(self, references: References, layers: Mapping[str, Layer], problems: list[Problem]) -> None:
        self._references = references
        self._layers = layers
        self._problems = problems

    def provision(self, written: Written) -> Provision:
        """Make a provision."""
        form: ProvisionForm = written.form
        self._references.check_named("subjects", written, ("subject",), form.subject)
        self._references.check_named("activities", written, ("activity",), form.activity)
        self._references.check_named("provisions", written, ("within",), form.within)
        return Provision(
            **self._references.head(written),
            kind=form.kind,
            subject=form.subject,
            level=form.level,
            activity=form.activity,
            within=form.within,
        )

    def governance(self, written: Written) -> Governance:
        """Make a statement of governance."""
        form: GovernanceForm = written.form
        self._references.check_all("subjects", written, ("by",), form.by)
        self._references.check_all("subjects", written, ("of",), form.of)
        self._references.check_named("activities", written, ("activity",), form.activity)
        self._references.check_named("documents", written, ("document",), form.document)
        return Governance(
            **self._references.head(written),
            relation=form.relation,
            by=tuple(form.by),
            of=tuple(form.of),
            document=form.document,
            activity=form.activity,
        )

    def document(self, written: Written) -> Document:
        """Make a document."""
        form: DocumentForm = written.form
        for key in ("of", "prepared_by", "approved_by"):
            self._references.check_named("subjects", written, (key,), getattr(form, key))
        for index, party in enumerate(form.parties):
            self._references.check_named("subjects", written, ("parties", index), party)
        return Document(
            **self._references.head(written),
            schedule=self._schedule(written),
            kind=form.kind,
            of=form.of,
            prepared_by=form.prepared_by,
            approved_by=form.approved_by,
            parties=tuple(form.parties),
            columns=tuple(form.columns),
            sections=self._sections(written, form.clause, form.act, set()),
        )

    def obligation(self, written: Written) -> Obligation:
        """Make an obligation."""
        form: ObligationForm = written.form
        self._references.check_all("subjects", written, ("by",), form.by)
        self._references.check_named("subjects", written, ("of",), form.of)
        self._references.check_named("documents", written, ("document",), form.document)
        self._references.check_named("documents", written, ("roadmap",), form.roadmap)
        return Obligation(
            **self._references.head(written),
            schedule=self._schedule(written),
            kind=form.kind,
            by=tuple(form.by),
            of=form.of,
            document=form.document,
            result=form.result,
            roadmap=form.roadmap,
        )

    def _schedule(self, written: Written) -> Schedule:
        form: ScheduledForm = written.form
        since = form.from_ or self._in_force(written, form.act)
        for key, last, first in (("until", form.until, since), ("due", form.due, form.from_)):
            if last and first and last < first:
                problem = written.problem("dates-reversed", (key,), str(last), expected=Text(str(first)))
                self._problems.append(problem)
        return Schedule(
            every=form.every,
            due=form.due,
            since=since,
            until=form.until,
            date_note=form.date_note,
            for_each=form.for_each,
        )

    def _in_force(self, written: Written, act: str | None) -> date | None:
        """The first day of the act that states an element."""
        identity = self._layers[written.origin].identity
        acts = {one.id: one for one in identity.acts} if identity else {}
        stating = acts.get(act or self._references.principal_act(written.origin) or "")
        return stating.in_force.from_ if stating and stating.in_force else None

    def _sections(self, written: Written, clause: str | None, act: str | None, taken: set[str]) -> tuple[Section, ...]:
        """The sections of a document or of a section, which have its clause and act where they name none."""
        sections = []
        for index, form in enumerate(written.form.sections):
            below = Written(form, written.document, (*written.path, "sections", index), written.origin)
            if form.id in taken:
                self._problems.append(below.problem("duplicate-id", ("id",), form.id))
            taken.add(form.id)
            head = self._references.head(below, act)
            head["clause"] = form.clause or clause
            inner = self._sections(below, head["clause"], form.act or act, taken)
            sections.append(Section(**head, note=form.note, sections=inner))
        return tuple(sections)
