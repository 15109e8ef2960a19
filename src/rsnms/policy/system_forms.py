"""The form of what acts say about the system: clauses, provisions, governance, documents and obligations."""

from typing import ClassVar

from pydantic import Field

from rsnms.domain.level import Level
from rsnms.domain.period import Every
from rsnms.domain.system import DocumentKind, ForEach, ObligationKind, ProvisionKind, Relation
from rsnms.policy.forms import Clause, Count, Day, ElementForm, Form, Id, Names, SomeNames, StatedForm, Words


class ClauseForm(Form):
    """A clause of an act: what elements have to cover, or why it carries no norm."""

    apart: ClassVar = ("items", "no_norm")

    clause: Clause
    title: Words
    items: Count | None = Field(
        None, description="Сколько в пункте ненумерованных позиций; каждую покрывает элемент / unnumbered items"
    )
    no_norm: Words | None = Field(None, description="Почему в пункте нет нормы / why the clause states nothing")
    act: Id | None = None


class ProvisionForm(ElementForm):
    """A goal, task, principle, direction, mechanism or another provision of the act."""

    kind: ProvisionKind
    subject: str | None = Field(None, description="Чьё это: субъект / whose it is")
    level: Level | None = None
    activity: str | None = Field(None, description="Вид деятельности федеральной базы / canonical activity")
    within: str | None = Field(None, description="Положение, частью которого является это / the provision around it")


class GovernanceForm(ElementForm):
    """Who leads, coordinates, approves, convenes, forms; whom or what."""

    relation: Relation
    by: SomeNames = Field(description="Субъект или субъекты / who")
    of: Names = Field(default_factory=list, description="Кого; пусто — систему в целом / whom; empty: the whole system")
    document: str | None = Field(None, description="Какой документ / which document")
    activity: str | None = Field(None, description="В каком виде деятельности / in which activity")


class ScheduledForm(ElementForm):
    """What is due: by a day, in every period, or without a date."""

    apart: ClassVar = ("every", "due")

    every: Every | None = Field(None, description="Не реже раза в период / at least once a period")
    due: Day | None = Field(None, description="Последний день срока / the last day")
    from_: Day | None = Field(
        None, alias="from", description="С какого дня; по умолчанию со вступления акта в силу / first day"
    )
    until: Day | None = Field(None, description="По какой день / last day on which it binds")
    date_note: Words | None = Field(None, description="Срок, как он напечатан / the date as the act prints it")
    for_each: ForEach | None = Field(None, description="Отдельно для каждого / for each one separately")


class SectionForm(StatedForm):
    """A section of a document's form; sections may have sections."""

    note: Words | None = Field(None, description="Что в разделе пишут / what is written there")
    sections: list["SectionForm"] = Field(default_factory=list)


class DocumentForm(ScheduledForm):
    """A document that has to exist: a regulation, a plan, an agreement with its parties."""

    kind: DocumentKind
    of: str | None = Field(None, description="Субъект, о котором или у которого документ / the subject it belongs to")
    prepared_by: str | None = Field(None, description="Кто готовит / who prepares it")
    approved_by: str | None = Field(None, description="Кто утверждает / who approves it")
    parties: list[str] = Field(default_factory=list, description="Стороны соглашения / parties")
    columns: list[Words] = Field(default_factory=list, description="Столбцы формы / columns of the form")
    sections: list[SectionForm] = Field(default_factory=list, description="Разделы формы / sections of the form")


class ObligationForm(ScheduledForm):
    """A duty in time: a meeting, monitoring, a publication, a measure of a roadmap."""

    kind: ObligationKind
    by: Names = Field(default_factory=list, description="Ответственные субъекты / who is responsible")
    of: str | None = Field(None, description="Субъект, которого это касается / whom it concerns")
    document: str | None = Field(None, description="Документ, которого это касается / the document concerned")
    result: Words | None = Field(None, description="Чем подтверждается / the result that proves it")
    roadmap: str | None = Field(None, description="Дорожная карта, строкой которой это является / its roadmap")


SectionForm.model_rebuild()
